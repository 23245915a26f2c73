"""The questions of a call, in the order of the submission's model, as data.

Titles and help stand in the texts of the model's fields; where those speak of how a value is
written in a file, `texts/wizard.yml` has the words for somebody who is asked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gzg.call_schema.call_constraints import APPLICANTS
from gzg.call_schema.pieces import SECTIONS
from gzg.call_schema.roles import roles_of
from gzg.diagnostics import FieldPath
from gzg.model.base import localised
from gzg.model.call import Asked, Call
from gzg.model.programme import Programme, RoleFunction, Term
from gzg.model.schema import field_texts
from gzg.texts import Language, entries


class Form(StrEnum):
    """What an answer is."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    DAY = "day"
    MONEY = "money"
    YEAR = "year"
    CHOICE = "choice"
    CHOICES = "choices"
    ORGANISATION = "organisation"
    PARTY = "party"
    LICENCE = "licence"
    DIGEST = "digest"
    MAILBOX = "mailbox"
    ADDRESS = "address"
    TEXTS = "texts"
    NUMBERS = "numbers"


@dataclass(frozen=True)
class Choice:
    """Something to choose: its id, and its title and description in the reader's language."""

    id: str
    title: str
    description: str = ""


@dataclass(frozen=True)
class Question:
    """One thing to ask: the field, the key of its texts, and what an answer is.

    A party with a role in `not_of` is not asked it; where `required_of` is given, only parties with
    one of those roles must answer.
    """

    field: str
    texts: str
    form: Form
    required: bool = True
    choices: tuple[Choice, ...] = ()
    not_of: tuple[str, ...] = ()
    required_of: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Section:
    """A field of a submission and the questions that fill it.

    A list is asked item by item. Where the field of its one question is empty, the section is a
    single value; else it is a mapping, such as the contact.
    """

    field: str
    questions: tuple[Question, ...]
    is_list: bool = False
    required: bool = True

    @property
    def texts(self) -> str:
        """The key of its title and help."""
        return f"Submission.{self.field}"


@dataclass(frozen=True)
class Wording:
    """The programme's words in the reader's language."""

    programme: Programme
    language: Language

    def said(self, text: Mapping[str, str]) -> str:
        """A localised text."""
        return localised(text, self.language, self.programme.main_language)[0]

    def choices(self, terms: Sequence[Term]) -> tuple[Choice, ...]:
        """The programme's words to choose from."""
        return tuple(
            Choice(x.id, self.said(x.title), self.said(x.description) if x.description else "")
            for x in terms
        )


def title_of(texts: str, language: Language) -> str:
    """What a field or section is called."""
    return field_texts()[texts][language]["title"]


def help_of(texts: str, language: Language) -> tuple[str, str]:
    """What is asked, and an example; the example is empty where there is none."""
    own = entries("wizard").get(f"help.{texts}")
    text = own[language] if own else field_texts()[texts][language]["description"]
    mark = {Language.NL: "Voorbeeld: ", Language.EN: "Example: "}[language]
    said, _, example = text.partition(mark)
    return said.replace("`", "").strip(), example.replace("`", "").strip().strip("[]")


def sections(call: Call, programme: Programme, language: Language) -> tuple[Section, ...]:
    """Every section that the call asks; the choices are those that it allows."""
    words = Wording(programme, language)
    asked = {SECTIONS[each] for each in call.asks if each in SECTIONS}
    left_out = set(SECTIONS.values()) - asked
    if not (call.eligibility and call.eligibility.resubmission):
        left_out |= {"resubmission_of", "answers"}
    return tuple(each for each in _every(call, words) if each.field not in left_out)


def _every(call: Call, words: Wording) -> Iterator[Section]:
    programme = words.programme
    focuses = words.choices(tuple(x for x in programme.focuses if x.id in call.focuses))
    yield _single("title", Form.TEXT)
    yield _single("summary", Form.LONG_TEXT)
    yield _single("focus", Form.CHOICE, choices=focuses)
    domains = words.choices(programme.domains)
    yield _single("domains", Form.CHOICES, required=False, choices=domains)
    yield _single("begins", Form.DAY)
    yield _single("ends", Form.DAY)
    yield _single("requested", Form.MONEY)
    yield _single("own_contribution", Form.MONEY, required=call.cofinancing is not None)
    yield _parties(call, words)
    yield _budget()
    yield _success_plan()
    yield _blueprints(words)
    yield _building_blocks()
    yield _single("standards", Form.TEXTS)
    yield _single("resubmission_of", Form.CHOICE, required=False)
    answer = _of("Answer", "answer", Form.LONG_TEXT)
    yield Section("answers", (answer,), is_list=True, required=False)
    yield _agreement()
    yield Section(
        "contact", (_of("Contact", "service", Form.TEXT), _of("Contact", "mailbox", Form.MAILBOX))
    )
    # Without one nobody could ever change the dossier; an exercise may do without.
    yield _single("accounts", Form.NUMBERS, required=not call.demo)


