"""What `make bench` starts: the benchmark, with the repository's root on the path."""

import runpy
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    runpy.run_module("tests.bench.benchmark", run_name="__main__")
