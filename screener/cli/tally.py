"""Verdicts, one by one -> what is left of them when they are gone: how many of each, and the exit code."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from screener.errors import ExitCode
from screener.model.screening import Outcome, Screening, Verdict

if TYPE_CHECKING:
    from screener.batch.run import Batch


class Tally:
    """`require` is what every candidate should reach, None for nothing."""

    def __init__(self, require: str | None = None) -> None:
        self.verdicts: Counter[Verdict] = Counter()
        self._require = require
        self._is_held = True

    @property
    def count(self) -> int:
        return self.verdicts.total()

    @property
    def unreadable(self) -> int:
        return self.verdicts[Verdict.UNREADABLE]

    @classmethod
    def of(cls, outcomes: Iterable[Outcome], require: str | None) -> "Tally":
        """Of outcomes that are all there."""
        tally = cls(require)
        for outcome in outcomes:
            if isinstance(outcome.result, Screening):
                tally.see(outcome.result.verdict, outcome.result.score)
            else:
                tally.see(Verdict.UNREADABLE, None)
        return tally

    def see(self, verdict: Verdict, score: Decimal | str | None) -> None:
        """Count a file; one that can't be read has no score and is no candidate."""
        self.verdicts[verdict] += 1
        if self._require is not None and verdict is not Verdict.UNREADABLE:
            self._is_held = self._is_held and _holds(self._require, verdict, Decimal(score or 0))

    def exit_code(self, batch: "Batch") -> ExitCode:
        """The highest of those that apply; of a run that couldn't go on, the code of what stopped it."""
        if batch.failure is not None:
            return batch.failure.exit_code
        codes = {
            ExitCode.OK: True,
            ExitCode.REQUIREMENT_NOT_HELD: not self._is_held,
            ExitCode.UNREADABLE: self.unreadable > 0,
            ExitCode.BUG: bool(batch.bugs),
            ExitCode.INTERRUPTED: batch.stop.is_asked,
        }
        return max(code for code, applies in codes.items() if applies)


def _holds(require: str, verdict: Verdict, score: Decimal) -> bool:
    """Whether a candidate reaches what --require asks."""
    if require == "fit":
        return verdict is Verdict.FIT
    return verdict is not Verdict.NO_FIT and (require == "review" or score >= Decimal(require))
