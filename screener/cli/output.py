"""Results -> the places they were asked for: the terminal, or files that are whole or not there at all."""

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol, TextIO

from screener.cli import console
from screener.cli.console import CannotWrite
from screener.errors import ScreenerError
from screener.model.report import Report
from screener.reports import FORMATS

Render = Callable[[str, TextIO], object]  # the name of a format, and where to write


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
    if not options.output:
        return (_on_stdout(options.format or choice.formats[0]),)
    to_read = {os.path.realpath(file) for file in inputs}
    for file in options.output:
        if os.path.realpath(file) in to_read:
            raise CannotWrite(f"{file}: is one of the files to read; write the results elsewhere")
        check_writable(file)
    files = dict.fromkeys(options.output)
    return tuple(Destination(file, options.format or _format_of(file, choice)) for file in files)


def _on_stdout(format_name: str) -> Destination:
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
    """Raises CannotTell unless there is one results file and nothing else to write."""
    if len(destinations) != 1 or not is_journal(destinations[0]):
        raise CannotTell("--resume continues one .jsonl file and writes nothing else; name it with -o")


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
        raise _cannot_write(file, error) from error


def _check_place(file: str) -> None:
    folder = Path(os.path.realpath(file)).parent
    if Path(file).is_dir():
        raise CannotWrite(f"{file}: is a folder; give the name of a file")
    if not folder.is_dir():
        raise CannotWrite(f"{file}: there is no folder {str(folder)!r}; make it first")
    if not os.access(folder if is_replaceable(file) else file, os.W_OK):
        raise CannotWrite(f"{file}: can't be written: permission denied")


def is_replaceable(file: str) -> bool:
    """A pipe or a device (/dev/null, /dev/stdout) is written to, never replaced by a file."""
    return Path(file).is_file() or not Path(file).exists()


def _write_file(file: str, format_name: str, render: Render) -> None:
    """Write beside the file, sync and rename: nobody ever meets half of it; it keeps its permissions."""
    target = Path(os.path.realpath(file))
    is_file = is_replaceable(file)
    written = target.with_name(f".{target.name}.{os.getpid()}.part") if is_file else target
    try:
        _render_to(written, format_name, render)
        if is_file:
            if target.exists():
                shutil.copymode(target, written)
            written.replace(target)
            sync_folder(target)
    except BrokenPipeError:
        pass  # a pipe whose reader has seen enough
    except OSError as error:
        raise _cannot_write(file, error) from error
    finally:
        if is_file:
            with suppress(OSError):
                written.unlink()


def _cannot_write(file: str, error: OSError) -> CannotWrite:
    return CannotWrite(f"{file}: can't be written: {(error.strerror or 'unknown error').lower()}")


def _render_to(file: Path, format_name: str, render: Render) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        render(format_name, stream)
        stream.flush()
        with suppress(OSError):  # pipes and devices have no disk
            os.fsync(stream.fileno())


def sync_folder(file: Path) -> None:
    """Make sure that a file's new name survives a power cut, on systems that open folders."""
    with suppress(OSError):
        descriptor = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
