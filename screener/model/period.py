"""Dates as coarse as the page gives them, and the months they add up to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a period: any month from `first` to `last`, counted as year * 12 + month - 1.

    `present` marks an end that is still open; its months are then those of the as-of date.
    """

    first: int
    last: int
    precision: Precision
    day: int | None = None
    present: bool = False

    def iso(self, *, is_end: bool = False) -> str:
        """YYYY-MM-DD, YYYY-MM, YYYY or present, as precise as the page; a season as one month."""
        if self.present:
            return "present"
        month = self.last if is_end else self.first
        if self.precision is Precision.YEAR:
            return f"{month // 12:04d}"
        text = f"{month // 12:04d}-{month % 12 + 1:02d}"
        return f"{text}-{self.day:02d}" if self.day else text


@dataclass(frozen=True, slots=True)
class Period:
    """A start and an end, both included. A single coarse date has the same bound twice."""

    start: Bound
    end: Bound

    @property
    def is_reversed(self) -> bool:
        return self.start.first > self.end.last


@dataclass(frozen=True, slots=True)
class Months:
    """A number of months that is only known to lie between two others."""

    low: int = 0
    high: int = 0

    @property
    def middle(self) -> int:
        return (self.low + self.high) // 2


def month_index(year: int, month: int) -> int:
    return year * 12 + month - 1


def total_months(periods: Iterable[Period], as_of: int) -> Months:
    """The union of periods in months, at least and at most; `as_of` is a month index.

    At least: from the latest possible start to the earliest possible end. At most: from the
    earliest possible start to the latest possible end. Where one period ends and another starts
    in the same year and at least one of these two dates is only a year, the months between them
    count in both: people who write "2016 – 2018, 2018 – 2021" don't mean a gap.
    """
    periods = tuple(periods)
    if all(map(_is_exact, periods)):
        months = _count_exact(periods, as_of)
        return Months(months, months)
    counted = [cut for period in periods if (cut := _cut(period, as_of)) is not None]
    sure: set[int] = set()
    possible: set[int] = set()
    floating: list[tuple[int, int]] = []
    for period in counted:
        possible.update(range(period.start.first, period.end.last + 1))
        low, high = _surest(period)
        if low <= high:
            sure.update(range(low, high + 1))
        else:
            floating.append((period.start.first, period.end.last))
    for ended in counted:
        for started in counted:
            sure.update(_bridge(ended, started))
    for first, last in floating:  # a single year: one month of it, wherever that adds least
        if sure.isdisjoint(range(first, last + 1)):
            sure.add(first)
    return Months(len(sure), len(possible))


def _is_exact(period: Period) -> bool:
    """Whether both ends are given to the month, so that nothing is left to be bridged or to lie between."""
    start, end = period.start, period.end
    if start.first != start.last or end.first != end.last:
        return False
    return start.precision is not Precision.YEAR and end.precision is not Precision.YEAR


def _count_exact(periods: Sequence[Period], as_of: int) -> int:
    """The union of exact periods."""
    months, reached = 0, -1
    for first, last in sorted((period.start.first, min(period.end.first, as_of)) for period in periods):
        if last > reached and last >= first:
            months += last - max(first - 1, reached)
            reached = last
    return months


def _cut(period: Period, as_of: int) -> Period | None:
    """The period as it stands at the as-of month, or None when nothing of it counts."""
    if period.is_reversed or period.start.first > as_of:
        return None
    return Period(_until(period.start, as_of), _until(period.end, as_of))


def _until(bound: Bound, as_of: int) -> Bound:
    if bound.last <= as_of:
        return bound
    return Bound(min(bound.first, as_of), as_of, bound.precision, None, bound.present)


def _surest(period: Period) -> tuple[int, int]:
    """Latest start and earliest end; reversed when both lie anywhere in the same coarse date."""
    start, end = period.start, period.end
    if start == end and start.precision is Precision.SEASON:
        return start.first, end.last  # a season alone is its three months
    latest_start, earliest_end = min(start.last, end.last), max(end.first, start.first)
    if latest_start > earliest_end:
        if start.first == start.last:
            earliest_end = latest_start
        elif end.first == end.last:
            latest_start = earliest_end
    return latest_start, earliest_end


def _bridge(ended: Period, started: Period) -> range:
    """The months between two periods that share a boundary year; empty where the rule doesn't hold."""
    end, start = ended.end, started.start
    if ended is started or end.present:
        return range(0)
    if Precision.YEAR not in (end.precision, start.precision) or end.first // 12 != start.first // 12:
        return range(0)
    if ended.start.first > started.start.first or ended.end.last > started.end.last:
        return range(0)
    return range(_surest(ended)[1], _surest(started)[0] + 1)
