"""Who works with whom: which organisations share projects, drawn and in a table."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from gzg.model.kinds import Kind
from gzg.model.project import Project
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.page import Data, Page
from gzg.site.pages.participation import is_practice
from gzg.site.pages.projects import projects
from gzg.site.pages.shades_legend import shades_legend
from gzg.site.pages.unknown import coverage_sentence
from gzg.site.pictures.matrix import matrix
from gzg.site.pictures.shades import steps
from gzg.site.pictures.svg import Caption, Svg

MOST_DRAWN = 20
"""Organisations in the picture: as many as stay readable."""

MOST_SHOWN = 20
"""Pairs that the table shows at once; the others are folded."""

MOST_NAMED = 3
"""Projects that are named with a pair."""

Pair = tuple[str, str]


def pages(edition: Edition) -> Iterator[Page]:
    """One page."""
    together = _by_title(edition)
    ranked = _ranked(edition, together)
    pairs = _pairs(together, ranked[:MOST_DRAWN])
    drawn = _side_by_side(ranked[:MOST_DRAWN], pairs)
    rows = [_pair(edition, pair, pairs[pair]) for pair in _largest(edition, pairs)]
    yield Page(
        address=edition.address(Section.TOGETHER),
        language=edition.language,
        title=edition.say("section.together"),
        template="together.html",
        section=Section.TOGETHER,
        record={
            "coverage": coverage_sentence(edition),
            "legend": shades_legend(edition, steps(map(len, pairs.values()))),
            "drawn": _drawn_words(edition, len(ranked)),
            "pairs": rows[:MOST_SHOWN],
            "more": rows[MOST_SHOWN:],
        },
        crumbs=edition.crumbs(Section.ORGANISATIONS),
        pictures=_pictures(edition, drawn, pairs),
        changed=edition.changed("content/projects", "content/organisations"),
    )


def consortia(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """Project → its organisations, where there is more than one; none that is for practice."""
    return edition.once_for_all(_consortia)


def _consortia(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    found = {}
    for record in edition.records(Kind.PROJECT):
        project = record.model
        if isinstance(project, Project) and not is_practice(edition, project):
            named = dict.fromkeys(party.organisation for party in project.parties)
            members = tuple(sorted(id for id in named if edition.takes_part(id)))
            if len(members) > 1:
                found[record.id] = members
    return found


def _by_title(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """The same in the order of the projects' titles in this language."""
    found = consortia(edition)
    return {record.id: found[record.id] for record, _ in projects(edition) if record.id in found}


def _ranked(edition: Edition, together: Mapping[str, Sequence[str]]) -> list[str]:
    """Organisations by the number of projects that they share, then by name."""
    counts = Counter(id for members in together.values() for id in members)
    return sorted(counts, key=lambda id: (-counts[id], _name(edition, id)))


def _pairs(
    together: Mapping[str, Sequence[str]], ranked: Sequence[str]
) -> Mapping[Pair, list[str]]:
    """Two of the ranked organisations, the higher first → the projects that they share."""
    place = {id: number for number, id in enumerate(ranked)}
    found: dict[Pair, list[str]] = {}
    for project, members in together.items():
        compared = sorted((id for id in members if id in place), key=place.__getitem__)
        for pair in combinations(compared, 2):
            found.setdefault(pair, []).append(project)
    return found


def _name(edition: Edition, id: str) -> tuple[str, str]:
    return edition.organisation_name(id, None).casefold(), id


def _largest(edition: Edition, pairs: Mapping[Pair, Sequence[str]]) -> list[Pair]:
    def order(pair: Pair) -> tuple[object, ...]:
        return -len(pairs[pair]), _name(edition, pair[0]), _name(edition, pair[1])

    return sorted(pairs, key=order)


def _shared(pairs: Mapping[Pair, Sequence[str]], one: str, other: str) -> int:
    return len(pairs.get((one, other)) or pairs.get((other, one)) or ())


def _side_by_side(ranked: Sequence[str], pairs: Mapping[Pair, Sequence[str]]) -> list[str]:
    """Each after the one that it shares most with, so that a consortium stands together."""
    placed, waiting = list(ranked[:1]), list(ranked[1:])
    while waiting:
        following = max(
            waiting,
            key=lambda id: (
                _shared(pairs, placed[-1], id),
                sum(_shared(pairs, other, id) for other in placed),
                -ranked.index(id),
            ),
        )
        waiting.remove(following)
        placed.append(following)
    return placed


def _pair(edition: Edition, pair: Pair, shared: Sequence[str]) -> Data:
    return {
        "one": edition.organisation_link(pair[0], None),
        "other": edition.organisation_link(pair[1], None),
        "count": len(shared),
        "projects": [edition.record_link(Kind.PROJECT, id) for id in shared[:MOST_NAMED]],
        "more": max(0, len(shared) - MOST_NAMED),
    }


def _pictures(
    edition: Edition, drawn: Sequence[str], pairs: Mapping[Pair, Sequence[str]]
) -> Mapping[str, tuple[Svg, ...]]:
    names = [edition.organisation_name(id, None) for id in drawn]
    shared = {
        (later, earlier): count
        for earlier, later in combinations(range(len(drawn)), 2)
        if (count := _shared(pairs, drawn[earlier], drawn[later]))
    }
    caption = Caption(edition.say("section.together"), edition.say("together.description"))
    picture = matrix(names, shared, caption)
    return {"matrix": (picture,)} if picture else {}


def _drawn_words(edition: Edition, count: int) -> str:
    if count <= MOST_DRAWN:
        return edition.say("together.all-drawn", count=count)
    return edition.say("together.most-drawn", count=MOST_DRAWN, of=count)
