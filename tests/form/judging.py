"""One dossier before both judges: the rules in Python, and the core of the form in Node.

A `Case` is a dossier as the browser keeps it. For Python it becomes the files that the terminal
writes. All cases of one call are judged there in one run, because reading the programme takes much
longer than judging a dossier.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from gzg.call_schema.compiled import rendered
from gzg.diagnostics import Diagnostic, FieldPath, Span
from gzg.engine.judge import judge
from gzg.engine.report import Report
from gzg.model.call import Call
from gzg.model.programme import Programme
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import OverlaidTree, WorkingTree
from gzg.rules.registry import rules
from gzg.rules.rule import Context
from gzg.site.form_kit import kit
from gzg.site.form_shared import shared_file
from gzg.site.form_words import CODES
from gzg.texts import Language
from gzg.wizard import dossier_text, record_text
from gzg.wizard.comments import FoundComments
from gzg.wizard.dossier_text import TextKey
from gzg.wizard.draft import path_of_text
from gzg.wizard.judgement import field_at
from gzg.wizard.plain_data import paths_in, value_at
from gzg.wizard.questions import missing
from tests.form.core import Core
from tests.site.programmes import ROOT, edition_of

AMOUNTS: frozenset[FieldPath] = frozenset(
    {
        ("requested",),
        ("own_contribution",),
        ("parties", 0, "share"),
        ("parties", 0, "own_contribution"),
        ("budget", 0, "amount"),
    }
)
"""Fields that hold an amount: a dossier in the browser keeps it as text."""


@dataclass(frozen=True)
class Case:
    """A dossier, by a name that says what is wrong with it."""

    name: str
    data: Mapping[str, Any] = field(repr=False)
    texts: Mapping[TextKey, str] = field(repr=False)
    comments: FoundComments = field(default_factory=FoundComments, repr=False)


class Found(NamedTuple):
    """What one judge says: the code, the sentences, and where, as far as both can tell it."""

    code: str
    severity: str
    file: str
    place: tuple[object, ...]
    message: str
    remedy: str


@dataclass(frozen=True)
class Setting:
    """A call of the programme, with files laid over those of the repository."""

    call_id: str
    files: tuple[tuple[str, str], ...] = ()

    def catalogue(self) -> Catalogue:
        return _catalogue(self)

    @property
    def call(self) -> Call:
        return self.catalogue().calls[self.call_id]

    @property
    def programme(self) -> Programme:
        programme = self.catalogue().programme
        assert programme
        return programme


@cache
def _catalogue(setting: Setting) -> Catalogue:
    tree = WorkingTree(ROOT)
    laid_over = {path: text.encode() for path, text in setting.files}
    repository = Repository(tree)
    return Catalogue(Repository(OverlaidTree(tree, repository.paths, laid_over)))


def teach(core: Core, setting: Setting, language: Language) -> str:
    """Give the core the kit of a call; its name there."""
    catalogue = setting.catalogue()
    edition = edition_of(catalogue.repository.tree, language)
    schema = json.loads(rendered(setting.call, setting.programme))
    (shared,) = shared_file(catalogue).values()
    name = f"{setting.call_id}.{language}"
    found = kit(edition, setting.call_id, setting.call, setting.programme)
    core.ask("kit", name=name, kit=found, schema=schema, shared=json.loads(shared))
    return name


def dossier(setting: Setting, id: str, case: Case) -> dict[str, object]:
    """A case as the browser keeps it."""
    comments = case.comments
    return {
        "id": id,
        "call": setting.call_id,
        "data": kept(case.data),
        "texts": {f"{part}/{heading}": text for (part, heading), text in case.texts.items()},
        "comments": {
            "above": [[list(path), list(lines)] for path, lines in comments.above.items()],
            "ending": list(comments.ending),
        },
    }


def kept(data: Any, way: FieldPath = ()) -> Any:
    """Plain data with amounts as text."""
    if isinstance(data, Mapping):
        return {key: kept(value, (*way, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [kept(each, (*way, 0)) for each in data]
    is_number = isinstance(data, int | Decimal) and not isinstance(data, bool)
    return f"{Decimal(data):f}" if is_number and way in AMOUNTS else data


def files_of(setting: Setting, id: str, case: Case, language: Language) -> dict[str, str]:
    """The files that the terminal writes for a case."""
    call, programme = setting.call, setting.programme
    record = record_text.rendered(
        {"id": id, "call": call.id, **case.data},
        language,
        missing(case.data, call, programme),
        case.comments,
    )
    title = str(case.data.get("title") or id)
    folder = f"submissions/{call.id}/{id}"
    readme = dossier_text.rendered(title, call, programme, case.texts)[0]
    return {f"{folder}/submission.yml": record, f"{folder}/README.md": readme}


class Judged(NamedTuple):
    """What Python says of several cases: for each, in each language."""

    found: Mapping[str, Mapping[Language, tuple[Found, ...]]]
    repository: Repository


def judged_in_python(setting: Setting, cases: Mapping[str, Case], now: datetime) -> Judged:
    """Every case by its id, judged by the rules that the kit names."""
    files: dict[str, bytes] = {}
    for id, case in cases.items():
        written = files_of(setting, id, case, Language.NL)
        files |= {path: text.encode() for path, text in written.items()}
    base = setting.catalogue().repository
    repository = Repository(OverlaidTree(base.tree, base.paths, files))
    chosen = tuple(rule for rule in rules() if rule.code in CODES)
    found = judge(Context(Catalogue(repository), now), chosen, frozenset(files))
    report = Report(found, repository, len(cases))
    by_case: dict[str, dict[Language, list[Found]]] = defaultdict(lambda: defaultdict(list))
    for language in Language:
        for each in report.worded(language):
            id = each.diagnostic.path.split("/")[2]
            file, place = place_of(each.diagnostic, repository, setting, cases[id])
            by_case[id][language].append(
                Found(
                    each.diagnostic.code,
                    str(each.diagnostic.severity),
                    file,
                    place,
                    each.message,
                    each.remedy,
                )
            )
    return Judged(
        {id: {lang: tuple(sorted(by_case[id][lang])) for lang in Language} for id in cases},
        repository,
    )


def place_of(
    diagnostic: Diagnostic, repository: Repository, setting: Setting, case: Case
) -> tuple[str, tuple[object, ...]]:
    """The file, and the span of the field or the key of the text."""
    path, file = diagnostic.path, diagnostic.path.rpartition("/")[2]
    if file == "README.md":
        id = path.split("/")[2]
        return file, _key_at(setting, id, case, diagnostic.span)
    positions = repository.source(path).positions
    return file, tuple(positions.of(field_at(positions, diagnostic)))


def _key_at(setting: Setting, id: str, case: Case, span: Span) -> tuple[object, ...]:
    title = str(case.data.get("title") or id)
    keys = dossier_text.rendered(title, setting.call, setting.programme, case.texts)[1]
    key = keys[span.line - 1] if 0 < span.line <= len(keys) else None
    return ("README",) if key is None else path_of_text(key)


def judged_in_javascript(
    core: Core, setting: Setting, kit_name: str, id: str, case: Case, now: datetime, judged: Judged
) -> tuple[Found, ...]:
    """The same of one case by the core."""
    answer = core.ask(
        "judge", name=kit_name, dossier=dossier(setting, id, case), now=now.isoformat()
    )
    positions = judged.repository.source(
        f"submissions/{setting.call_id}/{id}/submission.yml"
    ).positions
    found = []
    for each in answer:
        path: FieldPath = tuple(each["path"])
        is_text = path[:1] == ("README",)
        file = "README.md" if is_text else "submission.yml"
        place = path if is_text else tuple(positions.of(path))
        found.append(
            Found(each["code"], each["severity"], file, place, each["message"], each["remedy"])
        )
    return tuple(sorted(found))


def by_id(cases: Sequence[Case]) -> Iterator[tuple[str, Case]]:
    """Each case with the name of its folder."""
    for number, case in enumerate(cases):
        yield f"geval-{number}", case


def can_be_typed(case: Case) -> bool:
    """Whether the browser keeps it as it is: the title is text, no number is refused."""
    ways = (
        (path, tuple(0 if isinstance(step, int) else step for step in path))
        for path in paths_in(case.data)
    )
    found = (value_at(case.data, path) for path, way in ways if way in AMOUNTS)
    numbers = [each for each in found if isinstance(each, int | Decimal)]
    is_text = type(case.data.get("title", "")) in {str, int}
    return is_text and all(each >= 0 and round(each, 2) == each for each in numbers)
