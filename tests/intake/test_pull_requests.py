"""Pull requests played against a real bare repository; every report compared with a golden file.

`GZG_REWRITE=1 .venv/bin/python -m pytest tests/intake` writes the reports anew.
"""

import json
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from gzg.commands.pull_request import Format
from gzg.repository.digest import digest_of
from gzg.repository.tree import MemoryTree
from tests.golden import same_as
from tests.intake.forge import Forge, Offered
from tests.intake.programme import (
    CALL,
    COLLEAGUE,
    DECISION,
    DOSSIER,
    FOLDER,
    MAINTAINER,
    PROGRAMME,
    README,
    RECEIPT,
    STRANGER,
    dossier,
    files,
    refused_before,
)

GOLDEN = Path(__file__).parent / "golden"
REFUSED = "date: 2022-11-18\nrefused:\n  - submission: oproep-1/loket\n"
FOCUS = "focuses:\n  - {id: verzonnen, title: {nl: Verzonnen, en: Invented}}\n"
BY_MAINTAINER = {"author": MAINTAINER, "association": "MEMBER"}


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return Forge(tmp_path)


@pytest.fixture
def judged(forge: Forge, capsys: pytest.CaptureFixture[str], request: Any) -> Any:
    """Judges a pull request: its Markdown must be the golden file of the test; gives the JSON."""

    def judge(offered: Offered, **facts: Any) -> dict[str, Any]:
        capsys.readouterr()
        exit_code = forge.judge(offered, **facts)
        name = request.node.name.removeprefix("test_").replace("_", "-")
        assert same_as(GOLDEN / f"{name}.md", capsys.readouterr().out)
        forge.judge(offered, format=Format.JSON, **facts)
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        assert exit_code == (1 if found["outcome"] == "inadmissible" else 0)
        return found

    return judge


def codes(found: dict[str, Any]) -> list[str]:
    return [each["code"] for each in found["diagnostics"]]


@pytest.fixture
def merged(forge: Forge) -> Forge:
    """A forge where the dossier was merged with its receipt."""
    received = (
        "number: oproep-1-3\nreceived: 2022-06-15T10:30:00+02:00\n"
        f"head: {'ab' * 20}\ndigest: {'cd' * 32}\n"
    )
    forge.publish({**dossier(), RECEIPT: received})
    forge.fetch()
    return forge


def test_good(forge: Forge, judged: Any) -> None:
    offered = forge.offer(4, dossier())
    found = judged(offered)
    assert (found["outcome"], codes(found)) == ("admissible", [])
    assert found["submission"] == "oproep-1/loket"
    assert found["time"] == "2022-06-15T10:30:00+02:00"
    assert found["receipt"]["number"] == "oproep-1-4"
    assert found["receipt"]["head"] == offered.head
    assert [each["id"] for each in found["similar"]] == ["verenigingsloket"]


def test_just_in_time(forge: Forge, judged: Any) -> None:
    found = judged(forge.offer(4, dossier()), opened="2022-07-01T10:00:00Z")
    assert (found["outcome"], codes(found)) == ("admissible", [])


def test_late_by_one_second(forge: Forge, judged: Any) -> None:
    found = judged(forge.offer(4, dossier()), opened="2022-07-01T10:00:01Z")
    assert (found["outcome"], codes(found)) == ("inadmissible", ["GZG412"])
    assert found["receipt"] is None


def test_pushed_after_the_deadline(forge: Forge, judged: Any) -> None:
    forge.offer(4, dossier())
    offered = forge.offer(4, dossier(requested="119000", own_contribution="41000"), again=True)
    found = judged(offered, action="synchronize", pushed="2022-07-01T10:00:01Z")
    assert "GZG412" in codes(found)


