"""A results file belongs to one run at a time, and what is written at the end is what was written before."""

import subprocess
import sys
from pathlib import Path

import pytest
from results_files import ROOT, TAKEN, make_applications, run, run_and_do

from screener.cli import app


@pytest.fixture(autouse=True)
def undisturbed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """What a run writes that nobody disturbs."""
    monkeypatch.chdir(tmp_path)
    make_applications(tmp_path / "applications")
    assert app.run([*TAKEN, "-o", "undisturbed.jsonl", "-q"]) == 3
    return Path("undisturbed.jsonl").read_bytes()


@pytest.mark.parametrize("more", [(), ("--resume",)], ids=["anew", "continued"])
def test_a_second_run_into_the_same_file_is_refused(undisturbed: bytes, more: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "screener", *TAKEN, "-o", "r.jsonl", "-q", *more]
    deed = f"import subprocess; done = subprocess.run({command!r}, capture_output=True, text=True, cwd='.'); "
    deed += "print(done.returncode, done.stderr, end='')"
    first = run_and_do(deed, "-o", "r.jsonl", "-q")
    assert first.stdout == (
        "2 screen: r.jsonl: is being written by another run of screener; wait for it, or write to another file\n"
    )
    assert (first.returncode, first.stderr) == (3, "")
    assert Path("r.jsonl").read_bytes() == undisturbed
    assert sorted(path.name for path in Path().iterdir()) == ["applications", "r.jsonl", "undisturbed.jsonl"]


def test_the_file_is_free_again_after_a_run_that_was_killed(undisturbed: bytes) -> None:
    assert run_and_do("os.kill(os.getpid(), 9)", "-o", "r.jsonl").returncode == -9
    assert run(*TAKEN, "-o", "r.jsonl", "--resume", "-q").returncode == 3
    assert Path("r.jsonl").read_bytes() == undisturbed
    assert sorted(path.name for path in Path().iterdir()) == ["applications", "r.jsonl", "undisturbed.jsonl"]


def test_workers_that_live_on_hold_nothing(undisturbed: bytes) -> None:
    """They are forks of the program, and its lock must not be theirs."""
    deed = "if not os.fork():\n    os.close(1), os.close(2), time.sleep(5), os._exit(0)\nos.kill(os.getpid(), 9)"
    run_and_do(deed, "-o", "r.jsonl", "-q")
    ran = run(*TAKEN, "-o", "r.jsonl", "--resume", "-q")
    assert (ran.returncode, ran.stderr) == (3, "")
    assert Path("r.jsonl").read_bytes() == undisturbed


def test_many_runs_at_once_leave_one_whole_file(undisturbed: bytes) -> None:
    command = [sys.executable, "-m", "screener", *TAKEN, "-o", "r.jsonl", "-q", "-j", "1"]
    running = [subprocess.Popen(command, env={"PYTHONPATH": ROOT}, stderr=subprocess.PIPE) for _ in range(4)]
    ended = [(process.communicate(timeout=60)[1], process.returncode) for process in running]
    assert {code for _, code in ended} <= {2, 3}
    assert 3 in {code for _, code in ended}
    assert all(said.count(b"\n") == (code == 2) for said, code in ended)
    assert Path("r.jsonl").read_bytes() == undisturbed


@pytest.mark.parametrize("deed", ["Path('r.jsonl').unlink()", "Path('r.jsonl').rename('moved.jsonl')"])
def test_a_file_that_is_taken_away_comes_back_whole(undisturbed: bytes, deed: str) -> None:
    ran = run_and_do(deed, "-o", "r.jsonl", "-q")
    assert (ran.returncode, ran.stderr) == (3, "")
    assert Path("r.jsonl").read_bytes() == undisturbed


@pytest.mark.parametrize("deed", ["os.truncate('r.jsonl', 0)", "os.truncate('r.jsonl', 9_000)"])
def test_a_file_that_is_emptied_is_no_success(undisturbed: bytes, deed: str) -> None:
    ran = run_and_do(deed, "-o", "r.jsonl", "-q")
    assert ran.returncode == 2
    assert ran.stderr == (
        "screen: r.jsonl: was changed by another program while it was written; "
        "the same command with --resume makes again what is missing\n"
    )
    assert run(*TAKEN, "-o", "r.jsonl", "--resume", "-q").returncode == 3
    assert Path("r.jsonl").read_bytes() == undisturbed
    assert sorted(path.name for path in Path().iterdir()) == ["applications", "r.jsonl", "undisturbed.jsonl"]


def test_a_folder_that_is_taken_away_is_one_line() -> None:
    Path("out").mkdir()
    ran = run_and_do("import shutil; shutil.rmtree('out')", "-o", "out/r.jsonl", "-q")
    assert ran.returncode == 2
    assert ran.stderr.startswith("screen: out/r.jsonl: can't be written: no such file or directory; ")
    assert ran.stderr.count("\n") == 1
