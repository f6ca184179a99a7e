"""Problems -> one JSON object, for other programs."""

from collections.abc import Sequence
from typing import TextIO

from screener import __version__
from screener.reports import write_utf8
from screener.reports.json_text import Json, dumps
from screener.roles.lint import CheckedFile
from screener.roles.problems import Problem


def write(files: Sequence[CheckedFile], stream: TextIO) -> None:
    """Every file has its entry, those without problems too; line and column are null for the file as a whole."""
    found = {
        "schema_version": 1,
        "screener": __version__,
        "files": [
            {
                "file": checked.file,
                "problems": [problem_json(problem) for problem in checked.problems],
            }
            for checked in files
        ],
    }
    write_utf8(stream, dumps(found, indent=2) + "\n")


def problem_json(problem: Problem) -> Json:
    """One problem, with the same keys wherever it is written."""
    return {
        "line": problem.line or None,
        "column": problem.column or None,
        "severity": problem.severity,
        "rule": problem.rule,
        "message": problem.message,
    }
