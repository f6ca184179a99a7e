"""Positions -> a chart of bars over the years, in shares of its width, so that it fits any screen.

Every position has a letter, which its bar and its row in the list share. Bars that overlap lie in lanes
below each other, the lowest number of lanes that will do. A coarse date gives a pale bar from the earliest
to the latest it can mean, with what is sure on top. The last lane is what was counted of all of them together: there
overlaps have gone and gaps are left white. They are shown, never judged.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from screener.model.period import Period
from screener.model.resume import PositionKind
from screener.model.screening import Screening
from screener.reports.wording import period_words, short_range

MOST = 60  # positions listed and drawn; a resume with more is no resume

_AXIS, _LANE = 18, 20  # heights
_NARROW = 4.0  # a bar of fewer hundredths of the width has its letter beside it
_LABELS = 5  # years named on the axis, at most
_STEPS = (1, 2, 5, 10, 20, 50, 100, 1000, 10_000)

_LOOKS = {kind: "" if kind is PositionKind.WORK else kind.value for kind in PositionKind}

Stretch = tuple[int, int]  # first and last month, both included


class Row(NamedTuple):
    """One position in the list beside the chart."""

    letter: str
    title: str
    employer: str
    period: str
    months: str
    kind: str  # "" for work
    is_counted: bool
    has_dates: bool


class Bar(NamedTuple):
    """A rectangle: left edge and width in hundredths of the chart, top in pixels, and its look."""

    x: str
    width: str
    y: int
    look: str
    letter: str = ""
    letter_x: str = ""
    is_beside: bool = False


class Chart(NamedTuple):
    """Empty without a dated position."""

    ticks: tuple[tuple[str, int], ...]
    bars: tuple[Bar, ...]
    height: int
    first: int  # year
    last: int


class Timeline(NamedTuple):
    rows: tuple[Row, ...]
    more: int  # positions that aren't listed
    chart: Chart | None


class _Scale(NamedTuple):
    first: int  # month
    last: int

    def at(self, month: int) -> float:
        share = (month - self.first) * 100 / (self.last + 1 - self.first)
        return min(max(share, 0.0), 100.0)


class _Drawn(NamedTuple):
    letter: str
    kind: PositionKind
    is_counted: bool
    possible: Stretch
    sure: Stretch  # empty when it ends before it begins


def timeline_of(screening: Screening, *, has_chart: bool = True) -> Timeline:
    """The list of positions, newest first, and the chart of those that have dates."""
    rows, drawn = [], []
    letters = letters_of(screening)
    for index, letter in letters.items():
        position, months = screening.resume.positions[index], screening.position_months[index]
        period = position.period
        is_counted = position.kind in screening.role.counts
        rows.append(
            Row(
                letter,
                position.title or "",
                position.employer or "",
                period_words(period),
                short_range(months) if period else "",
                _LOOKS[position.kind],
                is_counted,
                period is not None,
            )
        )
        if period is not None and not period.is_reversed:
            sure = (period.start.last, period.end.first)
            drawn.append(_Drawn(letter, position.kind, is_counted, (period.start.first, period.end.last), sure))
    as_of = screening.as_of.year * 12 + screening.as_of.month - 1
    return Timeline(
        tuple(rows), len(screening.resume.positions) - len(letters), _chart(drawn, as_of) if has_chart else None
    )


def letters_of(screening: Screening) -> dict[int, str]:
    """The letters of the positions that are shown, by their place in the resume; newest first."""
    positions = screening.resume.positions
    newest_first = sorted(range(len(positions)), key=lambda index: _newest_first(positions[index].period))
    return {index: _letter(number) for number, index in enumerate(newest_first[:MOST])}


def percent(share: float) -> str:
    """At most one decimal: "12.5", "40"."""
    return f"{round(share, 1):g}"


def _newest_first(period: Period | None) -> tuple[int, int]:
    """What has no dates comes last."""
    return (-period.end.last, -period.start.first) if period else (1, 0)


def _letter(number: int) -> str:
    """A to Z, then A1 to Z1 and so on."""
    return chr(ord("A") + number % 26) + (str(number // 26) if number >= 26 else "")


def _chart(drawn: Sequence[_Drawn], as_of: int) -> Chart | None:
    shown = [item for item in drawn if item.possible[0] <= as_of]
    if not shown:
        return None
    first_year = min(item.possible[0] for item in shown) // 12
    last_year = as_of // 12
    scale = _Scale(first_year * 12, last_year * 12 + 11)
    lanes = _lanes(shown, scale)
    bars = [bar for item in shown for bar in _bars(item, scale, _AXIS + lanes[item.letter] * _LANE)]
    height = _AXIS + (max(lanes.values()) + 1) * _LANE
    counted = [item for item in shown if item.is_counted]
    if counted:
        bars += _together(counted, scale, height)
        height += _LANE
    return Chart(_ticks(first_year, last_year, scale), tuple(bars), height, first_year, last_year)


def _lanes(drawn: Iterable[_Drawn], scale: _Scale) -> dict[str, int]:
    """A lane for each letter: the first that is free from where the bar begins."""
    free: list[float] = []  # where each lane is free again
    lanes = {}
    for item in sorted(drawn, key=lambda item: (item.possible, item.letter)):
        begin, end = scale.at(item.possible[0]), scale.at(item.possible[1] + 1)
        lane = next((lane for lane, where in enumerate(free) if where <= begin), len(free))
        free[lane : lane + 1] = [end if end - begin >= _NARROW else end + _NARROW]
        lanes[item.letter] = lane
    return lanes


def _bars(item: _Drawn, scale: _Scale, y: int) -> list[Bar]:
    look = " ".join(filter(None, (_LOOKS[item.kind], "" if item.is_counted else "off")))
    begin, end = scale.at(item.possible[0]), scale.at(item.possible[1] + 1)
    bars = [_bar((begin, end), y, f"{look} unsure".lstrip())] if item.possible != item.sure else []
    if item.sure[0] <= item.sure[1]:
        bars.append(_bar((scale.at(item.sure[0]), scale.at(item.sure[1] + 1)), y, look))
    is_beside = end - begin < _NARROW
    where = percent(end if is_beside else (begin + end) / 2)
    bars[-1] = bars[-1]._replace(letter=item.letter, letter_x=where, is_beside=is_beside)
    return bars


def _together(counted: Sequence[_Drawn], scale: _Scale, y: int) -> list[Bar]:
    """What is possible of all counted positions, and on top what is sure."""
    possible = _union(item.possible for item in counted)
    sure = _union(item.sure for item in counted if item.sure[0] <= item.sure[1])
    unsure = [] if possible == sure else [_bar(_edges(stretch, scale), y, "total unsure") for stretch in possible]
    return unsure + [_bar(_edges(stretch, scale), y, "total") for stretch in sure]


def _edges(stretch: Stretch, scale: _Scale) -> tuple[float, float]:
    return scale.at(stretch[0]), scale.at(stretch[1] + 1)


def _union(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches that touch or overlap as one."""
    joined: list[Stretch] = []
    for first, last in sorted(stretches):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def _bar(edges: tuple[float, float], y: int, look: str) -> Bar:
    return Bar(percent(edges[0]), percent(max(edges[1] - edges[0], 0.4)), y, look)


def _ticks(first: int, last: int, scale: _Scale) -> tuple[tuple[str, int], ...]:
    """As many years as have room, each where its January lies."""
    step = next((step for step in _STEPS if (last - first) // step < _LABELS), _STEPS[-1])
    return tuple((percent(scale.at(year * 12)), year) for year in range(first, last + 1, step))
