"""What started a step: the run of `check` for a pull request, or the workflow that opened one."""

import os
from collections.abc import Mapping
from typing import Any

from gzg.forge.answers import Pull, Run
from gzg.forge.api import Api
from gzg.forge.finding import run_of

PULL = "GZG_PULL"
"""The variable with the number of the pull request that the workflow itself opened or renewed."""


def run_of_event(api: Api, event: Mapping[str, Any]) -> Run:
    """The run that a step speaks for; `event` is what the forge says, so as varied as that."""
    if "workflow_run" in event:
        run: Run = event["workflow_run"]
        return run
    return run_of(api.get(f"pulls/{int(os.environ[PULL])}", Pull))
