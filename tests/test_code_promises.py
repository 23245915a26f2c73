"""What the repository promises of its code: imports one way, plain names, pure rules."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tools" / "gzg"

LAYERS = (
    ("diagnostics", "errors"),
    ("texts",),
    ("model",),
    ("call_schema", "schemas"),
    ("annexes", "repository"),
    ("figures", "resemblance"),
    ("rules",),
    ("engine",),
    ("reporters", "exports", "jury", "init", "wizard", "bench"),
    ("site",),
    ("intake",),
    ("zipped",),
    ("issue_form",),
    ("commands", "forge"),
    ("cli",),
    ("__main__",),
)
"""From the bottom up: a part of the package imports only from parts of the layers above it here."""

LAYER_OF = {part: number for number, layer in enumerate(LAYERS) for part in layer}

EMPTY_NAMES = {"common", "handler", "helper", "helpers", "manager", "misc", "util", "utils"}

OUTSIDE_MODULES = {
    "fileinput", "git", "glob", "http", "io", "linecache", "os", "random", "requests",
    "shutil", "socket", "subprocess", "tempfile", "time", "urllib",
}  # fmt: skip
OUTSIDE_NAMES = ("pathlib.Path.", "gzg.repository.git.")
OUTSIDE_CALLS = {"open", "input", "print", "eval", "exec", "__import__"}
OUTSIDE_METHODS = {"now", "utcnow", "today", "open", "read_text", "read_bytes", "write_text"}


def modules() -> list[Path]:
    return sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def imported(source: str, *, package: str = "gzg") -> set[str]:
    """The full dotted name of all that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) + 1 - node.level])
            module = ".".join(filter(None, (base if node.level else "", node.module or "")))
            names.update(f"{module}.{alias.name}" for alias in node.names)
    return names


def part_of(module: Path) -> str:
    return module.parts[0].removesuffix(".py")


def upward_imports(module: Path, source: str) -> list[str]:
    """The imports that go from a lower layer to a higher, or sideways within one."""
    own = part_of(module)
    package = ".".join(("gzg", *module.parts[:-1]))
    parts = {
        name.split(".")[1] for name in imported(source, package=package) if name.startswith("gzg.")
    }
    return sorted(
        f"{own} imports {part}"
        for part in parts & LAYER_OF.keys()
        if part != own and LAYER_OF[part] >= LAYER_OF[own]
    )


def reaches_outside(source: str) -> Iterator[str]:
    """What in a module's text would open a file, start a program or ask for the time."""
    for name in sorted(imported(source)):
        if name.partition(".")[0] in OUTSIDE_MODULES or f"{name}.".startswith(OUTSIDE_NAMES):
            yield name
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in OUTSIDE_CALLS:
                yield name
            case ast.Call(func=ast.Attribute(attr=name)) if name in OUTSIDE_METHODS:
                yield name


def rule_modules() -> list[Path]:
    return sorted((PACKAGE / "rules").glob("gzg[0-9]*.py"))


def test_every_part_of_the_package_has_its_layer() -> None:
    assert {part_of(module) for module in modules()} - LAYER_OF.keys() == {"__init__"}


def test_imports_go_one_way() -> None:
    wrong = {
        str(module): upward
        for module in modules()
        if (upward := upward_imports(module, (PACKAGE / module).read_text("utf-8")))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        ("model/call.py", "from gzg.engine.judge import judge", ["model imports engine"]),
        ("model/call.py", "import gzg.cli", ["model imports cli"]),
        ("model/call.py", "from gzg import rules", ["model imports rules"]),
        ("model/call.py", "from ..rules import rule", ["model imports rules"]),
        ("model/call.py", "def late():\n    from gzg.rules import x", ["model imports rules"]),
        ("wizard/draft.py", "from gzg.exports import feed", ["wizard imports exports"]),
        ("engine/judge.py", "from gzg.rules.rule import Rule", []),
        ("model/call.py", "from gzg.model.base import Model\nfrom .base import Model", []),
    ],
)
def test_an_import_the_wrong_way_is_seen(module: str, source: str, expected: list[str]) -> None:
    assert upward_imports(Path(module), source) == expected


def distributions_imported(folder: Path) -> set[str]:
    """The names, as the package index has them, of all that the modules in a folder import."""
    sources = [path.read_text("utf-8") for path in folder.rglob("*.py")]
    tops = {name.partition(".")[0] for source in sources for name in imported(source)}
    outside = tops - sys.stdlib_module_names - {"gzg", "tests"}
    owners = packages_distributions()
    return {canonicalize_name(owners.get(top, [top])[0]) for top in outside}


def distributions_asked(*extras: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    optional = [line for extra in extras for line in project["optional-dependencies"][extra]]
    return {
        canonicalize_name(Requirement(line).name) for line in (*project["dependencies"], *optional)
    }


def test_the_package_imports_only_what_it_asks_to_be_installed() -> None:
    assert distributions_imported(PACKAGE) - distributions_asked() == set()


def test_the_tests_import_only_what_the_project_asks_to_be_installed() -> None:
    assert distributions_imported(ROOT / "tests") - distributions_asked("dev") == set()


def test_no_module_has_a_name_that_says_nothing() -> None:
    folders = (ROOT / "tools", ROOT / "tests")
    stems = {path.stem for folder in folders for path in folder.rglob("*.py")}
    assert {stem for stem in stems if EMPTY_NAMES & set(stem.split("_"))} == set()


def test_there_are_rules_to_look_at() -> None:
    assert rule_modules() != []


def test_no_rule_reaches_outside_its_arguments() -> None:
    reaching = {
        path.name: found
        for path in rule_modules()
        if (found := list(reaches_outside(path.read_text("utf-8"))))
    }
    assert reaching == {}


@pytest.mark.parametrize(
    "source",
    [
        "open('a.yml')",
        "path.read_text()",
        "from pathlib import Path",
        "import subprocess",
        "from os import environ",
        "import urllib.request",
        "from gzg.repository import git",
        "from gzg.repository.git import run",
        "date.today()",
        "datetime.datetime.now(zone)",
    ],
)
def test_a_rule_that_reaches_outside_is_seen(source: str) -> None:
    assert list(reaches_outside(source)) != []


@pytest.mark.parametrize(
    "source", ["from pathlib import PurePosixPath", "from datetime import date", "record.closes"]
)
def test_a_rule_that_only_reckons_is_left_alone(source: str) -> None:
    assert list(reaches_outside(source)) == []
