"""GZG520: a letter of another alphabet inside a word, where it looks like one of ours."""

import re
from collections.abc import Iterator

from gzg.diagnostics import Finding, Place, Severity, Span
from gzg.repository.source_file import SourceFile
from gzg.rules.rule import Context, FileRule

_LOOKALIKES = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"  # Greek
    "\u03bf\u03bd\u03c1"
    "\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422"  # Cyrillic
    "\u0425\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0501\u051b\u051d\u04bb"
    "\u0578\u057d\u0585\u0570"  # Armenian
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"  # full width
)
_WORD = re.compile(
    rf"[A-Za-z][^\W_]{{0,60}}?[{_LOOKALIKES}]|[{_LOOKALIKES}][^\W_]{{0,60}}?[A-Za-z]"
)
_ANY = re.compile(f"[{_LOOKALIKES}]")


def check(source: SourceFile, context: Context) -> Iterator[Finding]:
    for number, line in enumerate(source.text.split("\n"), start=1):
        if not line.isascii() and (found := _WORD.search(line)):
            letter = next(each for each in _ANY.finditer(line, found.start(), found.end()))
            column = letter.start() + 1
            span = Span(number, column, number, column + 1)
            values = {"letter": letter[0], "code": f"U+{ord(letter[0]):04X}"}
            yield Finding(Place(source.path, span=span), values)


def has_lookalike(text: str) -> bool:
    return not text.isascii() and _ANY.search(text) is not None


RULE = FileRule(code="GZG520", severity=Severity.ERROR, check=check, only_if=has_lookalike)
