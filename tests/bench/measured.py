"""One command as a process of its own: how long it takes, and how much memory at its largest.

Nothing here knows what is measured. The memory of a process counts that of the one that started
it until it becomes another program, so whoever measures must stay small itself.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

KILOBYTES = 1024 if sys.platform == "darwin" else 1
"""In what the system counts memory: bytes or kilobytes (getrusage(2))."""


class FailedError(Exception):
    """A command that was to be measured did not succeed."""


@dataclass(frozen=True)
class Measured:
    """Seconds on the wall and of the processor, and the peak of memory in megabytes."""

    seconds: float
    processor_seconds: float
    peak_megabytes: float


def fastest(found: Sequence[Measured]) -> Measured:
    """The fastest of several runs, with the largest memory of all."""
    best = min(found, key=lambda each: each.seconds)
    peak = max(each.peak_megabytes for each in found)
    return Measured(best.seconds, best.processor_seconds, peak)


def run(command: Sequence[str | Path], folder: Path) -> Measured:
    """Run a command in a folder; raises FailedError where it does not succeed."""
    with tempfile.TemporaryFile() as output:
        begin = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            last = output.read()[-2000:].decode("utf-8", "replace")
            words = " ".join(map(str, command))[:200]
            raise FailedError(f"exit code {process.returncode} of: {words}\n{last}")
    processor = usage.ru_utime + usage.ru_stime
    return Measured(seconds, processor, usage.ru_maxrss / KILOBYTES / 1024)
