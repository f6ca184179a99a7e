"""An Outcome -> the plain object that stands for it in JSON: every key, always in the same order."""

import math
from datetime import date
from decimal import Decimal

from screener.model.document import HiddenText, ReadingWarning
from screener.model.period import Months, Period
from screener.model.requirement import (
    AnyRequirement,
    EducationRequirement,
    ExperienceRequirement,
    Requirement,
    SkillRequirement,
)
from screener.model.resume import Candidate, Education, Evidence, Grade, Position
from screener.model.role import Role
from screener.model.screening import Alternative, Finding, Outcome, Screening, Unreadable, Verdict
from screener.reports.json_text import Json

SCHEMA_VERSION = 1

_NO_EXPERIENCE: Json = {
    "months": None,
    "months_min": None,
    "months_max": None,
    "claimed_years": None,
    "status": None,
    "positions": [],
}
_NO_ASKED: Json = {
    "months": None,
    "months_above": None,
    "review_above": False,
    "skill": None,
    "grade": None,
    "level": None,
    "fields": [],
    "any": [],
}


def header(role: Role, as_of: date, version: str) -> Json:
    """What every output says of the run that made it."""
    return {
        "schema_version": SCHEMA_VERSION,
        "screener": version,
        "as_of": as_of.isoformat(),
        "role": {"title": role.title, "file": role.file, "sha256": role.sha256},
    }


def result(outcome: Outcome) -> Json:
    """One file's row."""
    row, screening = frame(outcome), outcome.result
    if isinstance(screening, Screening):
        row["requirements"] = [_requirement(finding) for finding in screening.findings]
        row["skills"] = [skill_json(name, grade) for name, grade in screening.resume.best_grades]
    return row


def frame(outcome: Outcome) -> Json:
    """The row with its lists of requirements and skills left empty."""
    screening = outcome.result
    if isinstance(screening, Unreadable):
        return _row(outcome, {"error": {"code": screening.code, "message": screening.message}})
    resume = screening.resume
    return _row(
        outcome,
        {
            "verdict": screening.verdict.value,
            "score": float(screening.score),
            "reasons": list(screening.reasons),
            "would_fit_with": screening.would_fit_with,
            "candidate": candidate_json(resume.candidate),
            "experience": _experience(screening),
            "education": [education_json(education) for education in resume.education],
            "hidden": [hidden_json(hidden) for hidden in resume.hidden],
            "warnings": [warning_json(warning) for warning in screening.warnings],
            "is_resume": resume.is_resume,
        },
    )


def _row(outcome: Outcome, known: Json) -> Json:
    row: Json = {
        "file": outcome.file,
        "sha256": outcome.sha256,
        "verdict": Verdict.UNREADABLE.value,
        "score": None,
        "error": None,
        "duplicate_of": outcome.duplicate_of,
        "duplicate_note": outcome.duplicate_note,
        "reasons": [],
        "would_fit_with": None,
        "candidate": candidate_json(Candidate()),
        "experience": _NO_EXPERIENCE,
        "requirements": [],
        "education": [],
        "hidden": [],
        "warnings": [],
        "skills": [],
        "is_resume": None,
    }
    return row | known


def candidate_json(candidate: Candidate) -> Json:
    return {
        "name": candidate.name,
        "emails": list(candidate.emails),
        "phones": list(candidate.phones),
        "links": list(candidate.links),
    }


def _experience(screening: Screening) -> Json:
    claim = screening.resume.claim
    return {
        **months_json(screening.experience),
        "claimed_years": number_json(claim.years) if claim else None,
        "status": screening.experience_status.value,
        "positions": [_position(screening, index) for index in range(len(screening.resume.positions))],
    }


def _position(screening: Screening, index: int) -> Json:
    position = screening.resume.positions[index]
    period = position.period
    return {
        **position_json(position, screening.position_months[index]),
        "counted": position.kind in screening.role.counts,
        "start_precision": period.start.precision.value if period else None,
        "end_precision": period.end.precision.value if period else None,
    }


