"""Twenty typical mistakes, each shown at its field with the code and the words of its card."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import pytest
from playwright.sync_api import Browser, expect

from gzg.diagnostics import FieldPath
from gzg.texts import Language
from gzg.wizard.dossier_text import TextKey
from gzg.wizard.plain_data import with_value
from tests.form.corpus import PRACTICE as SETTING
from tests.form.corpus import good
from tests.form.filling import EXAMPLE, Person, files_of_example, somebody
from tests.form.judging import Case, judged_in_python
from tests.site.programmes import ROOT

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@dataclass(frozen=True)
class Mistake:
    """What is typed where, and the rule that tells it; `at` where that is another place.

    `value` is what a file would then hold, where it is not what was typed.
    """

    name: str
    code: str
    answer: str
    typed: str
    value: object = None
    at: str = ""

    @property
    def path(self) -> FieldPath:
        return _path(self.answer)

    @property
    def place(self) -> FieldPath:
        return _path(self.at) if self.at else self.path


def _path(written: str) -> FieldPath:
    return tuple(int(step) if step.isdigit() else step for step in written.split("."))


PITCH = "README.pitch."
MISTAKES = (
    Mistake("too much money", "GZG221", "requested", "180.000", 180000),
    Mistake("too little money", "GZG222", "requested", "5000", 5000),
    Mistake("shares that do not add up", "GZG231", "requested", "121000", 121000),
    Mistake("an own part that is too small", "GZG235", "own_contribution", "10", 10),
    Mistake("an end before the beginning", "GZG236", "ends", "1/8/2026", "2026-08-01"),
    Mistake("a project that is too long", "GZG237", "ends", "31/12/2029", "2029-12-31"),
    Mistake("a beginning before the call", "GZG240", "begins", "1/9/2025", "2025-09-01"),
    Mistake("a year outside the project", "GZG239", "budget.0.year", "2031", 2031),
    Mistake("too many costs", "GZG230", "budget.0.amount", "8.500", 8500, at="parties.0"),
    Mistake("too high a share", "GZG230", "parties.1.share", "36.000", 36000, at="parties.1"),
    Mistake("a licence that is none", "GZG110", "blueprints.0.licence", "gratis"),
    Mistake("a mailbox that is none", "GZG113", "contact.mailbox", "burgerzaken"),
    Mistake("the mailbox of a person", "GZG515", "contact.mailbox", "jan.peeters@telenet.be"),
    Mistake("a digest that is too short", "GZG113", "agreement.sha256", "525dece4"),
    Mistake(
        "a decision after the signature",
        "GZG246",
        "agreement.decisions.1.date",
        "20 februari 2026",
        "2026-02-20",
    ),
    Mistake("a national number", "GZG511", "parties.0.task", "Van 85.07.30-033.28"),
    Mistake("a mobile number", "GZG514", "summary", "Bel ons op 0470 12 34 56."),
    Mistake("a bank account", "GZG513", "budget.1.title", "Op BE68 5390 0754 7034"),
    Mistake("an amount that is none", "GZG105", "own_contribution", "veertig duizend"),
    Mistake("a day that does not exist", "GZG104", "ends", "31 juni 2028"),
    Mistake("an address that is none", "GZG111", "building_blocks.0.url", "https://magda test"),
    Mistake("a part that is too short", "GZG244", PITCH, "Te kort."),
)


@cache
def expected() -> dict[str, tuple[str, str]]:
    """What the checks in Python say of each mistake: its message and its remedy."""
    cases = {f"m{index}": _case(each) for index, each in enumerate(MISTAKES)}
    judged = judged_in_python(SETTING, cases, NOW)
    found = {}
    for index, mistake in enumerate(MISTAKES):
        told = judged.found[f"m{index}"][Language.NL]
        (said, *_) = [each for each in told if each.code == mistake.code]
        found[mistake.name] = (said.message, said.remedy)
    return found


def _case(mistake: Mistake) -> Case:
    base = good(SETTING)
    if mistake.answer == PITCH:
        return Case(mistake.name, base.data, {**base.texts, **_short_pitch(mistake)})
    value = mistake.typed if mistake.value is None else mistake.value
    data = with_value(base.data, mistake.path, value)
    return Case(mistake.name, data, base.texts)


def _short_pitch(mistake: Mistake) -> dict[TextKey, str]:
    return {key: mistake.typed for key in good(SETTING).texts if key[0] == "pitch"}


@pytest.fixture(scope="module")
def person(chromium: Browser, address: str) -> Iterator[Person]:
    """Somebody with the good dossier open; every test puts back what it changed."""
    with somebody(chromium, address, at=NOW.isoformat()) as found:
        found.open_files(files_of_example(ROOT))
        expect(found.field("Naam van de map")).to_have_value(EXAMPLE)
        yield found


def test_there_are_twenty_mistakes() -> None:
    assert len(MISTAKES) >= 20
    assert len({each.code for each in MISTAKES}) >= 17


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each.name)
def test_a_mistake_is_shown_at_its_field_with_the_words_of_its_card(
    person: Person, mistake: Mistake
) -> None:
    message, remedy = expected()[mistake.name]
    boxes = _boxes(person, mistake)
    before = [box.input_value() for box in (person.page.locator(each) for each in boxes)]
    for each in boxes:
        person.page.locator(each).fill(mistake.typed)
        person.page.locator(each).press("Tab")
    person.page.locator("h1").click()
    try:
        faults = person.faults(mistake.place)
        expect(faults).to_contain_text(mistake.code)
        expect(faults).to_contain_text(message)
        if mistake.code not in {"GZG104", "GZG105"}:  # Their remedies speak of a file.
            expect(faults).to_contain_text(remedy)
    finally:
        for each, text in zip(boxes, before, strict=True):
            person.page.locator(each).fill(text)
    person.page.locator("h1").click()
    expect(person.page.locator(".faults")).to_have_count(0)


def _boxes(person: Person, mistake: Mistake) -> list[str]:
    if mistake.answer == PITCH:
        return [f"#f-text-{index}" for index in range(3)]
    return [f"#f-{'-'.join(map(str, mistake.path))}"]


def test_a_field_that_is_wrong_says_so_to_who_listens(person: Person) -> None:
    box = person.field("Gevraagd bedrag")
    before = box.input_value()
    box.fill("180.000")
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_accessible_description(re.compile("Gevraagd: 180.000 euro.*GZG221"))
    box.fill(before)
    expect(box).not_to_have_attribute("aria-invalid", "true")


def test_a_fault_that_appears_is_read_aloud(person: Person) -> None:
    box = person.field("Gevraagd bedrag")
    before = box.input_value()
    box.fill("175.000")
    expect(person.page.get_by_role("status").first).to_contain_text("Gevraagd: 175.000 euro.")
    box.fill(before)
