"""Months against what is asked: met, not met, or not to be told."""

from dataclasses import replace
from datetime import date

import pytest
from factories import asks_experience, judging, position, resume

from screener.model.period import Months
from screener.model.resume import PositionKind
from screener.model.screening import Status
from screener.requirements.experience import judge_experience


def finding(*dates: str | None, months: int = 60, **asked: object):
    return judge_experience(asks_experience(months, **asked), judging(resume(positions=[position(d) for d in dates])))


@pytest.mark.parametrize(
    ("dates", "low", "high"),
    [
        pytest.param(["2020-01 – 2020-03"], 3, 3, id="both ends count"),
        pytest.param(["2018-01 – 2020-12", "2020-01 – 2021-12"], 48, 48, id="overlap once"),
        pytest.param(["2021-03 – present"], 64, 64, id="present ends at as-of"),
        pytest.param(["2019 – 2021"], 14, 36, id="years alone"),
        pytest.param(["2016 – 2018", "2018 – 2021", "2021 – 2024"], 86, 108, id="years in a chain"),
        pytest.param(["2015-01 – 2018", "2018 – 2020-03"], 63, 63, id="a shared year between months"),
        pytest.param(["2015-01 – 2018-03", "2018 – 2020"], 61, 72, id="a shared year after a month"),
        pytest.param(["2020"], 1, 12, id="one year"),
        pytest.param(["summer 2020"], 3, 3, id="a season"),
        pytest.param(["2022-01 – 2020-01"], 0, 0, id="reversed"),
        pytest.param(["2026-01 – 2027-12"], 6, 6, id="cut at as-of"),
        pytest.param(["2027-01 – 2027-12"], 0, 0, id="future"),
        pytest.param([None], 0, 0, id="undated"),
    ],
)
def test_months_are_the_union_of_counted_positions(dates, low, high):
    assert finding(*dates).months == Months(low, high)


@pytest.mark.parametrize(
    ("dates", "asked", "status"),
    [
        pytest.param(["2019-01 – 2023-12"], 60, Status.MET, id="exactly enough"),
        pytest.param(["2019-01 – 2023-11"], 60, Status.NOT_MET, id="one month short"),
        pytest.param(["2019 – 2021"], 24, Status.UNKNOWN, id="between"),
        pytest.param(["2016 – 2018", "2018 – 2021", "2021 – 2024"], 60, Status.MET, id="surely enough"),
        pytest.param(["2020-01 – 2020-12", None], 60, Status.UNKNOWN, id="an undated position might add"),
        pytest.param(["2020-01 – 2020-12", "2022-01 – 2020-01"], 60, Status.UNKNOWN, id="a reversed one might add"),
        pytest.param(["2027-01 – 2027-12"], 60, Status.NOT_MET, id="only in the future"),
        pytest.param([], 60, Status.UNKNOWN, id="no position"),
        pytest.param([None], 60, Status.UNKNOWN, id="no dates"),
        pytest.param([], 0, Status.MET, id="nothing asked"),
    ],
)
def test_status(dates, asked, status):
    assert finding(*dates, months=asked).status is status


def test_other_kinds_count_only_when_the_role_says_so():
    intern = resume(positions=[position("2019-01 – 2023-12", kind=PositionKind.INTERNSHIP)])
    assert judge_experience(asks_experience(), judging(intern)).status is Status.NOT_MET
    counted = judging(intern, counts=[PositionKind.INTERNSHIP])
    assert judge_experience(asks_experience(), counted).status is Status.MET


def test_an_undated_internship_leaves_nothing_open():
    positions = [position("2020-01 – 2020-12"), position(None, kind=PositionKind.INTERNSHIP)]
    assert judge_experience(asks_experience(), judging(resume(positions=positions))).status is Status.NOT_MET


