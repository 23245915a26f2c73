"""A step of a workflow: the event that it is about, what it says, and how it ends."""

import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from gzg.errors import GzgError
from gzg.forge.api import ForgeError
from gzg.issue_form.branch import BranchError
from gzg.repository.git import GitError

FAILED = 2


def event_of_step() -> Any:
    """What the environment of the step says that happened, as the forge tells it."""
    return json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes())


def ended(work: Callable[[], Iterable[str]]) -> int:
    """Do the work of a step, and say each of its lines; returns how the step ends."""
    try:
        for line in work():
            print(line)  # noqa: T201
    except (BranchError, ForgeError, GitError, GzgError) as error:
        print(error, file=sys.stderr)  # noqa: T201
        return FAILED
    return 0
