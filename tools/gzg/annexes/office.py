"""Reads office documents: OOXML (ECMA-376) and ODF (OASIS OpenDocument).

Names stand in properties, comments and tracked changes; programs and what a document loads from
elsewhere stand in parts of their own. Pictures and documents inside it are handed to `inside`.
"""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from gzg.annexes.fault import Collected, FaultName
from gzg.annexes.file_type import ODF, FileType
from gzg.annexes.package import BombError, Package, PackageError
from gzg.annexes.xml_reader import (
    Attributes,
    DepthError,
    EntityError,
    Events,
    XmlError,
    local,
    read,
)

Inside = Callable[[str, bytes], None]

_PROPERTIES = {
    "creator": FaultName.AUTHOR,
    "lastModifiedBy": FaultName.AUTHOR,
    "initial-creator": FaultName.AUTHOR,
    "printed-by": FaultName.AUTHOR,
    "Manager": FaultName.AUTHOR,
    "Company": FaultName.COMPANY,
}
"""Elements of docProps/core.xml, docProps/app.xml and meta.xml."""
_PROPERTY_PARTS = frozenset({"docProps/core.xml", "docProps/app.xml", "meta.xml"})
_CHANGES = frozenset({"userName", "author"})
_COMMENTS = re.compile(r"(?:^|/)(?:threaded)?comments?|people|persons?|authors", re.IGNORECASE)
_PERSON_ATTRIBUTES = {"author", "name", "displayName", "userId"}
_PERSONS = frozenset({"comment", "person", "author", "cmAuthor"})
_MACROS = re.compile(
    r"(?:^|/)(?:vbaProject\.bin|vbaData\.xml|macrosheets/|activeX/|Basic/|Scripts/)", re.IGNORECASE
)
_SIGNATURES = re.compile(
    r"_xmlsignatures/|META-INF/(?:document|macro)signatures\.xml", re.IGNORECASE
)
_OLE = re.compile(r"(?:^|/)(?:oleObject[^/]*|embeddings/[^/]*)\.bin$", re.IGNORECASE)
_XML = re.compile(r"\.(?:xml|rels|vml|rdf)$", re.IGNORECASE)
_INSIDE = re.compile(r"(?:^|/)(?:media|embeddings|Pictures|Thumbnails)/[^/]+$")
_METAFILE = re.compile(r"\.(?:emf|wmf|bin|svm|mp4|mp3|wav|m4a)$", re.IGNORECASE)
_WEB = re.compile(r"(?:https?://|mailto:|tel:|#)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\\\|file:", re.IGNORECASE)


def examine(package: Package, kind: FileType, found: Collected, inside: Inside) -> None:
    """Note what is wrong with an office document."""
    _names(package, found)
    if package.is_encrypted:
        found.add(FaultName.ENCRYPTED)
        return
    reader = _odf if kind in ODF else _ooxml
    try:
        for name, content in package.parts():
            if _XML.search(name):
                _read(name, content, reader(name, found), found)
            elif _INSIDE.search(name) and not _METAFILE.search(name):
                inside(name, content)
    except BombError:
        found.add(FaultName.BOMB)
    except PackageError:
        found.add(FaultName.BROKEN)


def _names(package: Package, found: Collected) -> None:
    """What the names of the parts alone tell."""
    for name in sorted(package.names):
        if _MACROS.search(name):
            found.add(FaultName.MACRO)
        if _SIGNATURES.search(name):
            found.add(FaultName.SIGNATURE)
        if _OLE.search(name):
            found.add(FaultName.EMBEDDED_FILE, part=name)
        if name.startswith(("/", "\\")) or ".." in PurePosixPath(name.replace("\\", "/")).parts:
            found.add(FaultName.BROKEN, part=name)


def _read(name: str, content: bytes, events: Events, found: Collected) -> None:
    try:
        read(content, events)
    except EntityError:
        found.add(FaultName.ENTITY, part=name)
    except DepthError:
        found.add(FaultName.TOO_COMPLEX, part=name)
    except XmlError:
        found.add(FaultName.BROKEN, part=name)


