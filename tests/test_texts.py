"""Every sentence exists in both languages, says the same values, and is used somewhere."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from gzg.diagnostics import Severity
from gzg.figures.figure import Unit
from gzg.model.figures import FigureName
from gzg.texts import Language, entries

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "tools" / "gzg"
THEME = ROOT / "tools" / "theme"
FORM = ROOT / "tools" / "form" / "src"
TEXTS = PACKAGE / "texts"
SUBJECTS = sorted(path.stem for path in TEXTS.glob("*.yml") if path.stem != "values")
ANY = r"[\w-]+"
PLACEHOLDER = re.compile(r"\{(\w+)\}")

COMPUTED_KEYS = {
    "figures": {f"{name}.{part}" for name in FigureName for part in ("title", "definition")},
    "figure-words": {f"unit.{unit}" for unit in Unit},
    "report": {*Severity, *(f"{each}-{count}" for each in Severity for count in ("one", "many"))},
}
"""Keys that the code puts together from a closed list: each of them must be there."""


@cache
def trees() -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py")))


@cache
def literals() -> frozenset[str]:
    """Every string constant of the package; every word of the templates, scripts and the form."""
    nodes = (node for tree in trees() for node in ast.walk(tree))
    found = {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    scripts = (path for suffix in ("html", "js", "xml") for path in THEME.rglob(f"*.{suffix}"))
    for path in (*scripts, *form_sources()):
        text = path.read_text("utf-8")
        found.update(re.findall(r"[\w-]+", text), re.findall(r"[\w.-]+", text))
    return frozenset(found)


def form_sources() -> list[Path]:
    return sorted(FORM.rglob("*.ts*"))


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """What f-strings, and those of the form, can become, where a constant part is in them."""
    found = set()
    for node in (node for tree in trees() for node in ast.walk(tree)):
        if isinstance(node, ast.JoinedStr):
            parts = [
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else ANY
                for part in node.values
            ]
            if re.search("[a-z]", "".join(part for part in parts if part != ANY)):
                found.add("".join(parts))
    for path in form_sources():
        for whole in re.findall(r"`([\w.${}-]*\$\{[^`]*)`", path.read_text("utf-8")):
            constants = [re.escape(part) for part in re.split(r"\$\{[^{}]*\}", whole)]
            if re.search("[a-z]", "".join(constants)):
                found.add(ANY.join(constants))
    return tuple(re.compile(pattern) for pattern in sorted(found))


def asked_for() -> set[tuple[str, str]]:
    """Every `say(subject, key)` and `describe(key)` whose words stand in the code."""
    found = set()
    for node in (node for tree in trees() for node in ast.walk(tree)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            words = [each.value for each in node.args if isinstance(each, ast.Constant)]
            if node.func.id == "say" and len(words) == 2:
                found.add((str(words[0]), str(words[1])))
            elif node.func.id == "describe" and words:
                found.add(("help", str(words[0])))
    return found


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_text_exists_in_both_languages(subject: str) -> None:
    for key, entry in entries(subject).items():
        assert set(entry) == set(Language), key
        assert len({bool(text.strip()) for text in entry.values()}) == 1, key


@pytest.mark.parametrize("subject", SUBJECTS)
def test_both_languages_say_the_same_values(subject: str) -> None:
    for key, entry in entries(subject).items():
        nl, en = (set(PLACEHOLDER.findall(entry[language])) for language in Language)
        assert nl == en, key


def test_every_text_that_the_code_asks_for_is_there() -> None:
    missing = {(subject, key) for subject, key in asked_for() if key not in entries(subject)}
    assert missing == set()


@pytest.mark.parametrize("subject", COMPUTED_KEYS)
def test_every_key_of_a_closed_list_has_its_text(subject: str) -> None:
    assert COMPUTED_KEYS[subject] <= set(entries(subject))


def is_used(subject: str, key: str) -> bool:
    """Whether the key stands in the code whole, in pieces between points, or as a pattern."""
    words = literals() | COMPUTED_KEYS.get(subject, set())
    in_pieces = set(key.split(".")) <= words
    # The form counts: what it asks for has a text for one and a text for many.
    forms = {key, key.removesuffix(".one").removesuffix(".many")}
    return key in words or in_pieces or any(p.fullmatch(k) for p in patterns() for k in forms)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_text_is_left_over(subject: str) -> None:
    assert [key for key in entries(subject) if not is_used(subject, key)] == []
