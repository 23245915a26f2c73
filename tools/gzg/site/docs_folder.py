"""Everything that MkDocs reads: the pages of each edition as Markdown, and the files beside them.

Each edition is made in a process of its own, which forgets the contents of a page when it is
written. How a file comes on disk is in `site.writer`.
"""

import gc
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from gzg.repository.processes import in_processes
from gzg.site.addresses import ROOTS
from gzg.site.dataset import dataset_files
from gzg.site.edition import Edition
from gzg.site.form_earlier import earlier_files
from gzg.site.form_kit import form_files
from gzg.site.form_shared import shared_file
from gzg.site.page import Page
from gzg.site.pages.hand_in import taking_dossiers
from gzg.site.pages.kinds import all_pages
from gzg.site.pages.small_map import ground_file
from gzg.site.question_files import question_files
from gzg.site.schema_files import schema_files
from gzg.site.share_pictures import share_pictures
from gzg.site.writer import Written, remove_others, write, write_files


def fill(docs: Path, editions: Sequence[Edition], site_url: str) -> dict[str, Written]:
    """Make the docs folder hold exactly what belongs to the site: path below it → file."""
    roots = [ROOTS[edition.language] for edition in editions]

    def work(part: Sequence[Edition]) -> dict[str, Written]:
        found: dict[str, Written] = {}
        for edition in part:
            found |= _edition(docs, edition, roots)
        return found

    gc.freeze()  # nothing of the catalogue is ever let go, so it need not be looked through
    parts = in_processes(work, editions, fewest=1)
    gc.unfreeze()
    found = write_files(_shared(editions, site_url), docs)
    for part in parts:
        found |= part
    remove_others(docs, found)
    return found


def _edition(docs: Path, edition: Edition, roots: Sequence[str]) -> dict[str, Written]:
    """Write the pages of an edition, and then the files that are made of all of them."""
    seen: list[Page] = []

    def pages() -> Iterator[Page]:
        for page in all_pages(edition):
            if _is_own(page, roots):
                yield page
                seen.append(replace(page, record={}, body="", pictures={}))

    found = write(pages(), edition.catalogue.repository, docs)
    calls = taking_dossiers(edition)
    files = question_files(edition, calls) | form_files(edition, calls)
    files |= dataset_files(edition, seen)
    return write_files(files, docs) | found


def _is_own(page: Page, roots: Sequence[str]) -> bool:
    """Whether a page stands under the root of its own language: `en/` is the English home."""
    own = ROOTS[page.language]
    return not any(len(root) > len(own) and page.address.startswith(root) for root in roots)


def _shared(editions: Sequence[Edition], site_url: str) -> dict[str, bytes]:
    """The files that are the same for every language: their path on the site → their bytes."""
    found = schema_files(editions[0].catalogue)
    found |= ground_file(editions[0])
    if taking_dossiers(editions[0]):
        found |= shared_file(editions[0].catalogue) | earlier_files(editions[0].catalogue)
    if site_url:  # A shared picture needs a whole address.
        found |= share_pictures(editions)
    return found
