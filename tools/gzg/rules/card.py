"""A rule's card: its texts in both languages, why it exists, and its examples.

The card is a Markdown file beside the rule. Its front matter holds, for each language, `title`,
`message` and `remedy`, and may hold `remedy_with`: a remedy to be used instead when the finding
has that value, such as a suggestion. Below stand the headings `Waarom`, `Why`, `Wrong` and
`Right`; the last two hold the examples as fenced blocks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import yaml

from gzg.rules.registry import module_by_code
from gzg.texts import Language

_SECTION = re.compile(r"^## (Waarom|Why|Wrong|Right)$", re.MULTILINE)
_FRONT = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.DOTALL)


@dataclass(frozen=True)
class CardText:
    """A card's sentences in one language, with `{placeholders}`."""

    title: str
    message: str
    remedy: str
    remedy_with: Mapping[str, str] = field(default_factory=dict)

    def remedy_for(self, values: Mapping[str, object]) -> str:
        """The remedy that fits what the finding knows."""
        for name, remedy in self.remedy_with.items():
            if values.get(name):
                return remedy
        return self.remedy


@dataclass(frozen=True)
class Card:
    """A card as read: texts by language, and the body's sections by heading."""

    code: str
    texts: Mapping[Language, CardText]
    sections: Mapping[str, str]

    def why(self, language: Language) -> str:
        """Why the rule exists, as Markdown."""
        return self.sections[{Language.NL: "Waarom", Language.EN: "Why"}[language]]


@cache
def card_of(code: str) -> Card:
    """The card of a rule; raises KeyError for a code that does not exist."""
    module = module_by_code()[code]
    text = resources.files(__package__).joinpath(f"{module}.md").read_text("utf-8")
    return parsed_card(code, text)


def parsed_card(code: str, text: str) -> Card:
    """The card in a Markdown text."""
    parts = _FRONT.match(text)
    if parts is None:
        raise ValueError(f"the card of {code} has no front matter")
    front = yaml.load(parts[1], Loader=yaml.CSafeLoader)
    texts = {language: CardText(**front[language]) for language in Language}
    pieces = _SECTION.split(parts[2])
    sections = {
        heading.strip(): body.strip("\n")
        for heading, body in zip(pieces[1::2], pieces[2::2], strict=True)
    }
    return Card(code, texts, sections)
