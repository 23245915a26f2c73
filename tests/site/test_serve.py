"""`gzg serve`: shows the site, and follows a record that changes."""

import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.site.programmes import clean_environment, gzg, smallest

PATIENCE = 120


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def serving(folder: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "gzg", "serve", "--root", str(folder), "--port", str(port)]
    process = subprocess.Popen(
        command,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def text_at(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


def said_until(wanted: str, process: "subprocess.Popen[str]") -> str:
    """What the server says beside its output, up to the line with these words."""
    assert process.stderr is not None
    limit = threading.Timer(PATIENCE, process.kill)
    limit.start()
    said = ""
    while wanted not in said:
        line = process.stderr.readline()
        assert line, said
        said += line
    limit.cancel()
    return said


def test_a_change_of_a_record_shows_itself(tmp_path: Path) -> None:
    folder, port = smallest(tmp_path / "programme"), free_port()
    with serving(folder, port) as process:
        assert process.stdout is not None
        url = f"http://127.0.0.1:{port}/"
        assert url in process.stdout.readline()
        page = f"{url}projecten/voorbeeld/"
        waited = time.monotonic() + PATIENCE
        while not text_at(page) and time.monotonic() < waited:
            time.sleep(0.2)
        assert "Een project om regels mee te tonen." in text_at(page)
        (folder / "content/projects/voorbeeld/README.md").write_text("# X\n\nHelemaal anders.\n")
        while "Helemaal anders" not in text_at(page) and time.monotonic() < waited:
            time.sleep(0.2)
        assert "Helemaal anders" in text_at(page)


def test_the_page_stays_while_its_record_has_an_error(tmp_path: Path) -> None:
    folder, port = smallest(tmp_path / "programme"), free_port()
    record = folder / "content/projects/voorbeeld/project.yml"
    good = record.read_text("utf-8")
    with serving(folder, port) as process:
        assert process.stdout is not None
        url = f"http://127.0.0.1:{port}/"
        assert url in process.stdout.readline()
        page = f"{url}projecten/voorbeeld/"
        waited = time.monotonic() + PATIENCE
        while not text_at(page) and time.monotonic() < waited:
            time.sleep(0.2)
        record.write_text("id: voorbeeld\n", "utf-8")
        said = said_until("De site blijft zoals ze was", process)
        assert "content/projects/voorbeeld/project.yml:1:1: fout GZG101 " in said
        assert "Een project om regels mee te tonen." in text_at(page)
        record.write_text(good.replace("regels mee te tonen", "verder te gaan"), "utf-8")
        while "om verder te gaan" not in text_at(page) and time.monotonic() < waited:
            time.sleep(0.2)
        assert "om verder te gaan" in text_at(page)


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    folder = smallest(tmp_path / "programme")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = gzg("serve", "--root", folder, "--port", port, "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.startswith(f"Nothing can be served at http://127.0.0.1:{port}/")
