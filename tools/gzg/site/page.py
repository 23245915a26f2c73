"""A page as a value, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from gzg.site.addresses import Section
from gzg.site.pictures.svg import Svg
from gzg.texts import Language

Data = Mapping[str, object]
"""What a template gets: texts, numbers, lists and mappings, nothing else."""


def link(text: object, href: str) -> Data:
    """A text that leads somewhere: to an address of the site, or to another one."""
    return {"text": text, "href": href}


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `record` is shown by the template field by field; only `body` is Markdown. `filters` are what
    the search narrows by. `changed` is the day of the last change that Git knows.
    """

    address: str
    language: Language
    title: str
    template: str
    section: Section
    record: Data = field(default_factory=dict)
    body: str = ""
    description: str = ""
    crumbs: tuple[Data, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    """What the page has for the table that can be downloaded, beside its title and filters."""
    changed: date | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    """Files published beside the page: their name there → their path in the repository."""
    pictures: Mapping[str, tuple[Svg, ...]] = field(default_factory=dict)
    """Name → its drawings, which a template shows as they are: nothing else makes an `Svg`."""
    title_language: str = ""
    """The language of the title, where that is not the page's."""
    body_language: str = ""
    """The same of the body."""
    source: str = ""
    """The file of the repository in which a mistake on the page is mended."""
    history: tuple[str, ...] = ()
    """What changed in the page's files and when, in sentences, latest first."""
