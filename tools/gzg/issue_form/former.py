"""What an earlier answer below an issue still tells: the dossier's name, and what was read last.

The answer is a comment of our own workflow, so nobody else's words are read here. Its first line is
a mark to find it by, its second holds this.
"""

import re
from dataclasses import dataclass
from datetime import datetime

MARK = "<!-- gzg issue -->"
_NOTE = re.compile(r"<!-- (?P<id>-|[a-z0-9-]+/[a-z0-9-]+) (?P<time>[\dT:+.Z-]{10,40}) -->")


@dataclass(frozen=True)
class Former:
    """The submission, once a version of it was proposed, and how new the issue was when read."""

    submission: str | None = None
    read: datetime | None = None


def note(former: Former) -> str:
    """The two lines that an answer begins with."""
    time = former.read.isoformat(timespec="seconds") if former.read else "-"
    return f"{MARK}\n<!-- {former.submission or '-'} {time} -->"


def former_of(answer: str) -> Former:
    """What the earlier answer tells; nothing where there is none."""
    lines = answer.split("\n", 2)
    found = (
        _NOTE.fullmatch(lines[1].strip()) if len(lines) > 1 and lines[0].strip() == MARK else None
    )
    if found is None:
        return Former()
    try:
        read = datetime.fromisoformat(found["time"])
    except ValueError:
        read = None
    is_instant = read is not None and read.tzinfo is not None
    return Former(None if found["id"] == "-" else found["id"], read if is_instant else None)
