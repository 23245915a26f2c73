"""Sites that are built once for all tests that only look at them.

Most tests look at the site of the real content, which `tests/conftest.py` has. What holds for every
site (`any_site`) is also asked of a programme fresh from `gzg init`, or only of the site that the
environment names, so that `make bench` can ask it of one with ten thousand projects.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SUB_PATH
from tests.site.programmes import built, gzg, keep_in_git
from tests.site.served import served

NAMED = os.environ.get("GZG_BUILT_SITE")
"""A folder with a built site, in a folder of its own."""


@pytest.fixture(scope="session")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same of a programme as `gzg init` makes it, with no call and no project yet."""
    folder = tmp_path_factory.mktemp("new")
    done = gzg("init", folder / "programme")
    assert (done.returncode, done.stderr) == (0, "")
    keep_in_git(folder / "programme")
    return built(folder / "programme", folder / "served" / SUB_PATH)


@pytest.fixture(scope="session", params=("named",) if NAMED else ("site", "new_site"))
def any_site(request: pytest.FixtureRequest) -> Path:
    """Each site in turn that a promise to all visitors has to hold for."""
    if NAMED:
        return Path(NAMED)
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Path)
    return found


@pytest.fixture(scope="module")
def any_address(any_site: Path) -> Iterator[str]:
    """The same of each site in turn."""
    with served(any_site.parent) as root:
        yield f"{root}{any_site.name}/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where the environment names a site, leave only what holds for every site."""
    if NAMED:
        items[:] = [each for each in items if "any_site" in getattr(each, "fixturenames", ())]
