"""Outcomes -> their verdicts in sentences, with every step of the arithmetic."""

from collections.abc import Sequence
from typing import TextIO

from screener.model.report import Report
from screener.model.screening import Outcome
from screener.reports.explaining.text import explanation_lines
from screener.reports.pen import Pen, open_console


def write(report: Report, outcomes: Sequence[Outcome], stream: TextIO) -> None:
    """Print one after the other, in colour and as wide as the stream is when it is a terminal."""
    pen = Pen(open_console(stream))
    for outcome in outcomes:
        pen.print(explanation_lines(report, outcome, pen))
    stream.flush()
