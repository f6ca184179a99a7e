"""Any of several skills: one is enough, and together they are one requirement.

`any: [MongoDB, PostgreSQL]` is named "MongoDB or PostgreSQL", has one weight, and takes the best status
and the best grade of its entries; its months are those in which either was used. Entries may ask for
years or a grade of evidence, each for itself: then the months of each are said, since what they have
together is enough for none of them.
"""

from collections.abc import Sequence
from decimal import Decimal

from screener.model.requirement import AnyRequirement, SkillRequirement
from screener.model.screening import Alternative, Finding, Status
from screener.requirements.judging import NO_CREDIT, Judging
from screener.requirements.skill import (
    find_evidence,
    judge_shown,
    lacking_without_evidence,
    last_used,
    showing_positions,
    shown_months,
    strength,
)

_NONE = "none of them found"
_BEST_FIRST = (Status.MET, Status.UNKNOWN, Status.NOT_MET)


def judge_any(requirement: AnyRequirement, judging: Judging) -> Finding:
    found = [find_evidence(entry, judging) for entry in requirement.entries]
    if not any(shown.evidence or shown.notes for shown in found):
        return _nothing_found(requirement)
    findings = [judge_shown(entry, shown, judging) for entry, shown in zip(requirement.entries, found, strict=True)]
    best = min(findings, key=_rank)
    evidence = tuple(sorted(dict.fromkeys(item for finding in findings for item in finding.evidence), key=strength))
    indexes = showing_positions(evidence, judging)
    alternatives = _alternatives(requirement, findings)
    return Finding(
        requirement=requirement,
        status=best.status,
        credit=max(finding.credit for finding in findings),
        reason=_reason(best, alternatives) if evidence or best.notes else _NONE,
        months=shown_months(indexes, judging),
        last_used=last_used(indexes, judging),
        evidence=evidence,
        notes=tuple(dict.fromkeys(note for finding in findings for note in finding.notes)),
        lacking=_nearest(findings).lacking if evidence else _lacking(requirement),
        question=best.question,
        alternatives=alternatives,
    )


def _nothing_found(requirement: AnyRequirement) -> Finding:
    return Finding(requirement, Status.NOT_MET, NO_CREDIT, _NONE, lacking=_lacking(requirement))


def _alternatives(requirement: AnyRequirement, findings: Sequence[Finding]) -> tuple[Alternative, ...]:
    if all(entry.months is None for entry in requirement.entries):
        return ()
    return tuple(
        Alternative(entry, found.status, found.credit, found.reason, found.months, found.grade)
        for entry, found in zip(requirement.entries, findings, strict=True)
    )


def _reason(best: Finding, alternatives: Sequence[Alternative]) -> str:
    """Of the best one; where none is enough and months are asked, of each."""
    if best.status is Status.MET or not alternatives:
        return f"{best.requirement.name} {best.reason}"
    return "; ".join(f"{one.requirement.name} {one.reason}" for one in alternatives)


def _rank(finding: Finding) -> tuple[int, Decimal]:
    return _BEST_FIRST.index(finding.status), -finding.credit


def _nearest(findings: Sequence[Finding]) -> Finding:
    """What dates may settle first, then what lacks the fewest months: a word is less than a month."""
    return min(findings, key=lambda finding: (*_months_short(finding), *_rank(finding)))


def _months_short(finding: Finding) -> tuple[bool, int]:
    """Whether dates alone can't give what is asked, and how many months are lacking."""
    asks, months = finding.requirement, finding.months
    if not isinstance(asks, SkillRequirement) or asks.months is None:
        return True, 0
    if months is None or finding.grade is None or finding.grade.rank > asks.grade.rank:
        return True, asks.months
    return months.high < asks.months, asks.months - months.low


def _lacking(requirement: AnyRequirement) -> str:
    """Evidence of any of those that ask for the least: years are more than a place, and a place more than a word."""
    asked = [(entry.months or 0, -entry.grade.rank) for entry in requirement.entries]
    easiest = [entry for entry, ask in zip(requirement.entries, asked, strict=True) if ask == min(asked)]
    names = " or ".join(entry.name for entry in easiest)
    return lacking_without_evidence(easiest[0], names)
