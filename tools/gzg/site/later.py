"""A page that is still to be made: by which function, and of which record.

Whether it has to be made, or is in the docs folder as the last build made it, is for who asks.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from gzg.site.edition import Edition
from gzg.site.page import Page


class Later(NamedTuple):
    """A page that a function makes of an edition and some ids.

    The function is one of a module and the ids are texts, so that all that is on the page was
    looked up in the edition while it was made: `site.watched` can see what that was.
    """

    address: str
    make: Callable[..., Page]
    ids: tuple[str, ...] = ()

    @property
    def how(self) -> tuple[str, ...]:
        """The name of the function, and the ids."""
        return (f"{self.make.__module__}.{self.make.__qualname__}", *self.ids)

    def made(self, edition: Edition) -> Page:
        """The page."""
        return self.make(edition, *self.ids)


def finished(edition: Edition, pages: Iterable[Page | Later]) -> Iterator[Page]:
    """The pages themselves, each made now."""
    for page in pages:
        yield page.made(edition) if isinstance(page, Later) else page
