"""GZG519: an account of a forge that is named with @."""

import re
from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity
from gzg.repository.faults import shown
from gzg.repository.markdown import Prose
from gzg.rules.rule import Context, ProseRule

_MENTION = re.compile(r"(?<![\w/.@&+%-])@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:/[\w-]{1,60})?")


def check(prose: Prose, context: Context) -> Iterator[Finding]:
    for found in _MENTION.finditer(prose.without_code):
        span = prose.span_of(found.start(), found.end())
        yield Finding(Place(prose.path, span=span), {"name": shown(found[0])})


def may_mention(prose: Prose) -> bool:
    return "@" in prose.text and _MENTION.search(prose.text) is not None


RULE = ProseRule(code="GZG519", severity=Severity.WARNING, check=check, only_if=may_mention)
