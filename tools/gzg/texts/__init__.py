"""Every sentence a person reads that is not a rule's card, in Dutch and English.

The YAML files beside this module hold them: one file a subject, `key: {nl: …, en: …}`. Cards of
rules keep their own texts. This module does not know what the sentences are about.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import resources

import yaml


class Language(StrEnum):
    """A language that the tool itself speaks."""

    NL = "nl"
    EN = "en"


Entry = Mapping[str, str]


@cache
def entries(subject: str) -> Mapping[str, Entry]:
    """All texts of one subject: key → language → sentence."""
    text = resources.files(__package__).joinpath(f"{subject}.yml").read_text("utf-8")
    loaded: dict[str, Entry] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def say(subject: str, key: str, language: Language, /, **values: object) -> str:
    """The sentence `key` of `subject`, its `{placeholders}` filled with `values`."""
    template = entries(subject)[key][language]
    return template.format_map(values) if values else template
