"""A dossier filled in by somebody: typed from nothing to a zip that the office takes in."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from gzg.repository.yaml_text import parse
from gzg.texts import Language
from gzg.texts.formats import readable
from gzg.wizard.dossier_text import chapters
from tests.form.corpus import CLOSING, texts
from tests.form.corpus import PRACTICE as SETTING
from tests.form.filling import EXAMPLE, PRACTICE, Person, files_of_example, somebody
from tests.site.programmes import ROOT, copy_of_the_real_content, gzg

ROLES = {
    "lead": "Penhouder",
    "initiator": "Initiatiefnemer",
    "partner": "Partner",
    "subcontractor": "Onderaannemer",
}


@pytest.fixture(scope="module")
def example() -> Any:
    """What the good dossier of the practice call holds."""
    return parse(files_of_example(ROOT)["submission.yml"])[0]


def amount(value: object) -> str:
    return readable(value, Language.NL)


def day(value: object) -> str:
    """As people write a day."""
    year, month, number = str(value).split("-")
    return f"{int(number)}/{int(month)}/{year}"


def name_of(organisation: str) -> str:
    found = SETTING.catalogue().organisation(organisation, None)
    assert found
    return found.name


def choose_organisation(person: Person, at: Locator, name: str) -> None:
    """Type the name and take the first of the list."""
    at.press_sequentially(name)
    expect(at).to_have_attribute("aria-expanded", "true")
    at.press("ArrowDown")
    at.press("Enter")
    expect(at).to_have_value(name)


def fill_in_project(person: Person, data: Any) -> None:
    for label, field in (("Projectnaam", "title"), ("Samenvatting", "summary")):
        person.put(label, data[field])
    person.page.get_by_label("Innovatieve dienstverlening", exact=True).check()
    for domain in ("Burgerzaken", "Digitaal loket"):
        person.page.get_by_label(domain, exact=True).check()
    for label, field in (("Geplande start", "begins"), ("Gepland einde", "ends")):
        person.put(label, day(data[field]))
    for label, field in (("Gevraagd bedrag", "requested"), ("Eigen inbreng", "own_contribution")):
        person.put(label, amount(data[field]))


def fill_in_parties(person: Person, data: Any) -> None:
    for party in data["parties"]:
        item = person.add("Partij")
        choose_organisation(person, item.get_by_role("combobox"), name_of(party["organisation"]))
        item.get_by_label(ROLES[party["role"]], exact=True).check()
        person.put("Taak", party["task"], item)
        for label, field in (("Aandeel", "share"), ("Eigen inbreng", "own_contribution")):
            if field in party:
                person.put(label, amount(party[field]), item)


def fill_in_budget(person: Person, data: Any) -> None:
    for line in data["budget"]:
        item = person.add("Begrotingslijn")
        person.field("Partij", item).select_option(label=name_of(line["organisation"]))
        person.put("Jaar", str(line["year"]), item)
        person.put("Omschrijving", line["title"], item)
        person.put("Bedrag", amount(line["amount"]), item)


def fill_in_results(person: Person, data: Any) -> None:
    for indicator in data["success_plan"]:
        item = person.add("Indicator")
        person.put("Wat u meet", indicator["title"], item)
        person.put("Nulmeting", indicator["baseline"], item)
        person.put("Doel", indicator["target"], item)
        person.put("Datum", day(indicator["date"]), item)
    kinds = {"proces": "Proces", "webtoepassing": "Webtoepassing", "bouwsteen": "Bouwsteen"}
    for blueprint in data["blueprints"]:
        item = person.add("Beloofd herbruikbaar resultaat")
        person.put("Naam", blueprint["title"], item)
        for kind in blueprint["kinds"]:
            item.get_by_label(kinds[kind], exact=True).check()
        person.put("Licentie", blueprint["licence"], item)
        person.put("Samenvatting", blueprint["summary"], item)
    for block in data["building_blocks"]:
        item = person.add("Bouwsteen")
        person.put("Naam", block["title"], item)
        if "blueprint" in block:
            person.field("Herbruikbaar resultaat", item).select_option(value=block["blueprint"])
    person.put("Standaarden", ", ".join(data["standards"]))


def fill_in_agreement(person: Person, data: Any) -> None:
    agreement = data["agreement"]
    section = person.page.get_by_role("region", name="Samenwerkingsovereenkomst")
    person.put("Datum", day(agreement["date"]), section)
    person.put("Controlegetal", agreement["sha256"], section)
    person.field("Bewaard door", section).select_option(label=name_of(agreement["kept_by"]))
    for decision in agreement["decisions"]:
        item = section.get_by_role("group", name=name_of(decision["organisation"]))
        person.put("Orgaan", decision["body"], item)
        person.put("Datum", day(decision["date"]), item)
    person.put("Dienst", data["contact"]["service"])
    person.put("Mailbox", data["contact"]["mailbox"])


def write_texts(person: Person) -> None:
    written = texts(SETTING)
    for chapter in chapters(SETTING.call, SETTING.programme):
        part = person.page.locator("section.group").filter(
            has=person.page.get_by_role("heading", name=chapter.part_title, level=2)
        )
        part.get_by_label(chapter.title, exact=True).fill(written[chapter.key])


def fill_in_everything(person: Person, data: Any) -> None:
    fill_in_project(person, data)
    fill_in_parties(person, data)
    fill_in_budget(person, data)
    fill_in_results(person, data)
    fill_in_agreement(person, data)
    write_texts(person)


def without_id(data: Any) -> Any:
    return {name: value for name, value in data.items() if name != "id"}


def test_a_dossier_typed_from_nothing_becomes_a_zip_that_the_office_takes_in(
    chromium: Browser, address: str, example: Any, tmp_path: Path
) -> None:
    with somebody(chromium, address) as person:
        fill_in_everything(person, example)
        person.put("Naam van de map", "van niets")
        summary = person.check()
        expect(summary).to_contain_text(person.say("page.summary-good"))
        expect(person.page.locator(".progress .far")).to_have_text(
            person.say("page.filled", count=27, total=27)
        )
        expect(person.page.locator(".faults")).to_have_count(0)
        with person.page.expect_download() as download:
            person.page.get_by_role("button", name="van-niets.zip").click()
        file = tmp_path / "van-niets.zip"
        download.value.save_as(file)
        assert (person.noted.console, person.noted.foreign) == ([], [])
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as packed:
        record = packed.read(f"submissions/{PRACTICE}/van-niets/submission.yml").decode()
    assert without_id(parse(record)[0]) == without_id(example)
    root = copy_of_the_real_content(tmp_path / "programme")
    taken = gzg("receive", file, "--root", root)
    assert taken.returncode == 0, taken.stdout + taken.stderr
    assert "GZG" not in taken.stdout + taken.stderr
    assert (root / f"submissions/{PRACTICE}/van-niets/submission.yml").exists()


def test_only_what_applies_is_asked_of_a_party(chromium: Browser, address: str) -> None:
    with somebody(chromium, address) as person:
        item = person.add("Partij")
        share = item.get_by_label("Aandeel", exact=True)
        optional = item.get_by_label("Aandeel (niet verplicht)", exact=True)
        item.get_by_label("Penhouder", exact=True).check()
        expect(share).to_be_visible()
        item.get_by_label("Partner", exact=True).check()
        expect(optional).to_be_visible()
        item.get_by_label("Onderaannemer", exact=True).check()
        expect(share.or_(optional)).to_have_count(0)


def test_an_answer_that_no_longer_applies_stays_in_view_with_its_fault(
    chromium: Browser, address: str
) -> None:
    with somebody(chromium, address) as person:
        person.open_files(files_of_example(ROOT))
        item = person.page.locator("#f-parties-0")
        item.get_by_label("Onderaannemer", exact=True).check()
        expect(item.get_by_label("Aandeel (niet verplicht)", exact=True)).to_have_value("70.000")
        expect(item).to_contain_text("GZG226")


def test_a_call_that_asks_less_gives_a_shorter_form(chromium: Browser, address: str) -> None:
    with somebody(chromium, address, setting=CLOSING, at="2024-10-01T10:00:00+02:00") as person:
        titles = person.page.locator(".asked section.group > h2").all_inner_texts()
        assert "Begroting" in titles
        assert "Beloofde herbruikbare resultaten" not in titles
        person.add("Partij")
        expect(person.page.get_by_label("Aandeel", exact=True)).to_have_count(0)


def test_sums_are_shown_while_amounts_are_typed(chromium: Browser, address: str) -> None:
    with somebody(chromium, address) as person:
        person.put("Gevraagd bedrag", "100000")
        parties = person.page.locator("#f-parties")
        person.add("Partij")
        person.put("Aandeel", "60.000", person.page.locator("#f-parties-0"))
        expect(parties.locator(".balance")).to_contain_text("60.000 van 100.000 euro.")
        expect(parties.locator(".balance")).to_contain_text("Nog te verdelen: 40.000 euro.")
        person.add("Partij")
        second = person.field("Aandeel", person.page.locator("#f-parties-1"))
        second.press_sequentially("40000,0")
        expect(parties.locator(".balance")).to_contain_text("100.000 van 100.000 euro.")
        second.press_sequentially("1")
        expect(parties.locator(".balance")).to_contain_text("Dat is 0,01 euro te veel.")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("150000", "150.000 euro"),
        ("150.000", "150.000 euro"),
        ("150 000,50", "150.000,50 euro"),
        ("€ 1.107.397,5", "1.107.397,50 euro"),
        ("1,1 miljoen", "1.100.000 euro"),
    ],
)
def test_an_amount_is_read_as_people_write_it_and_shown_back(
    chromium: Browser, address: str, typed: str, shown: str
) -> None:
    with somebody(chromium, address) as person:
        field = person.field("Gevraagd bedrag")
        field.press_sequentially(typed)
        expect(field).to_have_value(typed)
        expect(person.page.locator("#f-requested-echo")).to_have_text(shown)
        assert "f-requested-echo" in (field.get_attribute("aria-describedby") or "")


@pytest.mark.parametrize("typed", ["1 september 2026", "1/9/2026", "2026-09-01", "01.09.2026"])
def test_a_day_is_read_as_people_write_it_and_shown_back(
    chromium: Browser, address: str, typed: str
) -> None:
    with somebody(chromium, address) as person:
        person.field("Geplande start").press_sequentially(typed)
        expect(person.page.locator("#f-begins-echo")).to_have_text("1 september 2026")


def test_amounts_are_read_and_shown_in_english_too(chromium: Browser, address: str) -> None:
    with somebody(chromium, address, language=Language.EN) as person:
        person.field("Amount requested").press_sequentially("150,000.50")
        expect(person.page.locator("#f-requested-echo")).to_have_text("150,000.50 euro")


def test_an_organisation_is_found_by_a_part_of_its_name(chromium: Browser, address: str) -> None:
    with somebody(chromium, address) as person:
        box = person.add("Partij").get_by_role("combobox")
        box.press_sequentially("niklaas")
        option = person.page.get_by_role("listbox").get_by_role("option")
        expect(option).to_have_text(["Sint-Niklaas Gemeente"])
        expect(person.page.get_by_role("status").first).to_have_text(person.say("field.found.one"))
        option.click()
        expect(box).to_have_value("Sint-Niklaas")
        expect(person.page.get_by_role("group", name="Partij 1: Sint-Niklaas")).to_be_visible()


def test_a_misspelt_organisation_is_asked_back(chromium: Browser, address: str) -> None:
    with somebody(chromium, address) as person:
        box = person.add("Partij").get_by_role("combobox")
        box.press_sequentially("Gennt")
        box.press("Tab")
        meant = person.page.locator(".meant")
        expect(meant).to_contain_text(person.say("field.mean"))
        meant.get_by_role("button", name="Gent", exact=True).click()
        expect(box).to_have_value("Gent")
        expect(box).to_be_focused()
        expect(meant).to_have_count(0)


def test_an_organisation_that_nobody_knows_is_said_to_be_unknown(
    chromium: Browser, address: str
) -> None:
    with somebody(chromium, address) as person:
        box = person.add("Partij").get_by_role("combobox")
        box.press_sequentially("Xylofoonbond")
        box.press("Tab")
        expect(person.page.locator(".meant")).to_have_text(
            person.say("field.unknown-organisation", name="Xylofoonbond")
        )


def test_an_item_that_was_taken_away_can_be_put_back(chromium: Browser, address: str) -> None:
    with somebody(chromium, address) as person:
        person.open_files(files_of_example(ROOT))
        parties = person.page.locator("#f-parties > .item")
        expect(parties).to_have_count(5)
        person.page.get_by_role("button", name="Partij 2 weghalen").click()
        expect(parties).to_have_count(4)
        back = person.page.get_by_role("button", name=person.say("field.put-back"))
        expect(back).to_be_focused()
        back.click()
        expect(parties).to_have_count(5)
        expect(parties.nth(1).get_by_role("combobox")).to_have_value(
            "Voorbeeldgemeente Heidebeke (oefening)"
        )


def test_the_folder_is_named_after_the_project_until_it_gets_its_own_name(
    chromium: Browser, address: str
) -> None:
    with somebody(chromium, address) as person:
        title, folder = person.field("Projectnaam"), person.field("Naam van de map")
        title.fill("Eén digitaal loket")
        expect(folder).to_have_value("een-digitaal-loket")
        folder.fill("Loket")
        expect(person.page.locator("#f-id-echo")).to_have_text("loket")
        title.fill("Eén digitaal loket voor wie verhuist")
        expect(person.page.locator("#f-id-echo")).to_have_text("loket")

        taken = person.page.get_by_text("Er is al een dossier met deze naam")
        expect(taken).to_have_count(0)
        folder.fill("Digitaal loket")
        expect(taken).to_be_visible()
        expect(folder).to_have_accessible_description(re.compile("Er is al een dossier"))
        expect(folder).not_to_have_attribute("aria-invalid", "true")
        folder.fill("Digitaal loket 2")
        expect(taken).to_have_count(0)


def test_what_is_missing_is_in_view_and_leads_to_its_question(
    chromium: Browser, address: str
) -> None:
    with somebody(chromium, address) as person:
        person.open_files(files_of_example(ROOT))
        person.put("Samenvatting", "", person.page.get_by_role("region", name="Het project"))
        far = person.page.locator(".progress .far")
        expect(far).to_have_text(person.say("page.filled", count=26, total=27))
        link = person.page.locator(".progress").get_by_role("link", name="Het project")
        expect(link.locator("xpath=..")).to_contain_text(person.say("page.open-short", count=1))
        link.click()
        expect(person.field("Samenvatting")).to_be_focused()


def test_the_summary_takes_the_focus_and_leads_to_each_fault(
    chromium: Browser, address: str
) -> None:
    with somebody(chromium, address) as person:
        person.open_files(files_of_example(ROOT))
        person.put("Gevraagd bedrag", "180.000")
        summary = person.check()
        expect(summary.get_by_role("heading", level=2)).to_have_text(person.say("page.summary"))
        summary.get_by_role("link", name="Gevraagd bedrag", exact=True).first.click()
        expect(person.field("Gevraagd bedrag")).to_be_focused()


def test_the_example_opens_without_a_fault(chromium: Browser, address: str) -> None:
    with somebody(chromium, address) as person:
        person.open_files(files_of_example(ROOT))
        expect(person.field("Naam van de map")).to_have_value(EXAMPLE)
        summary = person.check()
        expect(summary).to_contain_text(person.say("page.summary-good"))


def test_a_fault_is_told_to_who_types_on_and_a_sum_only_when_its_list_is_done(
    chromium: Browser, address: str
) -> None:
    with somebody(chromium, address) as person:
        person.open_files(files_of_example(ROOT))
        person.put("Gevraagd bedrag", "180.000")
        share = person.page.locator("#f-parties-1-share")
        share.fill("36000")
        expect(person.faults(["requested"])).to_contain_text("GZG221")
        expect(person.page.locator("#f-parties .balance")).to_contain_text("121.000 van 180.000")
        expect(person.page.locator(".filling")).not_to_contain_text("GZG230")
        person.page.locator("h1").click()
        expect(person.faults(["parties", 1])).to_contain_text("GZG230")
