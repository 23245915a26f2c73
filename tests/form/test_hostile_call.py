"""The form of a call whose texts are all a stranger's: it shows them, and runs nothing of them."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from gzg.texts import Language
from tests.site.programmes import built, keep_in_git, smallest
from tests.site.served import Noted, served, settled, watched

RUNS = '<img src=x onerror="window.__pwned=1"> [klik](javascript:window.__pwned=1) {count} {0}'
TEXT = json.dumps(f"</script><script>window.__pwned=1</script> {RUNS}")
FILES = {
    "content/calls/voorbeeldoproep/call.yml": f"""\
id: voorbeeldoproep
number: 1
title: {TEXT}
summary: {TEXT}
type: concept
focuses: [nabij]
asks: [shares, budget, success-plan, blueprints, building-blocks, standards, agreement]
cofinancing: {{description: {TEXT}}}
eligibility: {{territory: {TEXT}, already_running: {TEXT}}}
dossier_parts:
  - part: plan
    help: {TEXT}
    headings:
      - {{title: {TEXT}, help: {TEXT}, example: {TEXT}}}
""",
    "content/organisations/vreemd.yml": f"id: vreemd\nname: {TEXT}\nkind: gemeente\n",
}
"""A call and an organisation: no check has looked at them."""

PLACES = {Language.NL: "indienen/voorbeeldoproep/", Language.EN: "en/submit/voorbeeldoproep/"}
STRANGE = "#form :is(script, img, iframe, object, embed, form, a[href^='javascript' i], [onerror])"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = smallest(tmp_path_factory.mktemp("hostile") / "programme", FILES)
    keep_in_git(root)
    with served(built(root, root.parent / "site")) as address:
        yield address


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="nl-BE")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", Language)
def test_a_form_shows_the_text_of_a_stranger_and_runs_nothing_of_it(
    hostile: str, page: Page, language: Language
) -> None:
    noted: Noted = watched(page, hostile)
    page.goto(hostile + PLACES[language])
    form = settled(page).locator("#form")
    for text in form.get_by_text(RUNS).all():
        expect(text).to_be_visible()
    expect(form.get_by_text(RUNS)).not_to_have_count(0)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert page.evaluate("typeof window.__pwned") == "undefined"
    assert page.locator(STRANGE).count() == 0
    assert (noted.console, noted.foreign, noted.failed) == ([], [], [])


def test_a_name_of_a_stranger_is_offered_as_text(hostile: str, page: Page) -> None:
    noted: Noted = watched(page, hostile)
    page.goto(hostile + PLACES[Language.NL])
    form = settled(page).locator("#form")
    form.get_by_role("button", name="toevoegen").first.click()
    field = form.get_by_role("combobox").first
    field.fill("vreemd")
    offered = page.get_by_role("listbox").get_by_role("option")
    expect(offered.first).to_contain_text(RUNS)
    offered.first.click()
    expect(offered).to_have_count(0)
    expect(form.get_by_text(RUNS).first).to_be_visible()
    assert page.evaluate("typeof window.__pwned") == "undefined"
    assert (noted.console, noted.foreign) == ([], [])
