"""Files, a role and a date -> one outcome for every file, whatever the files do.

Each file is read, understood and screened by one worker process in one go, so that only a few
kilobytes travel back. Outcomes are sorted by path and the same for any number of jobs.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from screener.batch.executors import EXECUTORS, Bug
from screener.batch.files import STANDARD_INPUT
from screener.batch.twins import find_twins
from screener.documents.limits import Limits
from screener.documents.read import DEFAULT_LIMITS, check_bytes, parse_document, read_bytes, sha256_of
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
    """The work on one file; it travels to the workers, with what came in on standard input."""

    role: Role
    as_of: date
    limits: Limits
    standard_input: bytes | None = None

    def __call__(self, file: str) -> Outcome:
        given = self.standard_input if file == STANDARD_INPUT else None
        document = read_or_refuse(file, self.limits, given)
        if isinstance(document, Outcome):
            return document
        from screener.batch.likeness import likeness_of
        from screener.resumes.parse import parse_resume
        from screener.screening import screen

        resume = parse_resume(document, self.as_of)
        screening = screen(resume, self.role, self.as_of)
        return Outcome(file, document.sha256, screening, likeness=likeness_of(resume, self.as_of))


def read_or_refuse(file: str, limits: Limits, given: bytes | None = None) -> Document | Outcome:
    """The document in a file, or in bytes that are given for it, or the row that says why there is none."""
    sha256 = None
    try:
        data = read_bytes(file, limits) if given is None else check_bytes(given, limits)
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
        twins = find_twins(files, options.limits)
        results: Iterator[Outcome | Bug] = execute(work, twins.first, options.limits, options.jobs)
        self._results = twins.shared(results)

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
        if len(outcomes) > 1:
            from screener.batch.duplicates import mark_duplicates

            outcomes = list(mark_duplicates(outcomes))
        return BatchResult(tuple(outcomes), tuple(sorted(bugs, key=lambda bug: bug.file)), complete)


def _row_of_bug(bug: Bug) -> Outcome:
    message = "screener itself failed on it, which is a bug; the traceback is among the messages"
    return Outcome(bug.file, None, Unreadable("crashed", message))


def _ran_out_of_memory(error: BaseException) -> bool:
    """Whether an engine took a lack of memory for a damaged file."""
    cause = error.__cause__ or error.__context__
    return cause is not None and (isinstance(cause, MemoryError) or _ran_out_of_memory(cause))
