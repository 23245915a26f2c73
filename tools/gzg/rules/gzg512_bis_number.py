"""GZG512: a bis number of a person."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.repository.source_file import SourceFile
from gzg.rules.personal_data import finding, has_long_number, masked, national_numbers
from gzg.rules.rule import Context, FileRule


def check(source: SourceFile, context: Context) -> Iterator[Finding]:
    for start, end, digits in national_numbers(source.text):
        from stdnum.be import bis  # seldom needed, and long to load

        if bis.is_valid(digits):
            yield finding(source, start, end, masked(source.text[start:end]))


RULE = FileRule(
    code="GZG512",
    severity=Severity.ERROR,
    check=check,
    in_annexes=True,
    only_if=has_long_number,
)
