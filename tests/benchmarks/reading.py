"""How long it takes to read PDFs, beside the PDF library's own reading and pdftotext's.

    python -m tests.benchmarks.reading FOLDER…

CPU time, not wall time; the three take turns file by file, so that a busy machine slows all of them
alike, and the best of a few rounds counts (of pdftotext the mean). Each file is given a
comment of its own at its end in
every round, so that nothing that remembers bytes can help. pdftotext is a process: what it takes to
print its version is subtracted.
"""

import argparse
import contextlib
import gc
import logging
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple, TypeVar

from pdfminer.high_level import extract_text

from screener.documents.engines.pdf import assemble, open_reading
from screener.documents.limits import Limits
from screener.documents.visibility import look
from screener.errors import DocumentError

T = TypeVar("T")


class Times(NamedTuple):
    """CPU seconds, and the pages they were for."""

    pages: int
    reading: float
    layout: float
    library: float
    pdftotext: float | None  # without the start of the process
    visibility: float = 0.0  # the part of layout that finds out what a person sees

    @property
    def ours(self) -> float:
        return self.reading + self.layout


def main() -> None:
    options = _options()
    files = sorted(path for folder in options.folders for path in folder.rglob("*.pdf"))
    if not files:
        sys.exit("no PDF found")
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    startup = _startup()
    _measure(files[0], 0, startup)  # imports
    measured = [(path, _best(path, options.rounds, startup)) for path in files]
    rows = [(path, times) for path, times in measured if times is not None]
    for path, times in rows:
        if options.each:
            _report(path.name, times)
    _report(f"{len(rows)} files", _sum(times for _, times in rows))
    if options.memory:
        _report_memory(files, options.memory)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=3, help="how often each file is read (default 3)")
    parser.add_argument("--each", action="store_true", help="show each file, too")
    parser.add_argument("--memory", type=int, metavar="N", help="read N documents and show how memory grows")
    return parser.parse_args()


def _best(path: Path, rounds: int, startup: float) -> Times | None:
    """The least of each time over all rounds; None when the file has no text to read."""
    found = [_measure(path, at, startup) for at in range(rounds)]
    times = [each for each in found if each is not None]
    if not times:
        return None
    outside = [each.pdftotext for each in times if each.pdftotext is not None]
    return Times(
        times[0].pages,
        min(each.reading for each in times),
        min(each.layout for each in times),
        min(each.library for each in times),
        max(sum(outside) / len(outside), 0.0) if outside else None,  # some systems count in ticks: no least
        min(each.visibility for each in times),
    )


def _measure(path: Path, round_number: int, startup: float) -> Times | None:
    data = path.read_bytes() + f"\n% round {round_number} {time.monotonic_ns()}\n".encode()
    reading, reading_time = _timed(lambda: open_reading(data, Limits()))
    if reading is None or not reading.has_text:
        return None
    try:
        _, layout_time = _timed(lambda: assemble(reading, "sha"))
    except DocumentError:
        return None
    afresh = open_reading(data, Limits())  # outlines remember what was worked out
    _, visibility_time = _timed(lambda: [look(page) for page in afresh.pages])
    _, library_time = _timed(lambda: extract_text(BytesIO(data), maxpages=Limits().pages))
    outside = _pdftotext(data, startup)
    return Times(len(reading.pages), reading_time, layout_time, library_time, outside, visibility_time)


def _timed(call: Callable[[], T]) -> tuple[T, float]:
    gc.collect()  # nobody pays for what another left behind
    gc.freeze()  # as the workers do
    start = time.process_time()
    result = call()
    return result, time.process_time() - start


def _pdftotext(data: bytes, startup: float) -> float | None:
    if shutil.which("pdftotext") is None:
        return None
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        return _process(["pdftotext", file.name, "-"]) - startup


def _startup() -> float:
    """What starting pdftotext takes."""
    return sum(_process(["pdftotext", "-v"]) for _ in range(100)) / 100 if shutil.which("pdftotext") else 0.0


def _process(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _sum(times: Iterator[Times]) -> Times:
    columns = list(zip(*times, strict=True))
    outside = columns[4]
    total = None if None in outside else sum(part for part in outside if part is not None)
    return Times(sum(columns[0]), *(sum(column) for column in columns[1:4]), total, sum(columns[5]))


def _report(name: str, times: Times) -> None:
    """One line: milliseconds of CPU a page, and how we compare."""
    per_page = 1000 / times.pages
    parts = [
        f"ours {times.ours * per_page:.2f}",
        f"reading {times.reading * per_page:.2f}",
        f"layout {times.layout * per_page:.2f}",
        f"visibility {times.visibility * per_page:.2f} ({times.visibility / times.reading:.1%} of reading)",
        f"extract_text {times.library * per_page:.2f}",
    ]
    ratios = [f"{times.library / times.ours:.2f} times as fast as extract_text"]
    if times.pdftotext:
        parts.append(f"pdftotext {times.pdftotext * per_page:.2f}")
        ratios.append(f"{times.ours / times.pdftotext:.2f} x pdftotext without its start")
    _say(f"{name}, {times.pages} pages, ms a page: {', '.join(parts)}; {', '.join(ratios)}")


def _report_memory(files: list[Path], count: int) -> None:
    """The memory of this process after the first hundred documents and at the end."""
    after_first = 0.0
    for at in range(count):
        data = files[at % len(files)].read_bytes() + b"\n%% %d\n" % at
        reading = open_reading(data, Limits())
        if reading is not None and reading.has_text:
            with contextlib.suppress(DocumentError):
                assemble(reading, "sha")
        if at == min(100, count) - 1:
            after_first = _memory()
    _say(f"memory: {after_first:.1f} MB after 100 documents, {_memory():.1f} MB after {count}")


def _memory() -> float:
    """Megabytes in use now, where the system tells."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.read_text().split()[1]) * resource.getpagesize() / 1_000_000


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main()
