"""Rows of segments -> the same, with the cells of tables that wrap read as cells.

In a table whose cells wrap in several columns at once, a line of the page is a slice through many
sentences. Columns are where at least two rows begin a piece of text at the same three or more
places, behind a clear gap. A row of the table begins where a gap goes through all columns, or
where a new date stands in the column of dates. Then the short cells of each row become one line, and
the long ones, such as lists of tasks, follow below it, each whole.

A table in which nothing is torn by reading it line by line stays as it is. Not handled: two columns
(see rows.py), cells that span columns, rows without dates and without gaps between them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from screener.documents.characters import split_bullet
from screener.documents.rows import YEAR, is_rest, join_label
from screener.documents.segments import Segment, make_segment
from screener.vocabulary.headings import heading_section

_FEWEST_COLUMNS = 3
_SAME_EDGE = 1.5  # points
_CLEAR = 1.0  # em of empty space before a column, in one of its rows at least
_END = 0.8  # em of empty space that may be the end of a table
_SAME_PITCH = 1.12  # times the distance of two lines of one cell
_MOST_SHORT = 3  # lines of a short cell
_LONGEST_SHORT = 70  # characters
_WORD = 0.25  # em between words
_LONGEST_DATE = 40  # characters

Group = list[Segment]  # what stands on one baseline, from left to right
_Cell = list[tuple[int, Segment]]  # the lines of a cell, each with the number of its line in the table


class _Table(NamedTuple):
    """`lines` has a list of columns for each line, each a segment or None; `x0` is where columns begin."""

    x0: list[float]
    lines: list[list[Segment | None]]

    def column(self, at: int) -> _Cell:
        return [(number, line[at]) for number, line in enumerate(self.lines) if line[at] is not None]  # type: ignore[misc]


def with_whole_cells(groups: list[Group]) -> list[Group]:
    """The groups, with those of torn tables in the order of their cells."""
    full = [at for at, group in enumerate(groups) if sum(one.aligned for one in group) >= _FEWEST_COLUMNS]
    if len(full) < 2:
        return groups
    read: list[Group] = []
    done = 0
    for at in full:
        if at < done:
            continue
        starts = _starts(groups, at, full)
        first, last = _extent(groups, at, starts, done) if len(starts) >= _FEWEST_COLUMNS else (at, at)
        if sum(first <= row < last for row in full) >= 2:
            table = _Table(starts, [_in_columns(group, starts) for group in groups[first:last]])
            rows = _whole_rows(table)
            if rows is not None:
                read += [*groups[done:first], *rows]
                done = last
    return [*read, *groups[done:]] if read else groups


def _starts(groups: Sequence[Group], at: int, full: Sequence[int]) -> list[float]:
    """Where the columns of the table begin that row `at` may be the first of."""
    rows = [groups[other] for other in full if other >= at]
    found: list[float] = []
    for place, segment in enumerate(groups[at]):
        same = [
            (one, group[order - 1] if order else None)
            for group in rows
            for order, one in enumerate(group)
            if abs(one.x0 - segment.x0) <= _SAME_EDGE
        ]
        clear = any(before is None or one.x0 - before.x1 >= _CLEAR * one.size for one, before in same)
        if len(same) >= 2 and (clear or not place):
            found.append(min(one.x0 for one, _ in same))
    return found


def _extent(groups: Sequence[Group], at: int, starts: Sequence[float], least: int) -> tuple[int, int]:
    """The first group of the table around row `at`, and the one after its last."""
    first = at
    while first > least and _goes_up(groups[first - 1], groups[first], starts):
        first -= 1
    last = at + 1
    bottom = max((one.bottom for one in groups[at]), default=0.0)
    while last < len(groups) and _is_inside(groups[last], starts):
        left = groups[last][0]
        apart = min(one.top for one in groups[last]) - bottom > _END * left.size
        if apart and _column_of(left, starts) == 0 and len(groups[last]) < _FEWEST_COLUMNS:
            break
        if heading_section(left.text) is not None and len(groups[last]) == 1:
            break
        bottom = max(bottom, max(one.bottom for one in groups[last]))
        last += 1
    return first, last


def _goes_up(group: Group, below: Group, starts: Sequence[float]) -> bool:
    """Whether a group above belongs to the first row, whose label stands at its middle."""
    near = min(one.top for one in below) - max(one.bottom for one in group) <= 0.5 * group[0].size
    return near and _is_inside(group, starts) and _column_of(group[0], starts) > 0


def _is_inside(group: Group, starts: Sequence[float]) -> bool:
    """Whether each segment stands in one column."""
    return all(
        one.x0 >= starts[0] - _SAME_EDGE and not any(one.x0 < x - _SAME_EDGE and one.x1 > x + 1 for x in starts[1:])
        for one in group
    )


def _column_of(segment: Segment, starts: Sequence[float]) -> int:
    return sum(segment.x0 >= x - _SAME_EDGE for x in starts) - 1


def _in_columns(group: Group, starts: Sequence[float]) -> list[Segment | None]:
    line: list[Segment | None] = [None] * len(starts)
    for segment in group:
        at = _column_of(segment, starts)
        before = line[at]
        line[at] = segment if before is None else _joined([before, segment])
    return line


def _joined(segments: Sequence[Segment]) -> Segment:
    """Segments of one cell as one, at the place of the first."""
    text = segments[0].text.strip()
    for one in segments[1:]:
        text = join_label(text, one.text.strip())
    whole = make_segment([run for one in segments for run in one.runs], text)
    return whole._replace(baseline=segments[0].baseline, size=segments[0].size, aligned=True)


def _whole_rows(table: _Table) -> list[Group] | None:
    """The table's lines, cell by cell; None where reading line by line tears nothing."""
    columns = [table.column(at) for at in range(len(table.x0))]
    bounds = _row_starts(table, columns)
    if len(bounds) < 2:
        return None
    rows = [
        [[line for line in column if start <= line[0] < end] for column in columns]
        for start, end in pairwise([*bounds, len(table.lines)])
    ]
    if not any(_is_torn(row, start) for row, start in zip(rows, bounds, strict=True)):
        return None
    long = [any(_is_long(row[at]) for row in rows) for at in range(len(columns))]
    groups: list[Group] = []
    for number, row in enumerate(rows):
        groups += _read_row(table, row, long, is_caption=number == 0 and _is_caption(row))
    return groups


