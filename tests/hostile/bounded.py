"""Runs `gzg check` on one folder after the other, each in a process of its own with bounds.

`python -m tests.hostile.bounded` reads a folder a line and answers each with a line of JSON. What
every check needs is loaded once, and each is a fork of that: so what is measured is the check and
not the start of Python. Seconds are those of the processor, of the check and of whatever it
started; a check that only waits is ended after `LONGEST_WAIT`.
"""

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.case import PLAIN, Home, lay_down

LONGEST_WAIT = 15
MEMORY = 600_000_000
"""Bytes that a check may ask for beyond what the loaded program has."""


@dataclass(frozen=True)
class Outcome:
    """How a check ended; memory in megabytes, at its highest."""

    exit_code: int
    seconds: float
    memory: float
    output: str
    complaint: str

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all that it found."""
        return frozenset(each["code"] for each in json.loads(self.output)["diagnostics"])


@contextmanager
def checker(scratch: Path) -> Iterator["Checker"]:
    """A process that checks folders until this ends."""
    command = [sys.executable, "-m", "tests.hostile.bounded", str(scratch)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        yield Checker(process, scratch)
        process.communicate()


@dataclass(frozen=True)
class Checker:
    """The way to ask that process for checks."""

    process: subprocess.Popen[str]
    scratch: Path

    def check(self, root: Path) -> Outcome:
        """The outcome of `gzg check` in a folder."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{root}\n")
        self.process.stdin.flush()
        measured = json.loads(self.process.stdout.readline())
        output, complaint = (
            (self.scratch / name).read_text("utf-8") for name in ("output", "complaint")
        )
        return Outcome(**measured, output=output, complaint=complaint)


def main() -> None:
    """Check every folder that is asked for."""
    from gzg import cli

    scratch = Path(sys.argv[1])
    answers = os.dup(1)
    _loaded(cli.main, scratch)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _bound()
            os._exit(_check(cli.main, line.rstrip("\n"), scratch))
        _, status, used = os.wait4(child, 0)
        measured = {
            "exit_code": os.waitstatus_to_exitcode(status),
            "seconds": round(used.ru_utime + used.ru_stime, 3),
            "memory": round(used.ru_maxrss / 1000, 1),
        }
        os.write(answers, json.dumps(measured).encode() + b"\n")


def _loaded(run: Callable[[], None], scratch: Path) -> None:
    """One check of a programme in order, so that every module and card is there already."""
    import gzg.engine.annexes  # noqa: F401

    for home in Home:
        lay_down(PLAIN, home, scratch / "plain")
    _check(run, str(scratch / "plain"), scratch)


def _bound() -> None:
    size = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGESIZE")
    resource.setrlimit(resource.RLIMIT_AS, (size + MEMORY, size + MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(LONGEST_WAIT)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)


def _check(run: Callable[[], None], root: str, scratch: Path) -> int:
    """The exit code of the command; what it says goes to files."""
    for number, name in ((1, "output"), (2, "complaint")):
        os.dup2(os.open(scratch / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    sys.argv = ["gzg", "check", "--root", root, "--format", "json", "--lang", "en"]
    code = 99
    try:
        run()
    except SystemExit as end:
        code = int(end.code or 0)
    sys.stdout.flush()
    sys.stderr.flush()
    return code


if __name__ == "__main__":
    main()
