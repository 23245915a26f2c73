"""The text that people read of a record, made ready for its page.

The page shows the title itself, so the text's first heading goes. Links to other files of the
repository become links to the pages made from them.
"""

import posixpath
import re
from collections.abc import Mapping

from gzg.annexes.fault import LARGEST_ANNEX
from gzg.model.kinds import Kind
from gzg.repository import layout
from gzg.repository.repository import Record
from gzg.site.addresses import file_of
from gzg.site.edition import SECTION_OF, Edition

_FIRST_HEADING = re.compile(r"\s*# [^\n]*(?:\n|\Z)")
_HAS_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\#]")
_LINK = re.compile(r"(\](?:\(|: ))([^\s)]+)")
FILES, ANNEXES = "files", "annexes"
"""The folders of a record whose files are published beside its page."""

WITH_A_PAGE = frozenset({*SECTION_OF, Kind.SUBMISSION})
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")
DOWNLOADS = frozenset({
    ".csv", ".docx", ".epub", ".gif", ".gpkg", ".ics", ".jpeg", ".jpg", ".json", ".mp3",
    ".mp4", ".ods", ".odp", ".odt", ".pdf", ".png", ".pptx", ".rdf", ".tsv", ".ttl", ".txt",
    ".webp", ".xlsx", ".yaml", ".yml", ".zip",
})  # fmt: skip
"""Kinds of files that a browser shows without running anything in them, or only saves.

No Markdown: MkDocs would make a page of it, with the template that its front matter names.
"""


def text_of(edition: Edition, record: Record, address: str) -> str:
    """The text of a record in this edition's language, else in the programme's first."""
    path, _ = _text_file(edition, record)
    if path is None:
        return ""
    source = edition.catalogue.repository.source(path)
    return "" if source.faults else prepared(edition, source.text, path, address)


def language_of_text(edition: Edition, record: Record) -> str:
    """The language of that text, where it is not this edition's; else nothing."""
    path, language = _text_file(edition, record)
    return "" if path is None or language == edition.language else language


def _text_file(edition: Edition, record: Record) -> tuple[str | None, str]:
    main = edition.main_language
    for language in (str(edition.language), main):
        path = layout.readme(record.folder, language, main)
        if path in edition.catalogue.repository.known_paths:
            return path, language
    return None, main


def body_of(edition: Edition, record: Record, address: str) -> str:
    """The text below the front matter of a news item or fixed page."""
    return prepared(edition, record.source.body, record.path, address)


def prepared(edition: Edition, text: str, path: str, address: str) -> str:
    """`text`, which stands in the file `path`, as the body of the page at `address`."""
    text = _FIRST_HEADING.sub("", text, count=1) if _FIRST_HEADING.match(text) else text
    own_folder, places = posixpath.dirname(path), dict[str, str]()
    for target in edition.catalogue.repository.prose(path).targets:
        wanted = target.target
        if not wanted or _HAS_SCHEME.match(wanted):
            continue
        file, _, fragment = wanted.partition("#")
        page = _page_of(edition, posixpath.normpath(posixpath.join(own_folder, file)))
        if page is not None:
            relative = posixpath.relpath(page, posixpath.dirname(file_of(address)) or ".")
            places[wanted] = f"{relative}#{fragment}" if fragment else relative
    return _LINK.sub(lambda found: found[1] + places.get(found[2], found[2]), text)


def _page_of(edition: Edition, path: str) -> str | None:
    """The file in the docs folder that is made from a file of the repository."""
    repository = edition.catalogue.repository
    if f"{path}/README.md" in repository.known_paths:
        path = f"{path}/README.md"
    owner = layout.reading_text_at(path) or layout.record_at(path)
    if owner is not None and owner.kind in WITH_A_PAGE:
        page = edition.record_address(owner.kind, owner.id)
        return file_of(page) if page else None
    return _download_of(edition, path) if path in repository.known_paths else None


def _download_of(edition: Edition, path: str) -> str | None:
    """The same for a file that is published beside a record's page."""
    for folder in (FILES, ANNEXES):
        start, found, name = path.partition(f"/{folder}/")
        owner = layout.reading_text_at(f"{start}/README.md")
        if found and owner is not None:
            page = edition.record_address(owner.kind, owner.id)
            return f"{page}{folder}/{name}" if page else None
    return None


def downloads(edition: Edition, record: Record, folder: str = FILES) -> Mapping[str, str]:
    """The files that can be published beside a record's page: name there → path."""
    repository = edition.catalogue.repository
    start = f"{record.folder}/{folder}/"
    return {
        path.removeprefix(f"{record.folder}/"): path
        for path in repository.files_by_folder.get(record.folder, ())
        if path.startswith(start)
        and posixpath.splitext(path)[1].lower() in DOWNLOADS
        and all(is_plain_name(part) for part in path.removeprefix(start).split("/"))
        and 0 <= repository.tree.size(path) <= LARGEST_ANNEX
    }


def is_plain_name(name: str) -> bool:
    """Whether the name of a file can stand in an address as it is."""
    return _PLAIN_NAME.fullmatch(name) is not None
