"""Resumes, roles and their parts for tests, made by hand and with as few words as possible."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from screener.model.period import Bound, Period, Precision, month_index
from screener.model.requirement import (
    AnyRequirement,
    CertificationRequirement,
    EducationRequirement,
    ExperienceRequirement,
    Importance,
    Requirement,
    SkillRequirement,
)
from screener.model.resume import (
    Candidate,
    Certificate,
    Education,
    Evidence,
    Grade,
    Level,
    Position,
    PositionKind,
    Resume,
    ResumeLine,
    Section,
    SkillEvidence,
)
from screener.model.role import ALWAYS_COUNTED, Role
from screener.requirements.judging import Judging

AS_OF = date(2026, 6, 30)
_WEIGHTS = {Importance.MUST: 3, Importance.SHOULD: 2, Importance.NICE: 1}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}


def bound(text: str) -> Bound:
    """ "2020", "2020-03", "2020-03-15", "summer 2020" or "present"."""
    if text == "present":
        now = month_index(AS_OF.year, AS_OF.month)
        return Bound(now, now, Precision.MONTH, present=True)
    if " " in text:
        first, last = _SEASONS[text.split(maxsplit=1)[0]]
        year = int(text.split()[1])
        return Bound(month_index(year, first), month_index(year, last), Precision.SEASON)
    year, *rest = (int(part) for part in text.split("-"))
    if not rest:
        return Bound(month_index(year, 1), month_index(year, 12), Precision.YEAR)
    month = month_index(year, rest[0])
    day = rest[1] if len(rest) > 1 else None
    return Bound(month, month, Precision.DAY if day else Precision.MONTH, day)


def period(text: str) -> Period:
    """ "2019-01 – 2020-03"; one date alone is both ends."""
    start, _, end = text.partition(" – ")
    return Period(bound(start), bound(end or start))


def position(dates: str | None, employer: str | None = "Acme", kind: PositionKind = PositionKind.WORK) -> Position:
    return Position("Engineer", employer, kind, period(dates) if dates else None, page=1, line=1)


def evidence(
    quote: str,
    grade: Grade | None = Grade.LISTED,
    *,
    position: int | None = None,
    line: int = 1,
    cause: str | None = None,
) -> Evidence:
    section = Section.EXPERIENCE if position is not None else Section.SKILLS
    return Evidence(quote, 1, line, section, position, grade, quote, cause=cause)


def skill_evidence(skill: str, *found: Evidence) -> SkillEvidence:
    return SkillEvidence(
        skill,
        tuple(item for item in found if item.grade is not None),
        tuple(item for item in found if item.grade is None),
    )


def listed(*skills: str) -> tuple[SkillEvidence, ...]:
    return tuple(skill_evidence(skill, evidence(skill)) for skill in skills)


def used(*skills: str, position: int = 0) -> tuple[SkillEvidence, ...]:
    return tuple(skill_evidence(skill, evidence(skill, Grade.USED, position=position)) for skill in skills)


def degree(
    level: Level | None = Level.BACHELOR, field: str | None = "Computer Science", *, completed: bool = True
) -> Education:
    return Education(level, field, "Example University", None, completed, page=1, line=40)


def certificate(name: str) -> Certificate:
    return Certificate(name, page=1, line=50)


def resume_line(text: str, grade: Grade | None = Grade.LISTED, section: Section | None = Section.SKILLS) -> ResumeLine:
    return ResumeLine(text, 1, 60, section, None, grade)


def resume(**parts: Any) -> Resume:
    """A resume of nobody; positions, education, certificates, skills, lines, claim, hidden, warnings."""
    empty: dict[str, Any] = {
        "candidate": Candidate("Ada Example", ("ada@example.com",), ("555-0100",)),
        "positions": (),
        "education": (),
        "certificates": (),
        "skills": (),
        "lines": (),
        "claim": None,
        "is_resume": True,
        "hidden": (),
        "warnings": (),
    }
    return Resume(**(empty | {name: tuple(part) if isinstance(part, list) else part for name, part in parts.items()}))


def judging(of: Resume, *, counts: Sequence[PositionKind] = (), as_of: date = AS_OF) -> Judging:
    return Judging(of, as_of, ALWAYS_COUNTED | set(counts))


def asks_skill(name: str, importance: str = "must", **parts: Any) -> SkillRequirement:
    """A skill of the vocabulary; `skill=None` for one that isn't in it."""
    skill = parts.pop("skill", name)
    return SkillRequirement(name, Importance(importance), _weight(importance, parts), skill, **parts)


def asks_any(*entries: SkillRequirement, importance: str = "must", **parts: Any) -> AnyRequirement:
    name = " or ".join(entry.name for entry in entries)
    return AnyRequirement(name, Importance(importance), _weight(importance, parts), entries)


def asks_experience(months: int = 60, importance: str = "must", **parts: Any) -> ExperienceRequirement:
    return ExperienceRequirement("experience", Importance(importance), _weight(importance, parts), months, **parts)


def asks_education(
    level: Level = Level.BACHELOR,
    fields: Sequence[str] = ("computer science",),
    importance: str = "should",
    **parts: Any,
) -> EducationRequirement:
    return EducationRequirement("education", Importance(importance), _weight(importance, parts), level, tuple(fields))


def asks_certificate(name: str, *aliases: str, importance: str = "nice", **parts: Any) -> CertificationRequirement:
    return CertificationRequirement(name, Importance(importance), _weight(importance, parts), aliases)


def role(*requirements: Requirement, counts: Sequence[PositionKind] = ()) -> Role:
    return Role("Engineer", "engineer.yaml", "0" * 64, requirements, ALWAYS_COUNTED | set(counts))


def _weight(importance: str, parts: dict[str, Any]) -> Decimal:
    return Decimal(str(parts.pop("weight", _WEIGHTS[Importance(importance)])))
