"""Tasks and a piece of work -> what was found for each, in processes that can be killed.

Like a batch of files, but a task may be anything that has a name of its own, and a result anything
that travels.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from screener.batch.executors import Bug
from screener.batch.run import BatchOptions, OnProgress
from screener.model.screening import Outcome, Unreadable

_FAILED = Unreadable("crashed", "screener itself failed on it, which is a bug; the traceback is among the messages")


class Ran(NamedTuple):
    """What the work made of the tasks, in no certain order; a task on which screener failed is an Outcome, too.

    `complete` says whether every task was finished.
    """

    found: tuple[Any, ...]
    bugs: tuple[Bug, ...]
    complete: bool


def run(work: Callable[[str], object], tasks: Sequence[str], *, options: BatchOptions, on_progress: OnProgress) -> Ran:
    """Everything that could be finished; what Ctrl-C interrupts is left out."""
    found: list[object] = []
    bugs: list[Bug] = []
    complete = True
    try:
        results = options.execute(work, tasks, options.limits, options.jobs)
        for number, result in enumerate(results, 1):
            if isinstance(result, Bug):
                bugs.append(result)
                found.append(Outcome(result.file, None, _FAILED))
            else:
                found.append(result)
            on_progress(number)
    except KeyboardInterrupt:
        complete = False
    return Ran(tuple(found), tuple(sorted(bugs, key=lambda bug: bug.file)), complete)
