"""What all forms of a site share: organisations, the licences of SPDX, the words of mailboxes."""

import json
from collections.abc import Iterator
from datetime import date

from gzg.model.organisation import Municipality, Organisation
from gzg.repository.catalogue import Catalogue
from gzg.rules.gzg110_licence import known_licences
from gzg.rules.gzg513_bank_account import bank_accounts
from gzg.rules.mailboxes import SERVICE_ENDINGS, SERVICE_WORDS
from gzg.site.page import Data

SHARED_FILE = "form/shared.json"
"""Where it stands on the site."""

VERSION = 1

_OWN = "LicenseRef"
"""How a name begins that SPDX does not list."""


def shared_file(catalogue: Catalogue) -> dict[str, bytes]:
    """Its path on the site → its bytes."""
    found = {
        "version": VERSION,
        "organisations": list(_organisations(catalogue)),
        "licences": sorted(known_licences().values()),
        **_other_licence_names(),
        "accounts": bank_accounts(),
        "service_words": sorted(SERVICE_WORDS),
        "service_endings": list(SERVICE_ENDINGS),
    }
    return {SHARED_FILE: f"{json.dumps(found, ensure_ascii=False)}\n".encode()}


def _other_licence_names() -> Data:
    """What may stand in an SPDX expression besides licences: former names, and exceptions."""
    from license_expression import get_spdx_licensing  # seldom needed, and long to load

    symbols = get_spdx_licensing().known_symbols.values()
    formerly = {alias for symbol in symbols for alias in symbol.aliases}
    exceptions = {symbol.key for symbol in symbols if symbol.is_exception}
    return {
        "licence_aliases": sorted(name for name in formerly if not name.startswith(_OWN)),
        "licence_exceptions": sorted(name for name in exceptions if not name.startswith(_OWN)),
    }


def _organisations(catalogue: Catalogue) -> Iterator[Data]:
    """Every organisation by id; what is absent is left out, as it is of most."""

    def since(one: Municipality | Organisation) -> date:
        return (isinstance(one, Municipality) and one.valid_from) or date.min

    every: list[Municipality | Organisation] = [
        *catalogue.register.municipalities,
        *catalogue.organisations.values(),
    ]
    for each in sorted(every, key=lambda one: (one.id, since(one))):
        kind = catalogue.kind_of(each)
        found: dict[str, object] = {"id": each.id, "name": each.name, "kind": kind and kind.id}
        if isinstance(each, Organisation):
            found |= {"short_name": each.short_name}
        else:
            found |= {
                "nis": each.nis,
                "valid_from": each.valid_from and str(each.valid_from),
                "valid_to": each.valid_to and str(each.valid_to),
                "successor": each.successor_nis,
            }
        yield {name: value for name, value in found.items() if value is not None}
