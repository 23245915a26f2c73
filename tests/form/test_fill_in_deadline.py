"""The deadline of a call while somebody fills in its form, on a clock that the test turns."""

import pytest
from playwright.sync_api import Browser, expect

from gzg.texts import Language
from tests.form.corpus import CLOSING, good
from tests.form.filling import files_of_case, somebody

ID = "op-tijd"


def _shown(time: str) -> str:
    return f"2024-12-{time}+01:00"


@pytest.mark.parametrize(
    ("time", "left"),
    [
        ("01T11:59:59", "Nog 24 uur"),
        ("02T09:30:00", "Nog 2 uur"),
        ("02T11:15:00", "Nog 45 minuten"),
        ("02T11:59:30", "Nog 31 seconden"),
    ],
)
def test_the_time_that_is_left_is_in_view(
    chromium: Browser, address: str, time: str, left: str
) -> None:
    with somebody(chromium, address, setting=CLOSING, at=_shown(time)) as person:
        expect(person.page.locator(".deadline strong")).to_have_text(left)


def test_a_deadline_that_passes_while_typing_is_told_and_loses_nothing(
    chromium: Browser, address: str
) -> None:
    with somebody(chromium, address, setting=CLOSING, at=_shown("02T11:58:00")) as person:
        page = person.page
        box = person.field("Projectnaam")
        box.press_sequentially("Net niet ")
        expect(page.get_by_text(person.say("page.soon"))).to_be_visible()
        closed = page.get_by_role("alert").filter(has_text=person.say("page.closed"))
        expect(closed).to_have_count(0)
        page.clock.set_fixed_time(_shown("02T12:00:01"))
        expect(closed).to_be_visible()
        expect(page.locator(".deadline")).to_have_text(person.say("page.closed-short"))
        expect(box).to_be_focused()
        box.press_sequentially("op tijd")
        expect(box).to_have_value("Net niet op tijd")


def test_the_verdict_after_the_deadline_is_that_of_the_checks(
    chromium: Browser, address: str
) -> None:
    files = files_of_case(CLOSING, ID, good(CLOSING))
    with somebody(chromium, address, setting=CLOSING, at=_shown("02T11:59:00")) as person:
        person.open_files(files)
        expect(person.field("Naam van de map")).to_have_value(ID)
        assert "GZG412" not in person.check().inner_text()
        person.page.clock.set_fixed_time(_shown("02T12:00:01"))
        expect(person.page.locator(".summary")).to_contain_text("GZG412")


def test_a_form_that_opens_after_the_deadline_says_so_in_both_languages(
    chromium: Browser, address: str
) -> None:
    for language in Language:
        with somebody(
            chromium, address, language=language, setting=CLOSING, at=_shown("03T08:00:00")
        ) as person:
            expect(person.page.get_by_text(person.say("page.closed"))).to_be_visible()


def test_a_call_without_an_end_shows_no_deadline(chromium: Browser, address: str) -> None:
    with somebody(chromium, address) as person:
        expect(person.page.locator(".progress")).to_be_visible()
        expect(person.page.locator(".deadline")).to_have_count(0)
