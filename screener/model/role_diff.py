"""What becomes of the same resumes when a role changes, as plain values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from screener.model.gates import Cost
from screener.model.likeness import Likeness
from screener.model.requirement import Importance, Requirement
from screener.model.role import Role
from screener.model.screening import Status, Unreadable, Verdict


@dataclass(frozen=True, slots=True)
class Mark:
    """What one requirement came to, without the evidence."""

    status: Status
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A candidate under one of the roles; `marks` stand in the order of its requirements."""

    verdict: Verdict
    score: Decimal
    reasons: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A candidate under both roles; `duplicate_of` is another file of the same candidate, which counts for all."""

    file: str
    name: str | None
    sha256: str | None
    old: Standing
    new: Standing
    duplicate_of: str | None = None
    likeness: Likeness | None = None  # by which duplicates are found

    @property
    def has_moved(self) -> bool:
        return self.old.verdict is not self.new.verdict


@dataclass(frozen=True, slots=True)
class NotCompared:
    """A file that can't be read, and why."""

    file: str
    cause: Unreadable


@dataclass(frozen=True, slots=True)
class Side:
    """A requirement in one of the roles, and what a candidate came to."""

    importance: Importance
    status: Status


@dataclass(frozen=True, slots=True)
class Cause:
    """A requirement that moved a candidate; None on the side of a role that doesn't ask for it."""

    name: str
    old: Side | None
    new: Side | None
    reason: str


@dataclass(frozen=True, slots=True)
class OtherReason:
    """A reason of a verdict that is no requirement's, and that only one of the roles gives."""

    reason: str
    is_gone: bool  # the old role gives it


@dataclass(frozen=True, slots=True)
class Move:
    """A candidate whose verdict changes."""

    candidate: Compared
    causes: tuple[Cause | OtherReason, ...]


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A candidate who keeps the verdict and not the score; ranks are among those who keep this verdict, from 1."""

    candidate: Compared
    old_rank: int
    new_rank: int


@dataclass(frozen=True, slots=True)
class RequirementChange:
    """A requirement that is added (`old` is None), removed (`new` is None) or asked for in another way."""

    old: Requirement | None
    new: Requirement | None


@dataclass(frozen=True, slots=True)
class GateCost:
    """A gate of either role; None where the requirement isn't one."""

    name: str
    old: Cost | None
    new: Cost | None


@dataclass(frozen=True, slots=True)
class RoleDiff:
    """`changes` in the order of the roles, `moves` and `scores` in the order in which they are shown.

    `counts` has the number of candidates for each old and new verdict. Several files of a candidate count once.
    """

    old: Role
    new: Role
    as_of: date
    candidates: tuple[Compared, ...]
    changes: tuple[RequirementChange, ...]
    moves: tuple[Move, ...]
    scores: tuple[ScoreChange, ...]
    counts: dict[tuple[Verdict, Verdict], int]
    gates: tuple[GateCost, ...]
    unreadable: tuple[NotCompared, ...]
    complete: bool = True
    skipped: int = 0

    @property
    def duplicates(self) -> int:
        """Files of candidates who count by another file."""
        return sum(candidate.duplicate_of is not None for candidate in self.candidates)
