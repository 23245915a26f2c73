"""Good zips as several programs make them: which dossier is in them, and which names count."""

from pathlib import Path
from textwrap import dedent

import pytest

from gzg.zipped.archive import read_zip
from gzg.zipped.differences import Difference, differences
from gzg.zipped.dossier import Dossier, Told, Where, dossier_in
from gzg.zipped.refusal import Problem, RefusalError
from tests.zipped.zips import DOS, below, packed, saved, with_flag

RECORD = dedent("""\
    # yaml-language-server: $schema=../../../schemas/calls/oproep-1.schema.json
    id: loket
    call: oproep-1
""")
FILES = {"submission.yml": RECORD, "README.md": "# Loket\n", "annexes/plan.txt": "Plan.\n"}
AS_THEY_ARE = {name: text.encode() for name, text in FILES.items()}
SAYS_UTF8 = 0x800


def dossier(folder: Path, raw: bytes, *, call: str | None = None, id: str | None = None) -> Dossier:
    return dossier_in(read_zip(saved(folder, raw)), call, id)


@pytest.mark.parametrize(
    "prefix",
    [
        "",
        "./",
        "loket/",
        "Mijn dossier (1)/",
        "submissions/oproep-1/loket/",
        "programma-main/submissions/oproep-1/loket/",
    ],
)
def test_every_shape_gives_the_same_files(tmp_path: Path, prefix: str) -> None:
    found = dossier(tmp_path, packed(below(prefix, FILES)))
    assert found.files == AS_THEY_ARE
    assert found.folder == "submissions/oproep-1/loket"
    assert found.paths["submissions/oproep-1/loket/README.md"] == b"# Loket\n"


def test_a_zip_with_backslashes_is_read_as_windows_means_it(tmp_path: Path) -> None:
    names = {name.replace("/", "\\"): text for name, text in below("loket/", FILES).items()}
    found = dossier(tmp_path, packed({"loket\\annexes\\": "", **names}, system=DOS))
    assert found.files == AS_THEY_ARE


def test_folders_of_their_own_in_the_zip_change_nothing(tmp_path: Path) -> None:
    folders = {"./": "", "loket/": "", "loket/annexes/": ""}
    assert dossier(tmp_path, packed({**folders, **below("loket/", FILES)})).files == AS_THEY_ARE


def test_what_a_computer_adds_is_left_out_and_said(tmp_path: Path) -> None:
    added = (
        "__MACOSX/loket/._README.md",
        "loket/.DS_Store",
        "loket/annexes/Thumbs.db",
        "loket/annexes/desktop.ini",
        "loket/annexes/~$plan.docx",
        "loket/annexes/.~lock.plan.odt#",
    )
    found = dossier(tmp_path, packed({**below("loket/", FILES), **dict.fromkeys(added, "x")}))
    assert (found.files, found.left_out) == (AS_THEY_ARE, tuple(sorted(added)))


def test_what_only_the_office_writes_is_left_out_and_said(tmp_path: Path) -> None:
    of_office = ("admissibility.yml", "assessments/jury.yml", "receipt.yml")
    found = dossier(tmp_path, packed({**FILES, **dict.fromkeys(of_office, "x: y\n")}))
    assert (found.files, found.left_out) == (AS_THEY_ARE, of_office)


def test_an_accent_is_written_in_one_form(tmp_path: Path) -> None:
    found = dossier(tmp_path, packed({**FILES, "annexes/e\u0301e\u0301n.txt": "x"}))
    assert "annexes/één.txt" in found.files


def test_a_name_in_utf_8_that_does_not_say_so_is_read(tmp_path: Path) -> None:
    named = packed({**FILES, "annexes/één.txt": "x"})
    silent = bytearray(with_flag(named, SAYS_UTF8))
    for mark, offset in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        place = silent.find(mark)
        while place >= 0:
            silent[place + offset] = 0
            place = silent.find(mark, place + 1)
    assert "annexes/één.txt" in dossier(tmp_path, bytes(silent)).files


