"""A dossier for one of the generated calls, handed in by pull request in a bare repository.

It is in order, so that every rule looks at all of it: roles, shares, a budget, parts with a text.
"""

import json
from pathlib import Path
from random import Random

import yaml

from tests.bench import words

CALL = "oproep-7"
ACCOUNT = 7001
NUMBER = 1
REFERENCE = f"refs/pull/{NUMBER}/head"
OPENED = "2021-04-20T09:00:00Z"
"""Between the opening and the closing of that call."""

FOLDER = f"submissions/{CALL}/digitaal-loket"
LEAD, PARTNER = "kievitdorp", "iependorp"
PARTS = ("Plan van aanpak", "Begroting", "Samenwerkingsovereenkomst")


def dossier() -> dict[str, str]:
    """Path → text of the folder that is handed in."""
    random = Random(CALL)
    record = {
        "id": "digitaal-loket",
        "call": CALL,
        "title": "Een digitaal loket voor verenigingen",
        "summary": words.sentences(random, 2)["nl"],
        "focus": "dienstverlening",
        "begins": "2021-10-01",
        "ends": "2022-09-30",
        "requested": 100000,
        "own_contribution": 20000,
        "parties": [
            {"organisation": LEAD, "role": "penhouder", "share": 60000, "own_contribution": 12000},
            {"organisation": PARTNER, "role": "partner", "share": 40000, "own_contribution": 8000},
        ],
        "budget": [
            {
                "year": 2021 + number % 2,
                "organisation": (LEAD, LEAD, LEAD, PARTNER, PARTNER)[number % 5],
                "title": f"Kost {number + 1}",
                "amount": 24000,
            }
            for number in range(5)
        ],
        "contact": {"service": "Dienst Vrije Tijd", "mailbox": "vrijetijd@gemeente.example"},
        "accounts": [ACCOUNT],
    }
    chapters = (f"## {part}\n\n{_text(random)}\n" for part in PARTS)
    return {
        f"{FOLDER}/submission.yml": yaml.safe_dump(record, sort_keys=False, allow_unicode=True),
        f"{FOLDER}/README.md": "\n".join((f"# {record['title']}\n", *chapters)),
    }


def _text(random: Random) -> str:
    return "\n\n".join(words.sentences(random, 4)["nl"] for _ in range(3))


def write_event(file: Path, head: str) -> None:
    """What the forge says of it, in the form that any forge's CI can write."""
    event = {
        "action": "opened",
        "number": NUMBER,
        "author": ACCOUNT,
        "maintainer": False,
        "head": head,
        "opened": OPENED,
        "time": OPENED,
        "url": f"https://forge.example/pull/{NUMBER}",
    }
    file.write_text(json.dumps(event), "utf-8")
