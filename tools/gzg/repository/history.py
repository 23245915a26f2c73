"""What the rules may know of the past: the same files as they were before, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gzg.repository.source_file import SourceFile


@dataclass(frozen=True)
class History:
    """The files that differ from an earlier state, as they were then.

    `before` has every file that was changed or removed since; `touched` every file that was
    changed, added or removed. `is_complete` is false for a clone without its full history.
    """

    before: Mapping[str, SourceFile] = field(default_factory=dict)
    touched: frozenset[str] = frozenset()
    is_complete: bool = True


NO_HISTORY = History()
