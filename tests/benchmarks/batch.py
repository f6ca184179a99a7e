"""A folder of many: are all there, how much memory that takes, and what each part of it costs in time.

    python -m tests.benchmarks.batch                                   500 generated resumes, everything below
    python -m tests.benchmarks.batch --files 10000 --hostile FOLDER    with the files of a folder mixed in
    python -m tests.benchmarks.batch --only rows memory                some of it

rows      a run with hostile files beside one without: a row for each file, and the same rows for the good ones
memory    of the parent, from the 500th row on
workers   two against one, on the clock
cache     another role from the cache against a first run, and getting a resume from it against reading one
overhead  CPU of a run with one worker against the same work in one process
cluster   two workers of Dask against two of ours, on the clock; skipped where `distributed` isn't installed

Runs are programs of their own, as users start them. Times on the clock are the best of a few rounds, and
mean little on a machine that does something else: how busy it was is printed too.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.folders import make_folder

_AS_OF = "2026-11-30"
_ROLES = ("backend-software-engineer", "data-engineer")
_SETTLED = 500  # rows after which memory should stay the same
_SECONDS_BETWEEN_LOOKS = 0.05


class Options(NamedTuple):
    folder: Path
    scratch: Path
    hostile: Path | None
    share: float
    rounds: int
    jobs: int


class Ran(NamedTuple):
    """What a run took: seconds on the clock, seconds of CPU with all workers, and the parent's memory in MB."""

    seconds: float
    cpu: float
    memory: tuple[float, ...]  # from the 500th row on


def main() -> None:
    given = _arguments()
    if given.in_process:
        _work_in_process(given.folder)
        return
    if given.from_cache:
        _work_from_cache(given.folder, given.from_cache)
        return
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        folder = given.folder or make_folder(scratch / "good", given.files)
        options = Options(folder, scratch, given.hostile, given.share, given.rounds, given.jobs)
        _say(f"{_count(folder)} files, {os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f}")
        for part in given.only or PARTS:
            for line in PARTS[part](options):
                _say(f"{part:9} {line}")
        _say(f"load at the end {os.getloadavg()[0]:.1f}")


def _rows(options: Options) -> Iterator[str]:
    from screener.batch.files import find_files

    hostile = _make_hostile(options)
    alone, mixed = options.scratch / "alone.jsonl", options.scratch / "mixed.jsonl"
    for output, folders in ((alone, [options.folder]), (mixed, [options.folder, hostile])):
        ran = _run([*map(str, folders), "-o", str(output)], jobs=options.jobs)
        found = find_files([*map(str, folders)])
        expected = [*found.files, *(outcome.file for outcome in found.failures)]
        rows = Counter(json.loads(line)["file"] for line in output.open(encoding="utf-8"))
        lost, doubled = len(set(expected) - set(rows)), sum(count - 1 for count in rows.values())
        yield (
            f"{output.stem}: {len(expected)} files in, {rows.total()} rows out, {lost} lost, {doubled} doubled; "
            f"{ran.seconds:.1f} s"
        )
    yield from _compare(alone, mixed, f"{hostile}/")
    shutil.rmtree(hostile)


def _compare(alone: Path, mixed: Path, hostile: str) -> Iterator[str]:
    """How the rows of good files differ between two results; one that is a hostile file's twin may say so."""
    good = {json.loads(line)["file"]: line for line in alone.open(encoding="utf-8")}
    errors: Counter[str] = Counter()
    same = twins = 0
    for line in mixed.open(encoding="utf-8"):
        row = json.loads(line)
        if row["file"] not in good:
            errors[row["error"]["code"] if row["error"] else row["verdict"]] += 1
            continue
        same += line == good[row["file"]]
        twins += (row["duplicate_of"] or "").startswith(hostile)
    yield f"{same} of {len(good)} good rows are the same bytes beside hostile files ({twins} have twins among these)"
    yield "hostile files: " + ", ".join(f"{count} {code}" for code, count in errors.most_common())


def _memory(options: Options) -> Iterator[str]:
    ran = _run([str(options.folder), "-o", str(options.scratch / "memory.jsonl")], jobs=options.jobs)
    if not ran.memory:
        yield f"fewer than {_SETTLED} rows, or no /proc here: not measured"
        return
    low, high = min(ran.memory), max(ran.memory)
    ends = f"{ran.memory[0]:.0f} MB at first, {ran.memory[-1]:.0f} MB at last"
    yield f"of the parent from row {_SETTLED} on: {ends}, {low:.0f} to {high:.0f} MB between"


def _workers(options: Options) -> Iterator[str]:
    one, two = (_best(options, [str(options.folder)], jobs=jobs) for jobs in (1, 2))
    cpu = f"CPU {one.cpu:.2f} s and {two.cpu:.2f} s"
    yield f"one {one.seconds:.2f} s, two {two.seconds:.2f} s: {one.seconds / two.seconds:.2f} times as fast; {cpu}"


