"""A skill: something in the resume that a person can read shows it.

Evidence has a grade: used at work, a project, certified, listed, mentioned. A skill is met when its best
evidence reaches the grade asked (`evidence:`, listed unless said) and, where `years:` are asked, the
positions that show it last that long together.
Good: "Built the API with Node.js" under a dated position is met, with the position's months.
Not met: not found; only being learned, denied, or part of a name; listed where `used` is asked.
Unknown: years are asked and the skill is only listed, or its positions' dates are coarse or missing.
Not handled: how much of a position was spent with the skill.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from screener.model.period import Months, Precision
from screener.model.requirement import SkillRequirement
from screener.model.resume import Evidence, Grade, SkillEvidence
from screener.model.screening import Finding, Status
from screener.requirements.durations import asked as is_asked
from screener.requirements.durations import duration_range, more, span
from screener.requirements.experience import name_of, names_of
from screener.requirements.judging import NO_CREDIT, Judging, credit, months_share, months_status

GRADE_CREDIT = {
    Grade.USED: Decimal(1),
    Grade.PROJECT: Decimal("0.8"),
    Grade.CERTIFIED: Decimal("0.8"),
    Grade.LISTED: Decimal("0.6"),
    Grade.MENTIONED: Decimal("0.2"),
}
_SHOWN_AS = {
    Grade.USED: "used in a position",
    Grade.PROJECT: "used in a project or an undated position",
    Grade.CERTIFIED: "certified",
    Grade.LISTED: "listed, but used in no position",
    Grade.MENTIONED: "only mentioned",
}
_ASKED_AS = {
    Grade.USED: "use in a dated position",
    Grade.PROJECT: "use in a project or a position",
    Grade.CERTIFIED: "a certificate or use",
    Grade.LISTED: "at least a place in a skills list",
    Grade.MENTIONED: "a mention",
}
LACKING = {  # what a name needs behind it to be met
    Grade.USED: "used in a dated position",
    Grade.PROJECT: "used in a project or a position",
    Grade.CERTIFIED: "certified or used",
    Grade.LISTED: "evidence",
    Grade.MENTIONED: "evidence",
}
AT_WORK = "at work"  # what is asked for a time has to be shown there
_NOTE_WORDS = {
    "learning": "being learned",
    "negated": "denied",
    "recruiting": "hired for",
    "wished": "wished for",
    "name": "part of a name",
}


def judge_skill(requirement: SkillRequirement, judging: Judging) -> Finding:
    return judge_shown(requirement, find_evidence(requirement, judging), judging)


def judge_shown(requirement: SkillRequirement, shown: SkillEvidence, judging: Judging) -> Finding:
    """The finding, once it is known what shows the skill."""
    indexes = showing_positions(shown.evidence, judging)
    months = shown_months(indexes, judging)
    status = _status(requirement, shown, months, judging)
    return Finding(
        requirement=requirement,
        status=status,
        credit=_credit(requirement, shown, months),
        reason=_reason(requirement, shown, months, status),
        months=months,
        last_used=last_used(indexes, judging),
        evidence=shown.evidence,
        notes=shown.notes,
        lacking=None if status is Status.MET else _lacking(requirement, shown, months, judging),
        question=_question(requirement, indexes, judging) if status is Status.UNKNOWN else None,
    )


def find_evidence(requirement: SkillRequirement, judging: Judging) -> SkillEvidence:
    """What shows the skill under its name or an alias; one piece of evidence a line, the best first.

    A name that the vocabulary knows brings the vocabulary's evidence, any other is matched literally.
    """
    skills, terms = _looked_for(requirement.name, requirement.skill, requirement.aliases)
    if len(skills) == 1 and not terms:
        return judging.resume.skill(skills[0]) or SkillEvidence(requirement.name, ())
    found = [judging.resume.skill(name) for name in skills]
    if terms:
        found.append(judging.find_literally(terms))
    shown = [source for source in found if source]
    if not shown:
        return SkillEvidence(requirement.name, ())
    if len(shown) == 1:
        return shown[0]
    best: dict[tuple[int, int], Evidence] = {}
    for item in sorted((item for source in shown for item in source.evidence), key=strength):
        best.setdefault((item.page, item.line), item)
    notes = dict.fromkeys(item for source in shown for item in source.notes)
    return SkillEvidence(requirement.name, tuple(best.values()), tuple(notes))


@lru_cache(maxsize=1000)  # a role asks the same of everybody
def _looked_for(name: str, skill: str | None, aliases: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The vocabulary's names among a requirement's, and those that are matched literally."""
    from screener.vocabulary import find_skill

    names = {name: skill} | {alias: find_skill(alias) for alias in aliases}
    return tuple(dict.fromkeys(filter(None, names.values()))), tuple(term for term in names if names[term] is None)


def strength(evidence: Evidence) -> tuple[int, bool, int, int]:
    """A sort key: the strongest first, own before implied, then as on the page."""
    rank = evidence.grade.rank if evidence.grade else len(Grade)
    return rank, evidence.implied_by is not None, evidence.page, evidence.line


