"""The practice calls: in order, in no figure, and never to be mistaken for something real."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from gzg.commands.options import open_catalogue
from gzg.figures.compute import compute
from gzg.model.base import localised
from gzg.model.call import Asked, Call, DossierPart
from gzg.model.programme import Role, RoleFunction
from gzg.model.references import references
from gzg.model.submission import Submission
from gzg.repository.catalogue import ORGANISATION, Catalogue
from gzg.repository.digest import digest_of
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree, WorkingTree

ROOT = Path(__file__).parents[2]
CATALOGUE = open_catalogue(ROOT)
IDS = sorted(CATALOGUE.submissions)
SECTION_OF = {
    Asked.BUDGET: "budget",
    Asked.SUCCESS_PLAN: "success_plan",
    Asked.BLUEPRINTS: "blueprints",
    Asked.BUILDING_BLOCKS: "building_blocks",
    Asked.STANDARDS: "standards",
    Asked.AGREEMENT: "agreement",
}


def submission_and_call(id: str) -> tuple[Submission, Call]:
    submission = CATALOGUE.submissions[id]
    return submission, CATALOGUE.calls[submission.call]


def function_of(role: str) -> RoleFunction:
    term = CATALOGUE.terms("role")[role]
    assert isinstance(term, Role)
    return term.function


def test_there_are_two_dossiers_to_imitate_and_one_that_was_refused() -> None:
    assert IDS == [
        "oefenoproep-vorig/digitaal-loket",
        "oefenoproep/digitaal-loket",
        "oefenoproep/digitaal-loket-verbeterd",
    ]


@pytest.mark.parametrize("id", IDS)
def test_all_amounts_of_a_dossier_agree(id: str) -> None:
    submission, call = submission_and_call(id)
    costs = sum(line.amount for line in submission.budget)
    own = submission.own_contribution or Decimal()

    assert sum(party.share or 0 for party in submission.parties) == submission.requested
    assert sum(party.own_contribution or 0 for party in submission.parties) == own
    assert costs == submission.requested + own
    for party in submission.parties:
        borne = [x.amount for x in submission.budget if x.organisation == party.organisation]
        assert sum(borne) == (party.share or 0) + (party.own_contribution or 0)
    assert call.maximum_grant is not None
    assert (call.minimum_grant or 0) <= submission.requested <= call.maximum_grant
    least = call.cofinancing.minimum_percentage if call.cofinancing else None
    assert own * 100 >= costs * (least or 0)


@pytest.mark.parametrize("id", IDS)
def test_a_dossier_has_all_that_its_call_asks(id: str) -> None:
    submission, call = submission_and_call(id)

    for asked in set(call.asks) - {Asked.SHARES}:
        assert getattr(submission, SECTION_OF[asked]), asked


@pytest.mark.parametrize("id", IDS)
def test_the_lead_and_every_initiator_approved_the_agreement_before_it_was_signed(id: str) -> None:
    submission, _ = submission_and_call(id)
    agreement = submission.agreement
    assert agreement is not None
    signs = {RoleFunction.LEAD, RoleFunction.INITIATOR}
    signers = {p.organisation for p in submission.parties if function_of(p.role) in signs}

    assert {decision.organisation for decision in agreement.decisions} == signers
    assert all(decision.date <= agreement.date for decision in agreement.decisions)
    assert agreement.date <= CATALOGUE.receipts[id].received.date()


@pytest.mark.parametrize("id", IDS)
def test_a_dossier_has_every_part_with_its_headings_and_within_its_length(id: str) -> None:
    _, call = submission_and_call(id)
    found = parts_of(CATALOGUE.repository.source(f"submissions/{id}/README.md").body)

    assert list(found) == [title_of(part) for part in call.dossier_parts]
    for part in call.dossier_parts:
        headings, words = found[title_of(part)]
        assert headings == [localised(each.title, "nl", "nl")[0] for each in part.headings]
        assert part.minimum_words is not None
        assert part.maximum_words is not None
        assert part.minimum_words <= words <= part.maximum_words


def title_of(part: DossierPart) -> str:
    return localised(CATALOGUE.terms("dossier-part")[part.part].title, "nl", "nl")[0]


def parts_of(text: str) -> Mapping[str, tuple[list[str], int]]:
    """Chapter → its headings, and how many words it has without them."""
    found: dict[str, tuple[list[str], int]] = {}
    for chapter in text.split("\n## ")[1:]:
        title, *lines = chapter.splitlines()
        headings = [line.removeprefix("### ") for line in lines if line.startswith("### ")]
        words = sum(len(line.split()) for line in lines if not line.startswith("### "))
        found[title] = (headings, words)
    return found


def test_a_resubmission_answers_every_recommendation_on_a_refused_dossier() -> None:
    submission = CATALOGUE.submissions["oefenoproep/digitaal-loket-verbeterd"]
    earlier = submission.resubmission_of
    assert earlier is not None
    call = CATALOGUE.submissions[earlier].call
    (advice,) = (x for x in CATALOGUE.advice[call].submissions if x.submission == earlier)

    assert earlier in {refused.submission for refused in CATALOGUE.decisions[call].refused}
    assert [x.recommendation for x in submission.answers] == [x.id for x in advice.recommendations]


@pytest.mark.parametrize("id", IDS)
def test_a_receipt_is_of_what_the_folder_holds_now(id: str) -> None:
    assert CATALOGUE.receipts[id].digest == digest_of(WorkingTree(ROOT), id)


@pytest.mark.parametrize("id", IDS)
def test_no_real_organisation_is_in_a_dossier_for_practice(id: str) -> None:
    submission, call = submission_and_call(id)
    named = {each.id for each in references(submission) if each.kind == ORGANISATION}

    assert call.demo
    assert all(CATALOGUE.organisations[each].demo for each in named)
    assert submission.contact.mailbox.endswith(".example")
    assert "verzonnen" in CATALOGUE.repository.source(f"submissions/{id}/README.md").body


def test_a_made_up_organisation_says_so_and_is_named_by_nothing_real() -> None:
    made_up = {id for id, organisation in CATALOGUE.organisations.items() if organisation.demo}

    assert made_up == {id for id in CATALOGUE.organisations if id.startswith("demo-")}
    for id in made_up:
        assert "(oefening)" in CATALOGUE.organisations[id].name
        for link in CATALOGUE.incoming(ORGANISATION, id):
            assert isinstance(link.record.model, Submission)


def test_the_figures_are_the_same_without_everything_made_up() -> None:
    tree = WorkingTree(ROOT)
    real = {path: tree.read(path) for path in tree.paths() if not is_made_up(path)}

    assert len(real) < len(tree.paths())
    assert list(computed(Catalogue(Repository(MemoryTree(real))))) == list(computed(CATALOGUE))


def is_made_up(path: str) -> bool:
    return path.startswith(("submissions/", "content/calls/oefen", "content/organisations/demo-"))


def computed(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    for figure in compute(catalogue):
        yield figure.id, figure.computed, figure.official, figure.coverage


def test_the_practice_call_uses_every_part_of_a_call_that_can_stand_in_one_that_never_closes() -> (
    None
):
    call = CATALOGUE.calls["oefenoproep"]
    unused = {name for name in Call.model_fields if not getattr(call, name)}

    assert unused == {
        *("origin", "sources", "provenance", "conflicts", "unknown", "official_figures"),
        *("draft", "closes", "assessment", "decision", "follow_up_calls", "number"),
    }
    assert set(call.asks) == set(Asked)
