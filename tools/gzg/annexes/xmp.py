"""Names, positions and serial numbers in XMP, which PDF and images hold as XML (ISO 16684-1).

A file can hold several packets, older ones too; each is found by its marks in the bytes.
"""

from collections.abc import Iterator

from gzg.annexes.fault import Collected, FaultName
from gzg.annexes.xml_reader import (
    Attributes,
    DepthError,
    EntityError,
    Events,
    XmlError,
    local,
    read,
)

_MARKS = ((b"<x:xmpmeta", b"</x:xmpmeta>"), (b"<rdf:RDF", b"</rdf:RDF>"))
_MOST_PACKETS = 20

NAMES = frozenset(
    {
        "creator", "Author", "OwnerName", "CameraOwnerName", "CaptionWriter", "Owner",
        "Artist", "CiEmailWork", "CiTelWork", "PersonInImage",
    }
)  # fmt: skip
"""Properties that name a person: of Dublin Core, PDF, EXIF, Photoshop and IPTC."""

POSITIONS = frozenset({"GPSLatitude", "GPSLongitude", "GPSDestLatitude", "GPSDestLongitude"})
SERIAL_NUMBERS = frozenset({"SerialNumber", "BodySerialNumber", "LensSerialNumber"})


def packets(raw: bytes) -> Iterator[bytes]:
    """Every piece of XMP that stands in the bytes as such."""
    position = 0
    for _ in range(_MOST_PACKETS):
        begins = ((raw.find(start, position), start, end) for start, end in _MARKS)
        begin, _start, closing = min(
            (each for each in begins if each[0] >= 0), default=(-1, b"", b"")
        )
        end = raw.find(closing, begin) if begin >= 0 else -1
        if end < 0:
            return
        position = end + len(closing)
        yield raw[begin:position]


def examine(packet: bytes, found: Collected, **place: str) -> None:
    """Note what one packet tells; one that cannot be read is a fault as well."""
    pieces: list[str] = []

    def start(_: str, attributes: Attributes, way: list[str]) -> None:
        pieces.clear()
        for name, value in attributes.items():
            _note(local(name), value, found, place)

    def end(_: str, way: list[str]) -> None:
        text = "".join(pieces)
        pieces.clear()
        owner = next((step for step in reversed(way) if step not in _CONTAINERS), "")
        if text.strip():
            _note(owner, text, found, place)

    try:
        read(packet, Events(start=start, end=end, text=lambda t, _: pieces.append(t)))
    except EntityError:
        found.add(FaultName.ENTITY, **place)
    except DepthError:
        found.add(FaultName.TOO_COMPLEX, **place)
    except XmlError:
        found.add(FaultName.BROKEN, **place)


_CONTAINERS = frozenset({"li", "Seq", "Bag", "Alt", "Description", "RDF", "xmpmeta", "value"})


def _note(name: str, value: str, found: Collected, place: dict[str, str]) -> None:
    if name in NAMES:
        found.add_name(FaultName.AUTHOR, value, field=f"xmp:{name}", **place)
    elif name in POSITIONS:
        found.add(FaultName.POSITION, field=f"xmp:{name}", **place)
    elif name in SERIAL_NUMBERS:
        found.add(FaultName.SERIAL_NUMBER, field=f"xmp:{name}", **place)
