"""What the documents say is so: their links lead somewhere, their commands exist, and records
written as their examples say are read."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from typer.core import TyperGroup
from typer.main import get_command

from gzg.cli import COMMANDS, application
from gzg.intake.event import read_event
from gzg.model.admissibility import Admissibility
from gzg.model.advice import Advice
from gzg.model.call import Call
from gzg.model.decision import Decision
from gzg.model.project import Project
from gzg.repository.faults import Fault
from gzg.repository.links import anchors
from gzg.repository.markdown import Prose
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from gzg.texts import Language
from tests.rules.examples import laid_over, smallest_files

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
FORMAT_GUIDES = ("content-format.md", "records-schrijven.md")

GUIDES = {
    "hand-in.md": "indienen.md",
    "review.md": "beoordelen.md",
    "run-a-call.md": "een-oproep-voeren.md",
    "repository-setup.md": "repository-instellen.md",
}
"""For the three roles, and for whoever sets up a repository: English and Dutch."""

CALL_GUIDES = ("run-a-call.md", "een-oproep-voeren.md")
HAND_IN_GUIDES = ("hand-in.md", "indienen.md")
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
KEY = re.compile(r"^(\w+):", re.MULTILINE)
BLOCK = re.compile(r"^```\w+\n.*?^```", re.MULTILINE | re.DOTALL)
COMMAND_LINE = re.compile(r"(?<![\w/-])gzg ([a-z-]+)\b((?:\\\n|[^\n`|])*)")
EXAMPLES: Mapping[type[Project | Call | Admissibility | Advice | Decision], str] = {
    Project: "content/projects/voorbeeld/project.yml",
    Call: "content/calls/voorbeeldoproep/call.yml",
    Admissibility: "submissions/voorbeeldoproep/voorbeeld/admissibility.yml",
    Advice: "content/calls/voorbeeldoproep/advice.yml",
    Decision: "content/calls/voorbeeldoproep/decision.yml",
}
"""The records of the smallest programme that an example can be laid over, or stand beside."""

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
    smallest = files.get(path)
    files[path] = laid_over(example, smallest.decode(), []) if smallest else example.encode()
    record = Repository(MemoryTree(files)).record_at(path)
    assert isinstance(record.model, model) or record.faults
    return record.faults


@each_document
def test_every_link_leads_to_a_file(document: Path) -> None:
    targets = Prose(document.name, document.read_text("utf-8")).targets
    files = [each.target.partition("#")[0] for each in targets if "://" not in each.target]
    assert [name for name in files if name and not (document.parent / name).exists()] == []


@each_document
def test_every_link_within_a_document_leads_to_a_heading(document: Path) -> None:
    targets = Prose(document.name, document.read_text("utf-8")).targets
    dead = []
    for target in (each.target for each in targets if "://" not in each.target):
        name, _, anchor = target.partition("#")
        there = document.parent / name if name else document
        if anchor and anchor not in anchors(Prose(there.name, there.read_text("utf-8"))):
            dead.append(target)
    assert dead == []


@each_document
def test_every_command_exists(document: Path) -> None:
    named = {command for command, _ in COMMAND_LINE.findall(code_in(document))}
    assert named - COMMANDS.keys() == set()


def options_of(command: str) -> set[str]:
    """Every option of a command, as it is typed."""
    group = get_command(application(command))
    assert isinstance(group, TyperGroup)
    return {option for each in group.commands[command].params for option in each.opts} | {"--help"}


@each_document
def test_every_option_exists(document: Path) -> None:
    invented = [
        f"gzg {command} {option}"
        for command, rest in COMMAND_LINE.findall(code_in(document))
        for option in re.findall(r"(?<=\s)--[a-z-]+", rest)
        if command in COMMANDS and option not in options_of(command)
    ]
    assert invented == []


def test_an_invented_option_would_be_seen() -> None:
    assert {"--since", "--format", "--lang"} < options_of("check")
    assert "--set" in options_of("new")
    assert "--values" not in options_of("new")


@each_document
def test_every_make_target_exists(document: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b", code_in(document))) - targets == set()


@pytest.mark.parametrize("document", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_every_file_of_the_code_that_is_named_exists(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    named = re.findall(r"`((?!build/)(?:[a-z_]+/)+[a-z_]+\.(?:py|yml))`", text)
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


@pytest.mark.parametrize("name", CALL_GUIDES)
def test_the_examples_of_a_call_and_its_decision_are_read(name: str) -> None:
    records = [each for each in examples_in(name) if "script:" not in each and "run:" not in each]
    assert len(records) == 5
    assert {each: faults for each in records if (faults := faults_of(each))} == {}


@pytest.mark.parametrize("name", CALL_GUIDES)
def test_the_example_of_an_event_is_read(name: str) -> None:
    text = (ROOT / "docs" / name).read_text("utf-8")
    (event,) = re.findall(r"^```json\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert read_event(event.encode(), Language.EN).number == json.loads(event)["number"]


def test_the_examples_for_other_forges_are_yaml_that_judges() -> None:
    examples = [yaml.safe_load(each) for each in examples_in("run-a-call.md")[5:]]
    scripts = [
        examples[0]["verdict"]["script"][0],
        examples[1]["jobs"]["verdict"]["steps"][0]["run"],
    ]
    assert [COMMAND_LINE.findall(each.replace(".venv/bin/", ""))[0][0] for each in scripts] == [
        "pull-request",
        "pull-request",
    ]
    for script in scripts:
        subprocess.run(["bash", "-n", "-c", script], check=True)


@pytest.mark.parametrize("english", GUIDES)
def test_a_guide_has_the_same_outline_in_both_languages(english: str) -> None:
    outlines = []
    for name in (english, GUIDES[english]):
        text = (ROOT / "docs" / name).read_text("utf-8")
        plain = BLOCK.sub("", text)
        headings = [len(each) for each in re.findall(r"^(#+) ", plain, re.MULTILINE)]
        rows = plain.count("\n|")
        pictures = re.findall(r"images/([\w-]+)\.", plain)
        outlines.append((headings, rows, pictures, len(BLOCK.findall(text))))
    assert outlines[0] == outlines[1]


def test_the_examples_of_a_call_are_the_same_in_both_languages() -> None:
    english, dutch = (BLOCK.findall((ROOT / "docs" / n).read_text("utf-8")) for n in CALL_GUIDES)
    assert english == dutch


@pytest.mark.parametrize("name", HAND_IN_GUIDES)
def test_the_digest_can_be_computed_as_the_guide_says(name: str) -> None:
    text = (ROOT / "docs" / name).read_text("utf-8")
    (command,) = re.findall(r"^```sh\n(find .*?)^```", text, re.MULTILINE | re.DOTALL)
    receipt = ROOT / "submissions" / "oefenoproep" / "digitaal-loket" / "receipt.yml"
    done = subprocess.run(
        ["bash", "-c", command], cwd=receipt.parent, capture_output=True, text=True, check=True
    )
    assert done.stdout.split()[0] == yaml.safe_load(receipt.read_text("utf-8"))["digest"]


def test_both_guides_to_the_format_have_the_same_examples_in_outline() -> None:
    english, dutch = ([KEY.findall(each) for each in examples_in(name)] for name in FORMAT_GUIDES)
    assert [keys for keys in dutch if keys not in english] == []
