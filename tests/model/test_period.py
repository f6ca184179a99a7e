"""Months of periods: both ends included, coarse dates kept coarse, unions instead of sums."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.model.period import Bound, Months, Period, Precision, month_index, total_months

AS_OF = month_index(2026, 6)


def year(value: int) -> Bound:
    return Bound(month_index(value, 1), month_index(value, 12), Precision.YEAR)


def month(value: int, number: int) -> Bound:
    return Bound(month_index(value, number), month_index(value, number), Precision.MONTH)


def season(value: int, first: int) -> Bound:
    return Bound(month_index(value, first), month_index(value, first) + 2, Precision.SEASON)


PRESENT = Bound(AS_OF, AS_OF, Precision.MONTH, present=True)


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        pytest.param([], Months(0, 0), id="nothing"),
        pytest.param([Period(month(2020, 1), month(2020, 3))], Months(3, 3), id="both ends are included"),
        pytest.param([Period(month(2021, 3), PRESENT)], Months(64, 64), id="present ends at the as-of month"),
        pytest.param(
            [Period(month(2018, 1), month(2020, 12)), Period(month(2020, 1), month(2021, 12))],
            Months(48, 48),
            id="overlaps count once",
        ),
        pytest.param(
            [Period(month(2018, 1), month(2018, 3)), Period(month(2019, 1), month(2019, 3))],
            Months(6, 6),
            id="gaps don't count",
        ),
        pytest.param([Period(year(2019), year(2021))], Months(14, 36), id="years alone are a range"),
        pytest.param([Period(year(2019), year(2019))], Months(1, 12), id="one year alone"),
        pytest.param(
            [Period(year(2016), year(2018)), Period(year(2018), year(2021)), Period(year(2021), year(2024))],
            Months(86, 108),
            id="shared boundary years are contiguous",
        ),
        pytest.param(
            [Period(month(2015, 1), year(2018)), Period(year(2018), month(2020, 3))],
            Months(63, 63),
            id="a shared year between two months is covered",
        ),
        pytest.param(
            [Period(month(2015, 1), month(2018, 3)), Period(year(2018), year(2020))],
            Months(61, 72),
            id="one side of the shared year is a month",
        ),
        pytest.param(
            [Period(month(2015, 1), month(2018, 3)), Period(month(2018, 9), month(2018, 12))],
            Months(43, 43),
            id="two dates with months never move",
        ),
        pytest.param([Period(month(2018, 3), year(2018))], Months(1, 10), id="a month, and the year it is in"),
        pytest.param([Period(year(2018), month(2018, 3))], Months(1, 3), id="a year that ends in one of its months"),
        pytest.param(
            [Period(year(2018), year(2018)), Period(month(2018, 1), month(2018, 12))],
            Months(12, 12),
            id="a lone year inside another job adds nothing",
        ),
        pytest.param([Period(season(2022, 6), season(2022, 6))], Months(3, 3), id="a season is its three months"),
        pytest.param([Period(season(2020, 6), season(2021, 9))], Months(14, 18), id="from season to season"),
        pytest.param([Period(month(2022, 1), month(2020, 1))], Months(0, 0), id="a reversed range adds nothing"),
        pytest.param([Period(month(2027, 1), month(2028, 1))], Months(0, 0), id="a future start adds nothing"),
        pytest.param([Period(month(2026, 1), month(2027, 12))], Months(6, 6), id="a future end is cut"),
        pytest.param([Period(year(2026), year(2026))], Months(1, 6), id="the year in hand is cut"),
    ],
)
def test_total_months(periods: list[Period], expected: Months) -> None:
    assert total_months(periods, AS_OF) == expected


def test_the_middle_is_rounded_down() -> None:
    assert Months(86, 109).middle == 97


@pytest.mark.parametrize(
    ("bound", "start", "end"),
    [
        (year(2019), "2019", "2019"),
        (month(2019, 3), "2019-03", "2019-03"),
        (season(2019, 6), "2019-06", "2019-08"),
        (Bound(month_index(2019, 3), month_index(2019, 3), Precision.DAY, 15), "2019-03-15", "2019-03-15"),
        (PRESENT, "present", "present"),
    ],
)
def test_iso_is_as_precise_as_the_page(bound: Bound, start: str, end: str) -> None:
    assert (bound.iso(), bound.iso(is_end=True)) == (start, end)


bounds = st.one_of(
    st.builds(year, st.integers(1990, 2030)),
    st.builds(month, st.integers(1990, 2030), st.integers(1, 12)),
    st.builds(season, st.integers(1990, 2030), st.sampled_from([3, 6, 9, 12])),
)
periods = st.builds(Period, bounds, bounds)


@given(st.lists(periods, max_size=6))
def test_a_union_is_at_most_the_sum_and_at_least_the_longest(jobs: list[Period]) -> None:
    alone = [total_months([job], AS_OF) for job in jobs]
    union = total_months(jobs, AS_OF)
    assert union.low <= union.high
    assert union.high <= sum(months.high for months in alone)
    assert union.high >= max((months.high for months in alone), default=0)
    assert union.low >= max((months.low for months in alone), default=0)


@given(st.lists(periods, max_size=5), periods)
def test_another_job_never_lowers_the_total(jobs: list[Period], job: Period) -> None:
    before, after = total_months(jobs, AS_OF), total_months([*jobs, job], AS_OF)
    assert after.low >= before.low
    assert after.high >= before.high


@given(st.lists(st.tuples(st.integers(AS_OF - 60, AS_OF + 12), st.integers(AS_OF - 60, AS_OF + 12)), max_size=6))
def test_periods_given_to_the_month_are_the_months_that_lie_in_any(ends: list[tuple[int, int]]) -> None:
    jobs = [Period(*(Bound(month, month, Precision.MONTH) for month in pair)) for pair in ends]
    months = {month for first, last in ends for month in range(first, last + 1) if month <= AS_OF}
    assert total_months(jobs, AS_OF) == Months(len(months), len(months))
