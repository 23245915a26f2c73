"""The core of the form as it is published, in a Node process that answers one question a line."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from tests.form.building import BUILT, NODE

SCRIPT = Path(__file__).with_name("core_process.mjs")
LARGEST_EXACT = 2**53 - 1


class Core:
    """Questions to a process that has the core loaded."""

    def __init__(self, to: IO[str], back: IO[str]) -> None:
        self._to, self._back = to, back

    def ask(self, question: str, **values: object) -> Any:
        """The answer to one question; an error of the core fails the test."""
        self._to.write(json.dumps({"ask": question, **values}) + "\n")
        self._to.flush()
        answer = json.loads(self._back.readline())
        assert "error" not in answer, answer["error"]
        return answer["answer"]


@contextmanager
def core_process() -> Iterator[Core]:
    """One process for all questions of a test run."""
    command = [str(NODE), str(SCRIPT), str(BUILT / "core.js")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin
        assert process.stdout
        yield Core(process.stdin, process.stdout)
        process.stdin.close()


def encoded(value: object) -> object:
    """Plain data as JSON can carry them without changing a number or an order."""
    match value:
        case Decimal():
            return {"amount": f"{value:f}"}
        case bool() | str():
            return value
        case int() if abs(value) > LARGEST_EXACT:
            return {"whole": str(value)}
        case Mapping():
            return {"mapping": [[key, encoded(each)] for key, each in value.items()]}
        case list() | tuple():
            return [encoded(each) for each in value]
    return value
