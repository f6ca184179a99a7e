"""Results come in the order of their paths as soon as they can; a run that is asked to stop begins nothing more."""

import os
import signal
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import ClassVar

import pytest

from screener.batch.executors import Bug, serial
from screener.batch.futures import through
from screener.batch.order import in_order
from screener.batch.stopping import Stop
from screener.documents.limits import Limits
from screener.model.screening import Outcome, Unreadable

LIMITS = Limits()


def read(file: str) -> Outcome:
    if file == "bug":
        raise KeyError(file)
    if file == "memory":
        raise MemoryError
    return Outcome(file, None, Unreadable("damaged", "is damaged"))


def rows(*files: str) -> list[Outcome]:
    return [read(file) for file in files]


def test_a_result_waits_for_those_before_it_and_no_longer() -> None:
    arrived: list[str] = []

    def arriving():
        for outcome in rows("b", "c", "a", "d"):
            arrived.append(outcome.file)
            yield outcome

    seen = [(outcome.file, list(arrived)) for outcome in in_order(arriving(), ["a", "b", "c", "d"])]
    assert seen == [("a", ["b", "c", "a"]), ("b", ["b", "c", "a"]), ("c", ["b", "c", "a"]), ("d", ["b", "c", "a", "d"])]


def test_gaps_are_closed_at_the_end() -> None:
    assert [outcome.file for outcome in in_order(rows("d", "b"), ["a", "b", "c", "d"])] == ["b", "d"]


def test_no_file_is_begun_after_somebody_asked_to_stop() -> None:
    stop = Stop()
    begun = []
    for outcome in serial(read, stop.until_asked(["a", "b", "c"]), LIMITS, 1):
        begun.append(outcome.file)
        if outcome.file == "b":
            stop.ask()
    assert begun == ["a", "b"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_asks_once_and_interrupts_the_second_time(number: int) -> None:
    heard: list[str] = []
    before = signal.getsignal(number)
    with Stop(lambda: heard.append("asked")) as stop:
        os.kill(os.getpid(), number)
        assert stop.is_asked
        assert heard == ["asked"]
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), number)
    assert stop.is_at_once
    assert signal.getsignal(number) is before


def test_an_executor_of_the_standard_library_does_the_same_as_ours() -> None:
    files = ["a", "bug", "b", "memory", *(f"c{number}" for number in range(40))]
    with ThreadPoolExecutor(2) as futures:
        found = {result.file: result for result in through(futures)(read, files, LIMITS, 2)}
    assert sorted(found) == sorted(files)
    assert isinstance(found.pop("bug"), Bug)
    assert found.pop("memory").result.code == "out-of-memory"
    assert {outcome.result.code for outcome in found.values()} == {"damaged"}


def test_what_an_executor_loses_is_submitted_again_once() -> None:
    class Losing(ThreadPoolExecutor):
        """Loses `once` the first time and `twice` every time."""

        lost: ClassVar[dict[str, int]] = {"once": 1, "twice": 2}

        def submit(self, function, work, file):
            if self.lost.get(file):
                self.lost[file] -= 1
                future: Future = Future()
                future.set_exception(BrokenProcessPool("a process died"))
                return future
            return super().submit(function, work, file)

    with Losing(1) as futures:
        found = {
            result.file: result.result.code for result in through(futures)(read, ["a", "once", "twice"], LIMITS, 1)
        }
    assert found == {"a": "damaged", "once": "damaged", "twice": "crashed"}


def test_work_and_results_travel_to_processes_of_others() -> None:
    with ProcessPoolExecutor(1) as futures:
        assert [result.file for result in through(futures)(read, ["a"], LIMITS, 1)] == ["a"]
