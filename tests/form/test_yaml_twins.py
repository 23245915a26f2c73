"""The YAML of the browser is that of the terminal, byte for byte, whatever is in it."""

from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gzg.diagnostics import FieldPath
from gzg.wizard.plain_data import paths_in
from gzg.wizard.yaml_writer import written
from tests.form.core import Core, encoded
from tests.wizard.test_yaml_writer import awkward, records, texts

CASES = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
"""The fixture is one process for the whole run: nothing of one case is left for the next."""

LINES = st.lists(st.one_of(texts, awkward).map(lambda text: text.replace("\n", " ")), max_size=2)


def in_javascript(
    core: Core,
    data: Mapping[str, object],
    comments: Mapping[FieldPath, list[str]],
    ending: list[str],
) -> str:
    above = [[list(path), lines] for path, lines in comments.items()]
    found = core.ask("written", data=encoded(data), comments=above, ending=ending)
    assert isinstance(found, str)
    return found


def keeps_its_order(data: object) -> bool:
    """Objects in JavaScript put keys that are whole numbers first; records have no such keys."""
    return not any(
        str(step).isdecimal()
        for path in paths_in(data)
        for step in path[::1]
        if isinstance(step, str)
    )


@CASES
@given(records.filter(keeps_its_order))
def test_data_are_written_alike(core: Core, data: dict[str, object]) -> None:
    assert in_javascript(core, data, {}, []) == written(data)


@CASES
@given(st.data(), records.filter(keeps_its_order), LINES)
def test_comments_are_written_alike(
    core: Core, draw: st.DataObject, data: dict[str, object], ending: list[str]
) -> None:
    paths = draw.draw(st.lists(st.sampled_from(sorted(paths_in(data), key=str)), max_size=4))
    comments: dict[FieldPath, list[str]] = {path: draw.draw(LINES) for path in paths}

    assert in_javascript(core, data, comments, ending) == written(data, comments, ending)


@CASES
@given(st.one_of(texts, awkward), st.integers(0, 40))
def test_long_texts_are_folded_alike(core: Core, text: str, times: int) -> None:
    data = {"summary": " ".join([text] * times)}

    assert in_javascript(core, data, {}, []) == written(data)
