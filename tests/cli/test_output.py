"""Where results go: stdout, or files that are whole or not there at all; the same bytes every time."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TextIO

import pytest

import screener
from screener import reports
from screener.cli import options

FILES = ["no_fit.pdf", "fit-2.pdf", "review.pdf", "fit-1.pdf", "broken.pdf"]


@pytest.fixture(autouse=True)
def files(put) -> None:
    put(*FILES)


@pytest.mark.parametrize("output_format", ["table", "json", "jsonl"])
def test_jobs_and_order_change_nothing(program, output_format: str) -> None:
    arguments = ["--as-of", "2026-06-30", "--format", output_format]
    first = program(*arguments, "--jobs", "1", *FILES)
    assert program(*arguments, "--jobs", "2", *FILES[::-1]) == first
    assert program(*arguments, "--jobs", "3", *FILES, *FILES) == first


def test_results_are_on_stdout_and_nothing_else_is(program) -> None:
    ran = program("--format", "json", *FILES)
    assert [result["file"] for result in json.loads(ran.out)["results"]] == sorted(FILES)
    assert ran.err == ""


def test_the_day_is_todays_unless_it_is_given(program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(options, "today", lambda: options.date(2031, 2, 3))
    assert json.loads(program("-f", "json", "fit-1.pdf").out)["as_of"] == "2031-02-03"
    assert json.loads(program("-f", "json", "--as-of", "2026-06-30", "fit-1.pdf").out)["as_of"] == "2026-06-30"


def test_a_file_is_written_instead_of_stdout_and_summed_up_on_stderr(program, folder: Path) -> None:
    ran = program("--as-of", "2026-06-30", "-o", "out.json", *FILES)
    assert ran.out == ""
    assert ran.err.startswith("as of 2026-06-30: 4 screened: 2 fit, 1 review, 1 no fit; 1 unreadable")
    assert ran.err.endswith("; written to out.json\n")
    assert len(json.loads(Path("out.json").read_text())["results"]) == 5
    assert sorted(file.name for file in folder.iterdir()) == sorted([*FILES, "out.json"])


def test_quiet_writes_without_a_word(program) -> None:
    ran = program("-q", "-o", "out.json", "fit-1.pdf")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_several_files_take_their_formats_from_their_suffixes(program) -> None:
    program("-o", "out.json", "-o", "out.jsonl", "-o", "out.txt", *FILES)
    assert len(Path("out.jsonl").read_text().splitlines()) == 5
    assert "fit-1.pdf" in Path("out.txt").read_text()
    assert "\x1b" not in Path("out.txt").read_text()


def test_a_format_that_is_given_beats_the_suffix(program) -> None:
    program("-f", "jsonl", "-o", "out.results", "fit-1.pdf")
    assert json.loads(Path("out.results").read_text())["file"] == "fit-1.pdf"


def test_a_file_that_is_replaced_keeps_its_permissions(program) -> None:
    Path("out.json").write_text("old")
    Path("out.json").chmod(0o600)
    program("-o", "out.json", "fit-1.pdf")
    assert stat.S_IMODE(Path("out.json").stat().st_mode) == 0o600
    assert "fit-1.pdf" in Path("out.json").read_text()


def test_a_link_is_written_through(program) -> None:
    Path("link.json").symlink_to("target.json")
    program("-o", "link.json", "fit-1.pdf")
    assert Path("link.json").is_symlink()
    assert "fit-1.pdf" in Path("target.json").read_text()


def test_a_device_is_written_to_and_never_replaced(program) -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    ran = program("-f", "json", "-o", "pipe", "fit-1.pdf")
    assert b"fit-1.pdf" in os.read(reader, 100_000)
    os.close(reader)
    assert ran.code == 0
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)


def test_a_failed_write_leaves_the_old_file_and_no_other(program, folder: Path, monkeypatch) -> None:
    Path("out.json").write_text("old")

    def fail(_: object, __: str, stream: TextIO, **___: object) -> None:
        stream.write("half of it")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(reports, "render", fail)
    ran = program("-o", "out.json", "fit-1.pdf")
    assert (ran.code, ran.err) == (2, "screen: out.json: can't be written: no space left on device\n")
    assert Path("out.json").read_text() == "old"
    assert sorted(file.name for file in folder.iterdir()) == sorted([*FILES, "out.json"])


def test_top_cuts_tables_only(program) -> None:
    assert "fit-2.pdf" in program(*FILES).out
    assert "no_fit.pdf" not in program("--top", "1", *FILES).out
    assert len(json.loads(program("--top", "1", "-f", "json", *FILES).out)["results"]) == 5
    assert program("--top", "1", "-f", "html", *FILES).out == program("-f", "html", *FILES).out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["-f", "json", *FILES]], ids=["help", "version", "run"]
)
def test_a_reader_that_hangs_up_is_no_error(arguments: list[str]) -> None:
    root = str(Path(screener.__file__).parents[1])
    read_end, write_end = os.pipe()
    os.close(read_end)
    ran = subprocess.run(
        [sys.executable, "-m", "screener", *arguments],
        env=os.environ | {"PYTHONPATH": root},
        stdout=write_end,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write_end)
    assert ran.stderr == b""
    assert ran.returncode in {0, 3}
