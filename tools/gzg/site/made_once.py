"""What functions made, kept by the function and what it was given: nothing is made twice.

It does not know what is made, and keeps everything for as long as it is there itself.
"""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class MadeOnce:
    """Makes with a function what it did not make before."""

    def __init__(self) -> None:
        self._found: dict[tuple[Hashable, ...], object] = {}

    def made(self, make: Callable[..., T], of: object, *given: Hashable) -> T:
        """What the function makes of `of`, which is always the same, and what is given besides."""
        key = (make, *given)
        if key not in self._found:
            self._found[key] = make(of, *given)
        return cast(T, self._found[key])
