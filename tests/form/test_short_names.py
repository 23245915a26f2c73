"""What somebody typed as a name is said in few words wherever it is repeated as a label."""

import pytest

from tests.form.core import Core


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", ""),
        ("Gent", "Gent"),
        ("a" * 80, "a" * 80),
        ("a" * 81, f"{'a' * 79}…"),
        ("\U0001d44e" * 80, "\U0001d44e" * 80),
        ("\U0001d44e" * 30_000, "\U0001d44e" * 79 + "…"),
        (f"{'a' * 70}{' ' * 30_000}b", f"{'a' * 70}…"),
    ],
)
def test_a_long_name_is_cut_between_signs_and_says_so(core: Core, name: str, said: str) -> None:
    assert core.ask("call", name="shortened", values=[name]) == said
