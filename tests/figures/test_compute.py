"""Figures of small programmes that stand here as text."""

from decimal import Decimal

from gzg.figures.compute import compute, percentage
from gzg.figures.counting import granted_projects
from gzg.figures.figure import Figure
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from tests.rules.examples import laid_over, smallest_files

PROGRAMME = "content/programme.yml"
CALL = "content/calls/voorbeeldoproep/call.yml"
PROJECT = "content/projects/voorbeeld/project.yml"


def figures(**changes: str) -> dict[str, Figure]:
    """The figures of the smallest programme, with fragments laid over its call and projects."""
    files = smallest_files()
    smallest = files[PROJECT].decode()
    if "programme" in changes:
        files[PROGRAMME] = laid_over(changes.pop("programme"), files[PROGRAMME].decode(), [])
    if "call" in changes:
        files[CALL] = laid_over(changes.pop("call"), files[CALL].decode(), [])
    for name, fragment in changes.items():
        path = f"content/projects/{name}/project.yml"
        files[path] = laid_over(f"id: {name}\n{fragment}", smallest, [])
    return {each.id: each for each in compute(Catalogue(Repository(MemoryTree(files))))}


def test_every_granted_project_counts() -> None:
    found = figures(tweede="status: finished\n")
    assert found["granted"].computed == 2
    assert found["voorbeeldoproep.granted"].computed == 2


def test_a_project_whose_grant_is_not_certain_does_not_count() -> None:
    found = figures(tweede="grant_certain: false\n")
    assert found["granted"].computed == 1


def test_a_call_for_practice_counts_in_no_figure() -> None:
    found = figures(call="demo: true\n")
    assert found["calls"].computed == 0
    assert "granted" not in found
    assert not any(id.startswith("voorbeeldoproep") for id in found)


def test_a_government_in_two_projects_counts_once() -> None:
    found = figures(tweede="status: granted\n")
    assert found["governments"].computed == 1


def test_an_organisation_named_as_a_nis_code_is_no_municipality_and_hides_none() -> None:
    files = smallest_files()
    municipality = Catalogue(Repository(MemoryTree(files))).register.by_id["oudedorp"][0]
    fragment = (
        f"parties:\n  - {{organisation: oudedorp, role: trekker}}\n"
        f"  - {{organisation: '{municipality.nis}', role: trekker}}\n"
    )
    files[PROJECT] = laid_over(fragment, files[PROJECT].decode(), [])
    files[f"content/organisations/{municipality.nis}.yml"] = (
        f"id: '{municipality.nis}'\nname: Firma\nkind: gemeente\n".encode()
    )
    catalogue = Catalogue(Repository(MemoryTree(files)))
    taking_part = granted_projects(catalogue)[0].participants.values()

    assert len(taking_part) == 2
    assert municipality in [each for each, _ in taking_part]


def test_a_municipality_counts_as_it_was_at_the_projects_date() -> None:
    parties = "parties:\n  - {organisation: oudedorp, role: trekker}\n"
    found = figures(voorbeeld=parties)
    assert found["municipalities"].computed == 1
    assert found["municipality-share"].computed == Decimal("50.0")


def test_an_unknown_amount_is_no_part_of_the_sum() -> None:
    amount = "amounts:\n  granted:\n    value: 1000.50\n"
    found = figures(tweede=amount, call="official_figures:\n  - {figure: granted, value: 2}\n")
    assert found["voorbeeldoproep.amount"].computed == Decimal("1000.50")
    coverage = found["voorbeeldoproep.amount"].coverage
    assert coverage is not None
    assert (coverage.known, coverage.of) == (1, 2)


def test_no_amount_known_is_no_amount_and_not_zero() -> None:
    assert "amount" not in figures()


def test_a_group_without_names_leaves_the_governments_partly_known() -> None:
    group = "groups:\n  - name: Buurgemeenten\n"
    found = figures(voorbeeld=group, call="official_figures:\n  - {figure: granted, value: 1}\n")
    coverage = found["voorbeeldoproep.governments"].coverage
    assert coverage is not None
    assert not coverage.is_full


def test_every_part_of_the_programme_says_of_how_many_projects_it_is_known() -> None:
    found = figures(
        programme="official_figures:\n  - {figure: granted, value: 5}\n",
        tweede="parties_complete: false\n",
        derde="focus: open\n",
    )
    counts = {id: each.coverage for id, each in found.items()}
    known = {id: (each.known, each.of) for id, each in counts.items() if each}
    assert known["granted.focus.nabij"] == known["granted.type.concept"] == (3, 5)
    assert known["municipalities.focus.nabij"] == (2, 5)
    assert known["municipalities.type.concept"] == (2, 5)
    assert known["municipalities.region.oost"] == (2, 5)
    assert known["municipality-share.region.oost"] == (2, 5)


def test_a_difference_shows_only_where_nothing_is_missing() -> None:
    official = (
        "official_figures:\n  - {figure: granted, value: 1}\n  - {figure: governments, value: 9}\n"
    )
    assert figures(call=official)["voorbeeldoproep.governments"].disagrees
    partly = figures(call=official, voorbeeld="parties_complete: false\n")
    assert not partly["voorbeeldoproep.governments"].disagrees


def test_more_projects_than_were_published_is_a_difference() -> None:
    official = "official_figures:\n  - {figure: granted, value: 1}\n"
    assert figures(call=official, tweede="status: granted\n")["voorbeeldoproep.granted"].disagrees


def test_fewer_projects_than_were_published_is_only_not_complete() -> None:
    official = "official_figures:\n  - {figure: granted, value: 3}\n"
    found = figures(call=official)["voorbeeldoproep.granted"]
    assert not found.disagrees
    assert found.computed == 1


def test_a_rounded_official_figure_never_disagrees() -> None:
    official = "official_figures:\n  - {figure: granted, value: 9, approximate: true}\n"
    assert not figures(call=official)["voorbeeldoproep.granted"].disagrees


def test_what_stands_for_applicants_is_never_computed() -> None:
    official = "official_figures:\n  - {figure: submitted, value: 3}\n"
    found = figures(call=official)["voorbeeldoproep.submitted"]
    assert found.official is not None
    assert found.computed is None
    assert found.coverage is None


def test_an_official_figure_of_a_focus_stands_beside_the_count() -> None:
    official = (
        "official_figures:\n"
        "  - {figure: granted, value: 1}\n"
        "  - {figure: granted, focus: nabij, value: 1}\n"
    )
    found = figures(call=official)["voorbeeldoproep.granted.focus.nabij"]
    assert found.official is not None
    assert found.official.value == 1
    assert found.computed == 1


def test_percentages_round_halves_upward() -> None:
    assert percentage(1, 8) == Decimal("12.5")
    assert percentage(41, 300) == Decimal("13.7")
    assert percentage(1, 2000) == Decimal("0.1")
