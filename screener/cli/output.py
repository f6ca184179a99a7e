"""A Report -> the places it was asked for: the terminal, or files that are whole or not there at all."""

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screener.cli import console
from screener.cli.console import CannotWrite
from screener.cli.options import OutputOptions
from screener.errors import ScreenerError
from screener.model.report import Report

if TYPE_CHECKING:
    from screener.reports import ViewOptions

FORMATS = ("table", "json", "jsonl")
_FORMAT_OF_SUFFIX = {".json": "json", ".jsonl": "jsonl", ".txt": "table"}


class CannotTell(ScreenerError):
    """The options don't say which format is meant, or name one that doesn't exist."""


class Destination(NamedTuple):
    """Where a report goes, None for stdout, and in which format."""

    file: str | None
    format: str


def plan(options: OutputOptions, inputs: Sequence[str]) -> tuple[Destination, ...]:
    """What to write, in the order asked. Raises before any work is done in vain."""
    if options.format is not None and options.format not in FORMATS:
        raise CannotTell(f"unknown format {options.format!r}; choose table, json or jsonl")
    if not options.output:
        return (Destination(None, options.format or "table"),)
    to_screen = {os.path.realpath(file) for file in inputs}
    for file in options.output:
        if os.path.realpath(file) in to_screen:
            raise CannotWrite(f"{file}: is one of the files to screen; write the results elsewhere")
        try:
            _check_writable(file)
        except OSError as error:
            raise _cannot_write(file, error) from error
    return tuple(Destination(file, options.format or _format_of(file)) for file in dict.fromkeys(options.output))


def load_formats(destinations: Sequence[Destination]) -> None:
    """Import what will be needed to write, while there is nothing else to do."""
    from screener.reports import load_format

    for destination in destinations:
        load_format(destination.format)


def publish(report: Report, destinations: Sequence[Destination], options: OutputOptions) -> None:
    """Write the report to all of its places, and sum up on stderr what went to files."""
    from screener.reports import ViewOptions, render

    view = ViewOptions(top=options.top)
    for file, format_name in destinations:
        if file is None:
            console.write_results(partial(render, report, format_name, view=view))
        else:
            _write_file(report, file, format_name, view)
    files = [destination.file for destination in destinations if destination.file is not None]
    if files and not options.quiet:
        from screener.reports.wording import summary

        console.say(f"as of {report.as_of}: {summary(report)}; written to {', '.join(files)}")


def _format_of(file: str) -> str:
    suffix = Path(file).suffix.lower()
    if suffix not in _FORMAT_OF_SUFFIX:
        raise CannotTell(f"{file}: no format goes by this name; end it in .json, .jsonl or .txt, or give --format")
    return _FORMAT_OF_SUFFIX[suffix]


def _check_writable(file: str) -> None:
    folder = Path(os.path.realpath(file)).parent
    if Path(file).is_dir():
        raise CannotWrite(f"{file}: is a folder; give the name of a file")
    if not folder.is_dir():
        raise CannotWrite(f"{file}: there is no folder {str(folder)!r}; make it first")
    if not os.access(folder if _is_replaceable(file) else file, os.W_OK):
        raise CannotWrite(f"{file}: can't be written: permission denied")


def _is_replaceable(file: str) -> bool:
    """A pipe or a device (/dev/null, /dev/stdout) is written to, never replaced by a file."""
    return Path(file).is_file() or not Path(file).exists()


def _write_file(report: Report, file: str, format_name: str, view: "ViewOptions") -> None:
    """Write beside the file and rename, so that a reader never meets half of it; it keeps its permissions."""
    target = Path(os.path.realpath(file))
    is_replaceable = _is_replaceable(file)
    written = target.with_name(f".{target.name}.{os.getpid()}.part") if is_replaceable else target
    try:
        _render_to(written, report, format_name, view)
        if is_replaceable:
            if target.exists():
                shutil.copymode(target, written)
            written.replace(target)
    except BrokenPipeError:
        pass  # a pipe whose reader has seen enough
    except OSError as error:
        raise _cannot_write(file, error) from error
    finally:
        if is_replaceable:
            with suppress(OSError):
                written.unlink()


def _cannot_write(file: str, error: OSError) -> CannotWrite:
    return CannotWrite(f"{file}: can't be written: {(error.strerror or 'unknown error').lower()}")


def _render_to(file: Path, report: Report, format_name: str, view: "ViewOptions") -> None:
    from screener.reports import render

    with file.open("w", encoding="utf-8", newline="") as stream:
        render(report, format_name, stream, view=view)
