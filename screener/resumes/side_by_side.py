"""Jobs set beside each other -> jobs below each other.

Where one line of a section of experience has dates in two of its cells, the lines around it with
as many cells are columns: they are read column by column.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from screener.model.resume import Section
from screener.resumes.dates import Calendar
from screener.resumes.sections import SectionLine


def unfold(lines: Sequence[SectionLine], calendar: Calendar) -> list[SectionLine]:
    """The lines, with jobs that stand beside each other one after the other."""
    if not any(_is_side_by_side(line, calendar) for line in lines):
        return list(lines)
    unfolded: list[SectionLine] = []
    for (_, columns, _), group in groupby(lines, key=lambda line: (line.under, len(line.line.cells), line.is_heading)):
        together = list(group)
        if columns > 1 and any(_is_side_by_side(line, calendar) for line in together):
            unfolded += _columns(together, columns)
        else:
            unfolded += together
    return unfolded


def _is_side_by_side(line: SectionLine, calendar: Calendar) -> bool:
    if line.section is not Section.EXPERIENCE or len(line.line.cells) < 2:
        return False
    ranges = (any(not dated.single for dated in calendar.periods(cell.text)) for cell in line.line.cells)
    return sum(ranges) > 1


def _columns(lines: Sequence[SectionLine], columns: int) -> Iterator[SectionLine]:
    for column in range(columns):
        for line in lines:
            yield line._replace(line=replace(line.line, cells=line.line.cells[column : column + 1]))
