"""What counts as personal data in a text, and what only looks like it."""

import time
from datetime import UTC, datetime

import pytest

from gzg.diagnostics import Finding
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.source_file import read_source
from gzg.repository.tree import LARGEST_FILE, MemoryTree
from gzg.rules.registry import rules
from gzg.rules.rule import Context, FileRule

CONTEXT = Context(Catalogue(Repository(MemoryTree({}))), datetime(2026, 1, 1, tzinfo=UTC))
PERSONAL = {"GZG511", "GZG512", "GZG513", "GZG514", "GZG515"}


def found_in(text: str, path: str = "content/projects/x/project.yml") -> list[tuple[str, Finding]]:
    source = read_source(path, text.encode())
    return [
        (rule.code, finding)
        for rule in rules()
        if isinstance(rule, FileRule) and rule.code in PERSONAL
        for finding in rule.check(source, CONTEXT)
    ]


def stretches(text: str) -> list[tuple[str, str]]:
    """Code and the very piece of the text that a finding points at."""
    found = []
    for code, finding in found_in(text):
        span = finding.place.span
        assert span is not None
        found.append((code, text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]))
    return found


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("GZG511", "85.07.30-033.28"),
        ("GZG511", "85073003328"),
        ("GZG511", "85 07 30 033 28"),
        ("GZG511", "85.07.30 - 033.28"),
        ("GZG511", "850730-033-28"),
        ("GZG511", "85.07.30‑033.28"),
        ("GZG511", "17 07 30 033 84"),
        ("GZG512", "98.47.28-997.65"),
        ("GZG512", "01490700185"),
        ("GZG513", "BE68 5390 0754 7034"),
        ("GZG513", "BE68539007547034"),
        ("GZG513", "be68 5390 0754 7034"),
        ("GZG513", "BE68-5390-0754-7034"),
        ("GZG513", "NL91 ABNA 0417 1643 00"),
        ("GZG513", "NO93 8601 1117 947"),
        ("GZG513", "GR16 0110 1050 0000 1054 7023 795"),
        ("GZG514", "0470 00 00 00"),
        ("GZG514", "0470/00.00.00"),
        ("GZG514", "0470-000000"),
        ("GZG514", "0470000000"),
        ("GZG514", "(0470) 00 00 00"),
        ("GZG514", "+32 470 00 00 00"),
        ("GZG514", "+32470000000"),
        ("GZG514", "+32 (0)470 00 00 00"),
        ("GZG514", "+32) 470 00 00 00"),
        ("GZG514", "0032 470 00 00 00"),
        ("GZG515", "jan.peeters@voorbeeldstad.be"),
        ("GZG515", "jan@voorbeeldstad.be"),
        ("GZG515", "Jan_Peeters+loket@mail.voorbeeldstad.be"),
        ("GZG515", "o'neill@voorbeeldstad.be"),
        ("GZG515", "andré@voorbeeldstad.be"),
        ("GZG515", "els.post@voorbeeldstad.be"),
        ("GZG515", "jan.peeters.info@voorbeeldstad.be"),
        ("GZG515", "info.jan.peeters@voorbeeldstad.be"),
    ],
)
@pytest.mark.parametrize("around", ["summary: Zie {}, dank.", "a,b\n1,{}\n", "({}).", "{}"])
def test_personal_data_are_found_where_they_stand(code: str, written: str, around: str) -> None:
    assert stretches(around.format(written)) == [(code, written)]


@pytest.mark.parametrize(
    "text",
    [
        "kbo: 0207.437.468",
        "kbo: 0475.123.456",
        "Ondernemingsnummer 0400.378.485, of BE 0400.378.485.",
        "Ondernemingsnummer 0403091220.",
        "nis: 44021",
        "11001,44021,71066,2025-01-01",
        "opens: 2022-03-21T12:00:00",
        "Van 2022-03-21 tot 2022-07-01, van 21/03/2022 tot 01/07/2022.",
        "value: 1107397.55",
        "Samen 12.345.678.901 euro, of 12 345 678 901 euro.",
        "Bel 02 553 12 34, +32 2 553 12 34 of 04 222 33 44.",
        "0 4 7 0 1 2 3 4 5",
        "nummer 85.07.30-033.29",
        "BE69 5390 0754 7034",
        "1.85073003328",
        "id: a85073003328b",
        "https://www.example.org/dossier/2022/000085073003328000",
        "Wet van 8 augustus 1983, ELI 1983/08/08/1984021029",
        "DOI 10.5281/zenodo.7034571",
        "ISBN 978 90 123 4567 8",
        "burgerzaken@voorbeeldstad.be",
        "info@voorbeeldstad.be, info.voorbeeldstad@mail.be, no-reply@voorbeeldstad.be",
        "loket-jeugddienst@voorbeeldstad.be, subsidies2024@voorbeeldstad.be",
        "welzijnshuis@voorbeeldstad.be, Woonloket@voorbeeldstad.be",
        "git@github.com:voorbeeld/programma.git",
        "jan.peeters@example.org",
        "Volg @voorbeeldstad of @jan@social.voorbeeldstad.be.",
        "https://www.example.org/@jan.peeters",
        "jan @ voorbeeldstad punt be",
        "a@b",
        "@",
        "",
    ],
)
def test_what_only_looks_like_personal_data_is_left_alone(text: str) -> None:
    assert stretches(text) == []


def test_two_in_one_line_are_two_findings() -> None:
    text = "Bel 0470/00 00 00 of mail jan@voorbeeldstad.be"
    assert stretches(text) == [("GZG514", "0470/00 00 00"), ("GZG515", "jan@voorbeeldstad.be")]


def test_an_account_number_ends_where_the_next_word_begins() -> None:
    assert stretches("Stort op BE68 5390 0754 7034 voor 1 juli") == [
        ("GZG513", "BE68 5390 0754 7034")
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("85.07.30-033.28", "••.••.••-•••.••"),
        ("98.47.28-997.65", "••.••.••-•••.••"),
        ("BE68 5390 0754 7034", "BE•• •••• •••• ••••"),
        ("+32 470 00 00 00", "+3• ••• •• •• ••"),
        ("jan.peeters@voorbeeldstad.be", "j…@voorbeeldstad.be"),
    ],
)
def test_a_finding_does_not_repeat_what_it_found(text: str, shown: str) -> None:
    ((_, finding),) = found_in(text)
    assert finding.values == {"masked": shown}


@pytest.mark.parametrize(
    "piece",
    ["@", "a@", "a@b.be ", "BE68 ", "BE685390", "0", "0 ", "0470 ", "85.07.30-", "4-", "a.", "- "],
)
def test_a_text_made_to_be_slow_is_not(piece: str) -> None:
    """Seconds for the largest file that is read, where a careless pattern needs hours."""
    text = (piece * LARGEST_FILE)[:LARGEST_FILE]
    begin = time.process_time()
    found_in(text)
    assert time.process_time() - begin < 10
