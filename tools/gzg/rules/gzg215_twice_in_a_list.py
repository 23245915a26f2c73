"""GZG215: a word that stands twice in one list of the programme, or of a call's criteria."""

from collections.abc import Iterator

from gzg.diagnostics import FieldPath, Finding, Place, Severity
from gzg.model.call import Call
from gzg.model.facts import Sourced
from gzg.model.programme import Programme
from gzg.repository.catalogue import VOCABULARY
from gzg.repository.repository import Record
from gzg.rules.rule import Context, RecordRule

Named = tuple[FieldPath, str]


def check(record: Record, model: Sourced, context: Context) -> Iterator[Finding]:
    for entries in lists_of(model):
        seen: set[str] = set()
        for field, id in entries:
            if id in seen:
                yield Finding(Place(record.path, field), {"id": id})
            seen.add(id)


def lists_of(model: Sourced) -> Iterator[list[Named]]:
    """The lists in which an id may stand once."""
    if isinstance(model, Programme):
        yield [(("languages", index), each) for index, each in enumerate(model.languages)]
        for field in VOCABULARY.values():
            terms = enumerate(getattr(model, field))
            yield [((field, index, "id"), term.id) for index, term in terms]
    elif isinstance(model, Call) and model.scoring:
        clusters = list(enumerate(model.scoring.clusters))
        yield [(("scoring", "clusters", index, "id"), cluster.id) for index, cluster in clusters]
        yield [
            (("scoring", "clusters", index, "criteria", number, "id"), criterion.id)
            for index, cluster in clusters
            for number, criterion in enumerate(cluster.criteria)
        ]


RULE = RecordRule(code="GZG215", severity=Severity.ERROR, model=Sourced, check=check)
