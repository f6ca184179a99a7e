"""One result as JSON -> the Outcome that it was written from, as far as reports show it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from screener.model.document import HiddenText, ReadingWarning
from screener.model.period import Bound, Months, Period, Precision, month_index
from screener.model.requirement import AnyRequirement, Requirement
from screener.model.resume import (
    Candidate,
    Education,
    Evidence,
    ExperienceClaim,
    Grade,
    Level,
    Position,
    PositionKind,
    Resume,
    Section,
    SkillEvidence,
)
from screener.model.role import Role
from screener.model.screening import Alternative, Finding, Outcome, Screening, Status, Unreadable, Verdict
from screener.reports.stored.fields import Fields
from screener.reports.stored.requirements import requirement_of
from screener.reports.stored.run import Run

_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")


class Row(NamedTuple):
    """A result with everything but its role, which is known when all rows are."""

    fields: Fields
    requirements: tuple[Requirement, ...]
    counted: frozenset[PositionKind]

    @property
    def is_judged(self) -> bool:
        return not self.fields.has("error")


def row_of(fields: Fields) -> Row:
    positions = fields.at("experience").at_each("positions")
    counted = frozenset(item.choice("kind", PositionKind) for item in positions if item.flag("counted"))
    return Row(fields, tuple(map(requirement_of, fields.at_each("requirements"))), counted)


def outcome_of(row: Row, role: Role, run: Run) -> Outcome:
    fields = row.fields
    result = _screening(row, role, run) if row.is_judged else _unreadable(fields)
    twin, note = fields.find_text("duplicate_of"), fields.find_text("duplicate_note")
    return Outcome(fields.text("file"), fields.find_text("sha256"), result, twin, note)


def _unreadable(fields: Fields) -> Unreadable:
    error = fields.at("error")
    return Unreadable(error.text("code"), error.text("message"))


def _screening(row: Row, role: Role, run: Run) -> Screening:
    fields, experience = row.fields, row.fields.at("experience")
    verdict = fields.choice("verdict", Verdict)
    if verdict is Verdict.UNREADABLE:
        raise fields.wrong("verdict", "fit, review or no_fit, and there is no error")
    resume = _resume(fields, run)
    return Screening(
        verdict=verdict,
        score=fields.number("score").quantize(_TENTH),
        reasons=fields.texts("reasons"),
        would_fit_with=fields.find_text("would_fit_with"),
        findings=tuple(_findings(fields, row.requirements, len(resume.positions))),
        resume=resume,
        role=role,
        as_of=run.as_of,
        experience=_months(experience),
        experience_status=experience.choice("status", Status),
        position_months=tuple(map(_months, experience.at_each("positions"))),
        warnings=resume.warnings,
    )


def _resume(fields: Fields, run: Run) -> Resume:
    candidate, experience = fields.at("candidate"), fields.at("experience")
    lists = (candidate.texts(key) for key in ("emails", "phones", "links"))
    claimed = float(experience.number("claimed_years")) if experience.has("claimed_years") else None
    return Resume(
        candidate=Candidate(candidate.find_text("name"), *lists),
        positions=tuple(_position(item, run) for item in experience.at_each("positions")),
        education=tuple(_education(item, run) for item in fields.at_each("education")),
        certificates=(),
        skills=tuple(_skill(item) for item in fields.at_each("skills")),
        lines=(),
        claim=None if claimed is None else ExperienceClaim(claimed, "", 0, 0),
        is_resume=fields.flag("is_resume"),
        hidden=tuple(
            HiddenText(item.text("text"), item.text("cause"), item.whole("page")) for item in fields.at_each("hidden")
        ),
        warnings=tuple(
            ReadingWarning(item.text("code"), item.text("message"), item.find_whole("page"), item.find_whole("line"))
            for item in fields.at_each("warnings")
        ),
    )


def _skill(fields: Fields) -> SkillEvidence:
    """The name and the best grade are all that is kept of a skill that the role doesn't ask for."""
    name = fields.text("name")
    return SkillEvidence(name, (Evidence("", 0, 0, None, None, fields.find_choice("grade", Grade), name),))


