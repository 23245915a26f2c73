"""A receipt: what came in, and when; written by the office's side, never by whoever hands in."""

from gzg.model.base import Model, Slug
from gzg.model.dates import Instant
from gzg.model.identifiers import Commit, Digest, WebAddress


class Receipt(Model):
    """That a dossier came in at an instant, with these contents.

    `received` is the forge's time, written in the programme's time zone; `digest` is that of the
    folder's files as they were at the commit `head` (`repository.digest`).
    """

    number: Slug
    received: Instant
    head: Commit
    digest: Digest
    pull_request: WebAddress | None = None