def _ooxml(part: str, found: Collected) -> Events:
    """What to note in one part of an OOXML document."""
    if part.endswith(".rels"):
        return Events(start=lambda _, attributes, way: _relation(attributes, part, found))
    if part == "[Content_Types].xml":
        return Events(start=lambda _, attributes, way: _content_type(attributes, found))
    if part in _PROPERTY_PARTS:
        return _texts(lambda way: (_PROPERTIES.get(way[-1]), way[-1]), part, found)
    if _COMMENTS.search(part):
        events = _texts(_comment_author, part, found)
        events.start = lambda name, attributes, way: _person(name, attributes, part, found)
        return events
    return Events(start=lambda name, attributes, way: _change(name, attributes, part, found))


def _odf(part: str, found: Collected) -> Events:
    """What to note in one part of an ODF document."""
    if PurePosixPath(part).name == "meta.xml":
        return _texts(lambda way: (_PROPERTIES.get(way[-1]), way[-1]), part, found)
    events = _texts(_annotation_author, part, found)
    events.start = lambda name, attributes, way: _odf_element(name, attributes, part, found)
    return events


Wanted = Callable[[list[str]], tuple[FaultName | None, str]]


def _texts(wanted: Wanted, part: str, found: Collected) -> Events:
    """Events that note the text of every element that is a name."""
    pieces: list[str] = []

    def text(piece: str, _: list[str]) -> None:
        pieces.append(piece)

    def end(_: str, way: list[str]) -> None:
        fault, field = wanted(way)
        if fault:
            found.add_name(fault, "".join(pieces), field=field, part=part)
        pieces.clear()

    return Events(text=text, end=end)


def _comment_author(way: list[str]) -> tuple[FaultName | None, str]:
    """In a spreadsheet's comments the authors are texts."""
    return (FaultName.COMMENT_AUTHOR if way[-2:] == ["authors", "author"] else None), "author"


def _annotation_author(way: list[str]) -> tuple[FaultName | None, str]:
    fault = None
    if way[-1] in {"creator", "sender-initials", "creator-initials"} and len(way) > 1:
        fault = {
            "annotation": FaultName.COMMENT_AUTHOR,
            "change-info": FaultName.CHANGE_AUTHOR,
        }.get(way[-2])
    return fault, way[-1]


def _relation(attributes: Attributes, part: str, found: Collected) -> None:
    kind = attributes.get("Type", "").rpartition("/")[2]
    if attributes.get("TargetMode", "").lower() != "external":
        return
    if kind != "hyperlink" or not _WEB.match(attributes.get("Target", "").strip()):
        found.add(FaultName.EXTERNAL, field=kind, part=part)


def _content_type(attributes: Attributes, found: Collected) -> None:
    if "macroenabled" in attributes.get("ContentType", "").lower():
        found.add(FaultName.MACRO)


def _person(name: str, attributes: Attributes, part: str, found: Collected) -> None:
    if name in _PERSONS:
        for key, value in attributes.items():
            if local(key) in _PERSON_ATTRIBUTES:
                found.add_name(FaultName.COMMENT_AUTHOR, value, field=local(key), part=part)


def _change(name: str, attributes: Attributes, part: str, found: Collected) -> None:
    for key, value in attributes.items():
        if local(key) in _CHANGES:
            found.add_name(FaultName.CHANGE_AUTHOR, value, field=name, part=part)


def _odf_element(name: str, attributes: Attributes, part: str, found: Collected) -> None:
    if name in {"event-listener", "script"}:
        found.add(FaultName.MACRO)
    if name == "encryption-data":
        found.add(FaultName.ENCRYPTED)
    for key, value in attributes.items():
        if local(key) == "href" and _leads_outside(name, value.strip()):
            found.add(FaultName.EXTERNAL, field=name, part=part)


def _leads_outside(element: str, address: str) -> bool:
    """Whether a document loads this from elsewhere; a link that a person follows is none."""
    is_link = element == "a" and _WEB.match(address)
    return bool(_SCHEME.match(address)) and not is_link