def test_postponed_deadline(forge: Forge, judged: Any) -> None:
    offered = forge.offer(4, dossier())
    amended = files()[CALL].replace("closes: 2022-07-01T12:00", "closes: 2022-07-15T12:00")
    amended += (
        "amendments:\n  - field: closes\n    old: 2022-07-01T12:00\n    new: 2022-07-15T12:00\n"
        "    date: 2022-06-20\n    reason: In juli zijn veel diensten gesloten.\n"
    )
    forge.publish({CALL: amended})
    found = judged(offered, opened="2022-07-15T10:00:00Z")
    assert (found["outcome"], codes(found)) == ("admissible", [])


def test_labelled_after_the_deadline(forge: Forge, judged: Any) -> None:
    offered = forge.offer(4, dossier())
    found = judged(offered, action="labeled", pushed="2022-07-04T09:00:00Z")
    assert (found["outcome"], codes(found), found["time"]) == ("unchanged", [], None)


def test_foreign_folder(forge: Forge, judged: Any) -> None:
    other = "submissions/oproep-1/van-een-ander"
    forge.publish(dossier(other, title="Iets anders"))
    forge.fetch()
    stolen = {f"{other}/README.md": "# Leeg\n"}
    found = judged(forge.offer(4, {**dossier(), **stolen}), author=STRANGER)
    assert found["outcome"] == "inadmissible"
    assert codes(found) == ["GZG429", "GZG420", "GZG422"]


def test_foreign_owner(merged: Forge, judged: Any) -> None:
    offered = merged.offer(4, dossier(accounts=f"[7001, {STRANGER}]"))
    found = judged(offered, author=STRANGER)
    assert (found["outcome"], codes(found)) == ("inadmissible", ["GZG422"])


def test_colleague_added_before(merged: Forge, judged: Any) -> None:
    merged.publish({DOSSIER: dossier(accounts=f"[7001, {COLLEAGUE}]")[DOSSIER]})
    merged.fetch()
    changed = dossier(accounts=f"[7001, {COLLEAGUE}]", title="Een beter loket")
    found = judged(merged.offer(5, changed), author=COLLEAGUE)
    assert (found["outcome"], codes(found)) == ("admissible", [])
    assert found["receipt"]["number"] == "oproep-1-5"


def test_changed_by_the_office(merged: Forge, judged: Any) -> None:
    changed = dossier(accounts=f"[7001, {COLLEAGUE}]")
    found = judged(merged.offer(5, changed), **BY_MAINTAINER)
    assert (found["outcome"], codes(found)) == ("inadmissible", ["GZG422"])


def test_formal_check_written_by_the_applicant(merged: Forge, judged: Any) -> None:
    mine = "date: 2022-07-04\noutcome: admissible\nbody: Programmateam\n"
    found = judged(merged.offer(5, {f"{FOLDER}/admissibility.yml": mine}))
    assert (found["outcome"], codes(found)) == ("inadmissible", ["GZG424"])


def test_formal_check_of_the_earlier_version(merged: Forge, judged: Any) -> None:
    check = (
        "date: 2022-06-16\noutcome: inadmissible\nbody: Programmateam\ngrounds:\n  - rule: GZG221\n"
    )
    merged.publish({f"{FOLDER}/admissibility.yml": check})
    merged.fetch()
    found = judged(merged.offer(5, dossier(title="Een beter loket")))
    assert (found["outcome"], codes(found)) == ("admissible", [])


def test_decided_dossier_changed(merged: Forge, judged: Any) -> None:
    merged.publish({DECISION: REFUSED})
    merged.fetch()
    found = judged(merged.offer(4, {README: "# Loket\n\nToch nog iets erbij.\n"}))
    assert (found["outcome"], codes(found)) == ("inadmissible", ["GZG423"])


def test_changed_after_the_deadline(merged: Forge, judged: Any) -> None:
    offered = merged.offer(4, dossier(title="Een beter loket"))
    found = judged(offered, opened="2022-07-02T10:00:00Z")
    assert codes(found) == ["GZG412"]


