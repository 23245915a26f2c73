"""One site of the real content, built once for all tests that only look at it."""

from pathlib import Path

import pytest

from tests.site.programmes import built, copy_of_the_real_content

SUB_PATH = "catalogus"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, in a folder whose parent is the root of a server: a sub-path."""
    folder = tmp_path_factory.mktemp("real")
    root = copy_of_the_real_content(folder / "programme")
    return built(root, folder / "served" / SUB_PATH)
