"""Work that hangs, eats memory, crashes or fails costs its own file and no other."""

import faulthandler
import os
import signal
import sys
import time
from collections.abc import Callable

import pytest

from screener.batch import executors, worker
from screener.batch.executors import EXECUTORS, Bug
from screener.batch.worker import ForkedWorker, SpawnedWorker
from screener.documents.limits import Limits
from screener.model.screening import Outcome, Unreadable

PATIENT = Limits(seconds=20.0, memory_bytes=300_000_000)
HASTY = Limits(seconds=0.3, memory_bytes=300_000_000)

forks = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")


def done(file: str) -> Outcome:
    return Outcome(file, None, Unreadable("damaged", f"read by {os.getpid()}"))


def act(file: str) -> Outcome:
    """Work that does what the file's name says."""
    deeds: dict[str, Callable[[], object]] = {
        "sleep": lambda: time.sleep(60),
        "spin": lambda: all(True for _ in iter(int, 1)),
        "allocate": lambda: [bytearray(10_000_000) for _ in range(1000)],
        "exit": lambda: os._exit(7),
        "abort": lambda: (faulthandler.disable(), os.abort()),
        "fail": lambda: {}["nothing"],
        "print": lambda: os.write(1, b"noise from a library"),
        "large": lambda: None,
    }
    if deed := deeds.get(file.partition("-")[0]):
        deed()
    if file.startswith("large"):
        return Outcome(file, None, Unreadable("damaged", "x" * 5_000_000))
    return done(file)


def run(files: list[str], limits: Limits = PATIENT, jobs: int = 2, executor: str = "processes") -> dict[str, str]:
    """Each file's error code; "bug" for a bug."""
    results = list(EXECUTORS[executor](act, files, limits, jobs))
    assert sorted(result.file for result in results) == sorted(files)
    return {result.file: "bug" if isinstance(result, Bug) else result.result.code for result in results}


def test_a_bad_file_does_not_cost_the_others_their_results() -> None:
    good = [f"good-{number}" for number in range(20)]
    found = run([*good[:10], "exit", "abort", "fail", "allocate", *good[10:]])
    assert found == dict.fromkeys(good, "damaged") | {
        "exit": "crashed",
        "abort": "crashed",
        "fail": "bug",
        "allocate": "out-of-memory",
    }


@pytest.mark.parametrize("deed", ["sleep", "spin"])
def test_a_file_that_takes_too_long_is_given_up(deed: str) -> None:
    began = time.monotonic()
    assert run([deed, "good"], HASTY, jobs=1) == {deed: "timeout", "good": "damaged"}
    assert time.monotonic() - began < 10


def test_every_message_names_its_option() -> None:
    hung, hungry = (
        EXECUTORS["processes"](act, ["sleep"], HASTY, 1),
        EXECUTORS["processes"](act, ["allocate"], PATIENT, 1),
    )
    assert "--timeout" in next(hung).result.message
    assert "--max-memory-mb" in next(hungry).result.message


def test_a_crash_says_what_killed_the_process() -> None:
    (result,) = EXECUTORS["processes"](act, ["abort"], PATIENT, 1)
    assert f"signal {signal.SIGABRT.value}" in result.result.message


def test_results_larger_than_a_pipe_come_through() -> None:
    results = EXECUTORS["processes"](act, ["large-1", "large-2", "good"], PATIENT, 2)
    assert sorted(len(result.result.message) > 4_000_000 for result in results) == [False, True, True]


def test_a_bug_keeps_its_traceback_and_no_values() -> None:
    (bug,) = EXECUTORS["processes"](act, ["fail"], PATIENT, 1)
    assert isinstance(bug, Bug)
    assert "KeyError: 'nothing'" in bug.traceback
    assert "file = " not in bug.traceback


def test_serial_and_processes_agree() -> None:
    files = ["good-1", "fail", "good-2"]
    assert run(files, executor="serial") == run(files)


def test_what_libraries_print_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    run(["print"])
    assert capfd.readouterr() == ("", "")


def test_workers_are_reused_and_replaced_after_many_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "_TASKS_OF_A_WORKER", 5)
    results = EXECUTORS["processes"](act, [f"good-{number}" for number in range(12)], PATIENT, 1)
    assert len({result.result.message for result in results}) == 3


def test_no_file_means_no_worker() -> None:
    assert run([]) == {}


@forks
def test_workers_end_even_if_nobody_asks_for_a_result() -> None:
    results = EXECUTORS["processes"](act, ["good", "sleep"], PATIENT, 2)
    del results
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@forks
def test_all_workers_end_when_the_results_are_left() -> None:
    results = EXECUTORS["processes"](act, ["good", *["sleep"] * 3], PATIENT, 3)
    assert next(results).file == "good"
    results.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@forks
def test_workers_do_not_hold_each_others_pipes() -> None:
    first, second = ForkedWorker(act, PATIENT), ForkedWorker(act, PATIENT)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, first._task_write)  # from here on only the second worker could keep the first one's pipe open
    os.close(nowhere)
    assert first.wait([first], 10) == [first]
    with pytest.raises(worker.Died, match="exit status 0"):
        first.receive()
    second.kill()


@forks
def test_a_stuck_worker_ends_itself_when_nobody_kills_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_GRACE_SECONDS", 0.1)
    stuck = ForkedWorker(act, Limits(seconds=0.1, memory_bytes=300_000_000))
    stuck.send("spin")
    assert stuck.wait([stuck], 10) == [stuck]
    with pytest.raises(worker.Died, match=f"signal {signal.SIGALRM.value}"):
        stuck.receive()


def test_spawned_workers_do_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "worker_class", lambda: SpawnedWorker)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    found = run(["good", "exit", "sleep", "fail"], Limits(seconds=2.0, memory_bytes=300_000_000), jobs=2)
    assert found == {"good": "damaged", "exit": "crashed", "sleep": "timeout", "fail": "bug"}
