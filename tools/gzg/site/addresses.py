"""Where every page stands, in every language: one table. Addresses are relative to the site."""

import posixpath
from collections.abc import Mapping
from enum import StrEnum

from gzg.texts import Language


class Section(StrEnum):
    """A part of the site; most have an index page and a page for each record."""

    HOME = "home"
    CALLS = "calls"
    PROJECTS = "projects"
    BLUEPRINTS = "blueprints"
    ORGANISATIONS = "organisations"
    FIGURES = "figures"
    NEWS = "news"
    SOURCES = "sources"
    UNKNOWN = "unknown"
    TOGETHER = "together"
    RULES = "rules"
    SEARCH = "search"
    FOCUSES = "focuses"
    TYPES = "types"
    DOMAINS = "domains"
    HAND_IN = "hand-in"
    ACCESSIBILITY = "accessibility"
    PAGES = "pages"


FOLDERS: Mapping[Section, Mapping[Language, str]] = {
    Section.HOME: {Language.NL: "", Language.EN: ""},
    Section.CALLS: {Language.NL: "oproepen/", Language.EN: "calls/"},
    Section.PROJECTS: {Language.NL: "projecten/", Language.EN: "projects/"},
    Section.BLUEPRINTS: {Language.NL: "herbruikbaar/", Language.EN: "blueprints/"},
    Section.ORGANISATIONS: {Language.NL: "organisaties/", Language.EN: "organisations/"},
    Section.FIGURES: {Language.NL: "cijfers/", Language.EN: "figures/"},
    Section.NEWS: {Language.NL: "nieuws/", Language.EN: "news/"},
    Section.SOURCES: {Language.NL: "bronnen/", Language.EN: "sources/"},
    Section.TOGETHER: {Language.NL: "wie-werkt-met-wie/", Language.EN: "who-works-with-whom/"},
    Section.UNKNOWN: {Language.NL: "onbekend/", Language.EN: "unknown/"},
    Section.RULES: {Language.NL: "regels/", Language.EN: "rules/"},
    Section.SEARCH: {Language.NL: "zoeken/", Language.EN: "search/"},
    Section.FOCUSES: {Language.NL: "focus/", Language.EN: "focus/"},
    Section.TYPES: {Language.NL: "types/", Language.EN: "types/"},
    Section.DOMAINS: {Language.NL: "domeinen/", Language.EN: "domains/"},
    Section.HAND_IN: {Language.NL: "indienen/", Language.EN: "submit/"},
    Section.ACCESSIBILITY: {Language.NL: "toegankelijkheid/", Language.EN: "accessibility/"},
    Section.PAGES: {Language.NL: "", Language.EN: ""},
}

_SECTIONS: Mapping[Language, Mapping[str, Section]] = {
    language: {
        folders[language].rstrip("/"): section
        for section, folders in FOLDERS.items()
        if folders[language]
    }
    for language in Language
}
"""The name of a folder on the site → the section that has it."""

TERM_PAGES = {"focus": Section.FOCUSES, "type": Section.TYPES, "domain": Section.DOMAINS}
"""The programme's own words that have a page, and where those stand."""

DOSSIERS: Mapping[Language, str] = {Language.NL: "dossiers/", Language.EN: "submissions/"}
"""Under the page of their call: the dossiers that were handed in for it."""

_CALL_AND_FOLDER = 2

ROOTS: Mapping[Language, str] = {Language.NL: "", Language.EN: "en/"}
"""Under what every address of a language stands."""


def address(section: Section, language: Language, id: str = "") -> str:
    """The address of a section's index, or of one record in it: `projecten/burgerloket/`."""
    return f"{ROOTS[language]}{FOLDERS[section][language]}{id}{'/' if id else ''}"


def dossier_address(language: Language, call: str, id: str) -> str:
    """The address of a dossier of a call: `oproepen/oproep-4/dossiers/digitaal-loket/`."""
    return f"{address(Section.CALLS, language, call)}{DOSSIERS[language]}{id}/"


def counterpart(address: str, language: Language, other: Language) -> str:
    """Where the same page stands in another language: `projecten/x/` → `en/projects/x/`."""
    parts = address.removeprefix(ROOTS[language]).split("/")
    section = _SECTIONS[language].get(parts[0], Section.PAGES)
    if section is not Section.PAGES:
        del parts[0]
    if section is Section.CALLS and len(parts) > _CALL_AND_FOLDER:
        parts[1] = DOSSIERS[other].rstrip("/")
    return f"{ROOTS[other]}{FOLDERS[section][other]}{'/'.join(parts)}"


def relative(address: str, other: str) -> str:
    """The way from one page to another, for a link that no template writes: `../burgerloket/`."""
    return f"{posixpath.relpath(other or '.', address or '.')}/"


def file_of(address: str) -> str:
    """The Markdown file of an address, below the docs folder.

    Every page is the index of a folder of its own, so that a record with the id `index` is safe.
    """
    return f"{address}index.md"
