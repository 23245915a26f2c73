"""`gzg new submission` as a person meets it: in a terminal, with interruptions, to the end."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from gzg.repository.yaml_text import parse
from tests.commands.processes import gzg
from tests.golden import same_as
from tests.wizard.programmes import RECORD_ANSWERS, TEXT_QUESTIONS, copied, story
from tests.wizard.pseudo_terminal import PseudoTerminal

NEW = ("new", "submission", "oefenoproep")
FIRST = ("Projectnaam", "Samenvatting", "Focus", "Domeinen", "Geplande start", "Gepland einde")


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    return copied(tmp_path)


def said(terminal: PseudoTerminal) -> str:
    """What was shown before the next answer, however long its lines."""
    return " ".join(terminal.asked().split())


def answer(terminal: PseudoTerminal, answers: Iterable[tuple[str, str]]) -> None:
    for question, typed in answers:
        assert question in said(terminal)
        terminal.type(typed)


def tell(terminal: PseudoTerminal, questions: Iterable[str]) -> None:
    for question in questions:
        assert question in said(terminal)
        for line in (*story(question).splitlines(), "."):
            terminal.type(line)
            if line != ".":
                terminal.asked()


def test_a_dossier_is_typed_from_nothing_in_three_sittings(programme: Path) -> None:
    with PseudoTerminal(*NEW, cwd=programme) as terminal:
        assert "Hoe noemt u dit dossier" in said(terminal)
        terminal.type("Markt-loket!")
        answer(terminal, RECORD_ANSWERS[:12])
        terminal.asked()
        terminal.interrupt()
        assert terminal.ended() == 130
        assert "gzg new submission oefenoproep markt-loket" in terminal.shown
    assert not (programme / "submissions/oefenoproep/markt-loket").exists()

    with PseudoTerminal(*NEW, cwd=programme) as terminal:
        assert "1. markt-loket" in said(terminal)
        terminal.type("1")
        answer(terminal, RECORD_ANSWERS[12:])
        tell(terminal, TEXT_QUESTIONS[:4])
        assert TEXT_QUESTIONS[4] in said(terminal)
        terminal.type("Deze halve zin gaat niet verloren")
        terminal.asked()
        terminal.crash()
        assert terminal.ended() == -9

    with PseudoTerminal(*NEW, "markt-loket", cwd=programme) as terminal:
        tell(terminal, TEXT_QUESTIONS[5:])
        assert TEXT_QUESTIONS[4] in said(terminal)
        terminal.type("ja")
        assert "Deze halve zin gaat niet verloren" in said(terminal)
        terminal.type("verder")
        for line in story("wie het gebruikt").splitlines():
            terminal.asked()
            terminal.type(line)
        terminal.asked()
        terminal.type(".")
        assert terminal.ended() == 0
        assert "gzg check heeft er niets op aan te merken" in terminal.shown
        assert "is openbaar en blijft dat" in terminal.shown

    checked = gzg("check", "submissions/oefenoproep/markt-loket", cwd=programme)
    assert (checked.stdout, checked.returncode) == (
        "In orde: 1 record gelezen, geen opmerkingen.\n",
        0,
    )
    folder = programme / "submissions/oefenoproep/markt-loket"
    golden = Path(__file__).with_name("golden") / "markt-loket.yml"
    assert same_as(golden, (folder / "submission.yml").read_text("utf-8"))
    text = (folder / "README.md").read_text("utf-8")
    assert "### Voor wie\n\nDeze halve zin gaat niet verloren\nZin 1 van wie" in text
    assert not list((programme / ".gzg/drafts/oefenoproep").iterdir())


def test_what_is_wrong_is_told_at_once_and_asked_again(programme: Path) -> None:
    with PseudoTerminal(*NEW, "loket", cwd=programme) as terminal:
        answer(terminal, [("Projectnaam", "?")])
        assert "later (deze vraag later beantwoorden)" in said(terminal)
        terminal.type("Loket")
        answer(terminal, [("Samenvatting", "later"), ("Focus", "parkeren")])
        assert "GZG301" in said(terminal)
        terminal.type("terug")
        answer(terminal, [("Samenvatting", "Een loket."), ("Focus", "werkplek")])
        answer(terminal, [("Domeinen", ""), ("Geplande start", "32 mei 2026")])
        shown = said(terminal)
        assert "Typ de dag, de maand en het jaar, zoals 1 september 2026" in shown
        assert "GZG104" in shown
        terminal.type("1 mei 2026")
        answer(terminal, [("Gepland einde", "30 april 2028"), ("Gevraagd bedrag", "180.000")])
        assert "Deze oproep geeft ten hoogste 150.000 euro." in said(terminal)
        terminal.type("120.000")
        answer(terminal, [("→ 120.000 euro", "40.000"), ("Partijen 1", "lindekerk")])
        assert "Bedoelt u Voorbeeldgemeente Lindekerke (oefening) (Gemeente)?" in said(terminal)
        terminal.type("ja")
        answer(terminal, [("– Rol", "penhouder"), ("– Taak", ""), ("– Aandeel", "100.000")])
        answer(terminal, [("Nog te verdelen: 40.000 euro", "stop")])
        assert terminal.ended() == 130

    draft = parse((programme / ".gzg/drafts/oefenoproep/loket.yml").read_text("utf-8"))[0]
    assert draft["submission"] == {
        "title": "Loket",
        "summary": "Een loket.",
        "focus": "werkplek-van-de-toekomst",
        "begins": "2026-05-01",
        "ends": "2028-04-30",
        "requested": 120000,
        "own_contribution": 40000,
        "parties": [{"organisation": "demo-lindekerke", "role": "lead", "share": 100000}],
    }


def test_sums_that_do_not_agree_are_told_when_the_list_is_complete(programme: Path) -> None:
    wrong = [
        ("– Aandeel", "30.000") if each == ("– Aandeel", "40.000") else each
        for each in RECORD_ANSWERS
    ]
    with PseudoTerminal(*NEW, "loket", cwd=programme) as terminal:
        answer(terminal, wrong[:19])
        shown = terminal.asked()
        assert "GZG231" in shown
        number = next(
            line.split(".")[0].strip() for line in shown.splitlines() if ": 30.000 euro" in line
        )
        terminal.type(number)
        answer(terminal, [("Nu staat er: 30.000 euro", "40.000")])
        assert "Begroting 1 – Partij" in said(terminal)


def test_a_resubmission_is_asked_about_every_recommendation(programme: Path) -> None:
    earlier = "oefenoproep-vorig/digitaal-loket"
    settings = ("--set", f"resubmission_of={earlier}", "--set", "title=Loket")
    with PseudoTerminal(*NEW, "loket", *settings, cwd=programme) as terminal:
        for question in ("Samenvatting", "Focus", "Domeinen", "Geplande start", "Gepland einde"):
            answer(terminal, [(question, "later")])
        for question in ("Gevraagd bedrag", "Eigen inbreng", "Partijen 1", "Begroting 1"):
            answer(terminal, [(question, "later")])
        for question in ("Succesmeting 1", "resultaten 1", "Bouwstenen 1", "Standaarden"):
            answer(terminal, [(question, "later")])
        answer(
            terminal, [("Meet hoe lang verenigingen vandaag op een antwoord wachten", "Gemeten.")]
        )
        answer(terminal, [("Betrek verenigingen zonder digitaal sterke", "Zie Pitch.")])
        answer(terminal, [("Zeg wie het loket na het project beheert", "later")])
        answer(terminal, [("Zoek minstens één bestuur", "Gevonden.")])
        answer(terminal, [("Samenwerkingsovereenkomst – Datum", "stop")])
        assert terminal.ended() == 130

    draft = parse((programme / ".gzg/drafts/oefenoproep/loket.yml").read_text("utf-8"))[0]
    assert draft["submission"]["resubmission_of"] == earlier
    assert draft["submission"]["answers"] == [
        {"recommendation": "nulmeting", "answer": "Gemeten."},
        {"recommendation": "verenigingen-betrekken", "answer": "Zie Pitch."},
        {"recommendation": "derde-bestuur", "answer": "Gevonden."},
    ]


def test_an_amount_that_cannot_be_read_is_told_as_a_person_types_it(programme: Path) -> None:
    with PseudoTerminal(*NEW, "loket", cwd=programme) as terminal:
        answer(terminal, [*((title, "later") for title in FIRST), ("Gevraagd bedrag", "veel")])
        assert "Typ het bedrag in cijfers, zoals 120.000" in said(terminal)


def test_stop_is_understood_where_an_answer_is_changed(programme: Path) -> None:
    wrong = [
        ("– Aandeel", "30.000") if each == ("– Aandeel", "40.000") else each
        for each in RECORD_ANSWERS
    ]
    with PseudoTerminal(*NEW, "loket", cwd=programme) as terminal:
        answer(terminal, wrong[:19])
        assert "Welk antwoord wilt u veranderen?" in said(terminal)
        terminal.type("stop")
        assert terminal.ended() == 130
        assert "gzg new submission oefenoproep loket" in terminal.shown


def test_an_organisation_that_nobody_knows_is_told_as_such(programme: Path) -> None:
    answers = [(title, "later") for title in (*FIRST, "Gevraagd bedrag", "Eigen inbreng")]
    with PseudoTerminal(*NEW, "loket", cwd=programme) as terminal:
        answer(terminal, [*answers, ("Partijen", "Dienst Nergens & Co.")])
        assert "geen organisatie “Dienst Nergens & Co.”. Typ terug" in said(terminal)
        terminal.type("terug")
        assert "Welke organisatie?" in said(terminal)
