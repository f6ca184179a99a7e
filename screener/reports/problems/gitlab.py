"""Problems -> GitLab's code quality report, which it shows in merge requests.

Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Any, TextIO

from screener.reports import write_utf8
from screener.reports.json_text import dumps
from screener.roles.lint import CheckedFile
from screener.roles.problems import Problem

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def write(files: Sequence[CheckedFile], stream: TextIO) -> None:
    """A list with an entry for each problem."""
    seen: Counter[str] = Counter()
    entries = [_entry(checked.file, problem, seen) for checked in files for problem in checked.problems]
    write_utf8(stream, dumps(entries, indent=2) + "\n")


def _entry(file: str, problem: Problem, seen: Counter[str]) -> dict[str, Any]:
    message = problem.message
    same = f"{file}\n{problem.rule}\n{message}"  # without the line, so that a problem keeps its identity when it moves
    seen[same] += 1
    return {
        "description": message,
        "check_name": problem.rule,
        "fingerprint": hashlib.sha256(f"{same}\n{seen[same]}".encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": file, "lines": {"begin": problem.line or 1}},
    }
