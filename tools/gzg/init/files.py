"""The files of a new programme as values, made from the templates in the folder `template`.

The texts in the templates are Dutch and English. Ids and comments are in the main language only:
`pick` takes the one that is wanted. Nothing is written here.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from gzg.model.kinds import Kind
from gzg.model.schema import file_name, rendered
from gzg.schemas import FOLDER as SCHEMAS
from gzg.texts import Language

DEFAULT_TIME_ZONE = "Europe/Lisbon"
"""Not the Belgian one: whoever overlooks it sees hours that are plainly wrong, not almost right."""

IGNORED = "/.venv/\n/build/\n/site/\n"

AUTHORITY = {Language.NL: "voorbeeldfonds", Language.EN: "example-fund"}
CALL = {Language.NL: "voorbeeldoproep", Language.EN: "example-call"}
PAGE = {Language.NL: "over", Language.EN: "about"}
SOURCE = {Language.NL: "voorbeeldbesluit", Language.EN: "example-decision"}
TITLE = {
    Language.NL: "Voorbeeldprogramma Straat in bloei",
    Language.EN: "Example programme Streets in bloom",
}
SHORT_TITLE = {Language.NL: "Straat in bloei", Language.EN: "Streets in bloom"}


@dataclass(frozen=True)
class Wishes:
    """What the person who starts a programme may choose; without a title it has one by itself."""

    language: Language
    title: str = ""
    time_zone: str = DEFAULT_TIME_ZONE


def new_programme(wishes: Wishes) -> Mapping[str, bytes]:
    """Every file of a new programme: its path → its bytes, the same for the same wishes."""
    values = _values(wishes)
    made = {
        path: _environment().get_template(template).render(values)
        for path, template in _templates(wishes.language).items()
    }
    made[".gitignore"] = IGNORED
    made |= {f"{SCHEMAS}/{file_name(kind)}": rendered(kind) for kind in Kind}
    return {path: text.encode() for path, text in sorted(made.items())}


def _templates(language: Language) -> dict[str, str]:
    """Path in the new programme → the template that it is made from."""
    other = _other(language)
    call, page = f"content/calls/{CALL[language]}", f"content/pages/{PAGE[language]}"
    return {
        "README.md": f"readme.{language}.md",
        "content/programme.yml": "programme.yml",
        "content/sources.yml": "sources.yml",
        "content/organisations/municipalities.csv": "municipalities.csv",
        f"content/organisations/{AUTHORITY[language]}.yml": "organisation.yml",
        f"{call}/call.yml": "call.yml",
        f"{call}/README.md": f"call.{language}.md",
        f"{call}/README.{other}.md": f"call.{other}.md",
        f"{page}.md": f"page.{language}.md",
        f"{page}.{other}.md": f"page.{other}.md",
    }


def _values(wishes: Wishes) -> Mapping[str, object]:
    language = wishes.language

    def pick(dutch: str, english: str) -> str:
        return {Language.NL: dutch, Language.EN: english}[language]

    return {
        "pick": pick,
        "language": language,
        "other_language": _other(language),
        "title": _yaml(wishes.title or TITLE),
        "short_title": _yaml(wishes.title or SHORT_TITLE[language]),
        "heading": wishes.title or TITLE[language],
        "time_zone": wishes.time_zone,
        "default_time_zone": DEFAULT_TIME_ZONE,
        "authority": AUTHORITY[language],
        "authority_name": pick("Voorbeeldfonds", "Example Fund"),
        "call": CALL[language],
        "source": SOURCE[language],
    }


def _yaml(text: str | Mapping[Language, str]) -> str:
    """What stands after a key: a text, or texts by language. JSON is YAML, whatever the signs."""
    if isinstance(text, str):
        return f" {json.dumps(text, ensure_ascii=False)}"
    return "".join(f"\n  {language}: {each}" for language, each in text.items())


def _other(language: Language) -> Language:
    return next(each for each in Language if each is not language)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(__package__, "template"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  YAML and Markdown; the only free text goes through JSON
    )
