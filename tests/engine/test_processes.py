"""Judging in several processes: the same diagnostics as in one, whatever a rule finds."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from gzg.diagnostics import FILE_START, Finding, Place, Severity
from gzg.engine.judge import judge
from gzg.engine.report import Report
from gzg.reporters import json, text
from gzg.repository.catalogue import Catalogue
from gzg.repository.history import History
from gzg.repository.layout import PROGRAMME
from gzg.repository.repository import Repository
from gzg.repository.source_file import read_source
from gzg.repository.tree import MemoryTree
from gzg.rules.card import card_of
from gzg.rules.registry import module_by_code, rules
from gzg.rules.rule import CatalogueRule, Context
from gzg.texts import Language
from tests.rules.examples import example_of

NOW = datetime(2026, 1, 1, 12, tzinfo=ZoneInfo("Europe/Brussels"))
ALONE = 1_000_000
ROOT = Path(__file__).parents[2]

needs_cores = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2,
    reason="one core, or no fork",
)


def context_of(code: str) -> Context:
    """The *Wrong* example of a rule's card, read anew."""
    example = example_of(card_of(code).sections["Wrong"])
    repository = Repository(MemoryTree(example.files, example.links))
    before = {path: read_source(path, raw) for path, raw in example.before.items()}
    history = History(before, example.touched, is_complete=not example.is_shallow)
    return Context(Catalogue(repository), NOW, history, example.pull_request)


def told_otherwise() -> list[str]:
    """The rules whose findings several processes tell otherwise than one."""
    wrong: list[str] = []
    for code in sorted(module_by_code()):
        alone, divided = context_of(code), context_of(code)
        found = judge(alone, rules(), fewest=ALONE)
        same = judge(divided, rules(), fewest=1) == found
        for render in (text.render, json.render):
            reports = [Report(found, each.catalogue.repository, 1) for each in (alone, divided)]
            same &= render(reports[0], Language.NL) == render(reports[1], Language.NL)
        wrong += [] if same else [code]
    return wrong


def tells_its_process(context: Context) -> Iterator[Finding]:
    yield Finding(Place(PROGRAMME, span=FILE_START), {"process": os.getpid()})


def processes() -> list[bool]:
    """Whether a rule ran in this process: asked to judge alone, and to divide the work."""
    rule = CatalogueRule(code="GZG801", severity=Severity.ERROR, check=tells_its_process)
    (alone,) = judge(context_of("GZG202"), (rule,), fewest=ALONE)
    (divided,) = judge(context_of("GZG202"), (rule,), fewest=1)
    return [each.values["process"] == os.getpid() for each in (alone, divided)]


def in_a_process_of_its_own(call: str) -> str:
    """What a function of this module gives where nothing else runs: threads forbid a fork."""
    code = f"from tests.engine.test_processes import {call} as asked; print(asked())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


@needs_cores
def test_what_a_rule_finds_is_told_alike_from_another_process() -> None:
    assert in_a_process_of_its_own("told_otherwise") == "[]"


@needs_cores
def test_many_files_are_judged_in_more_than_one_process() -> None:
    assert in_a_process_of_its_own("processes") == "[True, False]"
