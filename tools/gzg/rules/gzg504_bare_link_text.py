"""GZG504: a link whose text does not say where it leads."""

import re
from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.repository.links import may_point
from gzg.repository.markdown import Prose
from gzg.rules.rule import Context, ProseRule

BARE = {
    "deze link", "deze pagina", "hier", "klik", "klik hier", "lees meer", "link", "meer",
    "meer info", "meer informatie",
    "click", "click here", "here", "more", "more info", "more information", "read more",
    "this link", "this page",
}  # fmt: skip
_TEXT = re.compile(r"\[([^\]]*)\]")


def check(prose: Prose, context: Context) -> Iterator[Finding]:
    for target in prose.targets:
        if not target.is_image:
            text = text_in(prose.line(target.span.line), target.span.column)
            if text.strip(" .:>»→").lower() in BARE:
                yield Finding(Place(prose.path, span=target.span), {"text": text})


def text_in(line: str, column: int) -> str:
    """The words of the link that begins there, as far as they stand on its first line."""
    found = _TEXT.match(line, column - 1)
    return found[1].strip("*_ ") if found else ""


RULE = ProseRule(code="GZG504", severity=Severity.HINT, check=check, only_if=may_point)
