"""A Dask scheduler and two worker processes on this machine: the same bytes come out, whatever becomes of a worker.

The program runs as one of its own, because tests themselves reach no network, not even on this machine.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.batch.cluster import in_groups
from tests.benchmarks.dask_here import Cluster

pytest.importorskip("distributed", reason="Dask isn't installed: pip install 'resume-screener[cluster]'")

TEXT = "{} Example\nExperience\nSoftware Engineer, Acme {}, Jan 2020 - Mar 2023\nNode.js services\n"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with Cluster(2) as cluster:
        yield cluster


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(TEXT.format(f"Ada{number}", number))
    (tmp_path / "30.txt").write_text("")
    (tmp_path / "31.txt").write_bytes(b"%PDF-1.4\n" + b"[" * 5000)
    return tmp_path


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "screener", *arguments, "--as-of", "2026-06-30", "-q", "-f", "jsonl"]


def run(*arguments: str) -> tuple[int, bytes, str]:
    ran = subprocess.run(command(*arguments), capture_output=True, cwd=ROOT, timeout=120, check=False)
    return ran.returncode, ran.stdout, ran.stderr.decode()


def files(folder: Path) -> list[str]:
    return sorted(map(str, folder.glob("*.txt")))


def test_the_same_bytes_as_from_processes_here(cluster: Cluster, folder: Path) -> None:
    here = run(*files(folder))
    assert here[0] == 3  # two can't be read
    assert run(*files(folder), "--cluster", cluster.address) == here


def test_urls_are_read_on_the_workers(cluster: Cluster, folder: Path) -> None:
    urls = [f"file://{file}" for file in files(folder)[:5]]
    assert run(*urls, "--cluster", cluster.address) == run(*urls)


def test_a_comparison_of_roles_runs_there_too(cluster: Cluster, folder: Path) -> None:
    arguments = ["roles", "diff", "backend-software-engineer", "data-engineer", *files(folder)[:5]]
    own = [sys.executable, "-m", "screener", *arguments, "--as-of", "2026-06-30", "-q"]
    here, there = (
        subprocess.run([*own, *more], capture_output=True, cwd=ROOT, timeout=120, check=False)
        for more in ([], ["--cluster", cluster.address])
    )
    assert (here.returncode, here.stdout, here.stderr) == (there.returncode, there.stdout, there.stderr)


def test_a_limit_of_time_holds_there(cluster: Cluster, folder: Path) -> None:
    code, out, _ = run(files(folder)[0], "--timeout", "0.000001", "--cluster", cluster.address)
    assert code == 3
    assert b'"code": "timeout"' in out


def test_nothing_is_lost_with_a_worker_that_is_killed(folder: Path) -> None:
    for number in range(40, 300):
        (folder / f"{number}.txt").write_text(TEXT.format(f"Ada{number}", number))
    here = run(*files(folder))
    output = folder / "out.jsonl"
    with Cluster(2) as own:
        process = begin(own, folder, output)
        os.kill(own.workers[0].pid, signal.SIGKILL)
        assert process.wait(120) == 3
    assert output.read_bytes() == here[1]


def test_a_scheduler_that_dies_costs_a_line_and_no_results(folder: Path) -> None:
    for number in range(40, 300):
        (folder / f"{number}.txt").write_text(TEXT.format(f"Ada{number}", number))
    here = run(*files(folder))
    output = folder / "out.jsonl"
    with Cluster(2) as own:
        process = begin(own, folder, output)
        assert own.scheduler is not None
        own.scheduler.kill()
        _, said = process.communicate(timeout=120)
        address = own.address
    assert process.returncode == 2
    lost, stopped = said.decode().splitlines()
    assert lost == f"screen: --cluster {address}: the scheduler was lost; start it again, then this"
    assert stopped.startswith("screen: stopped; ")
    kept = output.read_bytes().splitlines()
    assert 0 < len(kept) < 300
    assert run(*files(folder), "-o", str(output), "--resume") == (3, b"", "")
    assert output.read_bytes() == here[1]


def begin(cluster: Cluster, folder: Path, output: Path) -> "subprocess.Popen[bytes]":
    """A run that has written its first lines."""
    arguments = command(*files(folder), "--cluster", cluster.address, "-o", str(output))
    process = subprocess.Popen(arguments, cwd=ROOT, stderr=subprocess.PIPE)
    ends = time.monotonic() + 60
    while time.monotonic() < ends and not (output.exists() and output.stat().st_size):
        time.sleep(0.01)
    assert process.poll() is None
    return process


def test_a_scheduler_that_does_not_answer_is_one_line(folder: Path) -> None:
    code, out, err = run(files(folder)[0], "--cluster", "tcp://127.0.0.1:9")
    assert (code, out) == (2, b"")
    assert err == "screen: --cluster tcp://127.0.0.1:9: no scheduler answers there; start one with: dask scheduler\n"


def test_a_scheduler_without_workers_is_one_line(folder: Path) -> None:
    with Cluster(0) as empty:
        code, out, err = run(files(folder)[0], "--cluster", empty.address)
    assert (code, out) == (2, b"")
    assert err.startswith(f"screen: --cluster {empty.address}: the scheduler has no workers; start some with: dask")
    assert err.count("\n") == 1


def test_groups_grow_and_hold_every_file_once() -> None:
    files = [str(number) for number in range(500)]
    groups = list(in_groups(files, jobs=2))
    assert [file for group in groups for file in group] == files
    sizes = [len(group) for group in groups[:-1]]
    assert sizes == sorted(sizes)
    assert (sizes[0], sizes[-1]) == (1, 16)
    assert list(in_groups([], jobs=2)) == []
