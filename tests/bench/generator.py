"""A programme of any number of records: the same seed gives the same bytes.

Nothing is read but the fixed programme beside this module. As a program: writes such a tree.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.bench import records, words
from tests.bench.records import Data, Names

SEED = 2021
FEWEST = 20
LANGUAGES = ("nl", "en")
_PROGRAMME = Path(__file__).with_name("programme.yml")
_WIDTH = 96


@dataclass(frozen=True)
class Counts:
    """How many records there are of each kind, beside the programme, its sources and one page."""

    calls: int
    organisations: int
    blueprints: int
    news: int
    projects: int


def counts(total: int) -> Counts:
    """Four projects in five records; the others in proportion."""
    calls, organisations = max(2, total // 100), max(3, total // 20)
    blueprints, news = max(1, total // 10), max(2, total * 4 // 100)
    return Counts(
        calls,
        organisations,
        blueprints,
        news,
        total - calls - organisations - blueprints - news - 3,
    )


def generate(total: int, seed: int = SEED) -> Mapping[str, str]:
    """Path → text of a programme with `total` records."""
    if total < FEWEST:
        raise ValueError(f"a programme has at least {FEWEST} records, not {total}")
    random, wanted = Random(seed), counts(total)
    names = _names(wanted)
    files = {
        "content/programme.yml": _PROGRAMME.read_text("utf-8"),
        "content/sources.yml": _yaml(records.sources(random, names)),
        "content/organisations/municipalities.csv": _register(),
        "content/pages/over.md": _page(random, names),
    }
    for id in names.organisations:
        name = id.replace("-", " ").title()
        made = records.organisation(random, id, name, names)
        files[f"content/organisations/{id}.yml"] = _yaml(made)
    calls = [
        records.call(random, f"oproep-{n}", n, (n - 1) / wanted.calls, names)
        for n in range(1, wanted.calls + 1)
    ]
    for call in calls:
        _add(files, "call", call, random)
    _add_projects(files, random, calls, wanted, names)
    for number in range(wanted.news):
        _add_news(files, random, number, calls, names)
    return files


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Put the files on disk."""
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


def _names(wanted: Counts) -> Names:
    """Ids; a project's is a word and a number, and so are those of organisations."""
    existing = words.PLACE_NAMES[records.MERGERS :]
    organisations = (f"dienst-{n}" for n in range(1, wanted.organisations))
    return Names(
        municipalities=tuple(name.lower() for name in existing),
        organisations=(records.AUTHORITY, *organisations),
        sources=tuple(f"bron-{n}" for n in range(12 + wanted.projects // 20)),
        projects=tuple(f"project-{n}" for n in range(1, wanted.projects + 1)),
    )


def _add_projects(
    files: dict[str, str], random: Random, calls: list[Data], wanted: Counts, names: Names
) -> None:
    """The projects, spread over the calls, and the blueprints, spread over the projects."""
    made = [
        records.project(random, index, calls[index * len(calls) // wanted.projects], names)
        for index in range(wanted.projects)
    ]
    for number in range(wanted.blueprints):
        project = made[number * wanted.projects // wanted.blueprints]
        id = f"resultaat-{number + 1}"
        blueprint = records.blueprint(random, id, str(project["id"]), names)
        results = project.setdefault("results", [])
        assert isinstance(results, list)
        results.append({"title": blueprint["title"], "blueprint": id})
        _add(files, "blueprint", blueprint, random)
    for project in made:
        _add(files, "project", project, random)


def _add(files: dict[str, str], kind: str, record: Data, random: Random) -> None:
    """A record's folder: its data, and a text for people in each language."""
    folder = f"content/{kind}s/{record['id']}"
    schema = f"# yaml-language-server: $schema=../../../schemas/{kind}.schema.json\n"
    files[f"{folder}/{kind}.yml"] = schema + _yaml(record)
    title = record["title"]
    assert isinstance(title, dict)
    body = _body(random)
    files[f"{folder}/README.md"] = _readme(title, body, "nl")
    files[f"{folder}/README.en.md"] = _readme(title, body, "en")


def _readme(title: words.Text, body: words.Text, language: str) -> str:
    return f"# {title[language]}\n\n{body[language]}"


def _body(random: Random) -> words.Text:
    """One to three paragraphs; one text in twenty has a second heading, a list and a link."""
    parts = [
        words.sentences(random, random.choice((2, 3))) for _ in range(random.choice((1, 2, 3)))
    ]
    body = {lang: "".join(f"{part[lang]}\n\n" for part in parts) for lang in LANGUAGES}
    if random.random() < 0.05:
        items = [words.sentences(random, 1) for _ in range(3)]
        heading = {"nl": "Meer weten", "en": "Find out more"}
        for lang in LANGUAGES:
            points = "".join(f"- {item[lang]}\n" for item in items)
            link = f"[{heading[lang]}](https://loket.example/{lang}/)\n"
            body[lang] += f"## {heading[lang]}\n\n{points}\n{link}\n"
    return {lang: body[lang].rstrip("\n") + "\n" for lang in LANGUAGES}


def _add_news(
    files: dict[str, str], random: Random, number: int, calls: list[Data], names: Names
) -> None:
    """A message in Dutch, or the one before it in English."""
    language = LANGUAGES[number % 2]
    suffix = "" if language == "nl" else ".en"
    projects = len(names.projects)
    project = random.randrange(projects)
    call = calls[project * len(calls) // projects]
    front = records.news(random, language, call, names.projects[project], names)
    body = _readme({language: str(front["title"])}, _body(random), language)
    files[f"content/news/bericht-{number // 2 + 1}{suffix}.md"] = _with_front_matter(front, body)


def _page(random: Random, names: Names) -> str:
    front: Data = {"title": "Over", "language": "nl", "sources": [names.sources[0]]}
    return _with_front_matter(front, _readme({"nl": "Over"}, _body(random), "nl"))


def _with_front_matter(front: Data, body: str) -> str:
    return f"---\n{_yaml(front)}---\n\n{body}"


def _register() -> str:
    header = "nis,name,province,valid_from,valid_to,successor_nis,tile_col,tile_row"
    return "\n".join((header, *(",".join(row) for row in records.register()))) + "\n"


class _Dumper(yaml.CSafeDumper):
    """Writes a list of words on one line, as people do, and never an anchor."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _list(dumper: _Dumper, items: list[object]) -> yaml.Node:
    is_flow = all(isinstance(item, str) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=is_flow)


_Dumper.add_representer(list, _list)
_dumped = partial(yaml.dump, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)


def _yaml(data: Data) -> str:
    made: Any = _dumped(data)
    return str(made)


if __name__ == "__main__":
    write(Path(sys.argv[2]), generate(int(sys.argv[1])))
