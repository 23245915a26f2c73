"""Organisations found by what people call them: "Sint Niklaas", "gent", a part of the name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from gzg.model.identifiers import slug
from gzg.model.organisation import Municipality, Organisation
from gzg.repository.catalogue import Catalogue
from gzg.wizard.questions import Choice, Wording

MOST = 6
"""How many organisations are offered for one name."""

_NEAR = 0.72


@dataclass(frozen=True)
class Found:
    """What a typed name may mean; `is_sure` where it is exactly one organisation's id or name."""

    choices: tuple[Choice, ...]
    is_sure: bool = False


@dataclass(frozen=True)
class Directory:
    """Every organisation that a dossier can name on a day."""

    catalogue: Catalogue
    words: Wording
    day: date

    def find(self, typed: str) -> Found:
        """The organisations that may be meant, the likeliest first."""
        word = slug(typed)
        by_id = self._names
        sure = [id for id, names in by_id.items() if word == id or word in names]
        if word and len(sure) == 1:
            return Found((self.choice(sure[0]),), is_sure=True)
        begun = [id for id, names in by_id.items() if _has_part(word, (id, *names))]
        near = sure or begun or self._near(word)
        return Found(tuple(self.choice(id) for id in near[:MOST]))

    def choice(self, id: str) -> Choice:
        """An organisation as it is shown: its name and its kind."""
        found = self.catalogue.organisation(id, self.day)
        if found is None:
            return Choice(id, id)
        kind = self.catalogue.kind_of(found)
        return Choice(id, found.name, self.words.said(kind.title) if kind else "")

    def _near(self, word: str) -> list[str]:
        owners = {name: id for id, names in self._names.items() for name in (id, *names)}
        near = get_close_matches(word, owners, n=MOST, cutoff=_NEAR)
        return list(dict.fromkeys(owners[name] for name in near))

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        """Id → the slugs of its names; municipalities as they are on the day."""
        return dict(sorted(self._named()))

    def _named(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        every: list[Municipality | Organisation] = [
            *self.catalogue.register.existing_at(self.day),
            *self.catalogue.organisations.values(),
        ]
        for each in every:
            short = each.short_name if isinstance(each, Organisation) else None
            yield each.id, tuple(slug(name) for name in (each.name, short) if name)


def _has_part(word: str, names: tuple[str, ...]) -> bool:
    """Whether some name has this word, or these words one after the other."""
    return bool(word) and any(f"-{word}" in f"-{name}" for name in names)
