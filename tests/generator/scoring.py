"""What was understood against what is true: figures for many resumes, and the misses by class."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from screener.model.period import Months, total_months
from screener.model.resume import Grade, Level, PositionKind, Resume
from tests.generator.dates import AS_OF
from tests.generator.truth import Truth

FACTS = ("months", "skills", "used", "periods", "degree", "name", "email")
_COUNTED = {PositionKind.WORK, PositionKind.FREELANCE}


class Judged(NamedTuple):
    """Hits, inventions and misses of one kind of fact in one resume."""

    right: int
    invented: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """All judgements of one resume, by fact. `near`: the middle of the months is at most one off."""

    seed: int
    classes: dict[str, str]
    judged: dict[str, Judged]
    near: bool
    error: str = ""

    def misses(self, fact: str) -> tuple[str, ...]:
        judged = self.judged.get(fact)
        if judged is None:
            return (self.error,) if self.error else ()
        return (*(f"missed {what}" for what in judged.missed), *(f"invented {what}" for what in judged.invented))


def judge(resume: Resume, truth: Truth) -> tuple[dict[str, Judged], bool]:
    """Every fact of one resume, and whether the middle of its months is right within one."""
    months = _months(resume)
    grades = {skill.skill: skill.evidence[0].grade for skill in resume.skills if skill.evidence}
    shown = {skill for skill, grade in grades.items() if grade and grade.rank <= Grade.LISTED.rank}
    used = {skill for skill, grade in grades.items() if grade is Grade.USED}
    bachelor = any(e.level and e.level.rank >= Level.BACHELOR.rank and e.completed for e in resume.education)
    name = (resume.candidate.name or "").lower()
    return {
        "months": _one((months.low, months.high), truth.months),
        "skills": _booleans(shown, {skill: value for skill, value in truth.skills.items() if value is not None}),
        "used": _booleans(used, truth.used),
        "periods": _periods(resume, truth),
        "degree": _booleans({"degree"} if bachelor else set(), {"degree": truth.bachelor}),
        "name": _one(name, truth.name.lower()),
        "email": _one(truth.email if truth.email in resume.candidate.emails else "none", truth.email),
    }, abs(months.middle - sum(truth.months) // 2) <= 1


def _months(resume: Resume) -> Months:
    return total_months((p.period for p in resume.positions if p.period and p.kind in _COUNTED), AS_OF)


def _one(found: object, true: object) -> Judged:
    return Judged(1) if found == true else Judged(0, (), (f"{true}, got {found}",))


def _booleans(found: set[str], true: dict[str, bool]) -> Judged:
    return Judged(
        sum(value and what in found for what, value in true.items()),
        tuple(what for what, value in true.items() if not value and what in found),
        tuple(what for what, value in true.items() if value and what not in found),
    )


def _periods(resume: Resume, truth: Truth) -> Judged:
    periods = [p.period for p in resume.positions if p.period and p.kind in _COUNTED]
    found = Counter((period.start.iso(), period.end.iso(is_end=True)) for period in periods)
    true = Counter(truth.periods)
    invented = found - true - Counter(truth.extra_periods)
    return Judged(
        sum((found & true).values()),
        tuple(" to ".join(pair) for pair in invented.elements()),
        tuple(" to ".join(pair) for pair in (true - found).elements()),
    )


class Figure(NamedTuple):
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def figure(outcomes: Sequence[Outcome], fact: str) -> Figure:
    """Precision and recall of a fact over all resumes."""
    judged = [outcome.judged[fact] for outcome in outcomes if not outcome.error]
    right = sum(each.right for each in judged)
    invented, missed = sum(len(each.invented) for each in judged), sum(len(each.missed) for each in judged)
    return Figure(
        right / (right + invented) if right + invented else 1.0, right / (right + missed) if right + missed else 1.0
    )


def share_right(outcomes: Sequence[Outcome], fact: str) -> float:
    """The share of resumes in which nothing of a fact is wrong; unreadable ones are wrong."""
    return sum(not outcome.misses(fact) for outcome in outcomes) / len(outcomes)


def by_class(outcomes: Sequence[Outcome], fact: str) -> dict[str, list[tuple[str, int, int]]]:
    """For each kind of class: (class, resumes with a miss, resumes), most misses first; clean classes left out."""
    table: dict[str, list[tuple[str, int, int]]] = {}
    for kind in outcomes[0].classes:
        total = Counter(outcome.classes[kind] for outcome in outcomes)
        wrong = Counter(outcome.classes[kind] for outcome in outcomes if outcome.misses(fact))
        table[kind] = [(name, count, total[name]) for name, count in wrong.most_common()]
    return table
