"""A resume, a role and a day -> the verdict with its reasons, the score and what would change it.

Gates decide, in three values: one that isn't met makes no fit, and only then does anything else need a
person's look. Points never decide: the score is the sum of weight × credit over all requirements,
divided by the sum of weights, and orders candidates who share a verdict. Credits are rounded before
they are added up, so that anybody can redo the sum from what is printed.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from screener.model.document import ReadingWarning
from screener.model.period import Months
from screener.model.requirement import ExperienceRequirement, Importance
from screener.model.resume import Resume
from screener.model.role import Role
from screener.model.screening import Finding, Screening, Status, Verdict
from screener.requirements import judge
from screener.requirements.durations import duration_range
from screener.requirements.experience import experience_status, is_above
from screener.requirements.hidden_text import find_address_to_reader, named_in_hidden_text
from screener.requirements.judging import Judging
from screener.requirements.skill import AT_WORK, LACKING

_TENTH = Decimal("0.1")
_SHOWN_SOMEWHERE = "a must-have skill shown in a position"
_IN_A_POSITION = {  # what shows a skill in a position, instead of less
    "evidence": "evidence in a position",
    "used in a project or a position": "used in a position",
    "certified or used": "used in a position",
}
_LOOKED_AT = {  # warnings of reading that somebody has to check: the reason, and what would make it go away
    "ocr": ("text was read by OCR; compare it with the page", "a file whose text can be copied"),
    "busy-page": ("a page is painted over too often to tell what shows; look at it", "a page that isn't painted over"),
    "language": ("the language isn't supported; read the resume yourself", "a resume in a supported language"),
}


class ReviewCause(NamedTuple):
    """Why a person must look; `change` is what would make it go away, None when a finding says it."""

    reason: str
    change: str | None = None


_NO_RESUME = ReviewCause("the file doesn't look like a resume; open it", "a file that looks like a resume")


def screen(resume: Resume, role: Role, as_of: date) -> Screening:
    """The verdict on one candidate for one role, as of a day."""
    judging = Judging(resume, as_of, role.counts)
    findings = tuple(judge(requirement, judging) for requirement in role.requirements)
    failed = [finding for finding in findings if _is_gate(finding) and finding.status is Status.NOT_MET]
    causes = tuple(_review_causes(findings, judging, role))
    verdict = Verdict.NO_FIT if failed else Verdict.REVIEW if causes else Verdict.FIT
    reasons = [_reason(finding) for finding in failed] or [cause.reason for cause in causes]
    months = judging.months(judging.counted)
    return Screening(
        verdict=verdict,
        score=score(findings),
        reasons=tuple(reasons),
        would_fit_with=_would_fit_with(findings, causes),
        findings=findings,
        resume=resume,
        role=role,
        as_of=as_of,
        experience=months,
        experience_status=_experience_status(findings, months, judging),
        position_months=_position_months(judging),
        warnings=(*resume.warnings, *_claim_mismatch(resume, months)),
    )


def score(findings: tuple[Finding, ...]) -> Decimal:
    """0 to 100, rounded half up to 0.1."""
    weights = sum((finding.requirement.weight for finding in findings), Decimal(0))
    if not weights:
        return Decimal("0.0")
    points = sum((finding.requirement.weight * finding.credit for finding in findings), Decimal(0))
    return (points * 100 / weights).quantize(_TENTH, rounding=ROUND_HALF_UP)


def _is_gate(finding: Finding) -> bool:
    return finding.requirement.importance is Importance.MUST


def _reason(finding: Finding) -> str:
    return f"{finding.requirement.name}: {finding.reason}"


def _would_fit_with(findings: tuple[Finding, ...], causes: tuple[ReviewCause, ...]) -> str | None:
    """Everything that keeps the candidate from being fit, in the fewest words; None for a fit."""
    if _NO_RESUME in causes:
        return _NO_RESUME.change
    lacking = [finding.lacking for finding in findings if _is_gate(finding) and finding.lacking]
    further = [cause.change for cause in causes if cause.change]
    changes = []
    if any(_is_at_work(words) for words in lacking) and _SHOWN_SOMEWHERE in further:
        further.remove(_SHOWN_SOMEWHERE)
    for need in dict.fromkeys(LACKING.values()):
        names = [words.removesuffix(f" {need}") for words in lacking if words.endswith(f" {need}")]
        lacking = [words for words in lacking if not words.endswith(f" {need}")]
        if names and _SHOWN_SOMEWHERE in further:  # one change is enough for both
            need = _IN_A_POSITION.get(need, need)  # noqa: PLW2901
            further.remove(_SHOWN_SOMEWHERE)
        changes += [f"{_listed(names)} {need}"] if names else []
    needs = list(dict.fromkeys(changes + lacking + further))
    return ("; ".join(needs) if any(", if " in words for words in needs) else _listed(needs)) or None


def _is_at_work(words: str) -> bool:
    """Whether what is lacking shows a skill in a position, too."""
    return f" {AT_WORK}" in words


def _listed(words: list[str]) -> str:
    """A; A and B; A, B and C."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _review_causes(findings: Sequence[Finding], judging: Judging, role: Role) -> Iterator[ReviewCause]:
    resume = judging.resume
    if not resume.is_resume:  # whatever else is missing follows from that
        yield _NO_RESUME
        yield from _hidden_causes(resume, role)
        return
    unknown = (finding for finding in findings if _is_gate(finding) and finding.status is Status.UNKNOWN)
    yield from (ReviewCause(_reason(finding)) for finding in unknown)
    for finding in findings:
        asked, months = finding.requirement, finding.months
        if isinstance(asked, ExperienceRequirement) and asked.review_above and months and is_above(asked, months):
            yield ReviewCause(_reason(finding), "a word that experience above the range is welcome")
    if not _is_any_must_have_shown(findings, judging):
        reason = "no must-have skill is shown in a position; ask where they were used"
        yield ReviewCause(reason, _SHOWN_SOMEWHERE)
    codes = dict.fromkeys(warning.code for warning in resume.warnings)
    yield from (ReviewCause(*_LOOKED_AT[code]) for code in codes if code in _LOOKED_AT)
    yield from _hidden_causes(resume, role)


