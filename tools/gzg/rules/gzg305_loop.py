"""GZG305: relations that lead back to where they began; said once, at one of the records."""

from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.model.base import Model
from gzg.repository.loops import onward
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule

LONGEST_SHOWN = 6


def check(record: Record, model: Model, context: Context) -> Iterator[Finding]:
    ways = onward(model)
    loop = context.catalogue.loop_through(record) if ways else ()
    if loop and record.id == place_of(loop, record, context):
        start = loop.index(record.id)
        turned = loop[start:] + loop[:start]
        following = (*turned, record.id)[1]
        field = next(field for field, id in ways if id == following)
        yield Finding(Place(record.path, field), {"loop": shown(turned)})


def place_of(loop: tuple[str, ...], record: Record, context: Context) -> str:
    """The smallest id among the records that were changed, so that a change finds its own loop."""
    index = context.catalogue.repository.index[record.kind]
    touched = [id for id in loop if index[id] in context.history.touched]
    return min(touched or loop)


def shown(loop: tuple[str, ...]) -> str:
    """The way round: `a → b → a`."""
    middle = loop if len(loop) <= LONGEST_SHOWN else (*loop[:LONGEST_SHOWN], "…")
    return " → ".join((*middle, loop[0]))


RULE = RecordRule(code="GZG305", severity=Severity.ERROR, model=Model, check=check)
