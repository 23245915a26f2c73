"""GZG301: a word that the programme's lists do not have."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.base import Model
from gzg.model.schema import field_texts
from gzg.repository.catalogue import LANGUAGE, VOCABULARY
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule
from gzg.rules.unresolved import has_unresolved, unresolved
from gzg.texts import Language
from gzg.texts.formats import Phrase

LISTS = {**VOCABULARY, LANGUAGE: "languages"}
LONGEST_CHOICE = 12
"""How many words a remedy still sums up."""


def check(record: Record, model: Model, context: Context) -> Iterator[Finding]:
    for reference, suggestion in unresolved(record, context, LISTS):
        known = sorted(context.catalogue.ids(reference.kind))
        values = {
            "word": reference.id,
            "list": name_of(LISTS[reference.kind]),
            "field": LISTS[reference.kind],
            "suggestion": suggestion,
            "known": known if len(known) <= LONGEST_CHOICE else None,
        }
        yield Finding(Place(record.path, reference.field), values)


def name_of(field: str) -> Phrase:
    """What a list of the programme is called."""
    texts = field_texts()[f"Programme.{field}"]
    return Phrase(nl=texts[Language.NL]["title"], en=texts[Language.EN]["title"])


RULE = RecordRule(
    code="GZG301",
    severity=Severity.ERROR,
    model=Model,
    check=check,
    only_if=has_unresolved,
)
