"""From a text to the words that tell what it is about, and their stems.

Dutch and English are stemmed by the Snowball algorithms; a compound counts as its parts too, where
both are known. A doubled vowel is written once, so that *parkeervergunning* and *parkeren* meet.
"""

import re
from collections import Counter
from collections.abc import Container, Mapping
from functools import cache
from importlib import resources

import Stemmer
import yaml

STEMMERS: Mapping[str, str] = {"nl": "dutch", "en": "english"}
"""The languages that can be compared, and the Snowball algorithm for each."""

LONGEST_TEXT = 30_000
"""Characters of a text that are looked at: some eight pages."""

_WORD = re.compile(r"[^\W\d_]{2,40}")
_ADDRESS = re.compile(r"\]\([^()\s]*\)|\b[a-z]+://\S+|[\w.+-]{1,64}@[\w.-]+", re.IGNORECASE)
_MAY_HAVE_ADDRESS = re.compile(r"@|://|\]\(")
_DOUBLED = re.compile(r"([aeou])\1")
_LINKS = ("", "s", "en", "ens", "e", "n")
"""What can stand between the parts of a Dutch compound."""

_SHORTEST_PART = 4


@cache
def stop_words(language: str) -> frozenset[str]:
    """The words of a language that say nothing of a subject."""
    text = resources.files(__package__).joinpath("stop_words.yml").read_text("utf-8")
    lists: Mapping[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return frozenset(lists[language].split())


def words(text: str, language: str) -> list[str]:
    """The telling words of a text as they are written."""
    stopped = stop_words(language)
    return [word for word in every_word(text) if word.lower() not in stopped]


def every_word(text: str) -> list[str]:
    """All words of a text as they are written, addresses left out."""
    text = text[:LONGEST_TEXT]
    plain = _ADDRESS.sub(" ", text) if _MAY_HAVE_ADDRESS.search(text) else text
    return _WORD.findall(plain)


def likely_languages(text: str) -> tuple[str, ...]:
    """The language whose stop words a text has most of; all of them where that does not tell."""
    found = Counter(word.lower() for word in every_word(text))
    shares = {language: sum(found[word] for word in stop_words(language)) for language in STEMMERS}
    return tuple(language for language in STEMMERS if shares[language] == max(shares.values()))


class Stems:
    """The stems of one language."""

    def __init__(self, language: str) -> None:
        self._stemmer = Stemmer.Stemmer(STEMMERS[language])

    def of(self, word: str) -> str:
        """The stem of a word, in whatever case."""
        return _DOUBLED.sub(r"\1", self._stemmer.stemWord(word.lower()))


def parts(stem: str, known: Container[str]) -> tuple[str, ...]:
    """The two known stems that a compound is made of, with the longest last one; else none."""
    for cut in range(_SHORTEST_PART, len(stem) - _SHORTEST_PART + 1):
        last = stem[cut:]
        if last not in known:
            continue
        for link in _LINKS:
            first = stem[:cut].removesuffix(link)
            if len(first) >= _SHORTEST_PART and first in known:
                return first, last
    return ()
