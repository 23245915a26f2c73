"""MkDocs' run over the docs folder, with its pages divided over processes.

MkDocs renders the first page, copies what is no page and makes the sitemap, as `mkdocs build` does
on the same folder; the other pages are taken out of its loop and rendered here by its own
functions, with the same bytes as outcome. A page that was made before and did not change is left
out: it stands on the site.
"""

import logging
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import is_markdown_file, write_file
from mkdocs.utils.templates import TemplateContext

from gzg.repository.processes import in_processes
from gzg.site.markdown_file import front_matter_and_body
from gzg.site.sitemap import ListedPages
from gzg.site.writer import Written

_SHARES = 12
"""In so many parts of about one weight are the pages dealt: for 1, 2, 3, 4, 6 or 12 processes."""
_FEWEST = 100
"""Pages for which no second process is worth its start."""


class Rendered(NamedTuple):
    """A page of the site as it stands on disk; `is_quiet` when MkDocs warned of nothing in it."""

    size: int
    changed: int
    is_quiet: bool


@dataclass(frozen=True)
class Order:
    """What the site is made of: the files of the docs folder, by their path there.

    Of the pages among these, `kept` are left out: they stand on the site and hold.
    """

    docs: Mapping[str, Written]
    kept: Mapping[str, Rendered]


class Outcome(NamedTuple):
    """What is known of each page afterwards, and of what MkDocs warned."""

    pages: dict[str, Rendered]
    warnings: list[str]


def lay_out(configuration: Path, site: Path, order: Order) -> Outcome:
    """Make the site in the folder `site`; raises MkDocsException where MkDocs cannot."""
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    logger.propagate = False
    try:
        # All files are known, so MkDocs need not look through the folder: it is given another.
        with tempfile.TemporaryDirectory() as empty:
            config = load_config(str(configuration), site_dir=str(site), docs_dir=empty)
            division = _Division(order, configuration.parent / "docs", warnings)
            config.plugins["gzg"] = division
            run_mkdocs(config)
    except Exception as error:
        for line in warnings.lines:
            error.add_note(line)
        raise
    finally:
        logger.removeHandler(warnings)
    return Outcome(division.done, sorted(warnings.lines))


class _Warnings(logging.Handler):
    """Keeps the warnings of a run as lines."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class _NoOptions(Config):  # type: ignore[no-untyped-call]
    """A plugin must say which options it has."""


class _Division(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call]
    """Keeps MkDocs from rendering all but the first page, and does that when it is ready to."""

    def __init__(self, order: Order, docs: Path, warnings: _Warnings) -> None:
        self.order, self.docs = order, docs
        self.warnings = warnings
        self.done = dict(order.kept)
        self.pages: Sequence[File] = ()
        self.rendered: list[File] = []
        self.nav = Navigation([], [])

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave MkDocs the first page only; the others stay known where a link may lead to them."""
        docs, place = self.order.docs, (str(self.docs), config.site_dir, config.use_directory_urls)
        names = sorted(docs, key=_as_mkdocs_walks)
        first, *others = (name for name in names if is_markdown_file(name))
        made = [name for name in others if name not in self.done]
        has_links = any(docs[name].has_links for name in (first, *made))
        known = {name: File(name, *place) for name in names if has_links or name not in self.done}
        for name in others:
            if name in known:
                known[name].inclusion = InclusionLevel.EXCLUDED
        self.rendered = [known[name] for name in made]
        self.pages = ListedPages(known[first], {name: docs[name] for name in others}, config)
        of_theme = (file for file in files if file.src_uri not in docs)
        return Files([*known.values(), *of_theme])

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep what every page is rendered with."""
        self.nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Render the pages, now that all files are known and the templates are at hand."""
        shared = _Shared(env, config, files, self.pages, self.nav)
        shares = _dealt(self.rendered, self.order)
        for made, lines in in_processes(lambda some: self._work(shared, some), shares, fewest=1):
            self.done |= made
            self.warnings.lines += lines
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The sitemap lists all pages, each with what its front matter says beside its contents."""
        if template_name == "sitemap.xml":
            context["pages"] = self.pages
        return context

    def _work(
        self, shared: "_Shared", shares: Sequence[Sequence[File]]
    ) -> tuple[dict[str, Rendered], list[str]]:
        """One process' part: what became of its pages, and the warnings that came with them."""
        made: dict[str, Rendered] = {}
        before = len(self.warnings.lines)
        for file in (file for share in shares for file in share):
            warned = len(self.warnings.lines)
            _render(file, shared)
            status = os.lstat(file.abs_dest_path)
            is_quiet = warned == len(self.warnings.lines)
            made[file.src_uri] = Rendered(status.st_size, status.st_mtime_ns, is_quiet)
        lines = self.warnings.lines[before:]
        del self.warnings.lines[before:]
        return made, lines


class _Shared(NamedTuple):
    """What every page is rendered with."""

    env: Environment
    config: MkDocsConfig
    files: Files
    pages: Sequence[File]
    nav: Navigation


def _dealt(files: Sequence[File], order: Order) -> list[Sequence[File]]:
    """The pages in shares of about one weight: that of their files, which is in the records."""
    if len(files) < _FEWEST:
        return [files]
    heaviest_first = sorted(files, key=lambda file: -order.docs[file.src_uri].size)
    return [heaviest_first[start::_SHARES] for start in range(_SHARES)]


def _as_mkdocs_walks(name: str) -> tuple[object, ...]:
    """The order in which MkDocs finds files: those of a folder before the folders in it."""
    *folders, own = name.split("/")
    return folders, not own.startswith("index."), own


def _render(file: File, shared: _Shared) -> None:
    """What MkDocs does with a page, in one go: afterwards nothing of it stays in memory."""
    file.inclusion = InclusionLevel.INCLUDED
    page = Page(None, file, shared.config)
    page.meta, page.markdown = front_matter_and_body(file.content_string)
    page.content = ""
    if page.markdown:
        page.render(shared.config, shared.files)
    page.active = True
    context: Any = get_context(shared.nav, shared.pages, shared.config, page)
    template = shared.env.get_template(page.meta.get("template", "main.html"))
    output = template.render(context)
    write_file(output.encode("utf-8", errors="xmlcharrefreplace"), file.abs_dest_path)
    file.page = None
    file.inclusion = InclusionLevel.EXCLUDED
