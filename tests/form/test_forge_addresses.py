"""Each forge has its own addresses for a new file, and its own way to tell where a copy is."""

from typing import Any

import pytest

from tests.form.core import Core

REPOSITORIES = {
    "github": "https://github.com/o/r",
    "gitlab": "https://gitlab.com/g/s/r",
    "forgejo": "https://codeberg.org/o/r",
}


def known(forge: str, repository: str) -> dict[str, Any]:
    folder = "submissions/oproep"
    return {"forge": forge, "repository": repository, "branch": "main", "folder": folder}


FORGES = {forge: known(forge, repository) for forge, repository in REPOSITORIES.items()}


@pytest.mark.parametrize(
    ("forge", "address"),
    [
        ("github", "https://github.com/o/r/new/main?filename=a/b.yml&value=x:+1%0Ay:+%26"),
        ("gitlab", "https://gitlab.com/g/s/r/-/new/main?file_name=a/b.yml"),
        ("forgejo", "https://codeberg.org/o/r/_new/main/?filename=a/b.yml&value=x:+1%0Ay:+%26"),
    ],
)
def test_each_forge_has_its_own_address_for_a_new_file(
    core: Core, forge: str, address: str
) -> None:
    values = [FORGES[forge], "a/b.yml", "x: 1\ny: &"]
    assert core.ask("call", name="newFileAddress", values=values) == address


@pytest.mark.parametrize(
    ("forge", "address", "repository", "branch"),
    [
        ("github", "https://github.com/o/r/compare/main...u:r:patch-1?x=1", "u/r", "patch-1"),
        ("github", "https://github.com/o/r/compare/main...u:patch-1", "u/r", "patch-1"),
        ("github", "https://github.com/o/r/compare/main...u:kopie:a/b", "u/kopie", "a/b"),
        ("github", "https://github.com/o/r/compare/main...o-patch-1", "o/r", "o-patch-1"),
        ("github", "https://github.com/u/r/pull/new/a/b", "u/r", "a/b"),
        ("github", "https://github.com/u/r/tree/patch-1/submissions", "u/r", "patch-1"),
        (
            "gitlab",
            "https://gitlab.com/u/r/-/merge_requests/new?merge_request%5Bsource_branch%5D=p/1",
            "u/r",
            "p/1",
        ),
        ("gitlab", "https://gitlab.com/u/r/-/blob/p1/submissions/x", "u/r", "p1"),
        ("forgejo", "https://codeberg.org/o/r/compare/main...u/r:p1", "u/r", "p1"),
        ("forgejo", "https://codeberg.org/u/r/src/branch/p1/submissions", "u/r", "p1"),
        ("github", "https://github.com/u/r/tree/a/b", "u/r", "a/b"),
        ("github", "https://github.com/u/r/tree/a/b/submissions/oproep/x", "u/r", "a/b"),
        ("github", "https://github.com/u/r/tree/submissions/a/submissions", "u/r", "submissions/a"),
        ("github", "https://github.com/u/r/blob/a/b/submissions/oproep/x/README.md", "u/r", "a/b"),
        ("github", "https://github.com/u/r/blob/a/README.md", "u/r", "a"),
        ("gitlab", "https://gitlab.com/u/r/-/tree/a/b?ref_type=heads", "u/r", "a/b"),
        ("forgejo", "https://codeberg.org/u/r/src/branch/a/b/submissions/oproep", "u/r", "a/b"),
    ],
)
def test_a_page_of_the_forge_tells_where_the_copy_is(
    core: Core, forge: str, address: str, repository: str, branch: str
) -> None:
    host = FORGES[forge]["repository"].split("/")[2]
    found = core.ask("call", name="copyAt", values=[FORGES[forge], address])
    assert found == {"repository": f"https://{host}/{repository}", "branch": branch}


@pytest.mark.parametrize(
    ("forge", "page"),
    [
        ("gitlab", "u/r/-/tree/p1"),
        ("forgejo", "u/r/src/branch/p1"),
        ("forgejo", "o/r/compare/main...u/r:p1"),
    ],
)
def test_a_forge_below_a_path_of_its_host_keeps_that_path(
    core: Core, forge: str, page: str
) -> None:
    at = known(forge, "https://stad.example/code/o/r")
    found = core.ask("call", name="copyAt", values=[at, f"https://stad.example/code/{page}"])
    assert found == {"repository": "https://stad.example/code/u/r", "branch": "p1"}


def test_a_page_beside_the_forge_tells_nothing(core: Core) -> None:
    at = known("forgejo", "https://stad.example/code/o/r")
    values = [at, "https://stad.example/u/r/src/branch/p1"]
    assert core.ask("call", name="copyAt", values=values) is None


@pytest.mark.parametrize("address", ["github.com/o/r", "https://", "https://[o/r", "code:o/r", ""])
def test_an_address_that_is_none_leaves_the_zip(core: Core, address: str) -> None:
    kept = {"forge": "github", "branch": "main", "folder": "submissions/oproep", "mailbox": None}
    fields = ("repository", "new_file", "upload", "issue", "issue_form")
    given = kept | dict.fromkeys(fields, address)
    found = core.ask("call", name="sendingOf", values=[{"send": given}])
    assert found == kept | dict.fromkeys(fields)
    assert core.ask("call", name="forgeOf", values=[found]) is None


@pytest.mark.parametrize(
    "address",
    ["", "patch-1", "https://github.com/o/r/pull/12", "https://evil.example/o/r/tree/p", "://"],
)
def test_another_page_tells_nothing(core: Core, address: str) -> None:
    assert core.ask("call", name="copyAt", values=[FORGES["github"], address]) is None


def test_an_address_is_never_longer_than_a_forge_takes(core: Core) -> None:
    for forge, length, fits in (
        ("github", 7000, True),
        ("github", 9000, False),
        ("gitlab", 1, False),
    ):
        address = core.ask("call", name="newFileAddress", values=[FORGES[forge], "a", "x" * length])
        assert core.ask("call", name="fits", values=[FORGES[forge], address]) is fits
