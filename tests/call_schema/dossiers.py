"""The practice call and its model dossier, with one thing or another changed."""

import copy
import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from gzg.commands.options import open_catalogue
from gzg.diagnostics import Diagnostic
from gzg.engine.judge import judge
from gzg.model.call import Call
from gzg.model.programme import Programme
from gzg.repository import layout
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree, WorkingTree
from gzg.rules.registry import rules
from gzg.rules.rule import Context

ROOT = Path(__file__).parents[2]
CALL_ID = "oefenoproep"
ID = f"{CALL_ID}/digitaal-loket"
PATH = f"submissions/{ID}/submission.yml"
README = f"submissions/{ID}/README.md"
NOW = datetime(2026, 3, 1, 12, tzinfo=ZoneInfo("Europe/Brussels"))

Data = dict[str, Any]


@cache
def real() -> Catalogue:
    return open_catalogue(ROOT)


@cache
def needed_files() -> Mapping[str, bytes]:
    """What is needed to judge the model dossier, and nothing else."""
    tree = WorkingTree(ROOT)
    wanted = (layout.PROGRAMME, layout.REGISTER, layout.SOURCES, "content/organisations/")
    places = (*wanted, "content/calls/oefen", "content/blueprints/bouwstenen", "submissions/")
    return {path: tree.read(path) for path in tree.paths() if path.startswith(places)}


def programme() -> Programme:
    found = real().programme
    assert found
    return found


def call(**changes: object) -> Call:
    return real().calls[CALL_ID].model_copy(update=changes)


def dossier() -> Data:
    """The model dossier's data, free to be changed."""
    return copy.deepcopy(dict(real().repository.source(PATH).data))


def context_with(data: Data, files: Mapping[str, bytes] | None = None) -> Context:
    """The catalogue with the dossier as changed."""
    text = json.dumps(data, default=float, ensure_ascii=False)
    tree = MemoryTree({**needed_files(), PATH: text.encode(), **(files or {})})
    return Context(Catalogue(Repository(tree)), NOW)


def judged(data: Data) -> tuple[Diagnostic, ...]:
    """What every rule says of the dossier as changed."""
    paths = {PATH, README}
    return judge(context_with(data), rules(), paths)
