"""Files and a piece of work -> their outcomes, one by one as they are finished, in no certain order.

Adding an executor is one function here and one line in EXECUTORS; what submits to an executor of
concurrent.futures is in futures.py. Files are begun in the order given, and none is begun while more
than a certain number of results are held back by an earlier file, so that whoever sorts them needs
little memory. The iterable of files may end early: what was begun is then finished, and no more.

Whatever a file does to the work, it costs that file its verdict and no other. One that takes too long
or too much memory is Unreadable, and so is one that brings its process down twice: the first time may
have been an accident, or the fault of what the process had read before. An exception that nobody
planned for is a Bug, and is handed on.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple, Protocol, TypeVar, cast

from screener.batch.memory import IS_LIMIT_ENFORCED, memory_of
from screener.batch.worker import OUT_OF_MEMORY, Died, worker_class
from screener.documents.limits import Limits
from screener.errors import ScreenerError
from screener.model.screening import Outcome, Unreadable

_AHEAD = 256  # files for each job that may be finished while an earlier one is not
_TASKS_OF_A_WORKER = 1_000  # then it is replaced, so that no library's leak adds up
_SECONDS_BETWEEN_LOOKS = 0.1  # at the workers' memory

Found = TypeVar("Found")  # what the work makes of a file


class Bug(NamedTuple):
    """A file on which screener itself failed, with the traceback as text."""

    file: str
    traceback: str


class CannotGoOn(ScreenerError):
    """Not one file is at fault, and no more are read; what was finished is kept."""


class Executor(Protocol):
    """Processes are at work when this returns; the iterator waits for what they find."""

    def __call__(
        self, work: Callable[[str], Found], files: Iterable[str], limits: Limits, jobs: int
    ) -> Iterator[Found | Outcome | Bug]: ...


def serial(
    work: Callable[[str], Found],
    files: Iterable[str],
    limits: Limits,
    jobs: int,  # noqa: ARG001
) -> Iterator[Found | Outcome | Bug]:
    """In this process, one after the other, without limits on time and memory: for tests and debuggers."""
    for file in files:
        try:
            yield attempt(work, file)
        except MemoryError:
            yield out_of_memory(file, limits)


def processes(
    work: Callable[[str], Found], files: Iterable[str], limits: Limits, jobs: int
) -> Iterator[Found | Outcome | Bug]:
    """In worker processes that are killed when a file takes too much."""
    results = _Pool(partial(attempt, work), files, limits, jobs).results()
    next(results)  # the workers are started; from here on they end when the iterator does
    return cast(Iterator[Found | Outcome | Bug], results)


EXECUTORS: dict[str, Executor] = {"serial": serial, "processes": processes}


class Waiting:
    """Files that nobody has begun, in order, with their places among all."""

    def __init__(self, files: Iterable[str], jobs: int) -> None:
        self._files = enumerate(files)
        self._next: tuple[int, str] | None = None
        self._most_ahead = _AHEAD * jobs

    def take(self, begun: Iterable[int]) -> tuple[int, str] | None:
        """The next one, unless one far behind it is among those begun and not finished."""
        self._next = self._next or next(self._files, None)
        if self._next is None or self._next[0] - min(begun, default=self._next[0]) >= self._most_ahead:
            return None
        taken, self._next = self._next, None
        return taken


class _Task(NamedTuple):
    place: int  # among all files
    file: str
    deadline: float  # on the monotonic clock
    number: int  # how many its worker has had, with this one
    is_second_try: bool


class _Pool:
    """A worker for each job, each with one file at a time, so that a death has one cause."""

    def __init__(
        self,
        work: Callable[[str], object],
        files: Iterable[str],
        limits: Limits,
        jobs: int,
    ) -> None:
        self._work = work
        self._waiting = Waiting(files, jobs)
        self._limits = limits
        self._jobs = jobs
        self._class: Any = worker_class()
        self._running: dict[Any, _Task] = {}
        self._resting: list[tuple[Any, int]] = []  # workers with how many files they have had

    def results(self) -> Iterator[Outcome | Bug | None]:
        """None as soon as the workers are started, then a result for each file."""
        try:
            self._hand_out()
            yield None
            while self._running:
                for worker in self._class.wait(list(self._running), self._patience()):
                    yield from self._collect(worker)
                yield from self._give_up_excessive()
        finally:
            for worker in (*self._running, *(worker for worker, _ in self._resting)):
                worker.kill()

    def _collect(self, worker: Any) -> Iterator[Outcome | Bug]:
        task = self._running[worker]
        try:
            received = worker.receive()
        except Died as death:
            del self._running[worker]
            yield from self._mourn(task, death)
            return
        if received is not None:
            del self._running[worker]
            self._retire(worker, task.number)
            self._hand_out()
            yield cast(Outcome | Bug, received[0])

    def _mourn(self, task: _Task, death: Died) -> Iterator[Outcome]:
        """Another worker tries the file again, alone; the second death is the file's own doing."""
        is_starved = death.status == OUT_OF_MEMORY
        if not task.is_second_try and not (is_starved and task.number == 1):
            self._begin(self._class(self._work, self._limits), task._replace(number=1, is_second_try=True))
            return
        self._hand_out()
        yield out_of_memory(task.file, self._limits) if is_starved else crashed(task.file, death)

    def _give_up_excessive(self) -> Iterator[Outcome]:
        now = clock()
        for worker, task in list(self._running.items()):
            is_late = task.deadline <= now
            if is_late or (not IS_LIMIT_ENFORCED and memory_of(worker.pid) > self._limits.memory_bytes):
                del self._running[worker]
                worker.kill()
                self._hand_out()
                yield took_too_long(task.file, self._limits) if is_late else out_of_memory(task.file, self._limits)

    def _retire(self, worker: Any, number: int) -> None:
        """Let the worker wait for its next file, or end it when it has had many."""
        if number < _TASKS_OF_A_WORKER:
            self._resting.append((worker, number))
        else:
            worker.kill()

    def _hand_out(self) -> None:
        """Give files to workers for as long as there are both."""
        while len(self._running) < self._jobs:
            taken = self._waiting.take(task.place for task in self._running.values())
            if taken is None:
                return
            worker, number = self._resting.pop() if self._resting else (self._class(self._work, self._limits), 0)
            self._begin(worker, _Task(*taken, 0.0, number + 1, is_second_try=False))

    def _begin(self, worker: Any, task: _Task) -> None:
        self._running[worker] = task._replace(deadline=clock() + self._limits.seconds)
        worker.send(task.file)

    def _patience(self) -> float:
        left = min(task.deadline for task in self._running.values()) - clock()
        return left if IS_LIMIT_ENFORCED else min(left, _SECONDS_BETWEEN_LOOKS)


def attempt(work: Callable[[str], Found], file: str) -> Found | Bug:
    """What the work makes of a file; a Bug if it fails on it."""
    try:
        return work(file)
    except MemoryError:
        raise
    except Exception as error:
        import traceback

        return Bug(file, "".join(traceback.format_exception(error)))


def clock() -> float:
    """Seconds on a clock that only runs forward."""
    import time

    return time.monotonic()


def crashed(file: str, death: Died) -> Outcome:
    message = f"brought the process that read it down twice ({death}); ask for it again, saved anew as PDF or DOCX"
    return Outcome(file, None, Unreadable("crashed", message))


def took_too_long(file: str, limits: Limits) -> Outcome:
    message = f"took longer than {limits.seconds:g} s; allow more with --timeout"
    return Outcome(file, None, Unreadable("timeout", message))


def out_of_memory(file: str, limits: Limits) -> Outcome:
    message = f"needs more than {limits.memory_bytes / 1_000_000:g} MB of memory; allow more with --max-memory-mb"
    return Outcome(file, None, Unreadable("out-of-memory", message))
