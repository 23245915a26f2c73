"""From an issue's event to what follows from it: its text as files, judged as a pull request is.

Git's objects are read, and those of a new version written; no reference is moved, so a version
that is not proposed leaves nothing that anybody sees. The order of events does not matter: what is
older than what was read last is left alone, and the same text gives the same commit.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from gzg.intake.event import Action, Event
from gzg.intake.judgement import verdict_on
from gzg.intake.verdict import Verdict
from gzg.issue_form.body import filled, form_of
from gzg.issue_form.branch import WORKFLOW, Ends, Identity, Version, committed, time_of
from gzg.issue_form.event import LONGEST_TEXT, IssueEvent
from gzg.issue_form.fault import Finder
from gzg.issue_form.fields import CALL, fields
from gzg.issue_form.former import Former
from gzg.issue_form.problem import Problem, ProblemName
from gzg.issue_form.reading import Reader, Reading
from gzg.model.identifiers import slug
from gzg.repository.catalogue import Catalogue
from gzg.repository.git_tree import GitObjects, tree_of
from gzg.repository.repository import Repository
from gzg.site.issue_forms import takes_issues
from gzg.texts import Language
from gzg.wizard.draft import Draft
from gzg.wizard.setting import Setting

LONGEST_NAME = 60
"""Of a folder whose name is made from a title, without the number behind it."""


class Tells(StrEnum):
    """What an answer is about."""

    NOTHING = "nothing"
    NOT_COUNTED = "not-counted"
    CLOSED = "closed"
    FAULTY = "faulty"
    PROPOSED = "proposed"


@dataclass(frozen=True)
class Surroundings:
    """The repository, and what the earlier answer tells.

    `identity` is in whose name a version is committed.
    """

    objects: GitObjects
    ends: Ends
    former: Former
    identity: Identity = WORKFLOW


@dataclass(frozen=True)
class Handled:
    """What follows from an event; `former` is what the next one will want to know.

    `verdict` is there where the form could be read as a dossier, `commit` where it is proposed.
    """

    tells: Tells
    event: IssueEvent
    language: Language
    catalogue: Catalogue
    former: Former
    problems: tuple[Problem, ...] = ()
    finder: Finder | None = None
    verdict: Verdict | None = None
    version: Version | None = None
    commit: str | None = None


def handled(event: IssueEvent, around: Surroundings) -> Handled:
    """What follows from an event."""
    catalogue = Catalogue(Repository(tree_of(around.objects, around.ends.main)))
    former = around.former
    form = form_of(event.text)
    language = form[1] if form else _main_language(catalogue)
    newer = Former(former.submission, event.changed)
    is_older = former.read is not None and event.changed < former.read
    if not event.matters or is_older or (form is None and former.read is None):
        return Handled(Tells.NOTHING, event, language, catalogue, former)
    if not event.counts:
        return Handled(Tells.NOT_COUNTED, event, language, catalogue, former)
    if event.is_closed:
        return Handled(Tells.CLOSED, event, language, catalogue, newer)
    if problem := _problem_of_form(event, form, catalogue, former):
        return Handled(Tells.FAULTY, event, language, catalogue, newer, (problem,))
    assert form is not None
    return _read(event, form[0], language, catalogue, around)


def _main_language(catalogue: Catalogue) -> Language:
    main = catalogue.programme.main_language if catalogue.programme else Language.NL
    return Language(main) if main in set(Language) else Language.EN


def _problem_of_form(
    event: IssueEvent, form: tuple[str, Language] | None, catalogue: Catalogue, former: Former
) -> Problem | None:
    """Why the text cannot be read as a dossier at all."""
    if len(event.text) > LONGEST_TEXT:
        return Problem(ProblemName.TOO_LONG, values={"most": LONGEST_TEXT})
    if form is None:
        return Problem(ProblemName.NO_FORM)
    call = form[0]
    if call not in catalogue.calls or catalogue.programme is None:
        return Problem(ProblemName.NO_CALL, CALL, values={"call": call})
    if not takes_issues(catalogue, call):
        return Problem(ProblemName.NOT_BY_ISSUE, CALL, values={"call": call})
    if former.submission and former.submission.partition("/")[0] != call:
        before = former.submission.partition("/")[0]
        return Problem(ProblemName.OTHER_CALL, CALL, values={"call": call, "before": before})
    return None


def _read(
    event: IssueEvent, call: str, language: Language, catalogue: Catalogue, around: Surroundings
) -> Handled:
    programme = catalogue.programme
    assert programme is not None
    setting = Setting(catalogue, catalogue.calls[call], programme, event.time, language)
    finder = _finder(event, setting, around.former)
    reading = finder.reading
    version = Version(_id_of(reading), event.number, _files(finder), event.time)
    commit = committed(around.objects.folder, around.ends, version, around.identity)
    verdict = _verdict(event, version, commit, around)
    is_faulty = bool(reading.problems) or verdict.is_refused
    submission = around.former.submission if is_faulty else version.submission
    return Handled(
        Tells.FAULTY if is_faulty else Tells.PROPOSED,
        event,
        language,
        catalogue,
        Former(submission, event.changed),
        tuple(reading.problems),
        finder,
        verdict,
        None if is_faulty else version,
        None if is_faulty else commit,
    )


def _finder(event: IssueEvent, setting: Setting, former: Former) -> Finder:
    """What was typed; the folder's name is made from the title until a version was proposed.

    The issue's number behind it keeps any two dossiers apart, whatever their titles are.
    """
    every = fields(setting.call, setting.programme, setting.language)
    draft = Draft(setting.call.id, "dossier")
    reading = Reader(setting, every, event.author).read(draft, filled(event.text, every))
    title = slug(str(reading.draft.answer(("title",)) or ""))[:LONGEST_NAME].strip("-")
    name = f"{title or 'dossier'}-{event.number}"
    if former.submission:
        name = former.submission.partition("/")[2]
    reading.draft = replace(reading.draft, id=name)
    return Finder(setting, every, reading)


def _id_of(reading: Reading) -> str:
    return f"{reading.draft.call}/{reading.draft.id}"


def _files(finder: Finder) -> dict[str, bytes]:
    """The files by their path; a record that cannot be read is judged as it was pasted."""
    reading = finder.reading
    found = dict(finder.setting.judges.files(reading.draft))
    if reading.raw:
        found["submission.yml"] = reading.raw.encode("utf-8", "replace")
    return {f"submissions/{_id_of(reading)}/{name}": raw for name, raw in found.items()}


def _verdict(event: IssueEvent, version: Version, commit: str, around: Surroundings) -> Verdict:
    """The verdict that a pull request with this version gets; the same version keeps its time."""
    is_same = commit == around.ends.tip
    time = time_of(around.objects.folder, commit) if is_same else version.time
    facts = Event(
        action=Action.OPENED,
        number=event.number,
        author=event.author,
        is_maintainer=False,
        head=commit,
        opened=time,
        time=time,
    )
    return verdict_on(facts, around.objects, around.ends.main, commit)
