"""Rows of cells in which what only looks apart is put together.

Labels that wrap in a narrow column at the left become one cell on their first row. They are told
from rows that merely follow each other by the width: a label has wrapped when its next word would
not have fitted beside it. Dates at the right edge that float between the lines, or stand beside the
first bullet, go to the row they belong to.
"""

import re
from typing import NamedTuple

from screener.documents.page import Run
from screener.documents.segments import Segment, joined, read_text

_LABEL_SHARE = 0.35  # of the column's width that a column of labels takes at most
_LEADING = 1.75  # em between the lines of one label
_LONG_WORD = 4.0  # em that the rest of a broken word may reach beyond its column
_TIGHT = 1.35  # em between them where text stands beside each
_EDGE = 1.5  # points
_FLOATING = 1.4  # em that a date may stand above or below its row
_DASHES = ("-", "–", "—", "‐", "‑")
_OPEN_DATE = re.compile(r"\d[^\W\d]*\s*[-–—](?:\s*[^\W\d]+\.?)?$")
_BROKEN_DATE = re.compile(r"[-–—].*\d[-/.]$")  # a whole date before the dash, a part of one after it
_YEAR = re.compile(r"(?:19|20)\d\d|\d\d/\d\d|'\d\d")


class Row(NamedTuple):
    """A line in the making: its segments from left to right, each a cell."""

    cells: tuple[Segment, ...]
    bullet: bool = False

    @property
    def baseline(self) -> float:
        return max(self.cells, key=lambda cell: (cell.size, len(cell.text))).baseline

    @property
    def x0(self) -> float:
        return min(cell.x0 for cell in self.cells)

    @property
    def x1(self) -> float:
        return max(cell.x1 for cell in self.cells)


def merge_labels(rows: list[Row]) -> list[Row]:
    """Rows in which each wrapped label is one cell of its first row."""
    if len(rows) < 2:
        return rows
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    merged = list(rows)
    for at in range(len(merged) - 1):
        row = merged[at]
        if row.cells and not row.bullet:
            merged[at] = row = _with_split_label(row, merged[at + 1])
            if len(row.cells) > 1 and row.cells[1].x0 - left <= _LABEL_SHARE * (right - left):
                _take_label(merged, at, left)
    return [row for row in merged if row.cells]


def _with_split_label(row: Row, below: Row) -> Row:
    """The row with a hyphenated label as a cell of its own, where it touches the text beside it."""
    first = row.cells[0]
    if len(below.cells) != 1 or len(first.runs) < 2 or abs(below.x0 - first.x0) > _EDGE:
        return row
    runs = first.runs
    for at in range(1, len(runs)):
        if _ends_label(runs[at - 1], runs[at]) and below.x1 < runs[at].x0:
            cells = [piece._replace(text=read_text(piece.text)) for piece in (joined(runs[:at]), joined(runs[at:]))]
            return row._replace(cells=(*cells, *row.cells[1:]))
    return row


def _ends_label(before: Run, after: Run) -> bool:
    """Whether a hyphen at the end of one run is that of a broken word, not of "front- and back-end"."""
    broken = before.text.rstrip()
    return (
        broken.endswith("-")
        and broken[-2:-1].isalpha()
        and after.x0 - before.x1 > 0.15 * after.size
        and after.text[:1].isupper()
    )


def _take_label(rows: list[Row], at: int, left: float) -> None:
    """Joins the lines of a wrapped label below row `at` to its first cell."""
    label, body = rows[at].cells[:2]
    last = label
    for below in range(at + 1, len(rows)):
        if not rows[below].cells or rows[below].bullet:
            return
        piece = rows[below].cells[0]
        if piece.baseline - last.baseline > _LEADING * last.size:
            return
        if not _continues_label(last, rows[below], body.x0, left):
            if piece.x0 >= body.x0 - _EDGE:
                continue  # the text beside the label goes on
            return
        if _starts_anew(rows[below], piece, last, body):
            return
        text = _join_label(label.text, piece.text)
        label = label._replace(text=text, x0=min(label.x0, piece.x0), x1=max(label.x1, piece.x1))
        rows[at] = rows[at]._replace(cells=(label, *rows[at].cells[1:]))
        rows[below] = rows[below]._replace(cells=rows[below].cells[1:])
        last = piece


def _continues_label(last: Segment, row: Row, body_x0: float, left: float) -> bool:
    """Whether the first cell of a row is the next line of the label that `last` belongs to."""
    piece, alone = row.cells[0], len(row.cells) == 1
    reach = 0.5 if alone else -0.2  # em beyond the start of the text beside it
    if alone and last.text.endswith(("-", "‐")) and piece.text[:1].islower() and " " not in piece.text:
        reach = _LONG_WORD
    if piece.x1 > body_x0 + reach * piece.size or abs(piece.size - last.size) > 0.6 or piece.bold != last.bold:
        return False
    if abs(piece.x0 - last.x0) > _EDGE and abs(piece.x1 - last.x1) > _EDGE:
        return False
    if last.text.endswith(_DASHES):
        return True
    word = piece.text.split(" ", 1)[0]
    word_width = (piece.x1 - piece.x0) * len(word) / len(piece.text)
    return (last.x1 - last.x0) + word_width + 0.25 * last.size > body_x0 - left - 0.8 * last.size


def _starts_anew(row: Row, piece: Segment, last: Segment, body: Segment) -> bool:
    """Whether the row has a label and a text of its own, rather than the next lines of both."""
    if len(row.cells) == 1:
        return False
    beside = row.cells[1]
    if beside.x0 < body.x0 - _EDGE:
        return True
    if last.text.endswith(_DASHES):
        return False
    alike = abs(beside.size - body.size) < 0.3 and beside.bold == body.bold
    return alike or piece.baseline - last.baseline > _TIGHT * last.size


def _join_label(text: str, more: str) -> str:
    if text.endswith(("-", "‐")) and more[:1].islower():
        return text[:-1] + more
    return f"{text} {more}"


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
    if not _OPEN_DATE.search(date.text) or abs(rest.x0 - row.x0) > _EDGE or rest.size != date.size:
        return False
    fits = date.x1 + 0.25 * date.size + rest.x1 - rest.x0 <= right
    return not fits and rest.baseline - date.baseline <= _LEADING * date.size


def settle_right_cells(rows: list[Row]) -> list[Row]:
    """Rows in which dates at the right edge stand in the row that they belong to."""
    if len(rows) < 2:
        return rows
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    middle = (left + right) / 2
    settled = list(rows)
    for at, row in enumerate(rows):
        date = row.cells[-1]
        if date.x0 < middle or date.x1 < right - 3 * _EDGE or not _YEAR.search(date.text) or len(date.text) > 40:
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
