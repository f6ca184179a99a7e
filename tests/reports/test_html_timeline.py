"""The chart of positions: bars where their dates lie, overlaps in lanes, and what was counted of them together."""

from dataclasses import replace

import pytest
from report_samples import AS_OF, POSITIONS, month, present, screening, year

from screener.model.period import Months, Period
from screener.model.resume import Position, PositionKind
from screener.reports.html.timeline import MOST, Chart, timeline_of

WORK, INTERNSHIP = PositionKind.WORK, PositionKind.INTERNSHIP


def chart_of(*periods: Period, kind: PositionKind = WORK) -> Chart:
    positions = tuple(Position("Developer", "Acme", kind, period, 1, 1) for period in periods)
    one = screening()
    made = replace(
        one, resume=replace(one.resume, positions=positions), position_months=tuple(Months() for _ in positions)
    )
    chart = timeline_of(made).chart
    assert chart is not None
    return chart


def bars(chart: Chart, look: str) -> list[tuple[str, str]]:
    return [(bar.x, bar.width) for bar in chart.bars if bar.look == look]


def test_positions_are_listed_newest_first_and_those_without_dates_last() -> None:
    rows = timeline_of(screening()).rows
    assert [row.letter for row in rows] == list("ABCDE")
    assert rows[0].title == "Senior Backend Engineer"
    assert rows[-1].period == "no dates"
    assert [row.kind for row in rows] == ["", "", "freelance", "internship", ""]
    assert [row.is_counted for row in rows] == [True, True, True, False, True]


def test_a_bar_lies_where_its_dates_do() -> None:
    chart = chart_of(Period(month(2025, 1), month(2025, 12)))
    assert (chart.first, chart.last) == (2025, AS_OF.year)
    assert bars(chart, "") == [("0", "50")]
    assert bars(chart, "total") == [("0", "50")]


def test_what_overlaps_lies_in_lanes_and_counts_once() -> None:
    chart = chart_of(
        Period(month(2023, 1), month(2024, 12)),
        Period(month(2024, 1), month(2025, 12)),
        Period(month(2026, 1), present()),
    )
    lanes = {bar.letter: bar.y for bar in chart.bars if bar.letter}
    assert lanes["A"] == lanes["C"] != lanes["B"]
    assert bars(chart, "total") == [("0", "97.9")]


def test_a_gap_stays_white() -> None:
    chart = chart_of(Period(month(2023, 1), month(2023, 12)), Period(month(2025, 1), month(2025, 12)))
    assert bars(chart, "total") == [("0", "25"), ("50", "25")]


def test_a_coarse_date_has_a_pale_bar_behind_what_is_sure() -> None:
    chart = chart_of(Period(year(2023), year(2025)))
    assert bars(chart, "unsure") == [("0", "75")]
    assert bars(chart, "") == [("22.9", "29.2")]
    assert bars(chart, "total unsure") == [("0", "75")]


def test_a_lone_year_is_only_pale() -> None:
    assert bars(chart_of(Period(year(2024), year(2024))), "") == []


def test_kinds_have_a_look_and_what_is_not_counted_has_no_share_in_the_total() -> None:
    chart = chart_of(Period(month(2025, 1), month(2025, 12)), kind=INTERNSHIP)
    assert bars(chart, "internship off") == [("0", "50")]
    assert bars(chart, "total") == []


def test_a_short_position_has_its_letter_beside_it() -> None:
    chart = chart_of(Period(month(2020, 1), month(2020, 1)))
    assert [bar.is_beside for bar in chart.bars if bar.letter] == [True]


@pytest.mark.parametrize(
    "period",
    [
        pytest.param(Period(month(2025, 5), month(2024, 1)), id="reversed"),
        pytest.param(Period(month(2030, 1), month(2031, 1)), id="in the future"),
    ],
)
def test_dates_that_say_nothing_draw_nothing(period: Period) -> None:
    position = Position("Developer", None, WORK, period, 1, 1)
    one = screening()
    made = replace(one, resume=replace(one.resume, positions=(position,)), position_months=(Months(),))
    assert timeline_of(made).chart is None
    assert len(timeline_of(made).rows) == 1


def test_more_positions_than_anybody_has_are_counted() -> None:
    one = screening()
    many = (POSITIONS * 20)[: MOST + 7]
    made = replace(one, resume=replace(one.resume, positions=many), position_months=tuple(Months() for _ in many))
    timeline = timeline_of(made)
    assert (len(timeline.rows), timeline.more) == (MOST, 7)
    assert len({row.letter for row in timeline.rows}) == MOST


@pytest.mark.parametrize("start", [1, 1900, 1990, 2020])
def test_the_axis_names_a_few_years(start: int) -> None:
    chart = chart_of(Period(month(start, 1), month(start, 3)))
    assert 1 <= len(chart.ticks) <= 6
    assert chart.ticks[0] == ("0", start)
