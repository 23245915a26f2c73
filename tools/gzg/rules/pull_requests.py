"""What the rules on pull requests share: which dossiers one touches, and what the office writes."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from gzg.model.call import Call
from gzg.model.decision import Decision
from gzg.model.kinds import Kind
from gzg.repository import layout
from gzg.repository.pull_request import PullRequest
from gzg.repository.structure import validated
from gzg.rules.rule import Context

_OFFICE = re.compile(
    r"submissions/[^/]+/[^/]+/(?:(?:receipt|admissibility)\.yml|assessments/.+)"
    r"|content/calls/[^/]+/(?:jury|advice|decision)\.yml"
)
SUBMISSIONS = "submissions/"
DEPTH = 3
"""Slashes in the path of a file of a dossier, or more: `submissions/<call>/<id>/…`."""


@dataclass(frozen=True)
class Dossier:
    """A dossier that a pull request touches: its id, and which files of it."""

    id: str
    changed: tuple[str, ...]

    @property
    def call(self) -> str:
        """The id of the call whose folder it stands in."""
        return self.id.partition("/")[0]

    @property
    def folder(self) -> str:
        """The folder of the dossier."""
        return f"{SUBMISSIONS}{self.id}"

    @property
    def path(self) -> str:
        """The file with its data."""
        return f"{self.folder}/submission.yml"

    @property
    def touched(self) -> str:
        """The file to speak of: that with its data where it is touched."""
        return self.path if self.path in self.changed else self.changed[0]


def is_of_office(path: str) -> bool:
    """Whether only the programme office writes this file."""
    return _OFFICE.fullmatch(path) is not None


def dossiers(pull_request: PullRequest) -> tuple[Dossier, ...]:
    """The dossiers of which handed-in files are touched, by id."""
    found = defaultdict(list)
    for path in sorted(pull_request.changed):
        id = layout.handed_in_at(path)
        if id and not is_of_office(path):
            found[id].append(path)
    return tuple(Dossier(id, tuple(paths)) for id, paths in sorted(found.items()))


def is_gone(dossier: Dossier, pull_request: PullRequest, context: Context) -> bool:
    """Whether a dossier that was there would be taken away; GZG402 speaks of that."""
    known = context.catalogue.repository.known_paths
    return dossier.path in pull_request.existed and dossier.path not in known


def has_existed(dossier: Dossier, pull_request: PullRequest, context: Context) -> bool:
    """Whether anything was in the dossier's folder before."""
    if not pull_request.existed.isdisjoint(dossier.changed):
        return True
    inside = layout.paths_in(dossier.folder, context.catalogue.repository.paths)
    handed_in = (path for path in inside if layout.handed_in_at(path))
    return any(path not in pull_request.changed for path in handed_in)


def accounts(dossier: Dossier, pull_request: PullRequest, context: Context) -> tuple[int, ...]:
    """The accounts that may change a dossier, as it was before the pull request."""
    repository = context.catalogue.repository
    source = context.history.before.get(dossier.path)
    is_unchanged = dossier.path not in pull_request.changed
    if source is None and is_unchanged and dossier.path in repository.known_paths:
        source = repository.source(dossier.path)
    named = source.data.get("accounts") if source else None
    return tuple(each for each in named if type(each) is int) if isinstance(named, list) else ()


def is_refused(dossier: Dossier, pull_request: PullRequest, context: Context) -> bool:
    """Whether a dossier that was there is changed by an account that it did not name."""
    if not has_existed(dossier, pull_request, context) or is_gone(dossier, pull_request, context):
        return False
    is_own = pull_request.author in accounts(dossier, pull_request, context)
    return not is_own and not is_for_practice(dossier, pull_request, context)


def is_misplaced(path: str, context: Context) -> bool:
    """Whether somebody hands in a file that lies in the folder of no dossier."""
    pull_request = context.pull_request
    if pull_request is None or pull_request.is_maintainer or path not in pull_request.changed:
        return False
    is_beside = path.startswith(SUBMISSIONS) and path.count("/") < DEPTH
    return is_beside and path in context.catalogue.repository.known_paths


def is_decided(dossier: Dossier, context: Context) -> bool:
    """Whether the authority had decided on a dossier before the pull request."""
    path = f"content/calls/{dossier.call}/decision.yml"
    before: Mapping[str, object] | None = None
    if path in context.history.before:
        before = context.history.before[path].data
    decision = (
        validated(Decision, before)[0]
        if before is not None
        else context.catalogue.model(Kind.DECISION, dossier.call)
    )
    if not isinstance(decision, Decision):
        return False
    granted = {each.submission for each in decision.granted}
    return dossier.id in granted | {each.submission for each in decision.refused}


def is_for_practice(dossier: Dossier, pull_request: PullRequest, context: Context) -> bool:
    """Whether it is the office's own example, which maintainers may keep up."""
    call = context.catalogue.model(Kind.CALL, dossier.call)
    return pull_request.is_maintainer and isinstance(call, Call) and call.demo
