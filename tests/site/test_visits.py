"""What the benchmark measures of a visit, on the site of the real content: it is light enough."""

from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser

from gzg.site.addresses import Section
from tests.bench.static_host import Host, hosted
from tests.bench.visited import MOST_KILOBYTES, MOST_KILOBYTES_FORM
from tests.bench.visits import SLOW, heaviest, page_visit, query_visit


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Host]:
    with hosted(site) as found:
        yield found


@pytest.mark.parametrize(
    ("section", "most"),
    [
        (None, MOST_KILOBYTES),
        (Section.PROJECTS, MOST_KILOBYTES),
        (Section.HAND_IN, MOST_KILOBYTES_FORM),
    ],
)
def test_a_page_is_light_and_the_network_is_slow(
    site: Path, chromium: Browser, host: Host, section: Section | None, most: int
) -> None:
    place = heaviest(site, section) if section else ""
    kilobytes, seconds = page_visit(chromium, host, place)
    assert 10 < kilobytes < most
    assert seconds > 2 * SLOW["latency"] / 1000, "the page, and the styles that it names"


def test_a_query_fetches_little(chromium: Browser, host: Host) -> None:
    kilobytes, seconds = query_visit(chromium, host, "parkeren")
    assert 50 < kilobytes < MOST_KILOBYTES
    assert seconds > 0


def test_what_is_sent_is_compressed_and_counted(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("woord " * 1000)
    with hosted(tmp_path) as found, urlopen(Request(found.address)) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        body = answer.read()
    assert found.sent == len(body) < 200
