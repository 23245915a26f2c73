"""What holds for every test: none fails because the machine is busy, and one site is for all.

The site of the real content is built once, for all tests that only look at it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests.site.programmes import built, copy_of_the_real_content
from tests.site.served import browser, served

settings.register_profile("without-a-clock", deadline=None)
settings.load_profile("without-a-clock")

SUB_PATH = "catalogus"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, in a folder whose parent is the root of a server: a sub-path."""
    folder = tmp_path_factory.mktemp("real")
    root = copy_of_the_real_content(folder / "programme")
    return built(root, folder / "served" / SUB_PATH)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A real browser."""
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the real content's site is served, under a sub-path."""
    with served(site.parent) as root:
        yield f"{root}{SUB_PATH}/"
