"""Signals at any moment: exit code 130, nothing half written, nothing left behind."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from results_files import ROOT, TAKEN, make_applications, rows, run, run_and_do

SIGNALS = pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"])

# A signal comes while a module is imported.
WHILE_IMPORTING = """
import os, runpy, sys
name, signum = sys.argv.pop(1), int(sys.argv.pop(1))
class Finder:
    def find_spec(self, module, *_):
        if module == name:
            os.kill(os.getpid(), signum)
sys.meta_path.insert(0, Finder())
runpy.run_module("screener", run_name="__main__")
"""

# Something is done when half of a report is written.
WHILE_WRITING = """
import os, signal, sys
from screener.cli import app
from screener.reports import json_report
write, deed = json_report.write, sys.argv.pop(1)
def write_half(report, stream, view):
    stream.write("half of it")
    stream.flush()
    exec(deed)
    write(report, stream, view)
json_report.write = write_half
app.main()
"""

ONCE_WHILE_READING = """
once = iter([signal.SIGTERM])
app.console.Progress.count = lambda *_: [os.kill(os.getpid(), signum) for signum in once]
app.main()
"""


@pytest.fixture(autouse=True)
def applications(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make_applications(tmp_path / "applications")


def names() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


@SIGNALS
@pytest.mark.parametrize(
    "module", ["screener.cli.app", "typer", "screener.cli.screen", "screener.batch.run", "screener.cli.streaming"]
)
def test_a_signal_before_the_run_has_begun_ends_it_without_a_word(module: str, signum: int) -> None:
    ran = run(module, str(signum), *TAKEN, "-o", "r.jsonl", script=("-c", WHILE_IMPORTING))
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")
    assert names() == ["applications"]


def test_a_signal_that_is_ignored_stays_ignored() -> None:
    ran = run(
        "typer", "2", "applications/ada.txt", "-q", "-o", "r.json", script=("-c", WHILE_IMPORTING), shell="trap '' INT"
    )
    assert (ran.returncode, ran.stderr) == (0, "")


@SIGNALS
@pytest.mark.parametrize("is_replaced", [True, False], ids=["an old report", "no report yet"])
def test_a_signal_while_a_report_is_written_leaves_the_old_one(signum: int, is_replaced: bool) -> None:
    if is_replaced:
        Path("r.json").write_text("old")
    ran = run(f"os.kill(os.getpid(), {signum})", *TAKEN, "-o", "r.json", script=("-c", WHILE_WRITING))
    assert (ran.returncode, ran.stderr) == (130, "")
    assert names() == ["applications", *["r.json"] * is_replaced]
    assert not is_replaced or Path("r.json").read_text() == "old"


@SIGNALS
def test_a_second_signal_that_falls_into_the_writing_leaves_nothing(signum: int) -> None:
    script = WHILE_WRITING.replace("app.main()", ONCE_WHILE_READING)
    ran = run(f"os.kill(os.getpid(), {signum})", *TAKEN, "-j", "1", "-o", "r.json", script=("-c", script))
    assert ran.returncode == 130
    assert ran.stderr == "screen: stopping when what is in hand is finished; once more stops at once\n"  # at once
    assert names() == ["applications"]


def test_what_a_killed_run_left_is_replaced_by_the_next() -> None:
    ran = run("os.kill(os.getpid(), 9)", *TAKEN, "-o", "r.json", script=("-c", WHILE_WRITING))
    assert ran.returncode == -9
    assert names() == [".r.json.part", "applications"]
    assert run(*TAKEN, "-o", "r.json", "-q").returncode == 3
    assert names() == ["applications", "r.json"]
    assert Path("r.json").read_text().startswith("{")


def test_two_runs_that_write_one_report_at_once_write_it_whole() -> None:
    command = [sys.executable, "-m", "screener", *TAKEN, "-o", "r.json", "-q"]
    deed = f"import subprocess; subprocess.run({command!r}); shown = open('r.json').read()[:1] + str(os.listdir('.'))"
    ran = run(f"{deed}; print(shown.count('.part'))", *TAKEN, "-o", "r.json", "-q", script=("-c", WHILE_WRITING))
    assert (ran.returncode, ran.stdout) == (3, "1\n")  # our own
    assert Path("r.json").read_text().startswith("half of it{")
    assert names() == ["applications", "r.json"]


@SIGNALS
def test_a_signal_while_lines_get_their_final_form_loses_none(signum: int) -> None:
    deed = f"journal.marked = lambda *_: os.kill(os.getpid(), {signum})"
    assert run_and_do(deed, "-o", "r.jsonl", "-q").returncode == 130
    assert names() == ["applications", "r.jsonl"]
    assert len(rows(Path("r.jsonl").read_bytes())) == 15
    assert run(*TAKEN, "-o", "r.jsonl", "--resume", "-q").returncode == 3
    assert run(*TAKEN, "-o", "undisturbed.jsonl", "-q").returncode == 3
    assert Path("r.jsonl").read_bytes() == Path("undisturbed.jsonl").read_bytes()


@SIGNALS
@pytest.mark.parametrize("moment", [0.0, 0.02, 0.1])
def test_a_signal_at_any_moment_leaves_nothing_behind(signum: int, moment: float) -> None:
    command = [sys.executable, "-m", "screener", *TAKEN, "-o", "r.jsonl", "-q"]
    with subprocess.Popen(command, env={"PYTHONPATH": ROOT}, stderr=subprocess.PIPE) as process:
        while ".r.jsonl.lock" not in names() and process.poll() is None:
            time.sleep(0.001)
        time.sleep(moment)
        process.send_signal(signum)
        said = process.communicate(timeout=60)[1].decode()
    assert process.returncode in (130, 3)
    assert "Traceback" not in said
    assert set(names()) <= {"applications", "r.jsonl"}


@pytest.mark.parametrize("count", [8, 10, 12])
def test_too_few_files_may_be_open(count: int) -> None:
    ran = run(*TAKEN, "-o", "r.jsonl", "-q", shell=f"ulimit -n {count}")
    assert ran.returncode == 2
    assert ran.stderr == (
        "screen: too few files may be open at a time; allow more (ulimit -n), or take fewer workers (-j)\n"
    )
