"""The timeline of all calls: what is drawn of each, and the same in a table."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pydantic_core import PydanticCustomError

from gzg.model.call import Amendment, Call
from gzg.model.dates import parse_moment
from gzg.model.kinds import Kind
from gzg.repository.repository import Record
from gzg.site.edition import Edition
from gzg.site.page import Data
from gzg.site.pages.amendments import amendment_rows
from gzg.site.pictures.svg import FRAMES, Caption, Svg
from gzg.site.pictures.timeline import Row, timeline
from gzg.site.wording import Citations, closing, day, opening, period
from gzg.texts.formats import LOCALES, readable

MARKS = ("open", "closing", "moved", "amended", "assessed", "decided")


def timeline_pictures(
    edition: Edition, calls: Sequence[tuple[Record, Call]]
) -> Mapping[str, tuple[Svg, ...]]:
    """The picture for wide and for narrow screens; nothing where no call has a day."""
    rows = [_row(edition, call) for _, call in calls]
    caption = Caption(edition.say("timeline.title"), edition.say("timeline.description"))
    names = LOCALES[edition.language].months["stand-alone"]["abbreviated"]
    months = [names[number].rstrip(".") for number in range(1, 13)]
    drawn = [timeline(rows, caption, frame, months) for frame in FRAMES]
    pictures = tuple(each for each in drawn if each is not None)
    return {"timeline": pictures} if pictures else {}


def timeline_rows(edition: Edition, calls: Sequence[tuple[Record, Call]]) -> list[Data]:
    """The table: every day of every call in words, and all that was changed."""
    return [
        {
            **edition.record_link(Kind.CALL, record.id),
            "days": [
                {"label": edition.say(f"fact.{name}"), "value": value}
                for name, value in _days(edition, call)
            ],
            "changes": amendment_rows(edition, call, Citations(edition)),
        }
        for record, call in calls
    ]


def timeline_legend(edition: Edition, calls: Sequence[tuple[Record, Call]]) -> list[Data]:
    """What each mark that is in the picture means."""
    marks = {mark for _, call in calls for mark in _marks(_row(edition, call))}
    return [
        {"mark": mark, "text": edition.say(f"timeline.legend.{mark}")}
        for mark in MARKS
        if mark in marks
    ]


def _marks(row: Row) -> Iterator[str]:
    known = {
        "open": row.opens,
        "closing": row.closes,
        "moved": row.moved_from,
        "amended": row.changed,
        "assessed": all(row.assessed),
        "decided": row.decided,
    }
    yield from (mark for mark, is_known in known.items() if is_known)


def _days(edition: Edition, call: Call) -> Iterator[tuple[str, str | None]]:
    """Each of the four in words; None where it is not known."""
    assessed = call.assessment
    decided = _decided(call)
    yield "opens", opening(edition, call.opens) if call.opens else None
    yield "closes", closing(edition, call.closes) if call.closes else None
    yield (
        "assessment",
        period(edition, assessed.begins, assessed.ends) if assessed else None,
    )
    yield "decision", day(edition, decided) if decided else None


def _row(edition: Edition, call: Call) -> Row:
    moved = tuple(
        former
        for each in call.amendments
        if each.field == "closes" and (former := _day_in(each.old)) and former != _closes(call)
    )
    return Row(
        label=edition.text(call.title),
        opens=call.opens.day if call.opens else None,
        closes=_closes(call),
        moved_from=moved,
        assessed=(call.assessment.begins, call.assessment.ends)
        if call.assessment
        else (None, None),
        decided=_decided(call),
        changed=tuple(each.date for each in call.amendments if each.date),
        note=_note(edition, call),
    )


def _closes(call: Call) -> date | None:
    return call.closes.day if call.closes else None


def _decided(call: Call) -> date | None:
    return call.decision.date if call.decision else None


def _note(edition: Edition, call: Call) -> str:
    """What is not known, in words: what a picture cannot show."""
    unknown = [edition.say(f"timeline.unknown.{name}") for name in _unknown(call)]
    if not unknown:
        return ""
    return edition.say("timeline.unknown", what=readable(unknown, edition.language))


def _unknown(call: Call) -> Iterator[str]:
    if call.opens is None:
        yield "opens"
    if call.closes is None:
        yield "closes"
    if any(_hides_a_deadline(each) for each in call.amendments):
        yield "former"
    if not (call.assessment and call.assessment.begins and call.assessment.ends):
        yield "assessment"
    if _decided(call) is None:
        yield "decision"


def _hides_a_deadline(amendment: Amendment) -> bool:
    return amendment.field == "closes" and _day_in(amendment.old) is None


def _day_in(value: object) -> date | None:
    """The day that an amended value names."""
    try:
        return parse_moment(value).day
    except PydanticCustomError:
        return None
