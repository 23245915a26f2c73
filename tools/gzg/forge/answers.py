"""The shapes of GitHub's answers, as far as they are read.

See https://docs.github.com/en/rest for each. That an answer has its shape is GitHub's promise: it
is not checked here.
"""

from typing import TypedDict


class Account(TypedDict):
    """Who did something; `type` is `Bot` for what an app did."""

    id: int
    login: str
    type: str


class Copy(TypedDict):
    """A repository: the one that a branch is in."""

    id: int
    pushed_at: str


class Branch(TypedDict):
    """One side of a pull request; the copy is None after it was deleted."""

    ref: str
    sha: str
    repo: Copy | None


class Pull(TypedDict):
    """A pull request, from a list of them."""

    number: int
    state: str
    html_url: str
    created_at: str
    merged_at: str | None
    user: Account
    head: Branch
    base: Branch


class Run(TypedDict):
    """A run of a workflow; `created_at` is when the forge saw what started it."""

    event: str
    head_sha: str
    head_branch: str
    head_repository: Copy | None
    actor: Account
    created_at: str


class Status(TypedDict):
    """A status of a commit."""

    context: str
    state: str
    description: str | None
    creator: Account


class Comment(TypedDict):
    """A comment below a pull request or an issue."""

    id: int
    body: str
    user: Account
    html_url: str
