"""A file that somebody edited by hand opens in the form as the terminal reads it, comments too."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gzg.diagnostics import FieldPath
from gzg.repository.yaml_text import parse
from gzg.texts import Language
from gzg.wizard.comments import comments_in
from gzg.wizard.dossier_text import LEAD
from gzg.wizard.dossier_text import rendered as rendered_text
from gzg.wizard.plain_data import paths_in
from gzg.wizard.record_text import rendered
from gzg.wizard.yaml_writer import written
from tests.form.core import LARGEST_EXACT, Core
from tests.form.test_kit import PRACTICE, agenda_of, kit_of, real
from tests.form.test_yaml_twins import CASES, LINES, keeps_its_order
from tests.wizard.test_yaml_writer import records

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / f"schemas/calls/{PRACTICE}.schema.json").read_text("utf-8"))
DOSSIERS = sorted(ROOT.glob(f"submissions/{PRACTICE}/*"))
BY_HAND = """\
# Van mij

id: digitaal-loket   # de map
title: "Eén: loket"
requested: 120000   # zie begroting
begins: 2026-09-01
parties:
- organisation: gent
  # de trekker
  role: lead
  task: >-
    Leidt
    het project # geen opmerking
- {organisation: aalst, role: 'initiator'}
standards: [OSLO Persoon,
  # nog een
  "OSLO #2"]
accounts: [1234567]
summary: |
  # ook geen opmerking
  tekst
# Achteraan
"""
TEXT = """\
# Iets

## Pitch

### Het probleem

Wie verhuist, meldt dat vijf keer.

### Eigen titel

Dit hoort bij het probleem.

```
## Geen titel
```

### Onze oplossing

> Vervang deze regel door uw tekst. Wat verandert er voor de inwoner, en wat voor de medewerker?

## Verdwenen deel

### Met een titel

