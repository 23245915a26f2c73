"""Zips that a stranger could send: each is refused, in bounded time and memory."""

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from gzg.texts import Language, entries
from gzg.zipped.archive import LARGEST_ZIP, MOST_ENTRIES, Contents, read_zip
from gzg.zipped.dossier import dossier_in
from gzg.zipped.refusal import Problem, RefusalError
from tests.annexes import samples
from tests.zipped.zips import (
    DEVICE_MODE,
    LINK_MODE,
    PIPE_MODE,
    corrupt,
    many_entries,
    overlapping,
    packed,
    promising,
    renamed,
    saved,
    stored,
    with_flag,
)

MOST_SECONDS = 2
MOST_MEMORY = 200_000_000
RECORD = {"submission.yml": "id: loket\ncall: oproep-1\n"}


def beside(name: str, content: bytes | str = "x") -> bytes:
    """A dossier with one more file under this name."""
    return packed({**RECORD, name: content})


HOSTILE: dict[str, tuple[Problem, Callable[[], bytes]]] = {
    "not a zip": (Problem.NOT_A_ZIP, lambda: b"%PDF-1.7\n"),
    "nothing at all": (Problem.NOT_A_ZIP, lambda: b""),
    "a program with a zip behind it": (Problem.NOT_A_ZIP, lambda: b"MZ" + packed(RECORD)),
    "a document of Word": (Problem.OFFICE, lambda: packed({"[Content_Types].xml": "x"})),
    "a document of LibreOffice": (Problem.OFFICE, lambda: packed({"mimetype": "x"})),
    "cut off": (Problem.CUT_OFF, lambda: packed(RECORD)[:-30]),
    "cut off in the first entry": (Problem.CUT_OFF, lambda: packed(RECORD)[:12]),
    "a wrong checksum": (Problem.DAMAGED, lambda: corrupt(stored(RECORD), b"oproep-1")),
    "packed bytes that are none": (
        Problem.DAMAGED,
        lambda: packed(RECORD).replace(b"submission.yml", b"submission.yml\xff\xff\xff", 1),
    ),
    "another name in front than in the list": (
        Problem.DAMAGED,
        lambda: packed(RECORD).replace(b"submission.yml", b"submissiom.yml", 1),
    ),
    "a list that points outside the file": (
        Problem.DAMAGED,
        lambda: packed(RECORD)[:-6] + b"\xff\xff\xff\x00\0\0",
    ),
    "a password": (Problem.ENCRYPTED, lambda: with_flag(packed(RECORD), 0x1)),
    "a strong password": (Problem.ENCRYPTED, lambda: with_flag(packed(RECORD), 0x40)),
    "an unusual method": (
        Problem.METHOD,
        lambda: packed(RECORD).replace(b"\x08\x00", b"\x62\x00"),
    ),
    "up and out": (Problem.OUTSIDE, lambda: beside("../../.bashrc")),
    "up and out with backslashes": (Problem.OUTSIDE, lambda: beside("annexes\\..\\..\\x.txt")),
    "up and out from inside": (Problem.OUTSIDE, lambda: beside("annexes/../../x.txt")),
    "an absolute path": (Problem.OUTSIDE, lambda: beside("/etc/cron.d/x")),
    "a path with a drive": (Problem.OUTSIDE, lambda: beside("C:\\Windows\\x.txt")),
    "a path on another computer": (Problem.OUTSIDE, lambda: beside("\\\\server\\share\\x.txt")),
    "a path with an empty folder": (Problem.OUTSIDE, lambda: beside("annexes//x.txt")),
    "a folder that leads out": (Problem.OUTSIDE, lambda: beside("../", "")),
    "something of a computer that leads out": (
        Problem.OUTSIDE,
        lambda: beside("__MACOSX/../../x"),
    ),
    "a NUL in a name": (
        Problem.NAME,
        lambda: renamed(beside("annexes/plan.pdfx"), "annexes/plan.pdfx", b"annexes/plan.pdf\0"),
    ),
    "a name of points": (Problem.NAME, lambda: beside("./.")),
    "a link": (Problem.LINK, lambda: packed({**RECORD, "x": "/etc/passwd"}, mode=LINK_MODE)),
    "a pipe": (Problem.DEVICE, lambda: packed(RECORD, mode=PIPE_MODE)),
    "a device": (Problem.DEVICE, lambda: packed(RECORD, mode=DEVICE_MODE)),
    "one name twice": (
        Problem.TWICE,
        lambda: renamed(beside("submission.ymx"), "submission.ymx", b"submission.yml"),
    ),
    "one name with two kinds of slash": (
        Problem.TWICE,
        lambda: packed({**RECORD, "annexes/a.pdf": "1", "annexes\\a.pdf": "2"}),
    ),
    "one name with accents in two forms": (
        Problem.TWICE,
        lambda: packed({**RECORD, "annexes/é.pdf": "1", "annexes/e\u0301.pdf": "2"}),
    ),
    "names that differ in case": (Problem.ALIKE, lambda: beside("Submission.YML")),
    "folders that differ in case": (
        Problem.ALIKE,
        lambda: packed({**RECORD, "annexes/a.pdf": "1", "Annexes/b.pdf": "2"}),
    ),
    "a file that is a folder too": (
        Problem.ALIKE,
        lambda: packed({**RECORD, "annexes": "1", "annexes/b.pdf": "2"}),
    ),
    "a bomb": (Problem.BOMB, lambda: beside("annexes/x.txt", bytes(50_000_000))),
    "a bomb that promises to be small": (
        Problem.DAMAGED,
        lambda: promising(beside("annexes/x.txt", bytes(50_000_000)), 900_000),
    ),
    "a bomb that promises to be huge": (
        Problem.BOMB,
        lambda: promising(beside("annexes/x.txt", bytes(900_000)), 0xFFFFFFF0),
    ),
    "many entries on the same bytes": (
        Problem.TOO_LARGE,
        lambda: overlapping(900, 900_000),
    ),
    "too large as a whole": (
        Problem.TOO_LARGE,
        lambda: stored({**RECORD, "annexes/x.bin": bytes(81_000_000)}),
    ),
    "too many entries": (
        Problem.TOO_MANY,
        lambda: packed({f"annexes/{n}.txt": "" for n in range(MOST_ENTRIES + 1)}),
    ),
    "a long list that says to be short": (Problem.TOO_MANY, lambda: many_entries(1_000_000)),
    "nothing in it": (Problem.EMPTY, lambda: packed({})),
    "only folders": (Problem.EMPTY, lambda: packed({"dossier/": "", "dossier/annexes/": ""})),
    "only what a computer leaves": (Problem.EMPTY, lambda: packed({"a/.DS_Store": "x"})),
    "no dossier": (Problem.NO_DOSSIER, lambda: packed({"vakantie/foto.jpg": "x"})),
    "a dossier by nearly its name": (
        Problem.NO_DOSSIER_NEAR,
        lambda: packed({"loket/submission.yaml": "id: loket\n"}),
    ),
    "two dossiers": (
        Problem.SEVERAL,
        lambda: packed({"a/submission.yml": "id: a\n", "b/submission.yml": "id: b\n"}),
    ),
    "something beside the dossier": (
        Problem.BESIDE,
        lambda: packed({"a/submission.yml": "id: a\n", "lees mij.txt": "x"}),
    ),
    "another zip inside only": (Problem.NO_DOSSIER, lambda: packed({"d.zip": packed(RECORD)})),
    "the folder of Git": (Problem.NAME, lambda: beside(".git/config")),
    "the folder of Git by its short name": (Problem.NAME, lambda: beside("GIT~1/config")),
    "a hidden file": (Problem.NAME, lambda: beside("annexes/.verborgen")),
    "a name that Windows reserves": (Problem.NAME, lambda: beside("annexes/con.txt")),
    "a name that turns around": (Problem.NAME, lambda: beside("annexes/plan\u202efdp.exe")),
    "a line in a name": (Problem.NAME, lambda: beside("annexes/a\nb.txt")),
    "a name without end": (Problem.NAME, lambda: beside(f"annexes/{'a' * 60_000}.txt")),
    "folders without end": (Problem.NAME, lambda: beside(f"{'a/' * 30_000}x.txt")),
    "many deep folders": (
        Problem.NAME,
        lambda: packed({f"{n}{'/a' * 200}.txt": "" for n in range(1_000)}),
    ),
    "no call": (Problem.NO_CALL, lambda: packed({"submission.yml": "id: loket\n"})),
    "a call that leads out": (
        Problem.NO_CALL,
        lambda: packed({"submission.yml": "id: loket\ncall: ../../etc\n"}),
    ),
    "an id that leads out": (
        Problem.NO_ID,
        lambda: packed({"submission.yml": "id: ../../etc\ncall: oproep-1\n"}),
    ),
    "a record that is no text": (
        Problem.NO_CALL,
        lambda: packed({"submission.yml": b"\xff\xfe\0\0"}),
    ),
    "a record without end": (
        Problem.NO_CALL,
        lambda: stored({"submission.yml": b"call: [" * 2_000_000}),
    ),
}


