"""How two versions of a file differ, and which versions there were."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from gzg.repository.past import BODY, Difference, by_day, difference, differences, versions
from tests.repository.test_git import commit, folder, run

__all__ = ["folder"]
BRUSSELS = ZoneInfo("Europe/Brussels")


def test_fields_that_came_changed_or_went_are_named() -> None:
    old = "id: a\ntitle: Een\nurl: https://a.test\n"
    new = "id: a\ntitle: Twee\nparties:\n  - organisation: gent\n"
    assert difference(old, new) == Difference(("parties",), ("title",), ("url",))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Een\n", "title: 'Een'\n"),
        ("title: Een\n", "# Een opmerking\ntitle: Een  # en nog een\n"),
        ("title: Een lange titel\n", "title: Een\n  lange titel\n"),
        ("id: a\ntitle: b\n", "title: b\nid: a\n"),
        ("id: a\n", "id: a\r\n"),
    ],
)
def test_another_layout_is_no_change(old: str, new: str) -> None:
    assert difference(old, new) == Difference()


def test_the_text_below_the_front_matter_is_one_field() -> None:
    old = "---\ntitle: Een\n---\n\n# Een\n\nwerk: af\n"
    assert difference(old, old.replace("af", "klaar")) == Difference(changed=(BODY,))
    assert difference(old, old.replace("title: Een", "title: Twee")).changed == ("title",)


@pytest.mark.parametrize("broken", ["title: [een", "title: *x\n", "\x00", "title:\n\t- a"])
def test_a_version_that_cannot_be_read_has_still_changed(broken: str) -> None:
    found = difference("title: Een\n", broken)
    assert "title" in found.changed + found.removed


def test_a_file_has_one_content_a_day_in_the_zone_of_the_programme(folder: Path) -> None:
    for text in ("1", "2"):
        commit(folder, {"content/a.yml": f"id: {text}\n"}, "2022-03-21")
    commit(folder, {"content/a.yml": "id: 3\n", "README.md": "x"}, "2022-03-22")
    found = versions(folder)
    assert list(found) == ["content/a.yml"]
    days = by_day(found["content/a.yml"], BRUSSELS)
    assert [str(day) for day in days] == ["2022-03-22", "2022-03-21"]
    assert list(days.values()) == [found["content/a.yml"][0].blob, found["content/a.yml"][1].blob]


def test_what_a_merge_brings_counts_from_the_merge(folder: Path) -> None:
    commit(folder, {"content/a.yml": "id: 1\n"}, "2022-03-01")
    run(folder, "checkout", "--quiet", "-b", "voorstel")
    commit(folder, {"content/a.yml": "id: 2\n"}, "2022-03-02")
    run(folder, "checkout", "--quiet", "main")
    commit(folder, {"content/b.yml": "id: b\n"}, "2022-03-03")
    run(folder, "merge", "--quiet", "--no-edit", "voorstel")
    first, second = versions(folder)["content/a.yml"]
    assert first.when > versions(folder)["content/b.yml"][0].when > second.when


def test_a_removed_file_has_no_content(folder: Path) -> None:
    commit(folder, {"content/a.yml": "id: 1\n"}, "2022-03-01")
    (folder / "content/a.yml").unlink()
    commit(folder, {}, "2022-03-02")
    assert [bool(each.blob) for each in versions(folder)["content/a.yml"]] == [False, True]


def test_contents_are_compared_by_their_ids(folder: Path) -> None:
    commit(folder, {"content/a.yml": "id: 1\n"}, "2022-03-01")
    commit(folder, {"content/a.yml": "id: 2\n"}, "2022-03-02")
    new, old = (each.blob for each in versions(folder)["content/a.yml"])
    absent = "0" * 40
    found = dict(differences(folder, [(old, new), (absent, new)]))
    assert found == {
        (old, new): Difference(changed=("id",)),
        (absent, new): Difference(added=("id",)),
    }
