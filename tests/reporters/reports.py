"""A report with one of everything that a reporter must be able to show."""

from datetime import datetime
from zoneinfo import ZoneInfo

from gzg.engine.judge import judge
from gzg.engine.report import Report
from gzg.repository.catalogue import Catalogue
from gzg.repository.history import History
from gzg.repository.repository import Repository
from gzg.repository.source_file import read_source
from gzg.repository.tree import MemoryTree
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from tests.rules.examples import laid_over, smallest_files

NOW = datetime(2026, 1, 1, 12, tzinfo=ZoneInfo("Europe/Brussels"))
PROJECT = "content/projects/voorbeeld/project.yml"
README = "content/projects/voorbeeld/README.md"
GONE = "content/news/oud.md"
LONG = "Een lange zin over het loket. " * 8

TEXT = f"""\
# Voorbeeld

#### Wat we deden

Vraag het aan jan.peeters@voorbeeldstad.be, of lees [hier](https://www.example.org/a) meer.

{LONG}![](https://www.example.org/loket.png) {LONG}

Een naam met een\tab en [een link](<\u202eweg.md>).
"""


def report(*, site: str = "", text: str = TEXT) -> Report:
    """The faults of a project's text, an unknown field and a message that is gone."""
    files = smallest_files()
    files[README] = text.encode()
    files[PROJECT] = laid_over("sumary: Kort.\n", files[PROJECT].decode(), [])
    before = {GONE: read_source(GONE, b"---\ntitle: Oud\ndate: 2022-01-01\n---\n\nOud.\n")}
    repository = Repository(MemoryTree(files))
    history = History(before, frozenset({GONE, README}))
    found = judge(Context(Catalogue(repository), NOW, history), rules())
    return Report(found, repository, records=1234, site=site)


def clean_report(records: int) -> Report:
    """A report that found nothing."""
    return Report((), Repository(MemoryTree(smallest_files())), records)
