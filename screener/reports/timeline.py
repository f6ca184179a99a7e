"""Positions -> bars over the years: what overlaps, what is missing, what isn't counted.

A bar is drawn in half cells, in a sign of its own for each kind of position; the ends that a coarse date leaves
open are dashed. Below the bars stands what was counted of all of them together, thick where several positions
run at a time, with the months of a gap written into it. Gaps and overlaps are then named in words. They are
shown, never judged: a gap says that the page has no position there, and nothing else.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from screener.model.period import Months, Period, month_index
from screener.model.resume import Position, PositionKind
from screener.model.screening import Screening
from screener.reports.bars import Ink, Scale, Stretch, axis, draw, even_scale, text_of, write_on
from screener.reports.pen import GAP, MARGIN, Column, Pen, widest
from screener.reports.spans import Span, gaps, overlaps, span_words
from screener.reports.styles import KIND_GLYPHS, TOGETHER_GLYPHS, TWICE_GLYPHS, UNSURE_GLYPHS
from screener.reports.wording import period_words, short_range

_WIDE = 112  # from here on a position fits on one line
_FEWEST_CELLS, _WIDE_CELLS = 12, 40  # of the chart; where a line has not enough left for it, a position takes two
_UNSURE = Ink(UNSURE_GLYPHS, "unsure", 0)
_TOGETHER = Ink(TOGETHER_GLYPHS, "bar", 1)
_TWICE = Ink(TWICE_GLYPHS, "bar", 2)


class _Bar(NamedTuple):
    position: Position
    period: Period
    months: Months
    counts: bool

    @property
    def ink(self) -> Ink:
        return Ink(KIND_GLYPHS[self.position.kind], "bar" if self.counts else "")


class _Layout(NamedTuple):
    """Label, chart, months; and what else there is to say, which goes under the label when `aside` is 0."""

    label: int
    scale: Scale
    months: int
    aside: int

    @property
    def columns(self) -> list[Column]:
        return [Column(width) for width in (self.label, self.scale.cells, self.months, self.aside) if width]


class _Spans(NamedTuple):
    """The months that counted positions share, and those in which there is no position of any kind."""

    shared: Sequence[Span]
    missing: Sequence[Span]


def timeline_lines(screening: Screening, pen: Pen) -> Iterator[Text]:
    """The bars, newest first, what they add up to, and the positions without dates."""
    pairs = list(zip(screening.resume.positions, screening.position_months, strict=True))
    if not pairs:
        return
    counts = screening.role.counts
    bars = [
        _Bar(position, position.period, months, position.kind in counts)
        for position, months in pairs
        if position.period
    ]
    bars.sort(key=lambda bar: (-bar.period.start.first, -bar.period.end.last))
    now = month_index(screening.as_of.year, screening.as_of.month)
    spans = _Spans(overlaps([bar.period for bar in bars if bar.counts], now), gaps([bar.period for bar in bars], now))
    yield from _title_lines(_legend(bars, spans, pen), pen)
    undated = [position for position, _ in pairs if position.period is None]
    if bars:
        yield from _chart(screening, bars, spans, pen)
    for position in undated:
        aside = pen.text("no dates that can be read", "caution")
        yield from pen.paragraph(pen.join([pen.short(_title(position), 70), *_kind(position, pen), aside], " · "))
    yield from _named(spans, pen, has_undated=bool(undated))


def _title_lines(legend: Sequence[Text], pen: Pen) -> Iterator[Text]:
    title = pen.text("Positions", "bold")
    room = pen.width - 2 * MARGIN - title.cell_len - GAP
    for number, line in enumerate(pen.flow(legend, room, 3) or [Text()]):
        yield pen.line(MARGIN, *((title, GAP) if number == 0 else (title.cell_len + GAP,)), line)


def _chart(screening: Screening, bars: Sequence[_Bar], spans: _Spans, pen: Pen) -> Iterator[Text]:
    layout = _layout(screening, bars, pen)
    more = [Text()] if layout.aside else []
    yield from pen.row([Text(), pen.text(axis(layout.scale), "dim"), Text(), *more], layout.columns)
    for bar in bars:
        yield from _bar_lines(bar, layout, pen)
    together = _together(bars, spans, layout.scale, pen)
    total = pen.text(short_range(screening.experience), "bold")
    yield from pen.row([pen.text("Counted together", "bold"), together, total, *more], layout.columns)


def _together(bars: Sequence[_Bar], spans: _Spans, scale: Scale, pen: Pen) -> Text:
    """All that is counted as one bar, with the months of each gap where there is room for them."""
    stretches = [stretch for bar in bars if bar.counts for stretch in _stretches(bar.period, _TOGETHER)]
    stretches += [Stretch(span.first, span.last, _TWICE) for span in spans.shared]
    strip = draw(stretches, scale)
    if not stretches:
        return text_of(strip, pen)
    for span in spans.missing:
        first, last = -(-scale.half(span.first) // 2), scale.half(span.last + 1) // 2
        if not "".join(sign for sign, _ in strip[first:last]).strip():
            write_on(strip, first, last, f"{span.months} m", "dim")
    return text_of(strip, pen)


def _named(spans: _Spans, pen: Pen, *, has_undated: bool) -> Iterator[Text]:
    if spans.shared:
        yield from pen.paragraph(_spans("Several at a time, counted once", spans.shared, pen))
    if spans.missing:
        words = _spans("No position on the page", spans.missing, pen)
        aside = pen.text(", unless one without dates lies there" if has_undated else "", "dim")
        yield from pen.paragraph(pen.line(words, aside))


def _spans(words: str, spans: Sequence[Span], pen: Pen) -> Text:
    return pen.line(pen.text(f"{words}: ", "dim"), pen.whole(span_words(spans)))


def _layout(screening: Screening, bars: Sequence[_Bar], pen: Pen) -> _Layout:
    wide = _layout_of(screening, bars, pen, wide=True) if pen.width >= _WIDE else None
    return wide if wide and wide.scale.cells >= _WIDE_CELLS else _layout_of(screening, bars, pen, wide=False)


def _layout_of(screening: Screening, bars: Sequence[_Bar], pen: Pen, *, wide: bool) -> _Layout:
    aside = widest([_aside(bar, pen, wide=True) for bar in bars], 40) if wide else 0
    label = widest([pen.text(_label(bar.position, wide)) for bar in bars], pen.width * 35 // 100)
    label = max(label, len("Counted together"))
    months = max(len(short_range(months)) for months in (screening.experience, *(bar.months for bar in bars)))
    first = min(bar.period.start.first for bar in bars) // 12
    last = max(screening.as_of.year, first)
    cells = max(pen.width - 2 * MARGIN - label - months - aside - GAP * (3 if aside else 2), _FEWEST_CELLS)
    return _Layout(label, even_scale(first, last, cells), months, aside)


def _bar_lines(bar: _Bar, layout: _Layout, pen: Pen) -> Iterator[Text]:
    wide = bool(layout.aside)
    cells = [
        pen.short(_label(bar.position, wide), layout.label),
        text_of(draw(_stretches(bar.period, bar.ink), layout.scale), pen),
        pen.text(short_range(bar.months), "" if bar.counts else "dim"),
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


def _legend(bars: Sequence[_Bar], spans: _Spans, pen: Pen) -> list[Text]:
    """Only the signs that are used."""
    used = [stretch for bar in bars for stretch in _stretches(bar.period, bar.ink) if stretch.first <= stretch.last]
    words: dict[Ink, str] = {}
    for kind in PositionKind:
        for bar in bars:
            if bar.position.kind is kind:
                words[bar.ink] = kind.value if bar.counts else f"{kind.value}, not counted"
    if spans.shared:
        words[_TWICE] = "several at a time"
    if any(stretch.ink is _UNSURE for stretch in used):
        words[_UNSURE] = "too coarse a date to tell"
    return [pen.line(pen.text(ink.glyphs[0] * 2, ink.style), 1, pen.text(name, "dim")) for ink, name in words.items()]


def _stretches(period: Period, ink: Ink) -> Iterable[Stretch]:
    """What is sure in the period's own ink, and what its dates leave open, before and after it."""
    start, end = period.start, period.end
    if start.last > end.first:
        return [Stretch(start.first, end.last, _UNSURE)]
    return [
        Stretch(start.last, end.first, ink),
        Stretch(start.first, start.last - 1, _UNSURE),
        Stretch(end.first + 1, end.last, _UNSURE),
    ]
