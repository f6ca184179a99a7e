"""A Document -> its pages as boxes in a terminal: every column with its lines at their places.

A page is a grid in the page's proportions. Lines and the edges of boxes are dropped into it from
the top; what would lie on something else slides down to the next row, so nothing is lost, though a
dense page grows. Text is cut at the edge of its box; its number leads to the whole of it.

A box is what was read as one column: lines in reading order that share a region and an edge, until
one stands higher than the one before it. Turned text stands where its own frame puts it.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from rich.text import Text

from screener.model.document import Document, Line, PageSize
from screener.reports.pen import MARGIN, Pen
from screener.reports.reading.lines import format_name, region_names
from screener.reports.reading.sheet import Sheet
from screener.reports.styles import REGION_STYLES
from screener.reports.wording import counted

_WIDEST = 112  # cells of a page; wider ones are too high to be seen at once
_CELL = 0.5  # the width of a terminal's cell as a share of its height
_LARGEST = 1e9  # points; a page that claims more has no size
_MOST_ROWS = 300  # of a page before anything slides down
_MOST_LINES = 2000  # on one page; no resume has as many
_MOST_BOXES = 100  # likewise; what comes after them is in the last
_TOP, _BOTTOM = "top", "bottom"

_Draw = Callable[[str], Text]


class _Box(NamedTuple):
    name: str
    style: str
    lines: tuple[Line, ...]

    @property
    def x0(self) -> float:
        return min(cell.x0 for line in self.lines for cell in line.cells)

    @property
    def x1(self) -> float:
        return max(cell.x1 for line in self.lines for cell in line.cells)


class _Grid(NamedTuple):
    """Points of the page -> rows and columns; column 0 and the last one are the page's outline."""

    columns: int
    rows: int
    width: float
    height: float

    def row(self, y: float) -> int:
        return int(_within(y, self.height) / self.height * self.rows)

    def column(self, x: float) -> int:
        """From 3 on, so that a box has room for its edge."""
        return 3 + int(_within(x, self.width) / self.width * (self.columns - 6))


class _Piece(NamedTuple):
    """Something that fills cells of one row, from `column` to before `end`."""

    column: int
    end: int
    text: Text


def drawing_lines(document: Document, sheet: Sheet) -> Iterator[Text]:
    """All pages, or the reason why there is nothing to draw."""
    pen = sheet.pen
    if not document.page_sizes:
        reason = f"A file of this kind ({format_name(document)}) doesn't say where on the page its lines stand."
        yield from sheet.hang(Text(), pen.text(f"{reason} Without --layout they are listed.", "caution"))
        return
    names = region_names(document.lines)
    for number, size in enumerate(document.page_sizes, start=1):
        lines = [line for line in document.lines if line.page == number and line.cells]
        yield from _page(number, size, _boxes(lines[:_MOST_LINES], names), pen)
        if len(lines) > _MOST_LINES:
            yield pen.text(f"the first {_MOST_LINES} of {len(lines)} lines are drawn", "caution")
        yield Text()
    note = "Text is cut where its column ends; without --layout every line is shown whole, under the same number."
    yield from sheet.hang(Text(), pen.text(note, "dim"))


