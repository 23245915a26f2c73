"""What MkDocs is run with: the repository's `mkdocs.yml`, and what the content says.

Written as `build/mkdocs.yml`, so that `mkdocs build -f build/mkdocs.yml` makes the same pages.
"""

import os
from pathlib import Path

import yaml

from gzg.site.addresses import Section
from gzg.site.content_policy import POLICY
from gzg.site.correction import corrections
from gzg.site.edition import Edition
from gzg.site.page import Data
from gzg.site.pages.fixed import fixed_pages
from gzg.site.share_pictures import places
from gzg.texts import Language, entries, say

HEADER = (
    Section.CALLS,
    Section.PROJECTS,
    Section.BLUEPRINTS,
    Section.ORGANISATIONS,
    Section.FIGURES,
    Section.HAND_IN,
    Section.NEWS,
)
FOOTER = (Section.SOURCES, Section.UNKNOWN, Section.RULES, Section.ACCESSIBILITY)


def source_file(root: Path, name: str) -> Path:
    """A file or folder of the programme's repository, else the one that gzg itself brings.

    Beside this module stand links to both; in an installed package they are copies.
    """
    own = root / name
    return own if own.exists() else Path(__file__).parent / own.name


def configuration(
    editions: tuple[Edition, ...],
    root: Path,
    build: Path,
    site_url: str,
    *,
    is_preview: bool = False,
) -> str:
    """The text of `build/mkdocs.yml`."""
    first = editions[0]
    programme = first.catalogue.programme
    title = first.text(programme.title) if programme else "gzg"
    values = {
        "INHERIT": os.path.relpath(source_file(root, "mkdocs.yml"), build),
        "site_name": title,
        "site_url": site_url,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": os.path.relpath(source_file(root, "tools/theme"), build)},
        "extra": {
            "main_language": str(first.language),
            "policy": "" if is_preview else POLICY,
            "correction": corrections(programme.addresses) if programme else {},
            "share": {str(each.language): dict(places(each)) for each in editions},
            "texts": {str(each.language): _texts(each.language) for each in editions},
            "programme": {str(each.language): _programme(each) for each in editions},
            "header": {str(each.language): _header(each) for each in editions},
            "footer": {str(each.language): _footer(each) for each in editions},
            "home": {str(each.language): each.address(Section.HOME) for each in editions},
            "search": {str(each.language): each.address(Section.SEARCH) for each in editions},
            "not_found": {str(language): _not_found(language, editions) for language in Language},
        },
    }
    return yaml.dump(
        values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=True, width=1000
    )


def _not_found(language: Language, editions: tuple[Edition, ...]) -> Data:
    """The page for an address that does not exist speaks every language, published or not."""
    edition = next((each for each in editions if each.language == language), editions[0])
    return {
        "not_found_title": say("site", "not_found_title", language),
        "not_found": say("site", "not_found", language),
        "not_found_perhaps": say("site", "not_found_perhaps", language),
        "search": say("site", "section.search", language),
        "search_words": say("site", "search_words", language),
        "search_button": say("site", "search_button", language),
        "home": say("site", "section.home", language),
        "search_href": edition.address(Section.SEARCH),
        "home_href": edition.address(Section.HOME),
    }


def _texts(language: Language) -> dict[str, str]:
    return {key: text[language] for key, text in entries("site").items()}


def _programme(edition: Edition) -> Data:
    programme = edition.catalogue.programme
    if programme is None:
        return {"title": "", "description": ""}
    return {
        "title": edition.text(programme.title),
        "description": edition.text(programme.description),
    }


def _header(edition: Edition) -> list[Data]:
    sections = [
        section for section in HEADER if section is not Section.NEWS or edition.catalogue.news
    ]
    return [*(_entry(edition, section) for section in sections), *fixed_pages(edition)]


def _footer(edition: Edition) -> list[Data]:
    return [_entry(edition, section) for section in FOOTER]


def _entry(edition: Edition, section: Section) -> Data:
    return {**edition.index_link(section), "section": str(section)}
