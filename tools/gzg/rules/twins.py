"""Dossiers for one call with the same text, or nearly the same: which of them came in before.

All texts of a call are read once. Only texts that share most of their paragraphs are compared word
by word, because that takes as long as a hundred rules.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gzg.model.kinds import Kind
from gzg.model.receipt import Receipt
from gzg.repository.catalogue import Catalogue
from gzg.resemblance.identical import near_identical

FEWEST_WORDS = 50
"""Texts with fewer words are alike by chance: only the headings of the call, for example."""

NEARLY = 0.7
"""From what shared part on a text is nearly another: what changes a tenth of the words keeps it."""

MOST_SHARING = 50
"""A paragraph that so many dossiers have tells nothing of two of them."""

IDENTICAL = 1.0
_WORD = re.compile(r"\w+")
_EMPTY_LINE = re.compile(r"\n\s*\n")


class Twin(NamedTuple):
    """An earlier dossier, and how much of the two texts is the same, from 0 to 1."""

    id: str
    share: float


class _Text(NamedTuple):
    received: float
    id: str
    body: str
    words: tuple[str, ...]
    paragraphs: frozenset[str]


class Twins:
    """The dossiers of a catalogue that are like an earlier one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._by_call: dict[str, Mapping[str, Twin]] = {}

    def of(self, id: str) -> Twin | None:
        """The dossier for the same call that came in before and is most like this one."""
        call = id.partition("/")[0]
        if call not in self._by_call:
            self._by_call[call] = dict(_twins(sorted(self._texts(call))))
        return self._by_call[call].get(id)

    def _texts(self, call: str) -> Iterator[_Text]:
        repository = self._catalogue.repository
        for id, path in repository.index[Kind.SUBMISSION].items():
            readme = f"{path.rpartition('/')[0]}/README.md"
            if not id.startswith(f"{call}/") or readme not in repository.known_paths:
                continue
            body = repository.source(readme).body
            words = tuple(_WORD.findall(body.casefold()))
            if len(words) >= FEWEST_WORDS:
                paragraphs = frozenset(
                    " ".join(part.split()) for part in _EMPTY_LINE.split(body) if part[:1] != "#"
                )
                yield _Text(self._received(id), id, body, words, paragraphs)

    def _received(self, id: str) -> float:
        """When it came in; what has no receipt yet came in last."""
        receipt = self._catalogue.model(Kind.RECEIPT, id)
        return receipt.received.timestamp() if isinstance(receipt, Receipt) else float("inf")


def _twins(texts: list[_Text]) -> Iterator[tuple[str, Twin]]:
    """Dossier → its twin, among texts in the order in which they came in."""
    same: dict[tuple[str, ...], str] = {}
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        first = same.setdefault(text.words, text.id)
        if first != text.id:
            yield text.id, Twin(first, IDENTICAL)
        elif near := _nearest(text, texts, having):
            yield text.id, near
        for paragraph in text.paragraphs:
            if len(having[paragraph]) < MOST_SHARING:
                having[paragraph].append(number)


def _nearest(text: _Text, texts: list[_Text], having: Mapping[str, list[int]]) -> Twin | None:
    shared = Counter(other for each in text.paragraphs for other in having.get(each, ()))
    count, number = max(((count, -number) for number, count in shared.items()), default=(0, 0))
    if 2 * count < len(text.paragraphs) or not count:
        return None
    other = texts[-number]
    share = near_identical(text.body, other.body)
    return Twin(other.id, share) if share >= NEARLY else None
