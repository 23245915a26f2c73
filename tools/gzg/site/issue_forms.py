"""Which calls take a dossier as an issue on the forge, and where the form for it stands.

What is in such a form is for `issue_form`, which writes it. Only GitHub opens one by an address.
"""

from gzg.call_schema.compiled import has_schema
from gzg.model.call import Openness
from gzg.model.programme import ForgeSoftware, Programme
from gzg.repository.catalogue import Catalogue
from gzg.site.correction import corrections, forge_of
from gzg.texts import Language

FOLDER = ".github/ISSUE_TEMPLATE"


def takes_issues(catalogue: Catalogue, id: str) -> bool:
    """Whether a call takes dossiers by an issue; not where they stay closed until the decision."""
    call = catalogue.calls.get(id)
    is_secret = call is not None and call.openness is Openness.AT_DECISION
    return has_schema(id, call) and not is_secret and id not in catalogue.decisions


def languages_of(programme: Programme) -> tuple[Language, ...]:
    """The languages that forms are made in."""
    return tuple(each for each in Language if each in programme.languages) or tuple(Language)


def name_of(call: str, language: Language) -> str:
    """The file of a call's form, in its folder."""
    return f"dossier-{call}.{language}.yml"


def path_of(call: str, language: Language) -> str:
    """Where the form of a call stands in the repository."""
    return f"{FOLDER}/{name_of(call, language)}"


def address_of(catalogue: Catalogue, call: str, language: Language) -> str | None:
    """What opens the form of a call, for somebody who reads this language; None without one."""
    programme = catalogue.programme
    if programme is None or not takes_issues(catalogue, call):
        return None
    issue = corrections(programme.addresses).get("issue")
    if issue is None or forge_of(programme.addresses) is not ForgeSoftware.GITHUB:
        return None
    known = languages_of(programme)
    return f"{issue}?template={name_of(call, language if language in known else known[0])}"
