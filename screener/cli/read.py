"""`screen read PATH…`: files in, what the screener sees in them out."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from screener.cli import console
from screener.cli.options import AsOf, LimitOptions, today
from screener.errors import ExitCode

if TYPE_CHECKING:
    from screener.batch.reading import ReadResult
    from screener.cli.output import Choice

Files = Annotated[list[str], Argument(metavar="PATH...", help="Resumes, each named by itself.", show_default=False)]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """As of when, in which form, and where it goes."""

    format: Annotated[
        str | None,
        Option("--format", "-f", metavar="text|json|jsonresume", help="How it is written.  [default: text]"),
    ] = None
    layout: Annotated[bool, Option("--layout", help="Draw the pages with the lines at their places.")] = False
    output: Annotated[
        list[str] | None,
        Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to a .txt or .json file instead of the terminal; may be repeated.",
        ),
    ] = None
    as_of: AsOf = None
    quiet: Annotated[bool, Option("--quiet", "-q", help="No notes; only results and errors.")] = False

    @property
    def day(self) -> date:
        return self.as_of or today()


def read(paths: Files, options: ReadOptions, limits: LimitOptions) -> int:
    """Show what is read in a resume, line by line.

    Lines come in reading order, with their number on the page, the section and the position that
    they were taken to belong to; then what was understood, hidden text and warnings. JSON has it
    all; of several files it is one object on each line.
    """
    from screener.batch.files import name_files
    from screener.batch.reading import read_files
    from screener.batch.run import BatchOptions
    from screener.batch.stopping import Stop
    from screener.cli.output import CannotTell, deliver, files_among, plan
    from screener.reports.reading import ReadingView, render

    files = name_files(paths)
    destinations = plan(options, files, _choice())
    if options.layout and (others := {destination.format for destination in destinations} - {"text"}):
        raise CannotTell(f"--layout draws for people and can't be written as {min(others)}; leave out one of them")
    batch = BatchOptions(limits.limits, limits.jobs_for(len(files)))
    result = read_files(files, options.day, batch, stop=Stop(console.tell_stopping))
    view = ReadingView(layout=options.layout)
    if result.readings:
        deliver(destinations, lambda name, stream: render(result.readings, name, stream, view=view))
        if (written := files_among(destinations)) and not options.quiet:
            console.say(f"as of {options.day}: {len(result.readings)} read; written to {', '.join(written)}")
    return _tell_trouble(result, len(files))


def _choice() -> "Choice":
    from screener.cli.output import Choice
    from screener.reports.reading import FORMATS

    return Choice(tuple(FORMATS), {".txt": "text", ".json": "json"})


def _tell_trouble(result: "ReadResult", total: int) -> ExitCode:
    """A line for everything that isn't shown, and the exit code that says so."""
    codes = {ExitCode.OK}
    for failure in result.failures:
        console.complain(f"{failure.file}: {failure.cause.message}")
        codes.add(ExitCode.UNREADABLE)
    console.tell_bugs(result.bugs)
    if result.bugs:
        codes.add(ExitCode.BUG)
    if not result.complete:
        console.tell_stopped(result.finished, total)
        codes.add(ExitCode.INTERRUPTED)
    return max(codes)
