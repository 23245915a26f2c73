"""Which of many texts are worth comparing in full with one: a quick pass over their plain words.

An index of ten thousand texts takes seconds to make. Here each text is only split at its spaces,
every word is stemmed once for all of them, and what a text shares with the one at hand tells
whether it comes on the list. Compounds are not taken apart. How many texts have a stem is kept,
so that those on the list are compared as if all others were in the index as well.
"""

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from gzg.resemblance.words import (
    LONGEST_TEXT,
    Stems,
    every_word,
    likely_languages,
    stop_words,
    words,
)

LONGEST_LIST = 40


@dataclass(frozen=True)
class Frequencies:
    """In how many of `total` texts each stem stands; a text with two forms of it counts twice."""

    total: int
    by_stem: Mapping[str, int]


class Shortlist(NamedTuple):
    """The texts worth comparing, the most promising first, by the name that each was given."""

    names: tuple[str, ...]
    language: str
    frequencies: Frequencies


def shortlist(text: str, others: Iterable[tuple[str, bytes]]) -> Shortlist:
    """What to compare `text` with, among others in its language: each a name and its bytes."""
    language = likely_languages(text)[0]
    pieces = {name: frozenset(_pieces(raw)) for name, raw in others}
    counts = Counter(chain.from_iterable(pieces.values()))
    stems = Stems(language)
    stems_of = dict(_stems_of(counts, stems, stop_words(language)))
    by_stem: Counter[str] = Counter()
    for piece, found in stems_of.items():
        for stem in found:
            by_stem[stem] += counts[piece]
    total = len(pieces)
    frequencies = Frequencies(total, {stem: min(n, total) for stem, n in by_stem.items()})
    wanted = {stems.of(word) for word in words(text, language)} & by_stem.keys()
    worth = {stem: _worth(frequencies.by_stem[stem], total) for stem in wanted}
    gains = {
        piece: sum(worth[stem] for stem in wanted.intersection(found))
        for piece, found in stems_of.items()
        if not wanted.isdisjoint(found)
    }
    return Shortlist(tuple(_best(pieces, gains)), language, frequencies)


def _worth(frequency: int, total: int) -> int:
    """More for what few texts have; whole, so that a sum does not depend on its order."""
    return round(1000 * math.log((total + 1) / frequency) ** 2)


def _pieces(raw: bytes) -> list[str]:
    """What stands between spaces, in small letters, with the signs around it."""
    return raw[:LONGEST_TEXT].decode("utf-8", "replace").lower().split()


def _stems_of(
    pieces: Iterable[str], stems: Stems, stopped: frozenset[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for piece in pieces:
        if piece in stopped:
            continue
        found = (piece,) if piece.isalpha() and 2 <= len(piece) <= 40 else every_word(piece)
        if telling := tuple(stems.of(word) for word in found if word not in stopped):
            yield piece, telling


def _best(pieces: Mapping[str, frozenset[str]], gains: Mapping[str, int]) -> list[str]:
    """The names of the texts that share most; of a long text more is asked than of a short one."""
    scores = []
    for name, own in pieces.items():
        if shared := gains.keys() & own:
            score = sum(map(gains.__getitem__, shared)) / math.sqrt(len(own))
            scores.append((-score, name))
    return [name for _, name in heapq.nsmallest(LONGEST_LIST, scores)]
