"""The parts of a dossier as tables and lists: consortium, money, promises and agreement."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from gzg.model.kinds import Kind
from gzg.model.submission import BudgetLine, BuildingBlock, Submission
from gzg.site.edition import Edition, unique
from gzg.site.page import Data, link
from gzg.site.wording import day

MOST_YEARS = 6
"""With more years than this a table by year is wider than a page: only the lines are shown."""


def consortium(edition: Edition, submission: Submission, when: date | None) -> list[Data]:
    """Each party with its role, its part of the grant and what it pays itself."""
    return [
        {
            **edition.organisation_link(party.organisation, when),
            "role": edition.term("role", party.role),
            "task": edition.own(party.task) if party.task else None,
            "share": _euro(edition, party.share),
            "own": _euro(edition, party.own_contribution),
        }
        for party in submission.parties
    ]


def budget(edition: Edition, submission: Submission, when: date | None) -> Data | None:
    """The costs by year and party, with totals, and the lines they are made of."""
    lines = submission.budget
    if not lines:
        return None
    years = sorted({line.year for line in lines})
    return {
        **(_by_year(edition, lines, years, when) if len(years) <= MOST_YEARS else {}),
        "total": _euro(edition, sum((line.amount for line in lines), Decimal())),
        "lines": [_line(edition, line, when) for line in lines],
    }


def _by_year(
    edition: Edition, lines: tuple[BudgetLine, ...], years: list[int], when: date | None
) -> Data:
    sums: defaultdict[tuple[str, int], Decimal] = defaultdict(Decimal)
    for line in lines:
        sums[line.organisation, line.year] += line.amount
    parties = unique(line.organisation for line in lines)
    by_party = {id: [sums.get((id, year)) for year in years] for id in parties}
    whole = [
        sum((amounts[at] or Decimal() for amounts in by_party.values()), Decimal())
        for at in range(len(years))
    ]
    return {
        "years": [str(year) for year in years],
        "rows": [
            {**edition.organisation_link(id, when), **_row(edition, years, amounts)}
            for id, amounts in by_party.items()
        ],
        "whole": _row(edition, years, whole),
    }


def _row(edition: Edition, years: list[int], amounts: Sequence[Decimal | None]) -> Data:
    """The amount of each year, where there is one, and all of them together."""
    return {
        "amounts": [
            {"year": str(year), "amount": _euro(edition, amount)}
            for year, amount in zip(years, amounts, strict=True)
        ],
        "total": _euro(edition, sum((each or Decimal() for each in amounts), Decimal())),
    }


def _line(edition: Edition, line: BudgetLine, when: date | None) -> Data:
    return {
        "title": edition.own(line.title),
        "year": str(line.year),
        "party": edition.organisation_link(line.organisation, when),
        "amount": _euro(edition, line.amount),
    }


def success_plan(edition: Edition, submission: Submission) -> list[Data]:
    """What will be measured: where it stands, where it must come, and when."""
    return [
        {
            "title": edition.own(each.title),
            "baseline": edition.own(each.baseline),
            "target": edition.own(each.target),
            "date": day(edition, each.date),
        }
        for each in submission.success_plan
    ]


def blueprints(edition: Edition, submission: Submission) -> list[Data]:
    """The reusable results that are promised."""
    return [
        {
            "title": edition.own(each.title),
            "summary": edition.own(each.summary) if each.summary else None,
            "kinds": [edition.term("blueprint-kind", id) for id in each.kinds],
            "licence": each.licence,
        }
        for each in submission.blueprints
    ]


def building_blocks(edition: Edition, submission: Submission) -> list[Data]:
    """What the project builds on, each leading to the catalogue or to its own address."""
    return [_building_block(edition, each) for each in submission.building_blocks]


def _building_block(edition: Edition, block: BuildingBlock) -> Data:
    title = edition.own(block.title)
    known = block.blueprint is not None and block.blueprint in edition.catalogue.blueprints
    page = edition.record_address(Kind.BLUEPRINT, block.blueprint or "") if known else None
    href = page or block.url
    return link(title, href) if href else {"text": title}


def agreement(edition: Edition, submission: Submission, when: date | None) -> list[Data]:
    """The facts of the signed agreement, which itself is kept elsewhere."""
    found = submission.agreement
    if found is None:
        return []
    rows: list[tuple[str, list[object]]] = [
        ("date", [day(edition, found.date)]),
        ("kept_by", [edition.organisation_link(found.kept_by, when)]),
        ("sha256", [found.sha256]),
    ]
    for each in found.decisions:
        name = edition.organisation_name(each.organisation, when)
        values = {"organisation": name, "body": each.body, "day": each.date}
        rows.append(("decided", [edition.say("agreement.decision", **values)]))
    return [{"label": edition.say(f"agreement.{name}"), "values": values} for name, values in rows]


def _euro(edition: Edition, value: Decimal | None) -> str | None:
    return None if value is None else edition.say("amount.exact", value=value)
