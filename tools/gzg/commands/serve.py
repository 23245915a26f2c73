"""`gzg serve`: show the site, and make it anew whenever a record or the theme changes.

While a record cannot be read the last good site stays, so that the page that somebody is writing
does not vanish at every slip.
"""

import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from mkdocs.livereload import LiveReloadServer

from gzg.commands.build import left_out, notes, progress, show_errors
from gzg.commands.options import (
    LanguageOption,
    RootOption,
    describe,
    find_root,
    open_catalogue,
    zone_of,
)
from gzg.errors import GzgError
from gzg.repository.tree import CONTENT_FOLDERS
from gzg.site.builder import Build, build
from gzg.site.configuration import source_file
from gzg.texts import Language, say

HOST = "127.0.0.1"
PORT = 8000


def command(
    port: Annotated[int, typer.Option(min=1, max=65535, help=describe("serve.port"))] = PORT,
    lang: LanguageOption = Language.NL,
    root: RootOption = None,
) -> int:
    """Serve until interrupted."""
    folder = find_root(root, lang)
    address = f"http://{HOST}:{port}/"
    _refuse_taken(port, address, lang)
    with _temporary() as place:

        def make() -> None:
            try:
                _make(folder, place, address, lang, keep_good=True)
            except GzgError as error:
                typer.echo(str(error), err=True)

        _make(folder, place, address, lang)
        server = _server(make, port, place, lang)
        for watched in _watched(folder):
            server.watch(str(watched))
        typer.echo(say("build", "serving", lang, url=address))
        sys.stdout.flush()
        try:
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.shutdown()
    return 0


def _refuse_taken(port: int, address: str, language: Language) -> None:
    """Tried before the site is built, so that nobody waits for nothing."""
    try:
        with socket.create_server((HOST, port)):
            return
    except OSError as error:
        values = {"address": address, "reason": error.strerror}
        raise GzgError(say("build", "address-taken", language, **values)) from None


def _make(
    folder: Path, place: Path, address: str, language: Language, *, keep_good: bool = False
) -> None:
    catalogue = open_catalogue(folder)
    broken = left_out(catalogue)
    show_errors(broken, catalogue, language)
    if keep_good and broken:
        typer.echo(say("build", "kept", language), err=True)
        return
    with progress(language) as announce:
        task = Build(folder, catalogue, zone_of(catalogue), place, address, language)
        warnings = build(replace(task, is_preview=True, beside=place.parent), announce)
    for line in [*warnings, *notes(folder, broken, language)]:
        typer.echo(say("build", "warning", language, line=line), err=True)


def _server(make: object, port: int, place: Path, language: Language) -> LiveReloadServer:
    server = LiveReloadServer(builder=make, host=HOST, port=port, root=str(place))  # type: ignore[arg-type]
    not_found = place / "404.html"
    server.error_handler = lambda code: not_found.read_bytes() if code == 404 else None
    return server


def _watched(folder: Path) -> Iterator[Path]:
    for name in (*CONTENT_FOLDERS, "tools/theme", "mkdocs.yml"):
        path = folder / name if name in CONTENT_FOLDERS else source_file(folder, name)
        if path.exists():
            yield path


@contextmanager
def _temporary() -> Iterator[Path]:
    holder = Path(tempfile.mkdtemp(prefix="gzg-serve-"))
    try:
        yield holder / "site"
    finally:
        shutil.rmtree(holder, ignore_errors=True)
