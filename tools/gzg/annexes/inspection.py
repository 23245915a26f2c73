"""The way in: what is wrong with annexes, and what text they hold.

Whatever the file, the answer comes within `SECONDS` and so much memory as `worker` allows itself,
for a process that takes longer is ended. Starting one takes some tenths of a second: many annexes
are best handed over at once.
"""

import json
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping

from gzg.annexes.fault import NAME, NAMES_OF_PEOPLE, AnnexFault, FaultName, masked
from gzg.annexes.worker import INSPECT, READY, SECONDS, TEXT, Answer

_START_SECONDS = 5.0
_BATCH_BYTES = 40_000_000
_BATCH_FILES = 1000
_COMMAND = (sys.executable, "-P", "-X", "utf8", "-m", "gzg.annexes.worker")

Annex = tuple[str, bytes]


def inspect(path: str, raw: bytes, *, known_names: Collection[str] = ()) -> tuple[AnnexFault, ...]:
    """What is wrong with one annex.

    `known_names` may stand in it: those of organisations. Only the whole name counts, in whatever
    case.
    """
    return inspect_all({path: raw}, known_names=known_names)[path]


def inspect_all(
    annexes: Mapping[str, bytes], *, known_names: Collection[str] = ()
) -> Mapping[str, tuple[AnnexFault, ...]]:
    """What is wrong with each annex, by its path."""
    known = frozenset(name.casefold() for name in known_names)
    answers = _answers(INSPECT, list(annexes.items()))
    return {path: _faults(answer, known) for path, answer in zip(annexes, answers, strict=True)}


def texts_of(annexes: Mapping[str, bytes]) -> Mapping[str, str | None]:
    """The text of each annex, by its path, as `text_of` gives it."""
    answers = _answers(TEXT, list(annexes.items()))
    return {
        path: answer if isinstance(answer, str) else None
        for path, answer in zip(annexes, answers, strict=True)
    }


def text_of(path: str, raw: bytes) -> str | None:
    """The text of a PDF, an office document or a plain text; None where there is none to be read.

    Text beyond the bounds of time and length is left out.
    """
    return texts_of({path: raw})[path]


def _faults(answer: Answer, known: frozenset[str]) -> tuple[AnnexFault, ...]:
    """What the worker answered, without known names, and with all others masked."""
    if not isinstance(answer, list):
        return (AnnexFault(FaultName.TOO_COMPLEX),)
    faults = {}
    for name, values in answer:
        fault = AnnexFault(FaultName(name), _without_name(values))
        is_known = str(values.get(NAME, "")).casefold() in known
        if not (fault.name in NAMES_OF_PEOPLE and is_known):
            faults[fault.sort_key] = fault
    return tuple(faults[key] for key in sorted(faults))


def _without_name(values: Mapping[str, str | int]) -> Mapping[str, str | int]:
    rest = {key: value for key, value in values.items() if key != NAME}
    return {**rest, "masked": masked(str(values[NAME]))} if NAME in values else rest


def _answers(task: str, annexes: list[Annex]) -> Iterator[Answer]:
    for batch in _batches(annexes):
        yield from _answers_of_batch(task, batch)


def _batches(annexes: list[Annex]) -> Iterator[list[Annex]]:
    batch: list[Annex] = []
    size = 0
    for path, raw in annexes:
        if batch and (size + len(raw) > _BATCH_BYTES or len(batch) == _BATCH_FILES):
            yield batch
            batch, size = [], 0
        batch.append((path, raw))
        size += len(raw)
    if batch:
        yield batch


def _answers_of_batch(task: str, batch: list[Annex]) -> Iterator[Answer]:
    """An answer for each; None for one on which a worker died, after which another one goes on."""
    waiting = batch
    while waiting:
        answers = _round(task, waiting)
        yield from answers
        if len(answers) < len(waiting):
            yield None
        waiting = waiting[len(answers) + 1 :]


def _round(task: str, annexes: list[Annex]) -> list[Answer]:
    """The answers of one worker, fewer than the annexes where it did not live to the end."""
    sent = b"".join(
        json.dumps({"task": task, "path": path, "size": len(raw)}).encode() + b"\n" + raw
        for path, raw in annexes
    )
    with subprocess.Popen(
        _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as worker:
        try:
            received, _ = worker.communicate(sent, _START_SECONDS + SECONDS * len(annexes))
        except subprocess.TimeoutExpired:
            worker.kill()
            received, _ = worker.communicate()
    ready, *lines = received.decode("utf-8", "replace").split("\n")
    if ready != READY:
        raise RuntimeError("the process that reads annexes did not start")
    return [json.loads(line) for line in lines[:-1]]
