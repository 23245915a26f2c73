"""An index of texts, and which of them a new text is nearest to.

Each text is a vector of its stems, weighed by how often it has them and how few other texts do
(TF-IDF); nearness is the cosine of the angle between two vectors, from 0 to 1 (Salton and Buckley
1988, "Term-weighting approaches in automatic text retrieval"). The libraries that rank bring NumPy
or SciPy with them, or are no longer kept, and BM25 has no upper end to compare with a threshold.
For some ten thousand short texts a table of stems is enough; stemming, the hard part, is left to a
library.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from gzg.resemblance.first_pass import Frequencies
from gzg.resemblance.words import (
    STEMMERS,
    Stems,
    every_word,
    likely_languages,
    parts,
    stop_words,
    words,
)

THRESHOLD = 0.15
"""From which score on a resemblance is worth a reader's time.

Held by tests against the real catalogue: dossiers and sentences about a subject that it has score
0.16 and more with the record meant, those about a swimming pool, a fire engine or the library at
most 0.14 with any.
"""

MOST_STEMS = 40
"""Of a longer text the stems that weigh most: so a score means the same for line and dossier."""

MOST_SHARED_WORDS = 5

_EXPONENT = 0.7
"""A word that stands there twice weighs more than once, but not twice as much."""

_MOST_SEEN = 10_000
_MOST_CANDIDATES = 200
"""In a large catalogue only documents that share rare stems are compared in full."""

_UNKNOWN = 0.7
"""What a word weighs that no document has: some are a new subject, most are ordinary words."""


class Document(NamedTuple):
    """A record to compare with: its texts by language, each with how many times it counts."""

    kind: str
    id: str
    texts: Mapping[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A record that a text resembles.

    `score` is from 0 to 1; `why` has the words of the text that the record has too, in some form,
    as the text writes them and the weightiest first.
    """

    kind: str
    id: str
    score: float
    why: tuple[str, ...]


class Index:
    """Documents, ready to be compared with; made by `build` and not changed after."""

    def __init__(
        self, documents: Iterable[Document], frequencies: Mapping[str, Frequencies]
    ) -> None:
        every = sorted(documents, key=lambda each: (each.kind, each.id))
        self.spaces = {
            language: _Space(language, every, frequencies.get(language)) for language in STEMMERS
        }


def build(
    documents: Iterable[Document], frequencies: Mapping[str, Frequencies] | None = None
) -> Index:
    """An index of these documents; `frequencies` where they are but a few of many, by language."""
    return Index(documents, frequencies or {})


def nearest(
    index: Index, text: str, *, limit: int = 3, threshold: float = THRESHOLD
) -> tuple[Resemblance, ...]:
    """The documents that a text resembles most, not below `threshold`; ties by kind and id.

    The text is compared in its own language, as far as its words tell which that is; else in each,
    and the better of the scores counts.
    """
    best: dict[tuple[str, str], Resemblance] = {}
    for language in likely_languages(text):
        space = index.spaces[language]
        for each in space.nearest(text, limit, threshold):
            key = (each.kind, each.id)
            best[key] = max(best.get(key, each), each, key=lambda found: found.score)
    ranked = sorted(best.values(), key=lambda each: (-each.score, each.kind, each.id))
    return tuple(ranked[:limit])


