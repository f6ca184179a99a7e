"""Files and a piece of work -> their outcomes, one by one as they are finished, in no certain order.

Adding an executor is one function here and one line in EXECUTORS. Whatever a file does to the work,
it costs that file its verdict and no other: one that takes too long or too much memory, or that
brings its process down, is Unreadable. An exception that nobody planned for is a Bug, and is handed on.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple, Protocol, TypeVar, cast

from screener.batch.worker import OUT_OF_MEMORY, Died, worker_class
from screener.documents.limits import Limits
from screener.model.screening import Outcome, Unreadable

_TASKS_OF_A_WORKER = 200  # then it is replaced, so that no library's leak adds up

Found = TypeVar("Found")  # what the work makes of a file


class Bug(NamedTuple):
    """A file on which screener itself failed, with the traceback as text."""

    file: str
    traceback: str


class Executor(Protocol):
    """Processes are at work when this returns; the iterator waits for what they find."""

    def __call__(
        self, work: Callable[[str], Found], files: Sequence[str], limits: Limits, jobs: int
    ) -> Iterator[Found | Outcome | Bug]: ...


def serial(
    work: Callable[[str], Found],
    files: Sequence[str],
    limits: Limits,
    jobs: int,  # noqa: ARG001
) -> Iterator[Found | Outcome | Bug]:
    """In this process, one after the other, without limits on time and memory: for tests and debuggers."""
    for file in files:
        try:
            yield _attempt(work, file)
        except MemoryError:
            yield _out_of_memory(file, limits)


def processes(
    work: Callable[[str], Found], files: Sequence[str], limits: Limits, jobs: int
) -> Iterator[Found | Outcome | Bug]:
    """In worker processes that are killed when a file takes too much."""
    results = _Pool(partial(_attempt, work), files, limits).results(jobs)
    next(results)  # the workers are started; from here on they end when the iterator does
    return cast(Iterator[Found | Outcome | Bug], results)


EXECUTORS: dict[str, Executor] = {"serial": serial, "processes": processes}


class _Task(NamedTuple):
    file: str
    deadline: float  # on the monotonic clock
    number: int  # how many its worker has had, with this one


class _Pool:
    """A worker for each job, each with one file at a time."""

    def __init__(self, work: Callable[[str], object], files: Sequence[str], limits: Limits) -> None:
        self._work = work
        self._waiting = list(reversed(files))
        self._limits = limits
        self._class: Any = worker_class()
        self._running: dict[Any, _Task] = {}

    def results(self, jobs: int) -> Iterator[Outcome | Bug | None]:
        """None as soon as the workers are started, then a result for each file."""
        try:
            for _ in range(min(jobs, len(self._waiting))):
                self._start_worker()
            yield None
            while self._running:
                for worker in self._class.wait(list(self._running), self._patience()):
                    yield from self._collect(worker)
                yield from self._give_up_overdue()
        finally:
            for worker in self._running:
                worker.kill()

    def _collect(self, worker: Any) -> Iterator[Outcome | Bug]:
        task = self._running[worker]
        try:
            received = worker.receive()
        except Died as death:
            del self._running[worker]
            self._start_worker()
            yield _outcome_of_death(task.file, death, self._limits)
            return
        if received is not None:
            self._hand_out(worker, task.number + 1)
            yield cast(Outcome | Bug, received[0])

    def _give_up_overdue(self) -> Iterator[Outcome]:
        now = _now()
        for worker, task in list(self._running.items()):
            if task.deadline <= now:
                del self._running[worker]
                worker.kill()
                self._start_worker()
                yield _took_too_long(task.file, self._limits)

    def _start_worker(self) -> None:
        if self._waiting:
            self._hand_out(self._class(self._work, self._limits), 1)

    def _hand_out(self, worker: Any, number: int) -> None:
        """Give the worker its next file; end it when there is none, replace it when it has had many."""
        if self._waiting and number <= _TASKS_OF_A_WORKER:
            file = self._waiting.pop()
            self._running[worker] = _Task(file, _now() + self._limits.seconds, number)
            worker.send(file)
            return
        self._running.pop(worker, None)
        worker.kill()
        self._start_worker()

    def _patience(self) -> float:
        return min(task.deadline for task in self._running.values()) - _now()


def _attempt(work: Callable[[str], Found], file: str) -> Found | Bug:
    try:
        return work(file)
    except MemoryError:
        raise
    except Exception as error:
        import traceback

        return Bug(file, "".join(traceback.format_exception(error)))


def _now() -> float:
    import time

    return time.monotonic()


def _outcome_of_death(file: str, death: Died, limits: Limits) -> Outcome:
    if death.status == OUT_OF_MEMORY:
        return _out_of_memory(file, limits)
    message = f"brought the process that read it down ({death}); ask for it again, saved anew as PDF or DOCX"
    return Outcome(file, None, Unreadable("crashed", message))


def _took_too_long(file: str, limits: Limits) -> Outcome:
    message = f"took longer than {limits.seconds:g} s; allow more with --timeout"
    return Outcome(file, None, Unreadable("timeout", message))


def _out_of_memory(file: str, limits: Limits) -> Outcome:
    message = f"needs more than {limits.memory_bytes / 1_000_000:g} MB of memory; allow more with --max-memory-mb"
    return Outcome(file, None, Unreadable("out-of-memory", message))
