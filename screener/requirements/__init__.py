"""What a role can ask for: one module for each kind of requirement, whose docstring is its manual page.

A module turns its requirement and what is being judged into a Finding. Adding a kind: a dataclass in
screener/model/requirement.py, a module here, one line in KINDS, and its keys in screener/roles.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from screener.model.requirement import Requirement
from screener.model.screening import Finding, Status
from screener.requirements.any_of import judge_any
from screener.requirements.certification import judge_certification
from screener.requirements.education import judge_education
from screener.requirements.experience import judge_experience
from screener.requirements.judging import STATUS_CREDIT, Judging
from screener.requirements.skill import judge_skill

KINDS: Mapping[str, Callable[[Any, Judging], Finding]] = {
    "skill": judge_skill,
    "any": judge_any,
    "experience": judge_experience,
    "education": judge_education,
    "certification": judge_certification,
}

_CREDITED_BY_STATUS = frozenset({"education", "certification"})


def judge(requirement: Requirement, judging: Judging) -> Finding:
    """What the resume shows for one requirement; what isn't a resume, or can't be understood, doesn't show a lack."""
    finding = KINDS[requirement.kind](requirement, judging)
    if finding.status is Status.NOT_MET:
        question = _question(judging)
        if question is not None:
            credit = STATUS_CREDIT[Status.UNKNOWN] if requirement.kind in _CREDITED_BY_STATUS else finding.credit
            return replace(finding, status=Status.UNKNOWN, credit=credit, question=question)
    return finding


def _question(judging: Judging) -> str | None:
    """What to ask where silence says nothing; None where the resume can be taken at its word."""
    if not judging.resume.is_resume:
        return "Is there a resume of this candidate?"
    if any(warning.code == "language" for warning in judging.resume.warnings):
        return "What does the resume say in its own language?"
    return None
