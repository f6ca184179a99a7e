"""How long it takes to understand a resume, beside reading it.

    python -m tests.benchmarks.understanding             generated resumes of two pages
    python -m tests.benchmarks.understanding FOLDER…     the PDFs of these folders

CPU time in a warm process, the best of a few rounds; reading and understanding take turns file by
file. The figures are for two pages: the sum over all files, divided by their pages, times two.
"""

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from screener.documents.read import read_document
from screener.errors import DocumentError
from screener.model.document import Document
from screener.resumes.parse import parse_resume

T = TypeVar("T")
_AS_OF = date(2026, 11, 30)
_TWO_PAGES = range(2, 3)
_SEEDS = range(1, 2000)


class Times(NamedTuple):
    """CPU seconds, and what they were for."""

    pages: int
    lines: int
    reading: float
    understanding: float


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        files = _files(options.folders) if options.folders else list(_generated(Path(folder), options.count))
        _measure(files[0], 1)  # imports
        rows = [(path, times) for path in files if (times := _measure(path, options.rounds)) is not None]
    for path, times in rows:
        if options.each:
            _report(path.name, times)
    if not rows:
        sys.exit("no resume could be read")
    _report(f"{len(rows)} files", Times(*(sum(column) for column in zip(*(times for _, times in rows), strict=True))))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--count", type=int, default=30, help="how many resumes are generated (default 30)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each file is measured (default 5)")
    parser.add_argument("--each", action="store_true", help="show each file, too")
    return parser.parse_args()


def _files(folders: list[Path]) -> list[Path]:
    files = sorted(path for folder in folders for path in folder.rglob("*.pdf"))
    if not files:
        sys.exit("no PDF found")
    return files


def _generated(folder: Path, count: int) -> Iterator[Path]:
    """Resumes that fill two pages."""
    from tests.generator.resumes import make

    for seed in _SEEDS:
        made = make(seed)
        path = folder / f"{seed}{made.layout.suffix}"
        if path.suffix == ".pdf":
            made.layout.draw(made.sheet, path, seed)
            if read_document(path).page_count in _TWO_PAGES:
                yield path
                count -= 1
        if not count:
            return


def _measure(path: Path, rounds: int) -> Times | None:
    """The least of each time over all rounds; None when the file can't be read."""
    try:
        pairs = [_once(path) for _ in range(rounds)]
    except DocumentError:
        return None
    document = pairs[0][0]
    least = (min(times) for times in zip(*(pair[1] for pair in pairs), strict=True))
    return Times(document.page_count, len(document.lines), *least)


def _once(path: Path) -> tuple[Document, tuple[float, float]]:
    _forget()
    document, reading = _timed(lambda: read_document(path))
    _, understanding = _timed(lambda: parse_resume(document, _AS_OF))
    return document, (reading, understanding)


def _forget() -> None:
    """Empty whatever remembers texts, so that no round profits from the one before; word lists stay."""
    modules = [module for name, module in sys.modules.items() if name.startswith("screener.")]
    for function in {value for module in modules for value in vars(module).values() if hasattr(value, "cache_clear")}:
        if (function.cache_parameters()["maxsize"] or 1) > 1:
            function.cache_clear()


def _timed(call: Callable[[], T]) -> tuple[T, float]:
    gc.collect()  # nobody pays for what another left behind
    gc.freeze()  # as the workers do
    start = time.process_time()
    result = call()
    return result, time.process_time() - start


def _report(name: str, times: Times) -> None:
    """One line: milliseconds of CPU for two pages, and the share of reading."""
    two_pages = 2000 / times.pages
    parts = [
        f"understanding {times.understanding * two_pages:.2f} ms",
        f"reading {times.reading * two_pages:.2f} ms",
        f"understanding / reading {times.understanding / times.reading:.2f}",
        f"{times.lines / times.pages * 2:.0f} lines",
    ]
    sys.stdout.write(f"{name}, {times.pages} pages; for two pages: {', '.join(parts)}\n")


if __name__ == "__main__":
    main()
