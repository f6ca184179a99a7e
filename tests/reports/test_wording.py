"""Words for months, dates, requirements and tallies."""

from dataclasses import replace
from decimal import Decimal

import pytest
from report_samples import (
    AZURE,
    DATABASE,
    DEGREE,
    EXPERIENCE,
    MANY,
    MUST,
    NODE,
    ONE,
    POSITIONS,
    SCAN,
    evidence,
    report,
    skill,
)

from screener.model.period import Months
from screener.model.report import Report
from screener.model.requirement import AnyRequirement, Requirement
from screener.model.resume import Grade, Level
from screener.model.screening import Finding, Status
from screener.reports.wording import (
    asked,
    cause_words,
    counted,
    date_words,
    education_words,
    found,
    period_words,
    short_range,
    summary,
    years,
)
from screener.requirements.durations import duration, duration_range, long_duration


@pytest.mark.parametrize(
    ("months", "words"), [(0, "0 m"), (1, "1 m"), (11, "11 m"), (12, "1 y"), (59, "4 y 11 m"), (120, "10 y")]
)
def test_months_are_shown_in_years_and_months(months: int, words: str) -> None:
    assert duration(months) == words


@pytest.mark.parametrize(
    ("months", "words"),
    [(0, "0 months"), (1, "1 month"), (11, "11 months"), (12, "1 year"), (25, "2 years 1 month"), (36, "3 years")],
)
def test_in_a_letter_months_are_written_out(months: int, words: str) -> None:
    assert long_duration(months) == words


def test_a_range_is_shown_only_when_it_is_one() -> None:
    assert duration_range(Months(59, 70)) == "4 y 11 m to 5 y 10 m"
    assert duration_range(Months(60, 60)) == "5 y"
    assert short_range(Months(59, 70)) == "4y 11m–5y 10m"
    assert short_range(Months(60, 60)) == "5y"
    assert short_range(None) == ""


@pytest.mark.parametrize(("months", "words"), [(12, "1 year"), (60, "5 years"), (54, "4.5 years"), (50, "4 y 2 m")])
def test_years_are_asked_in_years(months: int, words: str) -> None:
    assert years(months) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2024", "2024"), ("2024-05", "May 2024"), ("2024-05-09", "9 May 2024"), ("present", "present")],
)
def test_dates_are_written_out(iso: str, words: str) -> None:
    assert date_words(iso) == words


def test_periods_are_as_coarse_as_the_page() -> None:
    assert [period_words(position.period) for position in POSITIONS] == [
        "Sep 2022 – present",
        "Mar 2019 – 2022",
        "Jan 2021 – Aug 2021",
        "Jun 2018 – Aug 2018",
        "no dates",
    ]


@pytest.mark.parametrize(
    ("requirement", "words"),
    [
        (NODE, ""),
        (AZURE, "2 years"),
        (replace(AZURE, grade=Grade.USED), "2 years, used at work"),
        (replace(NODE, grade=Grade.CERTIFIED), "certified or used"),
        (DATABASE, ""),
        (AnyRequirement("A or B", MUST, Decimal(3), (skill("A", MUST), skill("B", MUST, 36))), "B: 3 years"),
        (EXPERIENCE, "5 to 6 years"),
        (replace(EXPERIENCE, months_above=None), "5 years"),
        (replace(EXPERIENCE, months=54), "4.5 years to under 7 years"),
        (DEGREE, "bachelor or higher in computer science or 2 other fields"),
        (replace(DEGREE, level=Level.HIGH_SCHOOL, fields=()), "high school or higher"),
    ],
    ids=lambda value: value.name if hasattr(value, "name") else value,
)
def test_what_is_asked_is_said_in_words(requirement: Requirement, words: str) -> None:
    assert asked(requirement) == words


def test_a_skill_that_is_implied_names_what_implies_it() -> None:
    shown = Finding(DATABASE, Status.MET, Decimal(1), "", evidence=(evidence("", "", implied_by="Mongoose"),))
    assert found(shown) == "used at work (Mongoose)"


def test_what_is_not_met_gives_its_reason() -> None:
    assert found(Finding(NODE, Status.NOT_MET, Decimal(0), "not found")) == "not found"
    assert found(Finding(NODE, Status.UNKNOWN, Decimal(0), "")) == "unknown"


def test_an_unknown_cause_is_shown_as_it_is() -> None:
    assert cause_words(evidence("", "", None, cause="learning")) == "still learning it"
    assert cause_words(evidence("", "", None, cause="odd")) == "odd"


def test_numbers_are_counted() -> None:
    assert [counted(1, "page"), counted(2, "page")] == ["1 page", "2 pages"]


def test_education_without_any_detail_is_unnamed() -> None:
    entry = ONE.result.resume.education[0]  # type: ignore[union-attr]
    assert education_words(entry) == "bachelor, Computer Science, Example University"
    assert education_words(replace(entry, level=None, field=None, institution=None)) == "unnamed"


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (report(*MANY, skipped=1), "6 screened: 3 fit, 1 review, 2 no fit; 2 unreadable; 1 duplicate; 1 skipped"),
        (report(ONE), "1 screened: 1 review"),
        (report(SCAN), "0 screened; 1 unreadable"),
        (report(), "0 screened"),
    ],
    ids=["all", "one", "unreadable", "none"],
)
def test_the_summary_counts_what_there_is(run: Report, words: str) -> None:
    assert summary(run) == words
