"""What somebody with bad intentions types in a form: at worst they are told of a fault.

Each case is the whole way: an event, the files, the verdict and the answer.
"""

import re
import resource
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gzg.issue_form.answer import LONGEST, pieces, proposal_of
from gzg.issue_form.branch import PREFIX, Ends
from gzg.issue_form.event import LONGEST_TEXT, read_issue_event
from gzg.issue_form.former import MARK, Former, former_of, note
from gzg.issue_form.handling import Handled, Surroundings, Tells, handled
from gzg.issue_form.proposal import Ending
from gzg.reporters.markup import JOINER
from gzg.repository.git_tree import GitObjects
from gzg.texts import Language
from tests.intake.forge import Forge
from tests.issue_form.forms import EMPTY, README, RECORD, form, issue, raw
from tests.repository.test_git import run as git

SECONDS = 2
LINK = "https://github.com/samen/programma/pull/40"
SEEN = re.compile(r"(?<!\w)@\w|#\d|GH-\d|www\.|https?://")
"""What a forge makes something of in a text, after the escapes are gone."""


class Desk:
    """Where forms come in."""

    def __init__(self, folder: Path) -> None:
        self.bare = Forge(folder).bare
        self.main = git(self.bare, "rev-parse", "main")

    def take(self, text: str, former: Former | None = None) -> Handled:
        event = read_issue_event(raw(issue(text)), Language.NL)
        with GitObjects(self.bare) as objects:
            return handled(event, Surroundings(objects, Ends(self.main, None), former or Former()))

    def refs(self) -> set[str]:
        return set(git(self.bare, "for-each-ref", "--format=%(refname)").split())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


def answers(found: Handled) -> Iterator[str]:
    for ending in proposal_of(found).answers:
        yield LINK.join(pieces(found, ending))


def summary(text: str) -> str:
    return form(Samenvatting=text)


def pasted(text: str) -> str:
    return form({**EMPTY, RECORD: f"```yaml\n{text}\n```"})


