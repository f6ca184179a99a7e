"""How the work is done, which changes no verdict: options of the commands that screen, and the cache behind one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from typer import Option

from screener.cli import console
from screener.cli.options import LimitOptions, today

if TYPE_CHECKING:
    from screener.batch.cache import Place
    from screener.batch.run import BatchOptions


@dataclass(frozen=True, slots=True)
class CacheOptions(LimitOptions):
    """What one file may cost, and what is kept of it."""

    cache: Annotated[
        str | None,
        Option(
            "--cache",
            metavar="DIR",
            help="Keep what is read in this folder, for 30 days; the next role reads nothing again.",
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class WorkOptions(CacheOptions):
    """The same, and who does the work."""

    cluster: Annotated[
        str | None,
        Option("--cluster", metavar="ADDRESS", help="Let the workers of this Dask scheduler do it (tcp://host:8786)."),
    ] = None


@contextmanager
def batch_options(work: WorkOptions, file_count: int) -> "Iterator[BatchOptions]":
    """How so many files are worked on, with the connection to a cluster where one is named. Raises NoCluster."""
    from screener.batch.run import BatchOptions

    if work.cluster is None:
        yield BatchOptions(work.limits, work.jobs_for(file_count))
        return
    from screener.batch.cluster import connect

    with connect(work.cluster) as cluster:
        jobs = min(work.jobs or cluster.jobs, file_count)
        yield BatchOptions(work.limits, jobs, cluster.execute)


def prepare_cache(folder: str | None, *, quiet: bool) -> "Place | None":
    """The cache that was asked for; where it can't be used, a note says why."""
    if folder is None:
        return None
    from screener.batch.cache import NoCache, make_ready
    from screener.batch.reader_version import reader_version

    try:
        return make_ready(folder, reader=reader_version(), today=today().toordinal())
    except NoCache as error:
        _tell(error, quiet)
        return None


def tell_damage(cache: "Place | None", *, quiet: bool) -> None:
    """Say at the end what the workers met."""
    if cache is None:
        return
    from screener.batch.cache import find_damage

    if damage := find_damage(cache):
        _tell(damage, quiet)


def _tell(error: Exception, quiet: bool) -> None:
    if not quiet:
        console.say(f"note: --cache {error}; everything is read")
