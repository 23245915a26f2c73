"""What a rule is: a code, a severity, what it looks at, and a check that yields findings.

There are seven shapes, by what the check is given: a fault of reading, a fault of an annex, a
record, a Markdown text, a text file of any kind, the names of files, or the catalogue as a whole.

A rule that is about few of its subjects says so in `only_if`: a cheap look that tells whether there
can be anything to find. It is asked once for neighbouring rules that share it, and spares the
check of ten thousands of texts that have nothing of the kind.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Generic, TypeVar

from gzg.annexes.fault import FaultName as AnnexFaultName
from gzg.diagnostics import Finding, Severity
from gzg.model.base import Model
from gzg.repository.catalogue import Catalogue
from gzg.repository.faults import Fault, FaultName
from gzg.repository.history import NO_HISTORY, History
from gzg.repository.markdown import Prose
from gzg.repository.pull_request import PullRequest
from gzg.repository.repository import Record
from gzg.repository.source_file import SourceFile
from gzg.rules.submissions import Submissions

M = TypeVar("M", bound=Model)


def always(*subject: object) -> bool:
    """The condition of a rule that is about all of its subjects."""
    return True


@dataclass(frozen=True)
class Context:
    """What a check may look at beside its subject; `now` has a time zone."""

    catalogue: Catalogue
    now: datetime
    history: History = NO_HISTORY
    pull_request: PullRequest | None = None

    @cached_property
    def submissions(self) -> Submissions:
        """The dossiers against their calls."""
        return Submissions(self.catalogue)


@dataclass(frozen=True, kw_only=True)
class FaultRule:
    """Gives a fault of reading its code; `values` can add to what the fault says of itself."""

    code: str
    severity: Severity
    faults: tuple[FaultName, ...]
    values: Callable[[Fault], Mapping[str, object]] = lambda fault: fault.values


@dataclass(frozen=True, kw_only=True)
class AnnexRule:
    """Gives what was found in an annex its code; all faults of one name are one diagnostic.

    Its values are those of the first of them, and the fault's own name, with `_` for `-`.
    """

    code: str
    severity: Severity
    faults: tuple[AnnexFaultName, ...]


@dataclass(frozen=True, kw_only=True)
class RecordRule(Generic[M]):
    """Looks at every record of a model, or of any model below a shared one such as `Sourced`.

    A record that has one of the codes in `requires` is passed over.
    """

    code: str
    severity: Severity
    model: type[M]
    check: Callable[[Record, M, Context], Iterator[Finding]]
    requires: tuple[str, ...] = ()
    only_if: Callable[[Record, Context], bool] = always


@dataclass(frozen=True, kw_only=True)
class ProseRule:
    """Looks at every Markdown text."""

    code: str
    severity: Severity
    check: Callable[[Prose, Context], Iterator[Finding]]
    only_if: Callable[[Prose], bool] = always


@dataclass(frozen=True, kw_only=True)
class FileRule:
    """Looks at every text file, whatever is in it; `in_annexes`: also at the text of annexes."""

    code: str
    severity: Severity
    check: Callable[[SourceFile, Context], Iterator[Finding]]
    in_annexes: bool = False
    only_if: Callable[[str], bool] = always


@dataclass(frozen=True, kw_only=True)
class PathRule:
    """Looks once at the names of the files that are judged; the others are in the catalogue."""

    code: str
    severity: Severity
    check: Callable[[Sequence[str], Context], Iterator[Finding]]


@dataclass(frozen=True, kw_only=True)
class CatalogueRule:
    """Looks once, at everything together."""

    code: str
    severity: Severity
    check: Callable[[Context], Iterator[Finding]]


Rule = FaultRule | AnnexRule | RecordRule[Model] | ProseRule | FileRule | PathRule | CatalogueRule
