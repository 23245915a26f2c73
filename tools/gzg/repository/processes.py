"""Work on many things at once: parts of a list, each in a process of its own.

A process is a fork: it has all that was read and made so far, and gives back only its result. What
the work is, and whether its results are the same in one process and in two, is for who asks.
"""

import os
import pickle
import signal
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from gzg.errors import GzgError
from gzg.texts import Language, say

T = TypeVar("T")
R = TypeVar("R")


MOST_PROCESSES = 8
"""Beyond this, what one process does alone, such as putting the results together, takes longer."""


class LostProcessError(GzgError):
    """A process ended without its result: it was killed, mostly because memory ran out.

    The message is English; the command line's edge writes it in the reader's language.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(say("errors", "lost-process", Language.EN, reason=reason))
        self.reason = reason

    def __reduce__(self) -> tuple[object, ...]:
        """So that it can come from another process."""
        return LostProcessError.__new__, (LostProcessError, *self.args), self.__dict__


class _Child(NamedTuple):
    """A process that was started, and where its result comes from."""

    id: int
    pipe: int


def in_processes(work: Callable[[Sequence[T]], R], items: Sequence[T], *, fewest: int) -> list[R]:
    """What `work` makes of each part of the items, in their order; the parts lie side by side.

    No process gets fewer than `fewest` items, and this one does the first part. What the work
    raises in another process is raised here, with its traceback as a note; then, as when somebody
    interrupts, the other processes are ended. Raises LostProcessError for one that is killed.
    """
    first, *others = _parts(items, fewest)
    children: list[_Child] = []
    try:
        for part in others:
            child = _started(work, part)
            children.append(child)
        return [work(first), *(_result(child) for child in children)]
    finally:
        for child in children:
            _end(child)


def _parts(items: Sequence[T], fewest: int) -> list[Sequence[T]]:
    """The items in as many parts of about one size as there are processes to work on them."""
    count = max(1, min(_cores(), len(items) // max(1, fewest)))
    ends = [len(items) * number // count for number in range(count + 1)]
    return [items[begin:end] for begin, end in pairwise(ends)]


def _cores() -> int:
    """How many processes can run at once; one where a fork is not possible or not safe.

    macOS can fork, but lacks the call that tells the cores, and its own libraries do not bear it.
    """
    if not hasattr(os, "sched_getaffinity") or _has_threads():
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)


def _has_threads() -> bool:
    """Whether this process has a second thread, also one that Python did not start.

    A fork leaves it behind, perhaps with a lock in its hands: Python 3.12 and later warn of that.
    """
    try:
        return len(os.listdir("/proc/self/task")) > 1  # noqa: PTH208
    except OSError:
        return True


def _started(work: Callable[[Sequence[T]], R], part: Sequence[T]) -> _Child:
    reading, writing = os.pipe()
    try:
        id = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    if id == 0:
        os.close(reading)  # else it would wait for itself, should the parent be gone
        _work_and_leave(work, part, writing)
    os.close(writing)
    return _Child(id, reading)


def _work_and_leave(work: Callable[[Sequence[T]], R], part: Sequence[T], pipe: int) -> None:
    """The whole life of a child: nothing of the parent's may run in it after this."""
    with suppress(BaseException):
        try:
            sent = pickle.dumps((True, work(part)), pickle.HIGHEST_PROTOCOL)
        except BaseException as error:
            sent = pickle.dumps((False, _portable(error)))
        with open(pipe, "wb") as file:
            file.write(sent)
        os._exit(0)
    os._exit(1)


def _portable(error: BaseException) -> BaseException:
    """The exception with its traceback as a note; in words where it cannot be sent as it is."""
    trace = "".join(traceback.format_exception(error))
    error.add_note(trace)
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301
    except Exception:
        return RuntimeError(trace)
    return error


def _result(child: _Child) -> Any:
    """What a child sends; it is still to be ended after this."""
    with open(child.pipe, "rb", closefd=False) as file:
        sent = file.read()
    end = os.waitid(os.P_PID, child.id, os.WEXITED | os.WNOWAIT)
    if end is None or end.si_status != 0:
        raise LostProcessError(_reason(end.si_code, end.si_status) if end else "?")
    is_fine, value = pickle.loads(sent)  # noqa: S301
    if is_fine:
        return value
    raise value


def _reason(code: int, status: int) -> str:
    """The name of the signal that ended a process, else its exit code."""
    return f"exit {status}" if code == os.CLD_EXITED else signal.Signals(status).name


def _end(child: _Child) -> None:
    """Leave nothing of it: it may still be at work, or wait for somebody who reads."""
    os.kill(child.id, signal.SIGKILL)
    os.waitpid(child.id, 0)
    os.close(child.pipe)
