"""A page as the Markdown file that MkDocs reads: front matter with the record, then the prose.

The front matter is JSON, which is YAML too: quick to write and to read, and no value in it can
be taken for a date, a number or the end of the front matter.
"""

import json
import re
from collections.abc import Mapping

from gzg.site.frame import frame
from gzg.site.page import Page
from gzg.texts.formats import readable

_NOT_PRINTABLE = re.compile("[\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def rendered(page: Page) -> str:
    """The whole text of the page's file."""
    front = {
        "title": page.title,
        "template": page.template,
        "lang": str(page.language),
        **frame(page),
        "section": str(page.section),
        "description": page.description,
        "address": page.address,
        "crumbs": list(page.crumbs),
        "filters": {name: list(values) for name, values in page.filters.items()},
        "changed": str(page.changed) if page.changed else "",
        "changed_words": readable(page.changed, page.language) if page.changed else "",
        "record": without_blanks(page.record),
    }
    if page.pictures:
        front["pictures"] = {name: list(drawings) for name, drawings in page.pictures.items()}
    written = json.dumps(front, ensure_ascii=False, indent=1)
    return f"---\n{_NOT_PRINTABLE.sub(_escaped, written)}\n---\n\n{printable(page.body)}\n"


def without_blanks(value: object) -> object:
    """A record without what is empty, false or absent: templates take all of these for "no".

    YAML takes its time for every value, and half of them say nothing.
    """
    if isinstance(value, Mapping):
        kept = {key: without_blanks(inner) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if not _is_blank(inner)}
    if isinstance(value, list | tuple):
        return [without_blanks(inner) for inner in value]
    return value


def _is_blank(value: object) -> bool:
    return value is None or value is False or value in ("", [], {})


def printable(text: str) -> str:
    """`text` without the signs that Python-Markdown keeps for itself, and lone surrogates."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", text).strip("\n")


def _escaped(found: re.Match[str]) -> str:
    """YAML allows these signs, and Python these halves of signs, only when escaped."""
    code = ord(found[0])
    return "\\uFFFD" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04X}"
