"""A report as JSON, versioned, for editors and other programs."""

import json

from gzg.diagnostics import Severity
from gzg.engine.report import Report
from gzg.texts import Language

VERSION = 1


def render(report: Report, language: Language) -> str:
    """`{"version": 1, "diagnostics": […], "summary": {…}}`, with a line break at the end."""
    diagnostics = [
        {
            "code": worded.diagnostic.code,
            "severity": str(worded.diagnostic.severity),
            "path": worded.diagnostic.path,
            "line": worded.diagnostic.span.line,
            "column": worded.diagnostic.span.column,
            "message": worded.message,
            "remedy": worded.remedy,
            "url": worded.url,
        }
        for worded in report.worded(language)
    ]
    summary = {
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "records": report.records,
    }
    whole = {"version": VERSION, "diagnostics": diagnostics, "summary": summary}
    text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    # A file's name that is not UTF-8 has lone surrogates, which JSON can only hold escaped.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
