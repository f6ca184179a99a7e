"""Months of experience -> a bar against the band that is asked.

In the detailed view it has a scale in years and a bracket over the band. In a table it is a few cells wide, and
as the band lies in the same cells of every row, it runs through the table as a stripe: shaded where nobody
reached it, full where the candidate did.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from screener.model.period import Months
from screener.model.requirement import ExperienceRequirement
from screener.model.role import Role
from screener.model.screening import Screening
from screener.reports.bars import Scale, Strip, axis, even_scale, text_of
from screener.reports.pen import Pen
from screener.reports.styles import HALF_REACHED, REACH_GLYPHS

_FEWEST_YEARS = 8  # of a scale
_MOST_CELLS = 84
_NONE, _PERHAPS, _SURELY = range(3)


class Band(NamedTuple):
    """The months that are asked, from `low` until before `above`; None: no upper end."""

    low: int
    above: int | None

    def holds(self, month: float) -> bool:
        return self.low <= month and (self.above is None or month < self.above)


def band_of(role: Role) -> Band | None:
    """The band that a role asks for, when it asks for years at all."""
    wanted = next((item for item in role.requirements if isinstance(item, ExperienceRequirement)), None)
    return Band(wanted.months, wanted.months_above) if wanted and wanted.months else None


def table_scale(band: Band, cells: int) -> Scale:
    """One scale for all rows, a cell a year where that is enough; whoever has more years reaches its end."""
    years = -(-(band.above or band.low) // 12)
    return Scale(0, max(cells, years * 5 // 4) - 1, cells)


def bar(months: Months, band: Band, scale: Scale, pen: Pen) -> Text:
    """How far experience reaches, with the band shaded; in `scale.cells` cells."""
    return text_of(_strip(months, band, scale), pen)


def experience_lines(screening: Screening, room: int, pen: Pen) -> Iterator[Text]:
    """The bracket, the bar and the years; nothing when no years are asked."""
    band = band_of(screening.role)
    if band is None:
        return
    last = max(screening.experience.high, band.above or band.low + 12, _FEWEST_YEARS * 12 - 1)
    scale = even_scale(0, last // 12, min(room, _MOST_CELLS))
    yield _bracket(band, scale, pen)
    line = bar(screening.experience, band, scale, pen)
    line.rstrip()
    yield line
    yield pen.text(f"{axis(scale)} years" if len(axis(scale)) + 6 <= room else axis(scale), "dim")


def _bracket(band: Band, scale: Scale, pen: Pen) -> Text:
    """ "├─ asked ─┤" over the band; the word stands beside it when it is too narrow."""
    first = scale.half(band.low) // 2
    end = scale.cells if band.above is None else max(-(-scale.half(band.above) // 2), first + 2)
    room = min(end, scale.cells) - first
    last = "╌" if band.above is None else "┤"
    line = pen.line(first, pen.text("├" + " asked ".center(room - 2, "─") + last, "band"))
    if room >= 9:
        return line
    aside, bracket = pen.text("asked", "band"), pen.text("├" + "─" * max(room - 2, 0) + last, "band")
    if first >= 6:
        return pen.line(first - 6, aside, 1, bracket)
    return pen.line(first, bracket, 1, aside)


def _strip(months: Months, band: Band, scale: Scale) -> Strip:
    surely, possibly = scale.half(months.low), scale.half(months.high)
    edge = scale.half(band.low)
    if months.low >= band.low:  # who is in the band is seen to be, by half a cell at least
        surely = max(surely, edge + 1)
    if months.high >= band.low:
        possibly = max(possibly, edge + 1)
    month = (scale.last + 1) * 12 / (2 * scale.cells)  # of half a cell
    reach = [_SURELY if half < surely else _PERHAPS if half < possibly else _NONE for half in range(2 * scale.cells)]
    return [
        _cell(left, right, inside=band.holds((2 * cell + 1) * month))
        for cell, (left, right) in enumerate(zip(reach[::2], reach[1::2], strict=True))
    ]


def _cell(left: int, right: int, *, inside: bool) -> tuple[str, str]:
    if left == _SURELY and right == _NONE:
        return HALF_REACHED[inside], "bar"
    return REACH_GLYPHS[inside][left], "bar" if left else "band"
