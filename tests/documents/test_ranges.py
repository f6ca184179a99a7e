"""Ranges of dates that break at the end of a line, and lines that merely follow each other."""

import pytest

from screener.documents.ranges import is_open, is_rest


@pytest.mark.parametrize(
    ("text", "more"),
    [
        pytest.param("Jun 2023 –", "Present", id="behind the dash"),
        pytest.param("Jun 2023", "– Present", id="before the dash"),
        pytest.param("2019 – Dec", "2021", id="between month and year"),
        pytest.param("Jul 24 - Dez", "25", id="before a short year"),
        pytest.param("January", "2019 – May 2020", id="in the first date"),
        pytest.param("May 2020 to", "date", id="inside the words for now"),
        pytest.param("03/23 ~ по настоящее", "время", id="inside them, in Russian"),
        pytest.param("From March 1, 2025", "through August 28, 2025", id="before a word"),
        pytest.param("1 de janeiro de 2023 até", "28 de novembro de 2024", id="behind a word"),
        pytest.param("1 de novembro de 2022", "até 10 de dezembro de", id="before a word and inside a date"),
        pytest.param("1 de abril de 2022 até 28", "de junho de 2022", id="behind a day"),
        pytest.param("(From Q4 2019 through Q4", "2020)", id="behind a quarter"),
        pytest.param("Apr 2024 – Mar 2026 · 2", "yrs", id="inside a duration"),
        pytest.param("Feb 2020 – Aug 2024 (4", "years 7 months)", id="inside a longer one"),
    ],
)
def test_the_rest_of_a_range(text: str, more: str) -> None:
    assert is_rest(text, more)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        pytest.param("2020 – 2021", "Berlin", id="a place"),
        pytest.param("Jan 2020 – present", "Northwick", id="an employer below now"),
        pytest.param("2014", "2010", id="years of two rows"),
        pytest.param("2021-05", "2023", id="a month in digits above a year"),
        pytest.param("2018", "to Acme", id="a word that is no date"),
        pytest.param("november 2022-", "november 2024-", id="two ranges that are open"),
    ],
)
def test_lines_that_follow_each_other(text: str, more: str) -> None:
    assert not is_rest(text, more)


def test_a_range_that_ends_with_now_is_not_open() -> None:
    assert [is_open(text) for text in ("Jun 2023 –", "2019 – Dec", "2020 – present", "2020")] == [
        True,
        True,
        False,
        False,
    ]
