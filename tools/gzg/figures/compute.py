"""Every figure of the programme, from its records.

What stands for applicants (submissions, governments that applied) is never computed: the records
know the granted projects only, and the refused are unknown.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from gzg.figures.counting import (
    COUNTERS,
    GrantedProject,
    counted_calls,
    granted_projects,
    municipalities_of,
    reference_day,
)
from gzg.figures.figure import Coverage, Dimension, Figure, Subject
from gzg.model.figures import FigureName, OfficialFigure
from gzg.model.organisation import Municipality
from gzg.model.programme import Programme
from gzg.repository.catalogue import Catalogue

Official = Mapping[tuple[FigureName, str | None], OfficialFigure]


@lru_cache(maxsize=1)
def compute(catalogue: Catalogue) -> tuple[Figure, ...]:
    """The figures of the programme, whole and split, and then those of each call.

    The last catalogue's figures are kept: several rules and pages ask for them.
    """
    programme = catalogue.programme
    return tuple(_figures(catalogue, programme)) if programme else ()


def _figures(catalogue: Catalogue, programme: Programme) -> Iterator[Figure]:
    calls, projects = counted_calls(catalogue), granted_projects(catalogue)
    official = _by_name(programme.official_figures)
    yield _calls(len(calls), official)
    yield from _whole(projects, Subject(), official)
    yield from _municipality_share(catalogue, projects, official)
    yield from _by_focus(projects, [term.id for term in programme.focuses], None, official)
    yield from _by_type(projects, [term.id for term in programme.types], official)
    yield from _by_region(catalogue, projects, [each.id for each in programme.regions], official)
    by_call = _grouped(projects, lambda each: each.project.call)
    for call in calls:
        own = by_call[call.id]
        official = _by_name(call.official_figures)
        yield from _whole(own, Subject(call.id), official)
        yield from _by_focus(own, call.focuses, call.id, official)


def _by_name(figures: Iterable[OfficialFigure]) -> Official:
    return {(each.figure, each.focus): each for each in figures}


def _calls(count: int, official: Official) -> Figure:
    published = official.get((FigureName.CALLS, None))
    coverage = Coverage(count, int(published.value)) if published else None
    return Figure(FigureName.CALLS, Subject(), published, Decimal(count), coverage)


def _whole(
    projects: Sequence[GrantedProject], subject: Subject, official: Official
) -> Iterator[Figure]:
    """What can be counted of these projects, and what was published about them."""
    for name in FigureName:
        published = official.get((name, None))
        if name in COUNTERS:
            counted = COUNTERS[name](projects)
            coverage = _coverage(counted.known, official)
            counts_from_zero = name is FigureName.GRANTED and coverage is not None
            known = counted.value if counted.value or counts_from_zero else None
            if published or known is not None:
                yield Figure(name, subject, published, known, coverage)
        elif published and name is not FigureName.CALLS:
            yield Figure(name, subject, published)


def _municipality_share(
    catalogue: Catalogue, projects: Sequence[GrantedProject], official: Official
) -> Iterator[Figure]:
    """The participating municipalities as a share of all that existed at the reference day."""
    day = reference_day(catalogue)
    all_then = catalogue.register.existing_at(day) if day else ()
    if all_then:
        taking_part = len(municipalities_of(projects))
        coverage = _parties_coverage(projects, official)
        share = percentage(taking_part, len(all_then))
        yield Figure(FigureName.MUNICIPALITY_SHARE, Subject(), None, share, coverage)


def _coverage(known: int, official: Official) -> Coverage | None:
    """Of how many of all granted projects something is known; None where nobody gave a total."""
    total = official.get((FigureName.GRANTED, None))
    return Coverage(known, int(total.value)) if total else None


def _parties_coverage(projects: Sequence[GrantedProject], official: Official) -> Coverage | None:
    return _coverage(COUNTERS[FigureName.MUNICIPALITIES](projects).known, official)


def percentage(part: int, whole: int) -> Decimal:
    """`part` in per cent of `whole`, to one decimal, halves upward."""
    share = Decimal(part) * 100 / Decimal(whole)
    return share.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _by_focus(
    projects: Sequence[GrantedProject],
    focuses: Iterable[str],
    call: str | None,
    official: Official,
) -> Iterator[Figure]:
    """Projects and municipalities of each focus; known where the project's focus is known."""
    groups = _grouped(projects, lambda each: each.project.focus)
    with_focus = [each for group in groups.values() for each in group]
    coverage = _coverage(len(with_focus), official)
    parties = _parties_coverage(with_focus, official)
    for focus in focuses:
        subject = Subject(call, Dimension.FOCUS, focus)
        published = official.get((FigureName.GRANTED, focus))
        if published or call is None or groups[focus]:
            count = len(groups[focus])
            is_known = count > 0 or (coverage is not None and coverage.is_full)
            computed = Decimal(count) if is_known else None
            yield Figure(FigureName.GRANTED, subject, published, computed, coverage)
        if call is None:
            yield _municipality_count(groups[focus], subject, parties)


def _by_type(
    projects: Sequence[GrantedProject], types: Iterable[str], official: Official
) -> Iterator[Figure]:
    """Projects and municipalities of each type; known where the project's type is known."""
    groups = _grouped(projects, lambda each: each.type)
    with_type = [each for group in groups.values() for each in group]
    coverage = _coverage(len(with_type), official)
    parties = _parties_coverage(with_type, official)
    for term in types:
        subject = Subject(None, Dimension.TYPE, term)
        yield Figure(FigureName.GRANTED, subject, None, Decimal(len(groups[term])), coverage)
        yield _municipality_count(groups[term], subject, parties)


def _municipality_count(
    projects: Sequence[GrantedProject], subject: Subject, coverage: Coverage | None
) -> Figure:
    count = Decimal(len(municipalities_of(projects)))
    return Figure(FigureName.MUNICIPALITIES, subject, None, count, coverage)


def _by_region(
    catalogue: Catalogue,
    projects: Sequence[GrantedProject],
    regions: Iterable[str],
    official: Official,
) -> Iterator[Figure]:
    """Municipalities of each region, and their share of those that existed."""
    taking_part = municipalities_of(projects).values()
    coverage = _parties_coverage(projects, official)
    day = reference_day(catalogue)
    all_then = catalogue.register.existing_at(day) if day else ()
    for region in regions:
        subject = Subject(None, Dimension.REGION, region)
        count, whole = _in_region(taking_part, region), _in_region(all_then, region)
        yield Figure(FigureName.MUNICIPALITIES, subject, None, Decimal(count), coverage)
        if whole:
            share = percentage(count, whole)
            yield Figure(FigureName.MUNICIPALITY_SHARE, subject, None, share, coverage)


def _in_region(municipalities: Iterable[Municipality], region: str) -> int:
    return sum(1 for each in municipalities if each.province == region)


def _grouped(
    projects: Sequence[GrantedProject], key: Callable[[GrantedProject], str | None]
) -> Mapping[str, list[GrantedProject]]:
    """Projects by a term; those of which it is unknown are in no group."""
    found: dict[str, list[GrantedProject]] = defaultdict(list)
    for each in projects:
        if term := key(each):
            found[term].append(each)
    return found
