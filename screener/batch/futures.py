"""An executor of concurrent.futures -> one of ours: whatever takes a function and a value can do the work.

Its processes are its own, and so are time and memory: `limits` only words the messages. What it loses
with a process (BrokenExecutor and its kin) is submitted a second time before the file is given up.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import Executor as Futures
from functools import partial
from typing import Any, NamedTuple, TypeVar

from screener.batch.executors import Bug, Executor, Waiting, attempt, out_of_memory
from screener.documents.limits import Limits
from screener.model.screening import Outcome, Unreadable

_IN_HAND = 2  # for each job: one that is worked on, and the next

Found = TypeVar("Found")


def through(futures: Futures) -> Executor:
    """The executor that submits to `futures`; it doesn't shut it down."""
    return partial(_submit_all, futures)


class _Sent(NamedTuple):
    place: int
    file: str
    is_second_try: bool = False


def _submit_all(
    futures: Futures, work: Callable[[str], Found], files: Iterable[str], limits: Limits, jobs: int
) -> Iterator[Found | Outcome | Bug]:
    def submit(file: str) -> Future[Any]:
        return futures.submit(attempt, work, file)

    waiting = Waiting(files, jobs)
    sent: dict[Future[Any], _Sent] = {}

    def send_more() -> bool:
        while len(sent) < _IN_HAND * jobs and (taken := waiting.take(one.place for one in sent.values())):
            sent[submit(taken[1])] = _Sent(*taken)
        return bool(sent)

    try:
        while send_more():
            for future in wait(sent, return_when=FIRST_COMPLETED).done:
                one = sent.pop(future)
                if _is_lost(future) and not one.is_second_try:
                    sent[submit(one.file)] = one._replace(is_second_try=True)
                else:
                    yield _result_of(future, one.file, limits)
    finally:
        for future in sent:
            future.cancel()


def _is_lost(future: Future[Any]) -> bool:
    error = future.exception()
    return error is not None and not isinstance(error, MemoryError)


def _result_of(future: Future[Any], file: str, limits: Limits) -> Any:
    error = future.exception()
    if error is None:
        return future.result()
    if isinstance(error, MemoryError):
        return out_of_memory(file, limits)
    message = f"was lost twice with the process that read it ({type(error).__name__}); try it alone"
    return Outcome(file, None, Unreadable("crashed", message))
