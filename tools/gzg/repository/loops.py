"""Relations that lead back to where they began, found without looking at any record twice."""

from collections.abc import Callable, Iterator

from gzg.diagnostics import FieldPath
from gzg.model.base import Model
from gzg.model.call import Call
from gzg.model.organisation import Organisation
from gzg.model.project import Project, RelationKind
from gzg.model.submission import Submission

Ways = tuple[tuple[FieldPath, str], ...]
"""Where a record names the next one of its kind, and that one's id."""


def onward(model: Model | None) -> Ways:
    """The relations with a direction: what this continues, improves, is part of, or is followed by.

    A tie without direction, such as "linked with", may go both ways and is not among them.
    """
    match model:
        case Project(relations=relations):
            return tuple(
                (("relations", index, "project"), relation.project)
                for index, relation in enumerate(relations)
                if relation.kind is not RelationKind.LINKED_WITH
            )
        case Call(follow_up_calls=calls):
            return tuple((("follow_up_calls", index), id) for index, id in enumerate(calls))
        case Submission(resubmission_of=str(earlier)):
            return ((("resubmission_of",), earlier),)
        case Organisation(part_of=str(whole)):
            return ((("part_of",), whole),)
        case _:
            return ()


class Loops:
    """The loops among records of one kind.

    No record is in two of them: of loops that touch, only the first found counts, since mending
    it may well mend the others.
    """

    def __init__(self, ways: Callable[[str], Ways]) -> None:
        self._ways = ways
        self._done: set[str] = set()
        self._by_member: dict[str, tuple[str, ...]] = {}

    def through(self, id: str) -> tuple[str, ...]:
        """The loop that a record is in, from its smallest id on; empty where it is in none."""
        if id not in self._done:
            self._explore(id)
        return self._by_member.get(id, ())

    def _explore(self, start: str) -> None:
        """Walk in depth from `start`; written without recursion, for a chain may be long."""
        trail = {start: 0}
        waiting = [self._next_ids(start)]
        while waiting:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                self._done.add(trail.popitem()[0])
            elif following in trail:
                self._keep(tuple(trail)[trail[following] :])
            elif following not in self._done:
                trail[following] = len(trail)
                waiting.append(self._next_ids(following))

    def _next_ids(self, id: str) -> Iterator[str]:
        return iter([following for _, following in self._ways(id)])

    def _keep(self, loop: tuple[str, ...]) -> None:
        if self._by_member.keys().isdisjoint(loop):
            first = loop.index(min(loop))
            turned = loop[first:] + loop[:first]
            self._by_member |= dict.fromkeys(turned, turned)
