"""The issue forms of a programme as files in GitHub's form schema, made from its calls.

See https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema.
A file follows from the call, the programme and our texts alone: whether a call is open at this
moment is told when somebody hands in.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from gzg.issue_form.fields import SUBJECT, FormField, Shape, fields
from gzg.model.call import Call
from gzg.model.programme import Programme
from gzg.repository.catalogue import Catalogue
from gzg.site.issue_forms import FOLDER, languages_of, path_of, takes_issues
from gzg.texts import Language, entries, say
from gzg.wizard.demands import demands, words_wanted
from gzg.wizard.questions import Choice, Form, Question, Wording, help_of, title_of
from gzg.wizard.yaml_writer import written

MARK = "Made by `gzg issue-form` from the call: change the call, then type that again."
"""The first line of every file, by which one that is of no call any more is known."""

Element = Mapping[str, object]


def template_files(catalogue: Catalogue) -> dict[str, bytes]:
    """Every form that must be there: its path → its bytes."""
    programme = catalogue.programme
    if programme is None:
        return {}
    return {
        path_of(id, language): rendered(call, programme, language).encode()
        for id, call in catalogue.calls.items()
        if takes_issues(catalogue, id)
        for language in languages_of(programme)
    }


def write(root: Path, wanted: Mapping[str, bytes]) -> None:
    """Write every form."""
    for path, raw in wanted.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)


def stale(root: Path, wanted: Mapping[str, bytes]) -> list[str]:
    """The forms, relative to `root`, that are absent, outdated or of no call any more; sorted."""
    files = (path for path in (root / FOLDER).glob("*.yml") if path.is_file())
    read = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
    first = f"# {MARK}\n".encode()
    ours = {path for path, raw in read.items() if raw.startswith(first)}
    return [path for path in sorted(ours | wanted.keys()) if wanted.get(path) != read.get(path)]


def rendered(call: Call, programme: Programme, language: Language) -> str:
    """The text of a form."""
    words = Wording(programme, language)
    title = words.said(call.title)
    data = {
        "name": say(SUBJECT, "name", language, call=title),
        "description": say(SUBJECT, "description", language),
        "title": say(SUBJECT, "title", language, call=title),
        "body": [
            {"type": "markdown", "attributes": {"value": say(SUBJECT, "intro", language)}},
            *(
                {"type": kind, "id": _id_of(field, number), **rest}
                for number, field in enumerate(fields(call, programme, language))
                for kind, rest in [_element(field, call, words)]
            ),
        ],
    }
    return written(data, {("name",): (MARK,)})


def _id_of(field: FormField, number: int) -> str:
    """The name of a field for the forge, which takes letters, digits, hyphens and underscores."""
    if field.chapter:
        return f"text-{number}"
    return "-".join(str(step).lower().replace(".", "_") for step in field.path)


def _element(field: FormField, call: Call, words: Wording) -> tuple[str, Element]:
    """The type of an element, and the rest of it.

    Only the call and the consent are compelled: what else is lacking is told in the answer.
    """
    attributes: dict[str, object] = {"label": field.label}
    if text := "\n".join(_help(field, call, words)):
        attributes["description"] = text
    match field.shape:
        case Shape.CALL:
            attributes |= {"options": [call.id], "default": 0}
            return "dropdown", {"attributes": attributes, "validations": {"required": True}}
        case Shape.CONSENT:
            option = {"label": say(SUBJECT, "consent-option", words.language), "required": True}
            return "checkboxes", {"attributes": attributes | {"options": [option]}}
        case Shape.CHOICE:
            return "dropdown", {"attributes": attributes | {"options": _options(field)}}
        case Shape.CHOICES:
            options = [{"label": each} for each in _options(field)]
            return "checkboxes", {"attributes": attributes | {"options": options}}
        case Shape.RECORD:
            return "textarea", {"attributes": attributes | {"render": "yaml"}}
    if example := _example(field, words.language):
        attributes["placeholder"] = example
    return "input" if field.shape is Shape.LINE else "textarea", {"attributes": attributes}


def _options(field: FormField) -> list[str]:
    """The titles to choose from; the ids where two titles are the same."""
    choices = field.question.choices if field.question else ()
    titles = [each.title for each in choices]
    return titles if len(set(titles)) == len(titles) else [each.id for each in choices]


def asked(texts: str, language: Language) -> str:
    """What is asked; in words of its own where those of `gzg new` speak of how it asks."""
    own = entries(SUBJECT).get(f"help.{texts}")
    return own[language] if own else help_of(texts, language)[0]


def _help(field: FormField, call: Call, words: Wording) -> Iterator[str]:
    """What is asked, in Markdown: a paragraph, and below it what the call demands."""
    language = words.language
    if field.chapter:
        yield from _help_of_chapter(field, words)
    elif field.shape in {Shape.CALL, Shape.CONSENT, Shape.RECORD, Shape.README}:
        yield say(SUBJECT, f"{field.shape}-help", language)
        return
    else:
        texts = field.question.texts if field.question else _texts_of(field)
        yield _sentence(asked(texts, language))
        if not field.required:
            yield say(SUBJECT, "optional", language)
        for demand in demands(str(field.path[0]), call, words) if len(field.path) == 1 else ():
            yield f"- {_sentence(demand)}"
    if field.columns:
        yield from _help_of_lines(field, language)


def _help_of_chapter(field: FormField, words: Wording) -> Iterator[str]:
    assert field.chapter is not None
    asked = field.chapter.heading or field.chapter.part
    if asked.help:
        yield _sentence(words.said(asked.help))
    if length := words_wanted(field.chapter, words):
        yield f"- {_sentence(length)}"


def _help_of_lines(field: FormField, language: Language) -> Iterator[str]:
    """How a line of a list is typed, and what stands in each of its columns."""
    titles = "; ".join(title_of(each.texts, language).lower() for each in field.columns)
    yield ""
    yield say(SUBJECT, "lines", language, columns=titles)
    for column in field.columns:
        optional = "" if column.required else f" {say(SUBJECT, 'optional', language)}"
        said = _sentence(asked(column.texts, language))
        choices = _among(column.choices, column, language)
        yield f"- **{title_of(column.texts, language)}**: {said}{choices}{optional}"


def _among(choices: tuple[Choice, ...], column: Question, language: Language) -> str:
    if not choices or column.form not in {Form.CHOICE, Form.CHOICES}:
        return ""
    titles = ", ".join(_sentence(each.title) for each in choices)
    key = "among" if column.form is Form.CHOICE else "among-more"
    return f" {say(SUBJECT, key, language, choices=titles)}"


def _texts_of(field: FormField) -> str:
    """The key of the texts of a list."""
    inner = {"agreement": "Agreement.decisions"}
    return inner.get(str(field.path[0]), f"Submission.{field.path[0]}")


def _example(field: FormField, language: Language) -> str:
    if field.columns:
        examples = (
            _example_of(each, language) or title_of(each.texts, language).lower()
            for each in field.columns
        )
        return "; ".join(examples)
    if field.chapter:
        return ""
    return _example_of(field.question, language) if field.question else ""


def _example_of(question: Question, language: Language) -> str:
    example = help_of(question.texts, language)[1].rstrip(".")
    if question.choices and question.form in {Form.CHOICE, Form.CHOICES}:
        return question.choices[0].title
    return example.partition(" ")[0] if question.form is Form.LICENCE else example


def _sentence(text: str) -> str:
    """A text of ours or of the programme on one line."""
    return " ".join(text.split())
