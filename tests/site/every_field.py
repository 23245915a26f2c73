"""A small programme in which every field of every kind of record is filled in.

Nothing is said of it by the rules: what it is for is to be changed, field by field.
"""

from collections.abc import Mapping

from tests.rules.examples import smallest_files

PROJECT = "content/projects/voorbeeld/project.yml"
OTHER_PROJECT = "content/projects/vervolg/project.yml"
CALL = "content/calls/voorbeeldoproep/call.yml"
BLUEPRINT = "content/blueprints/voorbeeld/blueprint.yml"
ORGANISATION = "content/organisations/dienst.yml"
NEWS = "content/news/voorbeeld.md"
PAGE = "content/pages/over.md"
SOURCES = "content/sources.yml"
DOSSIER = "submissions/voorbeeldoproep/voorbeeld"
LATER_DOSSIER = "submissions/tweede/beter"

_FACT_LINES = ("basis: inferred", "sources: [bericht]", "note: {nl: Volgens hen, en: They say}")
_FACT = ", ".join(_FACT_LINES)
_FACT_BELOW = "\n  ".join(_FACT_LINES)
_FACT_BELOW_THAT = "\n    ".join(_FACT_LINES)
_SOURCED = """\
origin: sources
sources: [bericht]
provenance:
  title: {basis: reported, sources: [krant], note: {nl: Zo heet het, en: So it is called}}
conflicts:
  - about: {nl: De naam, en: The name}
    field: title
    claims:
      - {says: {nl: Zo, en: So}, sources: [bericht]}
      - {says: {nl: Anders, en: Else}, sources: [krant]}
    taken: {nl: Zo dus, en: So then}
    why: {nl: Nieuwer, en: Newer}
unknown:
  - {nl: De afloop, en: The end}
"""

