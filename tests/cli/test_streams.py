"""A standard stream that is closed takes nothing from the files."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import screener

ROOT = str(Path(screener.__file__).parents[1])
SAMPLE = Path(__file__).parents[1] / "samples" / "fit.pdf"


def run(arguments: str, folder: Path | None = None) -> "subprocess.CompletedProcess[bytes]":
    command = f'"{sys.executable}" -m screener {arguments}'
    environment = os.environ | {"PYTHONPATH": ROOT}
    return subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=folder, env=environment)


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- >&- 2>&- -q -o /dev/null -f json"])
def test_closed_streams_leave_the_verdict_alone(closed: str) -> None:
    done = run(f'"{SAMPLE}" --as-of 2026-11-22 {closed}')
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("arguments", [f'"{SAMPLE}"', f'"{SAMPLE}" -f jsonl', f'read "{SAMPLE}"', "--version"])
def test_results_that_nobody_can_get_are_an_error(arguments: str) -> None:
    done = run(f"{arguments} >&-")
    assert done.returncode == 2
    assert done.stderr == b"screen: can't write the results: stdout is closed; leave it open, or name a file with -o\n"


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
@pytest.mark.parametrize("end", ["| cat", "> out; cat out"])
def test_stdout_can_be_named(tmp_path: Path, name: str, end: str) -> None:
    done = run(f'"{SAMPLE}" --as-of 2026-11-22 -f jsonl -o {name} -o beside.json {end}', tmp_path)
    assert (done.returncode, json.loads(done.stdout)["file"]) == (0, str(SAMPLE))
    assert {path.name for path in tmp_path.iterdir()} <= {"out", "beside.json"}


@pytest.mark.parametrize("output_format", ["json", "jsonl"])
def test_a_pipe_without_a_name_is_written_to(tmp_path: Path, output_format: str) -> None:
    done = run(f'"{SAMPLE}" --as-of 2026-11-22 -f {output_format} -o >(gzip > out.gz); wait $!', tmp_path)
    assert done.returncode == 0, done.stderr
    assert str(SAMPLE).encode() in gzip.decompress((tmp_path / "out.gz").read_bytes())
