"""What the machine is that a measurement was made on, read when it is made."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

PEERS = ("check-jsonschema", "mkdocs", "mkdocs-material", "pyyaml", "pydantic")


def description() -> dict[str, str | int]:
    """Processor, cores that may be used, memory, system and versions."""
    return {
        "processor": _field("/proc/cpuinfo", "model name") or platform.processor() or "unknown",
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else _cores(),
        "memory": _field("/proc/meminfo", "MemTotal") or "unknown",
        "system": f"{platform.system()} {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        **{name: version(name) for name in PEERS},
    }


def _cores() -> int:
    return os.cpu_count() or 1


def _field(path: str, name: str) -> str:
    """The first value under a name in one of Linux's files about itself; empty elsewhere."""
    place = Path(path)
    lines = place.read_text("utf-8").splitlines() if place.is_file() else []
    values = (line.partition(":")[2].strip() for line in lines if line.startswith(name))
    return next(values, "")
