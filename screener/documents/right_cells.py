"""Dates at the right edge of rows, put where they belong.

A date may float between the lines, stand beside the first bullet, wrap to the next row, or wrap in a
narrow column of its own; a place may stand below it there.
"""

import re

from screener.documents.rows import EDGE, LEADING, Row, is_rest
from screener.documents.segments import Segment
from screener.documents.years import has_year, is_date

_FLOATING = 1.4  # em that a date may stand above or below its row
_OPEN_DATE = re.compile(r"\d[^\W\d]*\s*[-–—](?:\s*[^\W\d]+\.?)?$")
_BROKEN_DATE = re.compile(r"[-–—].*\d[-/.]$")  # a whole date before the dash, a part of one after it
_REST = re.compile(r"[-–—]?\s*(?:[^\W\d]+\.?\s+|\d{1,2}[./-])?(?:19|20)\d\d$|[-–—]?\s*[^\W\d]{3,12}\.?$")


def join_wrapped_dates(rows: list[Row]) -> list[Row]:
    """Rows in which the last word of a date that has wrapped ("Jun 2023 –" above "Present") is back in its cell."""
    right = max((row.x1 for row in rows), default=0.0)
    whole: list[Row] = []
    for row in rows:
        if whole and _ends_date(whole[-1], row, right):
            date = whole[-1].cells[-1]
            text = _join_date(date.text, row.cells[0].text)
            cells = (*whole[-1].cells[:-1], date._replace(text=text))
            whole[-1] = whole[-1]._replace(cells=cells)
        else:
            whole.append(row)
    return whole


def _join_date(text: str, more: str) -> str:
    """A date with the rest that has wrapped; "2025-" above "09" broke inside a date."""
    inside = _BROKEN_DATE.search(text) is not None and more[:1].isdigit()
    return text + more if inside else f"{text} {more}"


def _ends_date(row: Row, below: Row, right: float) -> bool:
    """Whether all of the row below is one word that belongs to an open date and didn't fit beside it."""
    date, rest = row.cells[-1], below.cells[0]
    if len(row.cells) < 2 or len(below.cells) > 1 or below.bullet or " " in rest.text or len(rest.text) > 12:
        return False
    if not _OPEN_DATE.search(date.text) or abs(rest.x0 - row.x0) > EDGE or rest.size != date.size:
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
    return is_rest(date.text, rest.text) and has_year(date.text) and _REST.match(rest.text) is not None


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
