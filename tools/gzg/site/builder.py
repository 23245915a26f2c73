"""The whole way from a catalogue to a finished site, step by step, each step announced.

The site is made in a temporary folder beside its place and put there at the end, so that a build
that is interrupted leaves the former site as it was.
"""

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from gzg.errors import GzgError
from gzg.figures.compute import compute
from gzg.repository import git
from gzg.repository.catalogue import Catalogue
from gzg.repository.past import versions
from gzg.site import search_index
from gzg.site.addresses import ROOTS
from gzg.site.configuration import configuration
from gzg.site.dataset import dataset_files
from gzg.site.edition import Edition
from gzg.site.history import History, histories
from gzg.site.page import Page
from gzg.site.pages.hand_in import taking_dossiers
from gzg.site.pages.kinds import LANGUAGES, all_pages
from gzg.site.pages.small_map import ground_file
from gzg.site.question_files import question_files
from gzg.site.schema_files import schema_files
from gzg.site.share_pictures import share_pictures
from gzg.site.writer import write
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

    @property
    def folder(self) -> Path:
        """Where the Markdown files and the configuration are written."""
        return self.root / "build"


Announce = Callable[[str], None]
"""Is told the key of every step as it begins."""


def build(task: Build, announce: Announce) -> list[str]:
    """Make the site; returns what MkDocs warned of."""
    _refuse_foreign_folder(task)
    announce("step.pages")
    editions = editions_of(task)
    pages = [page for edition in editions for page in all_pages(edition)]
    others = _others(editions, pages, task.site_url)
    write(pages, task.catalogue.repository, task.folder / "docs", others)
    text = configuration(
        editions, task.root, task.folder, task.site_url, is_preview=task.is_preview
    )
    (task.folder / "mkdocs.yml").write_text(text, "utf-8")
    with _beside(task.out) as temporary:
        announce("step.mkdocs")
        with _source_date(task.root):
            warnings = _mkdocs(task, temporary)
        for name in OTHERS_ASSETS:
            shutil.rmtree(temporary / "assets" / name, ignore_errors=True)
        announce("step.search")
        search_index.index(temporary, task.language)
        _swap(temporary, task.out)
    return warnings


def _others(editions: tuple[Edition, ...], pages: list[Page], site_url: str) -> dict[str, bytes]:
    """The files beside the pages: their path on the site → their bytes."""
    found = schema_files(editions[0].catalogue)
    found |= ground_file(editions[0])
    if site_url:  # A shared picture needs a whole address.
        found |= share_pictures(editions)
    for edition in editions:
        found |= question_files(edition, taking_dossiers(edition))
        own = (page for page in pages if page.language == edition.language)
        found |= dataset_files(edition, own)
    return found


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


def _mkdocs(task: Build, site: Path) -> list[str]:
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.propagate = False
    try:
        config = load_config(str(task.folder / "mkdocs.yml"), site_dir=str(site))
        run_mkdocs(config)
    except MkDocsException as error:
        reason = "; ".join([*collector.lines, str(error)])
        message = say("build", "mkdocs-failed", task.language, reason=reason)
        raise GzgError(message, exit_code=3) from error
    finally:
        logger.removeHandler(collector)
    return collector.lines


class _Collector(logging.Handler):
    """Keeps the warnings of a run as lines."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _source_date(root: Path) -> Iterator[None]:
    """The time that everything is built at: the one given, else that of the last commit."""
    if os.environ.get(EPOCH):
        yield
        return
    try:
        when = int(git.head_time(root).timestamp())
    except git.GitError:
        when = WITHOUT_HISTORY
    os.environ[EPOCH] = str(when)
    try:
        yield
    finally:
        del os.environ[EPOCH]


def _refuse_foreign_folder(task: Build) -> None:
    """A folder that holds something else than a site is never replaced."""
    out = task.out
    is_site = (out / "404.html").is_file() and (out / "sitemap.xml").is_file()
    is_free = not out.exists() or (out.is_dir() and not any(out.iterdir()))
    if out.is_symlink() or not (is_site or is_free) or task.root.is_relative_to(out):
        raise GzgError(say("build", "not-a-site", task.language, folder=out))


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    out.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        yield temporary
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _swap(made: Path, out: Path) -> None:
    """Put what was made in its place; the former site is removed only after that."""
    mask = os.umask(0)
    os.umask(mask)
    made.chmod(0o777 & ~mask)
    with _beside(out) as former:
        if out.exists():
            out.rename(former / "site")
        made.rename(out)
