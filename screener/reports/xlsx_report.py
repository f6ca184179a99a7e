"""A Report -> an Excel workbook: candidates, their evidence, and the run."""

import io
from datetime import datetime
from typing import TextIO

from screener.model.report import Report
from screener.reports import DEFAULT_VIEW, ViewOptions
from screener.reports.xlsx.book import Book
from screener.reports.xlsx.links import folder_of
from screener.reports.xlsx.sheets import write_candidates, write_evidence, write_run


def write(report: Report, stream: TextIO, view: ViewOptions = DEFAULT_VIEW) -> None:  # noqa: ARG001
    """Write the workbook to the bytes beneath the stream; the same report gives the same bytes."""
    day = report.as_of
    written = io.BytesIO()
    with Book(written, datetime(day.year, day.month, day.day), folder_of(stream)) as book:
        write_candidates(report, book)
        write_evidence(report, book)
        write_run(report, book)
    stream.flush()
    stream.buffer.write(written.getvalue())
    stream.buffer.flush()