class _Space:
    """The vectors of all documents in one language."""

    def __init__(
        self, language: str, documents: Iterable[Document], outside: Frequencies | None
    ) -> None:
        self._language = language
        self._stems = Stems(language)
        self._documents = [each for each in documents if each.texts.get(language)]
        counts = [self._counts(each.texts[language]) for each in self._documents]
        found = frozenset().union(*counts) - stop_words(language)
        stems = {word: self._stems.of(word) for word in found}
        self._known = frozenset(stems.values()) | (outside.by_stem.keys() if outside else set())
        split = {word: (stem, *parts(stem, self._known)) for word, stem in stems.items()}
        vectors = [_of_stems(count, split) for count in counts]
        self._frequencies = Counter(stem for vector in vectors for stem in vector)
        self._total = len(self._documents)
        if outside:
            self._total = max(self._total, outside.total)
            self._frequencies |= Counter(outside.by_stem)  # the larger of the two
        self._rarities = {stem: self._rarity(stem) for stem in self._frequencies}
        self._vectors = [_unit(self._weights(vector)) for vector in vectors]
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, vector in enumerate(self._vectors):
            for stem in vector:
                self._postings[stem].append(number)

    @staticmethod
    def _counts(texts: Iterable[tuple[str, int]]) -> Counter[str]:
        """How many times each word counts, in lower case and stop words too."""
        found: Counter[str] = Counter()
        for text, times in texts:
            found.update(every_word(text.lower()) * times)
        return found

    def _weights(self, counts: Mapping[str, int]) -> dict[str, float]:
        rarities, new = self._rarities, self._rarity("")
        return {stem: _times(count) * rarities.get(stem, new) for stem, count in counts.items()}

    def _rarity(self, stem: str) -> float:
        frequency = self._frequencies.get(stem, 0)
        rarity = math.log((self._total + 1) / max(1, frequency))
        return rarity if frequency else rarity * _UNKNOWN

    def nearest(self, text: str, limit: int, threshold: float) -> Iterator[Resemblance]:
        """The documents of this language that a text resembles most."""
        forms = self._forms(text)
        weights = self._query(forms)
        scores = {
            number: sum(weight * self._vectors[number].get(stem, 0) for stem, weight in weights)
            for number in self._candidates(weights)
        }
        above = [(-score, number) for number, score in scores.items() if score >= threshold]
        for score, number in sorted(above)[:limit]:
            document = self._documents[number]
            why = self._why(number, weights, forms)
            yield Resemblance(document.kind, document.id, round(min(-score, 1.0), 3), why)

    def _forms(self, text: str) -> dict[str, Counter[str]]:
        """Stem → the words of the text that have it, alone or as a part, and how often."""
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        for word, count in Counter(words(text, self._language)).items():
            stem = self._stems.of(word)
            for each in (stem, *parts(stem, self._known)):
                forms[each][word] += count
        return forms

    def _query(self, forms: Mapping[str, Counter[str]]) -> list[tuple[str, float]]:
        """The stems of a text that weigh most and their weights, in the order of the alphabet."""
        weights = self._weights({stem: found.total() for stem, found in forms.items()})
        heaviest = sorted(weights, key=lambda stem: (-weights[stem], stem))[:MOST_STEMS]
        return sorted(_unit({stem: weights[stem] for stem in heaviest}).items())

    def _candidates(self, weights: list[tuple[str, float]]) -> list[int]:
        """The documents worth comparing in full: those that share most of the rarest stems."""
        known = [(stem, weight) for stem, weight in weights if stem in self._postings]
        scores: dict[int, float] = defaultdict(float)
        seen = 0
        for stem, weight in sorted(known, key=lambda each: len(self._postings[each[0]])):
            seen += len(self._postings[stem])
            if scores and seen > _MOST_SEEN:
                break
            for number in self._postings[stem]:
                scores[number] += weight * self._vectors[number][stem]
        return sorted(scores, key=lambda number: (-scores[number], number))[:_MOST_CANDIDATES]

    def _why(
        self,
        number: int,
        weights: list[tuple[str, float]],
        forms: Mapping[str, Counter[str]],
    ) -> tuple[str, ...]:
        """The words that bring a text and a document together, the weightiest first."""
        vector = self._vectors[number]
        shared = [
            (-weight * vector[stem], _as_written(forms[stem]))
            for stem, weight in weights
            if stem in vector
        ]
        return tuple(dict.fromkeys(word for _, word in sorted(shared)))[:MOST_SHARED_WORDS]


def _of_stems(counts: Mapping[str, int], split: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """How many times each stem counts, alone or as a part of a word."""
    found: dict[str, int] = {}
    for word, count in counts.items():
        for stem in split.get(word, ()):
            found[stem] = found.get(stem, 0) + count
    return found


@cache
def _times(count: int) -> float:
    return float(count**_EXPONENT)


def _as_written(forms: Counter[str]) -> str:
    """The form that is written most; of equals the one without a capital, then the first."""
    return min(forms, key=lambda word: (-forms[word], word[0].isupper(), word))


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items()} if length else {}