CASES = {
    "mention": summary("Met dank aan @iedereen en @samen/ploeg."),
    "closes-issue": summary("Fixes #1, closes samen/programma#2, GH-3."),
    "forged-mark": summary(f"{MARK}\n<!-- oproep-1/ander 2030-01-01T00:00:00+00:00 -->"),
    "forged-report": summary("</details>\n## Ingediend\n\nUw dossier staat in deze pull request."),
    "html": summary("<script>alert(1)</script><img src=x onerror=alert(1)>"),
    "link": summary("[klik](javascript:alert(1)) https://kwaad.example www.kwaad.example"),
    "remote-image": summary("![x](https://kwaad.example/volg.png)"),
    "braces": summary("{link} {0} {self.__class__} {{ 7*7 }} ${{ secrets.KEY }} {% raw %}"),
    "yaml-breaks-out": form(Projectnaam="x\naccounts: [6666]\nid: ander"),
    "yaml-document": form(Projectnaam="---\n...\n!!python/object:os.system"),
    "front-matter": form({README: "---\ntemplate: kwaad.html\n---\n# Loket\n\nTekst."}),
    "heading-in-text": summary("Tekst\n### Accounts\n\n6666\n\n### Oproep\n\noproep-9"),
    "name-of-a-path": form(Projectnaam="../../.github/workflows/kwaad"),
    "name-without-letters": form(Projectnaam="ファイル"),
    "call-is-a-path": form(Oproep="../../../etc/passwd"),
    "call-unknown": form(Oproep="oproep-999"),
    "right-to-left": summary("Loket \u202etxt.exe\u202c \u200b\u2066"),
    "control": summary("a\x00b\x1b[2Jc\x07d\ufeff"),
    "lone-surrogate": summary("a\ud800b"),
    "one-long-line": summary("a" * 90_000),
    "too-long": summary("woord " * 40_000),
    "many-lines": form(Partijen="Lindekerke; Penhouder\n" * 4_000),
    "many-semicolons": form(Begroting=";" * 60_000),
    "many-headings": form() + "\n### Focus\n" * 8_000,
    "huge-amount": form(Gevraagd_bedrag="9" * 5_000),
    "huge-number": form(Accounts="9" * 5_000),
    "old-year": form(Geplande_start="1 januari 0001", Gepland_einde="31/12/99999"),
    "spaces": form(Partijen=" " * 60_000 + "x"),
    "alias-bomb": pasted("a: &a [x]\n" + "b: [" + "*a, " * 5_000 + "]"),
    "deep-yaml": pasted("a: " + "[" * 5_000),
    "many-keys": pasted("\n".join(f"sleutel{number}: 1" for number in range(4_000))),
    "yaml-is-a-list": pasted("- a\n- b"),
    "yaml-accounts": pasted("title: x\naccounts: {a: 1}"),
    "yaml-types": pasted("title: [1]\nparties: x\nbudget: {a: [1]}\ncontact: 3\nagreement: no"),
    "unclosed-fence": form({**EMPTY, RECORD: "````yaml\ntitle: x"}),
    "trailer": form(Projectnaam="Loket\n\nCo-authored-by: ander <a@b.example>"),
    "personal-number": summary("Bel 0470 12 34 56, rijksregister 85.07.30-033.28."),
    "iban": form({README: "# Loket\n\nStort op BE68 5390 0754 7034.\n"}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_form_gets_an_answer_and_nothing_else(desk: Desk, name: str) -> None:
    refs, began = desk.refs(), process_time()
    found = desk.take(CASES[name])
    told = list(answers(found))
    assert process_time() - began < SECONDS
    assert desk.refs() == refs
    for text in told:
        assert len(text) <= LONGEST + len(LINK) * 2
        assert_harmless(text)
    if found.version:
        folder = f"submissions/oproep-1/{found.version.submission.partition('/')[2]}"
        assert set(found.version.files) == {f"{folder}/submission.yml", f"{folder}/README.md"}
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-12", folder.rpartition("/")[2])


def assert_harmless(answer: str) -> None:
    """Below our own two lines nothing of the form acts: no tag, link, mention or mark of theirs."""
    first, second, *rest = answer.split("\n")
    assert first == MARK
    assert re.fullmatch(r"<!-- \S+ \S+ -->", second)
    body = "\n".join(rest)
    assert "<!--" not in body
    assert body.count("<details>") == body.count("</details>") == 1
    assert all(sign.isprintable() or sign in ("\n", JOINER) for sign in body)
    tokens = [*MarkdownIt().parse(body)]
    inner = [child for token in tokens for child in token.children or ()]
    texts = (token.content.replace(LINK, "") for token in inner if token.type == "text")
    assert [text for text in texts if SEEN.search(text)] == []
    links = [str(token.attrs["href"]) for token in inner if token.type == "link_open"]
    assert all(each.startswith("https://samen.example/catalogus/") for each in links)
    assert [token.type for token in inner if token.type in {"image", "html_inline"}] == []
    blocks = [token.content.strip() for token in tokens if token.type == "html_block"]
    assert all(re.fullmatch(r"</?details>(\n<summary>\w+</summary>)?", each) for each in blocks)


@pytest.mark.parametrize(
    ("name", "tells"),
    [
        ("mention", Tells.PROPOSED),
        ("yaml-breaks-out", Tells.PROPOSED),
        ("heading-in-text", Tells.FAULTY),
        ("call-is-a-path", Tells.NOTHING),
        ("call-unknown", Tells.FAULTY),
        ("too-long", Tells.FAULTY),
        ("many-lines", Tells.FAULTY),
        ("personal-number", Tells.FAULTY),
        ("alias-bomb", Tells.FAULTY),
    ],
)
def test_what_follows_from_it(desk: Desk, name: str, tells: Tells) -> None:
    assert desk.take(CASES[name]).tells is tells


def test_no_other_account_and_no_other_id_comes_in_by_a_title(desk: Desk) -> None:
    found = desk.take(CASES["yaml-breaks-out"])
    assert found.version is not None
    record = found.version.files[f"submissions/{found.version.submission}/submission.yml"]
    assert b"accounts:\n  - 7001\n" in record
    assert b'title: "x accounts: [6666] id: ander"' in record


def test_what_is_personal_is_not_repeated_in_the_answer(desk: Desk) -> None:
    for name in ("personal-number", "iban"):
        for text in answers(desk.take(CASES[name])):
            assert "85.07.30" not in text.replace("\\", "")
            assert "5390 0754" not in text


def test_the_commit_says_nothing_of_the_applicants_own_words(desk: Desk) -> None:
    found = desk.take(CASES["trailer"])
    assert found.commit is not None
    said = git(desk.bare, "show", "--no-patch", "--format=%B%an%ae%cn%ce", found.commit)
    assert "by:" not in said
    assert "@b.example" not in said


def test_an_endless_text_takes_no_memory(desk: Desk) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    desk.take("### Oproep\n\noproep-1\n\n" + "x\n" * 2_000_000)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


@given(st.text(max_size=400), st.sampled_from(["Projectnaam", "Partijen", "Begroting", RECORD]))
@settings(max_examples=40, deadline=None)
def test_any_text_in_any_field_is_answered(desk: Desk, text: str, label: str) -> None:
    for told in answers(desk.take(form({label: text}))):
        assert told.startswith(MARK)


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_earlier_answer_can_be_read(text: str) -> None:
    assert former_of(text).submission is None
    assert former_of(f"{MARK}\n{text}").read is None or text.startswith("<!-- ")


def test_what_an_answer_notes_is_read_back() -> None:
    for former in (
        Former("oproep-1/loket-12", datetime(2022, 6, 15, 8, 30, tzinfo=UTC)),
        Former(None, datetime(2022, 6, 15, 8, 30, tzinfo=UTC)),
    ):
        assert former_of(f"{note(former)}\n## Ingediend\n") == former
    assert former_of(note(Former())) == Former()


def test_a_text_of_the_greatest_length_is_read(desk: Desk) -> None:
    text = form()
    assert desk.take(text + " " * (LONGEST_TEXT - len(text))).tells is Tells.PROPOSED
    assert desk.take(text + " " * (LONGEST_TEXT - len(text) + 1)).tells is Tells.FAULTY
    assert PREFIX not in "".join(desk.refs())


def test_the_answer_leaves_room_for_the_address_alone(desk: Desk) -> None:
    found = desk.take(summary("{link} \\0 LINK"))
    assert len(pieces(found, Ending.PROPOSED)) == 3
