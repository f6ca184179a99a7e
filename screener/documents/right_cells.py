"""Dates at the right edge of rows, put where they belong.

A date may float between the lines, stand beside the first bullet, wrap to the next row, or wrap in a
narrow column of its own; a place may stand below it there. The text before a date wraps, too.
"""

import re

from screener.documents.characters import ends_range
from screener.documents.ranges import is_open, is_rest
from screener.documents.rows import EDGE, LEADING, Row
from screener.documents.segments import Segment
from screener.documents.years import has_year, is_date
from screener.vocabulary.headings import heading_section

_FLOATING = 1.4  # em that a date may stand above or below its row
_SPACE = 0.25  # em
_BEFORE_DATE = 2.0  # em that text keeps clear of the date at its right
_LONGEST_RANGE = 60  # characters of two dates with their months and days written out
_REST_SHARE = 0.6  # of the width before the date that the rest of a text takes at most
_FIRST_EAST_ASIAN = "\u2e80"
_GOES_ON = ",–—-&/|("
_NEVER_FIRST = "ーァィゥェォッャュョぁぃぅぇぉっゃゅょ、。）」"  # what no line of Japanese begins with by itself
_BROKEN_DATE = re.compile(r"[-–—].*\d[-/.]$")  # a whole date before the dash, a part of one after it
_REST = re.compile(r"[-–—]?\s*(?:[^\W\d]+\.?\s+|\d{1,2}[./-])?(?:19|20)\d\d$|[-–—]?\s*[^\W\d]{3,12}\.?$")


def join_wrapped(rows: list[Row]) -> list[Row]:
    """Rows in which what has wrapped is back in its cell: the last word of a date, or of the text before it.

    That is "Present" below "Jun 2023 –", or "Developer" below "Acme – Web" with a date at its right.
    """
    right = max([row.x1 for row in rows], default=0.0)
    whole: list[Row] = []
    for row in rows:
        above = whole[-1] if whole else None
        if above is None or len(above.cells) < 2 or len(row.cells) > 1 or row.bullet:
            whole.append(row)
        elif _ends_date(above, row, right):
            date = above.cells[-1]
            text = _join_date(date.text, row.cells[0].text)
            whole[-1] = above._replace(cells=(*above.cells[:-1], date._replace(text=text)))
        elif _ends_text(above, row):
            text = _join_text(above.cells[0].text, row.cells[0].text)
            whole[-1] = above._replace(cells=(above.cells[0]._replace(text=text), *above.cells[1:]))
        else:
            whole.append(row)
    return whole


def _join_text(text: str, more: str) -> str:
    return text + more if text[-1] > _FIRST_EAST_ASIAN else f"{text} {more}"


def _ends_text(above: Row, row: Row) -> bool:
    """Whether a row is the rest of the text above, the next word of which doesn't fit before the date beside it."""
    if len(above.cells) != 2 or above.bullet:
        return False
    (text, date), rest = above.cells, row.cells[0]
    if not has_year(date.text) or len(date.text) > _LONGEST_RANGE:
        return False
    alike = text.size == rest.size and text.runs[0].bold == rest.bold and abs(text.x0 - rest.x0) <= EDGE
    if not alike or not 0 < rest.baseline - text.baseline <= LEADING * text.size or has_year(rest.text):
        return False
    word = rest.text[0] if rest.text[0] > _FIRST_EAST_ASIAN else rest.text.split(" ", 1)[0]
    end = text.x1 + _SPACE * text.size + (rest.x1 - rest.x0) * len(word) / len(rest.text)
    is_short = rest.x1 - rest.x0 <= _REST_SHARE * (date.x0 - text.x0)
    marked = rest.bold or rest.text[0].islower() or text.text[-1] in _GOES_ON or rest.text[0] in _NEVER_FIRST
    return is_short and marked and end > date.x0 - _BEFORE_DATE * text.size and not _is_heading(rest.text)


def _is_heading(text: str) -> bool:
    return not text[0].islower() and heading_section(text) is not None


def _join_date(text: str, more: str) -> str:
    """A date with the rest that has wrapped; "2025-" above "09" broke inside a date."""
    inside = _BROKEN_DATE.search(text) is not None and more[:1].isdigit()
    return text + more if inside else f"{text} {more}"