def skill_json(name: str, grade: Grade | None) -> Json:
    """A skill with the best grade of its evidence."""
    return {"name": name, "grade": grade.value if grade else None}


def position_json(position: Position, months: Months) -> Json:
    return {
        "title": position.title,
        "employer": position.employer,
        "kind": position.kind.value,
        **period_json(position.period),
        **months_json(months),
        "page": position.page,
        "line": position.line,
    }


def requirement_json(requirement: Requirement, found: Json | None = None) -> Json:
    """What is asked for, with what was found in its place."""
    return {
        "name": requirement.name,
        "kind": requirement.kind,
        "importance": requirement.importance.value,
        "weight": number_json(requirement.weight),
        **(found or {}),
        "asked": _asked(requirement),
    }


def _requirement(finding: Finding) -> Json:
    return requirement_json(finding.requirement, found_json(finding))


def found_json(finding: Finding) -> Json:
    """What was found for a requirement."""
    return {
        "status": finding.status.value,
        "grade": finding.grade.value if finding.grade else None,
        **months_json(finding.months),
        "last_used": finding.last_used,
        "credit": float(finding.credit),
        "evidence": [evidence_json(evidence) for evidence in finding.evidence],
        "notes": [{**evidence_json(note), "cause": note.cause} for note in finding.notes],
        "reason": finding.reason,
        "lacking": finding.lacking,
        "question": finding.question,
        "alternatives": [_alternative(one) for one in finding.alternatives],
    }


def _alternative(one: Alternative) -> Json:
    return {
        "name": one.requirement.name,
        "status": one.status.value,
        "grade": one.grade.value if one.grade else None,
        **months_json(one.months),
        "credit": float(one.credit),
        "reason": one.reason,
    }


def _asked(requirement: Requirement) -> Json:
    """What the requirement asks for, so that a results file can be shown again without its role."""
    if isinstance(requirement, SkillRequirement):
        return _NO_ASKED | _asked_skill(requirement)
    if isinstance(requirement, AnyRequirement):
        return _NO_ASKED | {"any": [{"name": entry.name, **_asked_skill(entry)} for entry in requirement.entries]}
    if isinstance(requirement, ExperienceRequirement):
        above = {"months_above": requirement.months_above, "review_above": requirement.review_above}
        return _NO_ASKED | {"months": requirement.months, **above}
    if isinstance(requirement, EducationRequirement):
        return _NO_ASKED | {"level": requirement.level.value, "fields": list(requirement.fields)}
    return _NO_ASKED


def _asked_skill(requirement: SkillRequirement) -> Json:
    return {"months": requirement.months, "grade": requirement.grade.value, "skill": requirement.skill}


def evidence_json(evidence: Evidence) -> Json:
    return {
        "quote": evidence.quote,
        "page": evidence.page,
        "line": evidence.line,
        "section": evidence.section.value if evidence.section else None,
        "position": evidence.position,
        "grade": evidence.grade.value if evidence.grade else None,
        "matched": evidence.matched,
        "implied_by": evidence.implied_by,
    }


def education_json(education: Education) -> Json:
    return {
        "level": education.level.value if education.level else None,
        "field": education.field,
        "institution": education.institution,
        **period_json(education.period),
        "completed": education.completed,
        "page": education.page,
        "line": education.line,
    }


def hidden_json(hidden: HiddenText) -> Json:
    return {"text": hidden.text, "cause": hidden.cause, "page": hidden.page}


def warning_json(warning: ReadingWarning) -> Json:
    return {"code": warning.code, "message": warning.message, "page": warning.page, "line": warning.line}


def months_json(months: Months | None) -> Json:
    if months is None:
        return {"months": None, "months_min": None, "months_max": None}
    return {"months": months.middle, "months_min": months.low, "months_max": months.high}


def period_json(period: Period | None) -> Json:
    if period is None:
        return {"start": None, "end": None}
    return {"start": period.start.iso(), "end": period.end.iso(is_end=True)}


def number_json(value: Decimal | float) -> int | float | None:
    """3, not 3.0, and never NaN."""
    if not math.isfinite(value):
        return None
    return int(value) if value == int(value) else float(value)
