"""Dossiers that nobody thought of, before both judges and in both writers."""

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from gzg.texts import Language
from tests.form.core import Core
from tests.form.corpus import PRACTICE
from tests.form.drawn import cases
from tests.form.judging import (
    Case,
    by_id,
    can_be_typed,
    dossier,
    files_of,
    judged_in_javascript,
    judged_in_python,
    teach,
)

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Europe/Brussels"))
TOGETHER = 12
"""Cases in one drawing: Python reads the programme once for all of them."""


@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # an example made smaller takes minutes
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(cases(), min_size=TOGETHER, max_size=TOGETHER))
def test_drawn_dossiers_are_written_and_judged_alike(core: Core, drawn: list[Case]) -> None:
    name = teach(core, PRACTICE, Language.EN)
    found = dict(by_id(drawn))
    judged = judged_in_python(PRACTICE, found, NOW)

    for id, case in found.items():
        written = core.ask("files", name=name, dossier=dossier(PRACTICE, id, case))
        if can_be_typed(case):
            assert written == files_of(PRACTICE, id, case, Language.EN)
        here = judged.found[id][Language.EN]
        there = judged_in_javascript(core, PRACTICE, name, id, case, NOW, judged)
        assert Counter(here) - Counter(there) == Counter(there) - Counter(here)
