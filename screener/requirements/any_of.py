"""Any of several skills: one is enough, and together they are one requirement.

`any: [MongoDB, PostgreSQL]` is named "MongoDB or PostgreSQL", has one weight, and takes the best status
and the best grade of its entries; its months are those in which either was used. Entries may ask for
years or a grade of evidence, each for itself.
"""

from dataclasses import replace

from screener.model.requirement import AnyRequirement
from screener.model.screening import Finding, Status
from screener.requirements.judging import Judging
from screener.requirements.skill import judge_skill, last_used, showing_positions, shown_months, strength

_BEST_FIRST = (Status.MET, Status.UNKNOWN, Status.NOT_MET)


def judge_any(requirement: AnyRequirement, judging: Judging) -> Finding:
    findings = [judge_skill(entry, judging) for entry in requirement.entries]
    best = min(findings, key=lambda finding: (_BEST_FIRST.index(finding.status), -finding.credit))
    evidence = tuple(sorted(dict.fromkeys(item for finding in findings for item in finding.evidence), key=strength))
    indexes = showing_positions(evidence, judging)
    found = bool(evidence or best.notes)
    return replace(
        best,
        requirement=requirement,
        credit=max(finding.credit for finding in findings),
        reason=f"{best.requirement.name} {best.reason}" if found else "none of them found",
        months=shown_months(indexes, judging),
        last_used=last_used(indexes, judging),
        evidence=evidence,
        notes=tuple(dict.fromkeys(note for finding in findings for note in finding.notes)),
        lacking=best.lacking if evidence else f"{requirement.name} evidence",
    )
