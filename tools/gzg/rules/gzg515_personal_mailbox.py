"""GZG515: an e-mail address that is not a service's mailbox."""

import re
from collections.abc import Iterator

from gzg.diagnostics import Finding, Severity
from gzg.repository.source_file import SourceFile
from gzg.rules.mailboxes import is_service, leads_to_nobody
from gzg.rules.personal_data import finding
from gzg.rules.rule import Context, FileRule

LONGEST_NAME = 64
"""Signs before the @ (RFC 5321, 4.5.3.1.1): no more than these are looked at."""

_NAME = re.compile(r"[\w%+][\w.%+'-]*\Z")
_DOMAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,8}")


def check(source: SourceFile, context: Context) -> Iterator[Finding]:
    text = source.text
    at = text.find("@")
    while at >= 0:
        name = _NAME.search(text, max(0, at - LONGEST_NAME), at)
        domain = _DOMAIN.match(text, at + 1)
        if name and domain and is_personal(text, name.start(), name[0], domain[0]):
            shown = f"{name[0][:1]}…@{domain[0]}"
            yield finding(source, name.start(), domain.end(), shown)
        at = text.find("@", at + 1)


def is_personal(text: str, start: int, name: str, domain: str) -> bool:
    """Whether it can be a person's; `@name@host` is an account on a social network."""
    if text[start - 1 : start] == "@":
        return False
    return not is_service(name) and not leads_to_nobody(domain)


def has_address(text: str) -> bool:
    return "@" in text


RULE = FileRule(
    code="GZG515",
    severity=Severity.ERROR,
    check=check,
    in_annexes=True,
    only_if=has_address,
)
