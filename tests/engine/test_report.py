"""What a report counts, says and covers."""

from gzg.diagnostics import Diagnostic, Severity, Span
from gzg.engine.report import Report, rule_url
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from gzg.texts import Language

EMPTY = Repository(MemoryTree({}))


def diagnostic(code: str, severity: Severity, **values: object) -> Diagnostic:
    return Diagnostic(code, severity, "content/news/a.md", Span(3, 1, 3, 4), values)


def test_only_errors_stop_a_merge() -> None:
    warning = diagnostic("GZG503", Severity.WARNING, level=4, wanted=2)
    error = diagnostic("GZG102", Severity.ERROR, field="a", known=["b"], suggestion=None)
    assert not Report((warning,), EMPTY, 1).has_errors
    whole = Report((warning, error, error), EMPTY, 1)
    assert whole.has_errors
    assert [whole.count(severity) for severity in Severity] == [2, 1, 0]


def test_a_diagnostic_gets_the_sentences_of_its_card_and_the_remedy_that_fits() -> None:
    values = {"field": "sumary", "known": ["summary", "title"]}
    without, given = (
        Report(
            (diagnostic("GZG102", Severity.ERROR, **values, suggestion=suggestion),),
            EMPTY,
            1,
        )
        for suggestion in (None, "summary")
    )
    (worded,) = without.worded(Language.EN)
    assert worded.message == "There is no field “sumary” here."
    assert worded.remedy == "Choose one of these fields: summary and title."
    (worded,) = given.worded(Language.NL)
    assert worded.remedy == "Bedoelde u “summary”?"


def test_the_address_of_a_rule_follows_the_site_and_the_language() -> None:
    assert rule_url("", "GZG101", Language.NL) == "/regels/GZG101/"
    assert rule_url("https://a.be", "GZG101", Language.EN) == "https://a.be/en/rules/GZG101/"
    assert rule_url("https://a.be/b/", "GZG101", Language.NL) == "https://a.be/b/regels/GZG101/"


def test_what_is_personal_is_known_also_of_what_was_not_asked_for() -> None:
    found = diagnostic("GZG515", Severity.ERROR, masked="j…@a.be")
    other = diagnostic("GZG503", Severity.WARNING, level=4, wanted=2)
    place = {("content/news/a.md", 3): (found.span,)}
    assert Report((other, found), EMPTY, 1).personal == place
    assert Report((other,), EMPTY, 1, left_out=(found,)).personal == place
    assert Report((other,), EMPTY, 1).personal == {}
