"""GZG514: the number of a Belgian mobile phone, with all the signs that people put in it."""

import re
from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.repository.source_file import SourceFile
from gzg.rules.personal_data import GAP, finding, has_long_number, masked
from gzg.rules.rule import Context, FileRule

_PREFIX = rf"(?:(?:\+|00)32\)?{GAP}?(?:\(0\){GAP}?)?|(?:\((?=0[^()\n]{{3,6}}\)))?0)"
_MOBILE = re.compile(
    rf"(?<![0-9A-Za-z+])(?<![0-9]\.){_PREFIX}{GAP}?4{GAP}?[5-9]{GAP}?[0-9]\)?"
    rf"{GAP}{{0,3}}[0-9](?:{GAP}?[0-9]){{5}}(?![0-9A-Za-z])"
)
_AS_ENTERPRISE = re.compile(rf"[0-9]{{4}}({GAP}?)[0-9]{{3}}\1[0-9]{{3}}")
"""How an enterprise number is grouped: 0475.123.456, or without any sign."""


def check(source: SourceFile, context: Context) -> Iterator[Finding]:
    text = source.text
    for found in _MOBILE.finditer(text):
        if not is_enterprise_number(text, found.start(), found[0]):
            shown = masked(found[0], keep=2)
            yield finding(source, found.start(), found.end(), shown)


def is_enterprise_number(text: str, start: int, written: str) -> bool:
    """Whether the check digits make it one, or it stands in the field that is judged as one."""
    if not _AS_ENTERPRISE.fullmatch(written):
        return False
    from stdnum.be import vat  # seldom needed, and long to load

    line_start = text.rfind("\n", 0, start) + 1
    is_field = text[line_start:start].lstrip(" -").startswith("kbo:")
    return is_field or bool(vat.is_valid(re.sub(GAP, "", written)))


RULE = FileRule(
    code="GZG514",
    severity=Severity.ERROR,
    check=check,
    in_annexes=True,
    only_if=has_long_number,
)
