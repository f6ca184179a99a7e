"""What shells and CI jobs read; when several codes apply, the highest wins."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import screener
from screener.batch.run import Batch
from screener.cli import app
from screener.errors import ExitCode

ROOT = str(Path(screener.__file__).parents[1])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["fit.pdf", "no_fit.pdf"], 0, id="a verdict is no error"),
        pytest.param(["--require", "fit", "fit.pdf"], 0, id="fit asked, fit"),
        pytest.param(["--require", "fit", "review.pdf"], 1, id="fit asked, review"),
        pytest.param(["--require", "review", "review.pdf", "fit.pdf"], 0, id="review asked, review and fit"),
        pytest.param(["--require", "review", "no_fit.pdf", "fit.pdf"], 1, id="review asked, one is no fit"),
        pytest.param(["--require", "70", "review.pdf"], 0, id="score reached"),
        pytest.param(["--require", "70.1", "review.pdf"], 1, id="score missed"),
        pytest.param(["--require", "0", "no_fit.pdf"], 1, id="no score makes up for no fit"),
        pytest.param([], 2, id="no arguments"),
        pytest.param(["--role", "x"], 2, id="no path"),
        pytest.param(["--nope", "fit.pdf"], 2, id="unknown option"),
        pytest.param(["--format", "yaml", "fit.pdf"], 2, id="unknown format"),
        pytest.param(["empty"], 2, id="folder without candidates"),
        pytest.param(["fit.pdf", "broken.pdf"], 3, id="unreadable file"),
        pytest.param(["fit.pdf", "nobody.pdf"], 3, id="missing file"),
        pytest.param(["--require", "fit", "no_fit.pdf", "broken.pdf"], 3, id="unreadable beats requirement"),
        pytest.param(["--timeout", "0.2", "slow.pdf"], 3, id="too slow"),
        pytest.param(["bug.pdf", "broken.pdf", "fit.pdf"], 4, id="bug beats unreadable"),
        pytest.param(["--version"], 0, id="version"),
        pytest.param(["--help"], 0, id="help"),
    ],
)
def test_exit_code(program, put: Callable[..., None], folder, arguments: list[str], code: int) -> None:
    put("fit.pdf", "review.pdf", "no_fit.pdf", "broken.pdf", "bug.pdf", "slow.pdf")
    (folder / "empty").mkdir()
    assert program(*arguments).code == code


def test_a_bug_outside_the_workers_is_exit_4(program, put, monkeypatch: pytest.MonkeyPatch) -> None:
    put("fit.pdf")
    monkeypatch.setattr(Batch, "wait", lambda *_: {}["nothing"])
    ran = program("fit.pdf")
    assert ran.code == ExitCode.BUG
    assert "KeyError: 'nothing'" in ran.err
    assert ran.err.splitlines()[-1].startswith("screen: this is a bug in screener")


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_keeps_what_was_finished(program, put, monkeypatch: pytest.MonkeyPatch, signum: int) -> None:
    put("fit-1.pdf", "fit-2.pdf", "fit-3.pdf")
    stopped = iter([signum])
    monkeypatch.setattr(app.console.Progress, "count", lambda *_: [os.kill(os.getpid(), one) for one in stopped])
    ran = program("--jobs", "1", "--format", "json", "fit-1.pdf", "fit-2.pdf", "fit-3.pdf")
    assert ran.code == ExitCode.INTERRUPTED
    assert '"complete": false' in ran.out
    assert "fit-2.pdf" in ran.out  # it was in hand when the first one was counted
    assert "fit-3.pdf" not in ran.out
    assert "screen: stopping when what is in hand is finished; once more stops at once" in ran.err
    assert "screen: stopped; 2 of 3 files were finished" in ran.err


def test_a_second_ctrl_c_stops_at_once_and_leaves_the_old_report(program, put, folder, monkeypatch) -> None:
    put("fit-1.pdf", "slow.pdf")
    (folder / "out.json").write_text("old")
    monkeypatch.setattr(app.console.Progress, "count", lambda *_: [os.kill(os.getpid(), signal.SIGINT) for _ in "ab"])
    began = time.monotonic()
    ran = program("--jobs", "2", "-o", "out.json", "fit-1.pdf", "slow.pdf")
    assert time.monotonic() - began < 5
    assert ran.code == ExitCode.INTERRUPTED
    assert (folder / "out.json").read_text() == "old"
    assert "screen: stopped; 1 of 2 files were finished" in ran.err


def test_ctrl_c_before_anything_began_is_quiet(program, put, monkeypatch: pytest.MonkeyPatch) -> None:
    put("fit.pdf")
    monkeypatch.setattr(Batch, "__init__", lambda *_, **__: os.kill(os.getpid(), signal.SIGINT))
    ran = program("fit.pdf")
    assert (ran.code, ran.out, ran.err) == (ExitCode.INTERRUPTED, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_ctrl_c_on_the_terminal_ends_the_workers_too(put, folder) -> None:
    put("ada.pdf")
    script = (
        "import time\nfrom screener.batch import run\nfrom screener.cli import app\nfrom screener.roles import load\n"
    )
    script += "load.load_role = lambda _: __import__('factories').role()\n"
    script += "run.ScreenFile = lambda *_: lambda file: time.sleep(60)\napp.main()"
    environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT}/tests"}
    command = [sys.executable, "-c", script, "ada.pdf"]
    with subprocess.Popen(command, env=environment, start_new_session=True, stdout=subprocess.PIPE) as process:
        time.sleep(1.5)
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=20)
    assert process.returncode == ExitCode.INTERRUPTED
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
