"""The rules: an index by range of codes, and a page for each, made from its card."""

from collections.abc import Iterator

from gzg.rules.card import card_of
from gzg.rules.card_page import markdown_of
from gzg.rules.registry import rules as all_rules
from gzg.rules.rule import Rule
from gzg.site.addresses import Section
from gzg.site.edition import Edition
from gzg.site.later import Later
from gzg.site.page import Data, Page

LENGTH_OF_PREFIX = 3
"""Of `GZG212` the fourth sign tells the range."""


def pages(edition: Edition) -> Iterator[Later]:
    """The index and the page of every rule."""
    yield Later(edition.address(Section.RULES), _index)
    for rule in _by_code():
        yield Later(edition.address(Section.RULES, rule.code), _page, (rule.code,))


def _by_code() -> list[Rule]:
    return sorted(all_rules(), key=lambda rule: rule.code)


def _index(edition: Edition) -> Page:
    return Page(
        address=edition.address(Section.RULES),
        language=edition.language,
        title=edition.say("section.rules"),
        template="rules.html",
        section=Section.RULES,
        record={"ranges": _ranges(edition, _by_code())},
        crumbs=edition.crumbs(),
    )


def _ranges(edition: Edition, found: list[Rule]) -> list[Data]:
    ranges: dict[str, list[Data]] = {}
    for rule in found:
        number = rule.code[LENGTH_OF_PREFIX]
        ranges.setdefault(number, []).append(
            {
                "text": rule.code,
                "href": edition.address(Section.RULES, rule.code),
                "title": card_of(rule.code).texts[edition.language].title,
                "severity": edition.say(f"severity.{rule.severity}"),
                "level": str(rule.severity),
            }
        )
    return [
        {"title": edition.say(f"range.{number}"), "rules": entries}
        for number, entries in ranges.items()
    ]


def _page(edition: Edition, code: str) -> Page:
    rule = next(each for each in all_rules() if each.code == code)
    card = card_of(code)
    _, _, body = markdown_of(card, edition.language).partition("\n")
    return Page(
        address=edition.address(Section.RULES, rule.code),
        language=edition.language,
        title=f"{rule.code}: {card.texts[edition.language].title}",
        template="prose.html",
        section=Section.RULES,
        record={"severity": edition.say(f"severity.{rule.severity}"), "level": str(rule.severity)},
        body=body,
        crumbs=edition.crumbs(Section.RULES),
        filters={"kind": (edition.say("kind.rule"),)},
    )
