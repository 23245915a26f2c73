"""A small GitHub on this machine: answers what our code asks, and keeps what it is told.

Only the requests that the workflows make are known; any other gets "not found", as there.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from gzg.forge.api import Api
from tests.forge.recorded import answer

REPOSITORY = "samen/programma"
BOT = {"login": "github-actions[bot]", "id": 41898282, "type": "Bot"}


class Hub:
    """What the forge knows of one repository."""

    def __init__(self) -> None:
        self.pulls: list[Any] = []
        self.merged: dict[str, list[Any]] = {}
        self.runs: list[Any] = []
        self.statuses: dict[str, list[Any]] = {}
        self.comments: dict[int, list[Any]] = {}
        self.permissions: dict[str, str] = {}
        self.told: list[str] = []

    def answer(self, method: str, path: str, query: dict[str, str], body: Any) -> Any:
        """What the API would say; None where there is no such thing, a number where it refuses."""
        if method == "GET":
            return self._told_of(path.split("/"), query)
        self.told.append(f"{method} {path}")
        return self._changed([method, *path.split("/")], body)

    def _told_of(self, way: list[str], query: dict[str, str]) -> Any:
        match way:
            case ["pulls"]:
                return _page(self.pulls, query)
            case ["commits", commit, "pulls"]:
                return self.merged.get(commit, [])
            case ["actions", "runs"]:
                found = [run for run in self.runs if run["head_sha"] == query["head_sha"]]
                return {"total_count": len(found), "workflow_runs": _page(found, query)}
            case ["commits", commit, "statuses"]:
                return _page(self.statuses.get(commit, []), query)
            case ["issues", number, "comments"]:
                return _page(self.comments.get(int(number), []), query)
            case ["collaborators", login, "permission"] if login in self.permissions:
                return {"permission": self.permissions[login]}
        return None

    def _changed(self, way: list[str], body: Any) -> Any:
        match way:
            case ["POST", "statuses", commit]:
                status = answer("status", **body)
                self.statuses.setdefault(commit, []).insert(0, status)
                return status
            case ["POST", "issues", number, "comments"]:
                comment = answer("comment", body=body["body"], user=BOT)
                self.comments.setdefault(int(number), []).append(comment)
                return comment
            case ["PATCH", "issues", "comments", id]:
                every = [each for below in self.comments.values() for each in below]
                kept = next(each for each in every if each["id"] == int(id))
                kept["body"] = body["body"]
                return kept
        return None

    @contextmanager
    def served(self) -> Iterator[Api]:
        """The API while it is being served."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield Api(f"http://127.0.0.1:{server.server_port}", REPOSITORY, "token-of-this-run")
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


def _page(entries: list[Any], query: dict[str, str]) -> list[Any]:
    size, page = int(query["per_page"]), int(query["page"])
    return entries[(page - 1) * size : page * size]


def _handler(hub: Hub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            address = urlsplit(self.path)
            path = re.sub(rf"^/repos/{REPOSITORY}/", "", address.path)
            query = {key: values[-1] for key, values in parse_qs(address.query).items()}
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            assert self.headers["Authorization"] == "Bearer token-of-this-run"
            found = hub.answer(self.command, path, query, body)
            refused = 404 if found is None else found if isinstance(found, int) else None
            written = json.dumps({"message": "Refused"} if refused else found).encode()
            self.send_response(refused or 200)
            self.send_header("Content-Length", str(len(written)))
            self.end_headers()
            self.wfile.write(written)

        do_GET = do_POST = do_PATCH = _answer  # noqa: N815 - http.server asks for these names

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: a test's output is its own."""

    return Handler
