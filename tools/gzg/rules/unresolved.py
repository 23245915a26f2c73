"""What the rules on references share: each reads its own kinds from one pass over a record."""

from collections.abc import Collection, Iterator

from gzg.model.references import Reference
from gzg.repository.repository import Record
from gzg.rules.rule import Context
from gzg.rules.suggestion import nearest

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
            known = context.catalogue.ids(reference.kind) if number < MOST_SUGGESTIONS else ()
            yield reference, nearest(reference.id, known)
