"""The one place that talks to people: messages go to stderr as lines that no file name can break.

Results go to stdout, through the reports. A reader that hangs up early (`screen … | head`) is no error.
"""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from screener.errors import RoleError, ScreenerError

if TYPE_CHECKING:
    from screener.batch.executors import Bug

_PROGRESS_FROM = 5  # files; fewer are done before anybody wonders
_BAR = 30  # characters
_SECONDS_BETWEEN = 0.1


class CannotWrite(ScreenerError):
    """The place where results should go doesn't take them."""


def say(message: str) -> None:
    """One line on stderr."""
    from screener.reports.safe_text import visible

    stream = sys.stderr
    if stream is None:
        return
    with suppress(BrokenPipeError):
        text = visible(message) + "\n"
        stream.write(text.encode(stream.encoding or "utf-8", "backslashreplace").decode(stream.encoding or "utf-8"))
        stream.flush()


def complain(message: str) -> None:
    """One line that says what is wrong."""
    say(f"screen: {message}")


def complain_of(error: ScreenerError) -> None:
    """The error's line; a role's problems are lines of their own, ready for an editor to jump to."""
    if isinstance(error, RoleError):
        for problem in error.problems:
            say(problem)
    else:
        complain(str(error))


def report_bug(traceback: str) -> None:
    """A traceback (it shows no values of variables) and the line that says whose fault it is."""
    from screener import __version__

    for line in traceback.rstrip().splitlines():
        say(line)
    complain(f"this is a bug in screener {__version__}, not a fault of yours; please report it with the lines above")


def tell_bugs(bugs: "Iterable[Bug]") -> None:
    """Every file on which screener itself failed, with its traceback."""
    for bug in bugs:
        complain(f"{bug.file}: failed")
        report_bug(bug.traceback)


def tell_stopped(finished: int, total: int) -> None:
    complain(f"stopped; {finished} of {total} files were finished")


def write_results(write: Callable[[TextIO], object]) -> None:
    """Let a report write to stdout."""
    stream = sys.stdout
    if stream is None:  # closed by whoever started the program
        return
    try:
        write(stream)
        stream.flush()
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        raise CannotWrite(f"can't write the results: {(error.strerror or 'unknown error').lower()}") from error


def _silence(stream: TextIO) -> None:
    """What is still buffered goes nowhere, so that the interpreter doesn't fail on it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())


class Progress:
    """A bar on the terminal that vanishes at the end. It needs no thread: workers are forked."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total = total
        self._is_shown = not quiet and total > _PROGRESS_FROM and sys.stderr is not None and sys.stderr.isatty()
        self._next = 0.0
        self._width = 0  # of what stands on the line

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_shown:
            self._draw("")

    def count(self, done: int) -> None:
        """So many files are done."""
        if not self._is_shown:
            return
        import time

        if (now := time.monotonic()) >= self._next:
            self._next = now + _SECONDS_BETWEEN
            filled = _BAR * done // self._total
            self._draw(f"[{'#' * filled}{'-' * (_BAR - filled)}] {done} of {self._total} screened")

    def _draw(self, text: str) -> None:
        padding = " " * max(0, self._width - len(text))  # instead of an escape that a dumb terminal would show
        self._width = len(text)
        with suppress(OSError):
            sys.stderr.write(f"\r{text}{padding}" + ("" if text else "\r"))
            sys.stderr.flush()
