"""The kit of a form: all that the page in the browser needs, made from the records and the texts.

For each call that takes dossiers, and for each language, `form.json` stands beside the page, and
for all of them together `SHARED_FILE` on the site. The program in the browser (`tools/form`) has no
sentence, rule or word of a programme of its own; `tools/form/src/core/kit.ts` has this shape as a
type. A form is a schema and an order of questions: another one, such as the registration of a
reuse, is another `form` with other sections. Keys are never left out: what is absent is null or
empty. Addresses are relative to the kit's own, unless they lead to another site.

    version     1; another shape is another number
    form        "submission"
    language    "nl" | "en"; the kits of both languages stand beside their pages
    call        {id, title, summary, demo, openness: "public" | "at_decision", asks: [word],
                 opens, closes: moment | null, zone: "Europe/Brussels", href}
                moment: {day: "2026-01-05", clock: "12:00:00" | null, first_instant, last_instant,
                 text}; instants with their offset, `text` as a person reads it
    schema      the address of the call's JSON Schema: field order, types, x-gzg, x-gzg-rules
    shared      the address of what all kits share: {version, organisations: [{id, name,
                 short_name, kind, nis, valid_from, valid_to, successor}], licences,
                 licence_aliases, licence_exceptions: [name], accounts: {country: form of its bank
                 accounts}, service_words, service_endings: [word]}; `organisations` are by id, one
                 for each NIS code, with only the keys that they have; `kind` is one of
                 `programme.organisation_kinds`; `successor` is a NIS code
    sections    [{field, title, help, example, demands: [sentence], is_list, required, each,
                 questions: [question], nested: section | null}]
                question: {field, texts, title, help, example, form, required, not_of: [role],
                 required_of: [role] | null, choices: [{id, title, description}], choices_from}
                `field` is empty where the section is one value; `form` is a value of
                `wizard.questions.Form`. A party whose role is in `not_of` is not asked it; with
                `required_of` only those roles must answer. `choices_from`: "earlier" |
                "blueprints" | "parties" (organisations of the dossier's own parties) | null.
                `each` is null, or the list has exactly one item for each of something:
                {key, of: "recommendations"} (of the earlier dossier), {key, of: "parties",
                roles: [role]}; `key` is the field of the item that names it. `nested` is a list
                inside the section: `agreement.decisions`
    chapters    [{part, part_title, part_said, part_help, heading, title, said, help, example,
                 wanted, minimum_words, maximum_words, is_first, is_last, hint}]: the texts of
                README.md. `part` and `heading` are the key of a text; `heading` is "" where the
                part has none. `part_title` and `title` are as they stand in the file, `part_said`
                and `said` the same in the reader's language; `wanted` is a sentence; `hint` is the
                line that stands in the file where nothing was typed
    programme   {title, main_language, authority, roles: [{id, title, description, function}],
                 organisation_kinds: [{id, title, local_government}], names: {kind of list:
                 {title in small letters: id}} for "did you mean", lists: {kind of list: {field,
                 title, ids}}}
    cards       {CODE: {severity, title, message, remedy, remedy_with: {value: remedy}, href}}, of
                every rule that the form judges, with {placeholders}
    names       {path: title}, of every field of the record: "parties[].share"
    texts       {key: sentence}: texts/form.yml, and from texts/wizard.yml as "wizard.<key>" those
                that are also said here
    formats     {decimal, group, months: [12], day: "{day} {month} {year}", truth: [no, yes],
                 list: {two, start, middle, end}, or: {two, start, middle, end}}; patterns have
                 {0} and {1}
    earlier     [{id, title, advice, recommendations: [{id, text}], files}]: refused dossiers;
                `advice` is the path of the file that the recommendations stand in, `files` the
                address of `form_earlier`
    taken       [id]: the folders of the call's own dossiers that everybody may read, in order
    blueprints  [{id, title}]
    file        {schema_line, width, above: {field: {nl: [line], en: [line]}}, still_open: {nl, en},
                 titles: {field: {nl, en}}}: what `wizard.record_text` writes by itself
    send        see `form_sending`

All of it is plain text, and much of it a stranger's: whoever shows it, shows it as text.
"""

import json
import posixpath
from collections.abc import Mapping, Sequence
from functools import cache
from typing import get_origin

from gzg.call_schema import compiled
from gzg.model.base import Model
from gzg.model.call import Call, Openness
from gzg.model.dates import Moment
from gzg.model.kinds import Kind
from gzg.model.programme import Programme
from gzg.model.schema import declaring, part_of
from gzg.model.submission import Submission
from gzg.repository.catalogue import VOCABULARY, Catalogue
from gzg.repository.repository import Record
from gzg.rules.gzg301_unknown_word import name_of
from gzg.rules.resubmissions import advice_path
from gzg.site.addresses import Section, relative
from gzg.site.dossiers import is_public
from gzg.site.edition import Edition
from gzg.site.form_earlier import earlier_path
from gzg.site.form_questions import chapters_of, sections_of
from gzg.site.form_sending import sending
from gzg.site.form_shared import SHARED_FILE
from gzg.site.form_words import cards, file_words, formats, texts
from gzg.site.page import Data
from gzg.site.wording import closing, opening
from gzg.texts import Language
from gzg.wizard.agenda import Agenda
from gzg.wizard.questions import title_of

VERSION = 1
NAME = "form.json"
"""The file beside the page."""

_NAMED = ("focus", "domain", "role", "blueprint-kind")
"""The lists of the programme that a dossier takes words from."""


