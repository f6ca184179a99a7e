"""The same inputs give the same bytes, whatever surrounds the run; lines on stdout come while it lasts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import screener

ROOT = str(Path(screener.__file__).parents[1])
COUNT = 120  # enough for lines on stdout to be streamed

SURROUNDINGS = {
    "as it is": ({}, ("-j", "2")),
    "another hash seed": ({"PYTHONHASHSEED": "1"}, ("-j", "1")),
    "a third hash seed, many workers": ({"PYTHONHASHSEED": "4242"}, ("-j", "5")),
    "plain C locale": ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, ("-j", "2")),
    "far east": ({"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}, ("-j", "2")),
    "far west": ({"TZ": "Pacific/Niue", "LANG": "de_DE.UTF-8"}, ("-j", "3")),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Resumes in two folders; every tenth is the same person as the one before, and one can't be read."""
    for number in range(COUNT):
        person = number - (number % 10 == 9)
        name = "Zoë B" + "".join("aeioubdgkl"[int(digit)] for digit in f"{person:03}")
        lines = [
            name,
            f"zoe{person}@example.com",
            "Experience",
            f"Engineer, Ünal & Söhne {person}, Jan {2001 + person % 20} - Mar {2003 + number % 20}",
            "- Node.js, NestJS and PostgreSQL on Azure",
        ]
        path = tmp_path / f"part-{number % 2}" / f"{number:03}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "part-1" / "empty.txt").touch()
    return tmp_path


def run(folder: Path, *arguments: str, **surroundings: str) -> bytes:
    command = [sys.executable, "-m", "screener", "--as-of", "2026-06-30", "--include", "*.txt", "-q", *arguments]
    environment = os.environ | {"PYTHONPATH": ROOT} | surroundings
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, timeout=120)
    assert ran.returncode == 3, ran.stderr
    return ran.stdout


@pytest.mark.parametrize("output_format", ["jsonl", "json", "table"])
def test_nothing_around_a_run_changes_its_bytes(folder: Path, output_format: str, monkeypatch) -> None:
    found = {}
    if output_format == "table":  # it is for people, and shows the letters that their terminal has
        monkeypatch.delitem(SURROUNDINGS, "plain C locale")
    for number, (name, (surroundings, jobs)) in enumerate(SURROUNDINGS.items()):
        parts = ("part-0", "part-1") if number % 2 else ("part-1", "part-0", "part-1/003.txt")
        found[name] = run(folder, *parts, "-f", output_format, *jobs, **surroundings)
    assert len(found["as it is"]) > 5_000
    assert [name for name, data in found.items() if data != found["as it is"]] == []


def test_a_results_file_is_the_same_with_any_number_of_workers(folder: Path) -> None:
    for jobs in ("1", "4"):
        run(folder, "part-0", "part-1", "-o", f"{jobs}.jsonl", "-j", jobs)
    assert (folder / "1.jsonl").read_bytes() == (folder / "4.jsonl").read_bytes()
    rows = [json.loads(line) for line in (folder / "1.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["file"] for row in rows] == sorted(row["file"] for row in rows)
    assert len(rows) == COUNT + 1
    assert any(row["duplicate_of"] for row in rows)


HELD_UP = """
import time
from screener.batch import run
from screener.cli import app
work = run.ScreenFile.__call__
def slowly(self, file):
    if file.endswith("100.txt"):
        time.sleep(60)
    return work(self, file)
run.ScreenFile.__call__ = slowly
app.main()
"""


@pytest.mark.parametrize("to_file", [False, True], ids=["stdout", "file"])
def test_lines_come_while_the_run_lasts(folder: Path, to_file: bool) -> None:
    output = folder / "out.jsonl"
    command = [sys.executable, "-c", HELD_UP, "part-0", "--include", "*.txt", "part-1", "-q", "--timeout", "60"]
    arguments = ["-o", str(output)] if to_file else ["-f", "jsonl"]
    environment = os.environ | {"PYTHONPATH": ROOT}
    with subprocess.Popen([*command, *arguments], cwd=folder, env=environment, stdout=subprocess.PIPE) as process:
        rows = first_lines(process, output if to_file else None, 50)
        assert process.poll() is None  # it still waits for a file that takes long
        process.kill()
    assert [row["file"] for row in rows] == [f"part-0/{number:03}.txt" for number in range(0, 100, 2)]


def first_lines(process: "subprocess.Popen[bytes]", output: Path | None, count: int) -> list[dict]:
    if output is None:
        return [json.loads(process.stdout.readline()) for _ in range(count)]
    lines: list[bytes] = []
    while len(lines) < count and process.poll() is None:
        lines = output.read_bytes().splitlines() if output.exists() else []
    return [json.loads(line) for line in lines[:count]]


def test_a_reader_that_has_seen_enough_ends_the_run(folder: Path) -> None:
    command = [sys.executable, "-c", HELD_UP, "part-0", "part-1", "--include", "*.txt", "-f", "jsonl", "-j", "1"]
    environment = os.environ | {"PYTHONPATH": ROOT}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(20) == 0
        assert process.stderr.read() == b""
