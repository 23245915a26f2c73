"""Dossiers drawn by Hypothesis: lists full of odd values, texts full of the signs of Markdown."""

import re
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from gzg.wizard.dossier_text import TextKey
from gzg.wizard.plain_data import paths_in
from tests.form.corpus import PRACTICE, changed, good
from tests.form.judging import Case

_AMOUNT = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]{1,2})?")

AMOUNTS = st.one_of(
    st.integers(0, 10**13).map(lambda cents: cents // 100),
    st.text(st.sampled_from("0123456789.,' €-euroEUR\u202f%miljon"), max_size=14).filter(
        lambda text: not _AMOUNT.fullmatch(text)  # the browser keeps an amount as such a text
    ),
)
DAYS = st.text(st.sampled_from("0123456789-/. janmrtoktdec"), max_size=16)
IDS = st.text(st.sampled_from("abcdeé-_ ABN1;ßİ"), max_size=12)
LICENCES = st.lists(
    st.sampled_from(
        (
            *("MIT", "mit", "and", "OR", "with", "WITH", "(", ")", "GPL-3.0", "EUPL-1.2", "x"),
            *("CC0", "v", "Classpath-exception-2.0", "apache", "BY", "4.0", "Licentie"),
        )
    ),
    max_size=6,
).map(" ".join)
ADDRESSES = st.text(st.sampled_from("https://a.be_-@:8?#%é “<\u200b\u00a0|"), max_size=20).flatmap(
    lambda rest: st.sampled_from(("https://", "http://a.be", "", "www.")).map(lambda at: at + rest)
)
WORDS = st.text(st.characters(codec="utf-8"), max_size=40)
MARKDOWN = st.lists(
    st.sampled_from(
        (
            *("# ", "## ", "### ", "\n", "\n", "\n\n", "`", "```\n", "<b>", "</b>", "<!-- ", "-->"),
            *(
                "[a](",
                "b)",
                "![",
                "](",
                "http://c.be",
                ")",
                "> ",
                "- ",
                "  ",
                "    ",
                "woord",
                "---",
            ),
            *("===", "&lt;", "\\", "<", ">", "é", "]: ", "[x]", "*", "_", "1. ", "{{", "{a=b}"),
            *("@jan", "<http://d.be>", "javascript:", "hier", "//e.be", "&#106;", "%0a", '"t"'),
            *("Impactmap", "\t", "\u00a0", "|"),
        )
    ),
    max_size=40,
).map("".join)
NUMBERS = st.lists(
    st.sampled_from(
        (
            *("0475", "12", "34", "56", "+32", "(0)", "BE68", "5390", "0754", "7034", "85", "07"),
            *("30", "033", "28", "73", " ", "-", ".", "/", "@", "jan", "info", "gent.be", "x"),
            *("\u0430", "kbo: "),
        )
    ),
    max_size=14,
).map("".join)

_NAMES = ("title", "organisation", "role", "share", "year", "date", "service", "kinds", "url")

ANYTHING = st.recursive(
    st.one_of(WORDS, NUMBERS, IDS, DAYS, st.booleans(), st.integers(0, 10**15)).filter(
        lambda value: not (isinstance(value, str) and _AMOUNT.fullmatch(value))
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(_NAMES) | st.text("abc-_é :#", min_size=1, max_size=6),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=5,
)
"""What is of another kind than any field takes."""

_BASE = good(PRACTICE)
_WAYS = sorted(paths_in(_BASE.data), key=str)
_KEYS = list(_BASE.texts)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """The good dossier with some of its values and texts drawn."""
    data: Mapping[str, Any] = dict(_BASE.data)
    drawn = {
        "domains": st.lists(IDS, max_size=6),
        "standards": st.lists(st.one_of(WORDS, NUMBERS), max_size=6),
        "success_plan": st.lists(DAYS.map(_indicator), max_size=8),
        "blueprints": st.lists(st.builds(_blueprint, LICENCES, IDS), max_size=6),
        "building_blocks": st.lists(ADDRESSES.map(_block), max_size=8),
        "budget": st.lists(AMOUNTS.map(_cost), max_size=8),
        "requested": AMOUNTS,
        "summary": st.one_of(WORDS, NUMBERS, MARKDOWN),
    }
    for field in draw(st.sets(st.sampled_from(sorted(drawn)), max_size=3)):
        data = {**data, field: draw(drawn[field])}
    for way in draw(st.lists(st.sampled_from(_WAYS), max_size=2)):
        data = changed(Case("", data, {}), "", (way, draw(ANYTHING))).data
    texts: dict[TextKey, str] = dict(_BASE.texts)
    for key in draw(st.sets(st.sampled_from(_KEYS), max_size=3)):
        texts[key] = draw(st.one_of(MARKDOWN, NUMBERS, WORDS))
    return Case("drawn", data, texts)


def _indicator(day: str) -> dict[str, Any]:
    return {"title": "Wachttijd", "baseline": "5 dagen", "target": "1 dag", "date": day}


def _blueprint(licence: str, kind: str) -> dict[str, Any]:
    return {"title": "Handleiding", "kinds": [kind], "licence": licence}


def _block(address: str) -> dict[str, Any]:
    return {"title": "Bouwsteen", "url": address}


def _cost(amount: object) -> dict[str, Any]:
    return {"year": 2027, "organisation": "demo-duinmeer", "title": "Kost", "amount": amount}
