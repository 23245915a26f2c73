"""GZG206: a blueprint that does not say under which licence others may use it."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.model.blueprint import Blueprint
from gzg.model.facts import Origin
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule


def check(record: Record, blueprint: Blueprint, context: Context) -> Iterator[Finding]:
    if blueprint.licence is None and blueprint.origin is not Origin.SOURCES:
        yield Finding(record.at("licence"))


RULE = RecordRule(code="GZG206", severity=Severity.WARNING, model=Blueprint, check=check)