def test_workflow_changed(forge: Forge, judged: Any) -> None:
    workflow = {".github/workflows/check.yml": "name: Mijn keuring\n"}
    found = judged(forge.offer(4, {**dossier(), **workflow}))
    assert (found["outcome"], codes(found)) == ("inadmissible", ["GZG421"])


def test_two_submissions_at_once(forge: Forge, judged: Any) -> None:
    second = dossier("submissions/oproep-1/tweede", title="Iets anders")
    found = judged(forge.offer(4, {**dossier(), **second}))
    assert (found["outcome"], codes(found)) == ("inadmissible", ["GZG420"])


def test_rename(merged: Forge, judged: Any) -> None:
    moved = dossier("submissions/oproep-1/loket-nieuw")
    found = judged(merged.offer(4, moved, gone=(FOLDER,)))
    assert found["outcome"] == "inadmissible"
    assert codes(found) == ["GZG402"]


def test_deletion(merged: Forge, judged: Any) -> None:
    found = judged(merged.offer(4, {}, gone=(FOLDER,)))
    assert found["outcome"] == "inadmissible"
    assert codes(found) == ["GZG402"]


def test_advice_taken_away(forge: Forge, judged: Any) -> None:
    forge.publish(refused_before())
    forge.fetch()
    gone = forge.offer(4, {}, gone=("content/calls/oproep-0/advice.yml",))
    assert codes(judged(gone, **BY_MAINTAINER)) == ["GZG402"]


def test_receipt_taken_away_by_a_stranger(merged: Forge, judged: Any) -> None:
    found = judged(merged.offer(4, {}, gone=(RECEIPT,)), author=STRANGER)
    assert codes(found) == ["GZG424"]


def test_own_receipt_written(forge: Forge, judged: Any) -> None:
    receipt = (
        "number: oproep-1-1\nreceived: 2022-06-01T12:00:00+02:00\n"
        f"head: {'ab' * 20}\ndigest: {'cd' * 32}\n"
    )
    offered = forge.offer(4, {**dossier(), RECEIPT: receipt})
    found = judged(offered, opened="2022-07-03T10:00:00Z")
    assert codes(found) == ["GZG424", "GZG412"]


def test_receipt_of_the_office_for_what_came_by_mail(forge: Forge, judged: Any) -> None:
    tree = MemoryTree({path: text.encode() for path, text in dossier().items()})
    digest = digest_of(tree, "oproep-1/loket")
    receipt = (
        "number: oproep-1-zip-1\nreceived: 2022-06-30T16:00:00+02:00\n"
        f'head: {"ab" * 20}\ndigest: "{digest}"\n'
    )
    offered = forge.offer(4, {**dossier(), RECEIPT: receipt})
    found = judged(offered, opened="2022-07-04T10:00:00Z", **BY_MAINTAINER)
    assert (found["outcome"], codes(found)) == ("admissible", [])
    assert found["time"] == found["receipt"]["received"] == "2022-06-30T16:00:00+02:00"
    assert found["receipt"]["number"] == "oproep-1-zip-1"


def test_receipt_of_the_office_for_other_files(forge: Forge, judged: Any) -> None:
    receipt = (
        "number: oproep-1-zip-1\nreceived: 2022-06-10T16:00:00+02:00\n"
        f"head: {'ab' * 20}\ndigest: {'cd' * 32}\n"
    )
    offered = forge.offer(4, {**dossier(), RECEIPT: receipt})
    found = judged(offered, opened="2022-07-04T10:00:00Z", **BY_MAINTAINER)
    assert (codes(found), found["receipt"]) == (["GZG412"], None)


def test_copy_deleted(forge: Forge, judged: Any) -> None:
    found = judged(forge.offer(4, dossier()), action="synchronize", pushed=None)
    assert codes(found) == ["GZG425"]


def test_changed_on_both_sides(merged: Forge, judged: Any) -> None:
    offered = merged.offer(4, dossier(title="Een beter loket"))
    merged.publish({DOSSIER: dossier(summary="Iets anders.")[DOSSIER]})
    found = judged(offered)
    assert codes(found) == ["GZG426"]


