"""A card as one Markdown text in one language: for the screen and for the rule's page."""

import re

from gzg.rules.card import Card
from gzg.texts import Language, say

_FENCE = re.compile(r'^```(\w+) title="([^"]+)"[^\n]*$', re.MULTILINE)
_PLACEHOLDER = re.compile(r"\{\w+\}")


def markdown_of(card: Card, language: Language) -> str:
    """Title, message, remedy, reason and examples."""
    text = card.texts[language]
    parts = [
        f"# {card.code} – {text.title}",
        f"> {_without_values(text.message)}",
        f"**{say('card', 'remedy', language)}** {_without_values(text.remedy)}",
        f"## {say('card', 'why', language)}",
        card.why(language),
        f"## {say('card', 'wrong', language)}",
        examples(card.sections["Wrong"]),
        f"## {say('card', 'right', language)}",
        examples(card.sections["Right"]),
    ]
    return "\n\n".join(parts) + "\n"


def examples(section: str) -> str:
    """A card's fenced blocks with the file's path above each instead of in its first line."""
    return _FENCE.sub(r"`\2`\n\n```\1", section)


def _without_values(template: str) -> str:
    """A sentence with an ellipsis where a finding's value would stand."""
    return _PLACEHOLDER.sub("…", template)
