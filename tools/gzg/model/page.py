"""Texts written by hand: news items and fixed pages, front matter and all."""

from typing import Annotated

from gzg.model.base import Line, Localised, Number, Refers, Slug
from gzg.model.call import CallId
from gzg.model.dates import Day
from gzg.model.facts import Sourced
from gzg.model.project import ProjectId


class News(Sourced):
    """A dated message; its text is the Markdown below the front matter."""

    title: Line
    date: Day
    language: Annotated[Slug, Refers("language")] | None = None
    summary: Localised | None = None
    calls: tuple[CallId, ...] = ()
    projects: tuple[ProjectId, ...] = ()


class Page(Sourced):
    """A fixed page, such as "about"; its text is the Markdown below the front matter."""

    title: Line
    language: Annotated[Slug, Refers("language")] | None = None
    order: Number = 0
