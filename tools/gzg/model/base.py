"""The foundation of every model: frozen, closed to unknown keys, with localised text.

Titles and descriptions of fields stand in `texts/fields/`; `model.schema` puts them into the
JSON Schemas.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[a-z]{2}$"
LONGEST_TEXT = 4000
LONGEST_ID = 100
LARGEST_COUNT = 1_000_000_000


class Model(BaseModel):
    """A part of a record: frozen, and closed to keys that it does not know."""

    # Built with the first record of its kind: building them all takes longer than a small check.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field whose value is the id of something else: `kind` says of what."""

    kind: str


Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=LONGEST_ID)]
"""An id: lower-case letters, digits and single hyphens; also the name of a folder."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT)]
"""Text that is not empty."""

Flag = StrictBool
Number = Annotated[StrictInt, Field(ge=-LARGEST_COUNT, le=LARGEST_COUNT)]
Count = Annotated[StrictInt, Field(ge=0, le=LARGEST_COUNT)]
LanguageCode = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]

MAIN_LANGUAGE = ""
"""The key under which a text stands that was written without naming its language."""


def _by_language(value: object) -> object:
    if isinstance(value, str):
        return {MAIN_LANGUAGE: value}
    if not isinstance(value, Mapping):
        raise PydanticCustomError("text_type", "text, or texts by language")
    if not value:
        raise PydanticCustomError("string_too_short", "no text")
    return value


Localised = Annotated[
    Mapping[Annotated[str, StringConstraints(pattern=r"^([a-z]{2})?$")], Line],
    BeforeValidator(_by_language),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT},
                {
                    "type": "object",
                    "minProperties": 1,
                    "propertyNames": {"pattern": r"^([a-z]{2})?$"},
                    "additionalProperties": {
                        "type": "string",
                        "minLength": 1,
                        "maxLength": LONGEST_TEXT,
                    },
                },
            ]
        }
    ),
]
"""Text in the programme's first language, or a text for each language: `{nl: …, en: …}`."""


def localised(text: Mapping[str, str], language: str, main: str) -> tuple[str, str]:
    """The text in `language` where there is one, else in the programme's first language `main`.

    Returns the text and the language that it is in.
    """
    if language in text:
        return text[language], language
    if MAIN_LANGUAGE in text:
        return text[MAIN_LANGUAGE], main
    found = main if main in text else min(text)
    return text[found], found
