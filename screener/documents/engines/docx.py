"""The bytes of a DOCX -> Document.

Headers that are shown come first, then the body in document order, then footers and notes. The
parts come from a package that is unpacked with care, and are walked as plain XML: libraries for
DOCX read every related part when they open a file, and refuse templates and Strict Open XML.
Pages are counted from explicit page breaks, because only a layout engine knows the others.
Not handled: text in charts and SmartArt, the order of text boxes by their place on the page.
"""

from dataclasses import replace

from screener.documents.engines.docx_blocks import read_blocks
from screener.documents.engines.docx_package import Package, open_package
from screener.documents.engines.docx_parts import Part, find_main_part, find_related, read_part
from screener.documents.engines.docx_reading import DraftLine, Reading, Surroundings, number_lines
from screener.documents.engines.docx_styles import UNKNOWN, Styles
from screener.documents.engines.docx_xml import VAL, Element, R, W, is_on, local_name, parse_xml
from screener.documents.limits import Limits
from screener.errors import Damaged, EmptyFile, NotAResumeFormat, NoTextLayer
from screener.model.document import Document, ReadingWarning

_MOST_SECTIONS = 200
_WHITE = {"FFFFFF", "auto"}


def extract(data: bytes, sha256: str, limits: Limits) -> Document:
    """The document that a DOCX shows. Raises a DocumentError when there is none to show."""
    if not data:
        raise EmptyFile("is empty; ask for it again")
    package = open_package(data, limits)
    main = find_main_part(package)
    part = _read_main(package, main.name)
    body = _find_body(part)
    sections = _find_sections(body)
    reading = Reading(package, _read_styles(package, part), limits)
    reading.section_starts = [_starts_page(section) for section in sections]
    if main.has_macros:
        reading.warnings.append(ReadingWarning("macros", "is a document with macros; they were not run"))
    drafts = _read_all(part, body, reading, sections)
    if not drafts:
        raise NoTextLayer("has no text that a person can see; ask for it with its text, not as a picture")
    lines = number_lines(drafts)
    return Document(
        media_type="docx",
        sha256=sha256,
        page_count=max(line.page for line in lines),
        lines=lines,
        links=tuple(dict.fromkeys(reading.links)),
        hidden=tuple(dict.fromkeys(reading.hidden)),
        warnings=tuple(reading.warnings),
    )


def _read_main(package: Package, name: str) -> Part:
    part = read_part(package, name)
    if part is None or local_name(part.root) != "document":
        raise NotAResumeFormat("is an Office file, but no Word document; ask for the resume as .docx or PDF")
    return part


def _find_body(part: Part) -> Element:
    body = part.root.find(W + "body")
    if body is None:
        raise Damaged("is damaged: its text is missing; ask for it again, or save it again as .docx or PDF")
    return body


def _read_styles(package: Package, part: Part) -> Styles:
    found = (find_related(part, kind, package) for kind in ("styles", "numbering"))
    styles, numbering = (package.read(name) if name else None for name in found)
    return Styles(styles, numbering)


def _read_all(part: Part, body: Element, reading: Reading, sections: list[Element]) -> list[DraftLine]:
    headers, footers = _find_margins(part, reading.package, sections)
    background = UNKNOWN if any(margin.has_backdrop for margin in (part, *headers)) else _paper(part.root)
    drafts: list[DraftLine] = []
    for header in headers:
        drafts += read_blocks(header.root, reading, Surroundings(header, background))
    reading.page = 1
    drafts += read_blocks(body, reading, Surroundings(part, background))
    for footer in footers:
        drafts += read_blocks(footer.root, reading, Surroundings(footer, background, region=reading.new_region()))
    if reading.has_notes:
        drafts += _read_notes(part, reading, background)
    return drafts


def _find_sections(body: Element) -> list[Element]:
    own = [child for child in body if child.tag == W + "sectPr"]
    inner = (item for item in body.iter(W + "sectPr") if local_name(_parent(item)) == "pPr")
    return [*inner, *own][:_MOST_SECTIONS]


def _parent(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None else parent


def _starts_page(section: Element) -> bool:
    kind = section.find(W + "type")
    return kind is None or kind.get(VAL, "nextPage") not in {"continuous", "nextColumn"}


def _find_margins(part: Part, package: Package, sections: list[Element]) -> tuple[list[Part], list[Part]]:
    """The headers and footers that are shown, each once."""
    names: dict[str, list[str]] = {"headerReference": [], "footerReference": []}
    for section in sections:
        for reference in section:
            found = names.get(local_name(reference))
            relationship = part.relationships.get(reference.get(R + "id", ""))
            if found is None or relationship is None or relationship.external or relationship.target in found:
                continue
            if _is_shown(reference.get(W + "type", "default"), part, package, section=section):
                found.append(relationship.target)
    headers, footers = ([read_part(package, name) for name in found] for found in names.values())
    return [margin for margin in headers if margin], [margin for margin in footers if margin]


def _is_shown(kind: str, part: Part, package: Package, *, section: Element) -> bool:
    if kind == "first":
        switch = section.find(W + "titlePg")
        return switch is not None and is_on(switch)
    if kind == "even":
        name = find_related(part, "settings", package)
        settings = package.read(name) if name else None
        switch = parse_xml(settings, name).find(W + "evenAndOddHeaders") if settings and name else None
        return switch is not None and is_on(switch)
    return True


def _paper(root: Element) -> str:
    background = root.find(W + "background")
    is_white = background is None or background.get(W + "color", "auto") in _WHITE
    return "FFFFFF" if is_white and (background is None or not len(background)) else UNKNOWN


def _read_notes(part: Part, reading: Reading, background: str) -> list[DraftLine]:
    """Footnotes and endnotes; those with a type are the rules that separate them from the text."""
    drafts: list[DraftLine] = []
    for kind in ("footnotes", "endnotes"):
        name = find_related(part, kind, reading.package)
        notes = read_part(reading.package, name) if name else None
        if notes is None:
            continue
        place = replace(Surroundings(notes, background), region=reading.new_region())
        for note in notes.root:
            if not note.get(W + "type"):
                drafts += read_blocks(note, reading, place)
    return drafts
