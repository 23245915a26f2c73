"""Where a visitor mends a mistake or tells of it: the addresses that the programme gives.

Nothing is made up: without an address the page says that there is none.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from gzg.model.programme import Addresses, ForgeSoftware
from gzg.site.page import Data

MAIN_BRANCH = "main"

KNOWN_HOSTS: Mapping[str, ForgeSoftware] = {
    "github.com": ForgeSoftware.GITHUB,
    "gitlab.com": ForgeSoftware.GITLAB,
    "codeberg.org": ForgeSoftware.FORGEJO,
}
EDITING: Mapping[ForgeSoftware, str] = {
    ForgeSoftware.GITHUB: "edit",
    ForgeSoftware.GITLAB: "-/edit",
    ForgeSoftware.FORGEJO: "_edit",
}
REPORTING: Mapping[ForgeSoftware, str] = {
    ForgeSoftware.GITHUB: "issues/new",
    ForgeSoftware.GITLAB: "-/issues/new",
    ForgeSoftware.FORGEJO: "issues/new",
}


def corrections(addresses: Addresses) -> Data:
    """What leads to correcting: `edit` is followed by a file's path; only what there is."""
    repository = (addresses.repository or "").rstrip("/")
    forge = forge_of(addresses)
    found = {"mailbox": addresses.mailbox, "contact": addresses.contact}
    if repository and forge:
        branch = addresses.branch or MAIN_BRANCH
        found["edit"] = f"{repository.removesuffix('.git')}/{EDITING[forge]}/{branch}/"
        found["issue"] = f"{repository.removesuffix('.git')}/{REPORTING[forge]}"
    return {name: value for name, value in found.items() if value}


def forge_of(addresses: Addresses) -> ForgeSoftware | None:
    """What the programme's forge runs on, as far as it is said or its host is known."""
    host = urlsplit(addresses.repository or "").hostname
    return addresses.forge or KNOWN_HOSTS.get(host or "")
