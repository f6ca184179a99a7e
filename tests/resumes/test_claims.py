"""Claims of years of experience in prose, kept apart from what the dates say."""

import pytest

from screener.resumes.claims import claimed_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("10+ years of experience", 10),
        ("Engineer with over 6 years of professional software experience", 6),
        ("Experience: 7 years", 7),
        ("five years' experience in payments", 5),
        ("4.5 years of experience", 4.5),
        ("8 Jahre Berufserfahrung", 8),
        ("6 años de experiencia", 6),
        ("A company with 20 years of history", None),
        ("I am 35 years old", None),
        ("Experience with Node.js since 2019", None),
    ],
)
def test_claimed_years(text: str, years: float | None) -> None:
    assert claimed_years(text) == years


def test_a_claim_may_wrap() -> None:
    assert claimed_years("Developer with more than 5 years of", "experience in web development") == 5
