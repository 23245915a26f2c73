"""From an event and two commits to a verdict: the rules, run on the files as they would be merged.

A dossier's earlier receipt is not of what is handed in now, and neither is what the formal check
came to. So they are left out while judging, as are those that the pull request brings itself: the
time that counts is the forge's. Only maintainers may bring a receipt, of a dossier that the office
got in another way, such as a zip by mail: that one stands, where it is of exactly these files.
"""

from datetime import UTC, datetime

from pydantic import ValidationError

from gzg.engine.conditions import Condition, conditions
from gzg.engine.judge import judge
from gzg.engine.report import Report, site_of
from gzg.intake.changes import Changes, changes_between, receipt_of
from gzg.intake.event import Action, Event
from gzg.intake.receipt_file import path_of
from gzg.intake.similar import similar_to
from gzg.intake.verdict import HandedIn, Outcome, Verdict
from gzg.model.call import Call
from gzg.model.kinds import Kind
from gzg.model.receipt import Receipt
from gzg.model.submission import Submission
from gzg.repository.catalogue import Catalogue
from gzg.repository.digest import digest_of
from gzg.repository.git_tree import GitObjects
from gzg.repository.layout import PROGRAMME, folder_of, paths_in, record_at
from gzg.repository.pull_request import PullRequest
from gzg.repository.repository import Repository
from gzg.rules.pull_requests import Dossier, dossiers
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from gzg.rules.submissions import zone_of


def verdict_on(event: Event, objects: GitObjects, base: str, head: str) -> Verdict:
    """The verdict on a pull request: `head` is its last commit, `base` that of the main branch."""
    changes = changes_between(objects, base, head)
    if not changes.paths and (standing := receipt_of(changes, head)):
        return _unchanged(event, changes, *standing)
    if event.action is Action.OTHER:
        return _unchanged(event, changes)
    return _judged(event, changes, head)


def _unchanged(
    event: Event, changes: Changes, id: str | None = None, receipt: Receipt | None = None
) -> Verdict:
    """Nothing new: of this head the earlier verdict stands, or its receipt where it has one."""
    catalogue = Catalogue(changes.base_repository)
    zone = zone_of(catalogue) or UTC
    return Verdict(
        event,
        Outcome.UNCHANGED,
        Report((), changes.base_repository, 0, site_of(catalogue)),
        catalogue,
        time=receipt.received.astimezone(zone) if receipt else None,
        handed_in=_handed_in(id, catalogue) if id else None,
        receipt=receipt,
    )


def _judged(event: Event, changes: Changes, head: str) -> Verdict:
    pull_request = PullRequest(
        event.author,
        is_maintainer=event.is_maintainer,
        changed=changes.paths,
        existed=changes.existed,
        outdated=changes.outdated,
        has_time=event.time is not None,
    )
    touched = dossiers(pull_request)
    stale = _stale(touched, pull_request, changes)
    repository = changes.merged(without=_of_earlier(touched, pull_request) | stale)
    catalogue = Catalogue(repository)
    time = (event.time or event.opened).astimezone(zone_of(catalogue) or UTC)
    context = Context(catalogue, time, changes.history, pull_request)
    chosen = in_scope(changes.paths, repository)
    report = Report(
        judge(context, rules(), chosen),
        repository,
        sum(1 for path in chosen if path in repository.known_paths and record_at(path)),
        # Of the main branch, so that a pull request cannot move the rules' pages.
        site_of(Catalogue(changes.base_repository) if PROGRAMME in changes.paths else catalogue),
    )
    handed_in = _handed_in(touched[0].id, catalogue) if len(touched) == 1 else None
    outcome = Outcome.INADMISSIBLE if report.has_errors else Outcome.ADMISSIBLE
    has_receipt = outcome is Outcome.ADMISSIBLE and handed_in is not None
    brought = _brought(touched[0], pull_request, repository) if handed_in else None
    if brought:
        time = brought.received.astimezone(time.tzinfo)
    similar, compared = similar_to(handed_in, catalogue, changes.base) if handed_in else ((), None)
    return Verdict(
        event,
        outcome,
        report,
        catalogue,
        time=time if event.time or brought else None,
        handed_in=handed_in,
        receipt=(brought or _receipt(event, touched[0], repository, time, head))
        if has_receipt
        else None,
        conditions=_conditions(handed_in, context) if handed_in else (),
        similar=similar,
        compared=compared,
    )


def in_scope(paths: frozenset[str], repository: Repository) -> frozenset[str]:
    """What is judged: the paths that changed, and the rest of the record folders they lie in."""
    folders = {folder_of(path) for path in paths if path.count("/") > 2}
    return paths.union(*(paths_in(folder, repository.paths) for folder in folders))


def _of_earlier(touched: tuple[Dossier, ...], pull_request: PullRequest) -> frozenset[str]:
    """What the office wrote of an earlier version, and says nothing of what is handed in now."""
    names = ("receipt.yml", "admissibility.yml")
    paths = (f"{dossier.folder}/{name}" for dossier in touched for name in names)
    is_trusted = pull_request.is_maintainer
    return frozenset(path for path in paths if not (is_trusted and path in pull_request.changed))


def _stale(
    touched: tuple[Dossier, ...], pull_request: PullRequest, changes: Changes
) -> frozenset[str]:
    """New receipts that are not of these files, such as where a newer zip came after the first."""
    whole = changes.merged()
    paths = {path_of(each.id): each for each in touched}
    new = (pull_request.changed - pull_request.existed).intersection(paths, whole.known_paths)
    return frozenset(path for path in new if not _brought(paths[path], pull_request, whole))


def _handed_in(id: str, catalogue: Catalogue) -> HandedIn | None:
    """The dossier as a person is shown it; None where its data are gone."""
    record = catalogue.repository.record(Kind.SUBMISSION, id)
    if record is None:
        return None
    model = record.model if isinstance(record.model, Submission) else None
    call = catalogue.model(Kind.CALL, id.partition("/")[0])
    return HandedIn(id, model, call if isinstance(call, Call) else None)


def _conditions(handed_in: HandedIn, context: Context) -> tuple[Condition, ...]:
    record = context.catalogue.repository.record(Kind.SUBMISSION, handed_in.id)
    return conditions(record, context) if record else ()


def _brought(dossier: Dossier, pull_request: PullRequest, repository: Repository) -> Receipt | None:
    """The receipt that a maintainer brings along, where it is of what is handed in."""
    path = path_of(dossier.id)
    if not pull_request.is_maintainer or path not in pull_request.changed:
        return None
    receipt = repository.record_at(path).model if path in repository.known_paths else None
    if isinstance(receipt, Receipt) and receipt.digest == digest_of(repository.tree, dossier.id):
        return receipt
    return None


def _receipt(
    event: Event, dossier: Dossier, repository: Repository, time: datetime, head: str
) -> Receipt:
    """The receipt to be written: its number holds that of the pull request, so it never changes."""
    facts: dict[str, object] = {
        "number": f"{dossier.call}-{event.number}",
        "received": time.replace(microsecond=0),
        "head": head,
        "digest": digest_of(repository.tree, dossier.id),
    }
    try:
        return Receipt.model_validate({**facts, "pull_request": event.url})
    except ValidationError:
        # An address that no record may hold, such as that of a forge without a domain name.
        return Receipt.model_validate(facts)
