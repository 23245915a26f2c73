"""What the search and the downloads narrow a page by: one set of values for both.

Values are words in the language of the edition, since visitors choose among them. A page has only
the filters that it has a value for; an amount that is not known has a word of its own.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise

from gzg.model.blueprint import Blueprint
from gzg.model.call import Call
from gzg.model.organisation import Municipality, Organisation
from gzg.model.project import Project
from gzg.site.edition import Edition, unique
from gzg.texts import Language, say
from gzg.texts.formats import readable

FILTERS = (
    "kind",
    "focus",
    "type",
    "domain",
    "call",
    "municipality",
    "region",
    "status",
    "blueprint-kind",
    "licence",
    "amount",
    "year",
)
"""In the order in which a visitor meets them."""

Filters = Mapping[str, tuple[str, ...]]

STEPS = tuple(Decimal(1000) * step for step in (50, 100, 250, 500, 1000))
"""Where one range of amounts ends and the next begins, in euro."""


def project_filters(edition: Edition, project: Project) -> Filters:
    """What a project is narrowed by."""
    granted = project.amounts.granted if project.amounts else None
    return _present(
        {
            "kind": (edition.say("kind.project"),),
            **project_terms(edition, project),
            **belonging(edition, project),
            "status": (edition.label(project.status),),
            "amount": (amount_range(edition, granted.value if granted else None),),
        }
    )


def project_terms(edition: Edition, project: Project) -> Filters:
    """Of these the programme's own words that have pages of their own."""
    call = edition.catalogue.calls.get(project.call or "")
    type_ = project.type or (call.type if call else None)
    return {
        "focus": (edition.term("focus", project.focus),) if project.focus else (),
        "type": (edition.term("type", type_),) if type_ else (),
        "domain": domains(edition, project.domains),
    }


def blueprint_filters(edition: Edition, blueprint: Blueprint, project: Project | None) -> Filters:
    """What a blueprint is narrowed by: what it is, and where its project belongs."""
    own = (edition.term("focus", blueprint.focus),) if blueprint.focus else ()
    of_project = (
        {**project_terms(edition, project), **belonging(edition, project)} if project else {}
    )
    published = (str(blueprint.published.year),) if blueprint.published else ()
    return _present(
        {
            **of_project,
            "kind": (edition.say("kind.blueprint"),),
            "focus": own or of_project.get("focus", ()),
            "domain": domains(edition, blueprint.domains),
            "status": (edition.label(blueprint.availability),) if blueprint.availability else (),
            "blueprint-kind": tuple(
                edition.term("blueprint-kind", each) for each in blueprint.kinds
            ),
            "licence": (blueprint.licence or edition.say("licence.unknown"),),
            "year": published or of_project.get("year", ()),
        }
    )


def call_filters(edition: Edition, call: Call, projects: Iterable[Project]) -> Filters:
    """What a call is narrowed by; one for practice stands apart and under nothing else."""
    if call.demo:
        return {"kind": (edition.say("kind.practice"),)}
    moments = [moment.day for moment in (call.opens, call.closes) if moment]
    found = [each for project in projects for each in _municipalities(edition, project)]
    return _present(
        {
            "kind": (edition.say("kind.call"),),
            "focus": tuple(edition.term("focus", each) for each in call.focuses),
            "type": (edition.term("type", call.type),),
            "call": (edition.text(call.title),),
            "municipality": unique(each.name for each in found),
            "region": regions(edition, found),
            "year": unique(str(each.year) for each in moments),
        }
    )


def organisation_filters(edition: Edition, organisation: Municipality | Organisation) -> Filters:
    """What an organisation is narrowed by."""
    if isinstance(organisation, Municipality):
        names: tuple[str, ...] = (organisation.name,)
        region: str | None = organisation.province
    else:
        names, region = (), organisation.region
    return _present(
        {
            "kind": (edition.say("kind.organisation"),),
            "municipality": names,
            "region": (edition.term("region", region),) if region else (),
        }
    )


def belonging(edition: Edition, project: Project) -> Filters:
    """Where a project belongs: its call, its towns and its year."""
    call = edition.catalogue.calls.get(project.call or "")
    towns = _municipalities(edition, project)
    return {
        "call": (edition.text(call.title),) if call else (),
        "municipality": unique(each.name for each in towns),
        "region": regions(edition, towns),
        "year": (str(year),) if (year := _year(edition, project)) else (),
    }


def regions(edition: Edition, towns: Iterable[Municipality]) -> tuple[str, ...]:
    """The regions that towns lie in, each once."""
    return tuple(edition.term("region", id) for id in unique(each.province for each in towns))


def domains(edition: Edition, ids: Iterable[str]) -> tuple[str, ...]:
    """The titles of domains."""
    return tuple(edition.term("domain", id) for id in ids)


def amount_range(edition: Edition, value: Decimal | None) -> str:
    """The range that an amount lies in: its least is in it, the least of the next is not."""
    return (
        edition.say("amount-unknown") if value is None else _ranges(edition.language)[_step(value)]
    )


def amount_ranges(edition: Edition) -> list[str]:
    """Every range from small to large, and the word for an amount that is not known."""
    return [*_ranges(edition.language), edition.say("amount-unknown")]


@cache
def _ranges(language: Language) -> tuple[str, ...]:
    shown = [readable(step, language) for step in STEPS]
    return (
        say("site", "amount-below", language, most=shown[0]),
        *(
            say("site", "amount-between", language, least=least, most=most)
            for least, most in pairwise(shown)
        ),
        say("site", "amount-from", language, least=shown[-1]),
    )


def _municipalities(edition: Edition, project: Project) -> list[Municipality]:
    ids = (party.organisation for party in project.parties)
    return edition.municipalities(ids, edition.catalogue.date_of_project(project))


def _step(value: Decimal) -> int:
    return sum(value >= step for step in STEPS)


def _year(edition: Edition, project: Project) -> int | None:
    """The year of its decision, else of its start, else in which its call closed."""
    if project.decided:
        return project.decided.year
    if project.started:
        return project.started.year
    closed: date | None = edition.catalogue.date_of_project(project)
    return closed.year if closed else None


def _present(filters: Filters) -> Filters:
    return {name: values for name, values in filters.items() if values}
