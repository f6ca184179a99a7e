"""A duration behind a range is worth a word only when no rounding explains it."""

import pytest

from screener.model.period import month_index
from screener.resumes.stated_durations import find_contradiction
from tests.factories import period

AS_OF = month_index(2026, 6)


@pytest.mark.parametrize(
    ("dates", "behind"),
    [
        ("2019-03 – 2021-05", " (2 yrs 3 mos)"),
        ("2019-03 – 2021-05", " · 2 years and 2 months"),
        ("2019-03 – 2021-05", " (27 Monate)"),
        ("2019-03 – 2021-05", " | 2,25 Jahre | Berlin"),
        ("2019-03 – 2021-05", " (3 years)"),
        ("2019 – 2021", " (1 year)"),
        ("2019-03 – present", " (2 yrs 1 mo)"),
        ("2019-03 – 2021-05", ""),
        ("2019-03 – 2021-05", ", team of 12 people for 5 years"),
        ("2019-03 – 2021-05", " (40 hours a week)"),
    ],
)
def test_what_rounding_or_age_explains_is_fine(dates: str, behind: str) -> None:
    assert find_contradiction(behind, period(dates), AS_OF) is None


@pytest.mark.parametrize(
    ("dates", "behind", "said"),
    [
        ("2019-03 – 2021-05", " (5 years)", "5 years"),
        ("2019-03 – 2021-05", " · 3 yrs 3 mos · Berlin", "3 yrs 3 mos"),
        ("2019-03 – 2021-05", " (6 months)", "6 months"),
        ("2019-03 – present", " (12 Jahre)", "12 Jahre"),
        ("2019 – 2021", " (6 ans)", "6 ans"),
    ],
)
def test_a_contradiction_is_quoted(dates: str, behind: str, said: str) -> None:
    assert find_contradiction(behind, period(dates), AS_OF) == said
