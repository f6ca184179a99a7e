"""How much of what a word processor prints from a DOCX is read, and how long reading takes.

    python -m tests.benchmarks.docx FILE_OR_FOLDER…

Text: LibreOffice prints each file to PDF, pdftotext reads that, and its words are looked for among
those of our lines, as a multiset (NFKC, case folded; headers and table headings that are printed on
every page count once). Left out of the count, and shown apart:
- numbers and letters of lists at the start of a printed line ("1.", "b)", "iv."): a list item is
  marked as one, its number is not text of the file;
- text that is set apart as hidden: LibreOffice prints white letters and tracked deletions like others;
- words that a printed line broke in two, when their pieces joined are ours, and numbers of notes
  that pdftotext glues to the word they follow.

Time: CPU of reading a file in a warm process, best of a few rounds, beside python-docx opening the
same bytes and going through its paragraphs.
"""

import argparse
import gc
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from screener.documents.engines.docx import extract
from screener.documents.limits import Limits
from screener.errors import DocumentError
from screener.model.document import Document

_SUFFIXES = {".docx", ".dotx", ".docm", ".dotm"}
_BATCH = 20  # files for one start of the office
_TIMEOUT = 300  # seconds for a batch
_MARGIN_LINES = 8  # at the top and the bottom of a page, where what is repeated stands
_WORDS = re.compile(r"\w+")
_LIST_MARK = re.compile(r"\s*(\(?(?:\d{1,3}(?:\.\d{1,3}){0,8}|[a-z]{1,2}|[ivxlc]{1,6}|o)[.)]?)\s", re.IGNORECASE)
_NOTE_MARK = re.compile(r"^(?:\d{1,2}|[ivx]{1,4})(?=[^\W\d])|(?:\d{1,2}[ivx]{0,4})$")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


class Comparison(NamedTuple):
    """Words that LibreOffice prints and whether they are ours."""

    printed: int
    found: int
    missing: Counter[str]
    extra: Counter[str]  # ours, which it doesn't print
    hidden: int  # printed, and set apart by us
    marks: int  # numbers of lists


class Times(NamedTuple):
    """CPU seconds."""

    ours: float
    library: float | None  # None where python-docx refuses the file


def main() -> None:
    options = _options()
    files = sorted(set(_find_files(options.paths)))
    if not files:
        sys.exit("no DOCX found")
    documents = {path: document for path in files if (document := _read(path)) is not None}
    if not options.time_only:
        _compare_all(documents, each=options.each)
    if not options.text_only:
        _time_all(list(documents), rounds=options.rounds, each=options.each)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE_OR_FOLDER")
    parser.add_argument("--rounds", type=int, default=5, help="how often each file is read (default 5)")
    parser.add_argument("--each", action="store_true", help="show each file, too, even where nothing is missing")
    parser.add_argument("--text-only", action="store_true", help="don't measure time")
    parser.add_argument("--time-only", action="store_true", help="don't print with LibreOffice")
    return parser.parse_args()


def _find_files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        found = path.rglob("*") if path.is_dir() else [path]
        yield from (file for file in found if file.suffix.lower() in _SUFFIXES)


def _read(path: Path) -> Document | None:
    try:
        return extract(path.read_bytes(), "", Limits())
    except DocumentError as error:
        _say(f"{path.name}: not read: {error}")
        return None


def _compare_all(documents: dict[Path, Document], *, each: bool) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None or shutil.which("pdftotext") is None:
        _say("text: skipped, because soffice or pdftotext isn't installed")
        return
    printed = found = 0
    for path, pages in _print_all(office, list(documents)):
        result = compare(documents[path], pages)
        printed, found = printed + result.printed, found + result.found
        if each or result.missing:
            _report(path.name, result)
    _say(
        f"text: {len(documents)} files, {found} of {printed} words ({_share(found, printed)}) that are printed are read"
    )


def compare(document: Document, pages: list[str]) -> Comparison:
    """The words of printed pages beside those of a document."""
    ours = _words("\n".join(cell.text for line in document.lines for cell in line.cells))
    hidden = _words("\n".join(one.text for one in document.hidden))
    lines = list(_without_repetition(pages))
    printed = _words("\n".join(lines))
    missing, extra = printed - ours, ours - printed
    marks = _list_marks(lines) & missing
    missing -= marks
    set_apart = missing & hidden
    missing -= set_apart
    for broken in _broken_words(lines, missing, extra):
        missing -= broken
    left_out = marks.total() + set_apart.total()
    total = printed.total() - left_out
    return Comparison(total, total - missing.total(), missing, extra, set_apart.total(), marks.total())


def _words(text: str) -> Counter[str]:
    return Counter(_WORDS.findall(unicodedata.normalize("NFKC", text).translate(_UNSEEN).casefold()))


