"""Random bytes, random YAML and random trees: whatever comes in, a check ends with a report.

`GZG_EXAMPLES=10000 .venv/bin/pytest tests/hostile/test_random.py` tries that many of each, other
ones at every run; without it 250, always the same.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gzg.annexes.worker import INSPECT, READY
from gzg.engine.judge import judge
from gzg.engine.report import Report
from gzg.model.models import MODELS
from gzg.reporters import github, markdown, sarif, text
from gzg.reporters import json as json_reporter
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from gzg.texts import Language
from tests.hostile.case import Home, base, bytes_of
from tests.hostile.corpus import PLAYED

VARIABLE = "GZG_EXAMPLES"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
REPORTERS = (text, json_reporter, github, markdown, sarif)
many = settings(
    max_examples=int(os.environ.get(VARIABLE, "250")),
    derandomize=VARIABLE not in os.environ,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)

VALID = base(Home.SUBMISSION) | base(Home.BLUEPRINT)
TEXTS = sorted(VALID)
FIELDS = sorted({word for raw in VALID.values() for word in re.findall(r"\w{2,}", raw.decode())} | {
    name for model in MODELS.values() for name in model.model_fields
})  # fmt: skip
SCRAPS = [
    *(":", ": ", "- ", "? ", "|\n", ">\n", "'", '"', "[", "]", "{", "}", "&a ", "*a", "!!x ", "#"),
    *(
        "\n",
        "\n  ",
        "---\n",
        "...\n",
        "%YAML 9.9\n",
        "\t",
        "\r",
        "\x00",
        "\ufeff",
        "\u2028",
        "<<: ",
    ),
    *("# ", "## ", "](", "![", "<b>", "<!--", "```", "{{", "{:", "-8<-", "@x", "http://", "&#1;"),
    *("85.07.30-033.28", "BE68 5390 0754 7034", "0470/12.34.56", "jan.peeters@x.be", "2022-02-30"),
    *("1e9", "-0", "0.1", ".nan", "~", "null", "true", "nl", "nis", "11001", "Gent", ",", "\udcff"),
]
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    | st.sampled_from(FIELDS) | st.sampled_from(SCRAPS) | st.dates().map(str)
)  # fmt: skip
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4)
    ),
    max_leaves=8,
)
WRITTEN = st.lists(st.sampled_from(SCRAPS) | st.sampled_from(FIELDS), max_size=30).map("".join)
DUMPED = st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=6)
NAMES = st.sampled_from(
    ["a", "A", "é", "e\u0301", "..", ".", "", ".git", "nul", "x.yml", "x.md", "README.md", "a\nb"]
) | st.text(max_size=8)
PLACES = st.sampled_from(sorted({path.rpartition("/")[0] for path in VALID} | {"content", "a"}))


def dumped(data: object) -> bytes:
    try:
        return yaml.safe_dump(data, allow_unicode=True).encode("utf-8", "surrogateescape")
    except (UnicodeError, yaml.YAMLError):
        return json.dumps(data).encode()


@st.composite
def spoiled(draw: st.DrawFn) -> Mapping[str, bytes]:
    """Records in order, some of which have a field, a line or a byte that is something else."""
    files = dict(VALID)
    for path in draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3)):
        lines = files[path].decode("utf-8", "replace").split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        key = lines[at].partition(":")[0]
        value = draw(VALUES.map(json.dumps) | WRITTEN)
        lines[at : at + draw(st.integers(0, 2))] = [f"{key}: {value}"]
        files[path] = "\n".join(lines).encode("utf-8", "surrogateescape")
    return files


CONTENTS = (
    st.binary(max_size=200)
    | WRITTEN.map(lambda text: text.encode("utf-8", "surrogateescape"))
    | DUMPED.map(dumped)
    | WRITTEN.map(lambda text: b"---\ntitle: x\n---\n" + text.encode("utf-8", "surrogateescape"))
)


def checked(files: Mapping[str, bytes], links: frozenset[str] = frozenset()) -> None:
    """A check of everything, and each report, in bytes that a strict terminal takes."""
    repository = Repository(MemoryTree(files, links))
    report = Report(judge(Context(Catalogue(repository), NOW), rules()), repository, records=0)
    for reporter in REPORTERS:
        language = Language.NL if len(files) % 2 else Language.EN
        written = reporter.render(report, language).encode("utf-8", "strict")
        assert written or reporter is github


@many
@given(st.sampled_from(TEXTS), st.binary(max_size=400))
def test_random_bytes_in_any_file(path: str, raw: bytes) -> None:
    checked(VALID | {path: raw})


@many
@given(spoiled())
def test_random_yaml_in_records_that_were_in_order(files: Mapping[str, bytes]) -> None:
    checked(files)


@many
@given(st.sampled_from(TEXTS), CONTENTS)
def test_random_yaml_instead_of_any_file(path: str, raw: bytes) -> None:
    checked(VALID | {path: raw})


@many
@given(
    st.dictionaries(st.builds("{}/{}".format, PLACES, NAMES), CONTENTS, max_size=6),
    st.frozensets(st.sampled_from(TEXTS), max_size=2),
    st.sets(st.sampled_from(TEXTS), max_size=4),
)
def test_random_trees(files: dict[str, bytes], links: frozenset[str], gone: set[str]) -> None:
    checked({path: raw for path, raw in VALID.items() if path not in gone} | files, links)


ANNEXES = sorted(
    {
        bytes_of(content, home)[:20_000]
        for case, home in PLAYED
        for place, content in case.files.items()
        if place.startswith("annexes/plan.") and isinstance(content, bytes)
    }
    | {
        content()[:20_000]
        for case, _ in PLAYED
        for place, content in case.files.items()
        if place.startswith("annexes/") and callable(content) and "burst" not in case.name
    }
)


@pytest.fixture(scope="module")
def worker() -> Iterator[subprocess.Popen[bytes]]:
    """The process that annexes are read in, with all its bounds."""
    command = [sys.executable, "-m", "gzg.annexes.worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"{READY}\n".encode()
        yield process
        process.communicate()
        assert process.returncode == 0


@many
@given(st.sampled_from(ANNEXES), st.integers(0, 4000), st.binary(max_size=30), st.integers(0, 9))
def test_random_damage_to_annexes(
    worker: subprocess.Popen[bytes], raw: bytes, at: int, damage: bytes, gone: int
) -> None:
    at %= len(raw) + 1
    sent = raw[:at] + damage + raw[at + gone :]
    assert worker.stdin is not None
    assert worker.stdout is not None
    header = {"task": INSPECT, "path": "plan.pdf", "size": len(sent)}
    worker.stdin.write(json.dumps(header).encode() + b"\n" + sent)
    worker.stdin.flush()
    assert isinstance(json.loads(worker.stdout.readline()), list)
