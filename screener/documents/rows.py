"""Rows of cells in which what only looks apart is put together.

Labels that wrap in a narrow column at the left become one cell on their first row. They are told
from rows that merely follow each other by the width: a label has wrapped when its next word would
not have fitted beside it; and dates by the dash at their break. Dates at the right edge are put in
their places by right_cells.py.
"""

from collections.abc import Sequence
from typing import NamedTuple

from screener.documents.characters import split_bullet
from screener.documents.page import Run
from screener.documents.ranges import is_pair, is_rest, is_whole_range
from screener.documents.segments import Segment, joined, read_text
from screener.documents.years import has_year, is_date

_NEAR = 0.3  # of the size: baselines that differ less are one line
_LABEL_SHARE = 0.35  # of the column's width that a column of labels takes at most
_DATES_SHARE = 0.45  # the same for dates, which are told by their words, too
LEADING = 1.75  # em between the lines of one label
_LONG_WORD = 4.0  # em that the rest of a broken word may reach beyond its column
_TIGHT = 1.35  # em between them where text stands beside each
EDGE = 1.5  # points
_LONGEST_LABEL = 30  # characters


class Row(NamedTuple):
    """A line in the making: its segments from left to right, each a cell."""

    cells: tuple[Segment, ...]
    bullet: bool = False

    @property
    def baseline(self) -> float:
        cells = self.cells
        if len(cells) == 1:
            return cells[0].baseline
        return max(cells, key=lambda cell: (cell.size, len(cell.text))).baseline

    @property
    def x0(self) -> float:
        cells = self.cells
        return cells[0].x0 if len(cells) == 1 else min([cell.x0 for cell in cells])

    @property
    def x1(self) -> float:
        cells = self.cells
        return cells[0].x1 if len(cells) == 1 else max([cell.x1 for cell in cells])


def group_segments(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments by baseline: equal ones first, then a smaller or larger neighbour slightly off it."""
    groups: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: (segment.baseline, segment.x0)):
        if groups and _fits(segment, groups[-1]):
            groups[-1].append(segment)
        else:
            groups.append([segment])
    for group in groups:
        group.sort(key=lambda segment: segment.x0)
    return groups


def _fits(segment: Segment, group: list[Segment]) -> bool:
    first = group[0]
    if segment.baseline - first.baseline > _NEAR * max(segment.size, first.size):
        return False
    if segment.baseline - first.baseline <= 0.1 * segment.size:
        return True
    return all(segment.x0 >= other.x1 or segment.x1 <= other.x0 for other in group)


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
            if len(row.cells) > 1 and _may_be_label(row, (row.cells[1].x0 - left) / (right - left)):
                _take_label(merged, at, left)
    return [row for row in merged if row.cells]


def _may_be_label(row: Row, share: float) -> bool:
    """Whether the first cell is as narrow as a column of labels; `share` is of the page's text."""
    return share <= _LABEL_SHARE or (share <= _DATES_SHARE and is_date(row.cells[0].text))


def _with_split_label(row: Row, below: Row) -> Row:
    """The row with a hyphenated label as a cell of its own, where it touches the text beside it."""
    first = row.cells[0]
    if len(below.cells) != 1 or len(first.runs) < 2 or abs(below.x0 - first.x0) > EDGE:
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
        if piece.baseline - last.baseline > LEADING * last.size:
            return
        if not _continues_label(last, rows[below], body.x0, left):
            if piece.x0 >= body.x0 - EDGE:
                continue  # the text beside the label goes on
            return
        if _starts_anew(rows[below], piece, last, body):
            return
        text = join_label(label.text, piece.text)
        label = label._replace(text=text, x0=min(label.x0, piece.x0), x1=max(label.x1, piece.x1))
        rows[at] = rows[at]._replace(cells=(label, *rows[at].cells[1:]))
        rows[below] = _without_label(rows[below])
        last = piece._replace(text=text)


def _without_label(row: Row) -> Row:
    """The row without its first cell; what stood beside this may be a list item."""
    cells = row.cells[1:]
    is_item, text = split_bullet(cells[0].text) if cells else (False, "")
    return Row((cells[0]._replace(text=text), *cells[1:]), bullet=True) if is_item and text else Row(cells, row.bullet)


def _continues_label(last: Segment, row: Row, body_x0: float, left: float) -> bool:
    """Whether the first cell of a row is the next line of the label that `last` belongs to."""
    piece, alone = row.cells[0], len(row.cells) == 1
    reach = 0.5 if alone else -0.15  # em beyond the start of the text beside it
    if alone and last.text.endswith(("-", "‐")) and piece.text[:1].islower() and " " not in piece.text:
        reach = _LONG_WORD
    if piece.x1 > body_x0 + reach * piece.size or abs(piece.size - last.size) > 0.6 or piece.bold != last.bold:
        return False
    if abs(piece.x0 - last.x0) > EDGE and abs(piece.x1 - last.x1) > EDGE:
        return False
    if is_rest(last.text, piece.text) or (alone and is_pair(last.text, piece.text)):
        return True
    if is_whole_range(last.text) and not has_year(piece.text):  # a place below the dates
        return False
    word = piece.text.split(" ", 1)[0]
    word_width = (piece.x1 - piece.x0) * len(word) / len(piece.text)
    return (last.x1 - last.x0) + word_width + 0.25 * last.size > body_x0 - left - 0.8 * last.size


def _starts_anew(row: Row, piece: Segment, last: Segment, body: Segment) -> bool:
    """Whether the row has a label and a text of its own, rather than the next lines of both."""
    if len(row.cells) == 1:
        return False
    beside = row.cells[1]
    if beside.x0 < body.x0 - EDGE:
        return True
    if is_rest(last.text, piece.text):
        return False
    alike = abs(beside.size - body.size) < 0.3 and beside.bold == body.bold
    return alike or piece.baseline - last.baseline > _TIGHT * last.size


def join_label(text: str, more: str) -> str:
    if text.endswith(("-", "‐")) and text[-2:-1].isalpha() and more[:1].islower():
        return text[:-1] + more
    if text.endswith("-") and text[-2:-1].isdigit() and more[:1].isdigit():  # inside a date, or between two
        return text + more
    return f"{text} {more}"


def settle_left_cells(rows: list[Row]) -> list[Row]:
    """Rows in which what stands in a column of labels beside a list item (a place below dates) is in the row above."""
    settled = list(rows)
    for at in range(1, len(settled)):
        row, above = settled[at], settled[at - 1]
        if row.bullet or above.bullet or len(row.cells) < 2 or len(row.cells[0].text) > _LONGEST_LABEL:
            continue
        is_item, text = split_bullet(row.cells[1].text)
        if is_item and text and row.cells[1].text[0] > "\u2020" and above.x0 <= row.cells[1].x0 + EDGE:
            settled[at - 1] = above._replace(cells=(*above.cells, row.cells[0]))
            settled[at] = Row((row.cells[1]._replace(text=text), *row.cells[2:]), bullet=True)
    return settled
