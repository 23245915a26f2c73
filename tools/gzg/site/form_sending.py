"""Where a form sends a dossier: the addresses of the programme's forge, its mailbox.

    send    {forge: "github" | "gitlab" | "forgejo" | null, repository, branch, folder,
             new_file, upload, issue, issue_form, mailbox}

`folder` is that of the call's dossiers: `submissions/<call>`. `new_file` and `upload` are addresses
of the forge's own pages, for the branch; what comes behind them is for the form. `issue` begins a
new issue, `issue_form` one that has the call's questions; behind that come `&` and fields. What the
programme does not give is null: nothing is made up.
"""

from collections.abc import Mapping

from gzg.model.programme import ForgeSoftware, Programme
from gzg.site.correction import MAIN_BRANCH, corrections, forge_of
from gzg.site.edition import Edition
from gzg.site.issue_forms import address_of
from gzg.site.page import Data

_NEW_FILE: Mapping[ForgeSoftware, str] = {
    ForgeSoftware.GITHUB: "new",
    ForgeSoftware.GITLAB: "-/new",
    ForgeSoftware.FORGEJO: "_new",
}
_UPLOAD: Mapping[ForgeSoftware, str] = {
    ForgeSoftware.GITHUB: "upload",
    ForgeSoftware.FORGEJO: "_upload",
}


def sending(edition: Edition, programme: Programme, call: str) -> Data:
    """All ways out of the form."""
    addresses = programme.addresses
    forge, branch = forge_of(addresses), addresses.branch or MAIN_BRANCH
    repository = (addresses.repository or "").rstrip("/").removesuffix(".git")

    def page(pages: Mapping[ForgeSoftware, str]) -> str | None:
        part = pages.get(forge) if forge else None
        return f"{repository}/{part}/{branch}" if repository and part else None

    return {
        "forge": forge and str(forge),
        "repository": repository or None,
        "branch": branch,
        "folder": f"submissions/{call}",
        "new_file": page(_NEW_FILE),
        "upload": page(_UPLOAD),
        "issue": corrections(addresses).get("issue"),
        "issue_form": address_of(edition.catalogue, call, edition.language),
        "mailbox": addresses.mailbox,
    }
