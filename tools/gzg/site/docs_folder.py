"""Everything that MkDocs reads: the pages of each edition as Markdown, and the files beside them.

Each edition is made in a process of its own, which forgets the contents of a page when it is
written. How a file comes on disk is in `site.writer`.
"""

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gzg.repository.processes import in_processes
from gzg.site.addresses import ROOTS
from gzg.site.dataset import dataset_files
from gzg.site.edition import Edition
from gzg.site.edition_pages import EditionPages, Files
from gzg.site.form_earlier import earlier_files
from gzg.site.form_kit import form_files
from gzg.site.form_shared import shared_file
from gzg.site.former_pages import NOTHING, basis_of, programs, read, remember
from gzg.site.lookups import FileDigests
from gzg.site.pages.hand_in import having_a_form
from gzg.site.pages.kinds import ALIKE
from gzg.site.pages.small_map import ground_file
from gzg.site.question_files import question_files
from gzg.site.schema_files import schema_files
from gzg.site.share_pictures import share_pictures
from gzg.site.writer import Written, remove_others, write_files


@dataclass(frozen=True)
class Docs:
    """The docs folder to be filled, and the folder that tells what the last build made."""

    folder: Path
    memory: Path
    anew: bool = False
    """Whether nothing that was told counts."""


def fill(docs: Docs, editions: Sequence[Edition], site_url: str) -> dict[str, Written]:
    """Make the docs folder hold exactly what belongs to the site: path below it → file."""
    roots = [ROOTS[edition.language] for edition in editions]
    digests = FileDigests(editions[0].catalogue.repository)
    digests.make()
    programs()
    editions = [replace(edition, alike=editions[0].alike) for edition in editions]
    for make in ALIKE:
        make(editions[0])
    docs.folder.mkdir(parents=True, exist_ok=True)

    def work(part: Sequence[Edition]) -> dict[str, Written]:
        found: dict[str, Written] = {}
        for edition in part:
            shared = _SHARED if edition is editions[0] else {}
            pictures = _PICTURES if site_url else {}  # A shared picture needs a whole address.
            found |= _edition(docs, edition, digests, roots, {**_OWN, **shared, **pictures})
        return found

    gc.freeze()  # nothing of the catalogue is ever let go, so it need not be looked through
    parts = in_processes(work, editions, fewest=1)
    gc.unfreeze()
    found = {name: file for part in parts for name, file in part.items()}
    remove_others(docs.folder, found)
    return found


def _edition(
    docs: Docs,
    edition: Edition,
    digests: FileDigests,
    roots: Sequence[str],
    files: Mapping[str, Files],
) -> dict[str, Written]:
    """Write the pages of an edition, the files beside them, and those made of all of them."""
    memory, basis = docs.memory / f"pages-{edition.language}.json", basis_of(edition, digests)
    former = NOTHING if docs.anew else read(memory, basis)
    work = EditionPages(docs.folder, edition, former, digests)
    work.write_pages(roots)
    for name, make in files.items():
        work.write_files(name, make)
    remember(memory, basis, work.told())
    return write_files(dataset_files(edition, work.lines), docs.folder) | work.files


def _questions(edition: Edition) -> dict[str, bytes]:
    return question_files(edition, having_a_form(edition))


def _forms(edition: Edition) -> dict[str, bytes]:
    return form_files(edition, having_a_form(edition))


def _shared_by_forms(edition: Edition) -> dict[str, bytes]:
    if not having_a_form(edition):
        return {}
    return shared_file(edition.catalogue) | earlier_files(edition.catalogue)


_OWN: Mapping[str, Files] = {"questions": _questions, "forms": _forms}
"""The files of every edition that are no page."""

_SHARED: Mapping[str, Files] = {
    "schemas": lambda edition: schema_files(edition.catalogue),
    "ground": ground_file,
    "shared": _shared_by_forms,
}
"""Those that are the same for all of them."""

_PICTURES: Mapping[str, Files] = {"pictures": lambda edition: share_pictures([edition])}
