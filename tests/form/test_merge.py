"""Two people who change one dossier see what differs, choose, and lose nothing."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, expect

from tests.form.core import Core
from tests.form.filling import Person, files_of_example, said, somebody
from tests.form.test_draft import field, kept
from tests.site.programmes import ROOT

TITLE = "Projectnaam"
SUMMARY = "Samenvatting"
GENT = {"organisation": "gent", "role": "lead", "share": "100"}
AALST = {"organisation": "aalst", "role": "initiator", "share": "50"}
DEINZE = {"organisation": "deinze", "role": "initiator"}


def dossier(data: Mapping[str, object], texts: Mapping[str, str] | None = None) -> dict[str, Any]:
    comments: dict[str, list[str]] = {"above": [], "ending": []}
    return {
        "id": "loket",
        "call": "oefenoproep",
        "data": data,
        "texts": texts or {},
        "comments": comments,
    }


def merged(
    core: Core,
    mine: Mapping[str, object],
    theirs: Mapping[str, object],
    base: Mapping[str, object] | None = None,
    sides: Mapping[str, str] | None = None,
) -> Any:
    """The differences, and the dossier that is made of them."""
    common = dossier(base) if base is not None else None
    values = {"mine": dossier(mine), "theirs": dossier(theirs), "base": common}
    return core.ask("merge", **values, sides=sides or {})


def told(found: Any) -> list[tuple[str, object, object, object]]:
    return [
        (each["pattern"], each.get("mine"), each.get("theirs"), each.get("suggested"))
        for each in found["differences"]
    ]


def test_what_each_changed_alone_is_taken_from_each(core: Core) -> None:
    base = {"title": "Loket", "requested": "100", "parties": [GENT, AALST]}
    mine = {**base, "title": "Eén loket", "parties": [{**GENT, "share": "120"}, AALST]}
    theirs = {**base, "requested": "170", "parties": [GENT, {**AALST, "share": "70"}, DEINZE]}

    found = merged(core, mine, theirs, base)

    assert told(found) == [
        ("title", "Eén loket", "Loket", "mine"),
        ("requested", "100", "170", "theirs"),
        ("parties[].share", "120", "100", "mine"),
        ("parties[].share", "50", "70", "theirs"),
        ("parties[]", None, DEINZE, "theirs"),
    ]
    assert found["dossier"]["data"] == {
        "title": "Eén loket",
        "requested": "170",
        "parties": [{**GENT, "share": "120"}, {**AALST, "share": "70"}, DEINZE],
    }


def test_what_both_changed_is_asked(core: Core) -> None:
    found = merged(core, {"title": "Een"}, {"title": "Twee"}, {"title": "Nul"})
    assert told(found) == [("title", "Een", "Twee", None)]


def test_what_one_took_away_and_the_other_changed_is_asked(core: Core) -> None:
    changed = {**AALST, "share": "70"}
    found = merged(
        core, {"parties": [GENT]}, {"parties": [GENT, changed]}, {"parties": [GENT, AALST]}
    )
    assert told(found) == [("parties[]", None, changed, None)]


def test_what_one_took_away_goes(core: Core) -> None:
    found = merged(
        core, {"parties": [GENT, AALST]}, {"parties": [GENT]}, {"parties": [GENT, AALST]}
    )
    assert told(found) == [("parties[]", AALST, None, "theirs")]
    assert found["dossier"]["data"] == {"parties": [GENT]}


def test_without_a_common_version_nothing_is_thrown_away(core: Core) -> None:
    mine = {"title": "Een", "domains": ["parkeren"], "parties": [GENT]}
    theirs = {"title": "Twee", "domains": ["leefloon"], "parties": [AALST], "focus": "nabij"}

    found = merged(core, mine, theirs)

    assert ("title", "Een", "Twee", None) in told(found)
    assert found["dossier"]["data"] == {
        "title": "Een",
        "domains": ["leefloon", "parkeren"],
        "parties": [AALST, GENT],
        "focus": "nabij",
    }


def test_two_texts_can_both_stay(core: Core) -> None:
    mine, theirs = dossier({}, {"pitch/": "Een."}), dossier({}, {"pitch/": "Twee."})
    found = core.ask("merge", mine=mine, theirs=theirs, base=None, sides={"all": "both"})
    assert found["dossier"]["texts"] == {"pitch/": "Een.\n\nTwee."}


names = st.sampled_from(["gent", "aalst", "deinze", "ronse"])
amounts = st.sampled_from(["10", "20", "30"])
parties = st.lists(
    st.fixed_dictionaries({"organisation": names}, optional={"share": amounts, "task": names}),
    max_size=4,
    unique_by=lambda each: each["organisation"],
)
records = st.fixed_dictionaries(
    {},
    optional={
        "title": names,
        "requested": amounts,
        "domains": st.lists(names, min_size=1, max_size=3, unique=True),
        "parties": parties.filter(bool),
        "contact": st.fixed_dictionaries({"service": names}, optional={"mailbox": names}),
    },
)
EACH = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def said_by(item: object) -> str:
    return json.dumps(item, sort_keys=True)


def by_name(data: Any) -> Any:
    """Lists without their order: items are known by what they say."""
    return {
        name: sorted(value, key=said_by) if isinstance(value, list) else value
        for name, value in data.items()
    }


@EACH
@given(records, records, st.one_of(st.none(), records))
def test_one_side_for_all_is_that_version(core: Core, mine: Any, theirs: Any, base: Any) -> None:
    for side, version in (("mine", mine), ("theirs", theirs)):
        found = merged(core, mine, theirs, base, {"all": side})
        assert by_name(found["dossier"]["data"]) == by_name(version)


@EACH
@given(records, records)
def test_who_changed_nothing_has_nothing_to_choose(core: Core, base: Any, theirs: Any) -> None:
    found = merged(core, base, theirs, base)
    assert {each["suggested"] for each in found["differences"]} <= {"theirs"}
    assert by_name(found["dossier"]["data"]) == by_name(theirs)


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
