"""Facts straight from the sources, held against the real records.

The lists here were copied from the publications, not from the records: a record that is edited
by mistake shows here.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from gzg.commands.options import open_catalogue
from gzg.figures.compute import compute
from gzg.model.project import Project
from gzg.reporters.figures import as_json
from gzg.repository.catalogue import Catalogue
from gzg.texts import Language

ROOT = Path(__file__).parents[2]

CALL_1 = {
    "digitalisering-parkeervergunning-handicap": (
        "antwerpen oostende brugge kortrijk gent aalst mechelen leuven genk"
    ),
    "digitale-klantenreis-parkeren-gas": "antwerpen mechelen hasselt genk",
    "sterke-authenticatie": "gent roeselare",
    "automatisch-advies-leefloon": (
        "gent oostende roeselare brugge kortrijk sint-niklaas antwerpen bonheiden vorselaar "
        "turnhout leuven genk"
    ),
    "digitale-burgerparticipatie-gent": "gent oudenaarde genk",
    "verenigingsloket": "gent brugge kortrijk evergem puurs-sint-amands leuven",
    "rijbewijs-vanuit-examencentrum": (
        "houthalen-helchteren brugge harelbeke beersel vilvoorde zemst huldenberg"
    ),
    "digitale-aangifte-overlijden": "leuven oostende gent aalst lier",
    "bouwdienst-samen-bouwen": "mechelen",
    "excelleren-digitale-dienstverlening": (
        "oostende middelkerke bredene de-haan gistel oudenburg ichtegem leuven"
    ),
    "digitalisering-premies-subsidies-toelagen": "wingene",
}

CALL_4 = {
    "proactief-informeren-gedragsinzichten": "oud-turnhout",
    "lokale-digitale-assistent": "wichelen",
    "regionaal-e-loket-westhoek": "",
    "geintegreerd-webaanbod": "brugge",
    "gemeente-app-wenselijke-dienstverlening": "sint-niklaas",
    "dienstverlening-24-7-aalter": "aalter",
    "drempels-sociale-rechten-kempen": "welzijnszorg-kempen",
    "periodieke-afbetaling-vorderingen": "gent leuven",
    "methodiek-drempels-fysiek-digitaal": "roeselare",
    "loketvrij-gemeentehuis-van-de-toekomst": "deerlijk wevelgem wervik mondea the-argonauts",
    "open-services": "gent mechelen oostende brugge sint-niklaas",
}

GENT = (
    "sterke-authenticatie",
    "automatisch-advies-leefloon",
    "digitale-burgerparticipatie-gent",
    "verenigingsloket",
    "digitale-aangifte-overlijden",
)
PARTNERS_OF_GENT = frozenset(
    [
        "aalst",
        "antwerpen",
        "bonheiden",
        "brugge",
        "evergem",
        "genk",
        "kortrijk",
        "leuven",
        "lier",
        "oostende",
        "oudenaarde",
        "puurs-sint-amands",
        "roeselare",
        "sint-niklaas",
        "turnhout",
        "vorselaar",
    ]
)
"""The sixteen towns that the city of Gent itself lists for its five dossiers of call 1."""

OFFICIAL = {
    "calls": 7,
    "submitted": 102,
    "granted": 61,
    "applicant-governments": 234,
    "applicant-share": 78,
    "boost": 5,
    "oproep-1.submitted": 28,
    "oproep-1.initiators": 109,
    "oproep-1.granted": 11,
    "oproep-1.amount": 1107397.55,
    "oproep-1.governments": 46,
    "oproep-1.granted.focus.innovatieve-dienstverlening": 9,
    "oproep-1.granted.focus.digitale-democratie": 1,
    "oproep-1.granted.focus.werkplek-van-de-toekomst": 1,
    "oproep-2.granted": 9,
    "oproep-3.granted": 6,
    "oproep-3.governments": 37,
    "oproep-4.granted": 11,
    "oproep-4.amount": 1100000,
    "oproep-4.granted.focus.innovatieve-dienstverlening": 10,
    "oproep-4.granted.focus.werkplek-van-de-toekomst": 1,
    "oproep-5.granted": 5,
    "oproep-5.amount": 1594761.24,
    "oproep-5.governments": 39,
    "oproep-5.intermunicipals": 2,
    "oproep-5.granted.focus.innovatieve-dienstverlening": 3,
    "oproep-5.granted.focus.digitale-democratie": 2,
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return open_catalogue(ROOT)


def parties(catalogue: Catalogue, call: str) -> dict[str, str]:
    return {
        id: " ".join(party.organisation for party in project.parties)
        for id, project in catalogue.projects.items()
        if project.call == call
    }


def test_the_projects_of_call_1_and_their_parties(catalogue: Catalogue) -> None:
    assert parties(catalogue, "oproep-1") == CALL_1


def test_the_projects_of_call_4_and_their_parties(catalogue: Catalogue) -> None:
    assert parties(catalogue, "oproep-4") == CALL_4


def test_gents_partner_towns_are_those_it_lists_itself(catalogue: Catalogue) -> None:
    with_gent = {p.organisation for id in GENT for p in catalogue.projects[id].parties}
    assert with_gent - {"gent"} == PARTNERS_OF_GENT


def test_gent_takes_part_in_six_dossiers_of_call_1(catalogue: Catalogue) -> None:
    with_gent = [id for id, names in CALL_1.items() if "gent" in names.split()]
    links = {link.record.id for link in catalogue.incoming("organisation", "gent")}
    assert len(with_gent) == 6
    assert set(with_gent) <= links


def test_thirty_projects_count_and_one_follow_up_does_not(catalogue: Catalogue) -> None:
    certain = Counter(project.grant_certain for project in catalogue.projects.values())
    assert certain == {True: 30, False: 1}


def test_the_chain_of_the_death_declaration(catalogue: Catalogue) -> None:
    links = catalogue.incoming("project", "digitale-aangifte-overlijden")
    followers = {link.record.id for link in links if isinstance(link.record.model, Project)}
    assert followers == {"digitale-aangifte-overlijden-vervolg"}


def test_every_known_fact_of_a_record_made_from_sources_has_a_source(catalogue: Catalogue) -> None:
    calls = [call for call in catalogue.calls.values() if not call.demo]
    records = [*catalogue.projects.values(), *calls]
    assert all(record.origin == "sources" and record.sources for record in records)


def test_no_blueprint_has_a_licence_because_no_source_names_one(catalogue: Catalogue) -> None:
    assert {each.licence for each in catalogue.blueprints.values()} == {None}


def test_the_official_figures(catalogue: Catalogue) -> None:
    shown = json.loads(as_json(compute(catalogue), catalogue, Language.NL))["figures"]
    official = {row["id"]: row["official"] for row in shown if row["official"] is not None}
    assert official == OFFICIAL
    assert all(row["sources"] and row["definition"] for row in shown if row["id"] in OFFICIAL)


def test_what_can_be_computed_at_full_coverage_agrees_or_says_why(catalogue: Catalogue) -> None:
    figures = compute(catalogue)
    unexplained = [
        each.id
        for each in figures
        if each.disagrees and not (each.official and each.official.difference)
    ]
    assert unexplained == []
    full = {
        each.id for each in figures if each.official and each.coverage and each.coverage.is_full
    }
    assert {"calls", "oproep-1.granted", "oproep-4.granted", "oproep-5.granted"} <= full
