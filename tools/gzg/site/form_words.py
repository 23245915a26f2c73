"""The sentences of a form and how values stand in them: cards, texts, formats, the file's comments.

They depend on the language only, so each is made once for all calls.
"""

from collections.abc import Mapping
from functools import cache

from gzg.model.submission import Submission
from gzg.rules.card import card_of
from gzg.rules.registry import rules
from gzg.site.page import Data
from gzg.texts import Language, entries
from gzg.texts.formats import patterns
from gzg.wizard.questions import title_of
from gzg.wizard.record_text import lines_above, schema_line
from gzg.wizard.yaml_writer import WIDTH

CODES = tuple(
    f"GZG{number}"
    for number in (
        # What is in a text that is typed or opened
        "008",
        # Structure
        *(101, 102, 103, 104, 105, 106, 108, 110, 111, 113),
        # What the call asks
        *range(221, 249),
        # What the programme and the register know
        *(301, 302, 303, 320, 321, 323, 324),
        # The clock
        *(411, 412, 413),
        # The text, and the details of persons
        *range(502, 510),
        *range(511, 516),
        *(519, 520),
    )
)
"""The rules that one dossier by itself can break, which the form judges as it is typed.

All others need what a browser does not have: Git, other dossiers, annexes, the forge.
"""

_SAID_TOO = (
    "euro",
    "example",
    "left",
    "public",
    "public-later",
    "type.GZG104",
    "type.GZG105",
)
"""Sentences of the terminal that the form says too."""


@cache
def cards(language: Language) -> Mapping[str, Data]:
    """Code → the sentences of its card, for every rule that the form judges."""
    severities = {rule.code: str(rule.severity) for rule in rules()}
    found: dict[str, Data] = {}
    for code in CODES:
        text = card_of(code).texts[language]
        found[code] = {
            "severity": severities[code],
            "title": text.title,
            "message": text.message,
            "remedy": text.remedy,
            "remedy_with": dict(text.remedy_with),
        }
    return found


@cache
def texts(language: Language) -> Mapping[str, str]:
    """All that the form itself says."""
    said = {f"wizard.{key}": entries("wizard")[key][language] for key in _SAID_TOO}
    return said | {key: text[language] for key, text in entries("form").items()}


@cache
def formats(language: Language) -> Data:
    """How days, amounts and lists read in a sentence."""
    truth = {Language.NL: ["nee", "ja"], Language.EN: ["no", "yes"]}[language]
    return {**patterns(language), "truth": truth}


def file_words(call: str) -> Data:
    """What stands in a submission.yml by itself, in both languages: a file is opened in either."""
    return {**_comments(), "schema_line": schema_line(call).rstrip("\n")}


@cache
def _comments() -> Data:
    fields = tuple(Submission.model_fields)
    lines = {name: {str(each): lines_above(name, each) for each in Language} for name in fields}
    return {
        "width": WIDTH,
        "above": {name: found for name, found in lines.items() if any(found.values())},
        "still_open": dict(entries("wizard")["still-open"]),
        "titles": {
            name: {str(each): title_of(f"Submission.{name}", each) for each in Language}
            for name in fields
        },
    }
