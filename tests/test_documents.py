"""What the documents say is so: their links lead somewhere, their commands exist, and records
written as their examples say are read."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from gzg.cli import COMMANDS
from gzg.model.call import Call
from gzg.model.project import Project
from gzg.repository.faults import Fault
from gzg.repository.markdown import Prose
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from tests.rules.examples import laid_over, smallest_files

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
FORMAT_GUIDES = ("content-format.md", "records-schrijven.md")

CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
KEY = re.compile(r"^(\w+):", re.MULTILINE)
EXAMPLES: Mapping[type[Project | Call], str] = {
    Project: "content/projects/voorbeeld/project.yml",
    Call: "content/calls/voorbeeldoproep/call.yml",
}
"""The records of the smallest programme that an example can be laid over."""

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def code_in(document: Path) -> str:
    return "\n".join(CODE.findall(document.read_text("utf-8")))


def examples_in(name: str) -> list[str]:
    return EXAMPLE.findall((ROOT / "docs" / name).read_text("utf-8"))


def faults_of(example: str) -> tuple[Fault, ...]:
    """What is wrong with an example when it stands in a record that has its fields."""
    keys = set(KEY.findall(example))
    model, path = next(each for each in EXAMPLES.items() if keys <= each[0].model_fields.keys())
    files = smallest_files()
    files[path] = laid_over(example, files[path].decode(), [])
    record = Repository(MemoryTree(files)).record_at(path)
    assert isinstance(record.model, model) or record.faults
    return record.faults


@each_document
def test_every_link_leads_to_a_file(document: Path) -> None:
    targets = Prose(document.name, document.read_text("utf-8")).targets
    files = [each.target.partition("#")[0] for each in targets if "://" not in each.target]
    assert [name for name in files if name and not (document.parent / name).exists()] == []


@each_document
def test_every_command_exists(document: Path) -> None:
    named = set(re.findall(r"(?<![\w/-])gzg ([a-z-]+)\b", code_in(document)))
    assert named - COMMANDS.keys() == set()


@each_document
def test_every_make_target_exists(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b", code_in(document))) - targets == set()


@pytest.mark.parametrize("document", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_every_file_of_the_code_that_is_named_exists(document: str) -> None:
    named = re.findall(
        r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|yml))`", (ROOT / document).read_text("utf-8")
    )
    bases = (ROOT, ROOT / "tools/gzg")
    invented = {"tools/gzg/rules/gzg217_some_name.py"}
    assert named
    assert [
        name
        for name in named
        if name not in invented and not any((b / name).exists() for b in bases)
    ] == []


@pytest.mark.parametrize("name", FORMAT_GUIDES)
def test_the_examples_of_the_format_are_read(name: str) -> None:
    examples = [each for each in examples_in(name) if KEY.search(each)]
    assert len(examples) > 5
    assert {each: faults for each in examples if (faults := faults_of(each))} == {}


def test_both_guides_to_the_format_have_the_same_examples_in_outline() -> None:
    english, dutch = ([KEY.findall(each) for each in examples_in(name)] for name in FORMAT_GUIDES)
    assert [keys for keys in dutch if keys not in english] == []
