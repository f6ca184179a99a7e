"""Gaps and overlaps: only what the dates say for sure, and never more than that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import month, present, year

from screener.model.period import Bound, Period, Precision, month_index
from screener.reports.spans import Span, gaps, overlaps, span_words

NOW = month_index(2026, 11)


def at(year_of: int, number: int) -> int:
    return month_index(year_of, number)


def period(start: Bound, end: Bound) -> Period:
    return Period(start, end)


JOB = period(month(2020, 1), month(2021, 12))
REVERSED = period(month(2024, 1), month(2023, 1))
SUMMER = period(month(2022, 1), month(2022, 6))


@pytest.mark.parametrize(
    ("periods", "found"),
    [
        ([], []),
        ([period(month(2020, 1), present())], []),
        ([JOB, period(month(2022, 3), present())], [Span(at(2022, 1), at(2022, 2))]),
        ([JOB, period(month(2022, 1), present())], []),
        ([JOB], [Span(at(2022, 1), NOW)]),
        ([period(month(2020, 1), month(2026, 10))], []),
        ([JOB, period(year(2022), present())], []),
        ([JOB, period(year(2023), present())], [Span(at(2022, 1), at(2022, 12))]),
        ([JOB, REVERSED, period(month(2022, 2), present())], [Span(at(2022, 1), at(2022, 1))]),
        ([period(month(2020, 1), present()), period(month(2030, 1), month(2031, 1))], []),
        ([period(month(2010, 1), present()), JOB], []),
    ],
    ids=["none", "one", "two months", "touching", "at the end", "this month", "the year may", "the year before",
         "reversed", "future", "within"],
)  # fmt: skip
def test_a_gap_is_what_no_date_covers(periods: list[Period], found: list[Span]) -> None:
    assert gaps(periods, NOW) == found


@pytest.mark.parametrize(
    ("periods", "found"),
    [
        ([JOB], []),
        ([JOB, period(month(2021, 7), present())], [Span(at(2021, 7), at(2021, 12))]),
        ([JOB, period(month(2021, 12), present())], [Span(at(2021, 12), at(2021, 12))]),
        ([JOB, period(month(2022, 1), present())], []),
        ([JOB, JOB, JOB], [Span(at(2020, 1), at(2021, 12))]),
        ([JOB, period(year(2021), present())], [Span(at(2021, 12), at(2021, 12))]),
        ([JOB, period(year(2021), year(2021))], []),
        ([period(month(2019, 1), present()), JOB, SUMMER], [Span(at(2020, 1), at(2022, 6))]),
        ([period(month(2026, 1), month(2030, 1)), period(month(2026, 2), month(2030, 1))], [Span(at(2026, 2), NOW)]),
    ],
    ids=["one", "half a year", "one month", "touching", "three", "coarse start", "a year alone", "two in a row",
         "future"],
)  # fmt: skip
def test_an_overlap_is_what_two_surely_cover(periods: list[Period], found: list[Span]) -> None:
    assert overlaps(periods, NOW) == found


def test_spans_in_words() -> None:
    assert span_words([Span(at(2018, 11), at(2019, 2)), Span(at(2022, 3), at(2022, 3))]) == (
        "Nov 2018 – Feb 2019 (4 months); Mar 2022 (1 month)"
    )


def test_single_months_are_named_together() -> None:
    spans = [Span(at(2020, 3), at(2020, 3)), Span(at(2021, 1), at(2021, 4)), Span(at(2022, 5), at(2022, 5))]
    assert span_words(spans) == "Jan 2021 – Apr 2021 (4 months); Mar 2020, May 2022 (1 month each)"


def exact(first: int, length: int) -> Period:
    start, end = (Bound(one, one, Precision.MONTH) for one in (first, first + length))
    return Period(start, end)


@given(st.lists(st.builds(exact, st.integers(NOW - 99, NOW), st.integers(0, 30)), min_size=1, max_size=8))
def test_spans_are_what_counting_month_by_month_says(periods: list[Period]) -> None:
    covers = {
        month: sum(one.start.first <= month <= one.end.last for one in periods)
        for month in range(min(one.start.first for one in periods), NOW + 1)
    }
    missing = {month for span in gaps(periods, NOW) for month in range(span.first, span.last + 1)}
    shared = {month for span in overlaps(periods, NOW) for month in range(span.first, span.last + 1)}
    assert missing - {NOW} == {month for month, count in covers.items() if not count} - {NOW}
    assert shared == {month for month, count in covers.items() if count > 1}
