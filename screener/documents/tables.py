"""Rows of segments -> the same, with the cells of tables that wrap read as cells.

In a table whose cells wrap in several columns at once, a line of the page is a slice through many
sentences. Columns are where at least two rows begin a piece of text at the same three or more
places, behind a clear gap. A row of the table begins where a gap goes through all columns, or
where a new date stands in the column of dates. Then the short cells of each row become one line, and
the long ones, such as lists of tasks, follow below it, each whole.

A table in which nothing is torn by reading it line by line stays as it is. Not handled: two columns
(see rows.py), cells that span columns, rows without dates and without gaps between them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from screener.documents.characters import split_bullet
from screener.documents.rows import YEAR, is_rest, is_whole_range, join_label
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
_OTHER_SIZE = 0.6  # points
_LONGEST_DATE = 40  # characters

_OPEN = re.compile(r"\d [^\W\d_]{1,6}$")

Group = list[Segment]  # what stands on one baseline, from left to right
_Cell = list[tuple[int, Segment]]  # the lines of a cell, each with the number of its line in the table


class _Table(NamedTuple):
    """`lines` has a list of columns for each group, each a segment or None; `x0` is where columns begin."""

    x0: list[float]
    groups: Sequence[Group]
    lines: list[list[Segment | None]]

    def column(self, at: int) -> _Cell:
        return [(number, line[at]) for number, line in enumerate(self.lines) if line[at] is not None]  # type: ignore[misc]


def with_whole_cells(groups: list[Group]) -> list[Group]:
    """The groups, with those of torn tables in the order of their cells."""
    read: list[Group] = []
    done = 0
    for first, last, rows in _torn_tables(groups):
        read += [*groups[done:first], *rows]
        done = last
    return [*read, *groups[done:]] if read else groups


def has_full_rows(segments: Sequence[Segment]) -> bool:
    """Whether a table is worth looking for among segments sorted by place: a test that costs next to nothing."""
    rows = 0
    beside = 0
    baseline = float("-inf")
    for segment in segments:
        if segment.baseline - baseline > 1:
            beside, baseline = 0, segment.baseline
        beside += segment.aligned
        rows += beside == _FEWEST_COLUMNS and segment.aligned
    return rows > 1


def find_table(groups: list[Group]) -> tuple[int, int] | None:
    """The first group of the first torn table, and the one after its last."""
    found = next(_torn_tables(groups), None)
    return found[:2] if found else None


def _torn_tables(groups: list[Group]) -> Iterator[tuple[int, int, list[Group]]]:
    """Where tables begin and end, and how they are read."""
    full = [at for at, group in enumerate(groups) if len(group) >= _FEWEST_COLUMNS and _is_full(group)]
    done = 0
    for at in full if len(full) > 1 else ():
        starts = _starts(groups[at], [groups[other] for other in full if other >= at]) if at >= done else []
        if len(starts) < _FEWEST_COLUMNS:
            continue
        first, last = _extent(groups, at, starts, done)
        inside = [groups[row] for row in full if first <= row < last]
        if len(inside) < 2:
            continue
        starts = _more_starts(starts, groups[first:last], inside)
        first = _top(groups, first, starts, done)
        rows = _whole_rows(_table(starts, groups[first:last]))
        if rows is not None:
            done = last
            yield first, last, rows


def _is_full(group: Group) -> bool:
    return sum(one.aligned for one in group) >= _FEWEST_COLUMNS


def _starts(row: Group, full: Sequence[Group]) -> list[float]:
    """Where columns begin that this row shares with others."""
    found: list[float] = []
    for segment in row:
        same = [
            (one, group[order - 1] if order else None)
            for group in full
            for order, one in enumerate(group)
            if abs(one.x0 - segment.x0) <= _SAME_EDGE
        ]
        clear = any(before is None or one.x0 - before.x1 >= _CLEAR * one.size for one, before in same)
        after_glyph = any(before and split_bullet(f"{before.text.strip()} ") == (True, "") for _, before in same)
        if len(same) >= 2 and clear and not after_glyph:
            found.append(min(one.x0 for one, _ in same))
    return found


def _more_starts(starts: list[float], groups: Sequence[Group], full: Sequence[Group]) -> list[float]:
    """The starts, with those of columns that the first row has nothing in."""
    more = list(starts)
    for row in full:
        for x in _starts(row, full):
            crossed = any(one.x0 < x - _SAME_EDGE and one.x1 > x + 1 for group in groups for one in group)
            if not crossed and all(abs(x - other) > 2 * _SAME_EDGE for other in more):
                more.append(x)
    return sorted(more)


def _extent(groups: Sequence[Group], at: int, starts: Sequence[float], least: int) -> tuple[int, int]:
    """The first group of the table around row `at`, and the one after its last."""
    first, last = _top(groups, at, starts, least), at + 1
    bottom = max((one.bottom for one in groups[at]), default=0.0)
    while last < len(groups) and _is_inside(groups[last], starts):
        left = groups[last][0]
        apart = min(one.top for one in groups[last]) - bottom > _END * left.size
        if apart and _column_of(left, starts) == 0 and not _begins_columns(groups[last], starts):
            break
        if _has_heading(groups[last]) or (apart and heading_section(left.text) is not None and len(groups[last]) == 1):
            break
        bottom = max(bottom, max(one.bottom for one in groups[last]))
        last += 1
    return first, last


def _top(groups: Sequence[Group], first: int, starts: Sequence[float], least: int) -> int:
    """The first group of the table's first row, whose label may stand at its middle."""
    while first > least and _goes_up(groups[first - 1], groups[first], starts):
        first -= 1
    return first


