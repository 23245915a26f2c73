"""A terminal without a screen: what is typed in it, and what a program shows in it."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

from tests.commands.processes import environment

PATIENCE = 60.0
"""Seconds that a program may take before it asks the next thing."""

PROMPT = re.compile(r"(?:^> |^\| |: |\) )\Z", re.MULTILINE)
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
ATTACHED = (
    "import os, sys; os.open(os.ttyname(0), os.O_RDWR);"
    "os.execv(sys.executable, [sys.executable, '-m', 'gzg', *sys.argv[1:]])"
)
"""Opening the terminal anew makes it the program's own, so that Ctrl-C reaches it."""


class PseudoTerminal:
    """`gzg` with these arguments, started in a terminal of its own."""

    def __init__(self, *arguments: str, cwd: Path) -> None:
        self._own, theirs = pty.openpty()
        self.shown = ""
        self._seen = 0
        self.process = subprocess.Popen(
            [sys.executable, "-c", ATTACHED, *arguments],
            cwd=cwd,
            env=environment(TERM="dumb"),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> "PseudoTerminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._own)

    def asked(self) -> str:
        """What was shown since the last answer, once the program waits for one."""
        end = time.monotonic() + PATIENCE
        while not (PROMPT.search(self.shown[self._seen :]) and not self._more(0.05)):
            if not self._more(0.2) and (self.process.poll() is not None or time.monotonic() > end):
                raise AssertionError(f"nothing is asked:\n{self.shown[-2000:]}")
        text = self.shown[self._seen :]
        self._seen = len(self.shown)
        return text

    def type(self, line: str) -> None:
        """Type a line and press Enter."""
        os.write(self._own, f"{line}\n".encode())

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        os.write(self._own, b"\x03")

    def crash(self) -> None:
        """Take the program away without a chance to do anything more."""
        self.process.send_signal(signal.SIGKILL)

    def ended(self) -> int:
        """The exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self._more(0.2)
        while self._more(0.1):
            pass
        return self.process.wait(timeout=1)

    def _more(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._own], [], [], seconds)
        if not ready:
            return False
        try:
            found = os.read(self._own, 65536)
        except OSError:
            return False
        text = found.decode("utf-8", "replace").replace("\r\n", "\n")
        self.shown += ESCAPES.sub("", text).replace("\r", "")
        return bool(found)