def _cache(options: Options) -> Iterator[str]:
    cache = options.scratch / "cache"
    first = second = None
    for _ in range(options.rounds):
        shutil.rmtree(cache, ignore_errors=True)
        arguments = [str(options.folder), "--cache", str(cache)]
        first = _faster(first, _run([*arguments, "-r", _ROLES[0]], jobs=options.jobs))
        second = _faster(second, _run([*arguments, "-r", _ROLES[1]], jobs=options.jobs))
    plain = _best(options, [str(options.folder), "-r", _ROLES[1]], jobs=options.jobs)
    if first is None or second is None:
        return
    yield (
        f"first run {first.seconds:.2f} s, {first.cpu:.2f} s of CPU; "
        f"the role after it without cache {plain.seconds:.2f} s, {plain.cpu:.2f} s"
    )
    yield (
        f"the role after it {second.seconds:.2f} s, {second.cpu:.2f} s of CPU: "
        f"{first.seconds / second.seconds:.1f} times as fast, CPU {first.cpu / second.cpu:.1f} times less"
    )
    yield _own_output("--from-cache", str(cache), "--folder", str(options.folder))
    size = sum(file.stat().st_size for file in cache.iterdir())
    yield f"{size / 1_000_000:.1f} MB on the disk, {size / _count(options.folder):.0f} bytes a file"


def _overhead(options: Options) -> Iterator[str]:
    batches, inside = [], []
    for _ in range(options.rounds):  # they take turns, so that a busy machine slows them alike
        batches.append(_run([str(options.folder)], jobs=1).cpu)
        inside.append(json.loads(_own_output("--in-process", "--folder", str(options.folder))))
    batch = min(batches)
    whole, reading = min(one["whole"] for one in inside), min(one["reading"] for one in inside)
    start = _run([str(_smallest(options.folder))], jobs=1).cpu
    over = batch - start - whole
    yield (
        f"batch {batch - start:.2f} s of CPU without the start, the same in one process {whole:.2f} s, "
        f"of which reading and understanding {reading:.2f} s: {over / reading:+.1%}"
    )


def _cluster(options: Options) -> Iterator[str]:
    try:
        import distributed  # noqa: F401
    except ImportError:
        yield "skipped: distributed isn't installed"
        return
    ours, theirs = options.scratch / "ours.jsonl", options.scratch / "theirs.jsonl"
    own = _best(options, [str(options.folder), "-o", str(ours)], jobs=2)
    with dask_cluster(workers=2) as address:
        dask = _best(options, [str(options.folder), "-o", str(theirs), "--cluster", address], jobs=2)
    same = "the same bytes" if ours.read_bytes() == theirs.read_bytes() else "DIFFERENT results"
    ratio = dask.seconds / own.seconds
    yield f"processes {own.seconds:.2f} s, Dask {dask.seconds:.2f} s with two workers each: {ratio:.2f} times; {same}"


PARTS: dict[str, Callable[[Options], Iterator[str]]] = {
    "rows": _rows,
    "memory": _memory,
    "workers": _workers,
    "cache": _cache,
    "overhead": _overhead,
    "cluster": _cluster,
}


@contextmanager
def dask_cluster(workers: int) -> Iterator[str]:
    """A scheduler and so many worker processes on this machine; gives its address."""
    from tests.benchmarks.dask_here import Cluster

    with Cluster(workers) as cluster:
        yield cluster.address


def _best(options: Options, arguments: Sequence[str], *, jobs: int) -> Ran:
    best = None
    for _ in range(options.rounds):
        best = _faster(best, _run(arguments, jobs=jobs))
    assert best is not None
    return best


def _faster(one: Ran | None, other: Ran) -> Ran:
    if one is None:
        return other
    return Ran(min(one.seconds, other.seconds), min(one.cpu, other.cpu), other.memory)


def _run(arguments: Sequence[str], *, jobs: int) -> Ran:
    """Run `screen`, into a file unless the arguments name one."""
    with tempfile.TemporaryDirectory() as name:
        output = Path(name, "out.jsonl")
        if "-o" in arguments:
            output = Path(arguments[list(arguments).index("-o") + 1])
            output.unlink(missing_ok=True)
        else:
            arguments = [*arguments, "-o", str(output)]
        command = [sys.executable, "-m", "screener", *arguments, "--as-of", _AS_OF, "-j", str(jobs), "-q"]
        began = time.monotonic()
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_as_if_installed(_byte_code().name)
        )
        memory = tuple(_watch(process.pid, output))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 3):
            sys.exit(f"{' '.join(command)}: exit code {process.returncode}")
        return Ran(time.monotonic() - began, usage.ru_utime + usage.ru_stime, memory)


@cache
def _byte_code() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory()


def _as_if_installed(byte_code: str) -> dict[str, str]:
    """An environment in which byte code is kept, as that of an installed program is."""
    others = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return others | {"PYTHONPYCACHEPREFIX": byte_code}


