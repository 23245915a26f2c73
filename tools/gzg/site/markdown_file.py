"""A page as the Markdown file that MkDocs reads: front matter with the record, then the prose.

The front matter is JSON, which is YAML too: quick to write and to read, and no value in it can
be taken for a date, a number or the end of the front matter.
"""

import json
import re

from gzg.site.page import Page
from gzg.texts.formats import readable

_NOT_PRINTABLE = re.compile("[\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def rendered(page: Page) -> str:
    """The whole text of the page's file."""
    front = {
        "title": page.title,
        "template": page.template,
        "lang": str(page.language),
        "section": str(page.section),
        "description": page.description,
        "address": page.address,
        "crumbs": list(page.crumbs),
        "filters": {name: list(values) for name, values in page.filters.items()},
        "changed": str(page.changed) if page.changed else "",
        "changed_words": readable(page.changed, page.language) if page.changed else "",
        "record": page.record,
    }
    written = json.dumps(front, ensure_ascii=False, indent=1)
    return f"---\n{_NOT_PRINTABLE.sub(_escaped, written)}\n---\n\n{printable(page.body)}\n"


def printable(text: str) -> str:
    """`text` without the signs that Python-Markdown keeps for itself, and lone surrogates."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", text).strip("\n")


def _escaped(found: re.Match[str]) -> str:
    """YAML allows these signs, and Python these halves of signs, only when escaped."""
    code = ord(found[0])
    return "\\uFFFD" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04X}"
