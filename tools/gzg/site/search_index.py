"""The search index: Pagefind, run on the built pages."""

import subprocess
from pathlib import Path

from pagefind.service import get_executable

from gzg.errors import GzgError
from gzg.texts import Language, say

FOLDER = "pagefind"
LEFT_OUT = ("pre", ".absent")
"""What nobody looks for: the examples in a rule's card, and the words where a value is missing."""
OPTIONS = (
    "--silent",
    *(each for selector in LEFT_OUT for each in ("--exclude-selectors", selector)),
)
_UNUSED = ("*-ui.js", "*-ui.css", "pagefind-highlight.js")


def index(site: Path, out: Path, language: Language) -> None:
    """Make the index of a site in `out/pagefind/`; raises GzgError where Pagefind cannot."""
    program = get_executable()
    if program is None:
        raise GzgError(say("build", "no-pagefind", language), exit_code=3)
    done = subprocess.run(
        [program, "--site", site, "--output-path", out / FOLDER, *OPTIONS],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        reason = (done.stderr or done.stdout).strip().splitlines()[-1:] or [str(done.returncode)]
        raise GzgError(say("build", "pagefind-failed", language, reason=reason[0]), exit_code=3)
    for pattern in _UNUSED:
        for path in (out / FOLDER).glob(pattern):
            path.unlink()
