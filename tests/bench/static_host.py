"""A server of a folder as hosts of static sites are: it compresses, keeps connections, and counts.

What Pagefind wrote is compressed already, as are fonts and pictures. An answer is compressed once
and kept, so that a visit is not made to wait for it again.
"""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

COMPRESSIBLE = frozenset({".css", ".csv", ".html", ".js", ".json", ".svg", ".xml"})


@dataclass
class Host:
    """The address of a server, and the bytes of all bodies that it has sent."""

    address: str = ""
    sent: int = 0
    kept: dict[Path, bytes] = field(default_factory=dict)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *arguments: Any, host: Host, **options: Any) -> None:
        self._host = host
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        is_compressed = file.suffix in COMPRESSIBLE
        body = self._body(file) if is_compressed else file.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self._host.sent += len(body)
        self.wfile.write(body)

    def _body(self, file: Path) -> bytes:
        if file not in self._host.kept:
            self._host.kept[file] = gzip.compress(file.read_bytes(), 6)
        return self._host.kept[file]

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """A server of the folder on this machine."""
    host = Host()
    handler = partial(_Handler, directory=str(folder), host=host)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    host.address = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