def _has_heading(group: Group) -> bool:
    """Whether a section begins, of the page or of a sidebar; "Backend" in a cell is a part of a title."""
    bold = [one for one in group if one.bold]
    marked = bold if len(bold) < len(group) or len(group) == 1 else []
    return any(heading_section(one.text) is not None for one in marked)


def _goes_up(group: Group, below: Group, starts: Sequence[float]) -> bool:
    """Whether a group goes on without a gap, and isn't a text above the table."""
    near = min(one.top for one in below) - max(one.bottom for one in group) <= 0.5 * group[0].size
    return near and _is_inside(group, starts) and (_column_of(group[0], starts) > 0 or _is_date(group[0]))


def _begins_columns(group: Group, starts: Sequence[float]) -> bool:
    """Whether all of a group stands at the left edge of columns, and in two at least."""
    return len(group) > 1 and all(any(abs(one.x0 - x) <= _SAME_EDGE for x in starts) for one in group)


def _is_inside(group: Group, starts: Sequence[float]) -> bool:
    """Whether each segment stands in one column."""
    return all(
        one.x0 >= starts[0] - _SAME_EDGE and not any(one.x0 < x - _SAME_EDGE and one.x1 > x + 1 for x in starts[1:])
        for one in group
    )


def _column_of(segment: Segment, starts: Sequence[float]) -> int:
    return sum(segment.x0 >= x - _SAME_EDGE for x in starts) - 1


def _table(starts: list[float], groups: Sequence[Group]) -> _Table:
    return _Table(starts, groups, [_in_columns(group, starts) for group in groups])


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
    if len(bounds) < 2 and not (bounds and all(_is_card(column) for column in columns)):
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
    pitch = _SAME_PITCH * _line_pitch(columns)
    bands = [0, *(at for at in range(1, len(table.lines)) if not _is_tight(columns, at, pitch))]
    dates = max(columns, key=lambda column: sum(_is_date(segment) for _, segment in column))
    dated = sum(_is_date(one) for _, one in dates)
    if not dated:
        return _bands_of_rows(table, bands)
    anchors = [number for number, one in _first_lines(dates) if 2 * dated >= len(dates) or _is_date(one)]
    starts: list[int] = []
    for band, end in pairwise([*bands, len(table.lines)]):
        inside = [at for at in anchors if band <= at < end]
        if len(inside) == 1 or not starts:
            starts.append(band)
        starts += [at for at in (inside[1:] if starts and starts[-1] == band else inside) if at not in starts]
    return starts


