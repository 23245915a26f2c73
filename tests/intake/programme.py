"""A small programme with an open call, as files: what the pull requests of the tests are for."""

from textwrap import dedent

CALL = "content/calls/oproep-1/call.yml"
DECISION = "content/calls/oproep-1/decision.yml"
FOLDER = "submissions/oproep-1/loket"
DOSSIER = f"{FOLDER}/submission.yml"
README = f"{FOLDER}/README.md"
RECEIPT = f"{FOLDER}/receipt.yml"
OWNER, COLLEAGUE, STRANGER, MAINTAINER = 7001, 7002, 6666, 1

PROGRAMME = """\
    format: 1
    title: Samen digitaal
    short_title: SD
    description: Een programma om pull requests mee te beoordelen.
    authority: dienst
    languages: [nl, en]
    time_zone: Europe/Brussels
    addresses:
      site: https://samen.example/catalogus
    sources: [bericht]
    focuses:
      - id: dienstverlening
        title: {nl: Dienstverlening, en: Services}
    types:
      - id: thematisch
        title: Thematisch
    roles:
      - {id: lead, title: {nl: Penhouder, en: Lead}, function: lead}
      - {id: initiator, title: {nl: Initiatiefnemer, en: Initiator}, function: initiator}
      - {id: subcontractor, title: {nl: Onderaannemer, en: Subcontractor}, function: subcontractor}
    organisation_kinds:
      - {id: gemeente, title: Gemeente, local_government: true, municipality: true}
      - {id: overheid, title: Overheid}
      - {id: onderneming, title: Onderneming}
"""
REGISTER = """\
    nis,name,province,valid_from,valid_to,successor_nis,tile_col,tile_row
    11111,Lindekerke,Oost,,,,1,1
    22222,Waterveld,Oost,,,,2,1
    33333,Polderzele,Oost,,,,3,1
"""
THE_CALL = """\
    id: oproep-1
    number: 1
    title: {nl: 'Oproep 1: het loket', en: 'Call 1: the desk'}
    type: thematisch
    focuses: [dienstverlening]
    openness: public
    opens: 2022-03-21
    closes: 2022-07-01T12:00
    maximum_grant: 150000
    eligibility:
      lead_kinds: [gemeente]
      initiator_kinds: [gemeente]
      subcontractor_kinds: [onderneming]
      minimum_other_local_governments: 1
    asks: [shares, budget]
    sources: [bericht]
"""
PROJECT = """\
    id: verenigingsloket
    title: Eén loket voor verenigingen
    status: finished
    summary: Verenigingen reserveren een zaal en vragen hun subsidie aan in één digitaal loket.
    decided: 2021-12-01
    parties:
      - {organisation: polderzele, role: lead}
    sources: [bericht]
"""
SUBMISSION = """\
    id: loket
    call: oproep-1
    title: Digitaal loket voor verenigingen
    summary: Verenigingen vragen hun subsidie en hun zaal aan in één digitaal loket.
    focus: dienstverlening
    begins: 2022-10-01
    ends: 2023-09-30
    requested: 120000
    own_contribution: 40000
    parties:
      - organisation: lindekerke
        role: lead
        task: Leidt het project.
        share: 80000
        own_contribution: 25000
      - organisation: waterveld
        role: initiator
        task: Sluit de zalen aan.
        share: 40000
        own_contribution: 15000
      - organisation: softwarehuis
        role: subcontractor
    budget:
      - {year: 2022, organisation: lindekerke, title: Ontwerp, amount: 30000}
      - {year: 2023, organisation: lindekerke, title: Ontwikkeling, amount: 75000}
      - {year: 2023, organisation: waterveld, title: Koppeling met de zalen, amount: 55000}
    contact:
      service: Dienst Vrije Tijd
      mailbox: vrijetijd@lindekerke.example
    accounts: [7001]
"""
TEXT = """\
    # Digitaal loket voor verenigingen

    Verenigingen vragen vandaag hun subsidie, hun zaal en hun materiaal aan bij drie diensten.
"""
SOURCES = """\
    sources:
      bericht:
        title: Bericht over het programma
        publisher: Dienst Samen
        kind: official
"""


def files() -> dict[str, str]:
    """The programme without any dossier."""
    texts = {
        "README.md": "# Samen digitaal\n",
        "content/programme.yml": PROGRAMME,
        "content/sources.yml": SOURCES,
        "content/organisations/municipalities.csv": REGISTER,
        "content/organisations/dienst.yml": "id: dienst\nname: Dienst Samen\nkind: overheid\n",
        "content/organisations/softwarehuis.yml": (
            "id: softwarehuis\nname: Softwarehuis & Zonen\nkind: onderneming\n"
        ),
        CALL: THE_CALL,
        "content/calls/oproep-1/README.md": "# Oproep 1\n\nHet loket.\n",
        "content/projects/verenigingsloket/project.yml": PROJECT,
        "content/projects/verenigingsloket/README.md": "# Eén loket\n\nVoor verenigingen.\n",
    }
    return {path: dedent(text) for path, text in texts.items()}


EARLIER = "submissions/oproep-0/loket"
ADVICE = """\
    date: 2021-11-25
    submissions:
      - submission: oproep-0/loket
        text: De nood is duidelijk.
        recommendations:
          - {id: meten, text: Meet hoe lang verenigingen nu wachten.}
          - {id: beheer, text: Zeg wie het loket na het project beheert.}
"""


def refused_before() -> dict[str, str]:
    """An earlier call with a refused dossier and the jury's two recommendations on it."""
    folder = "content/calls/oproep-0"
    call = dedent(THE_CALL)
    for now, then in (
        ("oproep-1", "oproep-0"),
        ("number: 1", "number: 0"),
        ("2022-03-21", "2021-03-22"),
        ("2022-07-01", "2021-07-01"),
    ):
        call = call.replace(now, then)
    received = (
        "number: oproep-0-1\nreceived: 2021-06-15T10:30:00+02:00\n"
        f"head: {'ab' * 20}\ndigest: {'cd' * 32}\n"
    )
    return {
        **dossier(EARLIER, call="oproep-0", begins="2021-10-01"),
        f"{EARLIER}/receipt.yml": received,
        f"{folder}/call.yml": call,
        f"{folder}/README.md": "# Oproep 0\n",
        f"{folder}/advice.yml": dedent(ADVICE),
        f"{folder}/decision.yml": "date: 2021-12-10\nrefused:\n  - submission: oproep-0/loket\n",
    }


def dossier(folder: str = FOLDER, **changes: str) -> dict[str, str]:
    """The files of a good dossier; each change is a line of it by its key."""
    text = dedent(SUBMISSION)
    lines = [
        f"{line.partition(':')[0]}: {changes[line.partition(':')[0]]}"
        if line.partition(":")[0] in changes
        else line
        for line in text.splitlines()
    ]
    name = folder.rpartition("/")[2]
    return {
        f"{folder}/submission.yml": "\n".join(lines).replace("id: loket", f"id: {name}") + "\n",
        f"{folder}/README.md": dedent(TEXT),
    }