def taken_in(file: Path) -> Contents:
    contents = read_zip(file)
    dossier_in(contents, None, None)
    return contents


def test_there_are_cases_enough() -> None:
    assert len(HOSTILE) >= 50


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_zip_is_refused_within_bounds(name: str, tmp_path: Path) -> None:
    problem, made = HOSTILE[name]
    file = saved(tmp_path, made())
    begun = process_time()
    tracemalloc.start()
    try:
        with pytest.raises(RefusalError) as caught:
            taken_in(file)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert caught.value.problem == problem
    assert process_time() - begun < MOST_SECONDS
    assert most < MOST_MEMORY
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("size", [LARGEST_ZIP + 1, 10**12])
def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, size: int) -> None:
    file = saved(tmp_path, packed(RECORD))
    os.truncate(file, size)
    with pytest.raises(RefusalError) as caught:
        read_zip(file)
    assert caught.value.problem == Problem.TOO_LARGE


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.zip")
    for name in ("pijp.zip", "afwezig.zip", "."):
        with pytest.raises(RefusalError) as caught:
            read_zip(tmp_path / name)
        assert caught.value.problem == Problem.NOT_THERE


def test_a_real_document_of_word_is_known_as_one(tmp_path: Path) -> None:
    with pytest.raises(RefusalError) as caught:
        read_zip(saved(tmp_path, samples.docx()))
    assert caught.value.problem == Problem.OFFICE


@pytest.mark.parametrize("length", range(0, 240, 3))
def test_a_zip_cut_off_anywhere_is_refused(tmp_path: Path, length: int) -> None:
    raw = packed(RECORD)
    with pytest.raises(RefusalError):
        taken_in(saved(tmp_path, raw[: min(length, len(raw) - 1)]))


@pytest.mark.parametrize("place", range(170))
def test_a_zip_with_any_byte_turned_is_refused_or_the_same(tmp_path: Path, place: int) -> None:
    raw = bytearray(packed(RECORD))
    raw[place % len(raw)] ^= 0xFF
    try:
        contents = taken_in(saved(tmp_path, bytes(raw)))
    except RefusalError:
        return
    assert contents.files == {name: text.encode() for name, text in RECORD.items()}


def test_every_problem_has_its_sentence() -> None:
    texts = entries("receive")
    assert {problem for problem in Problem if set(texts[problem]) != set(Language)} == set()