def _without_repetition(pages: list[str]) -> Iterator[str]:
    """The printed lines; what stands at the top or bottom of several pages only once."""
    seen: set[str] = set()
    for page in pages:
        lines = [line for line in page.splitlines() if line.strip()]
        new: set[str] = set()
        for at, line in enumerate(lines):
            key = re.sub(r"\d+", "#", line.strip())
            is_margin = at < _MARGIN_LINES or at >= len(lines) - _MARGIN_LINES
            if is_margin and key in seen:
                continue
            new.add(key)
            yield line
        seen |= new


def _list_marks(lines: list[str]) -> Counter[str]:
    marks = (match for line in lines if (match := _LIST_MARK.match(line + " ")))
    return _words("\n".join(match.group(1) for match in marks))


def _broken_words(lines: list[str], missing: Counter[str], extra: Counter[str]) -> Iterator[Counter[str]]:
    """Words that are ours, in pieces or with something added: broken over lines, or with the number of a note."""
    filled = [words for line in lines if (words := list(_words(line)))]
    for before, after in pairwise(filled):
        pieces = Counter((before[-1], after[0]))
        if extra[before[-1] + after[0]] and pieces & missing:
            yield pieces & missing
    for word in list(missing):
        parts = [Counter((word[:at], word[at:])) for at in range(1, len(word))]  # "event-" and "driven", joined again
        if _NOTE_MARK.sub("", word) in extra or any(part <= extra for part in parts):
            yield Counter({word: 1})


def _print_all(office: str, files: list[Path]) -> Iterator[tuple[Path, list[str]]]:
    """The files that LibreOffice prints, and the text of their pages."""
    with tempfile.TemporaryDirectory() as folder:
        copies = {Path(folder, f"{at}{path.suffix.lower()}"): path for at, path in enumerate(files)}
        for copy, path in copies.items():
            shutil.copyfile(path, copy)
        names = list(copies)
        for start in range(0, len(names), _BATCH):
            batch = names[start : start + _BATCH]
            profile = f"-env:UserInstallation=file://{folder}/profile"
            command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *map(str, batch)]
            subprocess.run(command, capture_output=True, check=False, timeout=_TIMEOUT)
            for copy in batch:
                pdf = copy.with_suffix(".pdf")
                if pdf.exists():
                    yield copies[copy], _pages_of(pdf)
                else:
                    _say(f"{copies[copy].name}: not printed by LibreOffice")


def _pages_of(pdf: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace").split("\f")


def _report(name: str, result: Comparison) -> None:
    parts = [f"{name}: {result.found} of {result.printed} ({_share(result.found, result.printed)})"]
    if result.missing:
        parts.append(f"missing: {_list(result.missing)}")
    if result.extra:
        parts.append(f"ours only: {_list(result.extra)}")
    if result.hidden or result.marks:
        parts.append(f"left out: {result.hidden} hidden, {result.marks} list numbers")
    _say("; ".join(parts))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} %" if whole else "nothing printed"


def _list(words: Counter[str]) -> str:
    shown = [word if count == 1 else f"{word} x{count}" for word, count in sorted(words.items())[:30]]
    return " ".join([*shown, f"… {len(words)} in all"] if len(words) > len(shown) else shown)


def _time_all(files: list[Path], *, rounds: int, each: bool) -> None:
    _measure(files[0], rounds=1)  # imports
    times = [_measure(path, rounds=rounds) for path in files]
    for path, (ours, library) in zip(files, times, strict=True):
        if each:
            beside = f", python-docx {library * 1000:.2f} ms" if library else ", python-docx refuses it"
            _say(f"{path.name}: {ours * 1000:.2f} ms{beside}")
    both = [(ours, library) for ours, library in times if library is not None]
    in_order = sorted(ours * 1000 for ours, _ in times)
    mean, median = sum(in_order) / len(in_order), in_order[len(in_order) // 2]
    ratio = sum(ours for ours, _ in both) / sum(library for _, library in both) if both else 0
    _say(f"time: {len(times)} files, ms a file: mean {mean:.2f}, median {median:.2f}, longest {in_order[-1]:.2f}")
    _say(f"time: {ratio:.2f} times what python-docx takes to open {len(both)} of them and go through their paragraphs")


def _measure(path: Path, *, rounds: int) -> Times:
    """The least of each over all rounds, taking turns."""
    data = path.read_bytes()
    ours, library = zip(*((_timed(_ours, data), _timed(_library, data)) for _ in range(rounds)), strict=True)
    refused = any(time is None for time in library)
    return Times(min(time or 0.0 for time in ours), None if refused else min(time or 0.0 for time in library))


def _timed(call: Callable[[bytes], bool], data: bytes) -> float | None:
    gc.collect()  # nobody pays for what another left behind
    start = time.process_time()
    done = call(data)
    return time.process_time() - start if done else None


def _ours(data: bytes) -> bool:
    extract(data, "", Limits())
    return True


def _library(data: bytes) -> bool:
    from docx import Document as DocxDocument

    try:
        for paragraph in DocxDocument(BytesIO(data)).paragraphs:
            _ = paragraph.text
    except (ValueError, KeyError):
        return False
    return True


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main()
