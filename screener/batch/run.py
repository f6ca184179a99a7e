"""Files, a role and a date -> one outcome for every file, whatever the files do.

Each file is read, understood and screened by one worker process in one go, so that only a few
kilobytes travel back. Outcomes are sorted by path and the same for any number of jobs.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from screener.batch.executors import EXECUTORS, Bug
from screener.documents.limits import Limits
from screener.documents.read import DEFAULT_LIMITS, parse_document, read_bytes, sha256_of
from screener.errors import DocumentError
from screener.model.document import Document
from screener.model.role import Role
from screener.model.screening import Outcome, Unreadable

OnProgress = Callable[[int], None]


class BatchOptions(NamedTuple):
    """How files are worked on; none of it changes a verdict."""

    limits: Limits = DEFAULT_LIMITS
    jobs: int = 1
    executor: str = "processes"


@dataclass(frozen=True, slots=True)
class ScreenFile:
    """The work on one file; it travels to the workers."""

    role: Role
    as_of: date
    limits: Limits

    def __call__(self, file: str) -> Outcome:
        document = read_or_refuse(file, self.limits)
        if isinstance(document, Outcome):
            return document
        from screener.resumes.parse import parse_resume
        from screener.screening import screen

        return Outcome(file, document.sha256, screen(parse_resume(document, self.as_of), self.role, self.as_of))


def read_or_refuse(file: str, limits: Limits) -> Document | Outcome:
    """The document in a file, or the row that says why there is none."""
    sha256 = None
    try:
        data = read_bytes(file, limits)
        sha256 = sha256_of(data)
        return parse_document(data, file, sha256=sha256, limits=limits)
    except DocumentError as error:
        if _ran_out_of_memory(error):
            raise MemoryError from error
        return Outcome(file, sha256, Unreadable(error.code, str(error)))


class BatchResult(NamedTuple):
    """`outcomes` has a row for every file that was finished, `complete` says whether that is all of them."""

    outcomes: tuple[Outcome, ...]
    bugs: tuple[Bug, ...] = ()
    complete: bool = True


class Batch:
    """A run that has begun: work goes on from the moment this is made."""

    def __init__(self, work: Callable[[str], Outcome], files: tuple[str, ...], options: BatchOptions) -> None:
        execute = EXECUTORS[options.executor]
        self._results: Iterator[Outcome | Bug] = execute(work, files, options.limits, options.jobs)

    def wait(self, on_progress: OnProgress = lambda _: None) -> BatchResult:
        """Everything that could be finished; what Ctrl-C interrupts is left out."""
        outcomes: list[Outcome] = []
        bugs: list[Bug] = []
        complete = True
        try:
            for number, result in enumerate(self._results, 1):
                bugs += [result] if isinstance(result, Bug) else []
                outcomes.append(_row_of_bug(result) if isinstance(result, Bug) else result)
                on_progress(number)
        except KeyboardInterrupt:
            complete = False
        return BatchResult(mark_duplicates(outcomes), tuple(sorted(bugs, key=lambda bug: bug.file)), complete)


def mark_duplicates(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes sorted by path; the same bytes under a later path point to the first."""
    first: dict[str, str] = {}
    marked = []
    for outcome in sorted(outcomes, key=lambda outcome: outcome.file):
        original = first.setdefault(outcome.sha256, outcome.file) if outcome.sha256 else outcome.file
        marked.append(outcome if original == outcome.file else replace(outcome, duplicate_of=original))
    return tuple(marked)


def _row_of_bug(bug: Bug) -> Outcome:
    message = "screener itself failed on it, which is a bug; the traceback is among the messages"
    return Outcome(bug.file, None, Unreadable("crashed", message))


def _ran_out_of_memory(error: BaseException) -> bool:
    """Whether an engine took a lack of memory for a damaged file."""
    cause = error.__cause__ or error.__context__
    return cause is not None and (isinstance(cause, MemoryError) or _ran_out_of_memory(cause))
