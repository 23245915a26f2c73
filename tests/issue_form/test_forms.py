"""The forms of the calls: fresh, well formed, and read back in the fields that they ask."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from gzg.issue_form import template
from gzg.issue_form.body import filled, form_of, ticked
from gzg.issue_form.fields import FormField, Shape, fields
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree, WorkingTree
from gzg.site.issue_forms import FOLDER
from gzg.texts import Language
from tests.commands.processes import gzg
from tests.intake.programme import CALL, DECISION, files
from tests.issue_form.forms import form

ROOT = Path(__file__).resolve().parents[2]
FORMS = sorted((ROOT / FOLDER).glob("*.yml"))
KINDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}

each_form = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)


def catalogue(**changes: str) -> Catalogue:
    """The small programme; a change is a line of its call, by its key."""
    texts = files()
    for key, value in changes.items():
        texts[CALL] += f"{key}: {value}\n"
    return Catalogue(Repository(MemoryTree({k: v.encode() for k, v in texts.items()})))


def asked(found: Catalogue, language: Language = Language.NL) -> tuple[FormField, ...]:
    assert found.programme is not None
    return fields(found.calls["oproep-1"], found.programme, language)


def elements(path: Path) -> Iterator[dict[str, Any]]:
    yield from yaml.safe_load(path.read_text("utf-8"))["body"]


def test_the_forms_are_those_of_the_calls_as_they_are_now() -> None:
    wanted = template.template_files(Catalogue(Repository(WorkingTree(ROOT))))
    assert template.stale(ROOT, wanted) == []
    assert {ROOT / path for path in wanted} == set(FORMS)


def every_form() -> dict[str, str]:
    small = template.template_files(catalogue())
    return {path.name: path.read_text("utf-8") for path in FORMS} | {
        path: raw.decode() for path, raw in small.items()
    }


@pytest.mark.parametrize("name", every_form())
def test_a_form_has_what_the_forge_demands(name: str) -> None:
    """https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema"""
    whole = yaml.safe_load(every_form()[name])
    assert set(whole) == {"name", "description", "title", "body"}
    found = whole["body"]
    assert {each["type"] for each in found} <= KINDS
    asked = [each for each in found if each["type"] != "markdown"]
    for names in ([x["id"] for x in asked], [x["attributes"]["label"].casefold() for x in asked]):
        assert len(names) == len(set(names))
    for each in asked:
        options = each["attributes"].get("options", [])
        assert bool(options) == (each["type"] in {"dropdown", "checkboxes"})
        labels = [str(x.get("label") if isinstance(x, dict) else x) for x in options]
        assert len(labels) == len(set(labels))
        assert "none" not in {label.casefold() for label in labels}


@each_form
def test_only_the_call_and_the_consent_are_compelled(path: Path) -> None:
    compelled = [
        each["id"]
        for each in elements(path)
        if each.get("validations", {}).get("required")
        or any(isinstance(x, dict) and x.get("required") for x in _options(each))
    ]
    assert compelled == ["call", "consent"]


def _options(element: dict[str, Any]) -> list[Any]:
    found: list[Any] = element["attributes"].get("options", [])
    return found


def test_a_call_that_is_decided_a_draft_or_from_sources_has_no_form() -> None:
    assert len(template.template_files(catalogue())) == 2
    for changes in ({"draft": "true"}, {"origin": "sources"}):
        assert template.template_files(catalogue(**changes)) == {}
    texts = {**files(), DECISION: "date: 2022-08-01\nrefused: []\n"}
    decided = Catalogue(Repository(MemoryTree({k: v.encode() for k, v in texts.items()})))
    assert template.template_files(decided) == {}


def test_a_call_whose_dossiers_stay_closed_has_no_form_as_an_issue_is_public_at_once() -> None:
    texts = files()
    texts[CALL] = texts[CALL].replace("openness: public", "openness: at_decision")
    found = Catalogue(Repository(MemoryTree({k: v.encode() for k, v in texts.items()})))
    assert template.template_files(found) == {}


def test_a_form_of_no_call_any_more_is_told_and_not_deleted(tmp_path: Path) -> None:
    for path, text in files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    assert gzg("issue-form", cwd=tmp_path).returncode == 0
    folder = tmp_path / FOLDER
    (folder / "bug.yml").write_text("name: Iets anders\n", "utf-8")
    old = folder / "dossier-oud.nl.yml"
    old.write_bytes((folder / "dossier-oproep-1.nl.yml").read_bytes())
    (folder / "dossier-oproep-1.en.yml").unlink()
    done = gzg("issue-form", "--check", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 1
    assert [line.split(" ")[0] for line in done.stderr.splitlines()] == [
        f"{FOLDER}/dossier-oproep-1.en.yml",
        f"{FOLDER}/dossier-oud.nl.yml",
    ]
    assert old.exists()


@pytest.mark.parametrize("language", Language)
def test_every_field_is_read_back_by_its_heading(language: Language) -> None:
    every = asked(catalogue(), language)
    texts = {each.label: "oproep-1" if each.shape is Shape.CALL else each.label for each in every}
    body = "\n\n".join(f"### {label}\n\n{text}" for label, text in texts.items())
    assert form_of(body) == ("oproep-1", language)
    read = filled(body, every)
    assert read.problems == ()
    assert [read.texts[each.path] for each in every] == list(texts.values())


@pytest.mark.parametrize(
    "text",
    ["", "Hallo", "### Oproep", "### Oproep\n\nWelke is dat?", "### Call me\n\noproep-1", "\n\n"],
)
def test_any_other_text_is_no_form(text: str) -> None:
    assert form_of(text) is None


def test_a_heading_that_is_there_twice_is_told_and_the_first_counts() -> None:
    every = asked(catalogue())
    before_last = "### Het bestand submission.yml"
    body = form().replace(before_last, f"### Focus\n\nAnders\n\n{before_last}")
    read = filled(body, every)
    assert [problem.path for problem in read.problems] == [("focus",)]
    assert read.texts["focus",] == "Dienstverlening"


def test_a_heading_of_somebodys_own_is_text() -> None:
    read = filled(form(Samenvatting="Eerst.\n### Mijn titel\nDan."), asked(catalogue()))
    assert read.texts["summary",] == "Eerst.\n### Mijn titel\nDan."


def test_all_below_the_last_field_belongs_to_it() -> None:
    text = "# Loket\n\n### Focus\n\nTekst."
    pasted = filled(form({"Het bestand README.md": text}), asked(catalogue()))
    assert pasted.texts["README.md",] == text
    assert pasted.problems == ()


def test_boxes_of_which_none_is_ticked_are_no_answer() -> None:
    texts = files()
    programme = "content/programme.yml"
    texts[programme] += "domains:\n  - {id: sport, title: Sport}\n  - {id: zalen, title: Zalen}\n"
    found = Catalogue(Repository(MemoryTree({k: v.encode() for k, v in texts.items()})))
    every = asked(found)
    none = "- [ ] Sport\n- [ ] Zalen"
    body = form().replace("### Geplande start", f"### Domeinen\n\n{none}\n\n### Geplande start")
    assert filled(body, every).texts["domains",] == ""
    one = body.replace("[ ] Zalen", "[x] Zalen")
    assert list(ticked(filled(one, every).texts["domains",])) == ["Zalen"]
