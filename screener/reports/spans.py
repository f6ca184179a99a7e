"""Positions -> the months that several of them share, and the months that none of them covers.

A gap is only called one where no date, read as generously as it can be, covers a month of it; an overlap only
where both positions surely cover it. Nothing is concluded from either: months are shown, never judged.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from screener.model.period import Bound, Period, Precision
from screener.reports.wording import period_words


class Span(NamedTuple):
    """The months from `first` to `last`, both included."""

    first: int
    last: int

    @property
    def months(self) -> int:
        return self.last + 1 - self.first


def gaps(periods: Iterable[Period], as_of: int) -> list[Span]:
    """Between the first month of any position and the as-of month, which itself is never a gap alone."""
    found: list[Span] = []
    covered: int | None = None
    for first, last in sorted((one.start.first, one.end.last) for one in _known(periods, as_of)):
        if covered is not None and first > covered + 1:
            found.append(Span(covered + 1, first - 1))
        covered = last if covered is None else max(covered, last)
    if covered is not None and covered + 1 < as_of:
        found.append(Span(covered + 1, as_of))
    return found


def overlaps(periods: Iterable[Period], as_of: int) -> list[Span]:
    """The months that two or more of the periods surely cover."""
    ends: list[tuple[int, int]] = []
    for period in _known(periods, as_of):
        first, last = period.start.last, min(period.end.first, as_of)
        if first <= last:
            ends += [(first, 1), (last + 1, -1)]
    found: list[Span] = []
    depth, began = 0, 0
    for month, step in sorted(ends):  # what ends before a month ends before what begins with it
        if step > 0 and depth == 1:
            began = month
        if step < 0 and depth == 2 and began < month:
            found.append(Span(began, month - 1))
        depth += step
    return _joined(found)


def span_words(spans: Sequence[Span]) -> str:
    """ "Nov 2018 – Feb 2019 (4 months); Mar 2022, Mar 2024 (1 month each)"."""
    parts = [f"{_dates(span)} ({span.months} months)" for span in spans if span.months > 1]
    single = [_dates(span) for span in spans if span.months == 1]
    if single:
        parts.append(f"{', '.join(single)} (1 month{' each' if len(single) > 1 else ''})")
    return "; ".join(parts)


def _known(periods: Iterable[Period], as_of: int) -> list[Period]:
    return [one for one in periods if not one.is_reversed and one.start.first <= as_of]


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Spans that touch, as one."""
    whole: list[Span] = []
    for span in spans:
        if whole and span.first == whole[-1].last + 1:
            whole[-1] = Span(whole[-1].first, span.last)
        else:
            whole.append(span)
    return whole


def _dates(span: Span) -> str:
    first, last = (Bound(month, month, Precision.MONTH) for month in span)
    return period_words(Period(first, last))
