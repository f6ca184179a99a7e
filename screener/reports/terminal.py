"""A Report -> a terminal: one file in detail, several as a ranked table."""

from typing import TextIO

from rich.console import Console

from screener.model.report import Report
from screener.reports import DEFAULT_VIEW, ViewOptions
from screener.reports.detail import detail_lines
from screener.reports.pen import Pen, open_console


def write(report: Report, stream: TextIO, view: ViewOptions = DEFAULT_VIEW) -> None:
    """Print on the stream, in colour and as wide as it is when it is a terminal."""
    print_report(report, open_console(stream, view.width), view)
    stream.flush()


def print_report(report: Report, console: Console, view: ViewOptions = DEFAULT_VIEW) -> None:
    """Print on a console of the caller's, one that records for instance."""
    pen = Pen(console)
    detailed = len(report.outcomes) == 1 if view.detailed is None else view.detailed
    if not detailed:
        from screener.reports.table import table_lines  # one resume pays for no ranking

        pen.print(table_lines(report, pen, view.top))
        return
    for outcome in report.outcomes:
        pen.print(detail_lines(report, outcome, pen))
