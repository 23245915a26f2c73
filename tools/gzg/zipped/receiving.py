"""A dossier laid over the repository, in memory: the verdict on it, what it replaces, its receipt.

Nothing is written here. As in a pull request, what the office wrote of an earlier version says
nothing of this one, so it is left out while judging.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from gzg.engine.judge import judge
from gzg.engine.report import Report, site_of
from gzg.model.kinds import Kind
from gzg.model.receipt import Receipt
from gzg.repository.catalogue import Catalogue
from gzg.repository.digest import digest_of
from gzg.repository.layout import handed_in_at
from gzg.repository.repository import Repository
from gzg.repository.tree import OverlaidTree
from gzg.rules import pull_requests
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from gzg.zipped.differences import Difference, differences
from gzg.zipped.dossier import Dossier
from gzg.zipped.refusal import Problem, RefusalError

NO_PLACE = "GZG012"
"""Of a file without a place in the layout nobody looks at the contents: here it is no mere warning,
because whoever sent a zip sees no check of their own."""


@dataclass(frozen=True)
class Received:
    """A dossier with the verdict on it.

    `before` are the files of the version that it replaces, `of_office` those beside it that the
    office wrote; both by their path in the folder. `earlier` is the receipt among those.
    """

    dossier: Dossier
    report: Report
    before: Mapping[str, bytes]
    of_office: Mapping[str, bytes]
    earlier: Receipt | None = None

    @property
    def is_faulty(self) -> bool:
        """Whether it must not be taken in as it is."""
        found = {each.code for each in self.report.diagnostics}
        return self.report.has_errors or NO_PLACE in found

    @property
    def digest(self) -> str:
        """The digest of what was handed in."""
        return digest_of(self.report.repository.tree, self.dossier.submission)

    @property
    def changes(self) -> tuple[Difference, ...]:
        """What it changes of the version that it replaces."""
        return differences(self.before, self.dossier.files)


def receive(dossier: Dossier, catalogue: Catalogue, now: datetime, *, replaces: bool) -> Received:
    """Judge a dossier as it would stand in the repository at `now`.

    Raises RefusalError where there is one in its place that may not be replaced.
    """
    base = catalogue.repository
    there = [path for path in base.paths if path.startswith(f"{dossier.folder}/")]
    _refuse_replacing(dossier, catalogue, now, is_there=bool(there), replaces=replaces)
    gone = frozenset(there)
    kept_paths = tuple(path for path in base.paths if path not in gone)
    repository = Repository(OverlaidTree(base.tree, kept_paths, dossier.paths))
    laid_over = Catalogue(repository)
    found = judge(Context(laid_over, now), rules(), frozenset(dossier.paths))
    report = Report(found, repository, 1, site_of(catalogue))
    contents = {path: base.tree.read(path) if base.tree.size(path) >= 0 else b"" for path in there}
    names = {path: path.removeprefix(f"{dossier.folder}/") for path in there}
    before = {names[path]: raw for path, raw in contents.items() if handed_in_at(path)}
    of_office = {names[path]: raw for path, raw in contents.items() if not handed_in_at(path)}
    earlier = catalogue.model(Kind.RECEIPT, dossier.submission)
    receipt = earlier if isinstance(earlier, Receipt) else None
    return Received(dossier, report, before, of_office, receipt)


def _refuse_replacing(
    dossier: Dossier, catalogue: Catalogue, now: datetime, *, is_there: bool, replaces: bool
) -> None:
    if is_there and not replaces:
        raise RefusalError(Problem.EXISTS, folder=dossier.folder)
    known = pull_requests.Dossier(dossier.submission, ())
    if pull_requests.is_decided(known, Context(catalogue, now)):
        raise RefusalError(Problem.DECIDED, folder=dossier.folder)


def receipt_of(received: Received, time: datetime, head: str) -> Receipt:
    """The receipt for a dossier that came in at `time`, as it is at the commit `head`.

    Where the same files had a receipt already, it goes on naming the commit that they came with.
    Its number holds the beginning of the digest: the same zip gets the same number, and no pull
    request has it.
    """
    call, digest = received.dossier.call.name, received.digest
    earlier = received.earlier
    if earlier and earlier.digest == digest:
        head = earlier.head
    return Receipt.model_validate(
        {
            "number": f"{call}-zip-{digest[:8]}",
            "received": time.replace(microsecond=0),
            "head": head,
            "digest": digest,
        }
    )