def _single(
    name: str, form: Form, *, required: bool = True, choices: tuple[Choice, ...] = ()
) -> Section:
    asked = Question("", f"Submission.{name}", form, required, choices)
    return Section(name, (asked,), required=required)


def _of(model: str, name: str, form: Form, *, required: bool = True) -> Question:
    return Question(name, f"{model}.{name}", form, required)


def _parties(call: Call, words: Wording) -> Section:
    roles = tuple(
        role for role in words.programme.roles if role.function is not RoleFunction.PARTICIPANT
    )
    role = _of("ConsortiumParty", "role", Form.CHOICE)
    asked: tuple[Question, ...] = (
        _of("ConsortiumParty", "organisation", Form.ORGANISATION),
        replace(role, choices=words.choices(roles)),
        _of("ConsortiumParty", "task", Form.LONG_TEXT, required=False),
    )
    paid = roles_of(words.programme, RoleFunction.SUBCONTRACTOR)
    if Asked.SHARES in call.asks:
        share = _of("ConsortiumParty", "share", Form.MONEY)
        signing = roles_of(words.programme, *APPLICANTS)
        asked += (replace(share, not_of=paid, required_of=signing),)
    own = _of("ConsortiumParty", "own_contribution", Form.MONEY, required=False)
    asked += (replace(own, not_of=paid),)
    return Section("parties", asked, is_list=True)


def _budget() -> Section:
    asked = (
        _of("BudgetLine", "organisation", Form.PARTY),
        _of("BudgetLine", "year", Form.YEAR),
        _of("BudgetLine", "title", Form.TEXT),
        _of("BudgetLine", "amount", Form.MONEY),
    )
    return Section("budget", asked, is_list=True)


def _success_plan() -> Section:
    names = ("title", "baseline", "target")
    asked = tuple(_of("Indicator", name, Form.TEXT) for name in names)
    return Section("success_plan", (*asked, _of("Indicator", "date", Form.DAY)), is_list=True)


def _blueprints(words: Wording) -> Section:
    kinds = _of("PlannedBlueprint", "kinds", Form.CHOICES)
    asked = (
        _of("PlannedBlueprint", "title", Form.TEXT),
        replace(kinds, choices=words.choices(words.programme.blueprint_kinds)),
        _of("PlannedBlueprint", "licence", Form.LICENCE),
        _of("PlannedBlueprint", "summary", Form.LONG_TEXT, required=False),
    )
    return Section("blueprints", asked, is_list=True)


def _building_blocks() -> Section:
    asked = (
        _of("BuildingBlock", "title", Form.TEXT),
        _of("BuildingBlock", "blueprint", Form.CHOICE, required=False),
        _of("BuildingBlock", "url", Form.ADDRESS, required=False),
    )
    return Section("building_blocks", asked, is_list=True)


def _agreement() -> Section:
    asked = (
        _of("Agreement", "date", Form.DAY),
        _of("Agreement", "sha256", Form.DIGEST),
        _of("Agreement", "kept_by", Form.PARTY),
    )
    return Section("agreement", asked)


BODY = (
    _of("BodyDecision", "body", Form.TEXT),
    _of("BodyDecision", "date", Form.DAY),
)
"""What is asked of each party that signs the agreement."""

DECISIONS: FieldPath = ("agreement", "decisions")


def missing(data: Mapping[str, object], call: Call, programme: Programme) -> tuple[str, ...]:
    """The fields of a submission that the call wants and that are not there."""
    wanted = sections(call, programme, Language.NL)
    return tuple(
        each.field
        for each in wanted
        if each.field not in data
        and (each.required or (each.field == "answers" and "resubmission_of" in data))
    )
