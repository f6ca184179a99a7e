"""Tells the page numbers at the edge of a page from its text."""

import re
from collections.abc import Sequence

from screener.documents.segments import Segment

_EDGE = 0.12  # of the page's height, at the top and at the bottom
_LONGEST = 80  # characters
_NUMBER = re.compile(r"(\d+)(?:\s*(?:/|\||of|von|de|sur|di|van|av)\s*(\d+))?\s*[-–—|]?$", re.IGNORECASE)
_BARE = re.compile(r"^\W*(?:\w+\.?\s+)?$")  # what may stand before a lone number: nothing, or "Page"


def split_furniture(segments: Sequence[Segment], *, number: int, height: float) -> tuple[list[Segment], list[Segment]]:
    """The page's text, and the row with its page number."""
    for row in _edge_rows(segments, height):
        text = " ".join(segment.text.strip() for segment in row)
        if len(text) <= _LONGEST and _is_page_number(text, number):
            inside = {id(segment) for segment in row}
            return [segment for segment in segments if id(segment) not in inside], row
    return list(segments), []


def _edge_rows(segments: Sequence[Segment], height: float) -> list[list[Segment]]:
    """The last and the first row of the page, where they stand at its edge."""
    if not segments:
        return []
    last, first = max(segment.baseline for segment in segments), min(segment.baseline for segment in segments)
    rows = []
    if last >= (1 - _EDGE) * height:
        rows.append([segment for segment in segments if last - segment.baseline <= 2])
    if first <= _EDGE * height:
        rows.append([segment for segment in segments if segment.baseline - first <= 2])
    return rows


def _is_page_number(text: str, number: int) -> bool:
    match = _NUMBER.search(text.strip())
    if not match or int(match[1][:6]) != number:
        return False
    before = text.strip()[: match.start()]
    if match[2] is not None:
        return int(match[2][:6]) >= number
    return _BARE.match(before) is not None
