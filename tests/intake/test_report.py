"""The message below a pull request: nobody's text does anything in it, and it is never too long."""

import html
import json
import re
from pathlib import Path
from textwrap import dedent

import pytest

from gzg.commands.pull_request import Format
from gzg.intake.report_markdown import LONGEST
from tests.intake.forge import Forge
from tests.intake.programme import DOSSIER, PROJECT, README, dossier, files
from tests.reporters.test_markdown import NASTY, page

OWN_TAGS = {
    "h2", "h3", "p", "ul", "li", "strong", "em", "code", "br", "table", "thead", "tbody", "tr",
    "th", "td", "a", "details", "summary",
}  # fmt: skip
GOOD = dossier()
COMPARED = ("content/projects/", "content/blueprints/")


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    return Forge(tmp_path)


def written(text: str) -> str:
    """The text as YAML can hold it, whatever is in it."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def test_hostile_texts_everywhere_give_only_our_own_elements_and_links(
    forge: Forge, capsys: pytest.CaptureFixture[str]
) -> None:
    every = written(" ".join(NASTY))
    text = GOOD[DOSSIER].replace("title: Digitaal loket voor verenigingen", f"title: {every}")
    for task in ("Leidt het project.", "Sluit de zalen aan.", "Ontwerp", "Ontwikkeling"):
        text = text.replace(task, every, 1)
    readme = "# Loket\n\n" + "\n\n".join(f"#### {nasty}\n\n![]({nasty})" for nasty in NASTY)
    forge.judge(forge.offer(4, {DOSSIER: text, README: readme}))
    made = page(capsys.readouterr().out)
    assert "Consortium</h3>" in made
    assert set(re.findall(r"<([a-z]\w*)", made)) <= OWN_TAGS
    assert re.findall(r"<h2>(.*?)</h2>", made) in (
        ["Ontvankelijk", "Admissible"],
        ["Niet ontvankelijk", "Not admissible"],
    )
    rule = r"https://samen\.example/catalogus/(en/rules|regels)/GZG\d{3}/"
    assert all(re.fullmatch(rule, link) for link in re.findall(r'href="([^"]*)"', made))
    assert made.count("<details>") == made.count("</details>") == 1


def test_every_row_of_a_table_has_its_cells(
    forge: Forge, capsys: pytest.CaptureFixture[str]
) -> None:
    text = GOOD[DOSSIER].replace("Ontwerp", written("a | b \\| c \\\\| d `|` |"))
    forge.judge(forge.offer(4, {**GOOD, DOSSIER: text}))
    made = page(capsys.readouterr().out)
    rows = [row.count("<td") for row in re.findall(r"<tr>(.*?)</tr>", made, re.DOTALL)]
    assert set(rows) == {0, 4, 5}
    assert "a | b \\| c \\\\| d `|` |" in html.unescape(made)


def judged_with(forge: Forge, budget: str, parties: str) -> None:
    text = GOOD[DOSSIER].replace("budget:\n", f"budget:\n{budget}")
    text = text.replace("parties:\n", f"parties:\n{parties}")
    forge.judge(forge.offer(4, {**GOOD, DOSSIER: text}))


def test_of_many_faults_some_are_counted(forge: Forge, capsys: pytest.CaptureFixture[str]) -> None:
    line = "  - {year: 2023, organisation: niemand-%d, title: kost, amount: 1}\n"
    judged_with(forge, "".join(line % number for number in range(300)), "")
    made = capsys.readouterr().out
    assert len(made) <= LONGEST
    assert "meldingen staan hier niet" in made
    assert "… en nog 263" in made


def other_projects(number: int) -> dict[str, str]:
    """Projects about something else, half of them with a text."""
    found = {}
    for each in range(number):
        record = dedent(PROJECT).replace("verenigingsloket", f"brug-{each}")
        record = record.replace("Eén loket voor verenigingen", f"Brug {each}")
        found[f"content/projects/brug-{each}/project.yml"] = record
        if each % 2:
            found[f"content/projects/brug-{each}/README.md"] = f"# Brug\n\nBrug {each}.\n"
    return found


def test_of_a_large_catalogue_the_report_says_how_much_was_compared(
    forge: Forge, capsys: pytest.CaptureFixture[str]
) -> None:
    present = sum(path.endswith(("project.yml", "blueprint.yml")) for path in files())
    texts = sum(path.startswith(COMPARED) and path.endswith("README.md") for path in files())
    forge.publish(other_projects(1200))
    forge.fetch()
    offered = forge.offer(4, GOOD)
    forge.judge(offered)
    made = capsys.readouterr().out
    counts = (1200 + present, 600 + texts)
    assert "volledig vergeleken: van de {:,} projecten en".format(*counts).replace(",", ".") in made
    assert "of the {:,} projects and blueprints, {:,} texts were".format(*counts) in made
    forge.judge(offered, format=Format.JSON)
    compared = json.loads(capsys.readouterr().out)["compared"]
    assert (compared["records"], compared["texts"]) == counts
    own = re.sub("(?m)^(title|summary): .*$", r"\1: Een glijbaan in het zwembad.", GOOD[DOSSIER])
    forge.judge(forge.offer(5, {DOSSIER: own, README: "# Glijbaan\n\nHet zwembad.\n"}))
    made = capsys.readouterr().out
    assert "Er is niets gevonden dat op dit dossier lijkt." in made
    assert "Nothing was found that resembles this dossier." in made
    assert "searched for words that they share" in made


def test_of_a_small_catalogue_the_report_says_nothing_of_how_it_compared(
    forge: Forge, capsys: pytest.CaptureFixture[str]
) -> None:
    forge.judge(forge.offer(4, GOOD))
    assert "volledig vergeleken" not in capsys.readouterr().out


def test_tables_that_do_not_fit_are_left_out(
    forge: Forge, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "<" * 190
    budget = f'  - {{year: 2023, organisation: waterveld, title: "{long}", amount: 1}}\n' * 300
    judged_with(
        forge, budget, f'  - {{organisation: waterveld, role: lead, task: "{long}"}}\n' * 300
    )
    made = capsys.readouterr().out
    assert len(made) <= LONGEST
    assert "Dit verslag is te lang voor een bericht" in made
    assert "<table>" not in page(made)
