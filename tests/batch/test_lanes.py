"""A process beside the thread that asks: limits hold, a death costs one file, and the next file has a new process."""

import os
import signal
import time
from collections.abc import Callable, Iterator

import pytest

from screener.batch import lanes
from screener.batch.executors import Bug
from screener.batch.lanes import InLane, Lane
from screener.documents.limits import Limits
from screener.model.screening import Outcome, Unreadable


def work(file: str) -> Outcome:
    if file == "slow":
        time.sleep(30)
    if file == "crash":
        os.kill(os.getpid(), signal.SIGKILL)
    if file == "bug":
        raise KeyError(file)
    if file == "greedy":
        raise MemoryError
    return Outcome(file, str(os.getpid()), Unreadable("damaged", "is damaged"))


@pytest.fixture
def lane() -> Iterator[Lane]:
    lane = Lane(Limits(seconds=1.0))
    yield lane
    lane.close()


def test_files_share_a_process_that_is_not_this_one(lane: Lane) -> None:
    pids = {lane.run(work, file).sha256 for file in "abc"}
    assert len(pids) == 1
    assert str(os.getpid()) not in pids


@pytest.mark.parametrize(
    ("file", "code"), [("slow", "timeout"), ("crash", "crashed"), ("greedy", "out-of-memory")], ids=str
)
def test_what_a_file_does_costs_that_file_only(lane: Lane, file: str, code: str) -> None:
    before = lane.run(work, "a")
    found = lane.run(work, file)
    assert (found.file, found.result.code) == (file, code)
    assert lane.run(work, "a").sha256 != before.sha256


def test_a_bug_is_handed_on(lane: Lane) -> None:
    found = lane.run(work, "bug")
    assert isinstance(found, Bug)
    assert "KeyError" in found.traceback


def test_processes_are_replaced(lane: Lane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "_TASKS", 2)
    pids = [lane.run(work, file).sha256 for file in "abcde"]
    assert pids[0] == pids[1] != pids[2] == pids[3] != pids[4]


def test_a_thread_keeps_its_process() -> None:
    call: Callable[[str], Outcome] = InLane(work, Limits(seconds=9.0))
    assert call("a").sha256 == call("b").sha256
    for lane in lanes._lanes.values():
        lane.close()
