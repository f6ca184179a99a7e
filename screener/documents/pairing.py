"""Tells whether two sides of a page belong together row by row: dates, labels, the columns of a table.

What decides is whether rows stand at the same height. In text set on a grid of lines that happens
by chance, too; so a side with sections of its own is never taken for labels, and a date belongs to
what is left of it in its own side, if anything is.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from screener.documents.characters import split_bullet
from screener.documents.segments import Segment
from screener.documents.years import LONGEST_DATE, has_year, is_date
from screener.vocabulary.headings import heading_section

_LARGER = 1.5  # times: text that is larger by this isn't a label
_HEADING = 1.1  # times the size of text
_LONGEST_RANGE = 48  # characters of two dates with their months and days written out
_CELL = 35  # characters of a cell, on average
_LONGEST_CELL = 45
_BESIDE = 1.2  # em below or above a heading that stands alone
_CLEAR = 0.55  # em between columns
_FEWEST_TURNS = 2  # jobs that stand left and right by turns


def is_dated(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether one side holds the dates of the other's rows."""
    if _are_dates(left) or _are_dates(right) or _change_sides(left, right):
        return True
    return _date_the_rows_of(left, right) or _date_the_rows_of(right, left)


def are_beside(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether one side holds labels of the other's rows, or both are the columns of a table."""
    return _is_beside(left, right) or _is_beside(right, left)


def _change_sides(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Whether jobs stand at the left and at the right by turns, each with its dates alone at the other side."""
    found = 0
    for side, other in ((left, right), (right, left)):
        dates = [at for at, one in enumerate(side) if is_date(one.text)]
        starts = _block_starts([one.baseline for one in side], median_size(side))
        firsts = _block_starts([one.baseline for one in other], median_size(other))
        begins = [one.baseline for one, is_first in zip(other, firsts, strict=True) if is_first]
        ends = [*starts[1:], True]
        if not dates or not all(starts[at] and ends[at] for at in dates):
            return False
        if not all(has_near(begins, side[at].baseline, 0.3 * side[at].size) for at in dates):
            return False
        found += len(dates)
    return found >= _FEWEST_TURNS


def _are_dates(side: Sequence[Segment]) -> bool:
    """Dates, with places between them, are short, and many of them hold a year."""
    lengths = sorted(len(segment.text) for segment in side)
    if lengths[len(lengths) // 2] > LONGEST_DATE:
        return False
    return sum(len(one.text) <= _LONGEST_RANGE and has_year(one.text) for one in side) >= 0.4 * len(side)


def _date_the_rows_of(side: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """Whether nearly all dates are in one side, each beside a row of the other: they are the other's."""
    dates = [segment for segment in side if is_date(segment.text)]
    firsts_of_rows = {round(segment.baseline): segment for segment in reversed(side)}
    dates = [date for date in dates if firsts_of_rows[round(date.baseline)].x0 >= date.x0]  # not those of its own rows
    dates = _outside_sections(dates, side, other) if len(dates) > 1 else []
    if len(dates) < 2:
        return False
    rows = row_baselines(other)
    own = 0 if _are_apart(dates, side) else sum(has_year(one.text) and not split_bullet(one.text)[0] for one in other)
    columns: dict[int, list[Segment]] = {}  # by left edge: a sidebar beside the column of dates may have dates, too
    for date in dates:
        columns.setdefault(round(date.x0), []).append(date)
    for column in (*columns.values(), dates):
        firsts = [date for above, date in zip([None, *column], column, strict=False) if not _wraps(above, date)]
        matched = all(has_near(rows, date.baseline, 0.3 * date.size) for date in firsts)
        if len(firsts) >= 2 and matched and 4 * own <= len(firsts):
            return True
    return False


def _are_apart(dates: Sequence[Segment], side: Sequence[Segment]) -> bool:
    """Whether dates stand in a column of their own, left of a sidebar."""
    inside = {id(date) for date in dates}
    edge = max(date.x1 for date in dates)
    return len(dates) < len(side) and all(one.x0 > edge + _CLEAR * one.size for one in side if id(one) not in inside)


def _outside_sections(dates: list[Segment], side: Sequence[Segment], other: Sequence[Segment]) -> list[Segment]:
    """The dates without those below a heading of their own side, where the other side has headings as well."""
    edges = {round(segment.x0) + near for segment in side if _is_heading(segment) for near in (-1, 0, 1)}
    if not edges or sum(map(_is_heading, other)) < 2:
        return dates
    return [date for date in dates if round(date.x0) not in edges]


def _wraps(above: Segment | None, date: Segment) -> bool:
    """Whether a date is the second line of the one above it."""
    return above is not None and 0 < date.baseline - above.baseline <= 1.75 * date.size


def _is_beside(labels: Sequence[Segment], body: Sequence[Segment]) -> bool:
    """Whether each block of `labels` begins on a row of `body`, and there are fewer of them than rows."""
    rows, body_rows = row_baselines(labels), row_baselines(body)
    size = median_size(labels, body)
    matched = [has_near(body_rows, row, 0.3 * size) for row in rows]
    starts, body_starts = _block_starts(rows, size), _block_starts(body_rows, size)
    blocks = sum(starts)
    block_matches = sum(start and match for start, match in zip(starts, matched, strict=True))
    is_name = sum(body_starts) == 1 and median_size(labels) > _LARGER * median_size(body)
    if is_name:  # a name beside an address
        return False
    if _has_sections(labels) or _have_headings(labels, body):  # a sidebar whose lines fall on rows by chance
        return False
    if blocks >= 2 and block_matches >= 0.75 * blocks and len(rows) <= 0.75 * len(body_rows):
        return True
    titles = _titles(labels, body_rows)
    inner = [match for row, match in zip(rows, matched, strict=True) if row not in titles]
    is_table = sum(inner) >= 0.85 * len(inner) and len(inner) >= max(2, 0.6 * len(body_rows))
    return is_table and _are_short([len(segment.text) for segment in labels])


def _titles(labels: Sequence[Segment], body_rows: list[float]) -> set[float]:
    """The baselines of headings among labels that have nothing beside them: they stand above the rows below."""
    return {
        one.baseline for one in labels if _is_heading(one) and not has_near(body_rows, one.baseline, _BESIDE * one.size)
    }


def _are_short(lengths: list[int]) -> bool:
    """Whether texts are as short as the cells of a table, all but a few."""
    long = sum(length > _LONGEST_CELL for length in lengths)
    return sum(lengths) <= _CELL * len(lengths) and 10 * long <= len(lengths)


def _has_sections(side: Sequence[Segment]) -> bool:
    """Whether a side has sections of its own: headings with lines below them of which none is dated."""
    starts = [at for at, segment in enumerate(side) if _is_heading(segment)]
    sections = [side[start + 1 : end] for start, end in pairwise([*starts, len(side)])]
    return sum(len(lines) > 1 and not any(has_year(line.text) for line in lines) for lines in sections) > 1


def _have_headings(labels: Sequence[Segment], body: Sequence[Segment]) -> bool:
    """Whether both sides have sections, with headings of one look; a single one must be larger than the text."""
    own, others = ([one for one in side if _is_heading(one)] for side in (labels, body))
    if len(own) < 2 or len({(round(one.size), one.bold) for one in (*own, *others)}) > 1:
        return False
    return len(others) > 1 or (len(others) == 1 and others[0].size > _HEADING * median_size(body))


def _is_heading(segment: Segment) -> bool:
    return heading_section(segment.text) is not None


def _block_starts(rows: list[float], size: float) -> list[bool]:
    """Of each row, whether there is a gap above it."""
    return [at == 0 or row - rows[at - 1] > 1.8 * size for at, row in enumerate(rows)]


def row_baselines(side: Sequence[Segment]) -> list[float]:
    rows: list[float] = []
    for segment in side:
        if not rows or segment.baseline - rows[-1] > 0.3 * segment.size:
            rows.append(segment.baseline)
    return rows


def has_near(rows: list[float], row: float, tolerance: float) -> bool:
    at = bisect_left(rows, row - tolerance)
    return at < len(rows) and rows[at] <= row + tolerance


def median_size(*sides: Sequence[Segment]) -> float:
    sizes = sorted(segment.size for side in sides for segment in side)
    return sizes[len(sizes) // 2]
