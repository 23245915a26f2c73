"""Hundreds of dossiers before two judges, the rules in Python and those in the browser."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from gzg.rules.registry import rules
from gzg.site.form_words import CODES
from gzg.texts import Language
from tests.form.core import Core
from tests.form.corpus import CLOSING, PRACTICE, about_the_call, corpus
from tests.form.judging import (
    Case,
    Judged,
    Setting,
    by_id,
    can_be_typed,
    dossier,
    files_of,
    judged_in_javascript,
    judged_in_python,
    teach,
)
from tests.form.left_to_checks import LEFT_TO_CHECKS

ZONE = ZoneInfo("Europe/Brussels")
FEWEST = 300


class Sitting(NamedTuple):
    """What is judged together: cases of one call, at one moment."""

    setting: Setting
    now: datetime
    cases: Callable[[Setting], Sequence[Case]]


def first_cases(setting: Setting) -> Sequence[Case]:
    """Some, where only the clock makes the difference."""
    return about_the_call(setting)[:40]


SITTINGS = {
    "practice call": Sitting(PRACTICE, datetime(2026, 3, 2, 10, 0, tzinfo=ZONE), corpus),
    "call that closed": Sitting(
        CLOSING, datetime(2024, 12, 2, 12, 0, 1, tzinfo=ZONE), about_the_call
    ),
    "last second": Sitting(
        CLOSING, datetime(2024, 12, 2, 12, 0, 0, 999000, tzinfo=ZONE), first_cases
    ),
    "call to open": Sitting(CLOSING, datetime(2024, 9, 2, 8, 59, 59, tzinfo=ZONE), first_cases),
}


@cache
def cases_of(name: str) -> Mapping[str, Case]:
    setting, _, cases = SITTINGS[name]
    return dict(by_id(cases(setting)))


@cache
def judged(name: str) -> Judged:
    sitting = SITTINGS[name]
    return judged_in_python(sitting.setting, cases_of(name), sitting.now)


@pytest.mark.parametrize("name", SITTINGS)
def test_two_judges_say_the_same(core: Core, name: str) -> None:
    setting, now, _ = SITTINGS[name]
    found = judged(name)
    kits = {language: teach(core, setting, language) for language in Language}

    differences = []
    for id, case in cases_of(name).items():
        for language in Language:
            here = found.found[id][language]
            there = judged_in_javascript(core, setting, kits[language], id, case, now, found)
            if here != there:
                only_here, only_there = (
                    Counter(here) - Counter(there),
                    Counter(there) - Counter(here),
                )
                differences.append((case.name, list(only_here), list(only_there)))

    assert differences == []


def test_there_are_enough_dossiers_and_each_differs() -> None:
    cases = cases_of("practice call").values()

    assert len(cases) >= FEWEST
    assert len({repr((case.data, case.texts)) for case in cases}) >= FEWEST


def test_every_rule_of_the_form_finds_something() -> None:
    found = {
        each.code
        for name in SITTINGS
        for by_language in judged(name).found.values()
        for each in by_language[Language.NL]
    }

    assert set(CODES) - found == set()


def test_of_every_other_rule_is_written_why_it_is_left_to_the_checks() -> None:
    others = {rule.code for rule in rules()} - set(CODES)

    assert set(LEFT_TO_CHECKS) == others


@pytest.mark.parametrize("language", Language)
def test_the_files_are_those_of_the_terminal(core: Core, language: Language) -> None:
    name = teach(core, PRACTICE, language)

    differences = [
        case.name
        for id, case in cases_of("practice call").items()
        if can_be_typed(case)
        and core.ask("files", name=name, dossier=dossier(PRACTICE, id, case))
        != files_of(PRACTICE, id, case, language)
    ]

    assert differences == []
