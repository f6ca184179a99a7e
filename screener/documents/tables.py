"""Rows of segments -> the same, with the tables among them whose cells wrap read cell by cell.

In a table whose cells wrap in several columns at once, a line of the page is a slice through many
sentences. Columns are where at least two rows begin a piece of text at the same three or more
places, behind a clear gap; a table goes on as far as everything stands in one of its columns. How its
cells are read is told by table_rows.py. Such a table isn't cut into columns of the page either.

Not handled: two columns (see rows.py), cells that span columns, rows without dates and without gaps
between them.
"""

from collections.abc import Iterator, Sequence

from screener.documents.characters import split_bullet
from screener.documents.segments import Segment
from screener.documents.table_rows import FEWEST_COLUMNS, SAME_EDGE, Group, column_of, read_table
from screener.documents.years import is_date
from screener.model.resume import Section
from screener.vocabulary.headings import heading_section

_MAJOR = {Section.EXPERIENCE, Section.EDUCATION}
_MOST_COLUMNS = 12
_MOST_ROWS = 40  # that are asked where columns begin
_MOST_LINES = 300  # of a table
_MOST_PIECES = 50  # of one line of it
_CLEAR = 1.0  # em of empty space before a column, in one of its rows at least
_END = 0.8  # em of empty space that may be the end of a table


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
        rows += beside == FEWEST_COLUMNS and segment.aligned
    return rows > 1


def find_table(groups: list[Group]) -> tuple[int, int] | None:
    """The first group of the first torn table, and the one after its last."""
    found = next(_torn_tables(groups), None)
    return found[:2] if found else None


def _torn_tables(groups: list[Group]) -> Iterator[tuple[int, int, list[Group]]]:
    """Where tables begin and end, and how they are read."""
    full = [at for at, group in enumerate(groups) if len(group) >= FEWEST_COLUMNS and _is_full(group)]
    full = full[: next((place for place, at in enumerate(full) if _heads_sections(groups[at])), len(full))]
    done = looked = 0
    for place, at in enumerate(full[:-1]):
        below = [groups[other] for other in full[place : place + _MOST_ROWS]]
        starts = _starts(groups[at], below) if at >= looked else []
        if len(starts) < FEWEST_COLUMNS:
            continue
        first, last = _extent(groups, at, starts, done)
        looked = last
        inside = [groups[row] for row in full[place : place + _MOST_ROWS] if row < last]
        if len(inside) < 2:
            continue
        starts = _more_starts(starts, groups[first:last])
        first = _top(groups, first, starts, done)
        rows = read_table(starts, groups[first:last])
        if rows is not None:
            done = last
            yield first, last, rows


def _is_full(group: Group) -> bool:
    return len(group) <= _MOST_COLUMNS and sum(one.aligned for one in group) >= FEWEST_COLUMNS


def _heads_sections(group: Group) -> bool:
    """Whether sections begin in two columns at least, one of jobs or studies: no table, but columns of the page."""
    sections = {heading_section(one.text) for one in group if one.bold} - {None}
    return len(sections) > 1 and not sections.isdisjoint(_MAJOR)


def _starts(row: Group, full: Sequence[Group]) -> list[float]:
    """Where columns begin that this row shares with others."""
    found: list[float] = []
    for segment in row:
        same = [
            (one, group[order - 1] if order else None)
            for group in full
            for order, one in enumerate(group)
            if abs(one.x0 - segment.x0) <= SAME_EDGE
        ]
        clear = any(before is None or one.x0 - before.x1 >= _CLEAR * one.size for one, before in same)
        after_glyph = any(before and split_bullet(f"{before.text.strip()} ") == (True, "") for _, before in same)
        if len(same) >= 2 and clear and not after_glyph:
            found.append(min(one.x0 for one, _ in same))
    return found


def _more_starts(starts: list[float], groups: Sequence[Group]) -> list[float]:
    """The starts, with those of columns that the first row has nothing in."""
    rows = [group for group in groups[:_MOST_ROWS] if len(group) <= _MOST_COLUMNS]
    more = list(starts)
    seen = list(starts)
    for x in (x for row in rows for x in _starts(row, rows)):
        if len(seen) > 2 * _MOST_COLUMNS or any(abs(x - other) <= 2 * SAME_EDGE for other in seen):
            continue
        seen.append(x)
        if not any(one.x0 < x - SAME_EDGE and one.x1 > x + 1 for group in groups for one in group):
            more.append(x)
    return sorted(more)


def _extent(groups: Sequence[Group], at: int, starts: Sequence[float], least: int) -> tuple[int, int]:
    """The first group of the table around row `at`, and the one after its last."""
    first, last = _top(groups, at, starts, least), at + 1
    bottom = max((one.bottom for one in groups[at]), default=0.0)
    while last < min(len(groups), at + _MOST_LINES) and _is_inside(groups[last], starts):
        left = groups[last][0]
        apart = min(one.top for one in groups[last]) - bottom > _END * left.size
        if apart and column_of(left, starts) == 0 and not _begins_columns(groups[last], starts):
            break
        if _has_heading(groups[last]) or (apart and heading_section(left.text) is not None and len(groups[last]) == 1):
            break
        bottom = max(bottom, *(one.bottom for one in groups[last]))
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
    return near and _is_inside(group, starts) and (column_of(group[0], starts) > 0 or is_date(group[0].text))


def _begins_columns(group: Group, starts: Sequence[float]) -> bool:
    """Whether a group begins at the left edge of two columns at least."""
    return sum(any(abs(one.x0 - x) <= SAME_EDGE for x in starts) for one in group) > 1


def _is_inside(group: Group, starts: Sequence[float]) -> bool:
    """Whether each segment stands in one column."""
    return len(group) <= _MOST_PIECES and all(
        one.x0 >= starts[0] - SAME_EDGE and not any(one.x0 < x - SAME_EDGE and one.x1 > x + 1 for x in starts[1:])
        for one in group
    )
