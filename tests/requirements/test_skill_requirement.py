"""Skills and alternatives of skills: evidence, grades, months, silence."""

from decimal import Decimal

import pytest
from factories import (
    AS_OF,
    asks_any,
    asks_skill,
    evidence,
    judging,
    listed,
    position,
    resume,
    resume_line,
    skill_evidence,
    used,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.model.period import Months
from screener.model.resume import Grade, PositionKind
from screener.model.screening import Status
from screener.requirements.any_of import judge_any
from screener.requirements.skill import judge_skill

JOB = position("2019-01 – 2020-12")
IF_DATED = "if the dates of Acme show them"


def shown(grade: Grade, *, in_position: int | None = None):
    return [skill_evidence("Azure", evidence("Azure", grade, position=in_position))]


@pytest.mark.parametrize(
    ("grade", "asked", "status", "credit"),
    [
        (Grade.USED, Grade.LISTED, Status.MET, "1"),
        (Grade.PROJECT, Grade.LISTED, Status.MET, "0.8"),
        (Grade.CERTIFIED, Grade.LISTED, Status.MET, "0.8"),
        (Grade.LISTED, Grade.LISTED, Status.MET, "0.6"),
        (Grade.MENTIONED, Grade.LISTED, Status.NOT_MET, "0.2"),
        (Grade.MENTIONED, Grade.MENTIONED, Status.MET, "0.2"),
        (Grade.LISTED, Grade.USED, Status.NOT_MET, "0.6"),
        (Grade.CERTIFIED, Grade.PROJECT, Status.NOT_MET, "0.8"),
        (Grade.USED, Grade.USED, Status.MET, "1"),
    ],
)
def test_the_best_grade_decides(grade, asked, status, credit):
    finding = judge_skill(asks_skill("Azure", grade=asked), judging(resume(skills=shown(grade))))
    assert finding.status is status
    assert finding.credit == Decimal(credit)
    assert finding.grade is grade


@pytest.mark.parametrize(
    ("skills", "reason"),
    [
        pytest.param([], "not found", id="silence"),
        pytest.param([evidence("x", None, cause="learning")], "not found, only being learned", id="learning"),
        pytest.param([evidence("x", None, cause="negated")], "not found, only denied", id="negated"),
    ],
)
def test_a_skill_without_evidence_is_not_met(skills, reason):
    finding = judge_skill(asks_skill("Azure"), judging(resume(skills=[skill_evidence("Azure", *skills)])))
    assert (finding.status, finding.reason, finding.credit) == (Status.NOT_MET, reason, 0)
    assert finding.lacking == "Azure evidence"
    assert (finding.months, finding.last_used, finding.grade) == (None, None, None)
    assert len(finding.notes) == len(skills)


@pytest.mark.parametrize(
    ("dates", "asked", "status", "lacking"),
    [
        pytest.param("2019-01 – 2020-12", 24, Status.MET, None, id="exactly enough"),
        pytest.param("2019-01 – 2020-11", 24, Status.NOT_MET, "1 more month of Azure", id="one short"),
        pytest.param("2019 – 2021", 24, Status.UNKNOWN, "the months in which Azure was used", id="coarse"),
        pytest.param(None, 24, Status.UNKNOWN, f"2 years of Azure at work, {IF_DATED}", id="undated"),
        pytest.param("2022-01 – 2020-01", 24, Status.UNKNOWN, f"2 years of Azure at work, {IF_DATED}", id="reversed"),
    ],
)
def test_months_asked_are_those_of_the_positions_that_show_it(dates, asked, status, lacking):
    of = resume(positions=[position("2010-01 – 2018-12"), position(dates)], skills=used("Azure", position=1))
    finding = judge_skill(asks_skill("Azure", months=asked), judging(of))
    assert (finding.status, finding.lacking) == (status, lacking)
    assert (finding.question is None) == (status is not Status.UNKNOWN)


def test_an_undated_position_turns_too_few_months_into_unknown():
    both = skill_evidence("Azure", evidence("a", Grade.USED, position=0), evidence("b", Grade.PROJECT, position=1))
    dated, undated = position("2020-01 – 2020-12"), position(None, "Beta")
    asked = asks_skill("Azure", months=24)
    assert judge_skill(asked, judging(resume(positions=[dated, undated], skills=[both]))).status is Status.UNKNOWN
    elsewhere = resume(positions=[dated, undated], skills=used("Azure"))
    assert judge_skill(asked, judging(elsewhere)).status is Status.NOT_MET


def test_a_skill_that_is_only_listed_has_unknown_months_never_zero():
    finding = judge_skill(asks_skill("Azure", months=24), judging(resume(positions=[JOB], skills=listed("Azure"))))
    assert (finding.months, finding.last_used, finding.status) == (None, None, Status.UNKNOWN)
    assert finding.credit == 0
    assert finding.reason == "listed, but used in no position, months unknown, and 2 years are asked"


def test_months_are_a_union_and_only_of_counted_positions():
    internship = position("2015-01 – 2015-12", kind=PositionKind.INTERNSHIP)
    positions = [internship, JOB, position("2020-06 – 2021-12"), position("2024-01 – 2024-12")]
    in_three = skill_evidence("Azure", *(evidence("Azure", Grade.USED, position=index) for index in range(3)))
    of = resume(positions=positions, skills=[in_three])
    assert judge_skill(asks_skill("Azure"), judging(of)).months == Months(36, 36)
    counted = judging(of, counts=[PositionKind.INTERNSHIP])
    assert judge_skill(asks_skill("Azure"), counted).months == Months(48, 48)


@pytest.mark.parametrize(
    ("dates", "last_used"),
    [
        (["2019-01 – 2020-12"], "2020-12"),
        (["2019-01 – 2020-12", "2015-01 – 2016-03"], "2020-12"),
        (["2019-01-15 – 2020-12-31"], "2020-12"),
        (["2019 – 2021"], "2021"),
        (["2019-01 – present"], f"{AS_OF:%Y-%m}"),
        (["2019-01 – present", "2025 – 2026"], f"{AS_OF:%Y-%m}"),
        (["2020-01 – 2027-12"], f"{AS_OF:%Y-%m}"),
        (["summer 2020"], "2020-08"),
        (["2022-01 – 2020-01"], None),
        (["2027-01 – 2027-05"], None),
        ([None], None),
    ],
)
def test_last_used_is_the_end_of_the_latest_position(dates, last_used):
    all_show_it = skill_evidence("Azure", *(evidence("Azure", Grade.USED, position=at) for at in range(len(dates))))
    of = resume(positions=[position(each) for each in dates], skills=[all_show_it])
    assert judge_skill(asks_skill("Azure"), judging(of)).last_used == last_used


def test_credit_with_months_is_grade_times_share_rounded_half_up():
    of = resume(positions=[position("2020-01 – 2020-05")], skills=used("Azure"))
    assert judge_skill(asks_skill("Azure", months=16), judging(of)).credit == Decimal("0.31")  # 0.3125
    assert judge_skill(asks_skill("Azure", months=8), judging(of)).credit == Decimal("0.63")  # 0.625
    assert judge_skill(asks_skill("Azure", months=3), judging(of)).credit == 1


def test_a_name_outside_the_vocabulary_is_matched_literally():
    of = resume(lines=[resume_line("Zorkmid Framework, Docker")])
    finding = judge_skill(asks_skill("Zorkmid Framework", skill=None), judging(of))
    assert (finding.status, finding.grade) == (Status.MET, Grade.LISTED)
    assert "Zorkmid Framework" in finding.evidence[0].quote
    assert judge_skill(asks_skill("Zorkmid", skill=None), judging(resume())).status is Status.NOT_MET


def test_aliases_of_the_role_add_to_the_vocabulary():
    of = resume(lines=[resume_line("Redmond cloud")], skills=listed("Azure"))
    assert len(judge_skill(asks_skill("Azure", aliases=("Redmond cloud",)), judging(of)).evidence) == 2


MONGO, POSTGRES = asks_skill("MongoDB"), asks_skill("PostgreSQL")


@pytest.mark.parametrize(
    ("skills", "status", "reason", "credit"),
    [
        ([], Status.NOT_MET, "none of them found", "0"),
        (listed("PostgreSQL"), Status.MET, "PostgreSQL listed, but used in no position", "0.6"),
        ((*listed("PostgreSQL"), *used("MongoDB")), Status.MET, "MongoDB used in a position, 2 y", "1"),
    ],
)
def test_any_takes_the_best_of_its_entries(skills, status, reason, credit):
    finding = judge_any(asks_any(MONGO, POSTGRES), judging(resume(positions=[JOB], skills=skills)))
    assert (finding.status, finding.reason, finding.credit) == (status, reason, Decimal(credit))
    assert finding.requirement.name == "MongoDB or PostgreSQL"


def test_any_counts_the_months_of_either():
    positions = [JOB, position("2020-07 – 2021-12")]
    of = resume(positions=positions, skills=(*used("MongoDB"), *used("PostgreSQL", position=1)))
    finding = judge_any(asks_any(MONGO, POSTGRES), judging(of))
    assert (finding.months, finding.last_used) == (Months(36, 36), "2021-12")
    assert {item.matched for item in finding.evidence} == {"MongoDB", "PostgreSQL"}


def test_any_is_unknown_when_its_best_entry_is():
    entries = asks_skill("MongoDB", grade=Grade.USED), asks_skill("PostgreSQL", months=24)
    of = resume(positions=[JOB], skills=listed("MongoDB", "PostgreSQL"))
    finding = judge_any(asks_any(*entries), judging(of))
    assert (finding.status, finding.lacking) == (Status.UNKNOWN, "MongoDB used in a dated position")
    assert finding.question


def test_nothing_found_of_any_lacks_either():
    assert judge_any(asks_any(MONGO, POSTGRES), judging(resume())).lacking == "MongoDB or PostgreSQL evidence"


_DATES = st.sampled_from(["2019-01 – 2020-12", "2020 – 2022", "2018-03 – present", "2022-01 – 2020-01", "2017", None])
_FOUND = st.lists(st.tuples(st.sampled_from(list(Grade)), st.none() | st.integers(0, 3)), max_size=5)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(_DATES, min_size=4, max_size=4), _FOUND, _FOUND, st.sampled_from([None, 12, 24]), st.sampled_from(Grade)
)
def test_adding_evidence_never_turns_met_into_not_met(dates, found, added, months, grade):
    positions = [position(each) for each in dates]
    asked = asks_skill("Azure", months=months, grade=grade)

    def judged(items):
        items = [evidence(f"{at}", item, position=where, line=at) for at, (item, where) in enumerate(items)]
        items.sort(key=lambda item: item.grade.rank)
        return judge_skill(asked, judging(resume(positions=positions, skills=[skill_evidence("Azure", *items)])))

    before, after = judged(found), judged([*found, *added])
    assert not (before.status is Status.MET and after.status is not Status.MET)
    assert after.credit >= before.credit
