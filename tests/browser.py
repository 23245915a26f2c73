"""A Chromium for the tests: finds the one that is there, and brings one where there is none.

Run as a script it makes sure of a browser; imported, it only looks. It opens no page.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

COMMANDS: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
)

LAUNCH_FLAGS: Final = (
    *(("--no-sandbox",) if os.geteuid() == 0 else ()),  # Chromium refuses its sandbox to root
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""What to start the browser with, so that it asks nothing of the network by itself."""

ADVICE: Final = (
    "The tests need a browser and none could be found or installed: "
    "install Chromium or Google Chrome so that `chromium` or `google-chrome` is on the PATH."
)


def find_browser() -> Path | None:
    """The first browser that starts: one on the PATH, else one that Playwright brought."""
    return next((path for path in _candidates() if _starts(path)), None)


def ensure_browser() -> Path:
    """The browser of `find_browser`, installed first where there is none; exits if it cannot be."""
    browser = find_browser()
    for bring in (_bring_debian_package, _bring_playwright_browser):
        if browser is None:
            bring()
            browser = find_browser()
    return browser or sys.exit(ADVICE)


def _candidates() -> Iterator[Path]:
    for command in COMMANDS:
        found = shutil.which(command)
        if found is not None:
            yield Path(found)
    for pattern in (
        "chromium-*/chrome-linux*/chrome",
        "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    ):
        yield from sorted(_playwright_folder().glob(pattern), reverse=True)


def _playwright_folder() -> Path:
    """Where Playwright keeps browsers: https://playwright.dev/python/docs/browsers."""
    chosen = os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "")
    if chosen not in ("", "0"):
        return Path(chosen)
    home = Path.home()
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "ms-playwright"


def _starts(browser: Path) -> bool:
    """Whether it runs at all: Ubuntu's `chromium-browser` is a script that only names a snap."""
    try:
        done = subprocess.run([browser, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and b"." in done.stdout


def _bring_debian_package() -> None:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    _say("No browser found: installing Debian's package chromium ...")
    install = ("install", "--yes", "--no-install-recommends", "chromium", "fonts-dejavu-core")
    if not _apt_get("update") or not _apt_get(*install):
        _say("apt-get could not install it.")


def _apt_get(*arguments: str) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env=environment,
        check=False,
    )
    return done.returncode == 0


def _bring_playwright_browser() -> None:
    _say("No browser found: installing Playwright's own Chromium ...")
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        _say("Playwright could not install it.")


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.stdout.write(f"Browser for the tests: {ensure_browser()}\n")
