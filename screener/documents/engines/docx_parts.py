"""A package -> the part with the resume's text, and what each part relates to."""

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from screener.documents.engines.docx_package import Package
from screener.documents.engines.docx_shapes import may_shine_through
from screener.documents.engines.docx_xml import Element, local_name, parse_xml
from screener.errors import Damaged, DocumentError, NotAResumeFormat, TooLarge

_MOST_RELATIONSHIPS = 10_000
_CONTENT_TYPES = "[Content_Types].xml"
_OTHER_KINDS = (
    ("spreadsheet", "is an Excel workbook; ask for the resume as .docx or PDF"),
    ("presentation", "is a PowerPoint presentation; ask for the resume as .docx or PDF"),
    ("drawing.", "is a Visio drawing; ask for the resume as .docx or PDF"),
)
_OTHER_ARCHIVES = (
    ("index/document.iwa", "is a Pages document; export it from Pages as .docx or PDF"),
    ("index.xml", "is a Pages document; export it from Pages as .docx or PDF"),
    ("meta-inf/manifest.mf", "is a Java archive; ask for the resume as .docx or PDF"),
)
_AGAIN = "ask for it again, or save it again as .docx or PDF"


@dataclass(frozen=True, slots=True)
class Relationship:
    """What one part says about another: the kind is the last word of its type, in lower case."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part that was parsed, and its relationships by their ids."""

    name: str
    root: Element
    relationships: dict[str, Relationship]
    has_anchors_behind: bool = False  # pictures or shapes lie behind its text
    has_paint: bool = False  # something in it may shine through a text box


@dataclass(frozen=True, slots=True)
class MainPart:
    name: str
    has_macros: bool


def find_main_part(package: Package) -> MainPart:
    """Where the text is. Raises NotAResumeFormat when the archive is of another kind."""
    types = package.read(_CONTENT_TYPES)
    if types is None:
        raise _explain_other_archive(package)
    content_types = _content_types(parse_xml(types, _CONTENT_TYPES))
    name = next((item.target for item in read_relationships(package, "").values() if item.kind == "officedocument"), "")
    if not name or name not in package:
        raise Damaged(f"is damaged: the part with its text is missing; {_AGAIN}")
    content_type = content_types.get(name.lower(), "")
    for mark, message in _OTHER_KINDS:
        if mark in content_type:
            raise NotAResumeFormat(message)
    return MainPart(name, has_macros="macroenabled" in content_type)


def read_part(package: Package, name: str) -> Part | None:
    """A part and its relationships; None when it isn't there."""
    data = package.read(name)
    if data is None:
        return None
    root = parse_xml(data, name)
    is_behind = b'behindDoc="1"' in data or b'behindDoc="true"' in data or b"z-index:-" in data
    has_paint = b"txbxContent" in data and may_shine_through(data)
    return Part(name, root, read_relationships(package, name), is_behind, has_paint)


def read_relationships(package: Package, part: str) -> dict[str, Relationship]:
    """The relationships of a part by their ids; those of the package when the name is empty."""
    folder, _, file = part.rpartition("/")
    name = f"{folder}/_rels/{file}.rels".lstrip("/")
    data = package.read(name)
    if data is None:
        return {}
    root = parse_xml(data, name)
    if len(root) > _MOST_RELATIONSHIPS:
        raise TooLarge(f"has more than {_MOST_RELATIONSHIPS:,} relationships in {name}; save it as PDF")
    return {child.get("Id", ""): _relationship(child, folder) for child in root}


def find_related(part: Part, kind: str, package: Package) -> str | None:
    """The name of the first part of a kind that this one relates to and that is there."""
    for item in part.relationships.values():
        if item.kind == kind and not item.external and item.target in package:
            return item.target
    return None


def _relationship(element: Element, folder: str) -> Relationship:
    kind = element.get("Type", "").rpartition("/")[2].lower()
    target = element.get("Target", "")
    if element.get("TargetMode", "").lower() == "external":
        return Relationship(kind, target, external=True)
    path = target if target.startswith("/") else f"{folder}/{target}"
    return Relationship(kind, posixpath.normpath("/" + unquote(path)).lstrip("/"), external=False)


def _content_types(root: Element) -> dict[str, str]:
    """Content types by part name, in lower case; only parts that are named one by one matter here."""
    return {
        child.get("PartName", "").lstrip("/").lower(): child.get("ContentType", "").lower()
        for child in root
        if local_name(child) == "Override"
    }


def _explain_other_archive(package: Package) -> DocumentError:
    media_type = (package.read("mimetype") or b"")[:100]
    if media_type.startswith(b"application/vnd.oasis.opendocument.text"):
        return NotAResumeFormat(
            "is an OpenDocument text (.odt); open it in a word processor and save it as .docx or PDF"
        )
    if media_type.startswith(b"application/vnd.oasis.opendocument"):
        return NotAResumeFormat("is an OpenDocument file, but no text; ask for the resume as .docx or PDF")
    if media_type.startswith(b"application/epub"):
        return NotAResumeFormat("is an EPUB book; ask for the resume as .docx or PDF")
    if "word/document.xml" in package:
        return Damaged(f"is damaged: its list of content types is missing; {_AGAIN}")
    for name, message in _OTHER_ARCHIVES:
        if name in package:
            return NotAResumeFormat(message)
    return NotAResumeFormat("is a ZIP archive, but no DOCX; unpack it, or ask for the resume as .docx or PDF")
