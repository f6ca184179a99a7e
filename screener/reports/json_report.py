"""A Report -> one JSON object."""

from typing import TextIO

from screener.model.report import Report
from screener.reports import DEFAULT_VIEW, ViewOptions, write_utf8
from screener.reports.gates import gate_json, gates_of
from screener.reports.json_text import dumps
from screener.reports.results import header, requirement_json, result


def write(report: Report, stream: TextIO, view: ViewOptions = DEFAULT_VIEW) -> None:  # noqa: ARG001
    """Write the object, indented; the same report gives the same bytes."""
    top = header(report.role, report.as_of, report.version)
    whole = {
        "schema_version": top["schema_version"],
        "screener": top["screener"],
        "as_of": top["as_of"],
        "complete": report.complete,
        "skipped": report.skipped,
        "role": top["role"],
        "requirements": [requirement_json(requirement) for requirement in report.role.requirements],
        "gates": [gate_json(gate) for gate in gates_of(report)],
        "results": [result(outcome) for outcome in report.outcomes],
    }
    write_utf8(stream, dumps(whole, indent=2) + "\n")
