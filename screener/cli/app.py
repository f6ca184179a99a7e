"""The program `screen`: its commands, and the end of every error that nobody planned for.

A command is one module here and one line below. Modules import only what their signatures name;
bodies import the rest, so that `screen --version` and a slip of the fingers cost next to nothing.
"""

import errno
import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated, ClassVar, NoReturn

from typer import Exit, Option, Typer, TyperException
from typer.main import get_command

from screener.cli import console
from screener.cli.group import DEFAULT_COMMAND, ScreenerGroup, show_usage_error
from screener.cli.options import with_options
from screener.cli.screen import screen
from screener.errors import ExitCode, ScreenerError

_EXAMPLES = """\b
Examples:
  screen ada.pdf                                  one resume, in detail
  screen applications/ --role roles/backend.yaml  a folder, ranked
  screen applications/ --top 10 --require review  exit code 1 if anybody is no fit
  screen applications/ -o results.json            for other programs
  screen read ada.pdf                             what is read in it, line by line
  screen explain ada.pdf                          the verdict in sentences, with its arithmetic
  screen compare ada.pdf bo.pdf                   two to four candidates side by side
  screen report results.jsonl -o shortlist.xlsx   any report from results that were kept
  screen roles check roles/                       every mistake in role files, for CI

\b
Exit codes: 0 done, 1 --require doesn't hold, 2 wrong usage, 3 a file can't be read,
4 a bug in screener, 130 stopped by Ctrl-C.
"""


class Root(ScreenerGroup):
    """`screen`, and what stands behind the names of its other commands."""

    modules: ClassVar[dict[str, str]] = {
        "read": "screener.cli.read",
        "explain": "screener.cli.explain",
        "compare": "screener.cli.compare",
        "report": "screener.cli.report",
        "roles": "screener.cli.roles",
        "cache": "screener.cli.cache",
    }


app = Typer(
    cls=Root,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog=_EXAMPLES,
)
app.command(DEFAULT_COMMAND, hidden=True)(with_options(screen))


def _print_version(is_wanted: bool) -> None:
    if is_wanted:
        from screener import __version__

        console.write_results(lambda stream: stream.write(f"screener {__version__}\n"))
        raise Exit


@app.callback()
def root(
    _version: Annotated[
        bool, Option("--version", callback=_print_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Screen resumes against a role: every yes has a quote, every no has a reason.

    PATH is a resume (PDF, DOCX or plain text) or a folder in which resumes are looked for.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the program, run with these arguments (by default, with those of the process)."""
    try:
        return int(get_command(app).main(arguments, prog_name="screen", standalone_mode=False) or ExitCode.OK)
    except SystemExit:
        return ExitCode.OK  # Typer's answer to a reader that hangs up while help is printed
    except TyperException as error:
        return show_usage_error(error)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except ScreenerError as error:  # of an option that does its work while the others are still looked at
        console.complain_of(error)
        return error.exit_code
    except Exception as error:
        if isinstance(error, OSError) and error.errno in (errno.EMFILE, errno.ENFILE):
            console.complain("too few files may be open at a time; allow more (ulimit -n), or take fewer workers (-j)")
            return ExitCode.USAGE
        import traceback

        console.report_bug("".join(traceback.format_exception(error)))
        return ExitCode.BUG


def _open_standard_streams() -> None:
    """Whoever closed one of the three gets /dev/null: a pipe to a worker must not take its number."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def _end_by_exception() -> None:
    """SIGTERM is heard as Ctrl-C is, so that no draft is left behind, unless whoever started us ignores it."""
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)


def main() -> NoReturn:
    """The program from its command line to its end."""
    _open_standard_streams()
    _end_by_exception()
    gc.disable()  # starting up makes a great many objects and no garbage; looking for some takes a twentieth
    code = run()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, AttributeError, KeyboardInterrupt):  # hung up on, or closed by whoever started us
            stream.flush()
    os._exit(code)  # taking the interpreter apart costs more than reading a resume
