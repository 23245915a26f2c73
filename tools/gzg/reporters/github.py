"""A report as workflow commands, which GitHub shows beside the lines they are about.

GitHub shows at most ten of each kind; what is left out is only counted here
(https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from gzg.diagnostics import Severity
from gzg.engine.report import Report, Worded
from gzg.reporters.text import shown, way_to_card
from gzg.rules.card import card_of
from gzg.texts import Language, say
from gzg.texts.formats import readable

MOST = 10
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report, language: Language) -> str:
    """One command a line; the last says how many diagnostics have none."""
    return "".join(f"{line}\n" for line in _lines(report, language))


def _lines(report: Report, language: Language) -> Iterator[str]:
    given: Counter[Severity] = Counter()
    most = dict.fromkeys(Severity, MOST)
    if any(report.count(severity) > MOST for severity in Severity):
        most[Severity.HINT] -= 1  # the closing notice is one as well
    for worded in report.worded(language):
        severity = worded.diagnostic.severity
        if given[severity] < most[severity]:
            given[severity] += 1
            yield _annotation(worded, report, language)
    if rest := len(report.diagnostics) - given.total():
        key = "rest-one" if rest == 1 else "rest-many"
        text = say("annotations", key, language, count=readable(rest, language))
        yield command("notice", {}, text)


def _annotation(worded: Worded, report: Report, language: Language) -> str:
    diagnostic = worded.diagnostic
    title = card_of(diagnostic.code).texts[language].title
    properties = {
        "file": diagnostic.path,
        "line": diagnostic.span.line,
        "endLine": diagnostic.span.end_line,
        "col": diagnostic.span.column,
        "title": f"{diagnostic.code} {title}",
    }
    way = way_to_card(worded, report, language)
    message = f"{shown(worded.message)}\n{shown(worded.remedy)}\n{way}"
    return command(COMMANDS[diagnostic.severity], properties, message)


def command(name: str, properties: Mapping[str, object], message: str) -> str:
    """A workflow command, with its escapes."""
    given = ",".join(
        f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items()
    )
    return f"::{name}{' ' if given else ''}{given}::{message.translate(_DATA)}"
