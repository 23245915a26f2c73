"""A build that takes over what did not change: the same bytes as one that makes everything anew."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gzg.site import former_site
from tests.site.programmes import ROOT, built, clean_environment, gzg, smallest
from tests.site.test_build import bytes_of

PROJECT = "content/projects/voorbeeld"
PAGE = "projecten/voorbeeld/index.html"
OTHER_PAGE = "regels/GZG101/index.html"


@pytest.fixture(scope="module")
def former(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme and its site, to be copied with their times."""
    folder = tmp_path_factory.mktemp("former")
    built(smallest(folder / "programme"), folder / "programme/site")
    return folder / "programme"


@pytest.fixture
def programme(former: Path, tmp_path: Path) -> Path:
    """The same, made in the place where the test finds it."""
    folder = tmp_path / "programme"
    shutil.copytree(former, folder, symlinks=True)
    told = folder / "build/site.json"
    told.write_text(told.read_text().replace(str(former), str(folder)))
    return folder


def made_anew(programme: Path) -> Path:
    """The site that the same records give where nothing was made before."""
    fresh = programme.with_name("fresh")
    shutil.copytree(programme, fresh, ignore=shutil.ignore_patterns("build", "site"))
    return built(fresh, fresh / "site")


def written(path: str, text: str) -> Callable[[Path], object]:
    return lambda programme: (programme / path).write_text(text, "utf-8")


def replaced(path: str, old: str, new: str) -> Callable[[Path], object]:
    def change(programme: Path) -> None:
        text = (programme / path).read_text("utf-8")
        assert old in text
        (programme / path).write_text(text.replace(old, new), "utf-8")

    return change


CHANGES: dict[str, Callable[[Path], object]] = {
    "a title that other pages show": replaced(f"{PROJECT}/project.yml", "title: ", "title: Nog "),
    "a name of the programme": replaced("content/programme.yml", "title: ", "title: Nog "),
    "a record that is gone": lambda programme: shutil.rmtree(programme / PROJECT),
    "a record that came": written(
        "content/news/nieuw.md", "---\ntitle: Nieuw\ndate: 2022-04-01\n---\nTekst.\n"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_after_a_change_the_site_is_the_same_as_one_made_anew(
    programme: Path, change: Callable[[Path], object]
) -> None:
    change(programme)
    site = built(programme, programme / "site")
    assert bytes_of(site) == bytes_of(made_anew(programme))


def test_a_page_that_did_not_change_is_not_made_again(programme: Path) -> None:
    before = (programme / "site" / OTHER_PAGE).stat()
    written(f"{PROJECT}/README.md", "# X\n\nHelemaal anders.\n")(programme)
    site = built(programme, programme / "site")
    assert (site / OTHER_PAGE).stat().st_mtime_ns == before.st_mtime_ns
    assert "Helemaal anders" in (site / PAGE).read_text("utf-8")


def test_a_full_build_makes_every_page_again(programme: Path) -> None:
    before = (programme / "site" / OTHER_PAGE).stat()
    assert gzg("build", "--root", programme, "--full").returncode == 0
    assert (programme / "site" / OTHER_PAGE).stat().st_mtime_ns > before.st_mtime_ns


def test_a_page_that_somebody_changed_by_hand_is_made_again(programme: Path) -> None:
    page = programme / "site" / OTHER_PAGE
    good = page.read_bytes()
    page.write_bytes(good.replace(b"GZG101", b"GZG999"))
    built(programme, programme / "site")
    assert page.read_bytes() == good


def test_a_link_in_the_place_of_a_page_is_not_followed(programme: Path) -> None:
    page, outside = programme / "site" / OTHER_PAGE, programme.with_name("outside.html")
    good = page.read_bytes()
    shutil.copy2(page, outside)
    page.unlink()
    page.symlink_to(outside)
    built(programme, programme / "site")
    assert not page.is_symlink()
    assert page.read_bytes() == good


def test_a_link_in_the_place_of_a_folder_is_not_followed(programme: Path) -> None:
    site, outside = programme / "site", programme.with_name("outside")
    before = bytes_of(site)
    (site / "regels").rename(outside)
    (site / "regels").symlink_to(outside)
    (outside / "GZG101/index.html").write_text("Van een ander.")
    built(programme, site)
    assert bytes_of(site) == before
    assert not (site / "regels").is_symlink()
    assert (outside / "GZG101/index.html").read_text() == "Van een ander."


def test_what_does_not_belong_on_the_site_goes(programme: Path) -> None:
    site = programme / "site"
    before = bytes_of(site)
    (site / "projecten/oud").mkdir()
    (site / "projecten/oud/index.html").write_text("oud")
    (site / "los.html").symlink_to("/etc/hostname")
    (site / "sitemap.xml").unlink()
    (site / "sitemap.xml").mkdir()
    (site / "sitemap.xml/x").write_text("x")
    (site / "pagefind/oud.js").write_text("oud")
    shutil.rmtree(site / "assets")
    (site / "assets").write_text("geen map")
    assert gzg("build", "--root", programme).returncode == 2
    (site / "sitemap.xml/x").unlink()
    (site / "sitemap.xml").rmdir()
    (site / "sitemap.xml").write_text("x")
    built(programme, site)
    assert bytes_of(site) == before


def test_a_site_in_another_folder_takes_nothing_over(programme: Path, tmp_path: Path) -> None:
    site = built(programme, tmp_path / "elsewhere")
    assert bytes_of(site) == bytes_of(programme / "site")
    assert not (site / PAGE).samefile(programme / "site" / PAGE)


@pytest.mark.parametrize("told", ["", "[]", "{}", '{"version": 9}', '{"version": 1, "pages": 3}'])
def test_what_cannot_be_understood_of_the_last_build_counts_for_nothing(
    tmp_path: Path, told: str
) -> None:
    (tmp_path / "site.json").write_text(told)
    assert former_site.read(tmp_path / "site.json") is None


def test_another_theme_makes_every_page_again(programme: Path) -> None:
    shutil.copytree(ROOT / "tools/theme", programme / "tools/theme")
    base = programme / "tools/theme/base.html"
    base.write_text(base.read_text("utf-8").replace("<body>", '<body class="own">'), "utf-8")
    site = built(programme, programme / "site")
    pages = [path for path in site.rglob("*.html") if "pagefind" not in path.parts]
    assert all('<body class="own">' in path.read_text("utf-8") for path in pages)


def test_a_link_to_a_page_that_went_away_is_remade(programme: Path) -> None:
    """Somebody may link to the pages as MkDocs names them; then it matters which there are."""
    readme = programme / PROJECT / "README.md"
    readme.write_text("# X\n\n[nieuws](../../nieuws/voorbeeld/index.md)\n", "utf-8")
    gzg("build", "--root", programme)
    assert 'href="../../nieuws/voorbeeld/"' in (programme / "site" / PAGE).read_text("utf-8")
    (programme / "content/news/voorbeeld.md").unlink()
    first = gzg("build", "--root", programme, "--lang", "en")
    assert "index.md" in (programme / "site" / PAGE).read_text("utf-8")
    again = gzg("build", "--root", programme, "--lang", "en")
    assert first.stderr == again.stderr != ""  # a page with a warning is not taken over


def test_one_process_and_two_make_the_same_bytes(programme: Path) -> None:
    code = "import os, sys; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); "
    code += "from gzg.cli import main; sys.argv = ['gzg', *sys.argv[1:]]; main()"
    place = programme.with_name("alone")
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "--full", "--root", programme, "--out", place],
        env=clean_environment(),
        check=False,
    )
    assert done.returncode == 0
    assert bytes_of(place) == bytes_of(programme / "site")


