"""The files of refused dossiers, so that a form can begin an improved one from them.

They are the text that stands in the repository, as somebody would open it in the form; what is in
it is for the form to read.
"""

import json

from gzg.model.kinds import Kind
from gzg.repository.catalogue import Catalogue
from gzg.site.dossiers import is_public

_TEXT = "README.md"


def earlier_path(id: str) -> str:
    """Where the files of the dossier `call/id` stand on the site, as one."""
    return f"form/earlier/{id}.json"


def earlier_files(catalogue: Catalogue) -> dict[str, bytes]:
    """Every refused dossier that everybody may read: its path on the site → its bytes."""
    refused = {each.submission for one in catalogue.decisions.values() for each in one.refused}
    known = sorted(id for id in refused if id in catalogue.submissions)
    public = (id for id in known if is_public(catalogue, id))
    return {earlier_path(id): _file(catalogue, id) for id in public}


def _file(catalogue: Catalogue, id: str) -> bytes:
    """Its record and its text as JSON: `{record, readme}`; empty where it has none."""
    repository = catalogue.repository
    record = repository.record(Kind.SUBMISSION, id)
    readme = f"{record.folder}/{_TEXT}" if record else ""
    found = {
        "record": record.source.text if record else "",
        "readme": repository.source(readme).text if readme in repository.known_paths else "",
    }
    return f"{json.dumps(found, ensure_ascii=False)}\n".encode()
