"""Files that no well-meaning person makes: they get diagnostics, and nothing breaks."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzg.engine.judge import judge
from gzg.engine.report import Report
from gzg.reporters import json as json_reporter
from gzg.reporters import text as text_reporter
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree, Tree, WorkingTree
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from gzg.texts import Language

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PROGRAMME = b"""
format: 1
title: Voorbeeld
short_title: V
description: Een programma.
authority: dienst
languages: [nl]
time_zone: UTC
focuses: [{id: nabij, title: Nabij}]
types: [{id: concept, title: Concept}]
roles: [{id: trekker, title: Trekker, function: lead}]
organisation_kinds: [{id: overheid, title: Overheid}]
"""
ROW = b"nis,name,province,valid_from,valid_to,successor_nis,tile_col,tile_row\n"
PATHS = st.sampled_from(
    [
        *("content/programme.yml", "content/sources.yml", "content/organisations/x.yml"),
        *("content/organisations/municipalities.csv", "content/calls/x/call.yml"),
        *("content/projects/x/project.yml", "content/projects/x/README.md", "content/news/x.md"),
        *("content/blueprints/x/blueprint.yml", "content/pages/x.md", "content/elders/x.yml"),
        *("content/blueprints/x/files/x.yml", "submissions/x/y/submission.yml", "content/\udcff"),
    ]
)
FIELDS = ["id", "title", "name", "kind", "status", "parties", "provenance", "sources", "opens"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(FIELDS),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=3)
    ),
    max_leaves=6,
)
CONTENTS = (
    st.binary(max_size=60)
    | st.text(max_size=60).map(lambda text: text.encode("utf-8"))
    | st.dictionaries(st.sampled_from(FIELDS), VALUES).map(lambda data: json.dumps(data).encode())
    | st.text(max_size=60).map(lambda text: b"---\ntitle: x\n---\n" + text.encode("utf-8"))
    | st.text(max_size=60).map(lambda text: ROW + text.encode("utf-8"))
)


def reports(tree: Tree) -> tuple[str, ...]:
    """A check of everything, as text and as JSON, in bytes that a strict terminal takes."""
    repository = Repository(tree)
    context = Context(Catalogue(repository), NOW)
    report = Report(judge(context, rules()), repository, records=0)
    written = [
        reporter.render(report, language)
        for reporter in (text_reporter, json_reporter)
        for language in Language
    ]
    return tuple(each.encode("utf-8", "strict").decode("utf-8") for each in written)


@given(st.dictionaries(PATHS, CONTENTS, max_size=5))
def test_any_files_can_be_judged_and_reported(files: dict[str, bytes]) -> None:
    for base in ({}, {"content/programme.yml": PROGRAMME}):
        assert all(reports(MemoryTree(base | files)))


@pytest.mark.parametrize(
    "path",
    [
        *(b"content/organisations/a\nb.yml", b"content/organisations/\xff.yml"),
        *(b"content/\x1b[31m.md", b"content/projects/\xff/project.yml"),
        *(b"content/projects/x/\xe2\x80\xae.md", b"content/blueprints/x/files/\xff.pdf"),
    ],
)
def test_an_odd_name_gets_an_error_and_every_report_can_be_written(
    tmp_path: Path, path: bytes
) -> None:
    place = tmp_path / os.fsdecode(path)
    place.parent.mkdir(parents=True)
    place.write_bytes(b"# x\n")

    in_dutch, _, as_json, _ = reports(WorkingTree(tmp_path))

    assert "GZG015" in in_dutch
    assert os.fsdecode(path) in {each["path"] for each in json.loads(as_json)["diagnostics"]}
