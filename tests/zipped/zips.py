"""Zip files for the tests: good ones as several programs make them, and hostile ones by hand."""

import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

DEFLATED = zipfile.ZIP_DEFLATED
DOS, UNIX = 0, 3
LINK_MODE, PIPE_MODE, DEVICE_MODE = 0o120777, 0o010644, 0o020644


def packed(files: Mapping[str, bytes | str], *, system: int = UNIX, mode: int = 0o100644) -> bytes:
    """A zip with these files under exactly these names."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(entry(name, system=system, mode=mode), content)
    return buffer.getvalue()


def entry(name: str, *, system: int = UNIX, mode: int = 0o100644) -> zipfile.ZipInfo:
    """An entry as a program on that system writes it."""
    info = zipfile.ZipInfo("x")
    info.filename = name
    info.create_system = system
    info.compress_type = DEFLATED
    info.external_attr = mode << 16 if system == UNIX else 0
    return info


def below(prefix: str, files: Mapping[str, str]) -> dict[str, str]:
    """The same files in a folder."""
    return {f"{prefix}{name}": text for name, text in files.items()}


def renamed(raw: bytes, old: str, new: bytes) -> bytes:
    """The bytes of a name replaced everywhere in a zip; both are as long."""
    assert len(old) == len(new)
    assert raw.count(old.encode()) == 2
    return raw.replace(old.encode(), new)


def with_flag(raw: bytes, flag: int) -> bytes:
    """With a bit set among the flags of every entry, in both places where they stand."""
    changed = bytearray(raw)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = raw.find(mark)
        while place >= 0:
            (flags,) = struct.unpack_from("<H", raw, place + offset)
            struct.pack_into("<H", changed, place + offset, flags | flag)
            place = raw.find(mark, place + 1)
    return bytes(changed)


def promising(raw: bytes, size: int) -> bytes:
    """With another size after unpacking in the list of entries, for every one."""
    changed = bytearray(raw)
    place = raw.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<I", changed, place + 24, size)
        place = raw.find(b"PK\x01\x02", place + 1)
    return bytes(changed)


def corrupt(raw: bytes, text: bytes) -> bytes:
    """With one bit of a stored text turned."""
    place = raw.index(text)
    return raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]


def stored(files: Mapping[str, bytes | str]) -> bytes:
    """A zip without compression."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def overlapping(count: int, size: int) -> bytes:
    """A bomb in which many entries share the same packed bytes."""
    raw = packed({"bijlage-000.txt": bytes(size)})
    directory = raw.index(b"PK\x01\x02")
    one = raw[directory : raw.index(b"PK\x05\x06")]
    listed = b"".join(
        one.replace(b"bijlage-000", f"bijlage-{number:03}".encode()) for number in range(count)
    )
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(listed), directory, 0)
    return raw[:directory] + listed + end


def many_entries(count: int) -> bytes:
    """A list of so many empty entries, which says that there is one."""
    one = b"PK\x01\x02" + struct.pack(
        "<6H3L5H2L", *(20, 20, 0, 0, 0, 33), *([0] * 3), *([1] + [0] * 4), 0, 0
    )
    listed = (one + b"a") * count
    return b"PK\3\4" + listed + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(listed), 4, 0)


def saved(folder: Path, raw: bytes, name: str = "dossier.zip") -> Path:
    """The zip as a file."""
    file = folder / name
    file.write_bytes(raw)
    return file
