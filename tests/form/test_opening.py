"""Of the files that somebody opens in the form, those of one dossier are chosen, and no others."""

import base64
import io
import re
import zipfile
from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser, expect

from tests.form.core import Core
from tests.form.filling import files_of_example, said, somebody
from tests.form.test_draft import field
from tests.site.programmes import ROOT


def zipped(files: Mapping[str, str]) -> str:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, text in files.items():
            packed.writestr(path, text)
    return base64.b64encode(raw.getvalue()).decode()


def test_of_a_zip_of_many_dossiers_only_what_is_asked_for_is_unpacked(core: Core) -> None:
    paths = [f"{number:03}/submission.yml" for number in range(100)]
    packed = zipped({path: f"title: {path}\n" for path in paths})
    assert core.ask("pathsOf", zip=packed) == paths
    found = core.ask("textsInZip", zip=packed, paths=paths[:1])
    assert found == {paths[0]: f"title: {paths[0]}\n"}


def test_a_record_that_is_too_large_is_told_apart_from_one_that_is_absent(core: Core) -> None:
    packed = zipped({"submission.yml": "x" * 2_000_001, "annexes/a.csv": "x" * 2_000_001})
    assert core.ask("textsInZip", zip=packed, paths=["submission.yml"]) is None
    assert core.ask("textsInZip", zip=packed, paths=[]) == {}


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["README.md", "een/submission.yml", "een/README.md"], ("een/submission.yml", True, 1)),
        (["b/README.md", "a-long/submission.yml"], ("a-long/submission.yml", False, 1)),
        (["b/submission.yml", "a/submission.yml", "a/README.md"], ("a/submission.yml", True, 1)),
        (["x\\y\\submission.yml", "x\\y\\README.md", "x\\"], ("x\\y\\submission.yml", True, 0)),
        (
            ["submission.yml", "__MACOSX/._submission.yml", ".DS_Store"],
            ("submission.yml", False, 0),
        ),
        (["submission.yml", "annexes/a.pdf", "annexes/"], ("submission.yml", False, 1)),
    ],
)
def test_the_texts_of_a_dossier_stand_in_the_folder_of_its_record(
    core: Core, paths: list[str], expected: tuple[str, bool, int]
) -> None:
    record, has_readme, others = expected
    found = core.ask("call", name="dossierAmong", values=[paths])
    readme = {"readme": record.replace("submission.yml", "README.md")} if has_readme else {}
    assert found == {"record": record, **readme, "others": others}


def test_texts_without_a_record_are_a_dossier_too(core: Core) -> None:
    found = core.ask("call", name="dossierAmong", values=[["a/b/README.md", "c/README.md"]])
    assert found == {"readme": "c/README.md", "others": 1}


def test_a_zip_opens_as_one_dossier_and_tells_what_stays_behind(
    chromium: Browser, address: str
) -> None:
    mine = files_of_example(ROOT)
    first = mine["submission.yml"].index("organisation: ") + len("organisation: ")
    record = f"{mine['submission.yml'][:first]}{'x' * 30_000} # {mine['submission.yml'][first:]}"
    packed = zipped(
        {
            "README.md": "## Pitch\n\nVan iemand anders.\n",
            "z-mijn/submission.yml": record,
            "z-mijn/README.md": mine["README.md"],
            "z-mijn/annexes/akkoord.pdf": "%PDF",
        }
    )
    with somebody(chromium, address) as person:
        page = person.page
        page.locator(".draft input[type=file]").set_input_files(
            {"name": "a.zip", "mimeType": "application/zip", "buffer": base64.b64decode(packed)}
        )
        behind = said("draft.others.many", count=2)
        expect(page.get_by_text(f"{said('draft.opened')} {behind}")).to_be_visible()
        expect(field(page, "Het probleem")).not_to_have_value("")
        expect(page.get_by_text("Van iemand anders.")).to_have_count(0)
        legend = page.locator("fieldset.item > legend", has_text="xxxx").first
        expect(legend).to_have_text(re.compile(r": x{79}…$"))
