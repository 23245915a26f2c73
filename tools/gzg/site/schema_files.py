"""The schemas that the site publishes: of every kind of record, and of each call's dossiers.

They stand at the addresses that they have in the repository.
"""

from gzg import schemas
from gzg.call_schema import compiled
from gzg.repository.catalogue import Catalogue


def schema_of_call(catalogue: Catalogue, id: str) -> str | None:
    """Where the schema of a call stands; None where nobody can hand in by it."""
    is_there = compiled.has_schema(id, catalogue.calls.get(id)) and catalogue.programme is not None
    return compiled.path_of(id) if is_there else None


def schema_files(catalogue: Catalogue) -> dict[str, bytes]:
    """Every schema: its path on the site → its bytes."""
    return schemas.wanted(compiled.schema_files(catalogue.calls, catalogue.programme))
