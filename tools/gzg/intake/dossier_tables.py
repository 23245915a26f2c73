"""The consortium and the budget of a dossier as tables: amounts as handed in, and their sums."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from gzg.intake.verdict import HandedIn
from gzg.model.base import localised
from gzg.model.submission import Submission
from gzg.reporters.markup import inert, table
from gzg.repository.catalogue import Catalogue
from gzg.texts import Language, say
from gzg.texts.formats import readable

SUBJECT = "pull-request"
MOST_ROWS = 40
"""Rows of one table; the sums are of all."""

MOST_YEARS = 10
LONGEST_CELL = 200
AMOUNTS_OF_CONSORTIUM = frozenset({3, 4})


def consortium(handed_in: HandedIn, catalogue: Catalogue, language: Language) -> str:
    """Every party with its role, task and amounts."""
    submission = _submission(handed_in)
    day = catalogue.date_of_submission(handed_in.id, submission)
    rows = [
        [
            _name(party.organisation, day, catalogue),
            _role(party.role, catalogue, language),
            inert(party.task or "", LONGEST_CELL),
            _amount(party.share, language),
            _amount(party.own_contribution, language),
        ]
        for party in submission.parties
    ]
    total = _total(
        [
            "",
            "",
            _amount(_sum(party.share for party in submission.parties), language),
            _amount(_sum(party.own_contribution for party in submission.parties), language),
        ],
        language,
    )
    heads = ("organisation", "role", "task", "share", "own-contribution")
    return _section("consortium", heads, [*_cut(rows, language), total], language)


def budget(handed_in: HandedIn, catalogue: Catalogue, language: Language) -> str:
    """Every cost under its year, with the sum of each year and of all."""
    submission = _submission(handed_in)
    day = catalogue.date_of_submission(handed_in.id, submission)
    years = sorted({line.year for line in submission.budget})[:MOST_YEARS]
    rows = []
    by_year: defaultdict[int, Decimal] = defaultdict(Decimal)
    for line in submission.budget:
        by_year[line.year] += line.amount
        amounts = [_amount(line.amount, language) if line.year == year else "" for year in years]
        name = _name(line.organisation, day, catalogue)
        rows.append([name, inert(line.title, LONGEST_CELL), *amounts])
    whole = _amount(_sum(line.amount for line in submission.budget), language)
    euro = say(SUBJECT, "euro", language, amount=whole)
    total = _total([euro, *(_amount(by_year[year], language) for year in years)], language)
    heads = ("organisation", "cost", *(str(year) for year in years))
    return _section("budget", heads, [*_cut(rows, language), total], language)


def _submission(handed_in: HandedIn) -> Submission:
    assert handed_in.submission is not None
    return handed_in.submission


def _section(key: str, heads: Iterable[str], rows: list[list[str]], language: Language) -> str:
    titles = [head if head.isdecimal() else say(SUBJECT, head, language) for head in heads]
    numeric = AMOUNTS_OF_CONSORTIUM if key == "consortium" else frozenset(range(2, len(titles)))
    return f"### {say(SUBJECT, key, language)}\n\n{table(titles, rows, numeric)}"


def _cut(rows: list[list[str]], language: Language) -> list[list[str]]:
    """The rows that are shown, and a last one that says how many are not."""
    if len(rows) <= MOST_ROWS:
        return rows
    count = readable(len(rows) - MOST_ROWS, language)
    rest = inert(say(SUBJECT, "rows-left-out", language, count=count))
    return [*rows[:MOST_ROWS], [rest, *([""] * (len(rows[0]) - 1))]]


def _total(cells: list[str], language: Language) -> list[str]:
    bold = [f"**{cell}**" if cell else "" for cell in cells]
    return [f"**{say(SUBJECT, 'total', language)}**", *bold]


def _name(id: str, day: date | None, catalogue: Catalogue) -> str:
    organisation = catalogue.organisation(id, day)
    return inert(organisation.name if organisation else id, LONGEST_CELL)


def _role(id: str, catalogue: Catalogue, language: Language) -> str:
    term = catalogue.terms("role").get(id)
    main = catalogue.programme.main_language if catalogue.programme else "nl"
    return inert(localised(term.title, language, main)[0] if term else id, LONGEST_CELL)


def _amount(amount: Decimal | None, language: Language) -> str:
    return "" if amount is None else readable(amount, language)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal()) if known else None
