"""What a person wrote beside the data: found, and kept when the file is written anew."""

from hypothesis import given
from hypothesis import strategies as st

from gzg.diagnostics import FieldPath
from gzg.repository.yaml_text import parse
from gzg.texts import Language
from gzg.wizard.comments import FoundComments, comments_in
from gzg.wizard.record_text import rendered

MENDED = """\
# yaml-language-server: $schema=../../../schemas/calls/oefenoproep.schema.json
id: loket # zo heet de map
call: oefenoproep
title: Een loket
summary: >-
  # dit is geen commentaar
  maar tekst
# wie betaalt wat, na te vragen
requested: 120000 # nog te bevestigen
parties: # de penhouder eerst
  # het stadhuis
  - organisation: gent
    role: lead # voorlopig
  - organisation: "aalst # geen commentaar"
    role: initiator
# daarna nog de begroting
"""


def test_a_comment_belongs_to_the_field_below_or_beside_it() -> None:
    assert comments_in(MENDED) == FoundComments(
        {
            ("id",): (
                "yaml-language-server: $schema=../../../schemas/calls/oefenoproep.schema.json",
                "zo heet de map",
            ),
            ("requested",): ("wie betaalt wat, na te vragen", "nog te bevestigen"),
            ("parties",): ("de penhouder eerst",),
            ("parties", 0): ("het stadhuis",),
            ("parties", 0, "role"): ("voorlopig",),
        },
        ("daarna nog de begroting",),
    )


def test_a_file_mended_by_hand_keeps_its_comments() -> None:
    data = parse(MENDED)[0]

    text = rendered(data, Language.NL, found=comments_in(MENDED))

    for comment in ("zo heet de map", "nog te bevestigen", "voorlopig", "daarna nog de begroting"):
        assert text.count(f"# {comment}\n") == 1
    assert parse(text)[0] == data


def test_writing_the_same_file_again_changes_nothing() -> None:
    text = rendered(parse(MENDED)[0], Language.NL, ["focus"], comments_in(MENDED))

    again = rendered(parse(text)[0], Language.NL, ["focus"], comments_in(text))

    assert again == text


def test_comments_that_a_file_has_by_itself_do_not_pile_up_in_another_language() -> None:
    dutch = rendered(parse(MENDED)[0], Language.NL, ["focus"])

    english = rendered(parse(dutch)[0], Language.EN, ["focus"], comments_in(dutch))

    assert english == rendered(parse(MENDED)[0], Language.EN, ["focus"])


def test_a_comment_on_a_field_that_went_away_is_kept() -> None:
    found = FoundComments({("budget", 2): ("vraag na bij de dienst financiën",)})

    text = rendered({"id": "x", "call": "y"}, Language.NL, found=found)

    assert text.endswith("# vraag na bij de dienst financiën\n")


lines = st.text(st.characters(min_codepoint=33, max_codepoint=0x17F, categories=("L", "N", "P")))


@given(st.lists(lines.map(str.strip), min_size=1))
def test_no_comment_is_ever_lost(comments: list[str]) -> None:
    above: dict[FieldPath, tuple[str, ...]] = {
        ("title",): tuple(comments[::2]),
        ("gone",): tuple(comments[1::2]),
    }

    text = rendered({"id": "x", "title": "Loket"}, Language.NL, found=FoundComments(above))

    found = comments_in(text)
    kept = [line for each in found.above.values() for line in each] + list(found.ending)
    for comment in comments:
        assert comment in kept
