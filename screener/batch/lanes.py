"""A file and a piece of work -> the result, from a process of our own beside the thread that asks for it.

Workers of a cluster aren't ours: nobody kills one for a file that takes too long, and one that a file
brings down is lost to others. So each of their threads keeps a process that can be killed, with the same
limits as on one machine, and the same results come of it. It is spawned at the thread's first file and
replaced after a number of them.
"""

import os
from dataclasses import dataclass
from typing import Any

from screener.batch.executors import attempt, clock, crashed, out_of_memory, took_too_long
from screener.batch.worker import OUT_OF_MEMORY, Died, worker_class
from screener.documents.limits import Limits

_TASKS = 2_000  # that a process has; to spawn one in a worker of Dask's costs as much as a hundred files


@dataclass(frozen=True, slots=True)
class InLane:
    """The work, done in a process that can be killed; it travels to the workers of a cluster."""

    work: Any
    limits: Limits

    def __call__(self, file: str) -> Any:
        return _lane(self.limits).run(self.work, file)


class Lane:
    """One process, and a new one after each that dies."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._worker: Any = None
        self._number = 0  # of tasks the worker has had

    def run(self, work: Any, file: str) -> Any:
        """The result, or the Outcome that says why there is none."""
        for is_last in (False, True):
            try:
                return self._try(work, file)
            except Died as death:
                is_starved = death.status == OUT_OF_MEMORY
                is_first = self._number == 1
                self._worker = None
                if is_starved and (is_first or is_last):
                    return out_of_memory(file, self._limits)
                if is_last:
                    return crashed(file, death)
        raise AssertionError("there is no third try")

    def close(self) -> None:
        """End the process."""
        if self._worker is not None:
            self._worker.kill()
            self._worker = None

    def _try(self, work: Any, file: str) -> Any:
        if self._number >= _TASKS:
            self.close()
        if self._worker is None:
            self._worker, self._number = _start(self._limits), 0
        self._number += 1
        deadline = clock() + self._limits.seconds
        self._worker.send((work, file))
        while self._worker.wait([self._worker], deadline - clock()):
            if (received := self._worker.receive()) is not None:
                return received[0]
        self.close()
        return took_too_long(file, self._limits)


_lanes: dict[tuple[int, int, Limits], Lane] = {}


def _lane(limits: Limits) -> Lane:
    """This thread's own."""
    from _thread import get_ident

    return _lanes.setdefault((os.getpid(), get_ident(), limits), Lane(limits))


def _start(limits: Limits) -> Any:
    from multiprocessing import current_process

    # Dask's nanny starts its workers as daemons, which may have no children; ours end with their parent anyway.
    current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    return worker_class()(_apply, limits)


def _apply(task: Any) -> Any:
    work, file = task
    return attempt(work, file)
