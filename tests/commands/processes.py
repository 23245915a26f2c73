"""The command as it is typed: started as a process of its own, in a known environment."""

import os
import subprocess
import sys
from pathlib import Path

GZG = (sys.executable, "-m", "gzg")
SETTINGS = {"GZG_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"}


def environment(**settings: str) -> dict[str, str]:
    """This process's own, without what would change the output, and with these settings."""
    own = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    return own | {"COLUMNS": "80", "TERM": "xterm-256color"} | settings


def gzg(*arguments: str | Path, cwd: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """What `gzg` with these arguments prints, and its exit code."""
    return subprocess.run(
        [*GZG, *map(str, arguments)],
        cwd=cwd,
        env=environment(**settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
