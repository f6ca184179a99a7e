"""Any of several skills: one is enough, and together they are one requirement.

`any: [MongoDB, PostgreSQL]` is named "MongoDB or PostgreSQL", has one weight, and takes the best status
and the best grade of its entries; its months are those in which either was used. Entries may ask for
years or a grade of evidence, each for itself.
"""

from screener.model.requirement import AnyRequirement
from screener.model.screening import Finding, Status
from screener.requirements.judging import NO_CREDIT, Judging
from screener.requirements.skill import find_evidence, judge_shown, last_used, showing_positions, shown_months, strength

_NONE = "none of them found"
_BEST_FIRST = (Status.MET, Status.UNKNOWN, Status.NOT_MET)


def judge_any(requirement: AnyRequirement, judging: Judging) -> Finding:
    found = [find_evidence(entry, judging) for entry in requirement.entries]
    if not any(shown.evidence or shown.notes for shown in found):
        return _nothing_found(requirement)
    findings = [judge_shown(entry, shown, judging) for entry, shown in zip(requirement.entries, found, strict=True)]
    best = min(findings, key=lambda finding: (_BEST_FIRST.index(finding.status), -finding.credit))
    evidence = tuple(sorted(dict.fromkeys(item for finding in findings for item in finding.evidence), key=strength))
    indexes = showing_positions(evidence, judging)
    return Finding(
        requirement=requirement,
        status=best.status,
        credit=max(finding.credit for finding in findings),
        reason=f"{best.requirement.name} {best.reason}" if evidence or best.notes else _NONE,
        months=shown_months(indexes, judging),
        last_used=last_used(indexes, judging),
        evidence=evidence,
        notes=tuple(dict.fromkeys(note for finding in findings for note in finding.notes)),
        lacking=best.lacking if evidence else _lacking(requirement),
        question=best.question,
    )


def _nothing_found(requirement: AnyRequirement) -> Finding:
    return Finding(requirement, Status.NOT_MET, NO_CREDIT, _NONE, lacking=_lacking(requirement))


def _lacking(requirement: AnyRequirement) -> str:
    return f"{requirement.name} evidence"