def _findings(fields: Fields, requirements: tuple[Requirement, ...], positions: int) -> Iterator[Finding]:
    for item, requirement in zip(fields.at_each("requirements"), requirements, strict=True):
        yield Finding(
            requirement=requirement,
            status=item.choice("status", Status),
            credit=item.number("credit").quantize(_HUNDREDTH),
            reason=item.text("reason"),
            months=_months(item) if item.has("months") else None,
            last_used=_last_used(item),
            evidence=tuple(_evidence(one, positions) for one in item.at_each("evidence")),
            notes=tuple(_evidence(one, positions, one.find_text("cause")) for one in item.at_each("notes")),
            lacking=item.find_text("lacking"),
            question=item.find_text("question"),
            alternatives=tuple(_alternatives(item, requirement)) if item.has("alternatives") else (),
        )


def _alternatives(fields: Fields, requirement: Requirement) -> Iterator[Alternative]:
    found = list(fields.at_each("alternatives"))
    entries = requirement.entries if isinstance(requirement, AnyRequirement) and found else ()
    if len(found) != len(entries):
        raise fields.wrong("alternatives", f"as many as are asked for, {len(entries)}")
    for item, entry in zip(found, entries, strict=True):
        yield Alternative(
            requirement=entry,
            status=item.choice("status", Status),
            credit=item.number("credit").quantize(_HUNDREDTH),
            reason=item.text("reason"),
            months=_months(item) if item.has("months") else None,
            grade=item.find_choice("grade", Grade),
        )


def _last_used(fields: Fields) -> str | None:
    if fields.has("last_used"):
        fields.date("last_used")
    return fields.find_text("last_used")


def _evidence(fields: Fields, positions: int, cause: str | None = None) -> Evidence:
    position = fields.find_whole("position")
    if position is not None and position >= positions:
        raise fields.wrong("position", f"one of the {positions} positions")
    return Evidence(
        fields.text("quote"),
        fields.whole("page"),
        fields.whole("line"),
        fields.find_choice("section", Section),
        position,
        fields.find_choice("grade", Grade),
        fields.text("matched"),
        fields.find_text("implied_by"),
        cause,
    )


def _months(fields: Fields) -> Months:
    low, high = fields.whole("months_min"), fields.whole("months_max")
    months = Months(low, high)
    if low > high or months.middle != fields.whole("months"):
        raise fields.wrong("months", f"the middle of {low} and {high}")
    return months


def _position(fields: Fields, run: Run) -> Position:
    return Position(
        fields.find_text("title"),
        fields.find_text("employer"),
        fields.choice("kind", PositionKind),
        _period(fields, run),
        fields.whole("page"),
        fields.whole("line"),
    )


def _education(fields: Fields, run: Run) -> Education:
    return Education(
        fields.find_choice("level", Level),
        fields.find_text("field"),
        fields.find_text("institution"),
        _period(fields, run),
        fields.flag("completed"),
        fields.whole("page"),
        fields.whole("line"),
    )


def _period(fields: Fields, run: Run) -> Period | None:
    if fields.find_text("start") is None and fields.find_text("end") is None:
        return None
    return Period(_bound(fields, "start", run), _bound(fields, "end", run))


def _bound(fields: Fields, key: str, run: Run) -> Bound:
    if fields.text(key) == "present":
        return Bound(run.month, run.month, Precision.MONTH, present=True)
    year, month, day = fields.date(key)
    if month is None:
        return Bound(month_index(year, 1), month_index(year, 12), Precision.YEAR)
    index = month_index(year, month)
    name = f"{key}_precision"
    if fields.has(name) and fields.choice(name, Precision) is Precision.SEASON:
        first = index if key == "start" else index - 2
        return Bound(first, first + 2, Precision.SEASON)
    return Bound(index, index, Precision.DAY if day else Precision.MONTH, day)
