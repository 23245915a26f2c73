"""What the last build made, so that the next makes only what differs.

It is told in `build/site.json`, beside the Markdown and never on the site: of each page the digest
of its Markdown, and the size and time of change of what was made of it. A page is taken over only
where all of that still holds, and the templates, the configuration and the programs are the same.
"""

import json
import os
import platform
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from gzg.site.rendering import Rendered
from gzg.site.writer import Written, digest, stands

_VERSION = 1
_PROGRAMS = ("gzg", "jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "pyyaml")
_OWN_CODE = ("markdown_file.py", "prose.py", "rendering.py")
"""Our own modules that have a say in what becomes of a page's Markdown."""
_DATED = (b"build_date_utc", b"update_date", b"mkdocs_version")
"""What a template can show of the build itself; ours do not."""


@dataclass(frozen=True)
class FormerSite:
    """A site that was made, as far as the next build must know it."""

    place: str
    basis: str
    """The digest of everything that all pages are made with."""
    names: str
    """The digest of the list of files: a link in a text may lead to any of them."""
    pages: Mapping[str, tuple[str, int, int]]
    """Path of a page's Markdown → its digest; size and time of change of the page made of it."""


def read(file: Path) -> FormerSite | None:
    """What was told of the last site; None where there is nothing that can be understood."""
    try:
        data = json.loads(file.read_bytes())
        if data.pop("version") != _VERSION:
            return None
        pages = {str(name): (str(a), int(b), int(c)) for name, (a, b, c) in data["pages"].items()}
        return FormerSite(str(data["place"]), str(data["basis"]), str(data["names"]), pages)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def remember(file: Path, site: FormerSite) -> None:
    """Tell of a site that is finished and in its place."""
    beside = file.with_name(f".{file.name}")
    data = {"version": _VERSION, **vars(site)}
    text = json.dumps(data, separators=(",", ":"), sort_keys=True)
    beside.write_text(text, "utf-8")
    beside.replace(file)


def finished(
    place: Path, basis: str, docs: Mapping[str, Written], pages: Mapping[str, Rendered]
) -> FormerSite:
    """What is told of a site; a page that MkDocs warned of is left out, so that it does again."""
    found = {
        name: (docs[name].digest, page.size, page.changed)
        for name, page in pages.items()
        if page.is_quiet
    }
    return FormerSite(str(place), basis, names_in(docs), found)


def kept(
    former: FormerSite | None, place: Path, basis: str, docs: Mapping[str, Written]
) -> dict[str, Rendered]:
    """The pages whose present Markdown makes what already stands in the folder `place`."""
    if former is None or (former.place, former.basis) != (str(place), basis):
        return {}
    is_same_list, folders = former.names == names_in(docs), _OwnFolders(place)
    return {
        name: Rendered(size, changed, is_quiet=True)
        for name, (known, size, changed) in former.pages.items()
        if name in docs
        and docs[name].digest == known
        and (is_same_list or not docs[name].has_links)
        and folders.has(name.rpartition("/")[0])
        and stands(f"{place}/{made_of(name)}", size, changed)
    }


def made_of(name: str) -> str:
    """The path on the site of the page that a Markdown file becomes."""
    return f"{name.removesuffix('md')}html"


class _OwnFolders:
    """Tells the folders of a site from links that lead elsewhere."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._links: dict[str, frozenset[str]] = {}

    def has(self, folder: str) -> bool:
        """Whether a folder below the site, and every one above it, is no link."""
        above, _, name = folder.rpartition("/")
        return not folder or (self.has(above) and name not in self._links_in(above))

    def _links_in(self, folder: str) -> frozenset[str]:
        if folder not in self._links:
            with suppress(OSError), os.scandir(f"{self._site}/{folder}") as entries:
                self._links[folder] = frozenset(each.name for each in entries if each.is_symlink())
        return self._links.setdefault(folder, frozenset())


def names_in(docs: Mapping[str, Written]) -> str:
    """The digest of all paths in the docs folder."""
    return digest("\0".join(sorted(docs)).encode("utf-8", "surrogateescape"))


def basis_of(configuration: str, inherited: Path, theme: Path, built_at: str) -> str:
    """The digest of what every page is made with; `built_at` counts where a template shows it."""
    templates = b"".join(_files(theme))
    parts = (
        configuration.encode("utf-8"),
        inherited.read_bytes(),
        templates,
        _programs(),
        built_at.encode() if any(word in templates for word in _DATED) else b"",
    )
    return digest(b"".join(b"%d:%b" % (len(part), part) for part in parts))


def _files(theme: Path) -> Iterator[bytes]:
    """Every file of the theme with its path and length; an asset is only known by its path."""
    for folder, inner, files in os.walk(theme):
        inner.sort()
        for name in sorted(files):
            path = Path(folder) / name
            content = path.read_bytes() if name.endswith((".html", ".xml")) else b""
            yield b"%b:%d:%b" % (os.fsencode(path.relative_to(theme)), len(content), content)


@cache
def _programs() -> bytes:
    """The versions of all programs that have a part in it."""
    here = Path(__file__).parent
    code = b"".join((here / name).read_bytes() for name in _OWN_CODE)
    versions = " ".join(f"{name} {version(name)}" for name in _PROGRAMS)
    return f"{versions} {platform.python_version()} {digest(code)}".encode()
