"""Files -> each as it was read and understood, without a role, in processes that can be killed."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

from screener.batch.executors import Bug
from screener.batch.run import BatchOptions, read_or_refuse
from screener.batch.stopping import Stop
from screener.documents.limits import Limits
from screener.documents.read import parse_document
from screener.model.path_order import path_order
from screener.model.reading import Reading
from screener.model.screening import Outcome, Unreadable


class Failure(NamedTuple):
    """A file that can't be read, and why."""

    file: str
    cause: Unreadable


_Found = TypeVar("_Found", Reading, Failure, Bug)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The work on one file; it travels to the workers."""

    as_of: date
    limits: Limits

    def __call__(self, file: str) -> Reading | Outcome:
        document = read_or_refuse(file, self.limits, parse_document)
        if isinstance(document, Outcome):
            return document
        from screener.resumes.parse import parse_resume

        return Reading(file, document, parse_resume(document, self.as_of), self.as_of)


class ReadResult(NamedTuple):
    """All sorted by path. `failures` can't be read; `complete` says whether every file was finished."""

    readings: tuple[Reading, ...]
    failures: tuple[Failure, ...] = ()
    bugs: tuple[Bug, ...] = ()
    complete: bool = True

    @property
    def finished(self) -> int:
        return len(self.readings) + len(self.failures) + len(self.bugs)


def read_files(files: tuple[str, ...], as_of: date, options: BatchOptions, *, stop: Stop | None = None) -> ReadResult:
    """Everything that could be finished; what was not begun when somebody asked to stop is left out."""
    stop = stop or Stop()
    readings: list[Reading] = []
    failures: list[Failure] = []
    bugs: list[Bug] = []
    try:
        with stop:
            execute = options.execute
            work = ReadFile(as_of, options.limits)
            for found in execute(work, stop.until_asked(files), options.limits, options.jobs):
                if isinstance(found, Reading):
                    readings.append(found)
                elif isinstance(found, Bug):
                    bugs.append(found)
                elif isinstance(found.result, Unreadable):
                    failures.append(Failure(found.file, found.result))
    except KeyboardInterrupt:
        stop.ask()
    return ReadResult(_by_file(readings), _by_file(failures), _by_file(bugs), complete=not stop.is_asked)


def _by_file(found: list[_Found]) -> tuple[_Found, ...]:
    return tuple(sorted(found, key=lambda item: path_order(item.file)))
