"""A page as the Markdown file that MkDocs reads: front matter with the record, then the prose.

The front matter is JSON, which is YAML too: quick to write and to read, and no value in it can
be taken for a date, a number or the end of the front matter.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from gzg.site.frame import frame
from gzg.site.page import Page
from gzg.texts.formats import readable

_ENCODER = json.JSONEncoder(ensure_ascii=False)
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
    lines = ",\n".join(f"{_json(name)}: {_json(value)}" for name, value in front.items())
    return f"---\n{{\n{lines}\n}}\n---\n\n{printable(page.body)}\n"


def front_matter_and_body(text: str) -> tuple[dict[str, Any], str]:
    """The two parts of a page's file, as MkDocs reads them, but many times quicker than YAML."""
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    return json.loads(front), body.lstrip("\n")


def _json(value: object) -> str:
    """A value on one line; a line feed in a text is written as an escape."""
    written = _ENCODER.encode(value)
    return written if written.isprintable() else _NOT_PRINTABLE.sub(_escaped, written)


def without_blanks(value: object) -> object:
    """A record without what is empty, false or absent: templates take all of these for "no".

    YAML takes its time for every value, and half of them say nothing.
    """
    if isinstance(value, dict):
        return {
            key: kept
            for key, inner in value.items()
            if (kept := inner if type(inner) is str else without_blanks(inner)) or _says(kept)
        }
    if isinstance(value, list | tuple):
        return [inner if type(inner) is str else without_blanks(inner) for inner in value]
    return without_blanks(dict(value)) if isinstance(value, Mapping) else value


def _says(value: object) -> bool:
    """Whether a value that counts as "no" in Python says something: a number, zero."""
    return isinstance(value, int | float) and value is not False


def printable(text: str) -> str:
    """`text` without the signs that Python-Markdown keeps for itself, and lone surrogates."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", text).strip("\n")


def _escaped(found: re.Match[str]) -> str:
    """YAML allows these signs, and Python these halves of signs, only when escaped."""
    code = ord(found[0])
    return "\\uFFFD" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04X}"
