"""Short cases in families, told as a careful recruiter would read them: what a line says, and what must hold.

Each file of cases/ is a family. A case gives `text`, or a `line` that stands where the family's frame
has {line}; only what it names is judged:

    jobs           the positions in order: "2019-03 – 2021-05 work", "undated work"
    titles, employers, degrees, name, claim, is_resume, warnings
    months         of all counted positions: one number, or least and most
    used, project, certified, listed, mentioned    skills whose best evidence has this grade
    none           skills without any evidence
    notes          skills without evidence, and why
    skill_months   months of skills at work, null when no counted position shows them
    last_used      the last month of skills at work
    role           what is asked: years, skills, skill_years, education with fields
    statuses, questions, verdict    what becomes of it, and which requirements say what to ask
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from screener.model.period import Months
from screener.model.requirement import Requirement
from screener.model.resume import Education, Grade, Level, Position, Resume
from screener.model.role import Role
from screener.model.screening import Finding, Screening
from screener.screening import screen
from tests.factories import asks_education, asks_experience, asks_skill, role
from tests.made_resumes import AS_OF, resume

FAMILIES = Path(__file__).parent / "cases"
Case = dict[str, Any]


def cases() -> Iterator[Any]:
    for file in sorted(FAMILIES.glob("*.yaml")):
        family = yaml.safe_load(file.read_text(encoding="utf-8"))
        for case in family["cases"]:
            text = case.get("text") or family["frame"].replace("{line}", case["line"])
            yield pytest.param({**case, "text": text}, id=f"{file.stem}-{case['id']}")


CASES = list(cases())


def test_there_are_cases_with_ids_of_their_own() -> None:
    assert len(CASES) >= 150
    assert len({case.id for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    read = resume(case["text"].split("\n"))
    screening = screen(read, role_of(case), AS_OF)
    unknown = case.keys() - CHECKS.keys() - {"id", "why", "text", "line", "role"}
    assert not unknown
    for name, check in CHECKS.items():
        if name in case:
            got, expected = check(screening, case[name])
            assert got == expected, name


def role_of(case: Case) -> Role:
    """Asks for what the case's role says and, in passing, for every skill that the case is about."""
    asked = case.get("role", {})
    requirements: list[Requirement] = []
    if "years" in asked:
        requirements.append(asks_experience(asked["years"] * 12))
    requirements += [asks_skill(name) for name in asked.get("skills", ())]
    requirements += [asks_skill(name, months=years * 12) for name, years in asked.get("skill_years", {}).items()]
    if "education" in asked:
        requirements.append(asks_education(Level(asked["education"]), asked.get("fields", ())))
    named = {requirement.name for requirement in requirements}
    about = dict.fromkeys([*case.get("skill_months", ()), *case.get("last_used", ())])
    return role(*requirements, *(asks_skill(name, "nice") for name in about if name not in named))


def finding(screening: Screening, name: str) -> Finding:
    return next(found for found in screening.findings if found.requirement.name == name)


def job(position: Position) -> str:
    if position.period is None:
        return f"undated {position.kind}"
    return f"{position.period.start.iso()} – {position.period.end.iso(is_end=True)} {position.kind}"


def grade(read: Resume, name: str) -> str | None:
    found = read.skill(name)
    return found.evidence[0].grade if found and found.evidence else None


def notes(read: Resume, name: str) -> tuple[str | None, str | None]:
    """The grade and the cause of the first note of a skill."""
    found = read.skill(name)
    return grade(read, name), found.notes[0].cause if found and found.notes else None


def limits(months: Months | None) -> tuple[int, int] | None:
    return (months.low, months.high) if months else None


def asked_months(months: int | list[int] | None) -> tuple[int, ...] | None:
    if months is None:
        return None
    return (months, months) if isinstance(months, int) else tuple(months)


def degree(entry: Education, keys: list[str]) -> dict[str, Any]:
    period = entry.period
    facts = {
        "level": entry.level,
        "field": entry.field,
        "institution": entry.institution,
        "completed": entry.completed,
        "start": period.start.iso() if period else None,
        "end": period.end.iso(is_end=True) if period else None,
    }
    return {key: facts[key] for key in keys}


def degrees(screening: Screening, expected: list[dict[str, Any]]) -> tuple[Any, Any]:
    entries = screening.resume.education
    if len(entries) != len(expected):
        return entries, expected
    return [degree(entry, list(asked)) for entry, asked in zip(entries, expected, strict=True)], expected


def graded(asked: str) -> Callable[[Screening, list[str]], tuple[Any, Any]]:
    return lambda of, names: ({name: grade(of.resume, name) for name in names}, dict.fromkeys(names, Grade(asked)))


def by_name(fact: Callable[[Finding], Any]) -> Callable[[Screening, dict[str, Any]], tuple[Any, Any]]:
    return lambda of, expected: ({name: fact(finding(of, name)) for name in expected}, expected)


def skill_months(of: Screening, expected: dict[str, Any]) -> tuple[Any, Any]:
    got = {name: limits(finding(of, name).months) for name in expected}
    return got, {name: asked_months(months) for name, months in expected.items()}


CHECKS: dict[str, Callable[[Screening, Any], tuple[Any, Any]]] = {
    "name": lambda of, expected: (of.resume.candidate.name, expected),
    "is_resume": lambda of, expected: (of.resume.is_resume, expected),
    "jobs": lambda of, expected: ([job(position) for position in of.resume.positions], expected),
    "titles": lambda of, expected: ([position.title for position in of.resume.positions], expected),
    "employers": lambda of, expected: ([position.employer for position in of.resume.positions], expected),
    "months": lambda of, expected: (limits(of.experience), asked_months(expected)),
    "degrees": degrees,
    "claim": lambda of, expected: (of.resume.claim and of.resume.claim.years, expected),
    "warnings": lambda of, expected: ({warning.code for warning in of.warnings}, set(expected)),
    **{name: graded(name) for name in Grade},
    "none": lambda of, names: ({name: grade(of.resume, name) for name in names}, dict.fromkeys(names)),
    "notes": lambda of, expected: (
        {name: notes(of.resume, name) for name in expected},
        {name: (None, cause) for name, cause in expected.items()},
    ),
    "skill_months": skill_months,
    "last_used": by_name(lambda found: found.last_used),
    "statuses": by_name(lambda found: found.status),
    "questions": lambda of, names: ([name for name in names if finding(of, name).question], names),
    "verdict": lambda of, expected: (of.verdict, expected),
}
