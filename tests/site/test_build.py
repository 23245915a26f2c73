"""`gzg build`: the same bytes at any time and place, and never half a site."""

import os
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.site.programmes import built, gzg, keep_in_git, smallest

NEVER = "<script>alert(1)</script>"


def bytes_of(site: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.relative_to(site).parts[0] != "pagefind"
    }


def test_two_builds_on_two_days_and_machines_are_the_same_bytes(tmp_path: Path) -> None:
    one, other = (smallest(tmp_path / name / "programme") for name in ("one", "other"))
    for folder in (one, other):
        keep_in_git(folder)
    for path in other.rglob("*"):
        os.utime(path, (1_900_000_000, 1_900_000_000))
    first = built(one, tmp_path / "first", {"TZ": "Pacific/Auckland", "LANG": "C"})
    second = built(
        other,
        tmp_path / "second",
        {"TZ": "America/Los_Angeles", "LANG": "nl_BE.UTF-8", "PYTHONHASHSEED": "7"},
    )
    assert bytes_of(first) == bytes_of(second)
    assert "sitemap.xml.gz" in bytes_of(first)


def test_without_git_nothing_comes_from_the_clock(tmp_path: Path) -> None:
    folder = smallest(tmp_path / "programme")
    site = built(folder, tmp_path / "site")
    assert "Laatst gewijzigd" not in (site / "projecten/voorbeeld/index.html").read_text("utf-8")
    assert (site / "sitemap.xml.gz").read_bytes()[4:8] == (946_684_800).to_bytes(4, "little")


def test_the_sitemap_has_the_date_of_each_page(tmp_path: Path) -> None:
    folder = smallest(tmp_path / "programme")
    keep_in_git(folder)
    (folder / "content/news/later.md").write_text("---\ntitle: Later\ndate: 2022-04-01\n---\n")
    keep_in_git(folder, "2025-02-03T09:00:00+01:00")
    address = "https://voorbeeld.test/site/"
    done = gzg("build", "--root", folder, "--site-url", address, "--out", tmp_path / "site")
    assert done.returncode == 0
    text = (tmp_path / "site/sitemap.xml").read_text("utf-8")
    for path, day in (("nieuws/later/", "2025-02-03"), ("projecten/voorbeeld/", "2024-05-01")):
        assert f"<loc>{address}{path}</loc>\n    <lastmod>{day}</lastmod>" in text


def test_a_second_build_replaces_the_first(tmp_path: Path) -> None:
    folder = smallest(tmp_path / "programme")
    site = built(folder, tmp_path / "site")
    (folder / "content/news/voorbeeld.md").unlink()
    built(folder, site)
    assert not (site / "nieuws").exists()
    assert not (folder / "build/docs/nieuws").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["programme", "site"]


