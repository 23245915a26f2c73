"""What differs between two versions of a dossier, and what choices make of it."""

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.form.core import Core

GENT = {"organisation": "gent", "role": "lead", "share": "100"}
AALST = {"organisation": "aalst", "role": "initiator", "share": "50"}
DEINZE = {"organisation": "deinze", "role": "initiator"}


def dossier(data: Mapping[str, object], texts: Mapping[str, str] | None = None) -> dict[str, Any]:
    comments: dict[str, list[str]] = {"above": [], "ending": []}
    return {
        "id": "loket",
        "call": "oefenoproep",
        "data": data,
        "texts": texts or {},
        "comments": comments,
    }


def merged(
    core: Core,
    mine: Mapping[str, object],
    theirs: Mapping[str, object],
    base: Mapping[str, object] | None = None,
    sides: Mapping[str, str] | None = None,
) -> Any:
    """The differences, and the dossier that is made of them."""
    common = dossier(base) if base is not None else None
    values = {"mine": dossier(mine), "theirs": dossier(theirs), "base": common}
    return core.ask("merge", **values, sides=sides or {})


def told(found: Any) -> list[tuple[str, object, object, object]]:
    return [
        (each["pattern"], each.get("mine"), each.get("theirs"), each.get("suggested"))
        for each in found["differences"]
    ]


def test_what_each_changed_alone_is_taken_from_each(core: Core) -> None:
    base = {"title": "Loket", "requested": "100", "parties": [GENT, AALST]}
    mine = {**base, "title": "Eén loket", "parties": [{**GENT, "share": "120"}, AALST]}
    theirs = {**base, "requested": "170", "parties": [GENT, {**AALST, "share": "70"}, DEINZE]}

    found = merged(core, mine, theirs, base)

    assert told(found) == [
        ("title", "Eén loket", "Loket", "mine"),
        ("requested", "100", "170", "theirs"),
        ("parties[].share", "120", "100", "mine"),
        ("parties[].share", "50", "70", "theirs"),
        ("parties[]", None, DEINZE, "theirs"),
    ]
    assert found["dossier"]["data"] == {
        "title": "Eén loket",
        "requested": "170",
        "parties": [{**GENT, "share": "120"}, {**AALST, "share": "70"}, DEINZE],
    }


def test_what_both_changed_is_asked(core: Core) -> None:
    found = merged(core, {"title": "Een"}, {"title": "Twee"}, {"title": "Nul"})
    assert told(found) == [("title", "Een", "Twee", None)]


def test_what_one_took_away_and_the_other_changed_is_asked(core: Core) -> None:
    changed = {**AALST, "share": "70"}
    found = merged(
        core, {"parties": [GENT]}, {"parties": [GENT, changed]}, {"parties": [GENT, AALST]}
    )
    assert told(found) == [("parties[]", None, changed, None)]


def test_what_one_took_away_goes(core: Core) -> None:
    found = merged(
        core, {"parties": [GENT, AALST]}, {"parties": [GENT]}, {"parties": [GENT, AALST]}
    )
    assert told(found) == [("parties[]", AALST, None, "theirs")]
    assert found["dossier"]["data"] == {"parties": [GENT]}


def test_without_a_common_version_nothing_is_thrown_away(core: Core) -> None:
    mine = {"title": "Een", "domains": ["parkeren"], "parties": [GENT]}
    theirs = {"title": "Twee", "domains": ["leefloon"], "parties": [AALST], "focus": "nabij"}

    found = merged(core, mine, theirs)

    assert ("title", "Een", "Twee", None) in told(found)
    assert found["dossier"]["data"] == {
        "title": "Een",
        "domains": ["leefloon", "parkeren"],
        "parties": [AALST, GENT],
        "focus": "nabij",
    }


def test_two_texts_can_both_stay(core: Core) -> None:
    mine, theirs = dossier({}, {"pitch/": "Een."}), dossier({}, {"pitch/": "Twee."})
    found = core.ask("merge", mine=mine, theirs=theirs, base=None, sides={"all": "both"})
    assert found["dossier"]["texts"] == {"pitch/": "Een.\n\nTwee."}


names = st.sampled_from(["gent", "aalst", "deinze", "ronse"])
amounts = st.sampled_from(["10", "20", "30"])
parties = st.lists(
    st.fixed_dictionaries({"organisation": names}, optional={"share": amounts, "task": names}),
    max_size=4,
    unique_by=lambda each: each["organisation"],
)
records = st.fixed_dictionaries(
    {},
    optional={
        "title": names,
        "requested": amounts,
        "domains": st.lists(names, min_size=1, max_size=3, unique=True),
        "parties": parties.filter(bool),
        "contact": st.fixed_dictionaries({"service": names}, optional={"mailbox": names}),
    },
)
EACH = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def said_by(item: object) -> str:
    return json.dumps(item, sort_keys=True)


def by_name(data: Any) -> Any:
    """Lists without their order: items are known by what they say."""
    return {
        name: sorted(value, key=said_by) if isinstance(value, list) else value
        for name, value in data.items()
    }


@EACH
@given(records, records, st.one_of(st.none(), records))
def test_one_side_for_all_is_that_version(core: Core, mine: Any, theirs: Any, base: Any) -> None:
    for side, version in (("mine", mine), ("theirs", theirs)):
        found = merged(core, mine, theirs, base, {"all": side})
        assert by_name(found["dossier"]["data"]) == by_name(version)


@EACH
@given(records, records)
def test_who_changed_nothing_has_nothing_to_choose(core: Core, base: Any, theirs: Any) -> None:
    found = merged(core, base, theirs, base)
    assert {each["suggested"] for each in found["differences"]} <= {"theirs"}
    assert by_name(found["dossier"]["data"]) == by_name(theirs)
