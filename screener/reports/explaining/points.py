"""Findings -> how each credit came about, and how credits become the score, so that anybody can redo it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from screener.model.period import Months
from screener.model.requirement import (
    CertificationRequirement,
    EducationRequirement,
    ExperienceRequirement,
    SkillRequirement,
)
from screener.model.resume import Grade
from screener.model.screening import Alternative, Finding, Screening
from screener.reports.wording import GRADES, STATUSES, requirement_name
from screener.requirements.judging import credit, months_share
from screener.requirements.skill import GRADE_CREDIT
from screener.screening import score

_GRADES = {
    **GRADES,
    Grade.USED: "use in a position",
    Grade.PROJECT: "use in a project or an undated position",
    Grade.CERTIFIED: "a certificate",
    Grade.LISTED: "being listed",
    Grade.MENTIONED: "being mentioned",
}
_ZERO = Decimal(0)
_DIGITS = Decimal("0.0001")  # of a product that is shown before it is rounded


def credit_words(finding: Finding) -> str:
    """ "1 for use at work × 17 of the 24 months asked = 0.7083, rounded half up to 0.71"."""
    asks = finding.requirement
    if isinstance(asks, EducationRequirement | CertificationRequirement):
        return f"{number(finding.credit)} for {STATUSES[finding.status]}"
    if isinstance(asks, ExperienceRequirement):
        return _share(Decimal(1), "", finding.months, asks.months)
    if finding.alternatives:
        each = "; ".join(map(_alternative_words, finding.alternatives))
        return f"{each}. The best of them counts: {number(finding.credit)}"
    if finding.grade is None:
        return "0, because nothing shows it"
    asked = asks.months if isinstance(asks, SkillRequirement) else None
    return _skill_words(finding.grade, finding.months, asked)


def _alternative_words(one: Alternative) -> str:
    name = one.requirement.name
    if one.grade is None:
        return f"{name} 0, because nothing shows it"
    return f"{name} {_skill_words(one.grade, one.months, one.requirement.months)}"


def _skill_words(grade: Grade, months: Months | None, asked: int | None) -> str:
    worth, words = GRADE_CREDIT[grade], f" for {_GRADES[grade]}"
    return _share(worth, words, months, asked) if asked else f"{number(worth)}{words}"


def points_words(finding: Finding) -> str:
    """ "3 × 0.71 = 2.13"."""
    weight = finding.requirement.weight
    return f"{number(weight)} × {number(finding.credit)} = {number(weight * finding.credit)}"


def score_words(screening: Screening) -> Iterator[str]:
    """The sum and the division, in sentences."""
    findings = screening.findings
    weights = sum((finding.requirement.weight for finding in findings), _ZERO)
    points = sum((finding.requirement.weight * finding.credit for finding in findings), _ZERO)
    if not weights:
        yield "No requirement has a weight, so the score is 0."
        return
    exact = points * 100 / weights
    shown = exact.quantize(_DIGITS)
    equals = "=" if shown == exact else "≈"
    rounded = "" if exact == score(findings) else f", rounded half up to {score(findings)}"
    yield f"The points add up to {number(points)}, the weights to {number(weights)}."
    yield f"{number(points)} ÷ {number(weights)} × 100 {equals} {number(shown)}{rounded}."
    if score(findings) != screening.score:
        yield f"The result says {screening.score}, which isn't that sum: it was changed after it was written."
    yield "The score orders candidates who share a verdict; it decides nothing."


def score_rows(findings: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    """A line of the sum for each requirement."""
    for finding in findings:
        yield requirement_name(finding.requirement), points_words(finding)


def number(value: Decimal) -> str:
    """3, 2.13; never 3.00 and never an exponent."""
    return f"{value.normalize():f}"


def _share(grade: Decimal, words: str, months: Months | None, asked: int) -> str:
    """The part of the months asked, at most all of them."""
    middle = months.middle if months else 0
    if not asked:
        return f"{number(grade)}{words}"
    if middle > asked:
        enough = f"{middle} months are more than the {asked} asked"
        return f"{number(grade)}{words}, and {enough}" if words else f"{number(grade)}, because {enough}"
    exact = grade * months_share(middle, asked)
    shown, rounded = exact.quantize(_DIGITS), credit(exact)
    steps = f"{number(grade)}{words} × {middle} ÷ {asked} months" if words else f"{middle} ÷ {asked} months"
    if exact == rounded:
        return f"{steps} = {number(rounded)}"
    return f"{steps} {'=' if shown == exact else '≈'} {number(shown)}, rounded half up to {number(rounded)}"
