"""What is measured of one change: a branch with a changed record, and a dossier in a pull request.

The dossier is in order, so that every rule looks at all of it: roles, shares, a budget, the parts
that its call asks. It stands in a bare repository, as at a forge.
"""

import json
import os
import subprocess
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

from gzg.model.call import Asked
from tests.bench import words

CALL = "oproep-2"
OPEN_CALL = "open-oproep"
CALL_FILE = f"content/calls/{CALL}/call.yml"
FOLDER = f"submissions/{CALL}/digitaal-loket"
LEAD, PARTNER = "kievitdorp", "iependorp"
PARTS = ("Plan van aanpak", "Begroting", "Samenwerkingsovereenkomst")
ACCOUNT, NUMBER = 7001, 1
MAIN, BRANCH, HEAD = "main", "tak", f"refs/pull/{NUMBER}/head"
CHANGED = "content/projects/project-1"


def change_a_record(folder: Path) -> None:
    """Commit, on a branch, another summary and text of one project."""
    git(folder, "checkout", "--quiet", "-B", BRANCH)
    record, text = folder / CHANGED / "project.yml", folder / CHANGED / "README.md"
    before = record.read_text("utf-8")
    record.write_text(before.replace("summary:\n  nl: ", "summary:\n  nl: Nieuw. "), "utf-8")
    text.write_text(text.read_text("utf-8") + "\nEen nieuwe alinea.\n", "utf-8")
    commit(folder, "One changed record")


def open_a_call(folder: Path) -> None:
    """Add a call that dossiers can be handed in for and that asks all that a call can."""
    call = yaml.safe_load((folder / CALL_FILE).read_text("utf-8"))
    del call["origin"]
    place = folder / f"content/calls/{OPEN_CALL}/call.yml"
    place.parent.mkdir(parents=True, exist_ok=True)
    call |= {"id": OPEN_CALL, "asks": [str(asked) for asked in Asked]}
    place.write_text(yaml.safe_dump(call, sort_keys=False, allow_unicode=True), "utf-8")


def hand_in(programme: Path, bare: Path) -> Path:
    """Make a bare repository of a programme, with a dossier in a pull request; its event's file."""
    git(programme, "clone", "--quiet", "--bare", "--no-local", ".", bare)
    opens = yaml.safe_load((programme / CALL_FILE).read_text("utf-8"))["opens"]
    git(programme, "checkout", "--quiet", "-B", "dossier", MAIN)
    for path, text in dossier(opens).items():
        place = programme / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    commit(programme, "A dossier")
    head = git(programme, "rev-parse", "HEAD").strip()
    git(programme, "push", "--quiet", bare, f"HEAD:{HEAD}")
    git(programme, "checkout", "--quiet", MAIN)
    file = bare.with_suffix(".json")
    file.write_text(json.dumps(event(head, opens)), "utf-8")
    return file


def dossier(opens: date) -> Mapping[str, str]:
    """Path → text of what is handed in for a call that opens on that day."""
    random, year = Random(CALL), opens.year + 1
    record = {
        "id": "digitaal-loket",
        "call": CALL,
        "title": "Een digitaal loket voor verenigingen",
        "summary": words.sentences(random, 2)["nl"],
        "focus": "dienstverlening",
        "begins": f"{year}-01-01",
        "ends": f"{year}-12-31",
        "requested": 100000,
        "own_contribution": 20000,
        "parties": [
            {"organisation": LEAD, "role": "penhouder", "share": 60000, "own_contribution": 12000},
            {"organisation": PARTNER, "role": "partner", "share": 40000, "own_contribution": 8000},
        ],
        "budget": [
            {"year": year, "organisation": party, "title": f"Kost {number}", "amount": 24000}
            for number, party in enumerate((LEAD, LEAD, LEAD, PARTNER, PARTNER), start=1)
        ],
        "contact": {"service": "Dienst Vrije Tijd", "mailbox": "vrijetijd@gemeente.example"},
        "accounts": [ACCOUNT],
    }
    chapters = (f"## {part}\n\n{_chapter(random)}\n" for part in PARTS)
    return {
        f"{FOLDER}/submission.yml": yaml.safe_dump(record, sort_keys=False, allow_unicode=True),
        f"{FOLDER}/README.md": "\n".join((f"# {record['title']}\n", *chapters)),
    }


def event(head: str, opens: date) -> Mapping[str, object]:
    """What the forge says of it on the next day, in the form that any forge's CI can write."""
    time = f"{opens + timedelta(1)}T09:00:00Z"
    return {
        "action": "opened",
        "number": NUMBER,
        "author": ACCOUNT,
        "maintainer": False,
        "head": head,
        "opened": time,
        "time": time,
    }


def commit(folder: Path, message: str) -> None:
    """Put everything in a commit."""
    git(folder, "add", "--all")
    name = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")
    git(folder, *name, "commit", "--quiet", "--no-verify", "--no-gpg-sign", "--message", message)


def git(folder: Path, *arguments: str | Path) -> str:
    """What Git prints in a folder; apart from the hook that this may run in."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    command = ("git", "-C", folder, *arguments)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def _chapter(random: Random) -> str:
    return "\n\n".join(words.sentences(random, 4)["nl"] for _ in range(3))
