"""What is asked for: a role file, read and checked."""

from dataclasses import dataclass

from screener.model.requirement import Requirement
from screener.model.resume import PositionKind

ALWAYS_COUNTED = frozenset({PositionKind.WORK, PositionKind.FREELANCE})


@dataclass(frozen=True, slots=True)
class RoleExample:
    """A resume with the verdict that the role's owner expects for it."""

    name: str
    resume: str | None  # a path beside the role file
    text: str | None
    as_of: str | None
    expect: str | dict[str, object]


@dataclass(frozen=True, slots=True)
class Role:
    """`file` is the path as typed, or the name of a shipped role; `sha256` is of its bytes.

    Requirements stand in the order of the report: gates first, then should, then nice.
    """

    title: str
    file: str
    sha256: str
    requirements: tuple[Requirement, ...]
    counts: frozenset[PositionKind] = ALWAYS_COUNTED
    examples: tuple[RoleExample, ...] = ()
