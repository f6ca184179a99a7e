"""Results -> the places they were asked for: the terminal, or files that are whole or not there at all."""

import os
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol, TextIO

from screener.batch.addresses import local_path
from screener.cli import console
from screener.cli.console import CannotWrite
from screener.cli.drafts import replacing
from screener.errors import ScreenerError
from screener.model.report import Report
from screener.reports import FORMATS

Render = Callable[[str, TextIO], object]  # the name of a format, and where to write


_STDOUT = ("-", "/dev/stdout")
_STREAMED_FROM = 100  # rows; of fewer, lines on stdout wait for the last and know their duplicates


class CannotTell(ScreenerError):
    """The options don't say which format is meant, or name one that doesn't exist."""


class Choice(NamedTuple):
    """The formats that a command writes, the first by default, and the suffixes that name one."""

    formats: tuple[str, ...]
    of_suffix: Mapping[str, str]


_NAMES = tuple(FORMATS)
REPORTS = Choice(_NAMES, {suffix: name for name in (*_NAMES[1:], _NAMES[0]) for suffix in FORMATS[name].suffixes})
TEXT = Choice(("text",), {".txt": "text"})
_BINARY = frozenset(name for name, writer in FORMATS.items() if writer.is_binary)


class Destination(NamedTuple):
    """Where results go, None for stdout, and in which format."""

    file: str | None
    format: str


class Wanted(Protocol):
    """What a command was asked to write."""

    @property
    def format(self) -> str | None: ...
    @property
    def output(self) -> list[str] | None: ...


def plan(options: Wanted, inputs: Sequence[str], choice: Choice = REPORTS) -> tuple[Destination, ...]:
    """What to write, in the order asked. Raises before any work is done in vain."""
    if options.format is not None and options.format not in choice.formats:
        raise CannotTell(f"unknown format {options.format!r}; choose {_alternatives(choice.formats)}")
    to_read = {os.path.realpath(local_path(file)) for file in inputs}
    found: dict[str, Destination] = {}  # each place once, however it is spelt
    for file in options.output or _STDOUT[:1]:
        if file in _STDOUT:
            found[""] = _on_stdout(options.format or choice.formats[0])
            continue
        if _is_read(os.path.realpath(file), to_read):
            raise CannotWrite(f"{file}: is one of the files to read; write the results elsewhere")
        check_writable(file)
        found.setdefault(os.path.realpath(file), Destination(file, options.format or _format_of(file, choice)))
    return tuple(found.values())


def _is_read(place: str, to_read: Collection[str]) -> bool:
    """Whether a file, or one in it, is to be read: members of ZIP files lie below them."""
    return place in to_read or (any(file.startswith(f"{place}/") for file in to_read) and Path(place).is_file())


def _on_stdout(format_name: str) -> Destination:
    console.check_stdout()
    if format_name in _BINARY and sys.stdout is not None and sys.stdout.isatty():
        raise CannotTell(f"{format_name} is nothing to read in a terminal; name a file with -o")
    return Destination(None, format_name)


def is_journal(destination: Destination) -> bool:
    """Whether it is a file that grows line by line, and no pipe or device."""
    return destination.format == "jsonl" and destination.file is not None and is_replaceable(destination.file)


def is_streamed(destinations: Sequence[Destination], row_count: int) -> bool:
    """Whether any of the places takes lines as they come in."""
    is_long = row_count >= _STREAMED_FROM and tuple(destinations) == (Destination(None, "jsonl"),)
    return is_long or any(map(is_journal, destinations))


def check_resumable(destinations: Sequence[Destination]) -> None:
    """Raises CannotTell unless exactly one of them is a results file that can be continued."""
    files = files_among(list(filter(is_journal, destinations)))
    if not files:
        raise CannotTell("--resume continues one .jsonl file; name it with -o")
    if len(files) > 1:
        names = " and ".join(files)
        raise CannotTell(f"--resume continues one .jsonl file, not {names}; name one, and copy it when it is finished")


def load_formats(destinations: Sequence[Destination]) -> None:
    """Import what will be needed to write, while there is nothing else to do."""
    from screener.reports import load_format

    for destination in destinations:
        load_format(destination.format)


class Shown(Protocol):
    """How much of it a command was asked to show."""

    @property
    def top(self) -> int | None: ...
    @property
    def bom(self) -> bool: ...
    @property
    def quiet(self) -> bool: ...


def publish(report: Report, destinations: Sequence[Destination], options: Shown) -> None:
    """Write the report to all of its places, and sum up on stderr what went to files."""
    from screener.reports import ViewOptions, render

    view = ViewOptions(top=options.top, bom=options.bom)
    deliver(destinations, lambda name, stream: render(report, name, stream, view=view))
    files = files_among(destinations)
    if files and not options.quiet:
        from screener.reports.wording import summary

        tell_written(report.as_of, summary(report), files)


def tell_written(day: date, summary: str, files: Sequence[str]) -> None:
    """Sum up what went to files and isn't seen otherwise."""
    console.say(f"as of {day}: {summary}; written to {', '.join(files)}")


def deliver(destinations: Sequence[Destination], render: Render) -> None:
    """Let results be written to all of their places."""
    for file, format_name in destinations:
        if file is None:
            console.write_results(partial(render, format_name))
        else:
            _write_file(file, format_name, render)


def files_among(destinations: Sequence[Destination]) -> list[str]:
    return [destination.file for destination in destinations if destination.file is not None]


def _format_of(file: str, choice: Choice) -> str:
    suffix = Path(file).suffix.lower()
    if suffix not in choice.of_suffix:
        suffixes = _alternatives(tuple(choice.of_suffix))
        raise CannotTell(f"{file}: no format goes by this name; end it in {suffixes}, or give --format")
    return choice.of_suffix[suffix]


def _alternatives(names: Sequence[str]) -> str:
    """ "a, b or c"."""
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def check_writable(file: str) -> None:
    """Raises CannotWrite for a place that takes no file, as far as that can be told without writing."""
    try:
        _check_place(file)
    except OSError as error:
        raise cannot_write(file, error) from error


def _check_place(file: str) -> None:
    if Path(file).is_dir():
        raise CannotWrite(f"{file}: is a folder; give the name of a file")
    place = file
    if is_replaceable(file):  # of a pipe, what its name leads to is no path
        place = str(Path(os.path.realpath(file)).parent)
        if not Path(place).is_dir():
            raise CannotWrite(f"{file}: there is no folder {place!r}; make it first")
    if not os.access(place, os.W_OK):
        raise CannotWrite(f"{file}: can't be written: permission denied")


def is_replaceable(file: str) -> bool:
    """A pipe or a device (/dev/null, /dev/stdout) is written to, never replaced by a file."""
    return Path(file).is_file() or not Path(file).exists()


def _write_file(file: str, format_name: str, render: Render) -> None:
    """Nobody ever meets half of a file; a pipe or a device gets what it gets."""
    try:
        if is_replaceable(file):
            with replacing(Path(os.path.realpath(file))) as stream:
                render(format_name, stream)
        else:
            with Path(file).open("w", encoding="utf-8", newline="") as stream:
                render(format_name, stream)
    except BrokenPipeError:
        pass  # a pipe whose reader has seen enough
    except OSError as error:
        raise cannot_write(file, error) from error


def cannot_write(file: str, error: OSError, remedy: str = "") -> CannotWrite:
    """What the system says of a place, on one line."""
    words = (error.strerror or "unknown error").lower()
    return CannotWrite(f"{file}: can't be written: {words}" + (f"; {remedy}" if remedy else ""))
