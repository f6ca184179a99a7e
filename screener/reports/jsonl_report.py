"""A Report -> JSON Lines: one result per line, each complete in itself."""

from datetime import date
from typing import TextIO

from screener.model.report import Report
from screener.model.role import Role
from screener.model.screening import Outcome
from screener.reports import DEFAULT_VIEW, ViewOptions, write_utf8
from screener.reports.json_text import dumps
from screener.reports.results import header
from screener.reports.row_text import START_OF_ROW, row_text


def write(report: Report, stream: TextIO, view: ViewOptions = DEFAULT_VIEW) -> None:  # noqa: ARG001
    """Write a line for every file, sorted by path."""
    lines = (line(outcome, report.role, as_of=report.as_of, version=report.version) for outcome in report.outcomes)
    write_utf8(stream, "".join(lines))


def line(outcome: Outcome, role: Role, *, as_of: date, version: str) -> str:
    """One line with its newline; for results that are written as they come in."""
    return start_of_lines(role, as_of, version) + row_text(outcome)[len(START_OF_ROW) :] + "\n"


def start_of_lines(role: Role, as_of: date, version: str) -> str:
    """What all lines of a run have before the path."""
    return dumps(header(role, as_of, version))[:-1] + ", " + START_OF_ROW[1:]
