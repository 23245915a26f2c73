"""What the rules on references share: each reads its own kinds from one pass over a record."""

from collections.abc import Collection, Iterator, Mapping

from gzg.model.programme import Programme
from gzg.model.references import Reference
from gzg.repository.catalogue import VOCABULARY
from gzg.repository.repository import Record
from gzg.rules.rule import Context
from gzg.rules.suggestion import nearest_called

MOST_SUGGESTIONS = 20
"""In how many places of one record a "did you mean" is looked for: a hostile file has thousands."""


def has_unresolved(record: Record, context: Context) -> bool:
    """Whether anything in a record leads nowhere: what half a dozen rules begin with."""
    return bool(context.catalogue.unresolved(record))


def unresolved(
    record: Record, context: Context, kinds: Collection[str]
) -> Iterator[tuple[Reference, str | None]]:
    """References of these kinds that lead nowhere, each with the known id that is most like it."""
    for number, reference in enumerate(context.catalogue.unresolved(record)):
        if reference.kind in kinds:
            suggestion = _suggestion(reference, context) if number < MOST_SUGGESTIONS else None
            yield reference, suggestion


def _suggestion(reference: Reference, context: Context) -> str | None:
    names = _names(reference.kind, context.catalogue.programme)
    return nearest_called(reference.id, context.catalogue.ids(reference.kind), names)


def _names(kind: str, programme: Programme | None) -> Mapping[str, str]:
    """What the words of a list of the programme are called, in small letters → the word."""
    terms = getattr(programme, VOCABULARY[kind]) if programme and kind in VOCABULARY else ()
    return {title.lower(): term.id for term in terms for title in term.title.values()}