def _is_any_must_have_shown(findings: Sequence[Finding], judging: Judging) -> bool:
    """True without must-have skills, and when none is found at all: then their lack is what there is to say."""
    musts = [finding for finding in findings if _is_gate(finding) and finding.requirement.kind in ("skill", "any")]
    places = {item.position for finding in musts for item in finding.evidence}
    return not places or not places.isdisjoint(judging.counted)


def _hidden_causes(resume: Resume, role: Role) -> Iterator[ReviewCause]:
    if named := named_in_hidden_text(role.requirements, resume.hidden):
        yield ReviewCause(f"hidden text names {_listed(list(named))}; look at it", "a file without that hidden text")
    if phrase := find_address_to_reader(resume.hidden):
        yield ReviewCause(f'hidden text says "{phrase}"; look at it', "a file without that hidden text")


def _experience_status(findings: tuple[Finding, ...], months: Months, judging: Judging) -> Status:
    for finding in findings:
        if isinstance(finding.requirement, ExperienceRequirement):
            return finding.status
    return experience_status(months, 1, judging)  # nothing asked: met as soon as there is any


def _position_months(judging: Judging) -> tuple[Months, ...]:
    return tuple(judging.months((index,)) for index in range(len(judging.resume.positions)))


def _claim_mismatch(resume: Resume, months: Months) -> Iterator[ReadingWarning]:
    """A claim in prose that is more than a year away from what the dates add up to."""
    claim = resume.claim
    if claim is None:
        return
    claimed = claim.years * 12
    if not months.low - 12 <= claimed <= months.high + 12:
        dates = duration_range(months)
        message = f"{claim.years:g} years are claimed, and the dates add up to {dates}; only dates are counted"
        yield ReadingWarning("claim-mismatch", message, claim.page, claim.line)
