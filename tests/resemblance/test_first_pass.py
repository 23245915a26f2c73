"""The quick pass over many texts: what comes on the list, and what it tells of all of them."""

from gzg.resemblance.first_pass import LONGEST_LIST, shortlist
from gzg.resemblance.index import Document, build, nearest

SUBJECTS = ("brug", "markt", "haven", "school", "bos", "plein", "kerk", "weg", "museum", "station")
TEXTS = {
    f"{subject}-{number}": f"De dienst beschrijft een {subject} voor de wijk, deel {number}."
    for subject in SUBJECTS
    for number in range(5)
} | {"rolstoel": "De dienst leent rolstoelen uit, in de wijk."}


def listed(text: str, texts: dict[str, str]) -> tuple[str, ...]:
    return shortlist(text, [(name, each.encode()) for name, each in texts.items()]).names


def test_another_form_of_a_rare_word_puts_a_text_at_the_top() -> None:
    assert listed("Een rolstoel voor de wijk.", TEXTS)[0] == "rolstoel"


def test_signs_around_a_word_and_capitals_do_not_count() -> None:
    assert listed("'Markt'!", {"a": "(MARKTEN)", "b": "een haven/kade"}) == ("a",)
    assert listed("kade", {"a": "(MARKTEN)", "b": "een haven/kade"}) == ("b",)


def test_a_text_that_shares_only_little_words_is_not_listed() -> None:
    assert listed("Wat is dit en waarom?", TEXTS) == ()
    assert listed("", TEXTS) == ()
    assert shortlist("brug", []).names == ()


def test_the_list_is_bounded_and_does_not_depend_on_the_order_given() -> None:
    many = {f"{number:03}": "een brug" for number in range(100)}
    backwards = dict(reversed(many.items()))
    assert listed("brug", many) == listed("brug", backwards)
    assert listed("brug", many) == tuple(sorted(many)[:LONGEST_LIST])


def test_bytes_that_are_no_text_do_not_hide_the_words_beside_them() -> None:
    found = shortlist("brug", [("a", b"\xff\xfe\x00"), ("b", b"een brug\xff\n brug")])
    assert found.names == ("b",)


def test_texts_from_the_list_score_as_they_would_among_all() -> None:
    text = "De rolstoel in de wijk."
    documents = [Document("project", name, {"nl": ((each, 1),)}) for name, each in TEXTS.items()]
    found = shortlist(text, [(name, each.encode()) for name, each in TEXTS.items()])
    some = [each for each in documents if each.id in found.names]
    among_all = nearest(build(documents), text, threshold=0.01)
    among_some = nearest(build(some, {found.language: found.frequencies}), text, threshold=0.01)
    assert len(some) < len(documents)
    assert among_some == among_all
