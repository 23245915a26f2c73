"""What people type in a form, as the data of a dossier: the same that a file would hold."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from gzg.issue_form.body import filled
from gzg.issue_form.fields import FormField, Shape, fields
from gzg.issue_form.lines import MOST_LINES, lines_of
from gzg.issue_form.problem import ProblemName
from gzg.issue_form.reading import Reader, Reading
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree, WorkingTree
from gzg.texts import Language
from gzg.wizard.draft import Draft
from gzg.wizard.setting import Setting
from tests.intake.programme import COLLEAGUE, DOSSIER, OWNER, dossier, files
from tests.issue_form.forms import EMPTY, RECORD, form

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2022, 6, 15, 8, 30, tzinfo=UTC)


def setting(found: Catalogue, call: str, language: Language = Language.NL) -> Setting:
    assert found.programme is not None
    return Setting(found, found.calls[call], found.programme, NOW, language)


def reader(made: Setting) -> Reader:
    return Reader(made, fields(made.call, made.programme, made.language), OWNER)


def read(text: str) -> Reading:
    raw = {path: content.encode() for path, content in files().items()}
    mine = reader(setting(Catalogue(Repository(MemoryTree(raw))), "oproep-1"))
    return mine.read(Draft("oproep-1", "loket"), filled(text, mine.fields))


def parties(text: str) -> object:
    return read(form(Partijen=text)).draft.answer(("parties",))


def test_a_form_gives_what_the_file_would_hold() -> None:
    found = read(form())
    wanted = yaml.safe_load(dossier()[DOSSIER])
    wanted["budget"][1]["title"] = "Ontwikkeling; ook de toetsen"
    dates = {name: str(wanted[name]) for name in ("begins", "ends")}
    given = {name: wanted[name] for name in wanted if name not in {"id", "call"}}
    assert found.draft.data == given | dates
    assert found.problems == []


PARTIES = [
    {"organisation": "lindekerke", "role": "lead", "share": 80000, "own_contribution": 25000},
    {"organisation": "waterveld", "role": "initiator", "share": 40000},
]


@pytest.mark.parametrize(
    "text",
    [
        "Lindekerke; Penhouder; 80.000; 25.000\nWaterveld; Initiatiefnemer; 40.000",
        "- lindekerke;lead;80000;25000\n\n- waterveld ;initiator; € 40.000 ;;",
        "1. Lindekerke; Penhouder; 80 000; 25 000; -\n2. Waterveld; Initiatiefnemer; 40 000; -; -",
        "Lindekerke\tPenhouder\t80.000\t25.000\nWaterveld\tInitiatiefnemer\t40.000\t\t",
        (
            "| Organisatie | Rol | Aandeel | Eigen inbreng |\n| --- | --- | ---: | --- |\n"
            "| Lindekerke | Penhouder | 80.000 | 25.000 |\n"
            "| Waterveld | Initiatiefnemer | 40.000 | |"
        ),
    ],
    ids=["semicolons", "bullets", "numbers", "spreadsheet", "table"],
)
def test_a_list_is_read_in_any_shape_that_people_paste(text: str) -> None:
    assert parties(text) == PARTIES


def test_a_line_that_says_nothing_makes_no_item_and_moves_no_other() -> None:
    text = (
        "; ;\n-\n; , ;\nLindekerke; Penhouder; 80.000; 25.000\n\nWaterveld; Initiatiefnemer; 40.000"
    )
    found = read(form(Partijen=text))
    assert found.draft.answer(("parties",)) == [{"role": ","}, *PARTIES]
    assert found.lines["parties", 2] == 6


def test_a_line_with_too_little_is_kept_for_the_rules_to_judge() -> None:
    assert parties("Lindekerke") == [{"organisation": "lindekerke"}]
    assert parties("; Penhouder") == [{"role": "lead"}]


def test_what_cannot_be_understood_stays_as_it_was_typed() -> None:
    assert parties("Nergenshuizen; baas; veel") == [
        {"organisation": "nergenshuizen", "role": "baas", "share": "veel"}
    ]


def test_a_name_that_is_nearly_an_organisations_is_asked_again() -> None:
    found = read(form(Partijen="Waterveld; Penhouder\nLindekerk; Initiatiefnemer"))
    (problem,) = found.problems
    assert (problem.name, problem.line) == (ProblemName.SEVERAL_ORGANISATIONS, 2)
    assert problem.values == {"name": "Lindekerk", "ids": "lindekerke"}


def test_the_account_of_who_hands_in_is_always_among_those_that_may_change_it() -> None:
    assert read(form()).draft.answer(("accounts",)) == [OWNER]
    named = read(form(Accounts=f"{COLLEAGUE}, {OWNER}"))
    assert named.draft.answer(("accounts",)) == [OWNER, COLLEAGUE]


def test_a_box_that_is_not_ticked_is_told() -> None:
    (problem,) = read(form(Openbaar="- [ ] Alle partijen weten dat.")).problems
    assert problem.name is ProblemName.NOT_TICKED


def test_a_list_without_end_is_not_read_to_the_end() -> None:
    found = read(form(Begroting="Lindekerke; 2022; 1; Kost\n" * 5000))
    (problem,) = found.problems
    assert (problem.name, problem.line) == (ProblemName.TOO_MANY_LINES, MOST_LINES + 1)
    costs = found.draft.answer(("budget",))
    assert isinstance(costs, list)
    assert len(costs) == MOST_LINES


def test_only_the_last_piece_of_a_line_may_have_semicolons() -> None:
    (line,) = lines_of("a; b; c; d", ["x", "y"])
    assert line.pieces == ("a", "b; c; d")


def test_a_file_that_is_pasted_is_taken_as_it_is_with_the_account() -> None:
    text = dossier()[DOSSIER].replace("[7001]", "[7002]")
    found = read(form({**EMPTY, RECORD: f"```yaml\n{text}```"}))
    assert found.problems == []
    assert found.draft.answer(("requested",)) == 120000
    assert found.draft.answer(("accounts",)) == [OWNER, COLLEAGUE]


def test_a_file_beside_filled_in_fields_is_told() -> None:
    (problem,) = read(form({RECORD: dossier()[DOSSIER]})).problems
    assert problem.name is ProblemName.BOTH
    assert problem.values == {"field": "Projectnaam"}


def test_a_file_that_is_no_yaml_is_kept_to_be_judged_as_it_is() -> None:
    found = read(form({**EMPTY, RECORD: "```yaml\na: &b [*b\n```"}))
    assert found.raw == "a: &b [*b\n"


def typed_of(field: FormField, record: Mapping[str, Any], readme: str) -> str:
    """What somebody would type in a field to get this dossier."""
    match field.shape:
        case Shape.CALL:
            return str(record["call"])
        case Shape.CONSENT:
            return "- [x] Ja"
        case Shape.CHAPTER if field.chapter:
            below = readme.partition(f"### {field.chapter.title}\n")[2]
            return below.partition("\n#")[0].strip()
        case Shape.CHOICES:
            return "\n".join(f"- [X] {each}" for each in record.get(str(field.path[0]), ()))
        case Shape.LIST:
            items: Any = record
            for step in field.path:
                items = items.get(str(step), {})
            lines = ([each.get(x.field) for x in field.columns] for each in items)
            return "\n".join("; ".join(map(_word, line)) for line in lines)
    value: Any = record
    for step in field.path:
        value = value.get(str(step)) if isinstance(value, Mapping) else None
    return _word(value) if value is not None else ""


def _word(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "-" if value is None else str(value)


@pytest.mark.parametrize("name", ["digitaal-loket", "digitaal-loket-verbeterd"])
@pytest.mark.parametrize("language", Language)
def test_the_examples_of_the_practice_call_come_back_as_they_are(
    name: str, language: Language
) -> None:
    folder = ROOT / "submissions" / "oefenoproep" / name
    record = yaml.load((folder / "submission.yml").read_bytes(), Loader=yaml.BaseLoader)
    readme = (folder / "README.md").read_text("utf-8")
    made = setting(Catalogue(Repository(WorkingTree(ROOT))), "oefenoproep", language)
    mine = reader(made)
    text = "\n\n".join(
        f"### {each.label}\n\n{typed_of(each, record, readme)}" for each in mine.fields
    )
    found = mine.read(Draft("oefenoproep", name), filled(text, mine.fields))
    assert found.problems == []
    given = {key: value for key, value in record.items() if key not in {"id", "call"}}
    assert _as_text(found.draft.data) == given | {"accounts": [str(OWNER)]}
    for chapter in (each.chapter for each in mine.fields if each.chapter):
        assert found.draft.texts[chapter.key] in readme


def _as_text(value: Any) -> Any:
    match value:
        case Mapping():
            return {key: _as_text(each) for key, each in value.items()}
        case list() | tuple():
            return [_as_text(each) for each in value]
    return str(value)
