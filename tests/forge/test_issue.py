"""What follows from each event of an issue: the branch, the pull request, the answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gzg.forge.issue_put import Done
from gzg.forge.words import CONTEXT, ISSUE_CONTEXT
from gzg.issue_form.former import MARK
from gzg.issue_form.proposal import Ending
from tests.forge.issue_hub import FIRST_PULL
from tests.forge.issue_stage import (
    BETTER,
    BRANCH,
    FAULTY,
    FOLDER,
    ISSUE,
    LATE,
    LATER,
    Stage,
    closed,
    edited,
    staged,
)
from tests.intake.programme import CALL, OWNER, STRANGER, files
from tests.issue_form.forms import ANSWERS, form, issue
from tests.repository.test_git import run as git


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with staged(tmp_path) as place:
        yield place


def test_a_good_form_becomes_a_pull_request_with_its_verdict(stage: Stage) -> None:
    assert stage.play(issue(form())) == Done(Ending.PROPOSED, FIRST_PULL)
    changed = git(stage.forge.bare, "diff", "--name-only", f"main...{BRANCH}").split()
    assert changed == [f"{FOLDER}/README.md", f"{FOLDER}/submission.yml"]
    assert f"https://github.com/samen/programma/pull/{FIRST_PULL}" in stage.told
    assert stage.told.startswith(MARK)
    (verdict,) = stage.status(CONTEXT)
    words = f"Ontvankelijk / Admissible (#{FIRST_PULL}, 2022-06-15T10:30:00+02:00)"
    assert (verdict["state"], verdict["description"]) == ("success", words)
    (report,) = stage.hub.comments[FIRST_PULL]
    assert "## Ontvankelijk" in report["body"]


def test_the_same_event_twice_changes_nothing(stage: Stage) -> None:
    stage.play(issue(form()))
    before, told = stage.tip(), stage.told
    stage.hub.told.clear()
    stage.play(issue(form()))
    assert (stage.tip(), stage.told, len(stage.hub.pulls)) == (before, told, 1)
    # The verdict sets its status again, with the time that it told before.
    assert stage.hub.told == [f"POST statuses/{before}"]


def test_an_edit_is_one_more_commit_in_the_same_pull_request(stage: Stage) -> None:
    stage.play(issue(form()))
    assert stage.play(edited(BETTER)) == Done(Ending.PROPOSED, FIRST_PULL)
    assert (stage.commits(), len(stage.hub.pulls)) == (2, 1)
    assert "2022-06-20T12:00:00+02:00" in stage.status(CONTEXT)[0]["description"]
    assert len(stage.hub.comments[ISSUE]) == len(stage.hub.comments[FIRST_PULL]) == 1


def test_another_title_of_the_project_keeps_the_folder(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.play(edited(form(Projectnaam="Het grote loket")))
    assert "title: Het grote loket" in stage.file("submission.yml")


def test_an_edit_of_nothing_keeps_commit_and_time(stage: Stage) -> None:
    stage.play(issue(form()))
    before = stage.tip()
    stage.play(edited(form(), changed=LATE))
    assert stage.tip() == before
    assert stage.status(CONTEXT)[0]["state"] == "success"
    assert "15 juni 2022 10:30:00" in stage.told


def test_each_fault_is_told_with_its_field_its_card_and_no_branch_is_made(stage: Stage) -> None:
    assert stage.play(issue(FAULTY)) == Done(Ending.ANSWERED)
    assert stage.tip() == ""
    assert stage.hub.pulls == []
    assert "**Gevraagd bedrag**\n\n- **fout GZG221**" in stage.told
    assert "<https://samen.example/catalogus/regels/GZG221/>" in stage.told
    assert "<summary>English</summary>" in stage.told


def test_a_fault_that_is_mended_leads_to_the_pull_request(stage: Stage) -> None:
    stage.play(issue(FAULTY))
    stage.play(edited(form()))
    assert "2022-06-20T12:00:00+02:00" in stage.status(CONTEXT)[0]["description"]
    assert "## Ingediend" in stage.told


def test_a_faulty_edit_leaves_the_former_version_as_it_stands(stage: Stage) -> None:
    stage.play(issue(form()))
    before = stage.tip()
    assert stage.play(edited(FAULTY)) == Done(Ending.ANSWERED)
    assert stage.tip() == before
    assert "Uw vorige versie zonder fouten blijft gelden" in stage.told
    assert stage.hub.pull(FIRST_PULL)["state"] == "open"


def test_closing_withdraws_and_reopening_goes_on(stage: Stage) -> None:
    stage.play(issue(form()))
    head = stage.tip()
    assert stage.play(closed()) == Done(Ending.CLOSED)
    assert stage.hub.pull(FIRST_PULL)["state"] == "closed"
    assert "## Gesloten" in stage.told
    again = issue(form(), action="reopened", changed=LATER)
    assert stage.play(again) == Done(Ending.PROPOSED, FIRST_PULL)
    assert stage.hub.pull(FIRST_PULL)["state"] == "open"
    assert stage.tip() == head
    assert "## Ingediend" in stage.told


def test_where_a_pull_request_cannot_be_reopened_a_new_one_is_made(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.play(closed())
    stage.hub.may_reopen = False
    again = issue(form(), action="reopened", changed=LATER)
    assert stage.play(again) == Done(Ending.PROPOSED, FIRST_PULL + 1)


def test_an_edit_while_closed_is_read_when_the_issue_is_reopened(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.play(closed())
    stage.play(edited(BETTER, changed=LATER, state="closed"))
    assert stage.commits() == 1
    stage.play(issue(BETTER, action="reopened", changed="2022-06-22T10:00:00Z"))
    assert stage.commits() == 2
    assert "2022-06-22T12:00:00+02:00" in stage.status(CONTEXT)[0]["description"]


def test_an_older_event_that_comes_later_is_left_alone(stage: Stage) -> None:
    stage.play(edited(BETTER))
    before, told = stage.tip(), stage.told
    assert stage.play(issue(form())) is None
    assert (stage.tip(), stage.told) == (before, told)


def test_an_edit_by_somebody_else_does_not_count(stage: Stage) -> None:
    stage.play(issue(form()))
    before = stage.tip()
    stage.hub.permissions = {"iemand": "read"}
    assert stage.play(edited(BETTER, sender=STRANGER)) == Done(Ending.ANSWERED)
    assert stage.tip() == before
    assert "## Deze wijziging telt niet" in stage.told
    stage.play(edited(BETTER, changed="2022-06-20T09:59:59Z"))
    assert stage.commits() == 2


def test_somebody_else_cannot_withdraw_it(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.play(closed(sender=STRANGER))
    assert stage.hub.pull(FIRST_PULL)["state"] == "open"


def test_an_edit_by_a_maintainer_counts_and_the_dossier_stays_the_authors(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.hub.permissions = {"iemand": "write"}
    stage.play(edited(BETTER, sender=STRANGER))
    assert stage.commits() == 2
    assert f"#{ISSUE}, {OWNER}," in stage.status(ISSUE_CONTEXT)[0]["description"]
    assert str(STRANGER) not in stage.file("submission.yml")


def test_a_second_too_late_is_told_and_the_former_version_stands(stage: Stage) -> None:
    stage.play(issue(form()))
    before = stage.tip()
    assert stage.play(edited(BETTER, changed=LATE)) == Done(Ending.ANSWERED)
    assert stage.tip() == before
    assert "GZG412" in stage.told


def test_a_call_that_closed_meanwhile_takes_no_new_dossier(stage: Stage) -> None:
    stage.play(issue(FAULTY))
    stage.forge.publish({CALL: files()[CALL].replace("2022-07-01T12:00", "2022-06-19")})
    assert stage.play(edited(form())) == Done(Ending.ANSWERED)
    assert stage.tip() == ""
    assert "GZG412" in stage.told


def test_two_dossiers_of_one_author_keep_apart_whatever_they_are_called(stage: Stage) -> None:
    stage.play(issue(form()))
    stage.play(issue(form(), number=13))
    assert [each["head"]["ref"] for each in stage.hub.pulls] == [BRANCH, "dossier/13"]
    other = git(stage.forge.bare, "diff", "--name-only", "main...dossier/13")
    assert "digitaal-loket-voor-verenigingen-13/" in other
    assert stage.commits() == 1


def test_an_issue_of_another_kind_is_left_alone(stage: Stage) -> None:
    assert stage.play(issue("De website werkt niet.")) is None
    assert stage.play(issue(None)) is None
    assert stage.hub.told == []


def test_a_form_whose_headings_are_gone_is_told(stage: Stage) -> None:
    stage.play(issue(form()))
    assert stage.play(edited("Ik doe het toch niet.")) == Done(Ending.ANSWERED)
    assert "bovenaan staat niet welke oproep" in stage.told
    assert stage.commits() == 1


def test_a_dossier_does_not_move_to_another_call(stage: Stage) -> None:
    call = files()[CALL].replace("oproep-1", "oproep-2").replace("number: 1", "number: 2")
    texts = {CALL.replace("oproep-1", "oproep-2"): call}
    stage.forge.publish({**texts, "content/calls/oproep-2/README.md": "# Oproep 2\n"})
    stage.play(issue(form()))
    stage.play(edited(form(Oproep="oproep-2")))
    assert "maar dit dossier werd ingediend voor “oproep\\-1”" in stage.told
    assert stage.commits() == 1


def test_an_empty_form_is_told_all_that_is_lacking_once(stage: Stage) -> None:
    stage.play(issue(form({label: "_No response_" for label in ANSWERS if label != "Oproep"})))
    dutch = stage.told.partition("<details>")[0]
    for label in ("Openbaar", "Projectnaam", "Partijen", "Begroting", "Contact\\: Dienst"):
        assert dutch.count(f"**{label}**") == 1
    assert dutch.count("Dit is nog niet ingevuld") == 10
    assert "GZG" not in dutch
