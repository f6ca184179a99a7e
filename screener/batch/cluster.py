"""The address of a Dask scheduler -> an executor whose workers may be on other machines.

The same function is sent there that processes here would run, and each file is read within the same
limits. A task costs client, scheduler and worker together more than a resume does, so it is made of several
files. One whose worker is lost is given to another by the scheduler. Workers must have the same version of
all that reads, or the same files could give another verdict.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, NamedTuple

from screener.batch.executors import Bug, CannotGoOn, Executor, Found
from screener.batch.futures import through
from screener.batch.lanes import InLane
from screener.batch.reader_version import reader_version
from screener.documents.limits import Limits
from screener.errors import ScreenerError

_MOST_FILES = 16  # in a task
_SECONDS = 10.0  # until the scheduler and a first worker must have answered


class NoCluster(ScreenerError):
    """A scheduler that can't be used."""


class ClusterLost(CannotGoOn):
    """A scheduler that was there when the run began."""


class Cluster(NamedTuple):
    """What can do the work, and how much of it at a time."""

    execute: Executor
    jobs: int


@contextmanager
def connect(address: str) -> Iterator[Cluster]:
    """A connection to a scheduler and its workers. Raises NoCluster."""
    import logging

    client = _open_client(address)
    logging.disable()  # of a scheduler that is lost it tells in tracebacks, several times
    try:
        jobs = _check_workers(client, address)
        yield Cluster(_executor(client, address), jobs)
    finally:
        client.close(timeout=_SECONDS)
        logging.disable(logging.NOTSET)


def _open_client(address: str) -> Any:
    try:
        import distributed
    except ImportError as error:
        remedy = "install it with: pip install 'resume-screener[cluster]'"
        raise NoCluster(f"--cluster {address}: needs Dask; {remedy}") from error
    open_client: Any = distributed.Client
    try:
        return open_client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise NoCluster(f"--cluster {address}: no scheduler answers there; start one with: dask scheduler") from error


@dataclass(frozen=True, slots=True)
class Several:
    """The work on some files, one after the other; it travels to the workers."""

    work: Callable[[str], Any]

    def __call__(self, files: tuple[str, ...]) -> list[Any]:
        return [self.work(file) for file in files]


def _executor(client: Any, address: str) -> Executor:
    def execute(work: Callable[[str], Found], files: Iterable[str], limits: Limits, jobs: int) -> Iterator[Any]:
        submit: Any = through(client.get_executor())  # it hands on whatever stands for a file, and gives up on it
        try:
            for found in submit(Several(InLane(work, limits)), in_groups(files, jobs), limits, jobs):
                if isinstance(found, list):
                    yield from found
                else:  # all were lost with their worker, or none could be sent
                    yield from (_of_file(found, file) for file in found.file)
        except Exception as error:
            if client.status == "running" and not isinstance(error, CancelledError):
                raise
            raise ClusterLost(f"--cluster {address}: the scheduler was lost; start it again, then this") from error

    return execute


def _of_file(found: Any, file: str) -> Any:
    return found._replace(file=file) if isinstance(found, Bug) else replace(found, file=file)


def in_groups(files: Iterable[str], jobs: int) -> Iterator[tuple[str, ...]]:
    """Groups that grow, so that few files are shared out evenly and many cost little."""
    left, taken = iter(files), 0
    while group := tuple(islice(left, min(_MOST_FILES, 1 + taken // (4 * jobs)))):
        yield group
        taken += len(group)


def _check_workers(client: Any, address: str) -> int:
    """How many files they can have in hand at a time."""
    try:
        client.wait_for_workers(1, timeout=_SECONDS)
    except TimeoutError as error:
        remedy = f"start some with: dask worker {address}"
        raise NoCluster(f"--cluster {address}: the scheduler has no workers; {remedy}") from error
    ours = reader_version()
    try:
        versions = client.run(reader_version)
    except ImportError as error:
        raise NoCluster(f"--cluster {address}: screener isn't installed on all workers; install it there") from error
    if others := sorted(worker for worker, version in versions.items() if version != ours):
        raise NoCluster(
            f"--cluster {address}: {others[0]} has another version of screener, Python or a library that reads; "
            "install the same everywhere"
        )
    return sum(client.nthreads().values())
