"""`gzg new submission` without a terminal: it asks nothing, and says all that is wrong at once."""

from pathlib import Path

import pytest

from gzg.repository.yaml_text import parse
from tests.commands.processes import gzg
from tests.wizard.programmes import ROOT, TEXT_QUESTIONS, copied, story

MODEL = ROOT / "submissions/oefenoproep/digitaal-loket"
NEW = ("new", "submission", "oefenoproep")


def told() -> str:
    """A text with every part and heading of the practice call."""
    lines = ["# Een ander loket"]
    for question in TEXT_QUESTIONS:
        part, heading = question.split(": ")
        if f"## {part}" not in lines:
            lines += ["", f"## {part}"]
        lines += ["", f"### {heading}", "", story(heading)]
    return "\n".join(lines) + "\n"


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    return copied(tmp_path)


def test_a_dossier_from_another_is_written_and_passes_the_check(programme: Path) -> None:
    text = told()
    (programme / "tekst.md").write_text(text, "utf-8")

    made = gzg(
        *NEW, "nieuw-loket", "--from", str(MODEL / "submission.yml"), "--readme", "tekst.md",
        "--set", "title=Een ander loket", "--set", "begins=1 oktober 2026", cwd=programme,
    )  # fmt: skip

    assert (made.returncode, made.stderr) == (0, "")
    folder = programme / "submissions/oefenoproep/nieuw-loket"
    assert (folder / "README.md").read_text("utf-8") == text
    record = (folder / "submission.yml").read_text("utf-8")
    data = parse(record)[0]
    assert (data["id"], data["title"], data["begins"]) == (
        "nieuw-loket", "Een ander loket", "2026-10-01",
    )  # fmt: skip
    assert "# In een echt dossier staan hier de nummers van de accounts" in record
    checked = gzg("check", str(folder), cwd=programme)
    assert checked.returncode == 0, checked.stdout


def test_what_is_not_given_is_left_open_and_said(programme: Path) -> None:
    made = gzg(*NEW, "--title", "Markt in Gent", "--lead", "Gent", cwd=programme)

    assert made.returncode == 0
    assert "  - Samenvatting\n" in made.stdout
    record = (programme / "submissions/oefenoproep/markt-in-gent/submission.yml").read_text("utf-8")
    assert record.startswith(
        "# yaml-language-server: $schema=../../../schemas/calls/oefenoproep.schema.json\n"
        "id: markt-in-gent\ncall: oefenoproep\ntitle: Markt in Gent\n"
        "# summary: nog in te vullen (Samenvatting)\n"
    )
    assert (programme / "schemas/calls/oefenoproep.schema.json").is_file()


def test_all_that_is_wrong_is_told_together_and_nothing_is_written(programme: Path) -> None:
    made = gzg(
        *NEW, "fout", "--lead", "demo-softwarehuis", "--set", "requested=180.000",
        "--set", "begins=gisteren", "--set", "focus=parkeren", cwd=programme,
    )  # fmt: skip

    assert made.returncode == 1
    assert made.stdout == ""
    assert [line.split(":")[0] for line in made.stderr.splitlines()] == ["begins"]
    again = gzg(
        *NEW, "fout", "--lead", "demo-softwarehuis", "--set", "requested=180.000",
        "--set", "focus=parkeren", cwd=programme,
    )  # fmt: skip
    assert [line.split(":")[0] for line in again.stderr.splitlines()] == [
        "focus", "requested", "parties.0.organisation",
    ]  # fmt: skip
    assert not (programme / "submissions/oefenoproep/fout").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x", "--set", "requestd=5"], "Bedoelde u requested?"),
        (["x", "--set", "parties.0.rol=lead"], "Bedoelde u parties.0.role?"),
        (["x", "--lead", "duinmeer"], "demo-duinmeer / demo-ocmw-duinmeer"),
        (["x", "--from", "nergens.yml"], "nergens.yml kan niet gelezen worden."),
        (["Mijn Loket"], "zoals “mijn-loket”"),
        (["../x"], "zoals “x”"),
        (["digitaal-loket"], "De map submissions/oefenoproep/digitaal-loket bestaat al."),
        ([], "Zeg hoe het dossier heet"),
    ],
)
def test_wrong_use_is_told_with_what_to_do(
    programme: Path, arguments: list[str], said: str
) -> None:
    made = gzg(*NEW, *arguments, cwd=programme)

    assert (made.returncode, made.stdout) == (2, "")
    assert said in made.stderr


def test_an_unknown_or_closed_call_is_refused(programme: Path) -> None:
    unknown = gzg("new", "submission", "oefenoprep", "x", cwd=programme)
    closed = gzg("new", "submission", "oproep-4", "x", cwd=programme)

    assert (unknown.returncode, unknown.stderr) == (
        2, "Er is geen oproep oefenoprep. Bedoelde u oefenoproep?\n",
    )  # fmt: skip
    assert closed.returncode == 2
    assert "Oproep oproep-4 sloot op" in closed.stderr


def test_a_folder_that_is_there_is_never_touched(programme: Path) -> None:
    before = {
        path: path.read_bytes() for path in (programme / "submissions").rglob("*") if path.is_file()
    }

    gzg(*NEW, "digitaal-loket", "--title", "Iets anders", cwd=programme)

    after = {
        path: path.read_bytes() for path in (programme / "submissions").rglob("*") if path.is_file()
    }
    assert after == before


def test_it_speaks_english(programme: Path) -> None:
    made = gzg(*NEW, "desk", "--title", "A desk", "--lang", "en", cwd=programme)

    assert "This is still to be filled in:\n  - Summary\n" in made.stdout
    record = (programme / "submissions/oefenoproep/desk/submission.yml").read_text("utf-8")
    assert "# summary: still to be filled in (Summary)\n" in record