Dit blijft bewaard.
"""


def as_kept(value: Any) -> Any:
    """Plain data as the form keeps them where the schema says nothing of it."""
    match value:
        case bool() | str():
            return value
        case Decimal():
            return str(value)
        case int():
            return value if abs(value) <= LARGEST_EXACT else str(value)
        case Mapping():
            return {key: as_kept(each) for key, each in value.items()}
        case list():
            return [as_kept(each) for each in value]
    return value


def comments_of(found: Any) -> tuple[dict[FieldPath, tuple[str, ...]], tuple[str, ...]]:
    above = {tuple(path): tuple(lines) for path, lines in found["above"]}
    return above, tuple(found["ending"])


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda each: each.name)
def test_a_dossier_opens_and_is_written_as_the_terminal_writes_it(core: Core, folder: Path) -> None:
    record = (folder / "submission.yml").read_text("utf-8")
    readme = (folder / "README.md").read_text("utf-8")
    data, _ = parse(record)

    dossier = core.ask("call", name="dossierIn", values=[record, readme, kit_of(real()), SCHEMA])
    found = core.ask("call", name="files", values=[dossier, kit_of(real()), SCHEMA])

    place = f"submissions/{PRACTICE}/{folder.name}"
    assert found[f"{place}/submission.yml"] == rendered(data, Language.NL, (), comments_in(record))
    assert found[f"{place}/README.md"] == readme


@pytest.mark.parametrize("above", ["", "\n", "Boven de titel.\n"])
def test_what_stands_above_the_first_heading_stays_there(core: Core, above: str) -> None:
    """No question asks for it; it is no answer to be set apart either."""
    lead = "Een regel met een einde.  \n# Van mij\n\n\n    code\n### Zonder deel"
    readme = f"{above}# Iets\n\n{lead}\n\n## Pitch\n\n### Het probleem\n\nVijf keer.\n"
    kit = kit_of(real())
    dossier = core.ask("call", name="dossierIn", values=["title: Iets\n", readme, kit, SCHEMA])
    now = {"id": "x", "dossier": dossier, "unasked": [], "asked": {"title": "Titel"}}
    found = core.ask("call", name="settled", values=[now, kit, SCHEMA])
    assert (found["gone"], found["draft"]["dossier"]) == ([], dossier)

    written = core.ask("call", name="files", values=[dossier, kit, SCHEMA])[
        "submissions///README.md"
    ]
    kept = f"{above.strip()}\n\n{lead}".lstrip()
    assert written.startswith(f"# Iets\n\n{kept}\n\n## Pitch\n\n### Het probleem\n\nVijf keer.\n")
    call, programme = agenda_of(real()).call, agenda_of(real()).programme
    texts = {LEAD: kept, ("pitch", "Het probleem"): "Vijf keer."}
    assert rendered_text("Iets", call, programme, texts)[0] == written
    before = dossier | {"texts": dossier["texts"] | {"": ""}}
    apart = {"path": ["README", ""], "title": "", "about": "", "value": kept}
    back = core.ask(
        "call", name="settled", values=[now | {"dossier": before, "unasked": [apart]}, kit, SCHEMA]
    )
    assert back["draft"]["dossier"] == dossier, "it was set apart before"


def test_what_was_typed_by_hand_is_read(core: Core) -> None:
    found = core.ask("call", name="recordIn", values=[BY_HAND, SCHEMA])

    expected = comments_in(BY_HAND)
    assert comments_of(found["comments"]) == (dict(expected.above), expected.ending)
    assert found["data"] == {**as_kept(parse(BY_HAND)[0]), "requested": "120000"}


@settings(CASES, max_examples=100)
@given(st.data(), records.filter(keeps_its_order), LINES)
def test_all_that_the_terminal_writes_is_read_alike(
    core: Core, draw: st.DataObject, data: dict[str, object], ending: list[str]
) -> None:
    paths = draw.draw(st.lists(st.sampled_from(sorted(paths_in(data), key=str)), max_size=4))
    text = written(data, {path: draw.draw(LINES) for path in paths}, ending)
    read, faults = parse(text)
    assume(not faults and text.replace("\n", "").isprintable())

    found = core.ask("call", name="recordIn", values=[text, {}])

    expected = comments_in(text)
    assert found["data"] == as_kept(read)
    assert comments_of(found["comments"]) == (dict(expected.above), expected.ending)


def test_texts_stand_below_the_headings_of_the_call_and_no_other_is_lost(core: Core) -> None:
    found = core.ask("call", name="textsOf", values=[TEXT, kit_of(real())["chapters"]])

    own = "Wie verhuist, meldt dat vijf keer.\n\n### Eigen titel\n\nDit hoort bij het probleem.\n\n"
    assert found == {
        "pitch/Het probleem": f"{own}```\n## Geen titel\n```",
        "Verdwenen deel/Met een titel": "Dit blijft bewaard.",
    }


def test_a_long_text_of_a_stranger_is_read_in_a_moment(core: Core) -> None:
    """What takes longer with the square of the length would take minutes here."""
    text = f"x\n{'regel' + chr(10)}" * 200_000 + f"a{' ' * 400_000}b"
    found = core.ask("call", name="textsOf", values=[text, kit_of(real())["chapters"]])
    assert found == {"": text}

    row = f"x{' ' * 400_000}x"
    assert core.ask("call", name="textsOf", values=[f"## {row} ##\n\nTekst", []]) == {
        f"{row}/": "Tekst"
    }
    assert core.ask("call", name="wordsOf", values=[row]) == 2


def test_few_comments_or_many_stand_above_the_same_field(core: Core) -> None:
    fields = "".join(f"a{number}: 1\n" for number in range(2000))
    text = f"{fields}{'# zo' + chr(10)}" + "# zo\n" * 100_000 + "z: 1\n"
    found = core.ask("call", name="recordIn", values=[text, SCHEMA])
    assert [[path, len(lines)] for path, lines in found["comments"]["above"]] == [[["z"], 100_001]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: a\ntitle: b\n", 2),
        ("title: &een a\nsummary: *een\n", 1),
        ("title: [a\n", 2),
        ("- een\n- twee\n", 1),
        ("a: 1\n---\nb: 2\n", 1),
    ],
)
def test_a_file_that_cannot_be_read_says_on_which_line(core: Core, text: str, line: int) -> None:
    with pytest.raises(AssertionError, match=f"line {line}: "):
        core.ask("call", name="recordIn", values=[text, SCHEMA])


@pytest.mark.parametrize(
    "text",
    [
        "id: a\ntitle: !!str 5\n",
        "id: a\ntitle: ! 5\n",
        "id: a\ntitle: !<tag:yaml.org,2002:str> 5\n",
        "id: a\n!!str title: 5\n",
        "id: a\n&een title: 5\n",
        "id: a\ntitle: &een 5\n",
        "id: a\ntitle: &een\n",
        "id: a\ntitle: !e!een 5\n",
        "id: a\nparties: !een [gent]\n",
        "id: a\nparties: [!!null ]\n",
        "id: a\nparties: !!map {a: 1}\n",
        "!!map\nid: a\n",
        "%YAML 1.3\n---\nid: a\n",
        "%EEN twee\n---\nid: a\n",
    ],
)
def test_tags_anchors_and_unknown_directives_are_refused_where_the_terminal_does(
    core: Core, text: str
) -> None:
    fault = parse(text)[1][0]
    assert fault.span
    with pytest.raises(AssertionError, match=f"line {fault.span.line}: "):
        core.ask("call", name="recordIn", values=[text, SCHEMA])


@pytest.mark.parametrize("start", ["---\n", "%YAML 1.1\n---\n", "%YAML 1.2\n---\n"])
def test_a_start_that_the_terminal_takes_is_taken(core: Core, start: str) -> None:
    text = f"{start}id: a\n"
    assert parse(text) == ({"id": "a"}, ())
    assert core.ask("call", name="recordIn", values=[text, SCHEMA])["data"] == {"id": "a"}
