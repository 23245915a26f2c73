"""A report as SARIF 2.1.0, which forges and editors read
(https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
"""

import json
from collections.abc import Mapping
from importlib.metadata import version
from urllib.parse import quote

from gzg.diagnostics import Severity
from gzg.engine.report import Report, Worded, rule_url
from gzg.reporters.text import shown
from gzg.rules.card import Card, card_of
from gzg.rules.card_page import markdown_of
from gzg.rules.registry import rules
from gzg.texts import Language

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
ROOT = "%SRCROOT%"


def render(report: Report, language: Language) -> str:
    """The log with one run, with the rules that found something and their cards."""
    codes = sorted({each.code for each in report.diagnostics})
    run: dict[str, object] = {
        "tool": {"driver": _driver(codes, report.site, language)},
        "language": {Language.NL: "nl-BE", Language.EN: "en-GB"}[language],
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(worded, codes.index(worded.diagnostic.code))
            for worded in report.worded(language)
        ],
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _driver(codes: list[str], site: str, language: Language) -> Mapping[str, object]:
    severities = {rule.code: rule.severity for rule in rules()}
    found = [_rule(card_of(code), severities[code], site, language) for code in codes]
    address = {"informationUri": site} if site else {}
    return {"name": "gzg", "semanticVersion": version("gzg"), **address, "rules": found}


def _rule(card: Card, severity: Severity, site: str, language: Language) -> Mapping[str, object]:
    texts = [language, *(other for other in Language if other is not language)]
    cards = [markdown_of(card, each) for each in texts]
    address = {"helpUri": rule_url(site, card.code, language)} if site else {}
    return {
        "id": card.code,
        "shortDescription": {"text": card.texts[language].title},
        "fullDescription": {"text": card.why(language)},
        "help": {"text": "\n".join(cards), "markdown": "\n---\n\n".join(cards)},
        **address,
        "defaultConfiguration": {"level": LEVELS[severity]},
    }


def _result(worded: Worded, index: int) -> Mapping[str, object]:
    diagnostic, span = worded.diagnostic, worded.diagnostic.span
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    # A file's name may have bytes that are not UTF-8: in an address they stand as they are.
    file = {"uri": quote(diagnostic.path.encode("utf-8", "surrogateescape")), "uriBaseId": ROOT}
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": f"{shown(worded.message)} {shown(worded.remedy)}"},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
    }