def test_a_name_in_the_signs_of_windows_is_read(tmp_path: Path) -> None:
    ascii_only = packed({**FILES, "annexes/XXn.txt": "x"}, system=DOS)
    raw = ascii_only.replace(b"annexes/XXn.txt", "annexes/één.txt".encode("cp850"))
    assert "annexes/één.txt" in dossier(tmp_path, raw).files


@pytest.mark.parametrize(
    ("record", "prefix", "call", "id"),
    [
        (RECORD, "", Told("oproep-1", Where.FIELD), Told("loket", Where.FIELD)),
        (
            RECORD.replace("call:", "oproep:"),
            "loket/",
            Told("oproep-1", Where.SCHEMA),
            Told("loket", Where.FIELD),
        ),
        (
            "title: Loket\n",
            "submissions/oproep-2/ander/",
            Told("oproep-2", Where.PATH),
            Told("ander", Where.PATH),
        ),
        (
            "call: oproep-1\n",
            "ander-loket/",
            Told("oproep-1", Where.FIELD),
            Told("ander-loket", Where.FOLDER),
        ),
        (
            RECORD,
            "submissions/oproep-2/ander/",
            Told("oproep-1", Where.FIELD),
            Told("loket", Where.FIELD),
        ),
    ],
)
def test_the_surest_name_counts(
    tmp_path: Path, record: str, prefix: str, call: Told, id: Told
) -> None:
    found = dossier(tmp_path, packed(below(prefix, {"submission.yml": record})))
    assert (found.call, found.id) == (call, id)


def test_a_record_with_a_fault_in_its_yaml_still_tells_what_it_is(tmp_path: Path) -> None:
    record = "id: 'loket'\r\ncall: oproep-1\r\n\ttitle: [\r\n"
    found = dossier(tmp_path, packed({"submission.yml": record}))
    assert found.submission == "oproep-1/loket"


def test_what_is_given_wins(tmp_path: Path) -> None:
    found = dossier(tmp_path, packed(FILES), call="oproep-2", id="ander")
    assert found.submission == "oproep-2/ander"
    assert {found.call.where, found.id.where} == {Where.OPTION}


@pytest.mark.parametrize(
    ("line", "id", "expected"),
    [
        ("id: loket", "ander", "id: ander"),
        ("\ufeffid:  'loket'  # de map\r", "ander", "\ufeffid:  ander  # de map\r"),
        ('id: "loket"', "2026", 'id: "2026"'),
        ('id: "loket"', "loket", 'id: "loket"'),
        ("id: Mijn loket", "ander", "id: Mijn loket"),
        ("id:\n  loket", "ander", "id:\n  loket"),
        ('title: "\nid: loket\n"\nid: loket', "ander", 'title: "\nid: loket\n"\nid: loket'),
    ],
)
def test_an_id_that_is_given_stands_in_the_record_too(
    tmp_path: Path, line: str, id: str, expected: str
) -> None:
    """The id must be that of the folder (GZG220); no other byte of the record changes."""
    record = "{}\n# Van ons\ncall: oproep-1\nrequested: 1_0 # id: loket\n"
    found = dossier(tmp_path, packed({"submission.yml": record.format(line)}), id=id)
    assert found.files["submission.yml"].decode() == record.format(expected)


def test_an_id_that_cannot_be_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusalError) as caught:
        dossier(tmp_path, packed(FILES), id="Mijn loket")
    assert caught.value.problem == Problem.NOT_AN_ID


def test_an_annex_may_be_called_as_the_record(tmp_path: Path) -> None:
    files = {**FILES, "annexes/submission.yml": "x: y\n"}
    assert set(dossier(tmp_path, packed(files)).files) == set(files)


def test_every_difference_of_two_versions_is_told() -> None:
    old = {"a.yml": b"x: 1\ny: 2\n", "b.pdf": b"1", "c.md": b"weg", "d.md": b"zelfde"}
    new = {"a.yml": b"x: 1\ny: 3\nz: 4\n", "b.pdf": b"2", "d.md": b"zelfde", "e.md": b"nieuw"}
    assert differences(old, new) == (
        Difference("~", "a.yml", 2, 1),
        Difference("~", "b.pdf"),
        Difference("-", "c.md"),
        Difference("+", "e.md"),
    )
