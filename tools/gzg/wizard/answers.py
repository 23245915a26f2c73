"""What people type, as the plain value that a record has; what cannot be read stays as typed.

A value that stays as typed is told by the judges, with the sentence of the rule's card: there is
no second opinion here. Amounts and days are read as the remedies of those cards read them.
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from gzg.model.identifiers import slug
from gzg.model.money import LARGEST
from gzg.rules.gzg104_date import suggestion as day_meant
from gzg.rules.gzg105_amount import suggestion as amount_meant
from gzg.wizard.questions import Choice, Form, Question

_BETWEEN = re.compile(r"\s*[;\n]\s*|\s*,\s+|,(?=\S)")
_DIGITS = re.compile(r"[0-9]{1,16}", re.ASCII)
_SPACES = re.compile(r"\s+")


def read(question: Question, typed: str) -> object:
    """The plain value that was meant."""
    text = tidy(typed)
    match question.form:
        case Form.MONEY:
            return amount(text)
        case Form.DAY:
            return day_meant(text) or text
        case Form.YEAR:
            return int(text) if _DIGITS.fullmatch(text) else text
        case Form.CHOICE | Form.PARTY:
            return chosen(question.choices, text)
        case Form.CHOICES:
            return [chosen(question.choices, each) for each in several(text)]
        case Form.TEXTS:
            return several(text)
        case Form.NUMBERS:
            return [int(x) if _DIGITS.fullmatch(x) else x for x in re.split(r"[\s,;]+", text)]
        case Form.DIGEST:
            return "".join(text.split()).lower()
        case Form.ADDRESS:
            return text if "://" in text else f"https://{text}"
    return text


def tidy(typed: str) -> str:
    """One line as typed or pasted: single spaces, nothing around it, letters in their usual form.

    A paste from a word processor brings no-break spaces and letters in two pieces.
    """
    return _SPACES.sub(" ", unicodedata.normalize("NFC", typed)).strip()


def amount(text: str) -> object:
    """Euro: `150.000`, `150 000,50` and `€ 1.200` as a number; the text where it is none."""
    meant = amount_meant(text)
    if meant is None or Decimal(meant) >= LARGEST:
        return text
    return Decimal(meant) if "." in meant else int(meant)


def several(text: str) -> list[str]:
    """The pieces of a list that was typed with semicolons or commas between them."""
    return [piece for piece in _BETWEEN.split(text) if piece]


def chosen(choices: Sequence[Choice], text: str) -> str:
    """The id of what was chosen by number, id or title; what was typed where it is none of them."""
    if _DIGITS.fullmatch(text) and 0 < int(text) <= len(choices):
        return choices[int(text) - 1].id
    word = slug(text)
    by_name = {slug(name): each.id for each in choices for name in (each.title, each.id)}
    begun = {id for name, id in by_name.items() if word and name.startswith(word)}
    if word in by_name:
        return by_name[word]
    return begun.pop() if len(begun) == 1 else (text if text in by_name.values() else word or text)
