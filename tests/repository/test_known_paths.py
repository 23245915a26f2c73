"""Files and folders told by halving: the same as from the set of all of them."""

from hypothesis import given
from hypothesis import strategies as st

from gzg.repository.known_paths import KnownPaths
from gzg.rules.file_names import are_apart, rivals

PATHS = st.lists(st.sampled_from("aAbé-.0"), min_size=1, max_size=3).map("/".join)
FILES = st.sets(PATHS, max_size=8).map(sorted)


@given(FILES, PATHS)
def test_a_path_is_known_just_where_it_or_something_below_it_is_there(
    files: list[str], path: str
) -> None:
    known = KnownPaths(files)
    assert (path in known) == (path in set(known))


@given(FILES, PATHS)
def test_nothing_that_can_be_taken_for_a_name_is_passed_over(files: list[str], path: str) -> None:
    files = sorted({*files, path})
    if are_apart([path], files):
        assert rivals([path], KnownPaths(files)) == []
