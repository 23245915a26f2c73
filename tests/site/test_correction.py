"""How a visitor mends a mistake or tells of it, from what the programme gives."""

from pathlib import Path

import pytest

from gzg.model.programme import Addresses
from gzg.site.correction import corrections
from tests.rules.examples import smallest_files
from tests.site.programmes import built, smallest

PROGRAMME = "content/programme.yml"
PROJECT = "projecten/voorbeeld/index.html"


def with_addresses(lines: str) -> dict[str, str]:
    own = smallest_files()[PROGRAMME].decode()
    return {PROGRAMME: f"{own}addresses:\n{lines}"}


@pytest.mark.parametrize(
    ("repository", "forge", "edit", "issue"),
    [
        ("https://github.com/a/b", None, "github.com/a/b/edit/main/", "github.com/a/b/issues/new"),
        (
            "https://gitlab.com/a/b/",
            None,
            "gitlab.com/a/b/-/edit/main/",
            "gitlab.com/a/b/-/issues/new",
        ),
        (
            "https://codeberg.org/a/b.git",
            None,
            "codeberg.org/a/b/_edit/main/",
            "codeberg.org/a/b/issues/new",
        ),
        ("https://git.voorbeeld.test/b", "forgejo", "/b/_edit/main/", "/b/issues/new"),
    ],
)
def test_each_forge_has_its_own_addresses(
    repository: str, forge: str | None, edit: str, issue: str
) -> None:
    given = Addresses.model_validate({"repository": repository, "forge": forge})
    found = corrections(given)
    assert str(found["edit"]).endswith(edit)
    assert str(found["issue"]).endswith(issue)


def test_of_an_unknown_forge_no_address_is_made_up() -> None:
    given = Addresses.model_validate({"repository": "https://git.voorbeeld.test/b"})
    assert corrections(given) == {}


def test_a_page_leads_to_its_file_and_to_the_mailbox(tmp_path: Path) -> None:
    lines = (
        "  repository: https://github.com/a/b\n  branch: hoofd\n  mailbox: loket@voorbeeld.test\n"
    )
    folder = smallest(tmp_path / "programme", with_addresses(lines))
    site = built(folder, tmp_path / "site")
    text = (site / PROJECT).read_text("utf-8")
    file = "https://github.com/a/b/edit/hoofd/content/projects/voorbeeld/project.yml"
    assert f'<a href="{file}" rel="external nofollow">Verbeter deze gegevens</a>' in text
    mail = "mailto:loket@voorbeeld.test?subject=Fout%20op%20de%20pagina%20projecten/voorbeeld/"
    assert f'<a href="{mail}">Meld een fout</a>' in text
    english = (site / "en/projects/voorbeeld/index.html").read_text("utf-8")
    assert ">Correct these data</a>" in english
    assert ">Report an error</a>" in english


def test_without_a_mailbox_the_forge_is_named_with_what_it_asks(tmp_path: Path) -> None:
    lines = "  repository: https://github.com/a/b\n"
    site = built(smallest(tmp_path / "programme", with_addresses(lines)), tmp_path / "site")
    text = (site / PROJECT).read_text("utf-8")
    assert 'href="https://github.com/a/b/issues/new"' in text
    assert "hiervoor hebt u een account nodig" in text


def test_without_any_address_the_page_says_so_and_names_its_file(tmp_path: Path) -> None:
    site = built(smallest(tmp_path / "programme"), tmp_path / "site")
    text = (site / PROJECT).read_text("utf-8")
    assert "<code>content/projects/voorbeeld/project.yml</code>" in text
    assert "nog geen adres op waar u een fout kunt melden" in text
