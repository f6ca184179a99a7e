"""Positions -> bars over the years: what overlaps, what is missing, what isn't counted.

A bar is drawn in half cells. Heavy is counted, light isn't (an internship under most roles), and
the ends that a coarse date leaves open are dashed. Below the bars stands what was counted of all of
them together, so that overlaps and gaps can be checked by eye. Gaps are shown, never judged.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from screener.model.period import Months, Period
from screener.model.resume import Position, PositionKind
from screener.model.screening import Screening
from screener.reports.pen import GAP, MARGIN, Column, Pen, widest
from screener.reports.wording import period_words, short_range

_WIDE = 112  # from here on a position fits on one line
_FEWEST_CELLS = 12
_YEAR_CELLS = 6  # between the beginnings of two years' labels, at least
_COUNTED, _UNCOUNTED, _UNSURE = "━╺╸", "─╶╴", "╍╍╍"  # whole cell, right half, left half
_STYLES = {_COUNTED: "cyan", _UNCOUNTED: "", _UNSURE: "dim cyan"}
_LEGEND = {_COUNTED: "counted", _UNCOUNTED: "not counted", _UNSURE: "the date is too coarse to tell"}


class _Bar(NamedTuple):
    position: Position
    period: Period
    months: Months
    glyphs: str


class _Scale(NamedTuple):
    """The whole years from `first` to `last` on `cells` cells."""

    first: int
    last: int
    cells: int

    def half(self, month: int) -> int:
        """The half cell where the month begins; a month outside lies at the nearest end."""
        months = (self.last + 1 - self.first) * 12
        return min(max(month - self.first * 12, 0), months) * 2 * self.cells // months


class _Layout(NamedTuple):
    """Label, chart, months; and what else there is to say, which goes under the label when `aside` is 0."""

    label: int
    scale: _Scale
    months: int
    aside: int

    @property
    def columns(self) -> list[Column]:
        return [Column(width) for width in (self.label, self.scale.cells, self.months, self.aside) if width]


def timeline_lines(screening: Screening, pen: Pen) -> Iterator[Text]:
    """The bars, newest first, what they add up to, and the positions without dates."""
    pairs = list(zip(screening.resume.positions, screening.position_months, strict=True))
    if not pairs:
        return
    counts = screening.role.counts
    bars = [
        _Bar(position, position.period, months, _COUNTED if position.kind in counts else _UNCOUNTED)
        for position, months in pairs
        if position.period
    ]
    bars.sort(key=lambda bar: (-bar.period.start.first, -bar.period.end.last))
    yield from pen.paragraph(pen.join([pen.text("Positions", "bold"), *_legend(bars, pen)], "   "))
    if bars:
        yield from _chart(screening, bars, pen)
    for position in (position for position, _ in pairs if position.period is None):
        aside = pen.text("no dates that can be read", "yellow")
        yield from pen.paragraph(pen.join([pen.short(_title(position), 70), *_kind(position, pen), aside], " · "))


def _chart(screening: Screening, bars: Sequence[_Bar], pen: Pen) -> Iterator[Text]:
    layout = _layout(screening, bars, pen)
    more = [Text()] if layout.aside else []
    yield from pen.row([Text(), pen.text(_axis(layout.scale), "dim"), Text(), *more], layout.columns)
    for bar in bars:
        yield from _bar_lines(bar, layout, pen)
    together = _draw([(bar.period, _COUNTED) for bar in bars if bar.glyphs == _COUNTED], layout.scale, pen)
    total = pen.text(short_range(screening.experience), "bold")
    yield from pen.row([pen.text("Counted together", "bold"), together, total, *more], layout.columns)


def _layout(screening: Screening, bars: Sequence[_Bar], pen: Pen) -> _Layout:
    wide = pen.width >= _WIDE
    aside = widest([_aside(bar, pen, wide=True) for bar in bars], 40) if wide else 0
    label = widest([pen.text(_label(bar.position, wide)) for bar in bars], pen.width * 35 // 100)
    label = max(label, len("Counted together"))
    months = max(len(short_range(months)) for months in (screening.experience, *(bar.months for bar in bars)))
    first = min(bar.period.start.first for bar in bars) // 12
    last = max(screening.as_of.year, first)
    cells = max(pen.width - 2 * MARGIN - label - months - aside - GAP * (3 if aside else 2), _FEWEST_CELLS)
    years = last + 1 - first
    if cells > years:
        cells -= cells % years  # so that all years are equally long
    return _Layout(label, _Scale(first, last, cells), months, aside)


def _bar_lines(bar: _Bar, layout: _Layout, pen: Pen) -> Iterator[Text]:
    wide = bool(layout.aside)
    cells = [
        pen.short(_label(bar.position, wide), layout.label),
        _draw([(bar.period, bar.glyphs)], layout.scale, pen),
        pen.text(short_range(bar.months), "" if bar.glyphs == _COUNTED else "dim"),
    ]
    aside = _aside(bar, pen, wide=wide)
    if wide:
        yield from pen.row([*cells, aside], layout.columns)
        return
    yield from pen.row(cells, layout.columns)
    yield from pen.paragraph(aside)


def _aside(bar: _Bar, pen: Pen, *, wide: bool) -> Text:
    """When it was, and what the label doesn't say."""
    employer = bar.position.employer if bar.position.title and not wide else None
    period = pen.text(period_words(bar.period), "dim")
    return pen.join([pen.short(employer or "", 40, "dim"), period, *_kind(bar.position, pen)], " · ")


