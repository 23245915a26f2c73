"""GZG511: a national number of a person."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.repository.source_file import SourceFile
from gzg.rules.personal_data import finding, has_long_number, masked, national_numbers
from gzg.rules.rule import Context, FileRule


def check(source: SourceFile, context: Context) -> Iterator[Finding]:
    for start, end, digits in national_numbers(source.text):
        from stdnum.be import nn  # seldom needed, and long to load

        if nn.is_valid(digits):
            yield finding(source, start, end, masked(source.text[start:end]))


RULE = FileRule(
    code="GZG511",
    severity=Severity.ERROR,
    check=check,
    in_annexes=True,
    only_if=has_long_number,
)