def test_a_build_that_fails_leaves_the_former_site_as_it_was(tmp_path: Path) -> None:
    folder = smallest(tmp_path / "programme")
    site = built(folder, tmp_path / "site")
    before = bytes_of(site)
    (folder / "content/projects/voorbeeld/README.md").write_text("# Voorbeeld\n\nAnders.\n")
    arguments = ("build", "--root", folder, "--out", site, "--lang", "en")
    done = gzg(*arguments, environment={"PAGEFIND_BINARY_PATH": "/bin/false"})
    assert done.returncode == 3
    assert done.stderr == "Pagefind could not make the search index: 1\n"
    assert bytes_of(site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["programme", "site"]


def test_a_folder_that_holds_something_else_is_never_replaced(tmp_path: Path) -> None:
    folder = smallest(tmp_path / "programme")
    other = tmp_path / "papers"
    other.mkdir()
    (other / "letter.txt").write_text("keep me")
    done = gzg("build", "--root", folder, "--out", other, "--lang", "en")
    assert done.returncode == 2
    assert "is not a site made by gzg. Nothing was changed." in done.stderr
    assert (other / "letter.txt").read_text() == "keep me"


@pytest.mark.parametrize("out", ["", ".."])
def test_the_programme_itself_is_never_replaced(tmp_path: Path, out: str) -> None:
    folder = smallest(tmp_path / "around" / "programme")
    assert gzg("build", "--root", folder, "--out", folder / out).returncode == 2
    assert (folder / "content/programme.yml").is_file()


def test_a_record_with_a_fault_is_left_out_and_named(tmp_path: Path) -> None:
    path = "content/projects/voorbeeld/project.yml"
    folder = smallest(tmp_path / "programme", {path: "id: voorbeeld\n"})
    done = gzg("build", "--root", folder, "--out", tmp_path / "site", "--lang", "en")
    assert done.returncode == 1
    diagnostics, note = done.stderr.split("Note: ")
    assert diagnostics.startswith(f"{path}:1:1: error GZG101 ")
    assert "gzg explain GZG101 --lang en\n" in diagnostics
    assert note == f"Not on the site, because it has a fault: {path}.\n"
    assert not (tmp_path / "site/projecten/voorbeeld").exists()
    assert (tmp_path / "site/index.html").is_file()


def test_a_row_of_the_register_that_is_left_out_is_told(tmp_path: Path) -> None:
    path = "content/organisations/municipalities.csv"
    folder = smallest(tmp_path / "programme")
    with (folder / path).open("a", encoding="utf-8") as register:
        register.write("44444,Ergens,Oost\n")
    done = gzg("build", "--root", folder, "--out", tmp_path / "site", "--lang", "en")
    assert done.returncode == 1
    assert ": error GZG014 " in done.stderr
    assert (tmp_path / "site/index.html").is_file()


def test_in_a_pipe_only_the_place_of_the_site_is_said(tmp_path: Path) -> None:
    folder = smallest(tmp_path / "programme")
    done = gzg("build", "--root", folder, "--out", tmp_path / "site", "--lang", "en")
    assert (done.stdout, done.stderr) == (f"The site is in {tmp_path / 'site'}.\n", "")


HOSTILE = {
    "content/projects/voorbeeld/project.yml": f"""\
id: voorbeeld
title: 'Titel {NEVER} {{{{ config.site_name }}}} "quoted"'
also_called: ['{NEVER}']
call: voorbeeldoproep
status: granted
summary: 'Samenvatting {NEVER}" onmouseover="alert(1)'
parties:
  - organisation: voorbeeldstad
    role: trekker
    basis: reported
    note: 'Nota {NEVER}'
groups:
  - name: 'Groep {NEVER}'
unknown: ['{NEVER}']
conflicts:
  - about: '{NEVER}'
    claims:
      - says: '{NEVER}'
        sources: [bericht]
    why: '{NEVER}'
""",
    "content/projects/voorbeeld/README.md": f"""\
---
title: Overgenomen
template: 404.html
record: {{}}
---

# Kop {NEVER}

{NEVER} <b onclick="alert(1)">vet</b> <style>body {{ display: none }}</style>

<iframe src="https://evil.test/"></iframe>

<div markdown="1" onload="alert(1)">

[klik](javascript:alert(1)) [nog](JaVaScRiPt&#58;alert(1)) [data](data:text/html,x)
[erger](&#106;avascript:alert(1)) [web](https://goed.test/) <javascript:alert(1)>

![beeld](https://evil.test/pixel.png) ![data](data:image/png;base64,AAAA)

{{{{ config.site_name }}}} {{% include "404.html" %}} --8<-- "/etc/passwd"

alinea {{: onclick="alert(1)" }}

[ref][ref]

[ref]: javascript:alert(1) "titel"
""",
    "submissions/voorbeeldoproep/voorbeeld/submission.yml": f"""\
id: voorbeeld
call: voorbeeldoproep
title: 'Dossier {NEVER} {{{{ config.site_name }}}}'
summary: 'Kort {NEVER}" onmouseover="alert(1)'
focus: nabij
begins: 2022-10-01
ends: 2023-09-30
requested: 10000
parties:
  - organisation: voorbeeldstad
    role: trekker
    task: 'Taak {NEVER}'
budget:
  - year: 2022
    organisation: voorbeeldstad
    title: 'Kost {NEVER}'
    amount: 1
success_plan:
  - title: 'Indicator {NEVER}'
    baseline: 'Nu {NEVER}'
    target: 'Doel {NEVER}'
    date: 2023-06-30
blueprints:
  - title: 'Gids {NEVER}'
    kinds: [handleiding]
    licence: EUPL-1.2
    summary: 'Hoe {NEVER}'
building_blocks:
  - title: 'Blok {NEVER}'
standards: ['Norm {NEVER}']
resubmission_of: voorbeeldoproep/voorbeeld
answers:
  - recommendation: meten
    answer: 'Antwoord {NEVER}'
agreement:
  date: 2022-06-01
  sha256: {"cd" * 32}
  kept_by: voorbeeldstad
  decisions:
    - organisation: voorbeeldstad
      body: 'Raad {NEVER}'
      date: 2022-05-30
contact:
  service: 'Loket {NEVER}'
  mailbox: loket@voorbeeldstad.example
""",
    "submissions/voorbeeldoproep/voorbeeld/README.md": f"# D\n\n{NEVER} [x](javascript:alert(1))\n",
    "content/calls/voorbeeldoproep/advice.yml": f"""\
date: 2022-09-05
submissions:
  - submission: voorbeeldoproep/voorbeeld
    text: 'Advies {NEVER}'
    recommendations:
      - id: meten
        text: 'Aanbeveling {NEVER}'
""",
    "content/calls/voorbeeldoproep/decision.yml": f"""\
date: 2022-10-01
refused:
  - submission: voorbeeldoproep/voorbeeld
    reason: 'Reden {NEVER}'
""",
    "content/organisations/dienst.yml": f"id: dienst\nname: 'Dienst {NEVER}'\nkind: overheid\n",
    "content/sources.yml": f"sources:\n  bericht:\n    title: 'Bron {NEVER}'\n",
    "content/news/voorbeeld.md": f"---\ntitle: 'Nieuws {NEVER}'\ndate: 2022-03-21\n---\n{NEVER}\n",
    "content/pages/over.md": f"---\ntitle: 'Over {NEVER}'\n---\n{NEVER}\n",
}


class Elements(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    return built(smallest(folder / "programme", HOSTILE), folder / "site")


OUR_DRAWINGS = {"sign", "picture", "coverage", "swatch"}
"""The first class of what the site draws itself; nothing of a stranger has a class."""


def runs(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element could run something, or fetch it from elsewhere."""
    is_drawn = tag == "svg" and (attributes.get("class") or "").split(" ")[0] in OUR_DRAWINGS
    if tag in {"iframe", "object", "embed", "style", "base", "img", "svg", "b"} and not is_drawn:
        return True
    if any(name.startswith("on") or name == "style" for name in attributes):
        return True
    if tag in {"script", "link"}:
        return "gzg/" not in (attributes.get("src") or attributes.get("href") or "")
    schemes = (urlsplit(value or "").scheme for value in attributes.values())
    return any(scheme in {"javascript", "data", "vbscript"} for scheme in schemes)


def test_no_line_of_a_strangers_text_runs_on_the_site(hostile_site: Path) -> None:
    running = [
        (path.name, tag, attributes)
        for path in hostile_site.rglob("*.html")
        for tag, attributes in Elements(path.read_text("utf-8")).found
        if runs(tag, attributes)
    ]
    assert running == []


def test_a_strangers_text_is_shown_as_it_is(hostile_site: Path) -> None:
    page = (hostile_site / "projecten/voorbeeld/index.html").read_text("utf-8")
    for text in (
        '<h1 data-pagefind-meta="title">Titel &lt;script&gt;alert(1)&lt;/script&gt; {{ config',
        "Nota &lt;script&gt;alert(1)&lt;/script&gt;",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;",
        "<p>{{ config.site_name }} {% include",
        "template: 404.html",
        'href="https://goed.test/"',
        '<a href="https://evil.test/pixel.png">beeld</a>',
    ):
        assert text in page
    assert "root:" not in page


def test_every_text_of_a_dossier_is_shown_as_it_is(hostile_site: Path) -> None:
    folder = hostile_site / "oproepen/voorbeeldoproep"
    page = (folder / "dossiers/voorbeeld/index.html").read_text("utf-8")
    shown = set(re.findall(r"(\w+) &lt;script&gt;alert\(1\)&lt;/script&gt;", page))
    wanted = {
        "Dossier", "Kort", "Taak", "Kost", "Indicator", "Nu", "Doel", "Gids", "Hoe", "Blok",
        "Norm", "Antwoord", "Raad", "Loket", "Advies", "Aanbeveling", "Reden",
    }  # fmt: skip
    assert shown >= wanted
    assert "{{ config.site_name }}" in page
    assert "Dossier &lt;script&gt;" in (folder / "index.html").read_text("utf-8")