def _ends_date(row: Row, below: Row, right: float) -> bool:
    """Whether all of the row below is one word that belongs to an open date and didn't fit beside it."""
    date, rest = row.cells[-1], below.cells[0]
    if " " in rest.text or len(rest.text) > 12:
        return False
    is_end = rest.text[0].isdigit() or ends_range(rest.text.rstrip(")"))
    if not is_end or not is_open(date.text) or abs(rest.x0 - row.x0) > EDGE or rest.size != date.size:
        return False
    fits = date.x1 + 0.25 * date.size + rest.x1 - rest.x0 <= right
    return not fits and rest.baseline - date.baseline <= LEADING * date.size


def merge_right_dates(rows: list[Row]) -> list[Row]:
    """Rows in which a date that has wrapped in a narrow column at the right ("May 2025 –" above "Present") is whole."""
    merged = list(rows)
    for at in range(len(merged) - 1):
        if len(merged[at].cells) < 2:
            continue
        last = merged[at].cells[-1]
        for below in range(at + 1, min(at + 3, len(merged))):
            date, rest = merged[at].cells[-1], merged[below].cells[-1]
            if not _is_wrapped(date, last, rest):
                break
            whole = date._replace(text=f"{date.text} {rest.text}", x0=min(date.x0, rest.x0))
            merged[at] = merged[at]._replace(cells=(*merged[at].cells[:-1], whole))
            merged[below] = merged[below]._replace(cells=merged[below].cells[:-1])
            last = rest
        if last is not merged[at].cells[-1]:
            _lift_place(merged, at, last)
    return [row for row in merged if row.cells]


def _lift_place(rows: list[Row], at: int, last: Segment) -> None:
    """Puts what stands below a wrapped date, beside a list item, into the row of the date."""
    for below in range(at + 1, min(at + 4, len(rows))):
        if not rows[below].bullet or len(rows[below].cells) < 2:
            continue
        place = rows[below].cells[-1]
        aligned = abs(place.x0 - last.x0) <= EDGE or abs(place.x1 - last.x1) <= EDGE
        if aligned and 0 < place.baseline - last.baseline <= LEADING * last.size:
            beside = below - 1 if below - 1 > at and not rows[below - 1].bullet else at
            rows[beside] = rows[beside]._replace(cells=(*rows[beside].cells, place))
            rows[below] = rows[below]._replace(cells=rows[below].cells[:-1])
        return


def _is_wrapped(date: Segment, last: Segment, rest: Segment) -> bool:
    """Whether `rest` stands below `last`, in the same narrow column, and ends the date."""
    if abs(rest.x0 - last.x0) > EDGE and abs(rest.x1 - last.x1) > EDGE:
        return False
    if not 0 < rest.baseline - last.baseline <= LEADING * last.size or rest.size != last.size:
        return False
    if not is_rest(date.text, rest.text) or not has_year(date.text):
        return False
    return _REST.match(rest.text) is not None or ends_range(rest.text.lstrip("-–— ").rstrip(")"))


def settle_right_cells(rows: list[Row]) -> list[Row]:
    """Rows in which dates at the right edge stand in the row that they belong to."""
    if len(rows) < 2:
        return rows
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    middle = (left + right) / 2
    settled = list(rows)
    for at, row in enumerate(rows):
        date = row.cells[-1]
        if date.x0 < middle or date.x1 < right - 3 * EDGE or not is_date(date.text):
            continue
        to = _header_of_bullet(rows, at) if len(row.cells) > 1 else _nearest_row(rows, at)
        if to is not None:
            settled[to] = settled[to]._replace(cells=(*settled[to].cells, date))
            settled[at] = settled[at]._replace(cells=settled[at].cells[:-1])
    return [row for row in settled if row.cells]


def _header_of_bullet(rows: list[Row], at: int) -> int | None:
    """The row above a first bullet that has a date beside it."""
    row, above = rows[at], rows[at - 1] if at else None
    if not row.bullet or above is None or above.bullet:
        return None
    return at - 1 if row.baseline - above.baseline <= 2 * row.cells[0].size else None


def _nearest_row(rows: list[Row], at: int) -> int | None:
    """The row just above or below a date that stands alone; None when neither is clearly the nearer."""
    date = rows[at].cells[0]
    near: list[tuple[float, int]] = []
    for other in (at - 1, at + 1):
        if 0 <= other < len(rows):
            near.append((abs(rows[other].baseline - date.baseline), other))
    near.sort()
    distance, nearest = near[0]
    clear = len(near) == 1 or near[1][0] >= 1.3 * distance
    if distance > _FLOATING * date.size or not clear or rows[nearest].x1 >= date.x0:
        return None
    return nearest if not rows[nearest].bullet else None
