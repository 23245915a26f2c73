"""Whole outputs kept as files, compared byte by byte.

`GZG_REWRITE=1 .venv/bin/python -m pytest tests/reporters` writes them anew; read the difference.
"""

import os
from pathlib import Path

VARIABLE = "GZG_REWRITE"


def same_as(file: Path, text: str) -> bool:
    """Whether the file holds exactly this text; with the variable set it is written first."""
    if os.environ.get(VARIABLE):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode())
    return file.read_bytes() == text.encode()
