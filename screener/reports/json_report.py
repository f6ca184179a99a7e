"""A Report -> one JSON object."""

from typing import TextIO

from screener.model.report import Report
from screener.reports import DEFAULT_VIEW, ViewOptions, write_utf8
from screener.reports.json_text import dumps
from screener.reports.results import header, result


def write(report: Report, stream: TextIO, view: ViewOptions = DEFAULT_VIEW) -> None:  # noqa: ARG001
    """Write the object, indented; the same report gives the same bytes."""
    top = header(report.role, report.as_of, report.version)
    whole = {
        "schema_version": top["schema_version"],
        "screener": top["screener"],
        "as_of": top["as_of"],
        "complete": report.complete,
        "role": top["role"],
        "results": [result(outcome) for outcome in report.outcomes],
    }
    write_utf8(stream, dumps(whole, indent=2) + "\n")
