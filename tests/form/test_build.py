"""The form that the package carries is what its sources give, and may be carried.

These tests fetch the packages of the lock: without a registry for npm they fail, and say so.
"""

import json
import re
from pathlib import Path

import pytest

from tests.form.building import BUILT, SOURCES, build, check, copied, install

COMPATIBLE = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0", "EUPL-1.2",
    "ISC", "MIT", "MPL-2.0", "Python-2.0", "Unlicense",
}  # fmt: skip
"""Licences whose code may stand in a work under EUPL-1.2."""

NOTICE = re.compile(r"^== (\S+) (\S+), (.+)$", re.MULTILINE)
INSIDE = re.compile(r"(?:^|/)node_modules/((?:@[^/]+/)?[^/]+)$")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources with the packages of the lock."""
    folder = copied(tmp_path_factory.mktemp("form") / "sources")
    install(folder)
    return folder


def test_the_types_of_the_form_are_right(sources: Path) -> None:
    check(sources)


def test_the_form_is_what_its_sources_give(sources: Path, tmp_path: Path) -> None:
    build(sources, tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    carried = {path.name: path.read_bytes() for path in BUILT.iterdir()}
    differing = {name for name in made.keys() | carried if made.get(name) != carried.get(name)}
    assert not differing, "Type: make form"


def test_two_builds_are_the_same_bytes(sources: Path, tmp_path: Path) -> None:
    folders = (tmp_path / "once", tmp_path / "again")
    for folder in folders:
        build(sources, folder)
    once, again = ({path.name: path.read_bytes() for path in each.iterdir()} for each in folders)
    assert once == again


def test_the_lock_pins_every_package_and_names_no_registry() -> None:
    lock = json.loads((SOURCES / "package-lock.json").read_text("utf-8"))
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert [name for name, each in packages.items() if not each.get("integrity")] == []
    assert [name for name, each in packages.items() if "resolved" in each] == []


def test_the_project_asks_for_exact_versions() -> None:
    project = json.loads((SOURCES / "package.json").read_text("utf-8"))
    asked = project["dependencies"] | project["devDependencies"]
    assert [name for name, each in asked.items() if not re.fullmatch(r"\d+\.\d+\.\d+", each)] == []


def test_every_package_in_the_form_may_be_carried_and_has_its_notice() -> None:
    lock = json.loads((SOURCES / "package-lock.json").read_text("utf-8"))
    versions = {
        found[1]: each["version"]
        for name, each in lock["packages"].items()
        if (found := INSIDE.search(name))
    }
    notices = NOTICE.findall((BUILT / "form.LICENSES.txt").read_text("utf-8"))
    assert notices
    assert {name: version for name, version, _ in notices}.items() <= versions.items()
    assert {licence for _, _, licence in notices} <= COMPATIBLE


@pytest.mark.parametrize("name", ["core.js", "form.js"])
def test_no_program_of_the_form_makes_code_of_text(name: str) -> None:
    """The policy of the pages would refuse it; here it is seen before a browser does."""
    text = (BUILT / name).read_text("utf-8")
    assert not re.search(r"\beval\(|\bnew Function\b|\bFunction\(", text)
