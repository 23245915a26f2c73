"""`gzg explain`: the card of a rule, whole, in either language."""

from pathlib import Path

import pytest

from gzg.rules.card import card_of
from gzg.texts import Language
from tests.commands.processes import gzg


@pytest.mark.parametrize("code", ["GZG503", "gzg503", " GZG503 "])
def test_the_card_is_shown_whole_wherever_one_stands(code: str, tmp_path: Path) -> None:
    done = gzg("explain", code, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# GZG503 – Een titel slaat een niveau over\n")
    for heading in ("## Waarom deze regel\n", "## Fout\n", "## Goed\n"):
        assert heading in done.stdout
    assert card_of("GZG503").why(Language.NL) in done.stdout


def test_the_card_is_shown_in_english(tmp_path: Path) -> None:
    done = gzg("explain", "GZG503", "--lang", "en", cwd=tmp_path)
    assert done.stdout.startswith("# GZG503 – A heading skips a level\n")
    assert card_of("GZG503").why(Language.EN) in done.stdout


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nl",
            "Er is geen regel GZG999. Elke melding van gzg check noemt haar code, zoals GZG101.",
        ),
        (
            "en",
            (
                "There is no rule GZG999. Every diagnostic of gzg check names its code,"
                " such as GZG101."
            ),
        ),
    ],
)
def test_of_a_code_that_does_not_exist_it_is_said_where_the_codes_stand(
    language: str, said: str, tmp_path: Path
) -> None:
    done = gzg("explain", "gzg999", "--lang", language, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{said}\n")
