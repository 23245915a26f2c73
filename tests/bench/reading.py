"""How long the reading of one record takes, step by step, beside PyYAML's own plain load.

A program: `python -m tests.bench.reading FOLDER` prints microseconds a record as JSON.
"""

import gc
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import yaml

from gzg.model.project import Project
from gzg.repository import yaml_text

RUNS = 5

T = TypeVar("T")


def reading(texts: Sequence[str]) -> dict[str, float]:
    """Step → microseconds a record, the fastest of some runs over all texts."""
    data = [yaml_text.parse(text)[0] for text in texts]
    return {
        "parse": _each(yaml_text.parse, texts),
        "parse_with_positions": _each(yaml_text.locate, texts),
        "validate": _each(Project.model_validate, data),
        "plain_load": _each(_plain_load, texts),
    }


def _plain_load(text: str) -> object:
    return yaml.load(text, Loader=yaml.CSafeLoader)


def _each(work: Callable[[T], object], given: Sequence[T]) -> float:
    """Microseconds for one of them, without Python's search for cycles: `gzg check` has none."""
    gc.collect()
    gc.disable()
    seconds = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        for each in given:
            work(each)
        seconds.append(time.perf_counter() - begin)
    gc.enable()
    return min(seconds) / len(given) * 1e6


if __name__ == "__main__":
    found = sorted(Path(sys.argv[1]).glob("content/projects/*/project.yml"))
    print(json.dumps(reading([path.read_text("utf-8") for path in found])))  # noqa: T201
