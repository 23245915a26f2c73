"""`gzg receive` as the office uses it: a real repository, real zips, and what is left behind."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from gzg.commands import receive
from gzg.commands.pull_request import Format
from gzg.errors import GzgError
from gzg.repository.digest import digest_of
from gzg.repository.git import GitError
from gzg.repository.tree import WorkingTree
from gzg.texts import Language
from gzg.zipped import folder as folders
from tests.annexes import samples
from tests.commands.processes import gzg
from tests.intake.forge import Forge, Offered
from tests.intake.programme import DECISION, DOSSIER, FOLDER, MAINTAINER, README, RECEIPT, dossier
from tests.repository.test_git import run
from tests.zipped.zips import below, packed, saved

TIME = "2022-06-30T16:05:12"
BRANCH = "oproep-1-loket"
REFUSED = "date: 2022-11-18\nrefused:\n  - submission: oproep-1/loket\n"


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    made = Forge(tmp_path)
    run(made.office, "config", "user.name", "Programmateam")
    run(made.office, "config", "user.email", "team@samen.example")
    return made


@pytest.fixture
def office(forge: Forge) -> Path:
    return forge.office


def zipped(folder: Path, *, name: str = "dossier.zip", **changes: str) -> Path:
    """The zip of a good dossier, in one folder; each change is a line of it by its key."""
    files = {path.removeprefix(f"{FOLDER}/"): text for path, text in dossier(**changes).items()}
    return saved(folder.parent, packed(below("loket/", files)), name)


def take_in(office: Path, file: Path, language: Language = Language.NL, **options: Any) -> int:
    """The exit code; at the time of the call unless another is given."""
    return receive.command(file=file, lang=language, root=office, **options)


def state(office: Path) -> tuple[str, dict[str, bytes]]:
    """All of the working tree, and what Git says of it, with the branch and the index."""
    files = {
        str(path.relative_to(office)): path.read_bytes()
        for path in office.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(office).parts
    }
    says = run(office, "status", "--porcelain=v2", "--branch", "--untracked-files=all")
    return says, files


def files_of(office: Path, *commits: str) -> set[str]:
    """The paths that a commit changes, or all between two."""
    return set(run(office, "diff", "--name-only", *commits).split())


def test_a_zip_becomes_a_branch_with_a_receipt(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "aantekening.txt").write_text("Nog na te kijken.\n", "utf-8")
    run(office, "add", "aantekening.txt")
    (office / "README.md").write_text("# Half gewijzigd\n", "utf-8")
    before = state(office)
    assert take_in(office, zipped(office), branch=True, received=TIME) == 0
    assert state(office) == before
    assert files_of(office, "main", f"{BRANCH}~1") == {DOSSIER, README}
    assert files_of(office, f"{BRANCH}~1", BRANCH) == {RECEIPT}
    assert run(office, "rev-list", "--count", f"main..{BRANCH}") == "2"
    assert run(office, "log", "-1", "--format=%an <%ae> %cn", BRANCH) == (
        "Programmateam <team@samen.example> Programmateam"
    )
    receipt = yaml.safe_load(run(office, "show", f"{BRANCH}:{RECEIPT}"))
    assert receipt["head"] == run(office, "rev-parse", f"{BRANCH}~1")
    assert receipt["received"].isoformat() == f"{TIME}+02:00"
    assert receipt["number"] == f"oproep-1-zip-{receipt['digest'][:8]}"
    said = capsys.readouterr().out
    assert receipt["digest"] in said
    assert "git push --set-upstream origin oproep-1-loket" in said
    run(office, "switch", "--quiet", "--discard-changes", BRANCH)
    assert receipt["digest"] == digest_of(WorkingTree(office), "oproep-1/loket")


def test_the_pull_request_with_it_is_admissible_though_opened_later(
    forge: Forge, capsys: pytest.CaptureFixture[str]
) -> None:
    take_in(forge.office, zipped(forge.office), branch=True, received=TIME)
    run(forge.office, "push", "--quiet", "origin", f"{BRANCH}:refs/pull/4/head")
    offered = Offered(4, run(forge.office, "rev-parse", BRANCH))
    capsys.readouterr()
    code = forge.judge(
        offered, opened="2022-07-04T10:00:00Z", author=MAINTAINER, association="MEMBER"
    )
    report = capsys.readouterr().out
    assert code == 0
    assert "## Ontvankelijk" in report
    assert "30 juni 2022 16:05:12" in report
    forge.judge(
        offered,
        format=Format.JSON,
        opened="2022-07-04T10:00:00Z",
        author=MAINTAINER,
        association="MEMBER",
    )
    to_be_written = json.loads(capsys.readouterr().out)["receipt"]
    assert to_be_written["path"] == RECEIPT
    assert to_be_written["text"].strip() == run(forge.office, "show", f"{BRANCH}:{RECEIPT}")


def test_a_zip_becomes_a_folder(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert take_in(office, zipped(office, contact="{}"), keep_faulty=False) == 1
    assert not (office / FOLDER).exists()
    assert "Er is niets geschreven" in capsys.readouterr().out
    file = zipped(office)
    assert take_in(office, file, keep_faulty=True) == 1, "the call has closed by now"
    assert (office / DOSSIER).read_text("utf-8") == dossier()[DOSSIER]
    assert run(office, "status", "--porcelain", "--untracked-files=all").split() == [
        "??", README, "??", DOSSIER,
    ]  # fmt: skip
    said = capsys.readouterr().out
    assert "GZG412" in said
    assert "geen ontvangstbewijs" in said


def test_the_time_of_the_mail_is_that_of_the_verdict(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    late = take_in(office, zipped(office), branch=True, received="2022-07-01T12:00:01")
    assert late == 1
    assert "GZG412" in capsys.readouterr().out
    assert run(office, "branch", "--list", BRANCH) == ""
    assert take_in(office, zipped(office), branch=True, received="2022-07-01T12:00:00") == 0


def test_a_faulty_dossier_can_be_kept_and_gets_no_receipt(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = zipped(office, requested="180000")
    options = {"branch": True, "received": TIME, "keep_faulty": True}
    assert take_in(office, file, Language.EN, **options) == 1
    assert files_of(office, "main", BRANCH) == {DOSSIER, README}
    assert "still has faults, so it gets no receipt" in capsys.readouterr().out


def test_a_newer_zip_comes_on_the_same_branch(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    take_in(office, zipped(office), branch=True, received=TIME)
    first = run(office, "rev-parse", BRANCH)
    newer = zipped(office, title="Een beter loket")
    with pytest.raises(GzgError, match=r"bestaat al.*--replace"):
        take_in(office, newer, branch=True, received=TIME)
    capsys.readouterr()
    assert take_in(office, newer, branch=True, received="2022-07-01T09:00", replace=True) == 0
    assert "~ submission.yml (regels: 1 erbij, 1 weg)" in capsys.readouterr().out
    assert run(office, "rev-parse", f"{BRANCH}~2") == first
    receipt = yaml.safe_load(run(office, "show", f"{BRANCH}:{RECEIPT}"))
    assert receipt["head"] == run(office, "rev-parse", f"{BRANCH}~1")


def test_the_same_zip_again_makes_no_commit(office: Path) -> None:
    options: dict[str, Any] = {"branch": True, "received": TIME}
    take_in(office, zipped(office), **options)
    first = run(office, "rev-parse", BRANCH)
    assert take_in(office, zipped(office), replace=True, **options) == 0
    assert run(office, "rev-parse", BRANCH) == first


def test_a_dossier_that_is_there_is_replaced_only_when_asked(
    forge: Forge, capsys: pytest.CaptureFixture[str]
) -> None:
    office = forge.office
    receipt = (
        f"number: oproep-1-3\nreceived: 2022-06-15T10:30:00+02:00\n"
        f"head: {'ab' * 20}\ndigest: {'cd' * 32}\n"
    )
    forge.publish({**dossier(), f"{FOLDER}/annexes/oud.txt": "Oud.\n", RECEIPT: receipt})
    file = zipped(office, title="Een beter loket")
    before = state(office)
    with pytest.raises(GzgError, match="Er staat al een dossier"):
        take_in(office, file)
    assert state(office) == before
    capsys.readouterr()
    take_in(office, file, replace=True, keep_faulty=True)
    assert "  - annexes/oud.txt\n" in capsys.readouterr().out
    found = {path.name for path in (office / FOLDER).iterdir()}
    assert found == {"submission.yml", "README.md", "receipt.yml"}
    assert (office / RECEIPT).read_text("utf-8") == receipt


def test_another_dossier_of_the_same_name_gets_a_name_of_its_own(
    forge: Forge, capsys: pytest.CaptureFixture[str]
) -> None:
    forge.publish(dossier())
    file = zipped(forge.office, title="Een ander loket")
    with pytest.raises(GzgError, match="met --id een andere naam"):
        take_in(forge.office, file)
    take_in(forge.office, file, id="loket-2", keep_faulty=True)
    assert "GZG220" not in capsys.readouterr().out, "the record has the name of its folder"
    record = (forge.office / f"{FOLDER}-2/submission.yml").read_text("utf-8")
    before = dossier(title="Een ander loket")[DOSSIER]
    assert record == before.replace("id: loket\n", "id: loket-2\n")
    assert record != before


def test_a_dossier_that_was_decided_on_is_never_replaced(forge: Forge) -> None:
    forge.publish({**dossier(), DECISION: REFUSED})
    with pytest.raises(GzgError, match="GZG423"):
        take_in(forge.office, zipped(forge.office, title="Beter"), replace=True)


@pytest.mark.parametrize("has_branch", [True, False])
def test_unsaved_work_in_the_folder_is_not_mixed(forge: Forge, *, has_branch: bool) -> None:
    forge.publish(dossier())
    (forge.office / README).write_text("# Half verbeterd\n", "utf-8")
    before = state(forge.office)
    with pytest.raises(GzgError, match="in geen enkele commit"):
        take_in(forge.office, zipped(forge.office), branch=has_branch, replace=True)
    assert state(forge.office) == before


def test_the_branch_that_somebody_works_on_is_left_alone(office: Path) -> None:
    take_in(office, zipped(office), branch=True, received=TIME)
    run(office, "switch", "--quiet", BRANCH)
    with pytest.raises(GzgError, match="U werkt nu op de tak"):
        take_in(office, zipped(office, title="Beter"), branch=True, received=TIME, replace=True)


def test_a_file_may_come_where_a_folder_was(forge: Forge) -> None:
    forge.publish({**dossier(), f"{FOLDER}/annexes/oud.txt": "Oud.\n"})
    files = {path.removeprefix(f"{FOLDER}/"): text for path, text in dossier().items()}
    file = saved(forge.office.parent, packed({**files, "annexes": "Geen map.\n"}))
    assert take_in(forge.office, file, branch=True, replace=True, keep_faulty=True) == 1
    found = run(forge.office, "ls-tree", "-r", "--name-only", BRANCH, "--", FOLDER).split()
    assert found == [README, f"{FOLDER}/annexes", DOSSIER]


def test_a_branch_begins_where_it_is_told(office: Path) -> None:
    run(office, "commit", "--quiet", "--allow-empty", "--message", "Iets anders")
    take_in(office, zipped(office), name="binnen", base="origin/main", received=TIME)
    assert run(office, "merge-base", "binnen", "main") == run(office, "rev-parse", "origin/main")
    assert run(office, "rev-list", "--count", "origin/main..binnen") == "2"


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"received": TIME}, "noemt de commit"),
        ({"received": "2022-06-30", "branch": True}, "geen uur"),
        ({"received": "9999-06-30T16:00", "branch": True}, "moet nog komen"),
        ({"received": "gisteren", "branch": True}, "geen tijdstip"),
        ({"name": "twee woorden", "received": TIME}, "geen naam van een tak"),
        ({"name": "-f", "received": TIME}, "geen naam van een tak"),
        ({"base": "onbekend", "received": TIME}, "onbekend"),
        ({"call": "../content"}, "bij --call"),
        ({"id": "../../content", "branch": True}, "bij --id"),
        ({"call": "oproep-9"}, "geen oproep oproep-9"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_written(
    office: Path, options: dict[str, Any], reason: str
) -> None:
    before = state(office), run(office, "for-each-ref")
    with pytest.raises((GzgError, GitError), match=reason):
        take_in(office, zipped(office), **options)
    assert (state(office), run(office, "for-each-ref")) == before


def test_git_without_a_name_makes_no_commit(
    office: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run(office, "config", "--unset", "user.name")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    with pytest.raises(GzgError, match=r"git config user\.name"):
        take_in(office, zipped(office), branch=True, received=TIME)


def test_a_folder_that_is_no_repository_has_no_branch(office: Path, tmp_path: Path) -> None:
    plain = tmp_path / "kaal"
    shutil.copytree(office / "content", plain / "content")
    with pytest.raises(GzgError, match="geen Git-repository"):
        take_in(plain, zipped(office), branch=True, received=TIME)
    assert take_in(plain, zipped(office), keep_faulty=True) == 1
    assert (plain / DOSSIER).is_file()


def test_a_link_in_the_way_is_not_followed(office: Path, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (office / "submissions").mkdir()
    (office / "submissions" / "oproep-1").symlink_to(tmp_path / "elders")
    with pytest.raises(GzgError, match="een verwijzing of een bestand"):
        take_in(office, zipped(office), keep_faulty=True)
    assert list((tmp_path / "elders").iterdir()) == []


@pytest.mark.parametrize("replace", [True, False])
def test_an_interrupted_run_leaves_nothing_half_written(
    forge: Forge, monkeypatch: pytest.MonkeyPatch, *, replace: bool
) -> None:
    if replace:
        forge.publish(dossier(title="Het oude loket"))
    before = state(forge.office)
    written = Path.write_bytes

    def interrupted(path: Path, data: bytes) -> int:
        if path.name == "submission.yml":
            raise KeyboardInterrupt
        return written(path, data)

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    with pytest.raises(KeyboardInterrupt):
        take_in(forge.office, zipped_before(forge.office), replace=replace, keep_faulty=True)
    assert state(forge.office) == before


def zipped_before(office: Path) -> Path:
    """The zip, written without what the test has made stop."""
    with (office.parent / "dossier.zip").open("wb") as file:
        names = {path.removeprefix(f"{FOLDER}/"): text for path, text in dossier().items()}
        file.write(packed(names))
    return office.parent / "dossier.zip"


def test_the_old_folder_comes_back_where_the_new_cannot_take_its_place(
    forge: Forge, monkeypatch: pytest.MonkeyPatch
) -> None:
    forge.publish(dossier(title="Het oude loket"))
    before = state(forge.office)
    renamed = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise KeyboardInterrupt
        return renamed(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        folders.put({"submission.yml": b"x"}, forge.office, FOLDER)
    assert state(forge.office) == before


def test_an_annex_is_examined_and_a_file_without_a_place_is_not_let_in(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files: dict[str, bytes | str] = {
        path.removeprefix(f"{FOLDER}/"): text for path, text in dossier().items()
    }
    nested = packed({"a.txt": "x"})
    for name, code in (("annexes/meer.zip", "GZG018"), ("meer.zip", "GZG012")):
        file = saved(office.parent, packed({**files, name: nested}))
        assert take_in(office, file, branch=True, received=TIME) == 1
        assert code in capsys.readouterr().out
    good = saved(office.parent, packed({**files, "annexes/plan.odt": samples.odt()}))
    assert take_in(office, good, branch=True, received=TIME) == 0


def test_names_from_a_stranger_cannot_steer_the_terminal(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {path.removeprefix(f"{FOLDER}/"): text for path, text in dossier().items()}
    junk = {"__MACOSX/\x1b[2Jweg": "x"}
    file = saved(office.parent, packed({**names, **junk}), "\x1b[31mdossier.zip")
    take_in(office, file)
    assert "\x1b" not in capsys.readouterr().out


def test_a_programme_in_a_folder_of_a_repository_gets_its_branch(
    office: Path, tmp_path: Path
) -> None:
    whole = tmp_path / "geheel"
    shutil.copytree(office / "content", whole / "programma" / "content")
    run(tmp_path, "init", "--quiet", "--initial-branch=main", str(whole))
    for key, value in (("user.name", "Team"), ("user.email", "team@samen.example")):
        run(whole, "config", key, value)
    run(whole, "add", "--all")
    run(whole, "commit", "--quiet", "--message", "Begin")
    assert take_in(whole / "programma", zipped(office), branch=True, received=TIME) == 0
    inside = {f"programma/{path}" for path in (DOSSIER, README, RECEIPT)}
    assert files_of(whole, "main", BRANCH) == inside


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Vraag de aanvrager"), ("en", "Ask the applicant")]
)
def test_a_refusal_is_one_line_without_a_traceback(office: Path, language: str, words: str) -> None:
    file = saved(office.parent, packed({"geheim\x1b[2J.txt": "x"}))
    done = gzg("receive", file, "--lang", language, cwd=office)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert words in done.stderr
    assert "\x1b" not in done.stderr


def test_both_languages_say_the_same_facts(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for language in Language:
        take_in(office, zipped(office), language, name=f"tak-{language}", received=TIME)
        said.append(capsys.readouterr().out)
    numbers = [re.findall(r"[0-9a-f]{64}|oproep-1-zip-\w+|2022-\S+", each) for each in said]
    assert numbers[0] == numbers[1] != []
    assert "call: oproep-1 (from submission.yml)" in said[1]