_TEXTS = {
    SOURCES: """\
sources:
  bericht:
    title: Bericht
    publisher: Dienst Voorbeeld
    kind: official
    url: https://bericht.example/
    date: 2022-03
    note: {nl: Kort bericht, en: Short message}
  krant:
    title: Krant
    kind: press
""",
    PROJECT: f"""\
id: voorbeeld
title: {{nl: Een loket, en: A desk}}
working_title: true
also_called: [Balie]
call: voorbeeldoproep
type: concept
focus: nabij
domains: [parkeren]
status: running
grant_certain: false
summary: {{nl: Een loket voor wie komt, en: A desk for who comes}}
decided: 2022-10-01
started: 2022-11
ended: 2023
parties:
  - {{organisation: voorbeeldstad, role: trekker, {_FACT}}}
  - {{organisation: bureau, role: partner}}
parties_complete: false
groups:
  - {{name: {{nl: Vijf scholen, en: Five schools}}, count: 5, {_FACT}}}
other_parties:
  - {{organisation: oudedorp, {_FACT}}}
  - {{name: {{nl: Een vereniging, en: An association}}}}
relations:
  - {{kind: linked-with, project: vervolg, {_FACT}}}
amounts:
  requested: {{value: 90000}}
  granted: {{value: 80000, approximate: true, {_FACT}}}
  committed: {{value: 70000}}
  paid: {{value: 60000}}
  {_FACT_BELOW}
results:
  - {{title: {{nl: Een boekje, en: A booklet}}, blueprint: voorbeeld, {_FACT}}}
  - {{title: {{nl: Een film, en: A film}}, url: https://film.example/}}
website: https://loket.example/
{_SOURCED}""",
    OTHER_PROJECT: """\
id: vervolg
title: Een balie
call: tweede
focus: open
status: granted
summary: Het vervolg.
parties:
  - {organisation: nieuwstad, role: trekker}
  - {organisation: bureau, role: partner}
relations:
  - {kind: continues, project: voorbeeld}
results:
  - {title: Nog een boekje, blueprint: voorbeeld}
""",
    CALL: f"""\
id: voorbeeldoproep
number: 1
title: {{nl: Eerste oproep, en: First call}}
summary: {{nl: De eerste, en: The first}}
type: concept
focuses: [nabij]
demo: false
draft: false
openness: public
opens: 2022-03-21
closes: 2022-07-01T12:00
assessment: {{begins: 2022-07-02, ends: 2022-09-01, {_FACT}}}
term: {{months: 12, counts_from: award, {_FACT}}}
start_rule: {{until: 2023-01-01, {_FACT}}}
eligible_activities:
  - {{title: {{nl: Bouwen, en: Building}}, {_FACT}}}
emphasis:
  - {{title: {{nl: Samen, en: Together}}, {_FACT}}}
amendments:
  - {{field: closes, old: 2022-06-01, new: 2022-07-01T12:00, date: 2022-05-01,
     reason: {{nl: Drukte, en: Rush}}, {_FACT}}}
budget: {{value: 500000, approximate: true, {_FACT}}}
minimum_grant: 1000
maximum_grant: 100000
cofinancing: {{minimum_percentage: 20, description: {{nl: Een vijfde, en: A fifth}}, {_FACT}}}
eligibility:
  lead_kinds: [gemeente]
  initiator_kinds: [overheid]
  partner_kinds: [bedrijf]
  subcontractor_kinds: [bedrijf]
  territory: {{nl: Overal, en: Everywhere}}
  minimum_other_local_governments: 1
  already_running: {{nl: Mag niet, en: Not allowed}}
  resubmission: {{nl: Mag, en: Allowed}}
  {_FACT_BELOW}
asks: [shares]
dossier_parts:
  - part: plan
    help: {{nl: Vertel het plan, en: Tell the plan}}
    headings:
      - {{title: {{nl: Wat, en: What}}, help: {{nl: Zeg wat, en: Say what}},
         example: {{nl: Een loket, en: A desk}}}}
    minimum_words: 1
    maximum_words: 900
    {_FACT_BELOW_THAT}
scoring:
  total: 100
  clusters:
    - id: nut
      title: {{nl: Nut, en: Use}}
      weight: 100
      criteria:
        - {{id: bereik, title: {{nl: Bereik, en: Reach}},
           description: {{nl: Hoeveel, en: How many}}, weight: 50}}
  rules:
    - {{nl: De helft is nodig, en: Half is needed}}
  {_FACT_BELOW}
agenda:
  - {{title: {{nl: Uitleg, en: Talk}}, begins: 2022-04-01, ends: 2022-04-02, compulsory: true,
     {_FACT}}}
support:
  - {{title: {{nl: Hulp, en: Help}}, url: https://hulp.example/, {_FACT}}}
follow_up_calls: [tweede]
decision: {{date: 2022-10-01, {_FACT}}}
official_figures:
  - {{figure: granted, value: 3, approximate: true, focus: nabij,
     difference: {{nl: Een viel weg, en: One left}}, {_FACT}}}
{_SOURCED}""",
    "content/calls/voorbeeldoproep/README.en.md": "# First call\n\nIn English.\n",
    "content/calls/voorbeeldoproep/advice.yml": """\
date: 2022-09-05
submissions:
  - submission: voorbeeldoproep/voorbeeld
    text: {nl: Goed idee, en: Good idea}
    recommendations:
      - {id: meten, text: {nl: Meet het eerst, en: Measure first}}
""",
    "content/calls/voorbeeldoproep/decision.yml": """\
date: 2022-10-01
granted:
  - {submission: voorbeeldoproep/voorbeeld, amount: 9000}
refused:
  - {submission: voorbeeldoproep/ander, reason: {nl: Te duur, en: Too dear}}
""",
    "content/calls/tweede/call.yml": """\
id: tweede
number: 2
title: Tweede oproep
type: concept
focuses: [open]
opens: 2025-02-01
""",
    BLUEPRINT: f"""\
id: voorbeeld
title: {{nl: Handleiding, en: Manual}}
kinds: [handleiding]
project: voorbeeld
summary: {{nl: Hoe het gaat, en: How it goes}}
availability: published
published: 2023-05
licence: CC-BY-4.0
url: https://handleiding.example/
owners: [voorbeeldstad]
intended_users: {{nl: Gemeenten, en: Municipalities}}
focus: open
domains: [parkeren]
standards: [OSLO]
{_SOURCED}""",
    "content/blueprints/voorbeeld/files/tekst.txt": "Tekst.\n",
    ORGANISATION: f"""\
id: dienst
name: Dienst Voorbeeld
kind: overheid
demo: false
short_name: DV
kbo: 0207.437.468
region: oost
part_of: bureau
website: https://dienst.example/
description: {{nl: Een dienst, en: A service}}
{_SOURCED}""",
    "content/organisations/bureau.yml": "id: bureau\nname: Bureau\nkind: bedrijf\n",
    NEWS: f"""\
---
title: Nieuws
date: 2022-03-21
language: nl
summary: {{nl: Er is nieuws, en: There is news}}
calls: [voorbeeldoproep]
projects: [voorbeeld]
{_SOURCED}---

Een bericht over [het project](../projects/voorbeeld/README.md).
""",
    "content/news/ander.en.md": "---\ntitle: News\ndate: 2022-04-21\nlanguage: en\n---\n\nMore.\n",
    PAGE: f"---\ntitle: Over\nlanguage: nl\norder: 3\n{_SOURCED}---\n\nEen pagina.\n",
    "content/projects/voorbeeld/README.md": (
        "# Een loket\n\nZie [het vervolg](../vervolg/project.yml) en "
        "[het boekje](../../blueprints/voorbeeld/files/tekst.txt).\n"
    ),
    "content/projects/vervolg/README.md": "# Een balie\n\nIn het Nederlands.\n",
    "content/projects/vervolg/README.en.md": "# A counter\n\nIn English.\n",
    f"{DOSSIER}/submission.yml": f"""\
id: voorbeeld
call: voorbeeldoproep
title: Een dossier
summary: Een loket.
focus: nabij
domains: [parkeren]
begins: 2022-10-01
ends: 2023-09-30
requested: 10000
own_contribution: 2000
parties:
  - {{organisation: voorbeeldstad, role: trekker, task: Leiden, share: 9000,
     own_contribution: 1000}}
  - {{organisation: bureau, role: partner}}
budget:
  - {{year: 2023, organisation: voorbeeldstad, title: Werk, amount: 12000}}
success_plan:
  - {{title: Bezoek, baseline: 3 procent, target: 9 procent, date: 2023-06-01}}
blueprints:
  - {{title: Boekje, kinds: [handleiding], licence: CC-BY-4.0, summary: Hoe het moet}}
building_blocks:
  - {{title: Bestaand boekje, blueprint: voorbeeld, url: https://blok.example/}}
standards: [OSLO]
resubmission_of: voorbeeldoproep/ander
answers:
  - {{recommendation: meten, answer: Gemeten}}
agreement:
  date: 2022-05-01
  sha256: {"ab" * 32}
  kept_by: voorbeeldstad
  decisions:
    - {{organisation: bureau, body: Bestuur, date: 2022-05-02}}
contact: {{service: Loket, mailbox: loket@voorbeeldstad.example}}
accounts: [7]
""",
    f"{DOSSIER}/receipt.yml": f"""\
number: voorbeeldoproep-7
received: 2022-06-15T10:00:09Z
head: {"0123456789" * 4}
digest: {"ab" * 32}
pull_request: https://forge.example/7
""",
    f"{DOSSIER}/admissibility.yml": """\
date: 2022-07-04
outcome: inadmissible
body: {nl: Programmateam, en: Programme office}
grounds:
  - {rule: GZG412, text: {nl: Te laat, en: Too late}}
""",
    f"{DOSSIER}/annexes/plan.txt": "Plan.\n",
    LATER_DOSSIER + "/submission.yml": """\
id: beter
call: tweede
title: Een beter dossier
summary: Een beter loket.
focus: open
begins: 2025-10-01
ends: 2026-09-30
requested: 10000
parties:
  - {organisation: nieuwstad, role: trekker}
resubmission_of: voorbeeldoproep/voorbeeld
answers:
  - {recommendation: meten, answer: Nu wel}
contact: {service: Loket, mailbox: loket@nieuwstad.example}
""",
}


def every_field() -> dict[str, bytes]:
    """Path → bytes of the programme."""
    texts: Mapping[str, str] = _TEXTS
    return smallest_files() | {path: text.encode() for path, text in texts.items()}
