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
    """What the resume shows for one requirement; a file that isn't a resume shows that nothing is missing."""
    finding = KINDS[requirement.kind](requirement, judging)
    if finding.status is Status.NOT_MET and not judging.resume.is_resume:
        credit = STATUS_CREDIT[Status.UNKNOWN] if requirement.kind in _CREDITED_BY_STATUS else finding.credit
        return replace(finding, status=Status.UNKNOWN, credit=credit, question="Is there a resume of this candidate?")
    return finding
