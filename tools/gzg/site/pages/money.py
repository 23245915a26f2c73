"""Money by call, type and focus, as far as it is known: bars, and the same in a table.

The official amount of a type is the sum of what was published for its calls. That of a focus is
not known: a call can have several.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal

from gzg.figures.counting import GrantedProject, amount, counted_calls, granted_projects
from gzg.figures.figure import Subject
from gzg.model.call import Call
from gzg.model.figures import FigureName, OfficialFigure
from gzg.model.kinds import Kind
from gzg.site.edition import Edition
from gzg.site.page import Data
from gzg.site.pictures.bars import Bar, Row, bars
from gzg.site.pictures.svg import FRAMES, Caption, Svg
from gzg.texts.formats import readable


@dataclass(frozen=True, slots=True)
class Money:
    """What is known of the money of one call, type or focus, in euro.

    `known` is of how many projects the amount is known, and `of` how many there are: all of them
    where that was published (`is_whole`), else those with a name here. `summed` are the calls of
    which the official amount is the sum, `lacking` those of which none was published.
    """

    shown: Data
    official: Decimal | None
    approximate: bool
    computed: Decimal
    known: int
    of: int
    is_whole: bool
    summed: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """All of one split: `name` is `call`, `type` or `focus`."""

    name: str
    rows: tuple[Money, ...]

    @property
    def is_known(self) -> bool:
        """Whether any amount is."""
        return any(row.official or row.known for row in self.rows)


def granted(edition: Edition) -> Sequence[GrantedProject]:
    """The projects whose money counts."""
    return edition.once_for_all(_granted)


def _granted(edition: Edition) -> Sequence[GrantedProject]:
    return granted_projects(edition.catalogue)


def money_groups(edition: Edition) -> tuple[Group, ...]:
    """The money by call, type and focus; none of them where no amount at all is known."""
    projects, calls = granted(edition), counted_calls(edition.catalogue)
    by_call: dict[str | None, list[GrantedProject]] = defaultdict(list)
    for each in projects:
        by_call[each.project.call].append(each)
    whole = {call.id for call in calls if all(each.type == call.type for each in by_call[call.id])}
    groups = (
        Group("call", tuple(_of_call(edition, call, by_call[call.id]) for call in calls)),
        Group("type", tuple(_of_types(edition, calls, projects, whole))),
        Group("focus", tuple(_of_focuses(edition, projects))),
    )
    return groups if any(group.is_known for group in groups) else ()


def money_pictures(edition: Edition, groups: Sequence[Group]) -> Mapping[str, tuple[Svg, ...]]:
    """For each split its bars, for wide and for narrow screens."""
    found = {}
    for group in groups:
        name = f"money-{group.name}"
        rows = [_bars(edition, row) for row in group.rows]
        caption = Caption(
            edition.say(f"money.title.{group.name}"), edition.say("money.description")
        )
        drawn = [bars(name, rows, caption, frame) for frame in FRAMES]
        if pictures := tuple(each for each in drawn if each is not None):
            found[name] = pictures
    return found


def money_tables(edition: Edition, groups: Sequence[Group]) -> list[Data]:
    """For each split its table."""
    return [
        {
            "id": f"money-{group.name}",
            "title": edition.say(f"money.title.{group.name}"),
            "label": edition.say(f"filter.{group.name}"),
            "rows": [_row(edition, row) for row in group.rows] if group.is_known else [],
            "none": None if group.is_known else edition.say(f"money.none.{group.name}"),
        }
        for group in groups
    ]


def money_legend(edition: Edition) -> list[Data]:
    """What each bar means."""
    return [
        {"mark": "official", "text": edition.say("figure_official")},
        {"mark": "computed", "text": edition.say("figure_computed")},
    ]


def known_amounts(edition: Edition) -> str | None:
    """“Van 2 van de 61 projecten is het bedrag bekend.”; None where nobody gave a total."""
    for figure in edition.figures:
        if figure.name is FigureName.AMOUNT and figure.subject == Subject() and figure.coverage:
            values = {"known": figure.coverage.known, "of": figure.coverage.of}
            return edition.say("money.coverage", **values)
    return None


def _of_call(edition: Edition, call: Call, own: Sequence[GrantedProject]) -> Money:
    official, total = _published(call, FigureName.AMOUNT), _published(call, FigureName.GRANTED)
    return _money(
        edition.record_link(Kind.CALL, call.id),
        own,
        (official,) if official else (),
        of=int(total.value) if total else None,
    )


def _of_types(
    edition: Edition, calls: Sequence[Call], projects: Sequence[GrantedProject], whole: Set[str]
) -> Iterator[Money]:
    """`whole` are the calls of which no project is of another type than the call."""
    for type_ in edition.catalogue.terms("type"):
        own = [each for each in projects if each.type == type_]
        of_type = [call for call in calls if call.type == type_]
        published = {
            call.id: official
            for call in of_type
            if (official := _published(call, FigureName.AMOUNT)) and call.id in whole
        }
        yield _money(
            {"text": edition.term("type", type_)},
            own,
            tuple(published.values()),
            summed=tuple(edition.text(call.title) for call in of_type if call.id in published),
            lacking=tuple(edition.text(call.title) for call in of_type if call.id not in published),
        )


def _of_focuses(edition: Edition, projects: Sequence[GrantedProject]) -> Iterator[Money]:
    for focus in edition.catalogue.terms("focus"):
        own = [each for each in projects if each.project.focus == focus]
        yield _money({"text": edition.term("focus", focus)}, own)


def _money(
    shown: Data,
    projects: Sequence[GrantedProject],
    published: Sequence[OfficialFigure] = (),
    *,
    of: int | None = None,
    summed: tuple[str, ...] = (),
    lacking: tuple[str, ...] = (),
) -> Money:
    counted = amount(projects)
    return Money(
        shown,
        sum((each.value for each in published), Decimal()) if published else None,
        any(each.approximate for each in published),
        counted.value,
        counted.known,
        len(projects) if of is None else of,
        of is not None,
        summed,
        lacking,
    )


def _published(call: Call, name: FigureName) -> OfficialFigure | None:
    """What was published of a whole call."""
    found = (each for each in call.official_figures if each.figure is name and each.focus is None)
    return next(found, None)


def _official_words(edition: Edition, row: Money) -> str | None:
    if row.official is None:
        return None
    value = edition.say("amount.exact", value=row.official)
    return edition.say("approximately", value=value) if row.approximate else value


def _computed_words(edition: Edition, row: Money) -> str | None:
    return edition.say("amount.exact", value=row.computed) if row.known else None


def _bars(edition: Edition, row: Money) -> Row:
    found = []
    if row.official is not None and (words := _official_words(edition, row)):
        found.append(Bar("official", row.official, words))
    if words := _computed_words(edition, row):
        found.append(Bar("computed", row.computed, words))
    return Row(_label(row), tuple(found), edition.say("money.none"))


def _label(row: Money) -> str:
    shown = row.shown["text"]
    return str(shown["text"]) if isinstance(shown, Mapping) else str(shown)


def _row(edition: Edition, row: Money) -> Data:
    return {
        **row.shown,
        "official": _official_words(edition, row),
        "computed": _computed_words(edition, row),
        "coverage": _coverage(edition, row),
        "summed": _calls(edition, "money.summed", row.summed),
        "lacking": _calls(edition, "money.lacking", row.lacking) if row.summed else None,
    }


def _coverage(edition: Edition, row: Money) -> str | None:
    if not row.of:
        return None
    if row.is_whole:
        return edition.say("money.known", known=row.known, of=row.of)
    return edition.say("money.known-named", known=row.known, of=row.of)


def _calls(edition: Edition, key: str, titles: tuple[str, ...]) -> str | None:
    if not titles:
        return None
    return edition.say(key, calls=readable(list(titles), edition.language))
