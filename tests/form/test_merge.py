"""Two people who change one dossier see what differs, choose, and lose nothing."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.form.filling import Person, files_of_example, said, somebody
from tests.form.test_differences import dossier
from tests.form.test_draft import field, kept
from tests.site.programmes import ROOT

TITLE = "Projectnaam"
SUMMARY = "Samenvatting"


def file_of(page: Page, folder: Path) -> Path:
    """The file that somebody saves and mails."""
    with page.expect_download() as download:
        page.get_by_role("button", name=said("draft.save")).click()
    place = folder / download.value.suggested_filename
    download.value.save_as(place)
    return place


def take(page: Page, file: Path) -> None:
    page.locator(".draft input[type=file]").set_input_files(file)


def difference(page: Page, label: str) -> Locator:
    return page.get_by_role("group", name=label, exact=True)


def test_a_file_goes_to_a_partner_and_back(chromium: Browser, address: str, tmp_path: Path) -> None:
    with somebody(chromium, address) as lead, somebody(chromium, address) as partner:
        lead.open_files(files_of_example(ROOT))
        kept(lead.page)
        take(partner.page, file_of(lead.page, tmp_path))
        expect(partner.page.get_by_text(said("draft.opened"))).to_be_visible()

        change(partner, "Van de partner", "90000", "Anders.")
        lead.put(TITLE, "Van de penhouder")
        lead.put("Dienst", "Dienst Onthaal")
        take(lead.page, file_of(partner.page, tmp_path))

        page = lead.page
        expect(page.get_by_role("heading", name=said("draft.merge-title"))).to_be_focused()
        expect(page.locator(".merge")).to_contain_text(said("draft.merge-known"))
        page.get_by_role("button", name=said("draft.merge-do")).click()
        expect(difference(page, TITLE)).to_contain_text(said("draft.merge-choose"))
        expect(difference(page, TITLE).get_by_role("radio").first).to_be_focused()
        difference(page, TITLE).get_by_label("Van de partner").check()
        difference(page, "Pitch: Het probleem").get_by_label(said("draft.side-both")).check()
        page.get_by_role("button", name=said("draft.merge-do")).click()

        expect(page.get_by_text(said("draft.merged"))).to_be_visible()
        expect(field(page, TITLE)).to_have_value("Van de partner")
        expect(field(page, "Dienst")).to_have_value("Dienst Onthaal")
        kept(page)
        found = json.loads(file_of(page, tmp_path).read_text("utf-8"))["dossier"]
        assert found["data"]["requested"] == "90000"
        assert found["texts"]["pitch/Het probleem"].endswith("\n\nAnders.")
        assert len(found["data"]["parties"]) == 5
        assert lead.noted.foreign == partner.noted.foreign == lead.noted.console == []


def change(person: Person, title: str, requested: str, problem: str) -> None:
    person.put(TITLE, title)
    person.put("Gevraagd bedrag", requested)
    person.put("Het probleem", problem)
    kept(person.page)


def test_a_second_round_asks_only_what_is_new(
    chromium: Browser, address: str, tmp_path: Path
) -> None:
    with somebody(chromium, address) as lead, somebody(chromium, address) as partner:
        lead.put(TITLE, "Loket")
        take(partner.page, file_of(lead.page, tmp_path))
        partner.put(TITLE, "Van de partner")
        lead.put(TITLE, "Van de penhouder")
        take(lead.page, file_of(partner.page, tmp_path))
        difference(lead.page, TITLE).get_by_label("Van de penhouder").check()
        lead.page.get_by_role("button", name=said("draft.merge-do")).click()
        expect(lead.page.get_by_text(said("draft.merged"))).to_be_visible()

        partner.put(SUMMARY, "Voor wie verhuist.")
        take(lead.page, file_of(partner.page, tmp_path))

        merge = lead.page.locator(".merge")
        expect(merge.get_by_role("heading", name=said("draft.merge-theirs-known"))).to_be_visible()
        expect(merge.get_by_text(said("draft.merge-undecided-known"))).to_have_count(0)
        lead.page.get_by_role("button", name=said("draft.merge-do")).click()
        expect(field(lead.page, SUMMARY)).to_have_value("Voor wie verhuist.")
        expect(field(lead.page, TITLE)).to_have_value("Van de penhouder")


def test_a_version_can_stay_apart(chromium: Browser, address: str, tmp_path: Path) -> None:
    with somebody(chromium, address) as lead:
        page = lead.page
        lead.put(TITLE, "Eerst")
        file = file_of(page, tmp_path)
        lead.put(TITLE, "Later")
        take(page, file)
        page.get_by_role("button", name=said("draft.merge-apart")).click()

        expect(field(page, TITLE)).to_have_value("Eerst")
        page.locator(".others summary").click()
        expect(page.locator(".others li")).to_contain_text(["Eerst", "Later"])


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("foto.json", "{}", "not-a-draft"),
        ("dossier.gzg.json", '{"gzg-draft": 99}', "newer"),
        ("submission.yml", "call: een-andere\n", "other-call"),
        ("dossier.zip", "PK\x03\x04 en dan niets", "not-a-draft"),
        ("submission.yml", "\n".join(f"a{number}: 1" for number in range(6000)), "too-large"),
        (
            "dossier.gzg.json",
            json.dumps({"gzg-draft": 1, "dossier": dossier({"accounts": [1] * 6000}, {})}),
            "too-large",
        ),
        (
            "dossier.gzg.json",
            '{"gzg-draft": 1, "dossier": {"call": "x", "data": {}}}',
            "other-call",
        ),
    ],
)
def test_a_file_that_is_no_dossier_is_told_apart(
    chromium: Browser, address: str, tmp_path: Path, name: str, text: str, problem: str
) -> None:
    with somebody(chromium, address) as lead:
        file = tmp_path / name
        file.write_text(text, "utf-8")
        take(lead.page, file)
        expect(lead.page.get_by_text(said(f"draft.problem-{problem}"))).to_be_visible()
        assert lead.noted.console == []


def test_a_file_with_a_fault_says_on_which_line(
    chromium: Browser, address: str, tmp_path: Path
) -> None:
    with somebody(chromium, address) as lead:
        file = tmp_path / "submission.yml"
        file.write_text("title: a\nsummary: [b\n", "utf-8")
        take(lead.page, file)
        expect(lead.page.get_by_text(said("draft.problem-broken", line=3))).to_be_visible()


def test_a_file_may_hold_anything_without_breaking_the_page(
    chromium: Browser, address: str, tmp_path: Path
) -> None:
    """What has the wrong shape is set apart; the rest is there to be filled in."""
    data: dict[str, object] = {
        "title": {"een": 1},
        "parties": "geen lijst",
        "budget": [None, 3, {"amount": []}],
        "domains": [{"x": 1}],
        "__proto__": {"title": "x"},
        "constructor": "Van niemand.",
        "summary": "<script>document.title = 1</script>",
        "contact": {"service": 5, "mailbox": [1]},
    }
    texts = {"pitch/Het probleem": "<img src=x onerror=alert(1)>", "weg/": "Oud."}
    file = tmp_path / "vreemd.gzg.json"
    file.write_text(json.dumps({"gzg-draft": 1, "dossier": dossier(data, texts)}), "utf-8")
    with somebody(chromium, address) as lead:
        take(lead.page, file)
        expect(lead.page.locator(".unasked")).to_contain_text("Oud.")
        expect(lead.page.locator(".unasked")).to_contain_text("Van niemand.")
        expect(field(lead.page, SUMMARY)).to_have_value("<script>document.title = 1</script>")
        lead.put(TITLE, "Loket")
        kept(lead.page)
        assert lead.noted.console == lead.noted.foreign == []