def test_mkdocs_by_hand_makes_the_same_pages(programme: Path) -> None:
    place = programme.with_name("by-hand")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(place)]
    environment = clean_environment() | {"SOURCE_DATE_EPOCH": "946684800"}
    subprocess.run(
        [*command, "--config-file", programme / "build/mkdocs.yml"],
        env=environment,
        capture_output=True,
        check=True,
    )
    assert pages_of(place) == pages_of(programme / "site")


def pages_of(site: Path) -> dict[str, bytes]:
    found = bytes_of(site)
    return {name: content for name, content in found.items() if not name.startswith("assets/")}


HANGS = "#!/bin/sh\ntouch {here}/begun\nexec sleep 60\n"
"""In the place of Pagefind: what comes last in a build."""


def _a_change(programme: Path) -> dict[str, tuple[bytes, int]]:
    """A page that differs, one that comes and one that goes; the site before that, with times."""
    written(f"{PROJECT}/README.md", "# X\n\nHelemaal anders.\n")(programme)
    CHANGES["a record that came"](programme)
    (programme / "site/projecten/oud").mkdir()
    (programme / "site/projecten/oud/index.html").write_text("oud")
    return with_times(programme / "site")


def with_times(site: Path) -> dict[str, tuple[bytes, int]]:
    times = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
    return {
        path.relative_to(site).as_posix(): (path.read_bytes(), at) for path, at in times.items()
    } | {f"{path.relative_to(site)}/": (b"", 0) for path in site.rglob("*") if path.is_dir()}


def test_a_build_that_fails_leaves_the_site_and_what_is_known_of_it(programme: Path) -> None:
    before = _a_change(programme)
    broken = {"PAGEFIND_BINARY_PATH": "/bin/false"}
    assert gzg("build", "--root", programme, environment=broken).returncode == 3
    assert with_times(programme / "site") == before
    site = built(programme, programme / "site")
    assert bytes_of(site) == bytes_of(made_anew(programme))


def test_a_build_that_is_interrupted_leaves_the_site_and_nothing_beside_it(
    programme: Path,
) -> None:
    before, names = _a_change(programme), sorted(programme.iterdir())
    program = programme.with_name("hangs")
    program.write_text(HANGS.format(here=programme.parent))
    program.chmod(0o755)
    command = [sys.executable, "-m", "gzg", "build", "--root", str(programme)]
    environment = clean_environment() | {"PAGEFIND_BINARY_PATH": str(program)}
    with subprocess.Popen(command, env=environment) as process:
        while not programme.with_name("begun").exists():
            assert process.poll() is None
            time.sleep(0.05)
        new = (programme / "site" / PAGE).read_text("utf-8")
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
    assert "Helemaal anders" in new
    assert with_times(programme / "site") == before
    assert sorted(programme.iterdir()) == names
