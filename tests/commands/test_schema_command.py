"""`gzg schema` as it is typed: what it writes, what it says, and its exit code."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gzg.model.kinds import Kind

ROOT = Path(__file__).resolve().parents[2]
SCHEMA_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")

IN_DUTCH = """\
schemas/call.schema.json ontbreekt. Typ gzg schema om het te maken, en neem het op in uw commit.
schemas/oud.schema.json hoort bij geen soort record, en bij geen oproep waarvoor men hier indient. \
Wis het, of geef het een naam die niet op .schema.json eindigt.
schemas/project.schema.json is verouderd: het model, de oproep of hun teksten zijn gewijzigd. \
Typ gzg schema om het opnieuw te maken, en neem het op in uw commit.
"""
IN_ENGLISH = """\
schemas/call.schema.json is missing. Type gzg schema to make it, and put it in your commit.
schemas/oud.schema.json belongs to no kind of record, and to no call that takes dossiers here. \
Delete it, or give it a name that does not end in .schema.json.
schemas/project.schema.json is out of date: the model, the call or their texts have changed. \
Type gzg schema to make it again, and put it in your commit.
"""


def gzg_schema(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "gzg", "schema", "--root", str(root), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """A folder that counts as a programme: the command looks at nothing else in it."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/programme.yml").write_text("format: 1\n", "utf-8")
    return tmp_path


def test_the_schemas_of_this_repository_are_current() -> None:
    done = gzg_schema(ROOT, "--check")
    assert (done.returncode, done.stderr) == (0, "")


def test_it_writes_a_schema_for_every_kind(programme: Path) -> None:
    done = gzg_schema(programme)
    written = {path.name: json.loads(path.read_bytes()) for path in programme.glob("schemas/*")}
    assert done.returncode == 0
    assert {name: schema["$id"] for name, schema in written.items()} == {
        f"{kind}.schema.json": f"{kind}.schema.json" for kind in Kind
    }


def test_a_call_that_takes_dossiers_has_a_schema_and_one_that_changed_is_told(
    tmp_path: Path,
) -> None:
    for name in ("content", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    own = "schemas/calls/oefenoproep.schema.json"
    assert (tmp_path / own).is_file()
    assert not (tmp_path / "schemas/calls/oproep-1.schema.json").exists()
    call = tmp_path / "content/calls/oefenoproep/call.yml"
    call.write_text(re.sub("maximum_grant: .*", "maximum_grant: 1234", call.read_text("utf-8")))
    done = gzg_schema(tmp_path, "--check")
    assert (done.returncode, done.stderr.split()[0]) == (1, own)
    assert gzg_schema(tmp_path).returncode == 0
    assert "1234" in (tmp_path / own).read_text("utf-8")


def test_every_record_of_this_repository_names_a_schema_that_is_there() -> None:
    records = [*ROOT.glob("content/**/*.yml"), *ROOT.glob("submissions/**/*.yml")]
    named = {record: SCHEMA_LINE.match(record.read_text("utf-8")) for record in records}
    assert [path for path, line in named.items() if not line] == []
    assert [
        path for path, line in named.items() if line and not (path.parent / line[1]).is_file()
    ] == []


def test_check_writes_nothing(programme: Path) -> None:
    done = gzg_schema(programme, "--check")
    assert done.returncode == 1
    assert not (programme / "schemas").exists()


@pytest.mark.parametrize(("language", "expected"), [("nl", IN_DUTCH), ("en", IN_ENGLISH)])
def test_check_names_each_file_that_is_not_current(
    programme: Path, language: str, expected: str
) -> None:
    gzg_schema(programme)
    (programme / "schemas/call.schema.json").unlink()
    (programme / "schemas/oud.schema.json").write_text("{}\n", "utf-8")
    (programme / "schemas/project.schema.json").write_text("{}\n", "utf-8")
    done = gzg_schema(programme, "--check", "--lang", language)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", expected)


def test_a_file_of_no_kind_is_named_and_kept(programme: Path) -> None:
    gzg_schema(programme)
    foreign = programme / "schemas/eigen.schema.json"
    foreign.write_text("{}\n", "utf-8")
    done = gzg_schema(programme)
    assert done.returncode == 1
    assert "schemas/eigen.schema.json" in done.stderr
    assert foreign.read_text("utf-8") == "{}\n"


def test_it_prints_the_schema_of_one_call_and_writes_nothing() -> None:
    done = gzg_schema(ROOT, "--call", "oefenoproep")

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["$id"] == "oefenoproep.schema.json"
    assert (
        done.stdout.encode()
        == (ROOT / "tests/call_schema/golden/oefenoproep.schema.json").read_bytes()
    )


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--call", "oproep-99"), "There is no call oproep-99. The calls are: oefenoproep, "),
        (("--call", "oproep-1", "--check"), "Give --call or --check, not both: "),
    ],
)
def test_a_call_that_is_not_there_or_two_wishes_at_once_are_wrong_use(
    options: tuple[str, ...], complaint: str
) -> None:
    done = gzg_schema(ROOT, *options, "--lang", "en")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(complaint)
