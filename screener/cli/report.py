"""`screen report RESULTS…`: what a run wrote down in, any report out; no resume is read."""

from dataclasses import dataclass
from typing import Annotated

from typer import Argument, Option

from screener.cli.blindness import Blind, Key
from screener.cli.options import Bom, ReportFiles, ReportFormat, Top
from screener.errors import ExitCode

Results = Annotated[
    list[str],
    Argument(metavar="RESULTS...", help="Results, .json or .jsonl, or - for standard input.", show_default=False),
]


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What is made of the results, and where it goes."""

    format: ReportFormat = None
    output: ReportFiles = None
    top: Top = None
    bom: Bom = False
    blind: Blind = False
    key: Key = None
    quiet: Annotated[bool, Option("--quiet", "-q", help="No notes; only results and errors.")] = False


def report(results: Results, options: ReportOptions) -> int:
    """Make any report from results that were kept, without reading the resumes again.

    Several files become one report when they are of the same role, as-of date and version.
    """
    from screener.cli.blinding import blinded, check_alike, check_blind
    from screener.cli.candidates import tell_problems
    from screener.cli.output import plan, publish
    from screener.reports.stored import ResultsError, load_results

    destinations = plan(options, results)
    check_blind(options, destinations, results)
    try:
        loaded = load_results(results)
    except ResultsError as error:
        return tell_problems(error.problems)
    check_alike(loaded.outcomes)
    publish(blinded(loaded, options, quiet=options.quiet), destinations, options)
    return ExitCode.OK
