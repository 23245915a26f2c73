"""The site of a programme fresh from `gzg init`: it is built, and nothing real stands in it.

The words that may not be there are read from the records of this repository, so that a record
that is added tomorrow is looked for as well.
"""

import html
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import pytest

from gzg.model.programme import Term
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import WorkingTree

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = Catalogue(Repository(WorkingTree(ROOT)))

OF_THE_REGION = ("Vlaanderen", "Vlaams", "Vlaamse", "Flanders", "Flemish")
"""What the real programme's territory is called; no record has it as a name of its own."""

OF_BELGIUM = {"statbel", "Statbel"}
"""Who gives every Belgian municipality its NIS code: any programme's pages may say so."""

SHORTEST_PLACE = 4
"""Letters of a municipality's name that is looked for: "As", "Ham" and "Mol" are words as well."""

TEXT_FILES = {".html", ".xml", ".json", ".txt", ".md", ".css"}
"""What a word can be read in; the scripts are the builder's and Pagefind's."""

LETTER = r"[^\W_]"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it is installed elsewhere: nothing of this repository lies beside it."""
    source, built, installed = (tmp_path_factory.mktemp(name) for name in ("source", "built", "on"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "mkdocs.yml"):
        shutil.copy(ROOT / name, source)
    ignored = shutil.ignore_patterns("*.egg-info", "__pycache__", "node_modules")
    shutil.copytree(ROOT / "tools", source / "tools", symlinks=True, ignore=ignored)
    build = f"import setuptools.build_meta as backend; backend.build_wheel({str(built)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=source, capture_output=True, check=True)
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(installed)
    return installed


@pytest.fixture(scope="module")
def site(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new programme, kept in Git, checked and built as its README says."""
    folder = tmp_path_factory.mktemp("other") / "programma"
    gzg = (sys.executable, "-m", "gzg")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "PYTHONPATH": str(package)}

    def run(*command: str, cwd: Path = folder) -> str:
        done = subprocess.run(
            command,
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), command
        return done.stdout

    run(*gzg, "init", str(folder), cwd=folder.parent)
    run("git", "init", "--quiet")
    run("git", "add", ".")
    author = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    run("git", *author, "commit", "--quiet", "--message", "Begin")
    assert "geen opmerkingen" in run(*gzg, "check")
    run(*gzg, "build")
    assert run("git", "status", "--porcelain") == ""
    assert str(ROOT) not in (folder / "build/mkdocs.yml").read_text("utf-8")
    return folder / "site"


def texts_of(site: Path) -> Mapping[str, str]:
    """Every page and data file of a site, with its signs as a reader sees them."""
    return {
        path.relative_to(site).as_posix(): html.unescape(path.read_text("utf-8"))
        for path in sorted(site.rglob("*"))
        if path.suffix in TEXT_FILES
    }


def real_words() -> set[str]:
    """The names and ids of what only the real programme has."""
    programme = CATALOGUE.programme
    assert programme is not None
    authority = CATALOGUE.organisations[programme.authority]
    places = CATALOGUE.register.municipalities
    named = (
        [programme.short_title, authority.name, authority.short_name or authority.name],
        programme.title.values(),
        (programme.framework or {}).values(),
        chain.from_iterable(words_of(programme.focuses)),
        chain.from_iterable(words_of(programme.types)),
        chain.from_iterable(words_of(programme.regions)),
        (place.name for place in places if len(place.name) >= SHORTEST_PLACE),
        (place.province for place in places),
        (organisation.name for organisation in CATALOGUE.organisations.values()),
        CATALOGUE.organisations,
        CATALOGUE.sources,
        (word for id, call in CATALOGUE.calls.items() for word in (id, *call.title.values())),
        (word for id, each in CATALOGUE.projects.items() for word in (id, *each.title.values())),
        (word for id, each in CATALOGUE.blueprints.items() for word in (id, *each.title.values())),
        OF_THE_REGION,
    )
    return set(chain.from_iterable(named)) - OF_BELGIUM


def words_of(terms: tuple[Term, ...]) -> Iterator[tuple[str, ...]]:
    return ((term.id, *term.title.values()) for term in terms)


def found_in(text: str, words: set[str]) -> set[str]:
    """The words that stand in a text by themselves, in the same case."""
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return set(re.findall(rf"(?<!{LETTER})(?:{either})(?!{LETTER})", text))


def test_the_package_brings_the_form_and_not_what_it_is_made_from(package: Path) -> None:
    brought = {path.name for path in (package / "gzg/site/theme/assets/gzg/form").iterdir()}
    assert {"core.js", "form.js", "form.css", "form.LICENSES.txt"} <= brought
    assert not [*package.rglob("*.ts"), *package.rglob("*.tsx"), *package.rglob("package.json")]


def test_the_site_has_the_pages_of_the_new_programme(site: Path) -> None:
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert {".", "oproepen", "projecten", "cijfers", "regels", "over"} <= pages
    assert "Voorbeeldprogramma Straat in bloei" in (site / "index.html").read_text("utf-8")


def test_no_word_of_the_real_programme_stands_in_it(site: Path) -> None:
    words = real_words()
    found = {name: here for name, text in texts_of(site).items() if (here := found_in(text, words))}
    assert found == {}


def test_the_words_looked_for_are_those_of_the_records() -> None:
    programme = CATALOGUE.programme
    assert programme is not None
    assert len(real_words()) > 400
    for text in programme.title.values():
        assert found_in(f"Welkom bij {text}.", real_words()) == {text}
