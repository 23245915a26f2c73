"""What the rules may know of a pull request, as plain values, whatever forge it came from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PullRequest:
    """Who offers which changes.

    `author` is the forge's number of the account. `changed` has every path of the repository that
    would change, also outside the content; `existed` those of them that were there; `outdated`
    those that changed on both sides since the branch began, so that what is judged is not what
    would be merged. `has_time` is false where the forge cannot say when the changes came in.
    """

    author: int
    is_maintainer: bool = False
    changed: frozenset[str] = frozenset()
    existed: frozenset[str] = frozenset()
    outdated: frozenset[str] = frozenset()
    has_time: bool = True
