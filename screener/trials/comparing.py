"""Files and two roles -> each candidate's standing under both, every file read once by a worker."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from screener.batch.executors import Bug
from screener.batch.run import BatchOptions, OnProgress, read_or_refuse
from screener.batch.understanding import Understand
from screener.documents.limits import Limits
from screener.model.role import Role
from screener.model.role_diff import Compared, Mark, NotCompared, Standing
from screener.model.screening import Outcome, Screening, Unreadable
from screener.trials.running import run

if TYPE_CHECKING:
    from screener.batch.cache import Place


@dataclass(frozen=True, slots=True)
class CompareFile:
    """The work on one file; it travels to the workers. Only what the comparison needs travels back."""

    old: Role
    new: Role
    as_of: date
    limits: Limits
    cache: "Place | None" = None

    def __call__(self, file: str) -> Compared | Outcome:
        found = read_or_refuse(file, self.limits, Understand(self.as_of, self.cache))
        if isinstance(found, Outcome):
            return found
        from screener.screening import screen

        old, new = (_standing(screen(found.resume, role, self.as_of)) for role in (self.old, self.new))
        return Compared(file, found.resume.candidate.name, found.sha256, old, new, likeness=found.likeness)


class ComparedFiles(NamedTuple):
    """Sorted by path; `complete` says whether every file was finished."""

    candidates: tuple[Compared, ...]
    unreadable: tuple[NotCompared, ...] = ()
    bugs: tuple[Bug, ...] = ()
    complete: bool = True

    @property
    def finished(self) -> int:
        return len(self.candidates) + len(self.unreadable)


def compare_files(
    work: CompareFile, files: tuple[str, ...], *, options: BatchOptions, on_progress: OnProgress = lambda _: None
) -> ComparedFiles:
    """Everything that could be finished; what Ctrl-C interrupts is left out."""
    ran = run(work, files, options=options, on_progress=on_progress)
    candidates = [found for found in ran.found if isinstance(found, Compared)]
    unreadable = [
        NotCompared(found.file, found.result)
        for found in ran.found
        if isinstance(found, Outcome) and isinstance(found.result, Unreadable)
    ]
    unreadable.sort(key=lambda one: one.file)
    return ComparedFiles(_marked(candidates), tuple(unreadable), ran.bugs, ran.complete)


def with_failures(compared: ComparedFiles, failures: Iterable[Outcome]) -> ComparedFiles:
    """With the folders that can't be looked into among the files that can't be read."""
    rows = [NotCompared(one.file, one.result) for one in failures if isinstance(one.result, Unreadable)]
    return compared._replace(unreadable=tuple(sorted((*compared.unreadable, *rows), key=lambda one: one.file)))


def _standing(screening: Screening) -> Standing:
    marks = tuple(Mark(finding.status, finding.reason) for finding in screening.findings)
    return Standing(screening.verdict, screening.score, screening.reasons, marks)


def _marked(candidates: Iterable[Compared]) -> tuple[Compared, ...]:
    """By path; of the files of one candidate all point to the newest, as when they are screened."""
    from screener.batch.duplicates import Trace, find_duplicates

    in_order = sorted(candidates, key=lambda one: one.file)
    found = find_duplicates(Trace(one.file, one.sha256, one.likeness) for one in in_order)
    return tuple(replace(one, duplicate_of=found[one.file].of) if one.file in found else one for one in in_order)