def _line_pitch(columns: Sequence[_Cell]) -> float:
    """The usual distance of two lines of one column."""
    pitches = sorted(low.baseline - high.baseline for column in columns for (_, high), (_, low) in pairwise(column))
    return pitches[len(pitches) // 2] if pitches else 0.0


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
        if above is not None and (is_rest(above, text) or YEAR.search(text) is None or _goes_on(above, text)):
            above = f"{above} {text}"
            continue
        yield number, segment
        above = text


def _goes_on(above: str, text: str) -> bool:
    """Whether a date is the second of a range: "to April 2020" below "February 2019", or the word above it."""
    return (text[:1].islower() or _OPEN.search(above) is not None) and len(YEAR.findall(above)) == 1


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
    many = len(cell) > _MOST_SHORT and text > _LONGEST_SHORT / 2
    return many or text > _LONGEST_SHORT or any(split_bullet(one.text)[0] for _, one in cell)


def _is_card(cell: _Cell) -> bool:
    """Whether a cell is a job of its own."""
    return _is_long(cell) and any(_is_date(segment) for _, segment in cell)


def _is_caption(row: Sequence[_Cell]) -> bool:
    """Whether a row is the names of the columns."""
    return all(len(cell) <= 2 and not any(YEAR.search(segment.text) for _, segment in cell) for cell in row)


def _read_row(table: _Table, row: Sequence[_Cell], long: Sequence[bool], *, is_caption: bool) -> Iterator[Group]:
    """The short cells as one line, or one for each of their paragraphs, then the long ones."""
    short = [at for at, cell in enumerate(row) if cell and (is_caption or not long[at])]
    cells = [list(_paragraphs(table, at, [segment for _, segment in row[at]])) for at in short]
    for at in range(len(row)) if 0 < len(short) < _FEWEST_COLUMNS else ():
        if _leads_a_list(row[at]) and at not in short:  # such as the employer, above the tasks
            cells.append([row[at].pop(0)[1]])
    for level in zip_longest(*cells):
        line = [paragraph for paragraph in level if paragraph is not None]
        baseline = min(paragraph.baseline for paragraph in line)
        yield [paragraph._replace(baseline=baseline, aligned=True) for paragraph in line]
    for at, cell in enumerate(row):
        if at not in short:
            for number, _ in cell:
                yield [one for one in table.groups[number] if _column_of(one, table.x0) == at]


def _leads_a_list(cell: _Cell) -> bool:
    """Whether a cell begins with a line that its list items come after."""
    items = [split_bullet(segment.text)[0] for _, segment in cell]
    return any(items) and not items[0]


def _paragraphs(table: _Table, at: int, lines: Sequence[Segment]) -> Iterator[Segment]:
    """The text of a cell: one piece, or several where a line ends before its column does."""
    edge = max(segment.x1 for _, segment in table.column(at))
    piece = lines[0]
    for above, below in pairwise(lines):
        if _has_wrapped(piece.text, above, below, edge):
            piece = _joined([piece, below])
        else:
            yield piece
            piece = below
    yield piece


def _has_wrapped(piece: str, above: Segment, below: Segment, edge: float) -> bool:
    """Whether a line goes on with the piece that ends in the line above."""
    text, more = above.text.strip(), below.text.strip()
    if text.endswith((",", "-", "\u2010", "&", "/")) or is_rest(text, more):
        return True
    whole = is_whole_range(piece.strip()) and YEAR.search(more) is None
    if whole or above.bold != below.bold or abs(above.size - below.size) > _OTHER_SIZE:
        return False
    word = more.split(" ", 1)[0]
    width = (below.x1 - below.x0) * len(word) / max(len(more), 1)
    return above.x1 + _WORD * above.size + width > edge
