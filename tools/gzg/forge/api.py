"""The requests to GitHub's REST API: this module alone opens a connection."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

T = TypeVar("T")

PAGE = 100
"""Entries asked for at a time; the most that GitHub gives."""

SECONDS = 30


class ForgeError(Exception):
    """The forge did not answer, or refused: what was asked, and what it said."""

    def __init__(self, asked: str, said: str, status: int = 0) -> None:
        super().__init__(f"{asked}: {said}")
        self.status = status


@dataclass(frozen=True)
class Api:
    """One repository at a forge, with the token of this run."""

    address: str
    repository: str
    token: str

    def get(self, path: str, kind: type[T]) -> T:
        """The answer to one question; `kind` is the shape that GitHub promises of it."""
        return cast("T", self._ask("GET", path))  # the shape is GitHub's promise

    def every(self, path: str, kind: type[T], *, inside: str | None = None) -> Iterator[T]:
        """The entries of a list, page by page; `inside` names the field that holds them."""
        page = 1
        while True:
            query = urlencode({"per_page": PAGE, "page": page})
            answer = self._ask("GET", f"{path}{'&' if '?' in path else '?'}{query}")
            found = answer[inside] if inside and isinstance(answer, dict) else answer
            entries = cast("list[T]", found)  # the shape is GitHub's promise
            yield from entries
            if len(entries) < PAGE:
                return
            page += 1

    def send(self, method: str, path: str, body: Mapping[str, object], kind: type[T]) -> T:
        """The answer to a change."""
        return cast("T", self._ask(method, path, body))  # the shape is GitHub's promise

    def _ask(self, method: str, path: str, body: Mapping[str, object] | None = None) -> object:
        request = Request(  # noqa: S310 - the address is that of the runner's own forge
            f"{self.address}/repos/{self.repository}/{path}",
            method=method,
            data=json.dumps(body).encode() if body is not None else None,
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self.token}",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        try:
            with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - as above
                return json.load(answer)
        except HTTPError as error:
            with error:
                raise ForgeError(f"{method} {path}", str(error), error.code) from None
        except (URLError, TimeoutError, ValueError) as error:
            raise ForgeError(f"{method} {path}", str(error)) from None


def api_of_run() -> Api:
    """The API as the environment of a workflow's step names it."""
    return Api(*(os.environ[f"GITHUB_{name}"] for name in ("API_URL", "REPOSITORY", "TOKEN")))
