"""Files, a role and a date -> one outcome for every file, whatever the files do.

Each file is read, understood and screened by one worker process in one go, so that only a few
kilobytes travel back. Outcomes are sorted by path and the same for any number of jobs.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from screener.batch.addresses import local_path
from screener.batch.executors import EXECUTORS, Bug, CannotGoOn, Executor
from screener.batch.files import STANDARD_INPUT
from screener.batch.stopping import Stop
from screener.batch.twins import find_twins
from screener.batch.understanding import Understand, ran_out_of_memory
from screener.batch.urls import fetch
from screener.documents.limits import Limits
from screener.documents.read import DEFAULT_LIMITS, check_bytes, sha256_of
from screener.errors import DocumentError, ExitCode
from screener.model.role import Role
from screener.model.screening import Outcome, Unreadable

if TYPE_CHECKING:
    from screener.batch.cache import Place

_FEW = 8  # files for which workers import for themselves what they need
_LAST, _MOST_CRASHES = 50, 10  # when more of the last files crash the reader, it is broken

OnProgress = Callable[[int], None]
Made_co = TypeVar("Made_co", covariant=True)


class ReaderBroken(CannotGoOn):
    """So many files crash that the fault is hardly theirs."""

    exit_code = ExitCode.BUG


class BatchOptions(NamedTuple):
    """How files are worked on; none of it changes a verdict."""

    limits: Limits = DEFAULT_LIMITS
    jobs: int = 1
    executor: str | Executor = "processes"

    @property
    def execute(self) -> Executor:
        return EXECUTORS[self.executor] if isinstance(self.executor, str) else self.executor


@dataclass(frozen=True, slots=True)
class ScreenFile:
    """The work on one file; it travels to the workers, with what came in on standard input."""

    role: Role
    as_of: date
    limits: Limits
    standard_input: bytes | None = None
    cache: "Place | None" = None

    def __call__(self, file: str) -> Outcome:
        given = self.standard_input if file == STANDARD_INPUT else None
        found = read_or_refuse(file, self.limits, Understand(self.as_of, self.cache), given)
        if isinstance(found, Outcome):
            return found
        from screener.screening import screen

        return Outcome(file, found.sha256, screen(found.resume, self.role, self.as_of), likeness=found.likeness)

    def knows_all(self, files: Sequence[str]) -> bool:
        """Whether hardly any of the files will have to be read."""
        if self.cache is None:
            return False
        from screener.batch.remembering import knows_all

        return knows_all(self.cache, files, self.as_of, self.limits)


class Make(Protocol[Made_co]):
    """What a file's bytes are turned into. Raises DocumentError."""

    def __call__(self, data: bytes, file: str, *, sha256: str, limits: Limits) -> Made_co: ...


def read_or_refuse(file: str, limits: Limits, make: Make[Made_co], given: bytes | None = None) -> Made_co | Outcome:
    """What is made of a file's bytes, or of bytes that are given for it, or the row that says why that can't be."""
    sha256 = None
    try:
        data = fetch(file, limits) if given is None else check_bytes(given, limits)
        sha256 = sha256_of(data)
        return make(data, local_path(file), sha256=sha256, limits=limits)
    except DocumentError as error:
        if ran_out_of_memory(error):
            raise MemoryError from error
        return Outcome(file, sha256, Unreadable(error.code, str(error)))


class BatchResult(NamedTuple):
    """`outcomes` has a row for every file that was finished, `complete` says whether that is all of them.

    `failure` is why no more were read, unless somebody asked to stop.
    """

    outcomes: tuple[Outcome, ...]
    bugs: tuple[Bug, ...] = ()
    complete: bool = True
    failure: CannotGoOn | None = None


class Batch:
    """A run that has begun: work goes on from the moment this is made. What follows is true once it has ended."""

    def __init__(
        self, work: Callable[[str], Any], files: Sequence[str], options: BatchOptions, *, stop: Stop | None = None
    ) -> None:
        self.bugs: list[Bug] = []
        self.unreadable = 0
        self.failure: CannotGoOn | None = None
        self.stop = stop or Stop()
        twins = find_twins(files, options.limits)
        self._twins = frozenset(file for group in twins.others.values() for file in group)
        if len(twins.first) > _FEW:
            _get_ready(work, twins.first)
        self._results = twins.shared(
            options.execute(work, self.stop.until_asked(twins.first), options.limits, options.jobs)
        )

    @property
    def is_complete(self) -> bool:
        return self.failure is None and not self.stop.is_asked

    def results(self) -> Iterator[Any]:
        """What the work makes of each file, or the Outcome that says why nothing; in no certain order."""
        watch = CrashWatch()
        try:
            with self.stop:
                for result in self._results:
                    self.bugs += [result] if isinstance(result, Bug) else []
                    row = row_of_bug(result) if isinstance(result, Bug) else result
                    code = _code_of(row)
                    self.unreadable += code is not None
                    yield row
                    if row.file not in self._twins:  # what crashes once must not count for all of its copies
                        watch.see(code)
        except CannotGoOn as failure:
            self.failure = failure

    def wait(self, on_progress: OnProgress = lambda _: None) -> BatchResult:
        """Everything that could be finished; what was not begun when somebody asked to stop is left out."""
        outcomes: list[Outcome] = []
        try:
            for number, outcome in enumerate(self.results(), 1):
                outcomes.append(outcome)
                on_progress(number)
        except KeyboardInterrupt:
            self.stop.ask()
        if len(outcomes) > 1:
            from screener.batch.duplicates import mark_duplicates

            outcomes = list(mark_duplicates(outcomes))
        bugs = tuple(sorted(self.bugs, key=lambda bug: bug.file))
        return BatchResult(tuple(outcomes), bugs, self.is_complete, self.failure)


def _get_ready(work: Any, files: Sequence[str]) -> None:
    """Load what workers will need before there are any."""
    knows_all = getattr(work, "knows_all", None)
    if knows_all is not None and knows_all(files):
        import screener.screening  # noqa: F401
    else:
        from screener.batch.warm_up import warm_up

        warm_up(files)


class CrashWatch:
    """Notices when it is not the files that are broken. Raises ReaderBroken."""

    def __init__(self) -> None:
        self._crashes: deque[bool] = deque(maxlen=_LAST)

    def see(self, code: str | None) -> None:
        """Count a file that was finished; `code` is why it can't be read."""
        self._crashes.append(code == "crashed")
        if sum(self._crashes) > _MOST_CRASHES:
            raise ReaderBroken(
                f"reading is broken on this machine: {sum(self._crashes)} of the last {len(self._crashes)} files "
                "crashed the reader, so no more were read; install screener anew, or report this"
            )


def _code_of(row: Any) -> str | None:
    """Why a file is unreadable, of an Outcome or of what other work makes of it."""
    if isinstance(row, Outcome):
        return row.result.code if isinstance(row.result, Unreadable) else None
    return getattr(row, "error", None)


def row_of_bug(bug: Bug) -> Outcome:
    message = "screener itself failed on it, which is a bug; the traceback is among the messages"
    return Outcome(bug.file, None, Unreadable("crashed", message))
