"""A long list is in parts that a browser shows at once, and every record stays within reach."""

from collections.abc import Iterator, Mapping

import pytest

from gzg.repository.tree import MemoryTree
from gzg.site.edition import Edition
from gzg.site.later import finished
from gzg.site.page import Page
from gzg.site.pages import projects, sources, terms, unknown
from gzg.site.pages.paging import ROWS, in_parts
from gzg.texts import Language
from tests.bench.generator import generate
from tests.site.programmes import edition_of

RECORDS = 420


@pytest.fixture(scope="module", params=Language)
def large(request: pytest.FixtureRequest) -> Edition:
    """A programme with more projects than one part has rows."""
    files = {path: text.encode() for path, text in generate(RECORDS).items()}
    return edition_of(MemoryTree(files), request.param)


def links(value: object) -> Iterator[str]:
    """Every address in a record."""
    if isinstance(value, Mapping):
        yield from (str(each) for name, each in value.items() if name == "href")
        for each in value.values():
            yield from links(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from links(each)


def list_pages(found: Iterator[Page], template: str) -> list[Page]:
    return [page for page in found if page.template == template]


@pytest.mark.parametrize("count", [0, 1, ROWS, ROWS + 1, 3 * ROWS])
def test_parts_together_are_the_whole(count: int) -> None:
    parts = in_parts(range(count))
    assert [each for part in parts for each in part] == list(range(count))
    assert len(parts) == max(1, -(-count // ROWS))


def test_every_project_is_in_one_part_of_the_list(large: Edition) -> None:
    found = list_pages(finished(large, projects.pages(large)), "projects.html")
    rows = [
        row["href"]
        for page in found
        for group in page.record["groups"]  # type: ignore[attr-defined]
        for row in group["projects"]
    ]
    assert len(found) == 2
    assert sorted(rows) == sorted(
        large.address(found[0].section, id) for id in large.catalogue.projects
    )


def test_the_parts_lead_to_each_other(large: Edition) -> None:
    first, second = list_pages(finished(large, projects.pages(large)), "projects.html")
    assert second.address == f"{first.address}p/2/"
    assert second.address in links(first.record)
    assert first.address in links(second.record)
    assert second.title != first.title


def test_what_is_not_known_of_a_record_is_in_one_part(large: Edition) -> None:
    found = list(finished(large, unknown.pages(large)))
    cited = [{each["number"] for each in page.record["sources"]} for page in found]  # type: ignore[attr-defined]
    assert all(numbers == set(range(1, len(numbers) + 1)) for numbers in cited)
    entries = [
        entry["href"]
        for page in found
        for group in page.record["groups"]  # type: ignore[attr-defined]
        for entry in group["entries"]
    ]
    assert len(entries) == len(set(entries)) > 0


def test_no_list_has_more_rows_than_a_part(large: Edition) -> None:
    for page in finished(large, terms.pages(large)):
        rows = page.record.get("projects", [])
        assert isinstance(rows, list)
        assert len(rows) <= ROWS


def test_a_short_list_is_one_page_without_parts() -> None:
    files = {path: text.encode() for path, text in generate(40).items()}
    small = edition_of(MemoryTree(files), Language.NL)
    assert [
        page.record.get("paging")
        for page in list_pages(finished(small, projects.pages(small)), "projects.html")
    ] == [None]


def test_all_records_that_lean_on_a_source_are_named(large: Edition) -> None:
    index, *own = finished(large, sources.pages(large))
    entries = {each["id"]: each for each in index.record["sources"]}  # type: ignore[attr-defined]
    assert own
    for page in own:
        source = page.record["sources"][0]  # type: ignore[index]
        short = entries[source["id"]]
        assert short["more"]["href"] == page.address
        assert short["used"] == source["used"][: len(short["used"])]
        assert len(source["used"]) > 40
