"""An Outcome -> its row as JSON text, the same that `result` would give, faster.

In a folder of many, what a role asks is said again in each row, most of it is found in no resume, and
the same skills are named in all. The text of these parts is remembered; the rest is written each time.
"""

from decimal import Decimal
from functools import lru_cache

from screener.model.requirement import CertificationRequirement, Importance, Requirement
from screener.model.resume import Grade
from screener.model.screening import Finding, Outcome, Screening, Status
from screener.reports.json_text import dumps
from screener.reports.results import found_json, frame, requirement_json, skill_json

START_OF_ROW = '{"file": '
_REQUIREMENTS, _SKILLS = '"requirements": []', '"skills": []'
_FOUND = {"found": None}
_ANY = CertificationRequirement("", Importance.NICE, Decimal(1))


def row_text(outcome: Outcome) -> str:
    """`dumps(result(outcome))`.

    Searching for the empty lists is safe: in a quote from a resume their quotation marks would be escaped.
    """
    text, screening = dumps(frame(outcome)), outcome.result
    if not isinstance(screening, Screening):
        return text
    requirements = ", ".join([_requirement(finding) for finding in screening.findings])
    skills = ", ".join([_skill(name, grade) for name, grade in screening.resume.best_grades])
    before, _, rest = text.partition(_REQUIREMENTS)
    between, _, after = rest.partition(_SKILLS)
    return f"{before}{_REQUIREMENTS[:-1]}{requirements}]{between}{_SKILLS[:-1]}{skills}]{after}"


def _requirement(finding: Finding) -> str:
    before, after = _asked(finding.requirement)
    if finding.evidence or finding.notes or finding.months is not None or finding.last_used:
        found = dumps(found_json(finding))
    else:
        found = _nothing(finding.status, finding.credit, finding.reason, finding.lacking, finding.question)
    return f"{before}{found[1:-1]}{after}"


@lru_cache(maxsize=1000)
def _asked(requirement: Requirement) -> tuple[str, str]:
    """What stands before and after what was found."""
    before, _, after = dumps(requirement_json(requirement, _FOUND)).partition(dumps(_FOUND)[1:-1])
    return before, after


@lru_cache(maxsize=1000)
def _nothing(status: Status, credit: Decimal, reason: str, lacking: str | None, question: str | None) -> str:
    """What is said where there is no evidence. It doesn't depend on the requirement otherwise."""
    return dumps(found_json(Finding(_ANY, status, credit, reason, lacking=lacking, question=question)))


@lru_cache(maxsize=10_000)
def _skill(name: str, grade: Grade | None) -> str:
    return dumps(skill_json(name, grade))
