"""The text of a record on its page: which language, which links, and what is not read at all."""

import pytest

from gzg.model.kinds import Kind
from gzg.site.readme import downloads, is_plain_name, text_of
from gzg.texts import Language
from tests.site.programmes import edition, page_at

FOLDER = "content/projects/voorbeeld"
GUIDE = "content/blueprints/voorbeeld/files"


def body(text: str, address: str = "projecten/voorbeeld/") -> str:
    return page_at(address, edition({f"{FOLDER}/README.md": text})).body


def test_the_first_heading_goes_because_the_page_shows_the_title() -> None:
    assert body("# Voorbeeld\n\nTekst.\n\n# Nog een\n") == "\nTekst.\n\n# Nog een\n"


def test_a_text_without_a_heading_stays_whole() -> None:
    assert body("Tekst.\n") == "Tekst.\n"


def test_a_link_to_another_record_leads_to_its_page() -> None:
    assert body("[x](../../calls/voorbeeldoproep/README.md#doel)") == (
        "[x](../../oproepen/voorbeeldoproep/index.md#doel)"
    )
    assert body("[x](../../blueprints/voorbeeld/)") == "[x](../../herbruikbaar/voorbeeld/index.md)"


@pytest.mark.parametrize(
    "target", ["https://a.test/", "#deel", "/oproepen/", "../../../Makefile", "mailto:a@b.test"]
)
def test_another_link_stays_as_it_was(target: str) -> None:
    assert body(f"[x]({target})") == f"[x]({target})"


def test_a_file_of_a_blueprint_is_published_beside_its_page() -> None:
    found = edition({f"{GUIDE}/deel/gids.pdf": "%PDF"})
    page = page_at("herbruikbaar/voorbeeld/", found)
    assert page.files == {"files/deel/gids.pdf": f"{GUIDE}/deel/gids.pdf"}
    assert page.record["files"] == [
        {"text": "deel/gids.pdf", "href": "herbruikbaar/voorbeeld/files/deel/gids.pdf"}
    ]


@pytest.mark.parametrize(
    "name", ["pagina.html", "beeld.svg", "x.js", "x.xml", "pagina.md", "geen-soort"]
)
def test_a_file_that_a_browser_would_run_is_not_published(name: str) -> None:
    found = edition({f"{GUIDE}/{name}": "x"})
    record = found.catalogue.repository.record(Kind.BLUEPRINT, "voorbeeld")
    assert record is not None
    assert downloads(found, record) == {}


@pytest.mark.parametrize("name", ["..", ".x.pdf", "a b.pdf", "a\n.pdf", "é.pdf", "a%2f.pdf", ""])
def test_a_name_that_is_not_plain_is_not_published(name: str) -> None:
    assert not is_plain_name(name)


def test_the_text_in_the_language_of_the_edition_is_taken() -> None:
    files = {f"{FOLDER}/README.en.md": "# Example\n\nIn English.\n"}
    english = edition(files, language=Language.EN)
    assert page_at("en/projects/voorbeeld/", english).body == "\nIn English.\n"
    dutch = page_at("projecten/voorbeeld/", edition(files)).body
    assert dutch == "\nEen project om regels mee te tonen.\n"


def test_a_record_without_a_text_has_an_empty_body() -> None:
    found = edition()
    record = found.catalogue.repository.record(Kind.ORGANISATION, "dienst")
    assert record is not None
    assert text_of(found, record, "organisaties/dienst/") == ""


@pytest.mark.parametrize(
    "text",
    ["[" * 100, "> " * 20 + "x", "[a](" * 1001, "x" + "\n# a" * 501, "a" * 100_001, "\\" * 5001],
)
def test_a_text_that_takes_long_to_read_is_not_shown(text: str) -> None:
    assert body(text) == ""
