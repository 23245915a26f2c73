"""The site with every hostile case in it, as if nobody had checked, in a real browser.

It runs nothing of theirs, asks nothing of other hosts, and shows no file from outside.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.hostile.case import (
    FOLDERS,
    PLAIN,
    Case,
    Content,
    Home,
    Link,
    Pipe,
    Sparse,
    base,
    bytes_of,
    lay_down,
    make,
    path_of,
)
from tests.hostile.corpus import PLAYED
from tests.site.programmes import gzg
from tests.site.served import Noted, browser, served, settled, watched

NEWS = b"---\ntitle: Nieuws\ndate: 2022-03-21\n---\n"
PAGES_OF_ITS_OWN = ("regels/", "en/rules/")
NOT_FOUND = "Failed to load resource: the server responded with a status of 404"
"""What the browser says of an image that is not there: that much a text can do."""

LINKS = "Array.from(document.links, link => link.protocol)"
STRANGE = (
    "script:not([src]), iframe, object, embed, base, form:not([role=search]), "
    "meta[http-equiv]:not([http-equiv=Content-Security-Policy])"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a programme in which each case has a record of its own."""
    root = tmp_path_factory.mktemp("hostile") / "programme"
    for home in Home:
        lay_down(PLAIN, home, root)
    for case, home in PLAYED:
        if "content/programme.yml" not in case.files:
            move_in(case, home, root)
    out = root.parent / "site"
    done = gzg("build", "--root", root, "--out", out)
    assert done.returncode == 1, "records that cannot be read are left out, and told"
    assert "Traceback" not in done.stderr
    return out


def move_in(case: Case, home: Home, root: Path) -> None:
    """The case as a record with its own name; its text as a news item besides."""
    folder = FOLDERS[home]
    own = folder.replace("vreemd", case.name)
    placed: dict[str, Content] = {
        path: raw for path, raw in base(home).items() if path.startswith(f"{folder}/")
    }
    placed |= {path_of(place, home): content for place, content in case.files.items()}
    for path, content in placed.items():
        if not isinstance(content, Link | Sparse | Pipe):
            content = bytes_of(content, home).replace(
                b"id: vreemd\n", f"id: {case.name}\n".encode()
            )
        make(root / path.replace(folder, own), content, home)
    if isinstance(text := case.files.get("text"), bytes):
        make(root / f"content/news/{case.name}.md", NEWS + text, home)


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with browser() as chromium:
        yield chromium.new_page()


def pages_of(site: Path) -> list[str]:
    found = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    addresses = sorted(f"{address}/".removeprefix("./") for address in found)
    return [each for each in addresses if not each.startswith(PAGES_OF_ITS_OWN)]


def visit(page: Page, address: str, dialogs: list[str]) -> set[str]:
    """What a page has that no page of ours has, after a look with the mouse."""
    page.goto(address, wait_until="load")
    settled(page)
    found = {
        f"protocol {each}" for each in set(page.evaluate(LINKS)) - {"http:", "https:", "mailto:"}
    }
    if page.evaluate("typeof window.__pwned") != "undefined":
        found.add("ran")
    if page.evaluate(f"document.querySelectorAll({STRANGE!r}).length"):
        found.add("strange element")
    if page.evaluate("Array.from(document.querySelectorAll('*')).some(each => Array.from("
                     "each.attributes).some(one => one.name.startsWith('on')))"):  # fmt: skip
        found.add("event")
    return found | set(dialogs)


def test_no_page_runs_or_asks_anything(site: Path, host: str, page: Page) -> None:
    addresses = pages_of(site)
    assert len(addresses) > 300
    dialogs: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(f"dialog {dialog.message}")
        dialog.dismiss()

    page.on("dialog", dismiss)
    noted: Noted = watched(page, host)
    wrong = {
        address: found for address in addresses if (found := visit(page, host + address, dialogs))
    }
    assert wrong == {}
    assert noted.foreign == []
    assert [line for line in noted.console if not line.startswith(NOT_FOUND)] == []


@pytest.mark.parametrize(
    "words", ["pwned", "script", "onmouseover", "<img src=x onerror=alert(1)>"]
)
def test_what_a_search_finds_runs_nothing(host: str, page: Page, words: str) -> None:
    noted = watched(page, host)
    page.goto(f"{host}zoeken/?q={words}")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ resulta|Niets gevonden"))
    assert page.evaluate("typeof window.__pwned") == "undefined"
    assert page.evaluate(LINKS + ".filter(each => each == 'javascript:').length") == 0
    assert noted.foreign == []


def test_no_file_from_outside_is_on_the_site(site: Path) -> None:
    secret = Path("/etc/passwd").read_bytes().splitlines()[0]
    for path in site.rglob("*"):
        assert not path.is_symlink()
        if path.is_file():
            assert path.stat().st_size < 25_000_000
            assert secret not in path.read_bytes(), path
    assert not list(site.rglob("*.exe")) + list(site.rglob(".git*")) + list(site.rglob("plan.html"))
    shutil.rmtree(site.parent / "programme")
