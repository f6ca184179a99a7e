"""The bytes of a DOCX -> Document.

Headers that are shown come first, then the body in document order, then footers and notes. The
parts come from a package that is unpacked with care, and are walked as plain XML: libraries for
DOCX read every related part when they open a file, and refuse templates and Strict Open XML.
Pages are counted from explicit page breaks, because only a layout engine knows the others.
Not handled: the order of text boxes by their place on the page.
"""

from screener.documents.engines.docx_blocks import read_blocks
from screener.documents.engines.docx_colours import PAPER, UNKNOWN, Theme, text_colour
from screener.documents.engines.docx_fields import Fields
from screener.documents.engines.docx_package import Package, open_package
from screener.documents.engines.docx_parts import Part, find_main_part, find_related, read_part
from screener.documents.engines.docx_reading import DraftLine, Reading, Surroundings, number_lines
from screener.documents.engines.docx_sections import find_margins, find_sections, is_one_page, paper_size, starts_page
from screener.documents.engines.docx_shapes import is_backdrop
from screener.documents.engines.docx_styles import Styles
from screener.documents.engines.docx_xml import Element, W, as_utf8, is_on, local_name, parse_xml
from screener.documents.limits import Limits
from screener.errors import Damaged, EmptyFile, NotAResumeFormat, NoTextLayer
from screener.model.document import Document, ReadingWarning


def extract(data: bytes, sha256: str, limits: Limits) -> Document:
    """The document that a DOCX shows. Raises a DocumentError when there is none to show."""
    if not data:
        raise EmptyFile("is empty; ask for it again")
    package = open_package(data, limits)
    main = find_main_part(package)
    part = _read_main(package, main.name)
    body = _find_body(part)
    sections = find_sections(body)
    reading = Reading(package, _read_styles(package, part), limits)
    reading.section_starts = [starts_page(section) for section in sections]
    reading.paper_size = paper_size(sections)
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
    def load(kind: str) -> bytes | None:
        name = find_related(part, kind, package)
        data = package.read(name) if name else None
        return as_utf8(data, name) if data is not None and name else None

    return Styles(load("styles"), load("numbering"), Theme(load))


def _read_all(part: Part, body: Element, reading: Reading, sections: list[Element]) -> list[DraftLine]:
    has_even = _setting("evenAndOddHeaders", part, reading.package)
    has_one_page = is_one_page(body, sections, reading.package, has_even=has_even)
    shown = find_margins(part, sections, has_even=has_even, has_one_page=has_one_page)
    headers, footers = ([read_part(reading.package, name) for name in names] for names in shown.values())
    background = _background(part, headers, reading)
    drafts: list[DraftLine] = []
    for header in headers:
        drafts += _read_margin(header, reading, background)
    reading.page = 1
    middle = reading.paper_size.width / 2  # no left margin is wider
    drafts += read_blocks(body, reading, Surroundings(part, Fields(body), background, left_edge=middle))
    for footer in footers:
        drafts += _read_margin(footer, reading, background, region=reading.new_region())
    if reading.notes:
        drafts += _read_notes(part, reading, background)
    return drafts


def _read_margin(margin: Part | None, reading: Reading, background: str, region: int = 0) -> list[DraftLine]:
    if margin is None:
        return []
    return read_blocks(margin.root, reading, Surroundings(margin, Fields(margin.root), background, region=region))


def _setting(switch: str, part: Part, package: Package) -> bool:
    """Whether the document's settings turn something on."""
    name = find_related(part, "settings", package)
    data = package.read(name) if name else None
    if data is None or not name or switch.encode() not in as_utf8(data, name):
        return False
    found = parse_xml(data, name).find(W + switch)
    return found is not None and is_on(found)


def _background(part: Part, headers: list[Part | None], reading: Reading) -> str:
    """The colour beneath the text: the page's, or UNKNOWN where pictures or shapes lie there."""
    theme = reading.styles.theme
    for each in (part, *headers):
        if each is not None and each.has_anchors_behind and _has_backdrop(each, theme):
            return UNKNOWN
    page = part.root.find(W + "background")
    if page is None or not _setting("displayBackgroundShape", part, reading.package):
        return PAPER
    if len(page):  # a picture or a gradient
        return UNKNOWN
    color = theme.resolve(text_colour(page, W + "color"))
    return PAPER if color == "auto" else color


def _has_backdrop(part: Part, theme: Theme) -> bool:
    for item in part.root.iter():
        name = local_name(item)
        if name == "anchor" and item.get("behindDoc") in {"1", "true"} and is_backdrop(item, theme):
            return True
        if "z-index:-" in item.get("style", ""):
            return True
    return False


def _read_notes(part: Part, reading: Reading, background: str) -> list[DraftLine]:
    """The footnotes and endnotes that the text refers to; nobody sees the others."""
    drafts: list[DraftLine] = []
    for kind in ("footnotes", "endnotes"):
        name = find_related(part, kind, reading.package)
        notes = read_part(reading.package, name) if name else None
        if notes is None:
            continue
        place = Surroundings(notes, Fields(notes.root), background, region=reading.new_region())
        for note in notes.root:
            if not note.get(W + "type"):  # those with a type are the rules that separate them from the text
                cause = reading.notes.get((kind, note.get(W + "id", "")), "a note that nothing refers to")
                drafts += read_blocks(note, reading, place.hidden(cause) if cause else place)
    return drafts
