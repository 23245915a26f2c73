"""The file that tells a command what happened on a forge."""

from pathlib import Path

from gzg.errors import GzgError
from gzg.texts import Language, say


def bytes_of(file: Path, language: Language) -> bytes:
    """What stands in the file; raises GzgError where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        values = {"file": file, "reason": error.strerror}
        raise GzgError(say("errors", "event-not-there", language, **values)) from None