def _boxes(lines: Sequence[Line], names: Mapping[int, str]) -> list[_Box]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and (len(groups) == _MOST_BOXES or _goes_on(groups[-1][-1], line)):
            groups[-1].append(line)
        else:
            groups.append([line])
    order = list(names)
    styles = [REGION_STYLES[order.index(group[0].region) % len(REGION_STYLES)] for group in groups]
    return [_Box(names[group[0].region], style, tuple(group)) for group, style in zip(groups, styles, strict=True)]


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line belongs to the column of the one before it."""
    return before.region == line.region and before.right_edge == line.right_edge and before.top <= line.top


def _page(number: int, size: PageSize, boxes: Sequence[_Box], pen: Pen) -> Iterator[Text]:
    grid = _grid(size, boxes, min(pen.width - MARGIN, _WIDEST))
    rows: dict[int, list[_Piece]] = defaultdict(list)
    for first, last, wall in list(_fill(rows, boxes, grid, pen)):
        for row in range(first + 1, last):
            if all(wall.end <= piece.column or piece.end <= wall.column for piece in rows[row]):
                rows[row].append(wall)
    draw = partial(pen.text, style="dim")
    yield _edge("┌┐", f" page {number}, {size.width:g} × {size.height:g} pt ", grid.columns, draw)
    for row in range(max(grid.rows, max(rows, default=0) + 1)):
        inside = _compose(rows[row], pen)
        yield pen.line(draw("│"), inside, max(grid.columns - 2 - inside.cell_len, 0), draw("│"))
    yield _edge("└┘", "", grid.columns, draw)


def _grid(size: PageSize, boxes: Sequence[_Box], columns: int) -> _Grid:
    """The page, made larger where text that is turned, or runs out of it, needs more room."""
    width, height = (value if 1 <= value <= _LARGEST else 1.0 for value in (size.width, size.height))
    right = max((_within(box.x1, 2 * width) for box in boxes), default=0.0)
    low = max((_within(line.bottom, 2 * height) for box in boxes for line in box.lines), default=0.0)
    width, height = max(width, right), max(height, low)
    rows = min(max(round(columns * height / width * _CELL), 1), _MOST_ROWS)
    return _Grid(columns, rows, width, height)


def _fill(
    rows: dict[int, list[_Piece]], boxes: Sequence[_Box], grid: _Grid, pen: Pen
) -> Iterator[tuple[int, int, _Piece]]:
    """Put lines and edges into rows from top to bottom; gives the walls, with the rows that they lie between."""
    tops: dict[int, int] = {}
    current = 0
    for y, index, item in _items(boxes, grid):
        box = boxes[index]
        left, right = _sides(box, grid)
        current = max(current, grid.row(y))
        if any(piece.column < right and left < piece.end for piece in rows[current]):
            current += 1
        if isinstance(item, Line):
            rows[current] += _line_pieces(item, box, grid, pen)
            continue
        rows[current].append(_box_edge(box, (left, right), pen, is_top=item == _TOP))
        if item == _TOP:
            tops[index] = current
            continue
        for column in (left, right - 1):
            yield tops[index], current, _Piece(column, column + 1, pen.text("│", box.style))


def _items(boxes: Sequence[_Box], grid: _Grid) -> list[tuple[float, int, Line | str]]:
    """Height, box, and what is there, from top to bottom: the top of a box, its lines, its bottom."""
    items: list[tuple[float, int, int, Line | str]] = []
    for index, box in enumerate(boxes):
        heights = [_within(line.top, grid.height) for line in box.lines]
        items.append((min(heights), 0, index, _TOP))
        items += [(height, 1, index, line) for height, line in zip(heights, box.lines, strict=True)]
        items.append((max(heights), 2, index, _BOTTOM))  # not where the line ends: letters may reach below it
    items.sort(key=lambda item: item[:3])
    return [(height, index, item) for height, _, index, item in items]


def _sides(box: _Box, grid: _Grid) -> tuple[int, int]:
    """The first column of the box with its walls, and the first one after it."""
    left = grid.column(box.x0) - 2
    return left, min(max(grid.column(box.x1) + 2, left + 4), grid.columns - 1)


def _line_pieces(line: Line, box: _Box, grid: _Grid, pen: Pen) -> Iterator[_Piece]:
    """The line's cells, each from where it begins. They make room for each other before any is cut."""
    left, right = _sides(box, grid)
    first, wall = left + 2, right - 1
    before = pen.line(pen.text(f"{line.number} ", "dim"), pen.text("• " if line.bullet else "", box.style))
    wanted = [max(grid.column(cell.x0), first) for cell in line.cells]
    widths = [pen.text(cell.text).cell_len for cell in line.cells]
    widths[0] += before.cell_len
    starts = _spread(wanted, widths, first, wall)
    for cell, start, following in zip(line.cells, starts, [*starts[1:], wall + 1], strict=True):
        room = max(min(following - 1, wall) - start, 0)
        words = pen.short(cell.text, max(room - before.cell_len, 0), "bold" if cell.bold else "")
        shown = pen.line(before, words)
        shown.truncate(room)
        before = Text()
        if shown:
            yield _Piece(start, start + shown.cell_len, shown)


def _spread(starts: list[int], widths: Sequence[int], first: int, wall: int) -> list[int]:
    """Where cells begin: moved aside where that shows all of them whole, else where they were but for the last."""
    moved: list[int] = []
    free = starts[0]
    for start, width in zip(starts, widths, strict=True):
        moved.append(max(start, free))
        free = moved[-1] + width + 1
    end = wall
    for at in range(len(moved) - 1, 0, -1):
        moved[at] = min(moved[at], end - widths[at])
        end = moved[at] - 1
    if moved[0] + widths[0] <= end:
        return moved
    *others, last = starts
    free = others[-1] + widths[-2] + 1 if others else first
    if others or 2 * last > first + wall:  # what is set at the right edge ends there
        last = min(last, max(wall - widths[-1], free))
    return [*others, last]


def _box_edge(box: _Box, sides: tuple[int, int], pen: Pen, *, is_top: bool) -> _Piece:
    left, right = sides
    draw = partial(pen.text, style=box.style)
    titles = (f" {box.name}, {counted(len(box.lines), 'line')} ", f" {box.name} ", f" {box.name.split()[-1]} ")
    title = next((title for title in titles if len(title) <= right - left - 4), "") if is_top else ""
    return _Piece(left, right, _edge("┌┐" if is_top else "└┘", title, right - left, draw))


def _edge(corners: str, title: str, width: int, draw: _Draw) -> Text:
    """A horizontal edge with a title in it, as far as there is room."""
    words = draw(title)
    words.truncate(max(width - 4, 0))
    return draw(f"{corners[0]}─") + words + draw("─" * max(width - 3 - words.cell_len, 0) + corners[1])


def _compose(pieces: Iterable[_Piece], pen: Pen) -> Text:
    """The pieces of a row at their columns, from column 1 on."""
    line = Text()
    for piece in sorted(pieces, key=lambda piece: piece.column):
        gap = piece.column - 1 - line.cell_len
        if gap >= 0:
            line = pen.line(line, gap, piece.text)
    return line


def _within(value: float, most: float) -> float:
    """A length between 0 and the most, whatever a file claims."""
    return min(max(value, 0.0), most) if math.isfinite(value) else 0.0