def showing_positions(evidence: Sequence[Evidence], judging: Judging) -> tuple[int, ...]:
    """The counted positions whose lines show it, dated or not."""
    shown = {item.position for item in evidence}
    for index, position in enumerate(judging.resume.positions) if shown else ():
        if position.again and index - 1 in shown:
            shown.add(index)
    return tuple([index for index in judging.counted if index in shown]) if shown else ()


def shown_months(indexes: tuple[int, ...], judging: Judging) -> Months | None:
    """The union of these positions' months; None, never 0, when none of them has any."""
    months = judging.months(indexes) if indexes else None
    return months if months and months.high else None


def last_used(indexes: Sequence[int], judging: Judging) -> str | None:
    """The end of the latest of these positions: YYYY-MM, or YYYY where only the year is known."""
    if not indexes:
        return None
    periods = [position.period for position in judging.positions(indexes) if position.period]
    past = [period for period in periods if not period.is_reversed and period.start.first <= judging.month]
    if not past:
        return None
    end = max((period.end for period in past), key=lambda bound: (min(bound.last, judging.month), bound.first))
    if end.present or end.first > judging.month:
        return judging.as_of.isoformat()[:7]
    if end.precision is Precision.YEAR:
        return end.iso(is_end=True)
    month = min(end.last, judging.month)
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def _status(requirement: SkillRequirement, shown: SkillEvidence, months: Months | None, judging: Judging) -> Status:
    if not shown.evidence or not _reaches(shown.evidence[0], requirement.grade):
        return Status.NOT_MET
    if requirement.months is None:
        return Status.MET
    if months is None:
        return Status.UNKNOWN
    unclear = judging.unclear(showing_positions(shown.evidence, judging))
    return months_status(months, requirement.months, unclear)


def _reaches(evidence: Evidence, grade: Grade) -> bool:
    return evidence.grade is not None and evidence.grade.rank <= grade.rank


def _credit(requirement: SkillRequirement, shown: SkillEvidence, months: Months | None) -> Decimal:
    grade = shown.evidence[0].grade if shown.evidence else None
    if grade is None:
        return NO_CREDIT
    if requirement.months is None:
        return GRADE_CREDIT[grade]
    return credit(GRADE_CREDIT[grade] * months_share(months.middle if months else 0, requirement.months))


def _reason(requirement: SkillRequirement, shown: SkillEvidence, months: Months | None, status: Status) -> str:
    if not shown.evidence and not shown.notes:
        return "not found"
    if not shown.evidence:
        causes = dict.fromkeys(_NOTE_WORDS.get(note.cause or "", "no evidence") for note in shown.notes)
        return f"not found, only {' and '.join(causes)}"
    best = shown.evidence[0]
    reason = _SHOWN_AS[best.grade or Grade.MENTIONED]
    if status is Status.NOT_MET and not _reaches(best, requirement.grade):
        return f"{reason}, and {_ASKED_AS[requirement.grade]} is asked"
    if months is not None:
        reason += f", {duration_range(months)}"
    if requirement.months is None:
        return reason
    return f"{reason}{'' if months else ', months unknown'}, and {is_asked(requirement.months)}"


def _lacking(requirement: SkillRequirement, shown: SkillEvidence, months: Months | None, judging: Judging) -> str:
    """The least that would do. Dates can only give what lies within them."""
    name, asked = requirement.name, requirement.months
    if asked is None or not shown.evidence:
        return lacking_without_evidence(requirement, name)
    unclear = judging.unclear(showing_positions(shown.evidence, judging))
    if_shown = f", if the dates of {names_of(unclear)} show them" if unclear else ""
    if months is None or not _reaches(shown.evidence[0], requirement.grade):
        return f"{lacking_without_evidence(requirement, name)}{if_shown or _beyond_career(asked, judging)}"
    if months.high >= asked:
        return f"the months in which {name} was used"
    return f"{more(asked - months.low)} of {name}{if_shown}"


def lacking_without_evidence(requirement: SkillRequirement, name: str) -> str:
    """What is needed of a skill of which nothing is shown that counts."""
    if requirement.months is None:
        return f"{name} {LACKING[requirement.grade]}"
    return f"{span(requirement.months)} of {name} {AT_WORK}"


def _beyond_career(asked: int, judging: Judging) -> str:
    """More than everything that the resume shows can't have been left out of it."""
    most = judging.months(judging.counted).high
    if not most or most >= asked or judging.unclear(judging.counted):
        return ""
    return f" ({span(asked - most)} more than all work together)"


def _question(requirement: SkillRequirement, indexes: Sequence[int], judging: Judging) -> str:
    employers = dict.fromkeys(name_of(position) for position in judging.positions(indexes))
    where = f" at {next(iter(employers))}" if len(employers) == 1 else " at work"
    return f"From which month to which month was {requirement.name} used{where}?"
