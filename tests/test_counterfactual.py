"""The smallest change that would make a candidate fit: once it is made, the candidate is fit."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from factories import (
    AS_OF,
    asks_any,
    asks_experience,
    asks_skill,
    evidence,
    position,
    resume,
    role,
    skill_evidence,
    used,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.model.period import Bound, Period, Precision, month_index
from screener.model.resume import Grade, Resume, SkillEvidence
from screener.model.role import Role
from screener.model.screening import Status, Verdict
from screener.screening import screen

SKILLS = ("Docker", "MongoDB", "Node.js")
NAME = "(Docker|MongoDB|Node.js)"
_BACKWARDS = "2022-01 – 2021-01"
_ENOUGH = 90  # months
_MADE = "Made"
_LONG_AGO = 1950  # where made positions don't touch those that are there

dates = st.sampled_from(
    (
        "2019 – 2021", "2020 – 2024", "2021 – 2022", "2019-03 – 2022", "2022-06 – 2024-01", "2015-01 – 2017-12",
        "2025-02 – present", "2020-01 – 2023-12", _BACKWARDS, None,
    )
)  # fmt: skip
grades = st.sampled_from((Grade.USED, Grade.LISTED, Grade.LISTED, Grade.MENTIONED))


@st.composite
def resumes(draw: st.DrawFn) -> Resume:
    career = draw(st.lists(dates, max_size=4))
    name = "Unclear" if {None, _BACKWARDS} & set(career) else "Clear"
    jobs = [position(text, f"{name} {number}") for number, text in enumerate(career)]
    shown = []
    for line, skill in enumerate(draw(st.sets(st.sampled_from(SKILLS)).map(sorted)), start=1):
        for index in range(draw(st.integers(1, 2))):
            place = draw(st.sampled_from(range(len(jobs)))) if jobs and draw(st.booleans()) else None
            grade = draw(grades) if place is None else Grade.USED if jobs[place].period else Grade.PROJECT
            grade = Grade.LISTED if grade is Grade.USED and place is None else grade
            shown.append((skill, evidence(skill, grade, position=place, line=10 * line + index)))
    return resume(positions=jobs, skills=_together(shown))


@st.composite
def roles(draw: st.DrawFn) -> Role:
    asks = []
    for skill in ("Docker", "Node.js"):
        months = draw(st.sampled_from((None, 12, 24, 72)))
        asks.append(asks_skill(skill, months=months, grade=draw(st.sampled_from((Grade.LISTED, Grade.USED)))))
    if draw(st.booleans()):
        other = asks_skill("MongoDB", months=draw(st.sampled_from((None, 6, 36))))
        asks = [asks_any(other, asks[0]), asks[1]]
    if draw(st.booleans()):
        asks.append(asks_experience(draw(st.sampled_from((12, 60, 90)))))
    return role(*asks)


@settings(max_examples=300, deadline=None)
@given(resumes(), roles())
def test_whoever_makes_the_change_is_fit(of: Resume, asked: Role) -> None:
    screening = screen(of, asked, AS_OF)
    if screening.verdict is Verdict.FIT:
        assert screening.would_fit_with is None
        return
    assert screening.would_fit_with
    after = screen(changed(of, screening.would_fit_with), asked, AS_OF)
    assert after.verdict is Verdict.FIT, (screening.would_fit_with, after.reasons)


def test_a_skill_that_is_only_listed_lacks_more_than_the_whole_career() -> None:
    """All months of a career of five years are too few for six."""
    of = resume(positions=[position("2021-01 – 2025-12")], skills=[skill_evidence("Docker", evidence("Docker"))])
    screening = screen(of, role(asks_skill("Docker", months=72)), AS_OF)
    assert screening.verdict is Verdict.REVIEW
    assert screening.would_fit_with == "6 years of Docker at work (1 year more than all work together)"


@pytest.mark.parametrize(
    ("asked", "change"),
    [
        ((24, 12), "1 year of Docker at work"),
        ((None, 12), "MongoDB evidence"),
        ((12, 12), "1 year of MongoDB or Docker at work"),
        ((None, None), "MongoDB or Docker evidence"),
    ],
)
def test_of_several_skills_the_easiest_is_named_when_none_is_found(asked: tuple[int | None, ...], change: str) -> None:
    one, other = (asks_skill(name, months=months) for name, months in zip(("MongoDB", "Docker"), asked, strict=True))
    of = resume(positions=[position("2021-01 – 2025-12")], skills=used("Git"))
    assert screen(of, role(asks_any(one, other)), AS_OF).would_fit_with == change


def test_of_several_skills_the_one_that_lacks_fewest_months_is_named() -> None:
    jobs = [position("2015-01 – 2017-06", "Acme"), position("2021-01 – 2021-10", "Beta")]
    of = resume(positions=jobs, skills=[*used("MongoDB", position=0), *used("Docker", position=1)])
    asked = asks_any(asks_skill("MongoDB", months=36), asks_skill("Docker", months=12))
    screening = screen(of, role(asked), AS_OF)
    assert screening.would_fit_with == "2 more months of Docker"
    assert screening.reasons == (
        "MongoDB or Docker: MongoDB used in a position, 2 y 6 m, and 3 years are asked; "
        "Docker used in a position, 10 m, and 1 year is asked",
    )
    assert [(one.months.middle, str(one.credit)) for one in screening.findings[0].alternatives if one.months] == [
        (30, "0.83"),
        (10, "0.83"),
    ]
    assert screening.findings[0].status is Status.NOT_MET


def changed(of: Resume, words: str) -> Resume:
    """The resume with everything that these words name; what they don't name stays as it is."""
    parts = {
        rf"(\d+) more months?(?: in dated positions)?(?! of {NAME})(, if the dates of)?": _more_months,
        rf"(\d+) more months? of {NAME}(, if the dates of)?": _more_of_a_skill,
        rf"{_SPAN} of {NAME}(?: or {NAME})? at work(, if the dates of| \({_SPAN} more than)?": _at_work,
        rf"{NAME}(?:(?:, | and ){NAME})* (?:evidence|used|certified)": _evidence,
        r"the months? (?:in|of) which|the months of positions": _exact,
        r"a must-have skill shown in a position": _shown,
    }  # fmt: skip
    for pattern, change in parts.items():
        for match in re.finditer(pattern, words):
            of = change(of, match)
    return of


