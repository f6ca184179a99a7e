"""Runs of the program in a process of its own, and resumes for them: twins, a person twice, and an empty file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import screener

ROOT = str(Path(screener.__file__).parents[1])
TAKEN = ("applications", "--include", "*.txt", "--as-of", "2026-06-30")
NAMES = ("Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Joe", "Kim", "Lou")

RESUME = """{name} Example
{name}@example.com
Summary
Engineer number {number} who builds reliable services for customers in many places
Experience
Software Engineer, Acme {number}, Jan 2019 - {until}
- Built services in Node.js and NestJS with PostgreSQL on Azure, release {number}
"""

# Does something once so many lines are written, and goes on.
AFTER_LINES = """
import os, signal, sys, time
from pathlib import Path
from screener.cli import app, journal
count, deed, add = int(sys.argv.pop(1)), sys.argv.pop(1), journal.Journal.add
def add_and_do(self, entry):
    global count
    add(self, entry)
    count -= 1
    if not count:
        exec(deed)
journal.Journal.add = add_and_do
app.main()
"""


def make_applications(folder: Path) -> Path:
    folder.mkdir()
    for number, name in enumerate(NAMES):
        (folder / f"{name.lower()}.txt").write_text(RESUME.format(name=name, number=number, until="Dec 2023"))
    (folder / "again.txt").write_bytes((folder / "joe.txt").read_bytes())
    (folder / "newest.txt").write_text(RESUME.format(name="Ada", number=0, until="May 2026"))
    (folder / "empty.txt").touch()
    return folder


Ran = subprocess.CompletedProcess[str]


def run(*arguments: str, script: tuple[str, ...] = ("-m", "screener"), shell: str = "") -> Ran:
    """The program, after lines of a shell where there are any."""
    command = [sys.executable, *script, *arguments]
    if shell:
        command = ["bash", "-c", f'{shell}; exec "$@"', "bash", *command]
    environment = os.environ | {"PYTHONPATH": ROOT}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def run_and_do(deed: str, *arguments: str, after: int = 5) -> Ran:
    """A run of one worker in which something happens once so many lines are written."""
    return run(*TAKEN, *arguments, "-j", "1", script=("-c", AFTER_LINES, str(after), deed))


def grow(count: int, *arguments: str) -> bytes:
    """The results file of a run that was killed after so many lines."""
    Path("grown.jsonl").unlink(missing_ok=True)
    assert run_and_do("os.kill(os.getpid(), 9)", "-o", "grown.jsonl", *arguments, after=count).returncode == -9
    return Path("grown.jsonl").read_bytes()


def rows(data: bytes) -> list[dict]:
    return [json.loads(line) for line in data.splitlines()]
