"""A file server for the length of a test, and a browser that notes what it should not see."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import ADVICE, LAUNCH_FLAGS, find_browser

PATIENCE = 30_000
"""Milliseconds that a test waits for what a visitor would see: a machine may be far slower."""
expect.set_options(timeout=PATIENCE)


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # Of five a busy machine loses some, and a browser waits for them.


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # An answer goes out in two pieces.

    def __init__(self, *arguments: Any, not_found: Path | None = None, **options: Any) -> None:
        if not_found is not None:
            self.error_message_format = not_found.read_text("utf-8").replace("%", "%%")
        super().__init__(*arguments, **options)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, *, not_found: Path | None = None) -> Iterator[str]:
    """The address of a server of that folder on this machine; `not_found` is its page for 404."""
    handler = partial(_Quiet, directory=str(folder), not_found=not_found)
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def browser() -> Iterator[Browser]:
    path = find_browser()
    assert path is not None, ADVICE
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(path), args=list(LAUNCH_FLAGS))
        try:
            yield chromium
        finally:
            chromium.close()


def settled(page: Page) -> Page:
    """The page once its form, where it has one, has taken the place of what stood there."""
    if page.locator("#form").count():
        expect(page.locator("#form h2").first).to_be_visible()
    return page


@dataclass
class Noted:
    """What a page did that a page of the site must never do."""

    host: str
    console: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def watched(page: Page, host: str) -> Noted:
    """Note every message on the console, request to another host, and answer that is an error."""
    noted = Noted(host)
    page.on("console", lambda message: noted.console.append(message.text))
    page.on("pageerror", lambda error: noted.console.append(str(error)))
    page.on(
        "request",
        lambda request: None if request.url.startswith(host) else noted.foreign.append(request.url),
    )
    page.on(
        "response",
        lambda answer: noted.failed.append(answer.url) if answer.status >= 400 else None,
    )
    return noted
