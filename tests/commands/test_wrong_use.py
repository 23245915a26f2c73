"""Wrong use, told wholly in the reader's language, and what each page of help says."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gzg.cli import COMMANDS, application, run
from gzg.commands.options import help_language
from gzg.texts import Language
from tests.commands.processes import gzg

ENGLISH = re.compile(r"\b(?:the|option|options|default|required|show|this|exit|usage|such)\b", re.I)

USES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("chek",),
        "Het commando “chek” bestaat niet. Bedoelde u gzg check / gzg schema?",
        "There is no command “chek”. Did you mean gzg check / gzg schema?",
    ),
    (
        ("doe-iets",),
        "Het commando “doe-iets” bestaat niet. Typ gzg --help voor wat er kan.",
        "There is no command “doe-iets”. Type gzg --help for what there is.",
    ),
    (
        ("check", "--sinds", "main"),
        "De optie --sinds bestaat niet. Bedoelde u --since?",
        "There is no option --sinds. Did you mean --since?",
    ),
    (
        ("check", "--xyz"),
        "De optie --xyz bestaat niet. Typ gzg check --help voor wat er kan.",
        "There is no option --xyz. Type gzg check --help for what there is.",
    ),
    (
        ("figures", "--format", "xml"),
        "“xml” past niet bij --format. Kies uit text en json.",
        "“xml” does not fit --format. Choose from text and json.",
    ),
    (
        ("serve", "--port", "70000"),
        "“70000” past niet bij --port. Geef een geheel getal van 1 tot en met 65535.",
        "“70000” does not fit --port. Give a whole number from 1 to 65535.",
    ),
    (
        ("explain",),
        "Er ontbreekt iets: CODE. Typ gzg explain --help voor hoe het moet.",
        "Something is missing: CODE. Type gzg explain --help for how it goes.",
    ),
    (
        ("explain", "GZG101", "GZG102"),
        "Dit is te veel: GZG102. Typ gzg explain --help voor hoe het moet.",
        "This is too much: GZG102. Type gzg explain --help for how it goes.",
    ),
    (
        ("explain", "101"),
        "Er is geen regel 101. Bedoelde u GZG101?",
        "There is no rule 101. Did you mean GZG101?",
    ),
    (
        ("check", "--select", "abc"),
        "Er is geen regel ABC. Elke melding van gzg check noemt haar code, zoals GZG101.",
        "There is no rule ABC. Every diagnostic of gzg check names its code, such as GZG101.",
    ),
    (
        ("check", "--at", "morgen"),
        "“morgen” is geen tijdstip. Schrijf het als 2022-07-01 of 2022-07-01T12:00.",
        "“morgen” is not a time. Write it as 2022-07-01 or 2022-07-01T12:00.",
    ),
    (
        ("check", "--since"),
        "Na --since hoort een waarde. Typ gzg --help voor hoe het moet.",
        "A value belongs after --since. Type gzg --help for how it goes.",
    ),
    (
        ("schema", "--check=ja"),
        "Bij --check hoort geen waarde. Schrijf alleen --check.",
        "No value belongs to --check. Write only --check.",
    ),
)


@pytest.fixture(scope="module")
def programme() -> Path:
    return Path(__file__).parents[1] / "rules/smallest"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("words", "nl", "en"), USES, ids=[" ".join(use[0]) for use in USES])
def test_wrong_use_is_told_in_the_readers_language(
    words: tuple[str, ...],
    nl: str,
    en: str,
    language: Language,
    programme: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(programme)
    monkeypatch.setenv("GZG_LANG", language)
    monkeypatch.setattr("sys.argv", ["gzg", *words])
    assert run(application(words[0])) == 2
    assert capsys.readouterr() == ("", f"{nl if language is Language.NL else en}\n")


def test_a_language_that_gzg_does_not_speak_is_wrong_use(programme: Path) -> None:
    done = gzg("check", "--lang", "fr", cwd=programme)
    assert (done.returncode, done.stderr) == (2, "“fr” past niet bij --lang. Kies uit nl en en.\n")
    assert gzg("check", cwd=programme, GZG_LANG="fr").stderr == done.stderr


def test_the_language_may_stand_anywhere(programme: Path) -> None:
    card = ("explain", "GZG503")
    expected = gzg(*card, "--lang", "en", cwd=programme).stdout
    assert expected.startswith("# GZG503 – A heading")
    assert gzg("--lang", "en", *card, cwd=programme).stdout == expected
    assert gzg(*card, cwd=programme, GZG_LANG="en").stdout == expected
    assert gzg("--lang", "en", *card, cwd=programme, GZG_LANG="nl").stdout == expected
    assert gzg(*card, "--lang", "nl", cwd=programme, GZG_LANG="en").stdout != expected


@pytest.mark.parametrize(
    ("words", "variable", "language"),
    [
        ([], "", Language.NL),
        ([], "en", Language.EN),
        (["--lang", "en"], "", Language.EN),
        (["check", "--lang=en"], "nl", Language.EN),
        (["check", "--lang"], "en", Language.NL),
        (["--lang", "fr"], "", Language.NL),
    ],
)
def test_the_language_of_help_is_known_before_the_options_are_read(
    words: list[str], variable: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GZG_LANG", variable)
    assert help_language(words) is language


def test_help_is_wholly_in_one_language(programme: Path) -> None:
    dutch, english = (
        gzg("--help", cwd=programme, GZG_LANG=language).stdout for language in Language
    )
    assert dutch.startswith("Gebruik: gzg [OPTIE]... COMMANDO ...\n")
    assert english.startswith("Usage: gzg [OPTION]... COMMAND ...\n")
    assert re.findall(r"^\S.*:$", dutch, re.MULTILINE) == ["Opties:", "Commando’s:"]
    assert re.findall(r"^\S.*:$", english, re.MULTILINE) == ["Options:", "Commands:"]
    assert not ENGLISH.search(dutch)
    assert "--help        Toon deze uitleg.\n" in dutch
    assert re.findall(r"^  ([a-z-]+)  ", dutch.split("Commando’s:")[1], re.MULTILINE) == list(
        COMMANDS
    )


def test_no_word_at_all_shows_the_help(programme: Path) -> None:
    done = gzg(cwd=programme)
    assert (done.returncode, done.stdout) == (0, gzg("--help", cwd=programme).stdout)


def test_the_page_of_a_command_names_its_arguments_and_options(programme: Path) -> None:
    page = gzg("check", "--help", "--lang", "en", cwd=programme).stdout
    assert page.startswith("Usage: gzg check [OPTION]... [PATH]...\n\n  Check records.\n")
    assert "  --format text|json" in page
    assert "  --since REF" in page


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_in_dutch(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GZG_LANG", raising=False)
    page = CliRunner().invoke(application(), [name, "--help"]).output
    assert page.startswith("Gebruik: ")
    assert "  --help" in page
    assert not ENGLISH.search(page)
