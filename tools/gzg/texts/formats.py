"""How dates, amounts and lists read in a sentence, in Dutch as in Belgium and in English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

from gzg.texts import Language

LOCALES = {Language.NL: Locale("nl", "BE"), Language.EN: Locale("en", "GB")}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A value that is words itself, such as the name of a figure: in each language."""

    nl: str
    en: str

    def readable(self, language: Language) -> str:
        """The words of that language."""
        return {Language.NL: self.nl, Language.EN: self.en}[language]


@dataclass(frozen=True, slots=True)
class OneOf:
    """Values of which a person takes one; nothing to offer where there are none."""

    choices: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.choices)

    def readable(self, language: Language) -> str:
        """Aalst of Gent, Aalst or Gent."""
        return format_list(self.choices, style="or", locale=LOCALES[language])


def readable(value: object, language: Language) -> str:
    """`value` as it stands in a sentence: 12 november 2021, 1.107.397,55, Gent, Brugge en Aalst.

    A `Decimal` is an amount, with no or two decimals; a `float` is a share, with at most one.
    """
    locale = LOCALES[language]
    match value:
        case bool():
            return {Language.NL: ("nee", "ja"), Language.EN: ("no", "yes")}[language][value]
        case Decimal():
            return format_decimal(value, "#,##0.00" if value % 1 else "#,##0", locale=locale)
        case float():
            return format_decimal(value, "#,##0.#", locale=locale)
        case int():
            return format_decimal(value, locale=locale)
        case datetime():
            # A deadline is as precise as a second, and so is who missed it.
            clock = format_time(value, "HH:mm:ss" if value.second else "HH:mm", locale=locale)
            return f"{_day(value.date(), language)} {clock}"
        case date():
            return _day(value, language)
        case str():
            return value
        case Phrase() | OneOf():
            return value.readable(language)
        case Sequence():
            return format_list([readable(item, language) for item in value], locale=locale)
        case _:
            return str(value)


@cache
def _day(value: date, language: Language) -> str:
    """12 november 2021; a programme has few days, and names each of them often."""
    return format_date(value, "d MMMM y", LOCALES[language])


def patterns(language: Language) -> Mapping[str, object]:
    """What `readable` writes with, for a program that cannot ask it: the same in the browser."""
    locale = LOCALES[language]
    symbols = locale.number_symbols["latn"]
    return {
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "months": [locale.months["format"]["wide"][number] for number in range(1, 13)],
        "day": "{day} {month} {year}",
        "list": _list_patterns(locale, "standard"),
        "or": _list_patterns(locale, "or"),
    }


def _list_patterns(locale: Locale, style: str) -> Mapping[str, str]:
    found = locale.list_patterns[style]
    return {"two": found["2"], **{name: found[name] for name in ("start", "middle", "end")}}


def filled(template: str, values: Mapping[str, object], language: Language) -> str:
    """`template` with its `{placeholders}` replaced by the readable form of `values`."""
    return template.format_map({name: readable(value, language) for name, value in values.items()})