def _row_starts(table: _Table, columns: Sequence[_Cell]) -> list[int]:
    """The lines of the table at which its rows begin."""
    pitch = _SAME_PITCH * min(
        (low.baseline - high.baseline for column in columns for (_, high), (_, low) in pairwise(column)), default=0.0
    )
    bands = [0, *(at for at in range(1, len(table.lines)) if not _is_tight(columns, at, pitch))]
    dates = max(columns, key=lambda column: sum(_is_date(segment) for _, segment in column))
    anchors = [number for number, _ in _first_lines(dates)] if sum(_is_date(one) for _, one in dates) >= 2 else []
    if not anchors:
        return _bands_of_rows(table, bands)
    starts: list[int] = []
    for band, end in pairwise([*bands, len(table.lines)]):
        inside = [at for at in anchors if band <= at < end]
        if len(inside) == 1 or not starts:
            starts.append(band)
        starts += [at for at in (inside[1:] if starts and starts[-1] == band else inside) if at not in starts]
    return starts


def _is_tight(columns: Sequence[_Cell], at: int, pitch: float) -> bool:
    """Whether line `at` follows as the next line of a cell in any column."""
    for column in columns:
        above = next((segment for number, segment in reversed(column) if number < at), None)
        below = next((segment for number, segment in column if number >= at), None)
        if above and below and below.baseline - above.baseline <= pitch:
            return True
    return False


def _is_date(segment: Segment) -> bool:
    return YEAR.search(segment.text) is not None and len(segment.text) <= _LONGEST_DATE


def _first_lines(dates: _Cell) -> Iterator[tuple[int, Segment]]:
    """The lines of the column of dates that don't go on with the one above."""
    above: str | None = None
    for number, segment in dates:
        text = segment.text.strip()
        if above is not None and (is_rest(above, text) or YEAR.search(text) is None):
            above = f"{above} {text}"
            continue
        yield number, segment
        above = text


def _bands_of_rows(table: _Table, bands: Sequence[int]) -> list[int]:
    """Rows of a table without dates: bands between gaps that begin with a full line, and have no other."""
    counts = [sum(cell is not None for cell in line) for line in table.lines]
    starts = [at for at in bands if table.lines[at][0] is not None]
    others = [count for at, count in enumerate(counts) if at not in starts]
    alike = all(counts[at] >= _FEWEST_COLUMNS for at in starts)
    return starts if alike and max(others, default=0) < len(table.x0) and starts[:1] == [0] else []


def _is_torn(row: Sequence[_Cell], start: int) -> bool:
    """Whether two cells of a row wrap, or one stands beside the lower lines of another."""
    wrapped = sum(len(cell) > 1 for cell in row)
    return wrapped > 1 or (wrapped > 0 and any(cell and cell[0][0] > start for cell in row))


def _is_long(cell: _Cell) -> bool:
    text = sum(len(segment.text) for _, segment in cell)
    return len(cell) > _MOST_SHORT or text > _LONGEST_SHORT or any(split_bullet(one.text)[0] for _, one in cell)


def _is_caption(row: Sequence[_Cell]) -> bool:
    """Whether a row is the names of the columns."""
    return all(len(cell) <= 2 and not any(YEAR.search(segment.text) for _, segment in cell) for cell in row)


def _read_row(table: _Table, row: Sequence[_Cell], long: Sequence[bool], *, is_caption: bool) -> Iterator[Group]:
    """The short cells as one line, then the long ones."""
    short = [at for at, cell in enumerate(row) if cell and (is_caption or not long[at])]
    if short:
        baseline = min(row[at][0][1].baseline for at in short)
        cells = [cell for at in short for cell in _paragraphs(table, at, [segment for _, segment in row[at]])]
        yield [cell._replace(baseline=baseline, aligned=True) for cell in cells]
    for at, cell in enumerate(row):
        if at not in short:
            yield from ([segment] for _, segment in cell)


def _paragraphs(table: _Table, at: int, lines: Sequence[Segment]) -> Iterator[Segment]:
    """The text of a cell: one piece, or several where a line ends before its column does."""
    edge = max(segment.x1 for _, segment in table.column(at))
    piece = [lines[0]]
    for above, below in pairwise(lines):
        if not _has_wrapped(above, below, edge):
            yield _joined(piece)
            piece = []
        piece.append(below)
    yield _joined(piece)


def _has_wrapped(above: Segment, below: Segment, edge: float) -> bool:
    text, more = above.text.strip(), below.text.strip()
    if text.endswith((",", "-", "\u2010", "&", "/")) or is_rest(text, more):
        return True
    word = more.split(" ", 1)[0]
    width = (below.x1 - below.x0) * len(word) / max(len(more), 1)
    return above.x1 + _WORD * above.size + width > edge
