"""Where a form sends a dossier follows from what the programme says of its forge, and no more."""

import json
from typing import Any

import pytest

from gzg.site.form_kit import form_files
from gzg.site.issue_forms import path_of
from gzg.site.pages.hand_in import taking_dossiers
from gzg.texts import Language
from tests.rules.examples import smallest_files
from tests.site.programmes import edition

PROGRAMME = "content/programme.yml"
CALL = "content/calls/voorbeeldoproep/call.yml"
OPEN = """\
id: voorbeeldoproep
number: 1
title: Voorbeeldoproep
type: concept
focuses: [nabij]
"""
FOLDER = "submissions/voorbeeldoproep"


def sending(addresses: str, call: str = OPEN, language: Language = Language.NL) -> Any:
    """What the kit says of sending, with these lines about the programme's addresses."""
    programme = smallest_files()[PROGRAMME].decode()
    assert "addresses:" not in programme
    files = {PROGRAMME: f"{programme}addresses: {{{addresses}}}\n", CALL: call}
    found = edition(files, language=language)
    (raw,) = form_files(found, taking_dossiers(found)).values()
    return json.loads(raw)["send"]


def test_a_programme_without_addresses_gets_none_made_up() -> None:
    assert sending("") == {
        "forge": None,
        "repository": None,
        "branch": "main",
        "folder": FOLDER,
        "new_file": None,
        "upload": None,
        "issue": None,
        "issue_form": None,
        "mailbox": None,
    }


def test_a_known_host_tells_what_the_forge_is() -> None:
    found = sending("repository: https://github.com/o/r.git, mailbox: loket@stad.example")
    assert found == {
        "forge": "github",
        "repository": "https://github.com/o/r",
        "branch": "main",
        "folder": FOLDER,
        "new_file": "https://github.com/o/r/new/main",
        "upload": "https://github.com/o/r/upload/main",
        "issue": "https://github.com/o/r/issues/new",
        "issue_form": "https://github.com/o/r/issues/new?template=dossier-voorbeeldoproep.nl.yml",
        "mailbox": "loket@stad.example",
    }


@pytest.mark.parametrize(
    ("forge", "new_file", "upload"),
    [("gitlab", "/-/new/hoofd", None), ("forgejo", "/_new/hoofd", "/_upload/hoofd")],
)
def test_another_forge_has_pages_of_its_own_and_no_issue_form(
    forge: str, new_file: str, upload: str | None
) -> None:
    repository = "https://code.stad.example/o/r"
    found = sending(f"repository: {repository}/, forge: {forge}, branch: hoofd")
    assert found["new_file"] == f"{repository}{new_file}"
    assert found["upload"] == (upload and f"{repository}{upload}")
    assert found["issue_form"] is None


def test_an_unknown_host_gives_no_address_but_the_repository_itself() -> None:
    found = sending("repository: https://code.stad.example/o/r")
    assert (found["repository"], found["forge"]) == ("https://code.stad.example/o/r", None)
    assert (found["new_file"], found["upload"], found["issue"]) == (None, None, None)


def test_a_call_that_stays_closed_until_the_decision_takes_no_issue() -> None:
    found = sending("repository: https://github.com/o/r", f"{OPEN}openness: at_decision\n")
    assert found["new_file"]
    assert found["issue_form"] is None


@pytest.mark.parametrize("language", Language)
def test_the_issue_form_is_the_file_in_the_language_of_the_reader(language: Language) -> None:
    found = sending("repository: https://github.com/o/r", language=language)
    name = path_of("voorbeeldoproep", language).rpartition("/")[2]
    assert found["issue_form"].endswith(f"?template={name}")
