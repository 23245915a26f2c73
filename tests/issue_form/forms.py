"""A filled-in form as GitHub writes it in an issue, and the events around it."""

import json
from collections.abc import Mapping
from typing import Any

from tests.intake.programme import OWNER

OPENED = "2022-06-15T08:30:00Z"
EDITED = "2022-06-20T10:00:00Z"
ADDRESS = "https://forge.example/samen/programma/issues"

ANSWERS = {
    "Oproep": "oproep-1",
    "Openbaar": "- [x] Alle partijen weten dat dit dossier meteen openbaar is.",
    "Projectnaam": "Digitaal loket voor verenigingen",
    "Samenvatting": "Verenigingen vragen hun subsidie en hun zaal aan in één digitaal loket.",
    "Focus": "Dienstverlening",
    "Geplande start": "1 oktober 2022",
    "Gepland einde": "30/9/2023",
    "Gevraagd bedrag": "€ 120.000",
    "Eigen inbreng": "40 000",
    "Partijen": (
        "Lindekerke; Penhouder; 80.000; 25.000; Leidt het project.\n"
        "Waterveld; Initiatiefnemer; 40.000; 15.000; Sluit de zalen aan.\n"
        "Softwarehuis & Zonen; Onderaannemer"
    ),
    "Begroting": (
        "Lindekerke; 2022; 30.000; Ontwerp\n"
        "Lindekerke; 2023; 75.000; Ontwikkeling; ook de toetsen\n"
        "Waterveld; 2023; 55.000; Koppeling met de zalen"
    ),
    "Contact: Dienst": "Dienst Vrije Tijd",
    "Contact: Mailbox": "vrijetijd@lindekerke.example",
    "Accounts": "_No response_",
    "Het bestand submission.yml": "```yaml\n\n```",
    "Het bestand README.md": "_No response_",
}
"""Of the call of `tests.intake.programme`, which asks for no parts of the text."""

RECORD, README = "Het bestand submission.yml", "Het bestand README.md"
KEPT = {"Oproep", "Openbaar", RECORD, README}
EMPTY = {label: "_No response_" for label in ANSWERS if label not in KEPT}
"""Every field left empty, as whoever pastes a file leaves them."""


def form(answers: Mapping[str, str] | None = None, /, **changes: str) -> str:
    """The text of an issue; a change is named as its field, with `_` for a space."""
    given = {**ANSWERS, **(answers or {}), **{k.replace("_", " "): v for k, v in changes.items()}}
    return "\n\n".join(f"### {label}\n\n{text}" for label, text in given.items())


ENGLISH = {
    "Call": "oproep-1",
    "Public": "- [X] All parties know that this dossier is public at once.",
    "Project name": "Digital desk",
    "Summary": "Associations ask for their grant and their hall at one digital desk.",
    "Focus": "Services",
    "Planned start": "1 October 2022",
    "Planned end": "30 September 2023",
    "Amount requested": "180,000",
    "Own contribution": "40,000.00",
    "Parties": "Lindekerke; Lead; 80,000; 25,000\nWaterveld; Initiator; 40,000; 15,000; -",
    "Budget": "Lindekerke; 2022; 105,000; Design\nWaterveld; 2024; 55,000; Link",
    "Contact: Service": "Leisure",
    "Contact: Mailbox": "leisure@lindekerke.example",
}


def english() -> str:
    """A form in English, with some faults."""
    return "\n\n".join(f"### {label}\n\n{text}" for label, text in ENGLISH.items())


def issue(
    text: str | None,
    *,
    number: int = 12,
    action: str = "opened",
    changed: str | None = None,
    author: int = OWNER,
    sender: int | None = None,
    permission: str | None = None,
    state: str = "open",
) -> dict[str, Any]:
    """What GitHub writes of an issue, as far as it is read, and some of what is not."""
    login = {OWNER: "dienst-digitaal-lindekerke"}.get(sender or author, "iemand")
    found: dict[str, Any] = {
        "action": action,
        "issue": {
            "number": number,
            "title": "Dossier: @iedereen, closes #1",
            "body": text,
            "state": state,
            "html_url": f"{ADDRESS}/{number}",
            "created_at": OPENED,
            "updated_at": changed or (OPENED if action == "opened" else EDITED),
            "author_association": "NONE",
            "user": {"id": author, "login": "dienst-digitaal-lindekerke", "type": "User"},
            "labels": [],
        },
        "repository": {"default_branch": "main", "owner": {"login": "samen"}},
        "sender": {"id": sender or author, "login": login, "type": "User"},
    }
    if permission:
        found["sender"]["permission"] = permission
    return found


def raw(event: Mapping[str, Any]) -> bytes:
    """The event as a file holds it."""
    return json.dumps(event).encode()
