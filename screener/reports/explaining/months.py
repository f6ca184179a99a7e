"""Positions -> how they add up to the months of experience: what each adds to those before it, and why.

Positions are taken oldest first, and the union is made anew with each of them. What a position adds to the
least and to the most can differ, because coarse dates leave both open: the steps always end in the total.
"""

from collections.abc import Iterator
from typing import NamedTuple

from screener.model.period import Bound, Months, Period, Precision, month_index, total_months
from screener.model.resume import Position, PositionKind
from screener.model.screening import Screening
from screener.reports.wording import period_words
from screener.requirements.durations import duration

_KINDS = {
    PositionKind.WORK: "work",
    PositionKind.FREELANCE: "freelance work",
    PositionKind.INTERNSHIP: "an internship",
    PositionKind.VOLUNTEER: "volunteering",
    PositionKind.BREAK: "a career break",
}
_COARSE = {Precision.YEAR: "the year", Precision.SEASON: "the season"}


class Step(NamedTuple):
    """A position, and in sentences what it does to the total."""

    position: Position
    words: str


def counted_steps(screening: Screening) -> Iterator[Step]:
    """The positions that count, oldest first."""
    now = month_index(screening.as_of.year, screening.as_of.month)
    pairs = zip(screening.resume.positions, screening.position_months, strict=True)
    counted = [(position, months) for position, months in pairs if position.kind in screening.role.counts]
    counted.sort(key=lambda pair: (pair[0].period is None, pair[0].period.start.first if pair[0].period else 0))
    periods: list[Period] = []
    before = Months()
    for position, alone in counted:
        if position.period is None:
            yield Step(position, "No dates that can be read: it adds nothing.")
            continue
        periods.append(position.period)
        together = total_months(periods, now)
        yield Step(position, _step(position.period, alone, before, together))
        before = together


def uncounted_steps(screening: Screening) -> Iterator[Step]:
    """The positions that don't count, and why not."""
    for position in screening.resume.positions:
        if position.kind not in screening.role.counts:
            yield Step(position, f"Not counted: {_KINDS[position.kind]}, which this role doesn't count.")


def position_words(position: Position) -> str:
    """ "Backend Engineer, Acme, Mar 2019 – 2022"."""
    name = ", ".join(filter(None, (position.title, position.employer))) or "untitled"
    return f"{name}, {period_words(position.period)}"


def months_words(months: Months) -> str:
    """ "64 months (5 y 4 m)", "59 to 70 months (4 y 11 m to 5 y 10 m)"."""
    if months.low == months.high:
        return f"{_months(str(months.low))}{f' ({duration(months.low)})' if months.low >= 12 else ''}"
    years = f" ({duration(months.low)} to {duration(months.high)})" if months.high >= 12 else ""
    return f"{months.low} to {_months(str(months.high))}{years}"


def middle_words(months: Months) -> str:
    """How the one number came about that stands for a range."""
    if months.low == months.high:
        return f"{months_words(months)}."
    halved = f"({months.low} + {months.high}) ÷ 2 = {months.middle}"
    rounded = ", rounded down" if (months.low + months.high) % 2 else ""
    return f"{months_words(months)}. Where one number is needed it is the middle: {halved}{rounded}."


def _step(period: Period, alone: Months, before: Months, together: Months) -> str:
    if not alone.high:
        why = "Its dates run backwards" if period.is_reversed else "It begins after the as-of date"
        return f"{why}: it adds nothing."
    low, high = together.low - before.low, together.high - before.high
    parts = [f"{months_words(alone)} by itself{_why_coarse(period)}."]
    if before.high:
        parts.append(_added(low, high, alone))
        parts.append(f"Together {months_words(together)}.")
    return " ".join(parts)


def _added(low: int, high: int, alone: Months) -> str:
    if (low, high) == (alone.low, alone.high):
        return "It overlaps nothing before it, so all of it is added."
    if low == high == 0:
        return "All of it lies within what is counted already, so it adds nothing."
    added = f"adds {low}" if low == high else f"adds {low} to the least and {high} to the most"
    if low > alone.low:
        return f"It {added}: positions that meet in the same year have no gap between them."
    return f"It {added}: months that overlap count once."


def _why_coarse(period: Period) -> str:
    """Which end is open, and how far."""
    if period.start == period.end:
        return f", because only {_COARSE[period.start.precision]} is given" if _is_coarse(period.start) else ""
    if _is_coarse(period.start) and _is_coarse(period.end):
        return ", because both ends are coarse"
    ends = [
        f"its {name} is given by {_COARSE[bound.precision]} only"
        for name, bound in (("start", period.start), ("end", period.end))
        if _is_coarse(bound)
    ]
    return f", because {ends[0]}" if ends else ""


def _is_coarse(bound: Bound) -> bool:
    return bound.precision in _COARSE and not bound.present


def _months(number: str) -> str:
    return f"{number} month" if number == "1" else f"{number} months"
