"""What the values of the filters are called in the other language, so that a selection can move."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from gzg.model.blueprint import Availability
from gzg.model.project import Status
from gzg.site.edition import Edition
from gzg.site.filters import amount_ranges
from gzg.site.frame import OTHER
from gzg.texts import entries

_TERMS = ("focus", "type", "domain", "region", "blueprint-kind")
_KIND = "kind."


def translations(edition: Edition) -> str:
    """Filter → value → the same value in the other language, as JSON; only where they differ."""
    own, other = _words(edition), _words(replace(edition, language=OTHER[edition.language]))
    found = {
        name: {
            value: theirs
            for value, theirs in zip(values, other[name], strict=True)
            if value != theirs
        }
        for name, values in own.items()
    }
    return json.dumps({name: each for name, each in found.items() if each}, ensure_ascii=False)


def _words(edition: Edition) -> Mapping[str, Sequence[str]]:
    """The values of each filter in an order that does not depend on the language."""
    calls = edition.catalogue.calls
    return {
        "kind": [edition.say(key) for key in sorted(entries("site")) if key.startswith(_KIND)],
        **{
            name: [edition.term(name, id) for id in sorted(edition.catalogue.terms(name))]
            for name in _TERMS
        },
        "call": [edition.text(calls[id].title) for id in sorted(calls)],
        "status": [edition.label(value) for value in (*Status, *Availability)],
        "licence": [edition.say("licence.unknown")],
        "amount": amount_ranges(edition),
    }
