"""The annotations of a page -> its links: an address and the area that leads there."""

from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral

from screener.documents.engines.pdf_canvas import bounds
from screener.documents.engines.pdf_show import Matrix
from screener.documents.page import LinkArea

_MOST_LINKS = 500  # of one page
_LONGEST_ADDRESS = 2_000


def find_links(page: PDFPage, matrix: Matrix) -> tuple[LinkArea, ...]:
    """The links of the page that lead to an address; `matrix` leads from its space to the canvas."""
    found = (_find_link(annotation, matrix) for annotation in list_value(page.annots)[:_MOST_LINKS])
    return tuple(link for link in found if link is not None)


def _find_link(annotation: Any, matrix: Matrix) -> LinkArea | None:
    attributes = dict_value(annotation)
    subtype = resolve1(attributes.get("Subtype"))
    action = dict_value(attributes.get("A"))
    address = resolve1(action.get("URI"))
    corners = [resolve1(corner) for corner in list_value(attributes.get("Rect"))]
    if not isinstance(subtype, PSLiteral) or subtype.name != "Link" or not isinstance(address, bytes):
        return None
    if len(corners) != 4 or not all(isinstance(corner, (int, float)) for corner in corners):
        return None
    box = bounds((("m", corners[0], corners[1]), ("l", corners[2], corners[3])), matrix)
    text = address[:_LONGEST_ADDRESS].decode("utf-8", "replace").strip()
    return LinkArea(text, box) if box and text else None