def form_files(edition: Edition, calls: Sequence[tuple[Record, Call]]) -> dict[str, bytes]:
    """The kit of every call, in this edition's language: its path on the site → its bytes."""
    programme = edition.catalogue.programme
    if programme is None:
        return {}
    return {
        f"{edition.address(Section.HAND_IN, record.id)}{NAME}": _rendered(
            kit(edition, record.id, call, programme)
        )
        for record, call in calls
    }


def _rendered(kit: Data) -> bytes:
    return f"{json.dumps(kit, ensure_ascii=False)}\n".encode()


def kit(edition: Edition, id: str, call: Call, programme: Programme) -> Data:
    """All that the form of one call needs."""
    home = edition.address(Section.HAND_IN, id)
    agenda = Agenda(edition.catalogue, call, programme, edition.language)
    return {
        "version": VERSION,
        "form": str(Kind.SUBMISSION),
        "language": str(edition.language),
        "call": _call(edition, id, call, home),
        "schema": _file(compiled.path_of(id), home),
        "shared": _file(SHARED_FILE, home),
        "sections": sections_of(call, agenda.words),
        "chapters": chapters_of(call, agenda.words),
        "programme": _programme(edition, programme),
        "cards": {
            code: {**card, "href": relative(home, edition.address(Section.RULES, code))}
            for code, card in cards(edition.language).items()
        },
        "names": _names(edition.language),
        "texts": texts(edition.language),
        "formats": formats(edition.language),
        "earlier": _earlier(edition, agenda, home),
        "taken": _taken(edition.catalogue, id),
        "blueprints": [
            {"id": id, "title": edition.text(each.title)}
            for id, each in sorted(edition.catalogue.blueprints.items())
        ],
        "file": file_words(id),
        "send": sending(edition, programme, id),
    }


def _file(path: str, home: str) -> str:
    """The way from the folder of a page to a file of the site."""
    return posixpath.relpath(path, home)


def _call(edition: Edition, id: str, call: Call, home: str) -> Data:
    return {
        "id": id,
        "title": edition.text(call.title),
        "summary": edition.text(call.summary) if call.summary else "",
        "demo": call.demo,
        "openness": str(call.openness or Openness.PUBLIC),
        "asks": [str(asked) for asked in call.asks],
        "opens": call.opens and _moment(edition, call.opens, opening(edition, call.opens)),
        "closes": call.closes and _moment(edition, call.closes, closing(edition, call.closes)),
        "zone": edition.zone.key,
        "href": relative(home, edition.address(Section.CALLS, id)),
    }


def _moment(edition: Edition, moment: Moment, text: str) -> Data:
    return {
        "day": str(moment.day),
        "clock": moment.clock and f"{moment.clock:%H:%M:%S}",
        "first_instant": moment.first_instant(edition.zone).isoformat(),
        "last_instant": moment.last_instant(edition.zone).isoformat(),
        "text": text,
    }


def _programme(edition: Edition, programme: Programme) -> Data:
    return {
        "title": edition.text(programme.title),
        "main_language": programme.main_language,
        "authority": programme.authority,
        "roles": [
            {
                "id": role.id,
                "title": edition.text(role.title),
                "description": edition.text(role.description) if role.description else "",
                "function": str(role.function),
            }
            for role in programme.roles
        ],
        "organisation_kinds": [
            {
                "id": kind.id,
                "title": edition.text(kind.title),
                "local_government": kind.local_government,
            }
            for kind in programme.organisation_kinds
        ],
        "names": {
            kind: {
                title.lower(): term.id
                for term in getattr(programme, VOCABULARY[kind])
                for title in term.title.values()
            }
            for kind in _NAMED
        },
        "lists": {
            kind: {
                "field": VOCABULARY[kind],
                "title": name_of(VOCABULARY[kind]).readable(edition.language),
                "ids": sorted(edition.catalogue.ids(kind)),
            }
            for kind in _NAMED
        },
    }


@cache
def _names(language: Language) -> Mapping[str, str]:
    return {path: title_of(texts, language) for path, texts in _fields(Submission, "")}


def _fields(model: type[Model], before: str) -> list[tuple[str, str]]:
    """Every field of a model: its path, parts before what is in them, and the key of its texts."""
    found = []
    for name in model.model_fields:
        path = f"{before}{name}"
        found.append((path, declaring(model, name)))
        if part := part_of(model, name):
            is_list = get_origin(model.model_fields[name].annotation) is tuple
            found += _fields(part, f"{path}[]." if is_list else f"{path}.")
    return found


def _taken(catalogue: Catalogue, call: str) -> list[str]:
    """The folders that a new dossier cannot have; others say nothing of what is not public yet."""
    own = (id for id in catalogue.submissions if id.startswith(f"{call}/"))
    return sorted(id.partition("/")[2] for id in own if is_public(catalogue, id))


def _earlier(edition: Edition, agenda: Agenda, home: str) -> list[Data]:
    """Refused dossiers that everybody may read, with what the jury recommended."""
    return [
        {
            "id": choice.id,
            "title": choice.title,
            "advice": advice_path(choice.id, edition.catalogue),
            "recommendations": [
                {"id": each.id, "text": edition.text(each.text)}
                for each in agenda.recommendations(choice.id)
            ],
            "files": _file(earlier_path(choice.id), home),
        }
        for choice in agenda.earlier()
        if is_public(edition.catalogue, choice.id)
    ]
