"""Months, dates, statuses and requirements -> the words that people read."""

from collections import Counter
from datetime import date

from screener.model.period import Months, Period
from screener.model.report import Report
from screener.model.requirement import (
    AnyRequirement,
    EducationRequirement,
    ExperienceRequirement,
    Importance,
    Requirement,
    SkillRequirement,
)
from screener.model.resume import Education, Evidence, Grade, Section
from screener.model.screening import Finding, Screening, Status, Verdict
from screener.requirements.durations import duration

VERDICTS = {
    Verdict.FIT: "fit",
    Verdict.REVIEW: "review",
    Verdict.NO_FIT: "no fit",
    Verdict.UNREADABLE: "unreadable",
}
STATUSES = {Status.MET: "met", Status.NOT_MET: "not met", Status.UNKNOWN: "unknown"}
IMPORTANCES = {Importance.MUST: "Must have", Importance.SHOULD: "Should have", Importance.NICE: "Nice to have"}
GRADES = {
    Grade.USED: "used at work",
    Grade.PROJECT: "used in a project",
    Grade.CERTIFIED: "certified",
    Grade.LISTED: "only listed",
    Grade.MENTIONED: "only mentioned",
}
_UNDATED = "used, no dates"  # in a position without dates, which is worth as much as a project
CAUSES = {
    "learning": "still learning it",
    "negated": "the text says no",
    "recruiting": "recruited for it",
    "wished": "wished for",
    "name": "a name, not a skill",
}
_GRADES_ASKED = {
    Grade.USED: "used at work",
    Grade.PROJECT: "used in a project",
    Grade.CERTIFIED: "certified or used",
    Grade.LISTED: "",
    Grade.MENTIONED: "",
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short_range(months: Months | None) -> str:
    """The same in a narrow column: "5y 4m", "4y 11m–5y 10m"; nothing when unknown."""
    if months is None:
        return ""
    ends = dict.fromkeys((months.low, months.high))
    return "–".join(duration(end).replace(" y", "y").replace(" m", "m") for end in ends)


def years(months: int) -> str:
    """What a role asks for: "5 years", "4.5 years", "8 m"."""
    if months == 12:
        return "1 year"
    if months % 6:
        return duration(months)
    return f"{months // 12}{'.5' if months % 12 else ''} years"


def date_words(iso: str) -> str:
    """ "2024-05" as "May 2024"; years and "present" as they are."""
    parts = iso.split("-")
    if len(parts) == 1:
        return iso
    words = f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return f"{int(parts[2])} {words}" if len(parts) == 3 else words


def day_words(day: date) -> str:
    return date_words(day.isoformat())


def period_words(period: Period | None) -> str:
    """ "Mar 2019 – present", a lone year once, "no dates" where there is none."""
    if period is None:
        return "no dates"
    start, end = period.start.iso(), period.end.iso(is_end=True)
    return date_words(start) if start == end else f"{date_words(start)} – {date_words(end)}"


def requirement_name(requirement: Requirement) -> str:
    """As the role writes it; the two that it doesn't name begin like a label."""
    return requirement.name.capitalize() if requirement.kind in ("experience", "education") else requirement.name


def asked(requirement: Requirement) -> str:
    """What is asked beyond the name; empty when the name says it all."""
    if isinstance(requirement, SkillRequirement):
        parts = (years(requirement.months) if requirement.months else "", _GRADES_ASKED[requirement.grade])
        return ", ".join(filter(None, parts))
    if isinstance(requirement, AnyRequirement):
        return _asked_of_any(requirement)
    if isinstance(requirement, ExperienceRequirement):
        return _asked_years(requirement)
    if isinstance(requirement, EducationRequirement):
        return f"{requirement.level.value.replace('_', ' ')} or higher{_in_fields(requirement.fields)}"
    return ""


def found(finding: Finding) -> str:
    """What was found: how a met requirement is shown, why another one isn't met."""
    if finding.status is not Status.MET or finding.grade is None:
        return finding.reason or STATUSES[finding.status]
    best = finding.evidence[0]
    is_undated = best.grade is Grade.PROJECT and best.position is not None and best.section is not Section.PROJECTS
    words = _UNDATED if is_undated else GRADES[finding.grade]
    return f"{words} ({best.implied_by})" if best.implied_by else words


def found_months(finding: Finding) -> str:
    """The months beside what was found; nothing where that already says those of each alternative."""
    is_said = finding.alternatives and finding.status is not Status.MET
    return "" if is_said else short_range(finding.months)


def education_words(education: Education) -> str:
    """ "bachelor, Computer Science, Example University"."""
    level = education.level.value.replace("_", " ") if education.level else None
    return ", ".join(filter(None, (level, education.field, education.institution))) or "unnamed"


def cause_words(note: Evidence) -> str:
    return CAUSES.get(note.cause or "", note.cause or "doesn't count")


def counted(number: int, noun: str) -> str:
    """ "1 page", "2 pages"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def summary(report: Report) -> str:
    """ "12 screened: 3 fit, 4 review, 5 no fit; 2 unreadable; 3 duplicates; 1 skipped"."""
    results = [outcome.result for outcome in report.outcomes]
    verdicts = (result.verdict if isinstance(result, Screening) else Verdict.UNREADABLE for result in results)
    duplicates = sum(outcome.duplicate_of is not None for outcome in report.outcomes)
    return summary_of(Counter(verdicts), duplicates=duplicates, skipped=report.skipped)


def summary_of(verdicts: "Counter[Verdict]", *, duplicates: int, skipped: int) -> str:
    """The same of results that nobody has any more, from how often there was each verdict."""
    unreadable = verdicts[Verdict.UNREADABLE]
    readable = [verdict for verdict in Verdict if verdicts[verdict] and verdict is not Verdict.UNREADABLE]
    tally = ", ".join(f"{verdicts[verdict]} {VERDICTS[verdict]}" for verdict in readable)
    parts = (
        f"{verdicts.total() - unreadable} screened" + (f": {tally}" if tally else ""),
        f"{unreadable} unreadable" if unreadable else "",
        counted(duplicates, "duplicate") if duplicates else "",
        f"{skipped} skipped" if skipped else "",
    )
    return "; ".join(filter(None, parts))


def _asked_of_any(requirement: AnyRequirement) -> str:
    each = [asked(entry) for entry in requirement.entries]
    if len(set(each)) == 1:
        return each[0]
    return "; ".join(f"{entry.name}: {words}" for entry, words in zip(requirement.entries, each, strict=True) if words)


def _in_fields(fields: tuple[str, ...]) -> str:
    if len(fields) < 3:
        return " in " + " or ".join(fields) if fields else ""
    return f" in {fields[0]} or {len(fields) - 1} other fields"


def _asked_years(requirement: ExperienceRequirement) -> str:
    low, above = requirement.months, requirement.months_above
    if above is None:
        return years(low)
    if low % 12 == 0 and above % 12 == 0:
        return f"{low // 12} to {above // 12 - 1} years"  # the range ends with its last month
    return f"{years(low)} to under {years(above)}"