def _label(position: Position, wide: bool) -> str:
    return _title(position) if wide else position.title or position.employer or "untitled"


def _title(position: Position) -> str:
    return ", ".join(filter(None, (position.title, position.employer))) or "untitled"


def _kind(position: Position, pen: Pen) -> list[Text]:
    return [] if position.kind is PositionKind.WORK else [pen.text(position.kind.value)]


def _legend(bars: Sequence[_Bar], pen: Pen) -> list[Text]:
    used = {glyphs for bar in bars for (first, last), glyphs in _stretches(bar.period, bar.glyphs) if first <= last}
    return [
        pen.line(pen.text(glyphs[0] * 2, _STYLES[glyphs]), 1, pen.text(words, "dim"))
        for glyphs, words in _LEGEND.items()
        if glyphs in used
    ]


def _axis(scale: _Scale) -> str:
    """Years above the bars, each where its January lies, as many as have room."""
    fitting = max(scale.cells // _YEAR_CELLS, 1)
    steps = (1, 2, 5, 10, 20, 50, 100, 1000, 10_000)
    step = next(step for step in steps if (scale.last - scale.first) // step < fitting)
    axis = ""
    for year in range(scale.first, scale.last + 1, step):
        at = scale.half(year * 12) // 2
        if at + 4 <= scale.cells:
            axis = axis.ljust(at) + str(year)
    return axis


def _draw(periods: Iterable[tuple[Period, str]], scale: _Scale, pen: Pen) -> Text:
    """One line of the chart; what lies outside of it, or runs backwards, draws nothing."""
    halves = [""] * (2 * scale.cells)
    for period, own in periods:
        for (first, last), glyphs in _stretches(period, own):
            start, end = scale.half(first), scale.half(last + 1)
            if first > last or end == 0 or start == len(halves):
                continue
            for half in range(start, max(end, start + 1)):
                halves[half] = _stronger(halves[half], glyphs)
    return pen.line(*(_cell(left, right, pen) for left, right in zip(halves[::2], halves[1::2], strict=True)))


def _cell(left: str, right: str, pen: Pen) -> Text:
    glyphs = _stronger(left, right)
    return pen.text(glyphs[0 if left and right else 2 if left else 1] if glyphs else " ", _STYLES.get(glyphs, ""))


def _stronger(one: str, other: str) -> str:
    return one if one and one != _UNSURE else other or one


def _stretches(period: Period, glyphs: str) -> list[tuple[tuple[int, int], str]]:
    """What is sure in the period's own glyphs, and what its dates leave open, before and after it."""
    start, end = period.start, period.end
    if start.last > end.first:
        return [((start.first, end.last), _UNSURE)]
    return [
        ((start.last, end.first), glyphs),
        ((start.first, start.last - 1), _UNSURE),
        ((end.first + 1, end.last), _UNSURE),
    ]
