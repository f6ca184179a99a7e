"""What a careful reader would say of a generated page, and the rules of counting months.

The months are counted slowly and plainly, with sets, so that the counting can be checked by eye.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Edge(NamedTuple):
    """One end of a period as printed: any month from `first` to `last` (year * 12 + month - 1)."""

    first: int
    last: int
    iso: str
    is_year: bool = False


class WrittenPeriod(NamedTuple):
    """A period as printed. A year alone is the same edge twice."""

    text: str
    start: Edge
    end: Edge


class Truth(NamedTuple):
    """`skills`: True shown, False not, None where readers may differ. `used`: shown in a dated position.

    `periods`: of work and freelance jobs. `extra_periods` may be reported as well or not (a client's
    time within a freelancer's, an employer's time around its roles). `bachelor`: a completed degree.
    """

    name: str
    email: str
    skills: dict[str, bool | None]
    used: dict[str, bool]
    periods: tuple[tuple[str, str], ...]
    extra_periods: tuple[tuple[str, str], ...]
    months: tuple[int, int]
    bachelor: bool


def count_months(periods: Sequence[WrittenPeriod]) -> tuple[int, int]:
    """At least and at most: the union of the surest months, and that of all possible months."""
    most: set[int] = set()
    least: set[int] = set()
    for period in periods:
        most |= set(range(period.start.first, period.end.last + 1))
        least |= set(range(period.start.last, period.end.first + 1))
    for ended in periods:
        for started in periods:
            if ended is not started:
                least |= _between(ended.end, started.start)
    lone = {period.start.first: period.start.last for period in periods if period.start.last > period.end.first}
    for first, last in lone.items():  # somewhere in it lies at least one month; the least is one already counted
        if not least & set(range(first, last + 1)):
            least.add(first)
    return len(least), len(most)


def _between(end: Edge, start: Edge) -> set[int]:
    """One job ends and another starts in the same year, and one of these dates is only a year: no gap."""
    if end.first // 12 != start.first // 12 or not (end.is_year or start.is_year) or end.iso == "present":
        return set()
    return set(range(end.first, start.last + 1))
