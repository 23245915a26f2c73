"""The generator of the benchmark makes what it promises; how fast anything is, is not tested."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from gzg.commands import pull_request
from gzg.diagnostics import Severity
from gzg.engine.judge import judge
from gzg.model.kinds import Kind
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from tests.bench import handed_in
from tests.bench.generator import FEWEST, generate, write

RECORDS = 200
KINDS = (Kind.CALL, Kind.PROJECT, Kind.BLUEPRINT, Kind.ORGANISATION, Kind.NEWS)


@pytest.fixture(scope="module")
def repository() -> Repository:
    files = {path: text.encode() for path, text in generate(RECORDS).items()}
    return Repository(MemoryTree(files))


def test_generated_records_pass_the_check(repository: Repository) -> None:
    context = Context(Catalogue(repository), datetime(2026, 1, 1, tzinfo=UTC))
    found = judge(context, rules())
    assert [each for each in found if each.severity is Severity.ERROR] == []


def test_there_are_as_many_records_as_were_asked_for(repository: Repository) -> None:
    assert sum(len(found) for found in repository.index.values()) == RECORDS


def test_most_records_are_projects_and_no_other_kind_is_forgotten(repository: Repository) -> None:
    counts = {kind: len(repository.index[kind]) for kind in KINDS}
    assert min(counts.values()) > 0
    assert counts[Kind.PROJECT] > RECORDS // 2


def test_projects_have_one_to_twelve_parties(repository: Repository) -> None:
    projects = Catalogue(repository).projects.values()
    found = {len(project.parties) for project in projects}
    assert min(found) == 1
    assert max(found) == 12


def test_the_same_seed_gives_the_same_text_and_another_one_does_not() -> None:
    assert generate(FEWEST) == generate(FEWEST)
    assert generate(FEWEST) != generate(FEWEST, seed=1)


def test_fewer_records_than_a_programme_needs_are_refused() -> None:
    with pytest.raises(ValueError, match="at least"):
        generate(FEWEST - 1)


def test_the_dossier_that_is_handed_in_is_admissible(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "programme", generate(RECORDS))
    handed_in.git(tmp_path, "init", "--quiet", "--initial-branch=main", "programme")
    handed_in.commit(tmp_path / "programme", "Generated")
    bare = tmp_path / "forge.git"
    event = handed_in.hand_in(tmp_path / "programme", bare)

    code = pull_request.command(event, "main", handed_in.HEAD, repository=bare)

    assert (code, "Ontvankelijk\n" in capsys.readouterr().out) == (0, True)


def test_one_record_is_changed_on_the_branch(tmp_path: Path) -> None:
    write(tmp_path, generate(RECORDS))
    handed_in.git(tmp_path, "init", "--quiet", "--initial-branch=main")
    handed_in.commit(tmp_path, "Generated")

    handed_in.change_a_record(tmp_path)

    changed = handed_in.git(tmp_path, "diff", "--name-only", "main", handed_in.BRANCH).split()
    assert changed == [f"{handed_in.CHANGED}/README.md", f"{handed_in.CHANGED}/project.yml"]
