"""What a dossier resembles in a catalogue that is too large to read in full."""

from pathlib import Path
from textwrap import dedent

from gzg.intake.similar import similar_to
from gzg.intake.verdict import Compared, HandedIn, Similar
from gzg.model.submission import Submission
from gzg.repository.catalogue import Catalogue
from gzg.repository.git_tree import GitObjects, tree_of
from gzg.repository.repository import Repository
from tests.intake.programme import DOSSIER, PROJECT, README, SUBMISSION, TEXT, files
from tests.repository.test_git import commit, run

SUBJECTS = ("brug", "markt", "haven", "school", "bos", "plein", "kerk", "weg", "museum", "station")
ABOUT_THE_SAME = "content/projects/verenigingsloket"


def programme() -> dict[str, str]:
    """The programme of the other tests with a dossier, and ten projects about something else."""
    found = files() | {DOSSIER: dedent(SUBMISSION), README: dedent(TEXT)}
    found[f"{ABOUT_THE_SAME}/README.md"] = (
        "# Eén loket\n\nVerenigingen vragen een zaal en een subsidie aan in het digitale loket.\n"
    )
    for subject in SUBJECTS:
        record = dedent(PROJECT).replace("verenigingsloket", subject)
        record = record.replace("Eén loket voor verenigingen", f"Een {subject}")
        summary = f"De gemeente herstelt een {subject}."
        lines = [
            f"summary: {summary}" if "summary" in each else each for each in record.split("\n")
        ]
        found[f"content/projects/{subject}/project.yml"] = "\n".join(lines)
        found[f"content/projects/{subject}/README.md"] = f"# Een {subject}\n\n{summary}\n"
    return found


def similar(folder: Path, most_in_full: int) -> tuple[tuple[Similar, ...], Compared | None]:
    with GitObjects(folder) as objects:
        tree = tree_of(objects, "HEAD")
        catalogue = Catalogue(Repository(tree))
        submission = catalogue.submissions["oproep-1/loket"]
        assert isinstance(submission, Submission)
        handed_in = HandedIn("oproep-1/loket", submission, None)
        return similar_to(handed_in, catalogue, tree, most_in_full=most_in_full)


def test_a_large_catalogue_is_compared_by_a_list_with_the_same_outcome(tmp_path: Path) -> None:
    run(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path, programme())
    in_full, everything = similar(tmp_path, 500)
    assert everything is None
    assert [each.id for each in in_full] == ["verenigingsloket"]
    listed, part = similar(tmp_path, 0)
    assert part == Compared(records=len(SUBJECTS) + 1, texts=len(SUBJECTS) + 1, in_full=1)
    assert [(each.id, each.title, each.parties) for each in listed] == [
        (each.id, each.title, each.parties) for each in in_full
    ]
    assert [set(each.why) for each in listed] == [set(each.why) for each in in_full]


def test_a_record_without_a_text_is_not_on_the_list(tmp_path: Path) -> None:
    run(tmp_path, "init", "--quiet", "--initial-branch=main")
    texts = programme()
    del texts[f"{ABOUT_THE_SAME}/README.md"]
    commit(tmp_path, texts)
    assert similar(tmp_path, 0) == ((), Compared(len(SUBJECTS) + 1, len(SUBJECTS), 0))
