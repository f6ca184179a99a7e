"""An Outcome -> what a letter may say of it, as plain texts, numbers and lists: the variables of its template.

A letter is for the candidate, so most of what is known stays out: the verdict and the score, weights, other
candidates and duplicates, paths of files, and what hidden text says. Nothing is worded here that a template could
word; codes stand for the sentences. Every text is made inert here, before any template has it.
"""

from typing import Any

from screener.model.period import Months, month_index
from screener.model.report import Report
from screener.model.requirement import AnyRequirement, ExperienceRequirement, Importance, SkillRequirement
from screener.model.resume import Position, PositionKind
from screener.model.screening import Outcome, Screening, Status, Unreadable
from screener.reports.explaining.letter.findings import item_of
from screener.reports.explaining.letter.inert import inert
from screener.reports.wording import asked, day_words, period_words
from screener.requirements.durations import long_duration
from screener.requirements.experience import is_above

_NOTED = {  # warnings that a candidate should know of, each with its code in the letter
    "truncated": "not_all_read",
    "page-limit": "not_all_read",
    "character-limit": "not_all_read",
    "damaged": "damaged",
}
_LOOKED_AT = {"ocr": "scan", "busy-page": "painted_over", "language": "language"}


def values_of(report: Report, outcome: Outcome) -> dict[str, Any]:
    """The variables; every one is there in every letter, empty where there is nothing to say."""
    result = outcome.result
    values: dict[str, Any] = {
        "situation": "unreadable",
        "cause": "",
        "name": "",
        "role": inert(report.role.title),
        "date": day_words(report.as_of),
        "day": report.as_of.isoformat(),
        "required": [],
        "optional": [],
        "experience": _no_experience(),
        "person": [],
        "notes": [],
    }
    if isinstance(result, Unreadable):
        return values | {"cause": inert(result.code)}
    if not result.resume.is_resume:
        return values | {"situation": "not_a_resume"}
    items = [(item_of(finding, result), finding.requirement.importance) for finding in result.findings]
    values |= {
        "name": inert(result.resume.candidate.name or ""),
        "required": [item for item, importance in items if importance is Importance.MUST],
        "optional": [item for item, importance in items if importance is not Importance.MUST],
        "experience": _experience(result),
        "person": list(dict.fromkeys(_for_a_person(result))),
        "notes": _notes(result),
    }
    return values | {"situation": _situation(values)}


def _situation(values: dict[str, Any]) -> str:
    """How the letter goes on: `missing`, `open` or `all_found`; it follows from what is required, and nothing else."""
    statuses = {item["status"] for item in values["required"]}
    if "not_found" in statuses:
        return "missing"
    return "open" if "unclear" in statuses or values["person"] else "all_found"


def _for_a_person(screening: Screening) -> list[str]:
    """What a program can't judge, whatever was found."""
    found = [_LOOKED_AT[warning.code] for warning in screening.warnings if warning.code in _LOOKED_AT]
    for finding in screening.findings:
        asks = finding.requirement
        if isinstance(asks, ExperienceRequirement) and asks.review_above and is_above(asks, screening.experience):
            found.append("above_range")
    if _is_no_skill_shown_at_work(screening):
        found.append("only_listed")
    return found


def _is_no_skill_shown_at_work(screening: Screening) -> bool:
    """Whether required skills are found, and none of them in a position that counts."""
    counted = {
        number for number, position in enumerate(screening.resume.positions) if position.kind in screening.role.counts
    }
    places = {
        item.position
        for finding in screening.findings
        if finding.requirement.importance is Importance.MUST
        and isinstance(finding.requirement, SkillRequirement | AnyRequirement)
        for item in finding.evidence
    }
    return bool(places) and places.isdisjoint(counted)


def _notes(screening: Screening) -> list[str]:
    hidden = ["hidden_text"] if screening.resume.hidden else []
    return hidden + list(dict.fromkeys(_NOTED[item.code] for item in screening.warnings if item.code in _NOTED))


def _no_experience() -> dict[str, Any]:
    return {
        "status": "",
        "asked": "",
        "kinds": [],
        "positions": [],
        "months_least": 0,
        "months_most": 0,
        "least": "",
        "most": "",
        "overlaps": False,
        "meets": False,
        "is_open": False,
        "claimed_years": "",
    }


def _experience(screening: Screening) -> dict[str, Any]:
    """What the role asks, each position with its months, and what they are together; empty if nothing is asked."""
    asks = next((item for item in screening.role.requirements if isinstance(item, ExperienceRequirement)), None)
    if asks is None:
        return _no_experience()
    total, claim = screening.experience, screening.resume.claim
    positions = [
        _position(position, months, screening)
        for position, months in zip(screening.resume.positions, screening.position_months, strict=True)
    ]
    counted = [item for item in positions if item["counts"]]
    least, most = (sum(item[key] for item in counted) for key in ("months_least", "months_most"))
    return _no_experience() | {
        "status": {Status.MET: "found", Status.NOT_MET: "not_found"}.get(screening.experience_status, "unclear"),
        "asked": asked(asks),
        "kinds": [kind.value for kind in PositionKind if kind in screening.role.counts],
        "positions": positions,
        "months_least": total.low,
        "months_most": total.high,
        "least": long_duration(total.low),
        "most": long_duration(total.high),
        "overlaps": total.high < most,
        "meets": total.low > least,
        "is_open": any(_goes_on(position, screening) for position in screening.resume.positions),
        "claimed_years": f"{claim.years:g}" if claim else "",
    }


def _position(position: Position, months: Months, screening: Screening) -> dict[str, Any]:
    period = position.period
    return {
        "title": inert(position.title or ""),
        "employer": inert(position.employer or ""),
        "kind": position.kind.value,
        "start": period.start.iso() if period else "",
        "end": period.end.iso(is_end=True) if period else "",
        "dates": period_words(period) if period else "",
        "page": position.page,
        "months_least": months.low,
        "months_most": months.high,
        "counts": position.kind in screening.role.counts and months.high > 0,
        "why_not": _why_not(position, months, screening),
    }


def _goes_on(position: Position, screening: Screening) -> bool:
    """Whether a counted position is cut at the day of the letter."""
    if position.kind not in screening.role.counts or position.period is None:
        return False
    end, now = position.period.end, month_index(screening.as_of.year, screening.as_of.month)
    return position.period.start.first <= now and (end.present or end.last > now)


def _why_not(position: Position, months: Months, screening: Screening) -> str:
    """Why a position adds nothing: `kind`, `no_dates`, `backwards` or `future`; empty when it counts."""
    if position.kind not in screening.role.counts:
        return "kind"
    if position.period is None:
        return "no_dates"
    if months.high:
        return ""
    return "backwards" if position.period.is_reversed else "future"
