"""What `gzg build` reads before it makes a page: every record, and no text that lies beside one."""

from gzg.commands.build import left_out
from gzg.repository.catalogue import Catalogue
from gzg.repository.repository import Repository
from gzg.repository.tree import MemoryTree
from tests.rules.examples import smallest_files

PROJECT = "content/projects/voorbeeld/project.yml"
README = "content/projects/voorbeeld/README.md"
NEWS = "content/news/bericht.md"


def repository_with(project: bytes) -> Repository:
    news = b"---\ntitle: Bericht\ndate: 2021-11-12\n---\n\nTekst.\n"
    return Repository(
        MemoryTree({**smallest_files(), PROJECT: project, README: b"# Voorbeeld\n", NEWS: news})
    )


def test_a_build_reads_every_record_and_no_text_beside_one() -> None:
    repository = repository_with(smallest_files()[PROJECT])

    assert left_out(Catalogue(repository)) == []
    assert repository.already_read(PROJECT)
    assert repository.already_read(NEWS)
    assert repository.already_read(README) is None


def test_a_record_that_cannot_be_read_is_left_out() -> None:
    assert left_out(Catalogue(repository_with(b"id: [\n"))) == [PROJECT]
