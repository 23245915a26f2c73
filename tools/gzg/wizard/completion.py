"""What an unfinished dossier could still become: the gaps filled with what fits the answers.

The fillings are never shown or kept: they only let the rules judge what was answered.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from gzg.model.call import Call
from gzg.model.programme import Programme, RoleFunction
from gzg.wizard.plain_data import Data

FILLING = "…"
_CONTACT = {"service": FILLING, "mailbox": "dienst@voorbeeld.example"}
_NEEDED = {
    "parties": ("organisation", "role"),
    "budget": ("organisation", "year", "title", "amount"),
    "success_plan": ("title", "baseline", "target", "date"),
    "blueprints": ("title", "kinds", "licence"),
    "building_blocks": ("title",),
    "answers": ("recommendation", "answer"),
}
"""Without which of its fields an item of a list cannot be judged yet."""


def completed(data: Data, call: Call, programme: Programme) -> Data:
    """The answers, with every gap filled; items and agreements half-way are left out."""
    begins, ends = _period(data, call)
    least = call.minimum_grant if call.minimum_grant is not None else Decimal(1)
    fillings: dict[str, Any] = {
        "title": FILLING,
        "summary": FILLING,
        "focus": call.focuses[0] if call.focuses else FILLING,
        "begins": begins,
        "ends": ends,
        **_amounts(data, least),
        "contact": _CONTACT,
    }
    whole = {name: _whole(name, value) for name, value in data.items()}
    found = fillings | {name: value for name, value in whole.items() if value not in (None, [])}
    if not found.get("parties"):
        found["parties"] = _parties(data, programme)
    if not found.get("budget"):
        found["budget"] = _budget(found)
    return {name: value for name, value in found.items() if value}


def _period(data: Data, call: Call) -> tuple[str, str]:
    """The first and last day: those answered, else days around them and around the costs."""
    begins, ends = _day(data.get("begins")), _day(data.get("ends"))
    years = [line["year"] for line in _items(data, "budget") if _is_year(line.get("year"))]
    if begins is None:
        opens = call.opens.day if call.opens else date(2000, 1, 1)
        begins = min(ends or date.max, date(min(years), 1, 1) if years else ends or opens)
    if ends is None:
        next_day = min(begins, date.max - timedelta(1)) + timedelta(1)
        ends = max(next_day, date(max(years), 12, 31) if years else next_day)
    return str(begins), str(ends)


def _amounts(data: Data, least: Decimal) -> Data:
    """What is asked and paid: all costs that were answered, less the one of the two that was."""
    costs = _sum(line.get("amount") for line in _items(data, "budget"))
    own, requested = _sum([data.get("own_contribution")]), _sum([data.get("requested")])
    if "requested" not in data:
        return {"requested": max(costs - own, Decimal()) if costs else least}
    return {"own_contribution": costs - requested} if costs > requested else {}


def _sum(amounts: Iterable[object]) -> Decimal:
    return sum((Decimal(x) for x in amounts if isinstance(x, int | Decimal)), Decimal())


def _is_year(value: object) -> bool:
    return type(value) is int and date.min.year <= value <= date.max.year


def _items(data: Data, name: str) -> list[Data]:
    found = data.get(name)
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _whole(name: str, value: Any) -> Any:
    """A list without the items that are not whole yet, an agreement or contact only when whole."""
    if isinstance(value, list) and name in _NEEDED:
        return [item for item in value if _has(item, _NEEDED[name])]
    if name == "agreement":
        return _agreement(value)
    if name == "contact":
        return value if _has(value, ("service", "mailbox")) else None
    return value


def _agreement(value: Any) -> Any:
    if not _has(value, ("date", "sha256", "kept_by")):
        return None
    decisions = value.get("decisions")
    if not isinstance(decisions, list):
        return value
    whole = [each for each in decisions if _has(each, ("organisation", "body", "date"))]
    return {**value, "decisions": whole}


def _has(item: Any, names: tuple[str, ...]) -> bool:
    return isinstance(item, Mapping) and all(name in item for name in names)


def _parties(data: Data, programme: Programme) -> list[Any]:
    """Those whom the costs and the agreement name, the first as the lead."""
    agreement = data.get("agreement")
    agreed: Data = agreement if isinstance(agreement, Mapping) else {}
    named = [each.get("organisation") for each in _items(data, "budget")]
    named += [agreed.get("kept_by")]
    named += [each.get("organisation") for each in _items(agreed, "decisions")]
    ids = list(dict.fromkeys(str(id) for id in named if id)) or [str(programme.authority)]
    first, others = _role(programme, RoleFunction.LEAD), _role(programme, RoleFunction.INITIATOR)
    return [{"organisation": id, "role": others if n else first} for n, id in enumerate(ids)]


def _role(programme: Programme, function: RoleFunction) -> str:
    return next((role.id for role in programme.roles if role.function is function), FILLING)


def _budget(data: Data) -> list[Any]:
    """For each party one cost in the first year: all that it gets and pays."""
    year = int(str(data["begins"])[:4]) if _day(data["begins"]) else 2000
    return [
        {"organisation": party["organisation"], "year": year, "title": FILLING, "amount": amount}
        for party in data["parties"]
        if isinstance(party, Mapping) and (amount := _costs(party))
    ]


def _costs(party: Data) -> Decimal:
    return _sum([party.get("share"), party.get("own_contribution")])
