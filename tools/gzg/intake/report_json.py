"""The verdict as JSON, versioned: what `gzg check` gives, and what is known of the pull request.

`receipt` has the text of the file to be written, so that whoever merges only has to put it there.
"""

import json
from dataclasses import asdict

from gzg.intake.receipt_file import facts_of, path_of, text_of
from gzg.intake.verdict import Verdict
from gzg.reporters import json as report_json
from gzg.texts import Language


def render(verdict: Verdict, language: Language) -> str:
    """The fields of the check's report and those of the verdict, with a line break at the end."""
    whole = json.loads(report_json.render(verdict.report, language))
    event, handed_in = verdict.event, verdict.handed_in
    whole |= {
        "outcome": verdict.outcome,
        "pull_request": event.number,
        "head": event.head,
        "author": event.author,
        "maintainer": event.is_maintainer,
        "time": verdict.time.isoformat() if verdict.time else None,
        "submission": handed_in.id if handed_in else None,
        "conditions": [
            {
                "code": each.code,
                "verdict": each.verdict,
                "title": each.title[language],
                "wanted": each.wanted[language],
                "found": each.found[language],
            }
            for each in verdict.conditions
        ],
        "similar": [
            {"kind": each.kind, "id": each.id, "title": each.title, "why": list(each.why)}
            for each in verdict.similar
        ],
        "compared": asdict(verdict.compared) if verdict.compared else None,
        "receipt": _receipt(verdict),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _receipt(verdict: Verdict) -> dict[str, object] | None:
    receipt, handed_in = verdict.receipt, verdict.handed_in
    if receipt is None or handed_in is None:
        return None
    facts = facts_of(receipt)
    return {"path": path_of(handed_in.id), **facts, "text": text_of(receipt)}
