"""Of the files that somebody opens in the form, those of one dossier are chosen, and no others."""

import base64
import io
import zipfile
from collections.abc import Mapping

import pytest

from tests.form.core import Core


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
