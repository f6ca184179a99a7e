"""What a run hands to the reports: every file's outcome, and what all of them were held against."""

from dataclasses import dataclass
from datetime import date

from screener.model.path_order import path_order
from screener.model.role import Role
from screener.model.screening import Outcome


@dataclass(frozen=True, slots=True)
class Report:
    """`outcomes` are sorted by path, whatever order they came in.

    `complete` is False when the run was stopped before its last file; `skipped` counts the files
    that were passed over because they are no candidates (lock files, our own reports).
    """

    outcomes: tuple[Outcome, ...]
    role: Role
    as_of: date
    version: str
    complete: bool = True
    skipped: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "outcomes", tuple(sorted(self.outcomes, key=lambda outcome: path_order(outcome.file))))
