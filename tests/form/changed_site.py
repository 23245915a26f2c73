"""A site with other content, for tests of the form: a copy of a built one with what the form reads.

What the form reads is made by the program that makes it for any site; the other pages are those of
the first site, and no test looks at them.
"""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from gzg.repository.tree import WorkingTree
from gzg.site.form_kit import form_files
from gzg.site.pages.hand_in import taking_dossiers
from gzg.site.schema_files import schema_files
from gzg.texts import Language
from tests.conftest import SUB_PATH
from tests.site.programmes import copy_of_the_real_content, edition_of

Edit = Callable[[str], str]

PROGRAMME = "content/programme.yml"
CALL = "content/calls/oefenoproep/call.yml"
GITHUB = "https://github.com/voorbeeld/gzg"
MAILBOX = "programma@voorbeeld.example"


@dataclass(frozen=True)
class Changed:
    """The programme, in Git, and the folder of which the site is a sub-path."""

    programme: Path
    served: Path

    def edit(self, changes: Mapping[str, Edit]) -> None:
        """Change content, and with it what the form reads."""
        for path, edit in changes.items():
            file = self.programme / path
            before = file.read_text("utf-8")
            after = edit(before)
            assert after != before, path
            file.write_text(after, "utf-8")
        for language in Language:
            edition = edition_of(WorkingTree(self.programme), language)
            files = form_files(edition, taking_dossiers(edition)) | schema_files(edition.catalogue)
            for path, raw in files.items():
                file = self.served / SUB_PATH / path
                file.unlink()  # The file has a second name in the site that was copied.
                file.write_bytes(raw)


def changed_site(site: Path, folder: Path, changes: Mapping[str, Edit]) -> Changed:
    """A copy of the site and its content with these changes."""
    served = folder / "served"
    shutil.copytree(site, served / SUB_PATH, copy_function=os.link)
    found = Changed(copy_of_the_real_content(folder / "programme"), served)
    found.edit(changes)
    return found


def with_addresses(repository: str | None, mailbox: str | None, forge: str | None = None) -> Edit:
    """The programme with a forge, a mailbox, or both."""
    values = {"repository": repository, "forge": forge, "mailbox": mailbox}
    lines = "".join(f"  {name}: {value}\n" for name, value in values.items() if value)
    return lambda text: text.replace("time_zone:", f"addresses:\n{lines}time_zone:", 1)
