"""What became of a role's examples: each expectation beside what the screening said, as plain values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from screener.model.screening import Verdict


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of an expectation that doesn't hold.

    `part` is the key of `expect` that it stands under; `requirement` is named under met, not_met and
    unknown. `expected` and `got` are a verdict, a status, a score or its bound as role files write them;
    under above, the other example and how this one stands. `reason` is what the screening says of it,
    "" where `got` says it all.
    """

    part: str
    requirement: str | None
    expected: str
    got: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example. `faults` are the causes why it could not be screened or compared, a line each.

    `verdict` and `score` are what the screening said; None where there is none.
    """

    name: str
    line: int  # in the role file
    as_of: date
    verdict: Verdict | None
    score: Decimal | None
    differences: tuple[Difference, ...] = ()
    faults: tuple[str, ...] = ()
    is_updated: bool = False  # the role file now expects what happened

    @property
    def has_passed(self) -> bool:
        return not self.differences and not self.faults


@dataclass(frozen=True, slots=True)
class Untouched:
    """An alias that no example shows, and the requirement it belongs to."""

    alias: str
    requirement: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many requirements and aliases there are, and those that no example touches."""

    requirement_count: int
    requirements: tuple[str, ...]
    alias_count: int
    aliases: tuple[Untouched, ...]


@dataclass(frozen=True, slots=True)
class RoleTrial:
    """A role file and its examples in their order; `coverage` is None unless it was asked for."""

    file: str
    title: str
    examples: tuple[ExampleResult, ...]
    coverage: Coverage | None = None

    @property
    def failed(self) -> tuple[ExampleResult, ...]:
        return tuple(example for example in self.examples if not example.has_passed and not example.is_updated)
