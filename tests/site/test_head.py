"""What a page says of itself to search engines and whoever shares it, on a site with an address."""

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from PIL import Image

from gzg.site.share_pictures import SIZE, drawn
from tests.site.programmes import built, gzg, keep_in_git, smallest

ADDRESS = "https://site.test/onder/catalogus/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"


class Head(HTMLParser):
    """The links and the properties in the head of a page, and every address on it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.alternates: dict[str, str] = {}
        self.canonical = ""
        self.properties: dict[str, str] = {}
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "link" and found.get("rel") == "canonical":
            self.canonical = found["href"]
        if tag == "link" and found.get("rel") == "alternate":
            self.alternates[found["hreflang"]] = found["href"]
        if tag == "meta":
            name = found.get("property") or found.get("name") or ""
            self.properties[name] = found.get("content", "")
        self.addresses += [found[name] for name in ("href", "src", "action") if name in found]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    programme = smallest(folder / "programme")
    keep_in_git(programme)
    done = gzg("build", "--root", programme, "--out", folder / "site", "--site-url", ADDRESS)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "site"


def pages(site: Path) -> Iterator[tuple[str, Head]]:
    for path in sorted(site.rglob("index.html")):
        name = path.relative_to(site).as_posix().removesuffix("index.html")
        yield name, Head(path.read_text("utf-8"))


def file_at(site: Path, address: str) -> Path:
    path = unquote(urlsplit(address.removeprefix(ADDRESS)).path)
    return site / (f"{path}index.html" if path.endswith("/") or not path else path)


def test_every_page_names_itself_and_its_twin(published: Path) -> None:
    for name, head in pages(published):
        if head.properties.get("robots") == "noindex":
            continue
        own = "en" if name.startswith("en/") else "nl"
        assert head.canonical == head.alternates[own] == f"{ADDRESS}{name}"
        assert set(head.alternates) == {"nl", "en", "x-default"}
        assert head.alternates["x-default"] == head.alternates["nl"]
        for address in head.alternates.values():
            assert file_at(published, address).is_file(), (name, address)


def test_twins_name_each_other(published: Path) -> None:
    heads = {f"{ADDRESS}{name}": head for name, head in pages(published)}
    for head in heads.values():
        for address in head.alternates.values():
            assert heads[address].alternates == head.alternates


def test_a_shared_page_shows_its_title_language_and_picture(published: Path) -> None:
    head = Head((published / "en/projects/voorbeeld/index.html").read_text("utf-8"))
    said = head.properties
    assert said["og:title"] == "Voorbeeld"
    assert said["og:url"] == head.canonical
    assert (said["og:locale"], said["og:locale:alternate"]) == ("en_GB", "nl_BE")
    picture = file_at(published, said["og:image"])
    with Image.open(picture) as opened:
        assert opened.size == SIZE == (int(said["og:image:width"]), int(said["og:image:height"]))


def test_the_picture_of_every_page_is_there(published: Path) -> None:
    for name, head in pages(published):
        if address := head.properties.get("og:image"):
            assert file_at(published, address).is_file(), (name, address)


@pytest.mark.parametrize("title", ["Één titel", "Łódź, Ж en 漢字", "w" * 400, "woord " * 80, ""])
def test_a_picture_can_be_drawn_of_any_title(title: str) -> None:
    picture = drawn(title, "Boven")
    assert picture == drawn(title, "Boven")
    with Image.open(io.BytesIO(picture)) as opened:
        assert (opened.format, opened.size) == ("PNG", SIZE)


def test_another_title_gives_another_picture() -> None:
    assert drawn("Oproepen", "Programma") != drawn("Projecten", "Programma")


def test_the_sitemap_names_every_page_in_both_languages(published: Path) -> None:
    tree = ElementTree.parse(published / "sitemap.xml")
    found = {
        entry.findtext(f"{SITEMAP}loc"): {
            link.get("hreflang"): link.get("href") for link in entry.iter(ALTERNATE)
        }
        for entry in tree.iter(f"{SITEMAP}url")
    }
    heads = {head.canonical: head.alternates for _, head in pages(published) if head.canonical}
    assert found == heads


def test_the_sitemap_leaves_out_what_is_for_practice(tmp_path: Path) -> None:
    folder = smallest(tmp_path / "programme")
    listed = []
    for more in ("", "demo: true\n"):
        with next(folder.glob("content/calls/*/call.yml")).open("a") as call:
            call.write(more)
        gzg("build", "--root", folder, "--site-url", ADDRESS)
        tree = ElementTree.parse(folder / "site/sitemap.xml")
        listed.append({place.text for place in tree.iter(f"{SITEMAP}loc")})
    gone = {address.removeprefix(ADDRESS) for address in listed[0] - listed[1] if address}
    assert gone == {
        "oproepen/voorbeeldoproep/",
        "oproepen/voorbeeldoproep/dossiers/voorbeeld/",
        "indienen/voorbeeldoproep/",
        "en/calls/voorbeeldoproep/",
        "en/calls/voorbeeldoproep/submissions/voorbeeld/",
        "en/submit/voorbeeldoproep/",
    }


def test_without_an_address_nothing_pretends_to_have_one(tmp_path: Path) -> None:
    site = built(smallest(tmp_path / "programme"), tmp_path / "site")
    head = Head((site / "projecten/voorbeeld/index.html").read_text("utf-8"))
    assert (head.canonical, head.alternates) == ("", {})
    assert not [name for name in head.properties if name.startswith("og:")]
    assert not (site / "share").exists()


def test_every_link_of_a_site_under_a_sub_path_leads_somewhere(published: Path) -> None:
    broken = []
    for path in sorted(published.rglob("*.html")):
        name = path.relative_to(published).as_posix()
        for target in Head(path.read_text("utf-8")).addresses:
            found = target.partition("#")[0].partition("?")[0]
            if re.match(r"(?!https://site\.test)[a-z]+:|$", found):
                continue
            base = "/onder/catalogus/" if name == "404.html" else ""
            is_own = found.startswith((base or ADDRESS, ADDRESS)) or not found.startswith("/")
            place = found.removeprefix(ADDRESS).removeprefix(base or ADDRESS)
            folder = published if found.startswith((ADDRESS, "/")) else path.parent
            file = folder / unquote(place)
            if not is_own or not (file / "index.html" if file.is_dir() else file).is_file():
                broken.append((name, target))
    assert broken == []


def test_practice_and_wrong_addresses_are_for_no_search_engine(site: Path) -> None:
    for name in ("404.html", "oproepen/oefenoproep/index.html"):
        assert '<meta name="robots" content="noindex">' in (site / name).read_text("utf-8")
