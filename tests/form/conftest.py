from collections.abc import Iterator

import pytest

from tests.form.core import Core, core_process


@pytest.fixture(scope="session")
def core() -> Iterator[Core]:
    with core_process() as process:
        yield process
