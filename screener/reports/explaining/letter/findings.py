"""A Finding -> what a letter says of one requirement: what was found with its quotes, or why that can't be told."""

from collections.abc import Sequence
from typing import Any

from screener.model.requirement import (
    AnyRequirement,
    CertificationRequirement,
    EducationRequirement,
    ExperienceRequirement,
    Requirement,
    SkillRequirement,
)
from screener.model.resume import Education, Evidence, Grade
from screener.model.screening import Alternative, Finding, Screening, Status
from screener.reports.explaining.letter.inert import inert
from screener.reports.quotes import excerpt
from screener.reports.safe_text import visible
from screener.reports.wording import requirement_name
from screener.requirements.durations import long_duration

_QUOTES = 1  # of one requirement: a letter is a page
_LONGEST_QUOTE = 130  # cells; the words that matched stand within
_LONGEST_QUESTION = 400
_STATUSES = {Status.MET: "found", Status.NOT_MET: "not_found", Status.UNKNOWN: "unclear"}


def item_of(finding: Finding, screening: Screening) -> dict[str, Any]:
    """One requirement as a template has it."""
    asks, months = finding.requirement, finding.months
    best = finding.evidence[0] if finding.evidence else None
    quoted = finding.evidence or finding.notes
    return {
        "name": inert(requirement_name(asks)),
        "kind": asks.kind,
        "status": _STATUSES[finding.status],
        "why": "" if finding.status is Status.MET else _why(finding, screening),
        "question": visible(finding.question or "")[:_LONGEST_QUESTION],
        "quotes": [_quote(item, screening) for item in quoted[:_QUOTES]],
        "shown": best.grade.value if best and best.grade else "",
        "shown_by": inert(best.implied_by or "") if best else "",
        "aside": "" if best or not finding.notes else inert(finding.notes[0].cause or ""),
        "asked_months": asks.months or 0 if isinstance(asks, SkillRequirement | ExperienceRequirement) else 0,
        "asked_length": _asked_length(asks),
        "asked_place": _asked_place(asks),
        "least": long_duration(months.low) if months else "",
        "most": long_duration(months.high) if months else "",
        "level": asks.level.value if isinstance(asks, EducationRequirement) else "",
        "fields": [inert(field) for field in asks.fields] if isinstance(asks, EducationRequirement) else [],
        "alternatives": [_alternative(one) for one in finding.alternatives],
    }


def _alternative(one: Alternative) -> dict[str, Any]:
    """One of several skills of which any is enough, where a time is asked of one of them."""
    asks, months = one.requirement, one.months
    return {
        "name": inert(asks.name),
        "status": _STATUSES[one.status],
        "shown": one.grade.value if one.grade else "",
        "asked_months": asks.months or 0,
        "asked_length": _asked_length(asks),
        "asked_place": _asked_place(asks),
        "least": long_duration(months.low) if months else "",
        "most": long_duration(months.high) if months else "",
    }


def _quote(evidence: Evidence, screening: Screening) -> dict[str, Any]:
    words, _, _ = excerpt(evidence.quote, evidence.matched, width=_LONGEST_QUOTE, ellipsis="…", clean=visible)
    position = screening.resume.positions[evidence.position] if evidence.position is not None else None
    return {
        "text": " ".join(words.split()),  # cells of a table stand far apart
        "page": evidence.page,
        "place": inert(position.employer or position.title or "") if position else "",
    }


def _why(finding: Finding, screening: Screening) -> str:
    """A code for why it isn't found, or can't be told."""
    asks = finding.requirement
    if isinstance(asks, EducationRequirement):
        return _why_education(finding, screening)
    if isinstance(asks, CertificationRequirement):
        return _why_certification(finding)
    if isinstance(asks, ExperienceRequirement):
        return "months"
    if not finding.evidence:
        return "aside" if finding.notes else "absent"
    return "months" if _reaches(finding.evidence[0].grade, asks) else "place"


def _why_certification(finding: Finding) -> str:
    if not finding.evidence:
        return "aside" if finding.notes else "absent"
    return "mentioned" if finding.grade is Grade.MENTIONED else "not_passed"


def _why_education(finding: Finding, screening: Screening) -> str:
    entry = _education(finding.evidence, screening)
    if entry is None:
        return "absent"
    if finding.status is Status.NOT_MET:
        return "level"
    if not entry.completed:
        return "unfinished"
    if entry.level is None:
        return "no_level"
    return "other_field" if entry.field else "no_field"


def _education(evidence: Sequence[Evidence], screening: Screening) -> Education | None:
    """The degree that the finding speaks of."""
    places = {(item.page, item.line) for item in evidence}
    return next((entry for entry in screening.resume.education if (entry.page, entry.line) in places), None)


def _reaches(grade: Grade | None, asks: SkillRequirement | AnyRequirement) -> bool:
    return grade is not None and any(grade.rank <= entry.grade.rank for entry in _entries(asks))


def _entries(asks: Requirement) -> tuple[SkillRequirement, ...]:
    if isinstance(asks, SkillRequirement):
        return (asks,)
    return asks.entries if isinstance(asks, AnyRequirement) else ()


def _asked_length(asks: Requirement) -> str:
    """The time that is asked for; of several skills only when it is the same for each."""
    if isinstance(asks, ExperienceRequirement):
        return long_duration(asks.months)
    lengths = {entry.months for entry in _entries(asks)}
    months = lengths.pop() if len(lengths) == 1 else None
    return long_duration(months) if months else ""


def _asked_place(asks: Requirement) -> str:
    """The weakest place that is enough, where it isn't any: `used`, `project` or `certified`."""
    grades = {entry.grade for entry in _entries(asks)}
    grade = grades.pop() if len(grades) == 1 else Grade.LISTED
    return grade.value if grade.rank < Grade.LISTED.rank else ""
