"""Tells page numbers, and lines that stand at the edge of several pages, from the text of a page.

The first page keeps such lines at its top: there they are the name and the address.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from screener.documents.segments import Segment

_EDGE = 0.12  # of the page's height, at the top and at the bottom
_SAME_ROW = 2.0  # points
_LONGEST = 80  # characters
_NUMBER = re.compile(r"(\d+)(?:\s*(?:/|\||of|von|de|sur|di|van|av)\s*(\d+))?\s*[-–—|]?$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:page|seite|p\u00e1gina|pagina|strona|sayfa|sida|side)\s+(\d{1,3})\b", re.IGNORECASE)
_MOST_ROWS = 4  # of a running header
_GAP = 1.6  # em between the baselines of a running header and the text
_DIGITS = re.compile(r"\d+")
_TITLES = {"curriculum vitae", "cv", "resume", "résumé", "lebenslauf", "currículum"}  # never the text of a later page
_BARE = re.compile(r"^\W*(?:\w+\.?\s+)?$")  # what may stand before a lone number: nothing, or "Page"


Key = tuple[str, int]  # the words of a row without its numbers, and its height in steps of 2 points


def repeated_rows(pages: Iterable[tuple[Sequence[Segment], float]]) -> set[Key]:
    """The rows that stand at the same edge of several pages; each page comes with its height."""
    keys = Counter(key for segments, height in pages for key in {_key(row) for row in _zone_rows(segments, height)})
    return {key for key, count in keys.items() if count > 1 and key[0]}


def split_furniture(
    segments: Sequence[Segment], repeated: AbstractSet[Key] = frozenset(), *, number: int, height: float
) -> tuple[list[Segment], list[Segment]]:
    """The page's text, and the rows with its page number and of its running header."""
    rows = _zone_rows(segments, height) if repeated else ()
    apart = [
        one for row in rows if _key(row) in repeated and (number > 1 or row[0].baseline > height / 2) for one in row
    ]
    inside = {id(segment) for segment in apart}
    numbered = False
    for row in _edge_rows([segment for segment in segments if id(segment) not in inside], height):
        text = " ".join(segment.text.strip() for segment in row)
        is_number = not numbered and len(text) <= _LONGEST and _is_page_number(text, number)
        if is_number or (number > 1 and text.casefold() in _TITLES):
            apart += row
            inside |= {id(segment) for segment in row}
            numbered |= is_number
    return [segment for segment in segments if id(segment) not in inside], apart


def _zone_rows(segments: Sequence[Segment], height: float) -> Iterator[list[Segment]]:
    """The rows at the top and at the bottom edge of a page, as far as a gap sets them apart."""
    for zone in (segments, segments[::-1]):
        rows: list[list[Segment]] = []
        for segment in zone:
            if rows and abs(rows[-1][0].baseline - segment.baseline) <= _SAME_ROW:
                rows[-1].append(segment)
            elif rows and abs(rows[-1][0].baseline - segment.baseline) > _GAP * segment.size:
                yield from rows
                break
            elif len(rows) == _MOST_ROWS or _EDGE * height < segment.baseline < (1 - _EDGE) * height:
                break
            else:
                rows.append([segment])


def _key(row: Sequence[Segment]) -> Key:
    words = " ".join(sorted(segment.text.strip() for segment in row))
    return (_DIGITS.sub("", words).strip(" ./|-–—"), round(row[0].baseline / 2))


def _edge_rows(segments: Sequence[Segment], height: float) -> list[list[Segment]]:
    """The last and the first row of the page, where they stand at its edge."""
    if not segments:
        return []
    last, first = max(segment.baseline for segment in segments), min(segment.baseline for segment in segments)
    rows = []
    if last >= (1 - _EDGE) * height:
        rows.append([segment for segment in segments if last - segment.baseline <= _SAME_ROW])
    if first <= _EDGE * height:
        rows.append([segment for segment in segments if segment.baseline - first <= _SAME_ROW])
    return rows


def _is_page_number(text: str, number: int) -> bool:
    named = _NUMBERED.match(text.strip())
    if named and int(named[1]) == number:
        return True
    match = _NUMBER.search(text.strip())
    if not match or int(match[1][:6]) != number:
        return False
    before = text.strip()[: match.start()]
    if match[2] is not None:
        return int(match[2][:6]) >= number
    return _BARE.match(before) is not None