def _watch(pid: int, output: Path) -> Iterator[float]:
    """The memory of a process while it runs, in MB, once it has written enough rows."""
    rows = place = 0
    while not os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        time.sleep(_SECONDS_BETWEEN_LOOKS)
        if rows < _SETTLED and output.exists():
            with output.open("rb") as stream:
                stream.seek(place)
                new = stream.read()
            rows, place = rows + new.count(b"\n"), place + len(new)
        if rows >= _SETTLED and (memory := _memory_of(pid)):
            yield memory


def _memory_of(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1_000_000
    except (OSError, IndexError):
        return 0.0


def _make_hostile(options: Options) -> Path:
    """A folder of hostile files: those given, else some that are broken in ordinary ways."""
    folder = options.scratch / "hostile"
    folder.mkdir()
    if options.hostile is not None:
        given = sorted(path for path in options.hostile.rglob("*") if path.is_file() and not path.is_symlink())
        for number, path in enumerate(given):
            shutil.copyfile(path, folder / f"{number:05}{path.suffix}")
        return folder
    rng = random.Random(1)
    good = sorted(path for path in options.folder.rglob("*") if path.suffix in {".pdf", ".docx"})
    for number in range(max(5, int(len(good) * options.share))):
        path = rng.choice(good)
        data = path.read_bytes()
        broken = (
            b"",
            rng.randbytes(5000),
            data[: len(data) // 2],
            data[:200] + rng.randbytes(300) + data[500:],
            b"%PDF-1.4\n" + b"[" * 100_000,
        )
        (folder / f"{number:05}{path.suffix}").write_bytes(broken[number % len(broken)])
    return folder


def _work_in_process(folder: Path) -> None:
    """What the workers do, here: prints the CPU of it, and of reading and understanding alone."""
    from datetime import date

    from screener.batch.files import find_files
    from screener.batch.run import ScreenFile
    from screener.batch.understanding import Understand
    from screener.cli.lines import ScreenToLine
    from screener.documents.limits import Limits
    from screener.roles.load import load_role

    role, day = load_role(_ROLES[0]), date.fromisoformat(_AS_OF)
    work = ScreenToLine(ScreenFile(role, day, Limits()))
    files = find_files([str(folder)]).files
    work(files[0])
    reading = 0.0
    call = Understand.__call__

    def timed(*arguments: object, **named: object) -> object:
        nonlocal reading
        began = time.process_time()
        try:
            return call(*arguments, **named)  # type: ignore[arg-type]
        finally:
            reading += time.process_time() - began

    Understand.__call__ = timed  # type: ignore[assignment,method-assign]
    began = time.process_time()
    for file in files:
        work(file)
    _say(json.dumps({"whole": time.process_time() - began, "reading": reading}))


def _work_from_cache(folder: Path, cache: Path) -> None:
    """Prints how long it takes to get resumes from the cache, and to read and understand them."""
    from datetime import date

    from screener.batch.cache import make_ready
    from screener.batch.files import find_files
    from screener.batch.reader_version import reader_version
    from screener.batch.understanding import Understand
    from screener.documents.limits import Limits
    from screener.documents.read import read_bytes, sha256_of
    from screener.errors import DocumentError

    place = make_ready(str(cache), reader=reader_version(), today=date.today().toordinal())
    times = {}
    for name, known in (("read", None), ("cache", place)):
        understand, limits = Understand(date.fromisoformat(_AS_OF), known), Limits()
        files = find_files([str(folder)]).files
        for round_ in range(2):  # imports and word lists are loaded in the first
            began = time.process_time()
            for file in files[: None if round_ else 20]:
                data = read_bytes(file, limits)
                try:
                    understand(data, file, sha256=sha256_of(data), limits=limits)
                except DocumentError:
                    continue
            times[name] = (time.process_time() - began) / len(files) * 1000
    ratio = times["read"] / times["cache"]
    both = f"a resume read and understood {times['read']:.2f} ms, from the cache {times['cache']:.2f} ms"
    _say(f"{both}: {ratio:.0f} times as fast")


def _own_output(*arguments: str) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.batch", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _smallest(folder: Path) -> Path:
    return min((path for path in folder.rglob("*") if path.suffix == ".pdf"), key=lambda path: path.stat().st_size)


def _count(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=500, help="how many resumes are generated (default 500)")
    parser.add_argument("--folder", type=Path, help="take resumes from here instead")
    parser.add_argument("--hostile", type=Path, metavar="FOLDER", help="files to mix in; default: some are made")
    parser.add_argument("--share", type=float, default=0.05, help="of hostile files that are made (default 0.05)")
    parser.add_argument("--rounds", type=int, default=2, help="of everything that is timed (default 2)")
    parser.add_argument("--jobs", type=int, default=2, help="workers where their number isn't what is measured")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="some of the parts")
    parser.add_argument("--in-process", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--from-cache", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
