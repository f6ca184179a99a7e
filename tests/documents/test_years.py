"""Years as people write them, and two digits that are none."""

import pytest

from screener.documents.years import count_years, has_year, is_date, is_year


@pytest.mark.parametrize(
    "text", ["2019", "03/24", "’24", "Jul ’24 - Dez ’25", "giu-24 – giu-26", "Sept. 24", "Da lug-26", "12 июл 23"]
)
def test_years_whole_and_short(text: str) -> None:
    assert has_year(text)


@pytest.mark.parametrize("text", ["Java 17", "PHP 8", "Top 10", "12000 users", "Mayer 24", "24 people in May", ""])
def test_other_numbers_are_no_years(text: str) -> None:
    assert not has_year(text)


def test_a_sentence_with_a_year_is_no_date() -> None:
    assert is_date("Jan 2020 – Feb 2021")
    assert not is_date("Presented the results at the quarterly reviews in 2019")


def test_years_are_counted() -> None:
    assert [count_years(text) for text in ("Jul 24 – Dec 25", "2019", "May", "03/19 – 2020")] == [2, 1, 0, 2]


def test_two_digits_are_a_year_where_one_is_missing() -> None:
    assert is_year("25")
    assert is_year("’25")
    assert not is_year("250")
