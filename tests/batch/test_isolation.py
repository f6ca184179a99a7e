"""Workers that die are replaced, files get a second chance, and no worker outlives its program."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import screener
from screener.batch import executors, worker
from screener.batch.executors import EXECUTORS
from screener.batch.run import Batch, BatchOptions
from screener.batch.worker import ForkedWorker, SpawnedWorker, worker_class
from screener.documents.limits import Limits
from screener.errors import ExitCode
from screener.model.screening import Outcome, Unreadable

ROOT = str(Path(screener.__file__).parents[1])
LIMITS = Limits(seconds=20.0, memory_bytes=300_000_000)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")


def read(file: str) -> Outcome:
    return Outcome(file, None, Unreadable("damaged", "is damaged"))


def crash_once(file: str) -> Outcome:
    """Work on a path that dies the first time it sees it."""
    if Path(file).name.startswith("once") and not Path(f"{file}.seen").exists():
        Path(f"{file}.seen").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return read(file)


def leak(file: str) -> Outcome:
    """Work that keeps some memory for good, as a library might."""
    LEAKED.append(bytearray(90_000_000))
    return read(file)


LEAKED: list[bytearray] = []


def crash(file: str) -> Outcome:
    if "bad" in file:
        os._exit(7)
    return read(file)


def codes(work, files: list[str], jobs: int = 1) -> dict[str, str]:
    return {outcome.file: outcome.result.code for outcome in EXECUTORS["processes"](work, files, LIMITS, jobs)}


def test_a_file_whose_worker_died_once_is_tried_again(tmp_path: Path) -> None:
    files = [str(tmp_path / name) for name in ("a", "once", "b")]
    assert codes(crash_once, files) == dict.fromkeys(files, "damaged")


def test_what_others_leaked_is_not_held_against_a_file() -> None:
    files = [str(number) for number in range(8)]
    assert codes(leak, files) == dict.fromkeys(files, "damaged")


def test_workers_killed_from_outside_cost_nothing() -> None:
    def slowly(file: str) -> Outcome:
        time.sleep(0.02)
        return read(file)

    files = [f"{number:03}" for number in range(60)]
    found = []
    for outcome in EXECUTORS["processes"](slowly, files, LIMITS, 2):
        found.append(outcome)
        if len(found) % 10 == 0:
            children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
            os.kill(int(children[0]), signal.SIGKILL)
    assert sorted((outcome.file, outcome.result.code) for outcome in found) == [(file, "damaged") for file in files]


def test_a_run_in_which_one_file_in_five_crashes_is_stopped() -> None:
    files = [f"{number:03}-{'bad' if number % 4 == 0 else 'good'}" for number in range(200)]
    batch = Batch(crash, files, BatchOptions(LIMITS, jobs=2))
    result = batch.wait()
    assert not result.complete
    assert len(result.outcomes) < 60
    assert result.failure.exit_code == ExitCode.BUG
    assert str(result.failure).startswith("reading is broken on this machine: 11 of the last 4")


def test_a_few_crashes_stop_nothing() -> None:
    files = [f"{number:03}-{'bad' if number % 10 == 0 else 'good'}" for number in range(100)]
    result = Batch(crash, files, BatchOptions(LIMITS, jobs=2)).wait()
    assert (result.complete, result.failure, len(result.outcomes)) == (True, None, 100)


def test_no_file_is_begun_far_ahead_of_one_that_is_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "_AHEAD", 3)

    def work(file: str) -> Outcome:
        time.sleep(0.5 if file == "00" else 0)
        return read(file)

    order = [outcome.file for outcome in EXECUTORS["processes"](work, [f"{n:02}" for n in range(20)], LIMITS, 2)]
    assert order.index("00") == 5
    assert sorted(order) == [f"{n:02}" for n in range(20)]


def test_memory_is_watched_where_the_system_does_not_hold_a_process_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "IS_LIMIT_ENFORCED", False)
    monkeypatch.setattr(executors, "memory_of", lambda _: 400_000_000)

    def work(file: str) -> Outcome:
        time.sleep(30)
        return read(file)

    began = time.monotonic()
    assert codes(work, ["a", "b"], jobs=2) == {"a": "out-of-memory", "b": "out-of-memory"}
    assert time.monotonic() - began < 5


def test_nothing_is_forked_where_there_are_threads() -> None:
    assert worker_class() is ForkedWorker
    is_over = threading.Event()
    thread = threading.Thread(target=is_over.wait)
    thread.start()
    try:
        assert worker_class() is SpawnedWorker
    finally:
        is_over.set()
        thread.join()


@pytest.mark.parametrize("kind", ["ForkedWorker", "SpawnedWorker"])
def test_no_worker_outlives_a_program_that_is_killed(kind: str, tmp_path: Path) -> None:
    tmp_path.joinpath("endless.py").write_text(
        "import re, time\n"
        "def spin(file):\n"
        "    re.match(r'(a+)+$', 'a' * 60 + 'b')\n"  # never ends, and never lets Python look at anything else
    )
    tmp_path.joinpath("program.py").write_text(
        "import sys\n"
        "from endless import spin\n"
        "from screener.batch import worker\n"
        "from screener.documents.limits import Limits\n"
        "if __name__ == '__main__':\n"
        f"    one = worker.{kind}(spin, Limits())\n"
        "    one.send('file')\n"
        "    print(one.pid, flush=True)\n"
        "    one.wait([one], 60)\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([ROOT, str(tmp_path)])}
    command = [sys.executable, str(tmp_path / "program.py")]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        pid = int(process.stdout.readline())
        time.sleep(0.3)
        assert is_running(pid)
        process.kill()
    gone_by = time.monotonic() + 2
    while is_running(pid) and time.monotonic() < gone_by:
        time.sleep(0.02)
    assert not is_running(pid)


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_an_idle_worker_has_no_alarm_running(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_GRACE_SECONDS", 0.0)
    one = ForkedWorker(read, Limits(seconds=0.3, memory_bytes=300_000_000))
    for file in ("a", "b"):
        one.send(file)
        assert one.wait([one], 10) == [one]
        assert one.receive()[0].file == file
        time.sleep(0.5)
    one.kill()
