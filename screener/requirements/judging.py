"""What every requirement is judged against: the resume, the day, and which positions count."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache

from screener.model.period import Months, Period, month_index, total_months
from screener.model.resume import Position, PositionKind, Resume, SkillEvidence
from screener.model.screening import Status

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)  # without slots, so that what several requirements need is worked out once
class Judging:
    resume: Resume
    as_of: date
    counts: frozenset[PositionKind]

    @cached_property
    def month(self) -> int:
        """The month index of the as-of date."""
        return month_index(self.as_of.year, self.as_of.month)

    @cached_property
    def counted(self) -> tuple[int, ...]:
        """The positions whose kind counts, by their place in the resume; dated or not."""
        return tuple(index for index, position in enumerate(self.resume.positions) if position.kind in self.counts)

    @cached_property
    def _months(self) -> dict[tuple[int, ...], Months]:
        return {}

    @cached_property
    def _spelling(self) -> str:
        from screener.vocabulary.tokens import spelling_key

        return spelling_key(self.resume.text)

    def find_literally(self, terms: tuple[str, ...]) -> SkillEvidence | None:
        """Evidence for words as they are written, any of them; None when the resume has none of them."""
        there = [term for term, key in _spelling_keys(terms) if key in self._spelling]
        if not there:
            return None
        from screener.resumes.skills import find_terms

        return find_terms(self.resume.lines, there)

    def positions(self, indexes: Iterable[int]) -> tuple[Position, ...]:
        return tuple(self.resume.positions[index] for index in indexes)

    def months(self, indexes: tuple[int, ...]) -> Months:
        """The union of these positions' periods."""
        known = self._months
        if indexes not in known:  # many skills are shown by the same positions
            periods = [position.period for position in self.positions(indexes) if position.period is not None]
            known[indexes] = total_months(periods, self.month)
        return known[indexes]

    def unclear(self, indexes: Iterable[int]) -> tuple[Position, ...]:
        """Those of these positions that might count for more: without dates, or with reversed ones."""
        return tuple(position for position in self.positions(indexes) if is_unclear(position.period))


@lru_cache(maxsize=1000)
def _spelling_keys(terms: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    from screener.vocabulary.tokens import spelling_key

    return tuple((term, spelling_key(term)) for term in terms)


def is_unclear(period: Period | None) -> bool:
    return period is None or period.is_reversed


def months_status(months: Months, asked: int, unclear: Collection[Position]) -> Status:
    """Met when surely enough, not met when surely too few and nothing unclear might add to it."""
    if months.low >= asked:
        return Status.MET
    return Status.NOT_MET if months.high < asked and not unclear else Status.UNKNOWN


def months_share(months: int, asked: int) -> Decimal:
    """Months as a share of those asked, at most 1."""
    return min(Decimal(1), Decimal(months) / Decimal(asked)) if asked else Decimal(1)


def credit(value: Decimal) -> Decimal:
    """A credit as it is printed and added up: rounded half up to 0.01."""
    return value.quantize(_HUNDREDTH, rounding=ROUND_HALF_UP)


NO_CREDIT = credit(Decimal(0))
STATUS_CREDIT = {Status.MET: Decimal(1), Status.UNKNOWN: Decimal("0.5"), Status.NOT_MET: Decimal(0)}