def test_already_received(forge: Forge, judged: Any) -> None:
    offered = forge.offer(4, dossier())
    received = "2022-06-15T10:30:00+02:00"
    receipt = (
        f"number: oproep-1-4\nreceived: {received}\nhead: {offered.head}\ndigest: {'cd' * 32}\n"
    )
    forge.publish({**dossier(), RECEIPT: receipt})
    found = judged(offered, action="reopened", pushed="2022-08-01T10:00:00Z")
    assert (found["outcome"], found["time"]) == ("unchanged", received)
    assert found["receipt"]["number"] == "oproep-1-4"


def test_new_focus_invented(forge: Forge, judged: Any) -> None:
    found = judged(forge.offer(4, dossier(focus="verzonnen")))
    assert (found["outcome"], codes(found)) == ("inadmissible", ["GZG301"])


def test_new_focus_invented_in_the_programme_too(forge: Forge, judged: Any) -> None:
    programme = dedent(PROGRAMME).replace("focuses:\n", FOCUS)
    invented = {"content/programme.yml": programme, **dossier(focus="verzonnen")}
    found = judged(forge.offer(4, invented))
    assert (found["outcome"], codes(found)) == ("inadmissible", ["GZG420", "GZG223"])


def test_amounts_wrong(forge: Forge, judged: Any) -> None:
    found = judged(forge.offer(4, dossier(requested="180000", own_contribution="30000")))
    assert found["outcome"] == "inadmissible"
    assert codes(found) == ["GZG221", "GZG231", "GZG232"]


def test_resubmission_with_every_answer(forge: Forge, judged: Any) -> None:
    forge.publish(refused_before())
    forge.fetch()
    found = judged(forge.offer(4, resubmission("meten", "beheer")))
    assert (found["outcome"], codes(found)) == ("admissible", [])


def test_resubmission_with_one_answer_missing(forge: Forge, judged: Any) -> None:
    forge.publish(refused_before())
    forge.fetch()
    found = judged(forge.offer(4, resubmission("meten")))
    assert (found["outcome"], codes(found)) == ("inadmissible", ["GZG323"])


def resubmission(*answered: str) -> dict[str, str]:
    """The dossier, handed in again with an answer to these recommendations."""
    files = dossier()
    answers = "".join(f"  - {{recommendation: {id}, answer: Gedaan.}}\n" for id in answered)
    files[DOSSIER] += f"resubmission_of: oproep-0/loket\nanswers:\n{answers}"
    return files


def test_several_faults(forge: Forge, judged: Any) -> None:
    wrong = dossier(focus="verzonnen", requested="180000")
    found = judged(forge.offer(4, wrong))
    assert found["outcome"] == "inadmissible"
    assert {"GZG301", "GZG221"} <= set(codes(found))


def test_hostile_text(forge: Forge, judged: Any) -> None:
    nasty = "'@burgemeester ![x](https://evil.example/p.png) | <script>alert(1)</script> #1'"
    made = dossier(title=nasty, summary="'## Ontvankelijk :tada: | a | b |'")
    found = judged(forge.offer(4, made))
    assert found["submission"] == "oproep-1/loket"


def test_maintainer_changes_code_and_content(forge: Forge, judged: Any) -> None:
    changes = {"tools/x.py": "x = 1\n", "content/organisations/nieuw.yml": (
        "id: nieuw\nname: Nieuwe firma\nkind: onderneming\n"
    )}  # fmt: skip
    found = judged(forge.offer(4, changes), **BY_MAINTAINER)
    assert (found["outcome"], codes(found), found["submission"]) == ("admissible", [], None)


def test_stranger_pushed_to_the_branch_of_a_maintainer(forge: Forge, judged: Any) -> None:
    offered = forge.offer(4, {"tools/x.py": "x = 1\n"})
    found = judged(offered, action="synchronize", sender=STRANGER, **BY_MAINTAINER)
    assert codes(found) == ["GZG421"]
