"""The schemas that the site publishes: of every kind of record, and of each call's dossiers."""

from gzg.call_schema.compiled import file_name as name_of_call
from gzg.call_schema.compiled import rendered as rendered_call
from gzg.model.facts import Origin
from gzg.model.kinds import Kind
from gzg.model.schema import file_name, rendered
from gzg.repository.catalogue import Catalogue
from gzg.site.edition import is_addressable

FOLDER = "schemas/"


def schema_of_call(catalogue: Catalogue, id: str) -> str | None:
    """Where the schema of a call stands; None where nobody can hand in by it.

    A call that is named as a kind of record has none: that name is taken.
    """
    call = catalogue.calls.get(id)
    if call is None or call.draft or call.origin is Origin.SOURCES or catalogue.programme is None:
        return None
    name = name_of_call(id)
    is_free = is_addressable(id) and name not in map(file_name, Kind)
    return f"{FOLDER}{name}" if is_free else None


def schema_files(catalogue: Catalogue) -> dict[str, bytes]:
    """Every schema: its path on the site → its bytes."""
    found = {f"{FOLDER}{file_name(kind)}": rendered(kind).encode() for kind in Kind}
    for id, call in catalogue.calls.items():
        place = schema_of_call(catalogue, id)
        if place and catalogue.programme:
            found[place] = rendered_call(call, catalogue.programme).encode()
    return found
