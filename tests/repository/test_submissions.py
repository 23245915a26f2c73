"""Submissions in the layout and the catalogue: their files, their id, their date, their digest."""

from datetime import date

import pytest

from gzg.model.kinds import Kind
from gzg.repository import layout
from gzg.repository.catalogue import Catalogue
from gzg.repository.digest import digest_of
from gzg.repository.layout import Owner
from gzg.repository.repository import Record, Repository
from gzg.repository.tree import MemoryTree

ID = "oproep/loket"
FOLDER = f"submissions/{ID}"
CALL = """\
id: oproep
number: 1
title: Oproep
type: concept
focuses: [open]
opens: 2021-01-04
closes: 2021-03-01
"""
SUBMISSION = """\
id: loket
call: oproep
title: Loket
summary: Een loket.
focus: open
begins: 2021-09-01
ends: 2022-08-31
requested: 1000
parties: [{organisation: vastegem, role: penhouder, share: 1000}]
resubmission_of: vorige/loket
contact: {service: Loket, mailbox: loket@voorbeeld.be}
"""
RECEIPT = f"""\
number: oproep-1
received: 2021-02-28T23:30:00+01:00
head: {"0" * 40}
digest: {"0" * 64}
"""
FILES = {
    "content/calls/oproep/call.yml": CALL,
    f"{FOLDER}/submission.yml": SUBMISSION,
    f"{FOLDER}/README.md": "# Loket\n",
    f"{FOLDER}/annexes/schets.pdf": "schets",
}
DIGEST = "393090bc72053e492f4f2db8e1b8ec397616fd1fb7298de63f89af099bf91a3f"


def tree_of(**changed: str | None) -> MemoryTree:
    """The files above, with the submission's own, or the call's, replaced or left out."""
    files = {**FILES}
    for name, text in changed.items():
        suffix = f"{name.replace('_', '.')}"
        path = next((path for path in files if path.endswith(f"/{suffix}")), f"{FOLDER}/{suffix}")
        if text is None:
            del files[path]
        else:
            files[path] = text
    return MemoryTree({path: text.encode() for path, text in files.items()})


def catalogue_of(tree: MemoryTree) -> Catalogue:
    return Catalogue(Repository(tree))


def record_in(catalogue: Catalogue) -> Record:
    record = catalogue.repository.record(Kind.SUBMISSION, ID)
    assert record is not None
    assert record.model is not None, record.faults
    return record


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        (f"{FOLDER}/submission.yml", Owner(Kind.SUBMISSION, ID)),
        (f"{FOLDER}/receipt.yml", Owner(Kind.RECEIPT, ID)),
        (f"{FOLDER}/admissibility.yml", Owner(Kind.ADMISSIBILITY, ID)),
        ("content/calls/oproep/advice.yml", Owner(Kind.ADVICE, "oproep")),
        ("content/calls/oproep/decision.yml", Owner(Kind.DECISION, "oproep")),
        ("submissions/oproep/submission.yml", None),
        (f"{FOLDER}/annexes/submission.yml", None),
        ("content/submissions/oproep/loket/submission.yml", None),
    ],
)
def test_a_record_of_a_submission_is_known_by_its_path(path: str, owner: Owner | None) -> None:
    assert layout.record_at(path) == owner


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_the_text_of_a_submission_belongs_to_it(name: str) -> None:
    assert layout.reading_text_at(f"{FOLDER}/{name}") == Owner(Kind.SUBMISSION, ID)


@pytest.mark.parametrize(
    ("path", "is_expected"),
    [
        (f"{FOLDER}/annexes/schets.pdf", True),
        (f"{FOLDER}/annexes/kaarten/schets.png", True),
        (f"{FOLDER}/annexes", False),
        (f"{FOLDER}/schets.pdf", False),
        (f"{FOLDER}/README.nld.md", False),
        ("submissions/oproep/README.md", False),
        ("submissions/README.md", False),
    ],
)
def test_a_submission_has_places_for_its_files(path: str, is_expected: bool) -> None:
    assert layout.is_expected(path) is is_expected


def test_every_file_of_a_submission_is_in_its_folder() -> None:
    assert {layout.folder_of(path) for path in FILES if path.startswith(FOLDER)} == {FOLDER}


def test_a_submission_is_found_by_its_call_and_its_folder() -> None:
    catalogue = catalogue_of(tree_of())

    assert catalogue.submissions.keys() == {ID}
    assert record_in(catalogue).folder == FOLDER


def test_what_the_office_wrote_is_found_by_what_it_is_about() -> None:
    files = {
        f"{FOLDER}/receipt.yml": RECEIPT,
        f"{FOLDER}/admissibility.yml": "date: 2021-03-02\noutcome: admissible\nbody: Dienst\n",
        "content/calls/oproep/advice.yml": "date: 2021-04-01\nsubmissions: []\n",
        "content/calls/oproep/decision.yml": "date: 2021-05-01\n",
    }
    catalogue = catalogue_of(MemoryTree({path: text.encode() for path, text in files.items()}))

    assert catalogue.receipts.keys() == {ID}
    assert catalogue.admissibilities.keys() == {ID}
    assert catalogue.advice.keys() == {"oproep"}
    assert catalogue.decisions.keys() == {"oproep"}


def test_the_earlier_dossier_is_a_reference_to_a_submission() -> None:
    catalogue = catalogue_of(tree_of())
    found = [each for each in catalogue.unresolved(record_in(catalogue)) if each.id != "vastegem"]

    assert [(each.field, each.kind, each.id) for each in found] == [
        (("resubmission_of",), "submission", "vorige/loket")
    ]


@pytest.mark.parametrize(
    ("changed", "day"),
    [
        ({"receipt_yml": RECEIPT}, date(2021, 2, 28)),
        ({}, date(2021, 3, 1)),
        ({"call_yml": CALL.replace("closes: 2021-03-01\n", "")}, None),
        ({"call_yml": None}, None),
    ],
)
def test_a_submission_has_the_date_of_its_receipt_else_of_its_call(
    changed: dict[str, str | None], day: date | None
) -> None:
    catalogue = catalogue_of(tree_of(**changed))

    assert catalogue.date_of(record_in(catalogue)) == day


def test_the_digest_is_that_of_what_sha256sum_prints() -> None:
    # cd submissions/oproep/loket; find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum
    tree = tree_of(submission_yml="a\n")

    assert digest_of(tree, ID) == DIGEST


@pytest.mark.parametrize("name", ["receipt.yml", "admissibility.yml", "assessments/jurylid.yml"])
def test_what_the_office_adds_is_not_in_the_digest(name: str) -> None:
    files = {path: text.encode() for path, text in FILES.items()}
    more = {**files, f"{FOLDER}/{name}": b"x"}

    assert digest_of(MemoryTree(more), ID) == digest_of(MemoryTree(files), ID)


@pytest.mark.parametrize(
    ("path", "raw"),
    [(f"{FOLDER}/README.md", b"# Ander\n"), (f"{FOLDER}/annexes/schets.pdf", b"ander")],
)
def test_whatever_is_handed_in_is_in_the_digest(path: str, raw: bytes) -> None:
    files = {path: text.encode() for path, text in FILES.items()}

    assert digest_of(MemoryTree(files | {path: raw}), ID) != digest_of(MemoryTree(files), ID)


def test_a_link_is_passed_over_by_the_digest() -> None:
    files = {path: text.encode() for path, text in FILES.items()}
    link = f"{FOLDER}/annexes/link"

    assert digest_of(MemoryTree(files, frozenset({link})), ID) == digest_of(MemoryTree(files), ID)
