"""The lines of a table -> the same, cell by cell.

A row of the table begins where a gap goes through all columns, or where a new date stands in the
column of dates. The short cells of each row become one line, and the long ones, such as lists of
tasks, follow below it, each whole. So cards side by side are read card by card.

Where no two cells of a row wrap, reading line by line tears nothing, and the table stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from screener.documents.characters import ends_range, is_month, split_bullet
from screener.documents.ranges import is_pair, is_rest, is_whole_range
from screener.documents.rows import join_label
from screener.documents.segments import Segment, make_segment
from screener.documents.years import count_years, has_year, is_date
from screener.vocabulary.headings import heading_section, is_ambiguous

SAME_EDGE = 1.5  # points
FEWEST_COLUMNS = 3
_SAME_PITCH = 1.12  # times the distance of two lines of one cell
_MOST_SHORT = 3  # lines of a short cell
_LONGEST_SHORT = 70  # characters
_WORD = 0.25  # em between words
_OTHER_SIZE = 0.6  # points
_OPEN = re.compile(r"\d [^\W\d_]{1,6}$")

Group = list[Segment]  # what stands on one baseline, from left to right
_Cell = list[tuple[int, Segment]]  # the lines of a cell, each with the number of its line in the table


class _Table(NamedTuple):
    """`lines` has a list of columns for each group, each a segment or None; `x0` is where columns begin."""

    x0: list[float]
    groups: Sequence[Group]
    lines: list[list[Segment | None]]

    def column(self, at: int) -> _Cell:
        cells = ((number, line[at]) for number, line in enumerate(self.lines))
        return [(number, cell) for number, cell in cells if cell is not None]


def read_table(starts: list[float], groups: Sequence[Group]) -> list[Group] | None:
    """The lines of a table, cell by cell; None where reading line by line tears nothing."""
    table = _Table(starts, groups, [_in_columns(group, starts) for group in groups])
    columns = [table.column(at) for at in range(len(table.x0))]
    bounds = _row_starts(table, columns)
    if len(bounds) < 2 and not (bounds and all(_is_card(column) for column in columns)):
        return None
    bounds = sorted({*bounds, *_around_headings(table)}) if bounds else bounds
    rows = [
        [[line for line in column if start <= line[0] < end] for column in columns]
        for start, end in pairwise([*bounds, len(table.lines)])
    ]
    if not any(_is_torn(row, start) for row, start in zip(rows, bounds, strict=True)):
        return None
    long = [any(_is_long(row[at]) for row in rows) for at in range(len(columns))]
    read: list[Group] = []
    for number, row in enumerate(rows):
        read += _read_row(table, row, long, is_caption=number == 0 and _is_caption(row))
    return read


def column_of(segment: Segment, starts: Sequence[float]) -> int:
    return sum(segment.x0 >= x - SAME_EDGE for x in starts) - 1


def _in_columns(group: Group, starts: Sequence[float]) -> list[Segment | None]:
    line: list[Segment | None] = [None] * len(starts)
    for segment in group:
        at = column_of(segment, starts)
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


def _row_starts(table: _Table, columns: Sequence[_Cell]) -> list[int]:
    """The lines of the table at which its rows begin."""
    tight = _tight_lines(columns, _SAME_PITCH * _line_pitch(columns))
    bands = [0, *(at for at in range(1, len(table.lines)) if at not in tight)]
    dates = max(columns, key=lambda column: sum(is_date(segment.text) for _, segment in column))
    dated = sum(is_date(one.text) for _, one in dates)
    if not dated:
        return _bands_of_rows(table, bands)
    alone = sum(any(is_date(one.text) for _, one in column) for column in columns) == 1  # else "from" and "to"
    anchors = [
        number for number, one in _first_lines(dates, may_pair=alone) if 2 * dated >= len(dates) or is_date(one.text)
    ]
    starts: list[int] = []
    for band, end in pairwise([*bands, len(table.lines)]):
        inside = [at for at in anchors if band <= at < end]
        if len(inside) == 1 or not starts:
            starts.append(band)
        starts += [at for at in (inside[1:] if starts and starts[-1] == band else inside) if at not in starts]
    return starts


def _around_headings(table: _Table) -> Iterator[int]:
    """Lines with nothing but the heading of a section in the first column, and those below: no row holds both."""
    for at, line in enumerate(table.lines):
        first = line[0]
        if first is None or any(line[1:]) or heading_section(first.text) is None or is_ambiguous(first.text):
            continue
        yield at
        if at + 1 < len(table.lines):
            yield at + 1


def _line_pitch(columns: Sequence[_Cell]) -> float:
    """The usual distance of two lines of one column."""
    pitches = sorted(low.baseline - high.baseline for column in columns for (_, high), (_, low) in pairwise(column))
    return pitches[len(pitches) // 2] if pitches else 0.0


def _tight_lines(columns: Sequence[_Cell], pitch: float) -> set[int]:
    """The lines that follow as the next line of a cell in any column."""
    return {
        at
        for column in columns
        for (above, high), (below, low) in pairwise(column)
        if low.baseline - high.baseline <= pitch
        for at in range(above + 1, below + 1)
    }


def _first_lines(dates: _Cell, *, may_pair: bool) -> Iterator[tuple[int, Segment]]:
    """The lines of the column of dates that don't go on with the one above.

    Where no other column has dates, two without a dash `may_pair`: "06/2019" above "02/2022".
    """
    above: str | None = None
    for number, segment in dates:
        text = segment.text.strip()
        lacks_year = not has_year(text) and not (above is not None and _is_whole(above) and is_month(text))
        if above is not None and (
            is_rest(above, text) or lacks_year or _goes_on(above, text) or (may_pair and is_pair(above, text))
        ):
            above = f"{above} {text}"
            continue
        yield number, segment
        above = text


def _is_whole(text: str) -> bool:
    """Whether a range without a dash ("Aug 2023 Present", "Jan 2021 Jul 2023") has both its dates."""
    last = text.rsplit(" ", 1)[-1]
    return has_year(text) and (count_years(text) > 1 or (not last.isdigit() and ends_range(last)))


def _goes_on(above: str, text: str) -> bool:
    """Whether a date is the second of a range: "to April 2020" below "February 2019", or the word above it."""
    return (text[:1].islower() or _OPEN.search(above) is not None) and count_years(above) == 1


def _bands_of_rows(table: _Table, bands: Sequence[int]) -> list[int]:
    """Rows of a table without dates: bands between gaps that begin with a full line, and have no other."""
    counts = [sum(cell is not None for cell in line) for line in table.lines]
    starts = [at for at in bands if table.lines[at][0] is not None]
    others = [count for at, count in enumerate(counts) if at not in starts]
    alike = all(counts[at] >= FEWEST_COLUMNS for at in starts)
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
    return _is_long(cell) and any(is_date(segment.text) for _, segment in cell)


def _is_caption(row: Sequence[_Cell]) -> bool:
    """Whether a row is the names of the columns."""
    return all(len(cell) <= 2 and not any(has_year(segment.text) for _, segment in cell) for cell in row)


def _read_row(table: _Table, row: Sequence[_Cell], long: Sequence[bool], *, is_caption: bool) -> Iterator[Group]:
    """The short cells as one line, or one for each of their paragraphs, then the long ones."""
    short = [at for at, cell in enumerate(row) if cell and (is_caption or not long[at])]
    cells = [list(_paragraphs(table, at, [segment for _, segment in row[at]])) for at in short]
    for at in range(len(row)) if 0 < len(short) < FEWEST_COLUMNS else ():
        if _leads_a_list(row[at]) and at not in short:  # such as the employer, above the tasks
            cells.append([row[at].pop(0)[1]])
    for level in zip_longest(*cells):
        line = [paragraph for paragraph in level if paragraph is not None]
        baseline = min(paragraph.baseline for paragraph in line)
        yield [paragraph._replace(baseline=baseline, aligned=True) for paragraph in line]
    for at, cell in enumerate(row):
        if at not in short:
            for number, _ in cell:
                yield [one for one in table.groups[number] if column_of(one, table.x0) == at]


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
    whole = is_whole_range(piece.strip()) and not has_year(more)
    if whole or above.bold != below.bold or abs(above.size - below.size) > _OTHER_SIZE:
        return False
    word = more.split(" ", 1)[0]
    width = (below.x1 - below.x0) * len(word) / max(len(more), 1)
    return above.x1 + _WORD * above.size + width > edge
