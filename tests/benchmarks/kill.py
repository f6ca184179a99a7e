"""Runs that are killed again and again, beside one that nobody disturbs: the results must be the same bytes.

    python -m tests.benchmarks.kill --files 500 --kills 50      the program is killed at 50 random moments
    python -m tests.benchmarks.kill --files 2000 --kills 0 --workers-every 1
                                                                one of its workers is killed every second

Both can be asked for in one go. After every kill of the program its workers are looked for: how long the
last of them lived on is printed too. With --folder, files are taken from there instead of being made.
"""

import argparse
import filecmp
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.folders import make_folder

_AS_OF = "2026-11-30"
_LONGEST_ORPHAN = 2.0  # seconds


class Killed(NamedTuple):
    """What became of a run: how often something was killed, and whether the results are as they should be."""

    kills: int
    is_same: bool
    orphan_seconds: float = 0.0


def main() -> None:
    options = _options()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or make_folder(Path(scratch) / "in", options.files)
        expected = Path(scratch) / "undisturbed.jsonl"
        seconds = run_undisturbed(folder, expected, options.jobs)
        rows = len(expected.read_bytes().splitlines())
        _say(f"undisturbed: {rows} rows in {seconds:.1f} s")
        is_good = True
        if options.kills:
            found = kill_program(folder, expected, kills=options.kills, jobs=options.jobs, rng=rng)
            _say(f"program killed {found.kills} times: {_verdict(found)}")
            _say(f"its last worker lived on for {found.orphan_seconds:.2f} s at most")
            is_good &= found.is_same and found.orphan_seconds <= _LONGEST_ORPHAN
        if options.workers_every:
            found = kill_workers(folder, expected, every=options.workers_every, jobs=options.jobs, rng=rng)
            _say(f"workers killed {found.kills} times, one every {options.workers_every:g} s: {_verdict(found)}")
            is_good &= found.is_same
    sys.exit(0 if is_good else 1)


def run_undisturbed(folder: Path, output: Path, jobs: int) -> float:
    """Write the results that all others are held against; how long it took."""
    began = time.monotonic()
    _start(folder, output, jobs).wait()
    return time.monotonic() - began


def kill_program(folder: Path, expected: Path, *, kills: int, jobs: int, rng: random.Random) -> Killed:
    """Kill the program at random moments and continue it each time; begin anew whenever it got to its end."""
    output = expected.with_name("killed.jsonl")
    longest, is_same, orphans, done = _seconds_of(folder, expected, jobs), True, 0.0, 0
    while done < kills:
        process = _start(folder, output, jobs)
        try:
            process.wait(rng.uniform(0.05, longest))
        except subprocess.TimeoutExpired:
            workers = _children(process.pid)
            process.kill()
            process.wait()
            orphans = max(orphans, _seconds_until_gone(workers))
            done += 1
        else:
            is_same &= filecmp.cmp(expected, output, shallow=False)
            output.unlink()
    _start(folder, output, jobs).wait()
    return Killed(done, is_same and filecmp.cmp(expected, output, shallow=False), orphans)


def kill_workers(folder: Path, expected: Path, *, every: float, jobs: int, rng: random.Random) -> Killed:
    """Kill a worker every so often, whichever, while the program runs."""
    output = expected.with_name("wounded.jsonl")
    kills = 0
    process = _start(folder, output, jobs)
    while process.poll() is None:
        time.sleep(every)
        if workers := _children(process.pid):
            with suppress(ProcessLookupError):
                os.kill(rng.choice(workers), signal.SIGKILL)
                kills += 1
    return Killed(kills, filecmp.cmp(expected, output, shallow=False))


def _start(folder: Path, output: Path, jobs: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "screener", str(folder), "--as-of", _AS_OF, "-j", str(jobs), "-q"]
    # Crashes that are our own doing must neither time out nor run out of memory on a busy machine.
    return subprocess.Popen([*command, "--timeout", "120", "-o", str(output), "--resume"])


def _seconds_of(folder: Path, expected: Path, jobs: int) -> float:
    """A moment of a kill lies within a third of a whole run, so that most runs are killed several times."""
    output = expected.with_name("timed.jsonl")
    seconds = run_undisturbed(folder, output, jobs)
    output.unlink()
    return max(1.0, seconds / 3)


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _seconds_until_gone(workers: list[int]) -> float:
    began = time.monotonic()
    while any(map(_is_alive, workers)) and time.monotonic() - began < 60:
        time.sleep(0.01)
    return time.monotonic() - began


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _verdict(found: Killed) -> str:
    return "the same bytes" if found.is_same else "DIFFERENT results"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--workers-every", type=float, default=0.0, metavar="SECONDS")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