_SPAN = r"(?:\d+ years?|\d+ y \d+ m|\d+ m)"


def _months(text: str) -> int:
    return sum(int(number) * (12 if unit == "y" else 1) for number, unit in re.findall(r"(\d+) (y|m)", text))


def _more_months(of: Resume, match: re.Match[str]) -> Resume:
    return _dated(of) if match[2] else _with_position(of, int(match[1]))


def _more_of_a_skill(of: Resume, match: re.Match[str]) -> Resume:
    months, skill, is_dated = int(match[1]), match[2], match[3]
    return _dated(of, skill) if is_dated else _with_position(of, months, skill)


def _at_work(of: Resume, match: re.Match[str]) -> Resume:
    """Where no more is said than how long, a career without unclear dates has room for it."""
    skill, further = match[1], match[3] or ""
    if further.startswith(","):
        return _dated(of, skill)
    jobs = [index for index, item in enumerate(of.positions) if item.employer.startswith("Clear")]  # type: ignore[union-attr]
    if not further and of.skill(skill) and jobs:
        return _with_skill(_exact(of), skill, *jobs)
    return _with_position(of, _months(match[0].partition(" (")[0]), skill)


def _evidence(of: Resume, match: re.Match[str]) -> Resume:
    of = of if any(item.period and not item.period.is_reversed for item in of.positions) else _with_position(of, 1)
    place = next(index for index, item in enumerate(of.positions) if item.period and not item.period.is_reversed)
    for skill in re.findall(NAME, match[0]):
        of = _with_skill(of, skill, place)
    return of


def _shown(of: Resume, _: re.Match[str]) -> Resume:
    skill = of.skills[0].skill
    return _evidence(of, re.match(NAME, skill) or pytest.fail(skill))


def _exact(of: Resume, _: object = None) -> Resume:
    """Every coarse date as far out as it can be."""
    return replace(of, positions=tuple(replace(item, period=_widest(item.period)) for item in of.positions))


def _widest(dates: Period | None) -> Period | None:
    if dates is None:
        return None
    start = Bound(dates.start.first, dates.start.first, Precision.MONTH)
    end = dates.end if dates.end.present else Bound(dates.end.last, dates.end.last, Precision.MONTH)
    return Period(start, end)


def _dated(of: Resume, skill: str = "") -> Resume:
    """The first unclear position (that shows the skill) with months that are enough for whatever is asked of it."""
    shown = of.skill(skill)
    places = {item.position for item in shown.evidence} if shown else None
    for index, item in enumerate(of.positions):
        is_unclear = item.period is None or item.period.is_reversed or item.period.start.first < _LONG_AGO * 12
        if is_unclear and (places is None or index in places):
            dated = replace(item, period=_free_period(of, _ENOUGH))
            jobs = (*of.positions[:index], dated, *of.positions[index + 1 :])
            of = replace(of, positions=jobs)
            return _with_skill(of, skill, index) if skill else of
    return of


def _with_position(of: Resume, months: int, skill: str = "") -> Resume:
    made = replace(position("2000-01", _MADE), period=_free_period(of, months))
    of = replace(of, positions=(*of.positions, made))
    return _with_skill(of, skill, len(of.positions) - 1) if skill else of


def _free_period(of: Resume, months: int) -> Period:
    start = min([item.period.start.first for item in of.positions if item.period] + [month_index(_LONG_AGO, 1)])
    first, last = start - 24 - months, start - 25
    return Period(Bound(first, first, Precision.MONTH), Bound(last, last, Precision.MONTH))


def _with_skill(of: Resume, skill: str, *places: int) -> Resume:
    more = [(skill, evidence(skill, Grade.USED, position=place, line=900 + place)) for place in places]
    known = [(item.skill, one) for item in of.skills for one in item.evidence]
    return replace(of, skills=_together([*known, *more]))


def _together(shown: Sequence[tuple[str, object]]) -> tuple[SkillEvidence, ...]:
    strongest: Callable[[object], int] = lambda item: item.grade.rank  # type: ignore[attr-defined]  # noqa: E731
    names = dict.fromkeys(name for name, _ in shown)
    return tuple(
        skill_evidence(name, *sorted((item for other, item in shown if other == name), key=strongest))  # type: ignore[arg-type]
        for name in names
    )


def test_of_several_skills_a_word_is_less_than_months() -> None:
    """Docker in a dated position is nearer than 65 months, but not nearer than dates that may settle it."""
    jobs = [position("2019 – 2021", "Acme"), position("2022-01 – 2022-12", "Beta")]
    skills = [*used("PostgreSQL", position=0), *used("Node.js", position=1)]
    word, months = asks_skill("Docker", grade=Grade.USED), asks_skill("Node.js", months=77)
    of = resume(positions=jobs, skills=skills)
    assert screen(of, role(asks_any(months, word)), AS_OF).would_fit_with == "Docker used in a dated position"
    dated = asks_any(months, word, asks_skill("PostgreSQL", months=30))
    assert screen(of, role(dated), AS_OF).would_fit_with == "the months in which PostgreSQL was used"
