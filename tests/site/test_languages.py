"""Every page is there in Dutch and in English, and each speaks its own language."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from gzg.site.addresses import ROOTS, counterpart
from gzg.site.frame import OTHER
from gzg.site.pages.kinds import all_pages
from gzg.texts import Language, entries
from tests.site.programmes import edition, page_at, real_edition

TEXTS = Path(__file__).parents[2] / "tools/gzg/texts"
SUBJECTS = sorted(
    path.relative_to(TEXTS).with_suffix("").as_posix() for path in TEXTS.glob("*.yml")
)
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})
SHORTEST = 12
"""A shorter piece of a sentence may well be the same in both languages, or a name."""


class Spoken(HTMLParser):
    """What a page says in each language: texts, and attributes that are read out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.said: dict[str, list[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        language = found.get("lang") or (self.open[-1][1] if self.open else "")
        for name in ("aria-label", "placeholder", "title", "alt", "data-label"):
            self.said.setdefault(language, []).append(found.get(name) or "")
        if tag == "meta" and found.get("name") == "description":
            self.said.setdefault(language, []).append(found.get("content") or "")
        if tag not in VOID:
            self.open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and not any(tag in {"pre", "script", "style"} for tag, _ in self.open):
            self.said.setdefault(self.open[-1][1], []).append(" ".join(data.split()))

    def in_language(self, language: str) -> str:
        return "\n".join(self.said.get(language, []))


@cache
def only_in(language: Language) -> re.Pattern[str]:
    """Pieces of our sentences, between their values, that are in this language and no other."""
    own, others = set[str](), set[str]()
    for subject in SUBJECTS:
        for text in entries(subject).values():
            own.update(pieces(text[language]))
            others.update(pieces(text[OTHER[language]]))
    found = sorted(own - others, key=lambda piece: (-len(piece), piece))
    return re.compile("|".join(rf"(?<!\w){re.escape(piece)}(?!\w)" for piece in found))


def pieces(text: str) -> Iterator[str]:
    for piece in re.split(r"\{\w+\}|\n", text):
        if len(piece.strip(" .,:;()")) >= SHORTEST and " " in piece.strip():
            yield piece.strip()


@cache
def addresses(language: Language) -> frozenset[str]:
    return frozenset(page.address for page in all_pages(real_edition(language)))


def test_every_page_has_its_twin_and_back() -> None:
    dutch, english = addresses(Language.NL), addresses(Language.EN)
    assert {counterpart(each, Language.NL, Language.EN) for each in dutch} == english
    assert {counterpart(each, Language.EN, Language.NL) for each in english} == dutch


@pytest.mark.parametrize("language", Language)
def test_no_page_speaks_a_sentence_of_the_other_language(site: Path, language: Language) -> None:
    found = {}
    for path in sorted(site.rglob("index.html")):
        name = path.relative_to(site).as_posix()
        if name.startswith(ROOTS[Language.EN]) is (language is Language.EN):
            spoken = Spoken(path.read_text("utf-8")).in_language(language)
            if wrong := only_in(OTHER[language]).findall(spoken):
                found[name] = sorted(set(wrong))
    assert found == {}


def test_a_sentence_of_the_other_language_is_seen() -> None:
    sentence = entries("site")["not_in_sources"]["nl"]
    spoken = Spoken(f'<html lang="en"><p>{sentence}</p><p lang="nl">{sentence}</p></html>')
    assert only_in(Language.NL).findall(spoken.in_language("en")) == [sentence]


def test_the_switch_leads_to_the_twin_of_the_page(site: Path) -> None:
    text = (site / "en/projects/burgerloket/index.html").read_text("utf-8")
    assert '<a href="../../../projecten/burgerloket/" lang="nl" hreflang="nl"' in text


NEWS = "---\ntitle: Alleen Nederlands\ndate: 2022-04-01\n---\n\nEen bericht.\n"


def test_a_text_in_one_language_is_on_both_sites_with_its_language() -> None:
    files = {"content/news/bericht.md": NEWS}
    dutch = page_at("nieuws/bericht/", edition(files))
    english = page_at("en/news/bericht/", edition(files, language=Language.EN))
    assert (dutch.title_language, dutch.body_language) == ("", "")
    assert (english.title_language, english.body_language) == ("nl", "nl")
    assert english.body == dutch.body


def test_a_translation_stands_in_the_place_of_the_original() -> None:
    translated = NEWS.replace("Alleen Nederlands", "English too").replace(
        "---\n\n", "language: en\n---\n\n"
    )
    files = {"content/news/bericht.md": NEWS, "content/news/bericht.en.md": translated}
    english = page_at("en/news/bericht/", edition(files, language=Language.EN))
    assert (english.title, english.title_language) == ("English too", "")
    titles = [page.title for page in all_pages(edition(files)) if page.address == "nieuws/bericht/"]
    assert titles == ["Alleen Nederlands"]
