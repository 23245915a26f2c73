"""An unfinished dossier before the judges: what is wrong is told, not what is still to come."""

from datetime import UTC, datetime
from typing import Any

import pytest

from gzg.commands.options import open_catalogue
from gzg.model.submission import Submission
from gzg.texts import Language
from gzg.wizard.draft import Draft, read_yaml
from gzg.wizard.judgement import Judges
from tests.wizard.programmes import ROOT

CATALOGUE = open_catalogue(ROOT)
GOOD: dict[str, Any] = dict(
    read_yaml(ROOT / "submissions/oefenoproep/digitaal-loket/submission.yml").data
)
FIELDS = [name for name in Submission.model_fields if name in GOOD and name not in {"id", "call"}]


def judges() -> Judges:
    assert CATALOGUE.programme is not None
    now = datetime(2026, 3, 1, tzinfo=UTC)
    call = CATALOGUE.calls["oefenoproep"]
    return Judges(CATALOGUE, call, CATALOGUE.programme, now, Language.NL)


def codes(data: dict[str, Any]) -> list[tuple[str, str]]:
    found = judges().remarks(Draft("oefenoproep", "proef", data))
    return [(each.code, ".".join(map(str, each.path))) for each in found]


@pytest.mark.parametrize("count", range(len(FIELDS) + 1))
def test_nothing_is_said_of_a_good_dossier_however_far_it_is(count: int) -> None:
    assert codes({name: GOOD[name] for name in FIELDS[:count]}) == []


@pytest.mark.parametrize("name", FIELDS)
def test_nothing_is_said_of_one_good_answer(name: str) -> None:
    assert codes({name: GOOD[name]}) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"requested": 180000}, [("GZG221", "requested")]),
        ({"focus": "parkeren"}, [("GZG301", "focus")]),
        ({"begins": "2026-02-30"}, [("GZG104", "begins")]),
        ({"requested": "veel"}, [("GZG105", "requested")]),
        ({"requested": 100000, "own_contribution": 10}, [("GZG235", "own_contribution")]),
        ({"summary": "Bel 0475 12 34 56."}, [("GZG514", "summary")]),
        ({"begins": "2026-09-01", "ends": "2026-08-01"}, [("GZG236", "ends")]),
    ],
)
def test_a_wrong_answer_is_told_at_once(
    changed: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert codes(changed) == expected
