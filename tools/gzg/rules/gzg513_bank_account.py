"""GZG513: the number of a bank account (IBAN)."""

import re
from collections.abc import Iterator, Mapping

from gzg.diagnostics import Finding, Severity
from gzg.repository.source_file import SourceFile
from gzg.rules.personal_data import GAP, finding, has_long_number, masked
from gzg.rules.rule import Context, FileRule

SHORTEST, LONGEST = 15, 34
"""Letters and digits of an IBAN: Norway's and the longest that ISO 13616 allows."""

_BEGIN = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2}[0-9]{2}")
_REST = re.compile(rf"(?:{GAP}?[0-9A-Za-z]){{{SHORTEST - 4},{LONGEST - 4}}}")


def check(source: SourceFile, context: Context) -> Iterator[Finding]:
    text = source.text
    for begin in _BEGIN.finditer(text):
        rest = _REST.match(text, begin.end())
        if rest and (end := account_end(text, begin.start(), rest.end())):
            yield finding(source, begin.start(), end, masked(text[begin.start() : end], keep=2))


def account_end(text: str, start: int, end: int) -> int | None:
    """Where the account number ends, if there is one: words may follow it without a sign between.

    The check digits (ISO 7064, MOD 97-10) are reckoned along, so that a text made to look like
    account numbers costs no more than reading it.
    """
    country_and_check = int("".join(str(int(sign, 36)) for sign in text[start : start + 4]))
    remainder = 0
    for position in range(start + 4, end):
        if text[position].isalnum():
            value = int(text[position], 36)
            remainder = (remainder * (100 if value > 9 else 10) + value) % 97
            is_checked = (remainder * 1_000_000 + country_and_check) % 97 == 1
            if is_checked and is_account(text[start : position + 1]):
                return position + 1
    return None


def is_account(written: str) -> bool:
    """Whether country, length and check digits are right; banks come and go, so not the bank."""
    from stdnum import iban  # seldom needed, and long to load

    return bool(iban.is_valid(re.sub(GAP, "", written), check_country=False))


def bank_accounts() -> Mapping[str, str]:
    """Country → what stands behind the check digits of its accounts, as ISO 13616 writes it."""
    from stdnum import numdb

    prefixes = (prefix for prefix in numdb.get("iban").prefixes)
    return {low: values["bban"] for _, low, _, values, _ in prefixes if "bban" in values}


RULE = FileRule(
    code="GZG513",
    severity=Severity.ERROR,
    check=check,
    in_annexes=True,
    only_if=has_long_number,
)
