"""The whole way from a catalogue to a finished site, step by step, each step announced.

The site is made in a temporary folder beside its place (`site.placement` puts it there), so that
a build that is interrupted leaves the former site as it was.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mkdocs.exceptions import MkDocsException

from gzg.errors import GzgError
from gzg.figures.compute import compute
from gzg.repository import git
from gzg.repository.catalogue import Catalogue
from gzg.repository.past import versions
from gzg.site import former_site, search_index
from gzg.site.addresses import ROOTS
from gzg.site.configuration import configuration, source_file
from gzg.site.docs_folder import Docs, fill
from gzg.site.edition import Edition
from gzg.site.history import History, histories
from gzg.site.pages.kinds import LANGUAGES
from gzg.site.placement import beside, renewed, replace
from gzg.site.rendering import Order, Outcome, lay_out
from gzg.texts import Language, say

EPOCH = "SOURCE_DATE_EPOCH"
WITHOUT_HISTORY = 946_684_800
"""1 January 2000: the time that a site without Git is built at, whatever the clock says."""

OTHERS_ASSETS = ("javascripts", "stylesheets", "images")
"""What Material brings for its own look, which our templates do not use."""


@dataclass(frozen=True)
class Build:
    """What is built, from where, to where."""

    root: Path
    catalogue: Catalogue
    zone: ZoneInfo
    out: Path
    site_url: str = ""
    language: Language = Language.NL
    is_preview: bool = False
    """Whether it is only looked at while somebody writes: by a server that adds its own script."""
    anew: bool = False
    """Whether nothing of the former site is taken over."""
    beside: Path | None = None
    """Where is kept what the next build must know of the site, if not in `folder`."""

    @property
    def folder(self) -> Path:
        """Where the Markdown files and the configuration are written."""
        return self.root / "build"

    @property
    def memory(self) -> Path:
        """The file that tells what the last build made."""
        return (self.beside or self.folder) / "site.json"


Announce = Callable[[str], None]
"""Is told the key of every step as it begins."""


def build(task: Build, announce: Announce) -> list[str]:
    """Make the site; returns what MkDocs warned of."""
    _refuse_foreign_folder(task)
    announce("step.pages")
    editions = editions_of(task)
    docs = fill(Docs(task.folder / "docs", task.memory.parent, task.anew), editions, task.site_url)
    text = configuration(
        editions, task.root, task.folder, task.site_url, is_preview=task.is_preview
    )
    (task.folder / "mkdocs.yml").write_text(text, "utf-8")
    with _source_date(task.root) as built_at, beside(task.out) as made:
        announce("step.mkdocs")
        basis = _basis(task, text, built_at)
        former = None if task.anew else former_site.read(task.memory)
        kept = former_site.kept(former, task.out, basis, docs)
        pages, warnings = _lay_out(task, made, Order(docs, kept))
        for name in OTHERS_ASSETS:
            shutil.rmtree(made / "assets" / name, ignore_errors=True)
        announce("step.search")
        _place(task, made, [former_site.made_of(name) for name in kept])
    former_site.remember(task.memory, former_site.finished(task.out, basis, docs, pages))
    return warnings


def _place(task: Build, made: Path, kept: Sequence[str]) -> None:
    """Put what was made in its place, whole or among the pages that are kept, with its index."""
    if not kept:
        search_index.index(made, made, task.language)
        replace(made, task.out)
        return
    with renewed(task.out) as renewal:
        renewal.bring(made, [*kept, search_index.FOLDER])
        search_index.index(task.out, made, task.language)
        if (made / search_index.FOLDER).is_dir():  # Another program may stand in for Pagefind.
            renewal.put(made / search_index.FOLDER, search_index.FOLDER)


def _basis(task: Build, text: str, built_at: str) -> str:
    inherited = source_file(task.root, "mkdocs.yml")
    return former_site.basis_of(text, inherited, source_file(task.root, "tools/theme"), built_at)


def editions_of(task: Build) -> tuple[Edition, ...]:
    """The catalogue in each language that is published."""
    catalogue = task.catalogue
    figures, (changes, past) = compute(catalogue), _past(task)
    return tuple(
        Edition(catalogue, figures, language, task.zone, changes, past)
        for language in ROOTS
        if language in LANGUAGES
    )


def _past(task: Build) -> tuple[Mapping[str, datetime], Mapping[str, History]]:
    """When every file last changed, and the past of every record; nothing without all of it."""
    try:
        if git.is_shallow(task.root):
            return {}, {}
        found = versions(task.root)
        changes = {path: each[0].when for path, each in found.items()}
        return changes, histories(task.root, found, task.zone)
    except git.GitError:
        return {}, {}


def _lay_out(task: Build, site: Path, order: Order) -> Outcome:
    try:
        return lay_out(task.folder / "mkdocs.yml", site, order)
    except MkDocsException as error:
        reason = "; ".join([*getattr(error, "__notes__", ()), str(error)])
        message = say("build", "mkdocs-failed", task.language, reason=reason)
        raise GzgError(message, exit_code=3) from error


@contextmanager
def _source_date(root: Path) -> Iterator[str]:
    """The time that everything is built at: the one given, else that of the last commit."""
    if given := os.environ.get(EPOCH):
        yield given
        return
    try:
        when = int(git.head_time(root).timestamp())
    except git.GitError:
        when = WITHOUT_HISTORY
    os.environ[EPOCH] = str(when)
    try:
        yield str(when)
    finally:
        del os.environ[EPOCH]


def _refuse_foreign_folder(task: Build) -> None:
    """A folder that holds something else than a site is never replaced."""
    out = task.out
    is_site = (out / "404.html").is_file() and (out / "sitemap.xml").is_file()
    is_free = not out.exists() or (out.is_dir() and not any(out.iterdir()))
    if out.is_symlink() or not (is_site or is_free) or task.root.is_relative_to(out):
        raise GzgError(say("build", "not-a-site", task.language, folder=out))
