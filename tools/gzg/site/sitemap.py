"""The pages as the sitemap sees them: what that shows is known, without reading a page's file.

What another template of a sitemap may ask besides is read when it does.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, overload

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from gzg.site.addresses import counterpart
from gzg.site.frame import OTHER
from gzg.site.markdown_file import front_matter_and_body
from gzg.site.writer import Written
from gzg.texts import Language


class ListedPages(Sequence[File]):
    """All pages of a site; those after the first are made when somebody goes through them."""

    def __init__(self, first: File, others: Mapping[str, Written], config: MkDocsConfig) -> None:
        self._first, self._others, self._config = first, others, config

    @overload
    def __getitem__(self, index: int) -> File: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[File]: ...
    def __getitem__(self, index: int | slice) -> File | Sequence[File]:
        return self._all[index]

    def __len__(self) -> int:
        return 1 + len(self._others)

    @cached_property
    def _all(self) -> list[File]:
        return [self._first, *map(self._listed, self._others)]

    def _listed(self, name: str) -> File:
        config = self._config
        file = File(name, self._first.src_dir, config.site_dir, config.use_directory_urls)
        file.page = _ListedPage(file, self._others[name], config)  # type: ignore[assignment]
        return file


class _Front(dict[str, Any]):
    """Front matter of which a part is known, and the rest is read where somebody asks for it."""

    def __init__(self, file: File, known: dict[str, Any]) -> None:
        super().__init__(known)
        self._file = file

    def __missing__(self, name: str) -> Any:
        return front_matter_and_body(self._file.content_string)[0][name]


class _Record(_Front):
    """The same of the record in it."""

    def __missing__(self, name: str) -> Any:
        return super().__missing__("record")[name]


class _ListedPage:
    """The page, made only where more is asked of it than its front matter."""

    def __init__(self, file: File, written: Written, config: MkDocsConfig) -> None:
        self._file, self._written, self._config = file, written, config

    @cached_property
    def meta(self) -> _Front:
        """The front matter; nobody asks for it where the site has no address."""
        language, changed, is_practice = self._written.listed
        address = self._file.src_uri.removesuffix("index.md")
        own = Language(language)
        known = {
            "lang": language,
            "address": address,
            "twin": counterpart(address, own, OTHER[own]) or "./",
            "changed": changed,
            "record": _Record(self._file, {"demo": is_practice}),
        }
        return _Front(self._file, known)

    def __getattr__(self, name: str) -> Any:
        return getattr(Page(None, self._file, self._config), name)
