"""`screen read`: which files it takes, where the lines go, what is said of the files that can't be read."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import Ran
from test_startup import ROOT, modules_after

from screener.batch import executors, reading
from screener.cli import app, options
from screener.model.reading import Reading

SAMPLES = Path(__file__).parents[1] / "samples"
RESUME = "Ada Example\nada@example.com\n\nEXPERIENCE\nEngineer, Acme   2019 - present\n- Wrote services in Go\n"

Program = Callable[..., Ran]


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Program:
    """Run `screen`, in a folder of its own with one resume."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ada.txt").write_text(RESUME)

    def run(*arguments: str) -> Ran:
        capfd.readouterr()
        return Ran(app.run(list(arguments)), *capfd.readouterr())

    return run


@dataclass(frozen=True)
class Hostile(reading.ReadFile):
    """Files do to their reader what their names say."""

    def __call__(self, file: str) -> object:  # type: ignore[override]
        if file == "bug.txt":
            raise KeyError("nobody thought of this")
        if file == "dies.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        while file == "hangs.txt":
            pass
        return super().__call__(file)


@pytest.fixture
def hostile(screen: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setattr(reading, "ReadFile", Hostile)
    for name in ("bug.txt", "dies.txt", "hangs.txt"):
        Path(name).write_text(RESUME)
    return screen


def test_lines_go_to_stdout_with_their_numbers(screen) -> None:
    ran = screen("read", "--as-of", "2026-06-30", "ada.txt")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("ada.txt · text · 1 page · 5 lines · as of 30 Jun 2026\n")
    assert "  5 A │ • Wrote services in Go\n" in ran.out
    assert "  A  Engineer, Acme · 2019 – present" in ran.out


@pytest.mark.parametrize("name", ["fit.pdf", "no-fit.docx", "two-columns.pdf", "tables.docx"])
def test_every_line_of_a_sample_is_shown_in_every_format(screen, name: str) -> None:
    shown = json.loads(screen("read", "-f", "json", str(SAMPLES / name)).out)
    text = screen("read", str(SAMPLES / name)).out
    assert shown["lines"]
    assert all(cell["text"] in text for line in shown["lines"] for cell in line["cells"])
    work = json.loads(screen("read", "-f", "jsonresume", str(SAMPLES / name)).out)["work"]
    assert [job.get("position") for job in work] == [job["title"] for job in shown["positions"]]


def test_a_pdf_tells_the_size_of_its_pages(screen) -> None:
    pages = json.loads(screen("read", "-f", "json", str(SAMPLES / "two-columns.pdf")).out)["pages"]
    assert pages == [{"page": 1, "width": 595.3, "height": 841.9}]


def test_the_layout_is_drawn(screen) -> None:
    ran = screen("read", "--layout", str(SAMPLES / "two-columns.pdf"))
    assert "─ page 1, 595.3 × 841.9 pt ─" in ran.out
    assert "─ sidebar 1" in ran.out
    assert "doesn't say where" in screen("read", "--layout", "ada.txt").out


def test_open_ends_end_today_unless_a_day_is_given(screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(options, "today", lambda: options.date(2031, 2, 3))
    monkeypatch.setattr("screener.cli.read.today", options.today)
    assert json.loads(screen("read", "-f", "json", "ada.txt").out)["as_of"] == "2031-02-03"
    shown = json.loads(screen("read", "-f", "json", "--as-of", "2020-12-31", "ada.txt").out)
    assert [job["months"] for job in shown["positions"]] == [18]


def test_a_file_that_can_not_be_read_is_one_line_and_the_others_are_shown(screen) -> None:
    Path("folder").mkdir()
    ran = screen("read", "nobody.pdf", "folder", str(SAMPLES / "scan.pdf"), "ada.txt")
    assert ran.code == 3
    assert ran.out.startswith("ada.txt · text")
    said = [line.removeprefix(f"{SAMPLES}/") for line in ran.err.replace("screen: ", "").splitlines()]
    assert said[-2:] == ["folder: is a folder; give a file", "nobody.pdf: no such file; check the spelling"]
    assert said[0].startswith("scan.pdf: is a scan")


def test_nothing_but_files_that_can_not_be_read_prints_nothing(screen) -> None:
    ran = screen("read", "-f", "json", "nobody.pdf")
    assert (ran.code, ran.out) == (3, "")


@pytest.mark.skipif(sys.platform != "linux", reason="needs workers that are forked")
def test_hostile_files_cost_themselves_and_no_other(hostile) -> None:
    ran = hostile("read", "--timeout", "3", "hangs.txt", "dies.txt", "ada.txt")
    assert ran.code == 3
    assert "Ada Example" in ran.out
    assert "screen: dies.txt: brought the process that read it down twice (signal 9)" in ran.err
    assert "screen: hangs.txt: took longer than 3 s; allow more with --timeout" in ran.err


def test_a_bug_is_told_after_the_others_are_shown(hostile) -> None:
    ran = hostile("read", "bug.txt", "ada.txt")
    assert ran.code == 4
    assert "Ada Example" in ran.out
    assert ran.err.startswith("screen: bug.txt: failed\nTraceback")
    assert ran.err.splitlines()[-1].startswith("screen: this is a bug in screener")


def test_ctrl_c_keeps_what_was_finished(screen, monkeypatch: pytest.MonkeyPatch) -> None:
    work = reading.ReadFile(options.date(2026, 6, 30), options.Limits())

    def interrupted(*_: object) -> object:
        yield work("ada.txt")
        raise KeyboardInterrupt

    monkeypatch.setitem(executors.EXECUTORS, "processes", interrupted)
    ran = screen("read", "ada.txt", "b.txt")
    assert ran.code == 130
    assert "Ada Example" in ran.out
    assert ran.err == "screen: stopped; 1 of 2 files were finished\n"


@pytest.mark.parametrize("form", ["text", "json", "jsonresume"])
def test_order_jobs_and_repetition_change_nothing(screen, form: str) -> None:
    Path("bo.txt").write_text(RESUME.replace("Ada", "Bo"))
    arguments = ["read", "-f", form, "--as-of", "2026-06-30"]
    first = screen(*arguments, "--jobs", "1", "ada.txt", "bo.txt")
    assert first.out.index("Ada Example") < first.out.index("Bo Example")
    assert screen(*arguments, "--jobs", "2", "bo.txt", "ada.txt", "ada.txt") == first


def test_several_files_are_an_object_on_each_line(screen) -> None:
    Path("bo.txt").write_text(RESUME)
    lines = screen("read", "-f", "json", "bo.txt", "ada.txt", "nobody.txt").out.splitlines()
    assert [json.loads(line)["file"] for line in lines] == ["ada.txt", "bo.txt"]


def test_files_are_written_and_summed_up_on_stderr(screen) -> None:
    ran = screen("read", "--as-of", "2026-06-30", "-o", "out.json", "-o", "out.txt", "ada.txt")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "as of 2026-06-30: 1 read; written to out.json, out.txt\n"
    assert json.loads(Path("out.json").read_text())["file"] == "ada.txt"
    assert "  1   │   Ada Example\n" in Path("out.txt").read_text()
    assert screen("read", "-q", "-o", "out.json", "ada.txt").err == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-f", "yaml", "ada.txt"], "unknown format 'yaml'; choose text, json or jsonresume"),
        (["--layout", "-f", "json", "ada.txt"], "--layout draws for people and can't be written as json"),
        (["--layout", "-o", "out.json", "ada.txt"], "--layout draws for people and can't be written as json"),
        (["-o", "out.pdf", "ada.txt"], "out.pdf: no format goes by this name; end it in .txt or .json"),
        (["-f", "text", "-o", "ada.txt", "ada.txt"], "ada.txt: is one of the files to read"),
        (["--role", "x", "ada.txt"], "no such option: --role; see 'screen read --help'"),
        (["--as-of", "today", "ada.txt"], "'today' is not a day written as YYYY-MM-DD; see 'screen read --help'"),
        ([], "missing argument 'PATH...'; see 'screen read --help'"),
    ],
)
def test_wrong_usage_is_one_line(screen, arguments: list[str], message: str) -> None:
    ran = screen("read", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("screen: ")
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_a_file_named_like_the_command_can_be_screened_and_read(screen) -> None:
    Path("read").write_text(RESUME)
    assert "or write './read' for the file of this name" in screen("read").err
    assert "Ada Example" in screen("read", "read").out
    assert screen("--", "read").code == screen("./read").code == 0
    assert "text ·" not in screen("./read").out


def test_a_name_that_begins_with_a_dash_follows_two_dashes(screen) -> None:
    Path("-f").write_text(RESUME)
    assert "Ada Example" in screen("read", "--", "-f").out


def test_hostile_names_are_inert(screen) -> None:
    name = "a\x1b[31m\u202e[b].txt"
    Path(name).write_text(RESUME)
    ran = screen("read", name, "no\x1bfile.pdf")
    assert "\x1b" not in ran.out + ran.err
    assert r"a\x1b[31m\u202e[b].txt · text" in ran.out


def test_the_help_names_every_command_and_is_plain(screen) -> None:
    ran = screen("read", "--help")
    assert ran.out.startswith("Usage: screen read [OPTIONS] PATH...\n")
    assert ran.out.isascii()
    assert re.search(r"\n  read +Show what is read in a resume, line by line\.\n", screen("--help").out)


def test_screening_pays_nothing_for_reading() -> None:
    loaded = modules_after(f"from screener.cli.app import run; run([{str(SAMPLES / 'fit.pdf')!r}])")
    assert "screener.reports.terminal" in loaded
    assert not {name for name in loaded if name.startswith(("screener.reports.reading", "screener.cli.read"))}


def test_a_reader_that_hangs_up_is_no_error() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "-m", "screener", "read", str(SAMPLES / "fit.pdf")]
    ran = subprocess.run(
        command, env=os.environ | {"PYTHONPATH": ROOT}, stdout=write_end, stderr=subprocess.PIPE, check=False
    )
    os.close(write_end)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_readings_travel_from_the_workers_whole(screen) -> None:
    work = reading.ReadFile(options.date(2026, 6, 30), options.Limits())
    found = work("ada.txt")
    assert isinstance(found, Reading)
    result = reading.read_files(("ada.txt",), found.as_of, reading.BatchOptions())
    assert result.readings == (found,)
    assert result.finished == 1