@pytest.mark.parametrize(
    ("dates", "reason"),
    [
        (["2019-01 – 2023-11"], "4 y 11 m, and 5 years are asked"),
        (["2018 – 2023-06"], "4 y 7 m to 5 y 6 m, and 5 years are asked"),
        (["2012-01 – 2018-12"], "7 y, and 5 years are asked, above the range"),
        (["2012-01 – 2018-11"], "6 y 11 m, and 5 years are asked"),
        (["2012 – 2018-12"], "6 y 1 m to 7 y, and 5 years are asked, maybe above the range"),
        (["2020-01 – 2020-12", None], "1 y, and 5 years are asked; Acme might add to it"),
        ([None], "no dated position, and 5 years are asked"),
    ],
)
def test_reason_in_words(dates, reason):
    assert finding(*dates, months_above=84).reason == reason


@pytest.mark.parametrize(
    ("dates", "lacking"),
    [
        (["2019-01 – 2023-12"], None),
        (["2019-01 – 2023-11"], "1 more month"),
        (["2019-01 – 2023-05"], "7 more months"),
        (["2019-06 – 2024"], "the month in which Acme was left"),
        (["2018 – 2023-06"], "the month in which Acme was joined"),
        (["2019 – 2024"], "the month in which Acme was left"),
        (["2019 – 2023"], "the months in which Acme was joined and left"),
        (["2015 – 2017", "2019 – 2021"], "the months of positions dated by the year"),
        (["2019-01 – 2023-05", None], "7 more months, if the dates of Acme show them"),
        ([], "60 more months in dated positions"),
    ],
)
def test_lacking_is_the_smallest_change(dates, lacking):
    assert finding(*dates).lacking == lacking


@pytest.mark.parametrize(
    ("dates", "question"),
    [
        (["2019 – 2024"], "In which months did the work at Acme begin and end?"),
        (["2020-01 – 2020-12", None], "From which month to which month was the work at Acme?"),
        ([], "Which positions were held, from which month to which month?"),
        (["2019-01 – 2023-12"], None),
        (["2023 – 2024", "2019 – 2024"], "In which months did the work at Acme begin and end?"),
    ],
)
def test_unknown_asks_for_what_is_missing(dates, question):
    assert finding(*dates).question == question


def test_nobody_is_asked_about_a_position_that_lies_within_another():
    within = [position("2023 – 2024", "Beta"), position("2021 – 2026", "Gamma"), position("2022-01 – 2022-12", "Acme")]
    judged = judge_experience(asks_experience(60), judging(resume(positions=within), as_of=date(2026, 11, 22)))
    assert judged.lacking == "the month in which Gamma was left"
    assert judged.question == "In which months did the work at Gamma begin and end?"


@pytest.mark.parametrize(
    ("dates", "credit"),
    [
        ("2019-01 – 2023-11", "0.98"),
        ("2010-01 – 2023-11", "1.00"),
        ("2019-01 – 2021-06", "0.50"),
        ("2019 – 2021", "0.42"),
    ],
)
def test_credit_is_the_share_of_the_months_asked(dates, credit):
    assert str(finding(dates).credit) == credit


def test_a_position_without_a_name_is_called_by_its_place():
    nameless = replace(position(None), title=None, employer=None, page=2, line=7)
    asked = judge_experience(asks_experience(), judging(resume(positions=[nameless])))
    assert "the position on page 2, line 7" in (asked.lacking or "")


def test_braces_in_a_name_are_harmless():
    braces = position("2019-06 – 2024", employer="{0.__class__} {")
    assert judge_experience(asks_experience(), judging(resume(positions=[braces]))).status is Status.UNKNOWN


def test_many_positions_end_in_time():
    positions = [position("2019-01 – 2023-12"), *[position("2020")] * 300]
    assert judge_experience(asks_experience(61), judging(resume(positions=positions))).status is Status.NOT_MET


def test_who_is_asked_about_positions_learns_which():
    def question(*employers):
        jobs = [position(f"{2001 + 3 * at} – {2002 + 3 * at}", name) for at, name in enumerate(employers)]
        return judge_experience(asks_experience(len(jobs) * 24), judging(resume(positions=jobs))).question

    asked = "In which months did the work at {} begin and end?"
    assert question("Acme", "Beta") == asked.format("Acme and Beta")
    assert question("Acme", "Beta", "Gamma") == asked.format("Acme, Beta and Gamma")
    assert question("Acme", "Beta", "Gamma", "Delta") == asked.format("Acme, Beta and 2 more")
