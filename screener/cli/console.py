"""The one place that talks to people: messages go to stderr as lines that no file name can break.

Results go to stdout, through the reports. A reader that hangs up early (`screen … | head`) is no error.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from screener.errors import RoleError, ScreenerError

if TYPE_CHECKING:
    from screener.batch.executors import Bug

_SHOWN_FROM = 5  # files; fewer are done before anybody wonders
_BAR = 20  # characters
_SECONDS_BETWEEN_DRAWINGS = 0.1
_SECONDS_BETWEEN_LINES = 10.0
_SECONDS_UNTIL_RATE = 1.0  # before that it says nothing about what is to come


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


def tell_stopping() -> None:
    """Said from a signal handler, so past the stream, which may be in the middle of a line."""
    begin = "\n" if sys.stderr is not None and sys.stderr.isatty() else ""  # the progress stands on this line
    with suppress(OSError):
        os.write(2, f"{begin}screen: stopping when what is in hand is finished; once more stops at once\n".encode())


def check_stdout() -> TextIO:
    """Raises CannotWrite where whoever started the program closed it."""
    if sys.stdout is None:
        raise CannotWrite("can't write the results: stdout is closed; leave it open, or name a file with -o")
    return sys.stdout


def write_results(write: Callable[[TextIO], object]) -> bool:
    """Let a report write to stdout; whether anybody still reads it."""
    stream = check_stdout()
    try:
        write(stream)
        stream.flush()
        return True
    except BrokenPipeError:
        _silence(stream)
        return False
    except OSError as error:
        _silence(stream)
        raise CannotWrite(f"can't write the results: {(error.strerror or 'unknown error').lower()}") from error


def _silence(stream: TextIO) -> None:
    """What is still buffered goes nowhere, so that the interpreter doesn't fail on it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())


class Progress:
    """Done, total, rate, time left and unreadable files: a line that is redrawn and vanishes at the end.

    Where stderr isn't a terminal it is a new line every ten seconds. It needs no thread, because workers
    are forked: it is drawn whenever a file is finished, which takes no longer than a file may.
    """

    def __init__(self, total: int, *, quiet: bool, done: int = 0) -> None:
        self._total = total
        self._done_before = done
        self._is_shown = not quiet and total > _SHOWN_FROM and sys.stderr is not None
        self._is_drawn = self._is_shown and sys.stderr.isatty()
        self._began = time.monotonic()
        self._next = self._began + (0.0 if self._is_drawn else _SECONDS_BETWEEN_LINES)
        self._width = 0  # of what stands on the line

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_drawn:
            self._draw("")

    def count(self, done: int, unreadable: int = 0) -> None:
        """So many files are done."""
        now = time.monotonic()
        if not self._is_shown or now < self._next:
            return
        words = self._words(done, unreadable, now - self._began)
        if self._is_drawn:
            self._next = now + _SECONDS_BETWEEN_DRAWINGS
            filled = _BAR * done // self._total
            self._draw(f"[{'#' * filled}{'-' * (_BAR - filled)}] {words}")
        else:
            self._next = now + _SECONDS_BETWEEN_LINES
            say(words)

    def _words(self, done: int, unreadable: int, seconds: float) -> str:
        parts = [f"{done:,} of {self._total:,} screened"]
        rate = (done - self._done_before) / seconds if seconds >= _SECONDS_UNTIL_RATE else 0.0
        if rate:
            parts += [f"{rate:.0f} a second" if rate >= 10 else f"{rate:.1f} a second"]
            parts += [f"{_duration((self._total - done) / rate)} left"]
        parts += [f"{unreadable:,} unreadable"] if unreadable else []
        return ", ".join(parts)

    def _draw(self, text: str) -> None:
        padding = " " * max(0, self._width - len(text))  # instead of an escape that a dumb terminal would show
        self._width = len(text)
        with suppress(OSError):
            sys.stderr.write(f"\r{text}{padding}" + ("" if text else "\r"))
            sys.stderr.flush()


def _duration(seconds: float) -> str:
    """ "42 s", "3 min", "2 h 5 min"."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
