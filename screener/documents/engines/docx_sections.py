"""The sections of a body -> the headers and footers that are shown, each once, and the size of the paper.

A section without a header of a kind goes on with the one before. Those of first pages are shown where
the section says so, those of even pages where the document does.
"""

import re
from collections.abc import Iterator

from screener.documents.engines.docx_package import Package
from screener.documents.engines.docx_parts import Part, read_relationships
from screener.documents.engines.docx_shapes import USUAL_PAGE, Page
from screener.documents.engines.docx_xml import VAL, Element, R, W, is_on, local_name, number

_MOST = 200
_TWIPS = 20  # a point
_PAGE = 4_000  # characters that fit on a page
_PAGES = re.compile(rb"<Pages>\s*(\d+)\s*</Pages>")
_REFERENCES = {W + "headerReference": "header", W + "footerReference": "footer"}


def find_sections(body: Element) -> list[Element]:
    """The w:sectPr of a body, in order."""
    own = [child for child in body if child.tag == W + "sectPr"]
    inner = (item for item in body.iter(W + "sectPr") if _is_in_paragraph(item))
    return [*inner, *own][:_MOST]


def starts_page(section: Element) -> bool:
    """Whether a section begins on a new page."""
    kind = section.find(W + "type")
    return kind is None or kind.get(VAL, "nextPage") not in {"continuous", "nextColumn"}


def paper_size(sections: list[Element]) -> Page:
    """The largest width and height of any page."""
    sizes = [size for section in sections if (size := section.find(W + "pgSz")) is not None]
    widths, heights = ([number(size.get(W + name)) / _TWIPS for size in sizes] for name in ("w", "h"))
    return Page(max([width for width in widths if width > 0], default=USUAL_PAGE.width),
                max([height for height in heights if height > 0], default=USUAL_PAGE.height))  # fmt: skip


def is_one_page(body: Element, sections: list[Element], package: Package, *, has_even: bool) -> bool:
    """Whether a document is sure to be one page: it says so, and its text would fit."""
    matters = has_even or (bool(sections) and sections[0].find(W + "titlePg") is not None)
    if len(sections) > 1 or not matters:
        return False
    length = sum(len(text.text or "") for text in body.iter(W + "t"))
    has_breaks = any(item.get(W + "type") == "page" for item in body.iter(W + "br"))
    if length > _PAGE or has_breaks or next(body.iter(W + "pageBreakBefore"), None) is not None:
        return False
    for item in read_relationships(package, "").values():
        if item.kind == "extended-properties" and not item.external:
            found = _PAGES.search(package.read(item.target) or b"")
            return found is not None and found.group(1) == b"1"
    return False


def find_margins(part: Part, sections: list[Element], *, has_even: bool, has_one_page: bool) -> dict[str, list[str]]:
    """The names of the header and footer parts that are shown, in the order in which they are met."""
    current: dict[tuple[str, str], str] = {}
    shown: dict[str, list[str]] = {"header": [], "footer": []}
    for section in sections:
        current |= dict(_references(section, part))
        switch = section.find(W + "titlePg")
        has_first = switch is not None and is_on(switch)
        kinds = ["first"] * has_first + ["default"] + ["even"] * has_even
        if has_one_page:
            kinds = kinds[:1]
        for margin, names in shown.items():
            found = (current.get((margin, kind)) for kind in kinds)
            names.extend(dict.fromkeys(name for name in found if name and name not in names))
    return shown


def _references(section: Element, part: Part) -> Iterator[tuple[tuple[str, str], str]]:
    for reference in section:
        margin = _REFERENCES.get(reference.tag)
        relationship = part.relationships.get(reference.get(R + "id", "")) if margin else None
        if margin and relationship is not None and not relationship.external:
            yield (margin, reference.get(W + "type", "default")), relationship.target


def _is_in_paragraph(section: Element) -> bool:
    parent = section.getparent()
    return parent is not None and local_name(parent) == "pPr"
