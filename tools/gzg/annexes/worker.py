"""The process in which annexes are read: whatever a file does to it, the caller goes on.

It reads annexes from its standard input, a line of JSON and then the bytes, and answers each with
a line of JSON. Where the system allows, it bounds its own memory, and the time for each annex.
"""

import json
import logging
import signal
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from gzg.annexes import text
from gzg.annexes.examination import examine
from gzg.annexes.fault import AnnexFault, FaultName

READY = "ready"
INSPECT, TEXT = "inspect", "text"
SECONDS = 1.4
MEMORY = 150_000_000

Answer = list[tuple[str, dict[str, str | int]]] | str | None


class TimeIsUp(BaseException):
    """No library that catches every `Exception` can go on after this one."""


def _time_is_up(*_: object) -> None:
    raise TimeIsUp


@contextmanager
def _bounded_time() -> Iterator[None]:
    """Raise `TimeIsUp` after `SECONDS`, where the system has such an alarm."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGALRM, _time_is_up)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _bound_memory() -> None:
    """Let the process have no more data than `MEMORY`, where the system has such a bound."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def inspected(path: str, raw: bytes) -> Answer:
    """The faults of one annex, as JSON has them."""
    try:
        with _bounded_time():
            faults = examine(path, raw)
    except (TimeIsUp, MemoryError):
        faults = (AnnexFault(FaultName.TOO_COMPLEX),)
    except Exception:  # The libraries do not say all that they raise on a hostile file.
        faults = (AnnexFault(FaultName.BROKEN),)
    return [(fault.name, dict(fault.values)) for fault in faults]


def extracted(raw: bytes) -> Answer:
    """The text of one annex, as far as it was reached in the time there is."""
    found: list[str] = []
    try:
        with _bounded_time():
            pieces = text.pieces(raw)
            if pieces is None:
                return None
            for piece in pieces:
                found.append(piece)
                if sum(map(len, found)) > text.LONGEST:
                    break
    except (TimeIsUp, MemoryError, Exception):  # As above: what was read before it counts.
        if not found:
            return None
    return "\n".join(found)[: text.LONGEST]


def _annexes(stream: Any) -> Iterator[tuple[str, str, bytes]]:
    while line := stream.readline():
        header = json.loads(line)
        yield header["task"], header["path"], stream.read(header["size"])


def main() -> None:
    """Answer every annex that comes in."""
    logging.disable()
    warnings.simplefilter("ignore")
    _bound_memory()
    sys.stdout.write(f"{READY}\n")
    sys.stdout.flush()
    for task, path, raw in _annexes(sys.stdin.buffer):
        answer = inspected(path, raw) if task == INSPECT else extracted(raw)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
