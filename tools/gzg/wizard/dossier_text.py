"""The README.md of a new dossier: the parts and headings of its call, with what was typed below.

Where nothing was typed, a quoted line says what belongs there: it shows on every forge, and
whoever fills the dossier in puts the text in its place. A text above the first heading stays there
as it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gzg.model.call import Call, DossierHeading, DossierPart
from gzg.model.programme import Programme
from gzg.texts import Language, say
from gzg.wizard.questions import Wording

TextKey = tuple[str, str]
"""Part and heading: the id of the one, the title of the other; no heading where it has none."""

LEAD: TextKey = ("", "")
"""How the text below the title is kept, above the first heading: no question asks for it."""


@dataclass(frozen=True)
class Chapter:
    """A text to write: below which titles, in the file and for the reader, and with what help."""

    part: DossierPart
    part_title: str
    heading: DossierHeading | None
    title: str
    is_first: bool
    is_last: bool

    @property
    def key(self) -> TextKey:
        """How its text is kept in a draft."""
        return (self.part.part, self.title if self.heading else "")


def chapters(call: Call, programme: Programme) -> tuple[Chapter, ...]:
    """Every text that a call asks; titles are in the programme's first language, as in the file."""
    return tuple(_chapters(call, _main(programme)))


def _main(programme: Programme) -> Wording:
    main = programme.main_language
    language = Language(main) if main in set(Language) else Language.NL
    return Wording(programme, language)


def _chapters(call: Call, words: Wording) -> Iterator[Chapter]:
    titles = {term.id: words.said(term.title) for term in words.programme.dossier_parts}
    for part in call.dossier_parts:
        title = titles.get(part.part, part.part)
        for index, heading in enumerate(part.headings):
            is_last = index == len(part.headings) - 1
            yield Chapter(part, title, heading, words.said(heading.title), index == 0, is_last)
        if not part.headings:
            yield Chapter(part, title, None, title, is_first=True, is_last=True)


def rendered(
    title: str, call: Call, programme: Programme, texts: Mapping[TextKey, str]
) -> tuple[str, tuple[TextKey | None, ...]]:
    """The text of README.md, and of each line of it to which text it belongs."""
    words = _main(programme)
    lines: list[tuple[str, TextKey | None]] = [(f"# {title}", None)]
    if lead := texts.get(LEAD, "").strip("\n"):
        lines += [("", None), *((line, None) for line in lead.split("\n"))]
    for chapter in _chapters(call, words):
        key = chapter.key
        if chapter.is_first:
            lines += [("", None), (f"## {chapter.part_title}", (chapter.part.part, ""))]
        if chapter.heading:
            lines += [("", None), (f"### {chapter.title}", key)]
        body = texts.get(key, "").strip("\n") or hint(chapter, programme)
        lines += [("", None), *((line.rstrip(), key) for line in body.split("\n"))]
    return "".join(f"{line}\n" for line, _ in lines), tuple(key for _, key in lines)


def hint(chapter: Chapter, programme: Programme) -> str:
    """The quoted line that stands where nothing was typed: in the first language, as the file."""
    words = _main(programme)
    wanted = chapter.heading.help if chapter.heading else chapter.part.help
    asked = f" {words.said(wanted)}" if wanted else ""
    return f"> {say('wizard', 'hint', words.language)}{asked}"
