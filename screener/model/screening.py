"""The outcome: a verdict with a finding for each requirement, or a file that can't be read."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from screener.model.document import ReadingWarning
from screener.model.likeness import Likeness
from screener.model.period import Months
from screener.model.requirement import Requirement, SkillRequirement
from screener.model.resume import Evidence, Grade, Resume
from screener.model.role import Role


class Status(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """Best first, as tables sort them."""

    FIT = "fit"
    REVIEW = "review"
    NO_FIT = "no_fit"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Alternative:
    """What was found for one of several skills of which any is enough; `reason` is half a sentence."""

    requirement: SkillRequirement
    status: Status
    credit: Decimal
    reason: str
    months: Months | None
    grade: Grade | None  # of its best evidence


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found for one requirement.

    `reason` is half a sentence for people ("not found", "48 months, 60 are asked"), `lacking`
    what would turn it into met ("NestJS evidence"), `question` what to ask when it is unknown.
    `months` is None for a skill that no counted position shows. `alternatives` are there where any of
    several skills is asked and one of them for a time: each has months and a credit of its own.
    """

    requirement: Requirement
    status: Status
    credit: Decimal  # 0 to 1, rounded half up to 0.01
    reason: str
    months: Months | None = None
    last_used: str | None = None  # YYYY-MM
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Evidence, ...] = ()
    lacking: str | None = None
    question: str | None = None
    alternatives: tuple[Alternative, ...] = ()

    @property
    def grade(self) -> Grade | None:
        """The grade of the best evidence."""
        return self.evidence[0].grade if self.evidence else None


@dataclass(frozen=True, slots=True)
class Screening:
    verdict: Verdict
    score: Decimal  # 0 to 100, rounded half up to 0.1
    reasons: tuple[str, ...]
    would_fit_with: str | None
    findings: tuple[Finding, ...]
    resume: Resume
    role: Role
    as_of: date
    experience: Months
    experience_status: Status
    position_months: tuple[Months, ...]  # of each position of the resume, alone
    warnings: tuple[ReadingWarning, ...]  # of reading, understanding and judging


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file without a verdict; `code` is one of the error codes of the JSON output."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file's row: a screening, or the reason why there is none.

    `duplicate_of` is the file to look at instead, `duplicate_note` half a sentence of what differs there.
    """

    file: str  # as typed or found, with /
    sha256: str | None
    result: Screening | Unreadable
    duplicate_of: str | None = None
    duplicate_note: str | None = None
    likeness: Likeness | None = None  # by which duplicates are found
