"""A fault in the form takes nothing from whoever writes in it."""

import json
from pathlib import Path

from playwright.sync_api import Browser, Route, expect

from tests.form.filling import somebody
from tests.form.test_draft import TITLE


def without_any_way_to_send(route: Route) -> None:
    """The kit without a part that the form cannot do without."""
    route.fulfill(json=route.fetch().json() | {"send": None})


def test_what_was_typed_can_be_saved_where_the_form_breaks(
    chromium: Browser, address: str, tmp_path: Path
) -> None:
    with somebody(chromium, address) as lead:
        lead.put(TITLE, "Loket")
        lead.page.route("**/form.json", without_any_way_to_send)
        lead.page.reload()
        expect(lead.page.get_by_role("alert")).to_contain_text(lead.say("page.broken"))
        with lead.page.expect_download() as download:
            lead.page.get_by_role("button", name=lead.say("draft.save")).click()
        file = tmp_path / "dossier.gzg.json"
        download.value.save_as(file)
        assert json.loads(file.read_text("utf-8"))["dossier"]["data"] == {"title": "Loket"}

        lead.page.unroute("**/form.json")
        lead.page.reload()
        expect(lead.field(TITLE)).to_have_value("Loket")
