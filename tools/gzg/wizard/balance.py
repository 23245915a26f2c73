"""What is left to share out, to help whoever types amounts; whether sums are right is judged."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from gzg.wizard.agenda import Step
from gzg.wizard.draft import Draft


def remaining(step: Step, draft: Draft) -> Decimal | None:
    """Euro that are not shared out yet, the answer to this step aside; None where none are due."""
    match step.path:
        case ("parties", int(), str(field)) if field in {"share", "own_contribution"}:
            total = draft.answer(("requested" if field == "share" else field,))
            return _less(total, _others(draft, step, "parties", field))
        case ("budget", int(index), "amount"):
            return _costs_left(draft, step, draft.answer(("budget", index, "organisation")))
    return None


def _less(total: object, parts: Iterable[object]) -> Decimal | None:
    if not isinstance(total, int | Decimal):
        return None
    return Decimal(total) - _sum(parts)


def _costs_left(draft: Draft, step: Step, party: object) -> Decimal | None:
    """All that a party gets and pays, less the costs that it bears already."""
    found = [each for each in _items(draft, "parties") if each.get("organisation") == party]
    due = _sum(each.get(name) for each in found for name in ("share", "own_contribution"))
    if not due:
        return None
    index = step.path[1]
    borne = (
        line.get("amount")
        for number, line in enumerate(_items(draft, "budget"))
        if number != index and line.get("organisation") == party
    )
    return due - _sum(borne)


def _others(draft: Draft, step: Step, name: str, field: str) -> list[object]:
    index = step.path[1]
    items = enumerate(_items(draft, name))
    return [each.get(field) for number, each in items if number != index]


def _items(draft: Draft, name: str) -> list[Mapping[str, object]]:
    found = draft.answer((name,))
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []


def _sum(amounts: Iterable[object]) -> Decimal:
    return sum((Decimal(x) for x in amounts if isinstance(x, int | Decimal)), Decimal())
