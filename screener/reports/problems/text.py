"""Problems -> lines that people read and editors jump to: file:line:column: severity: message (rule)."""

from collections.abc import Sequence
from typing import TextIO

from screener.reports.safe_text import visible
from screener.roles.lint import CheckedFile


def write(files: Sequence[CheckedFile], stream: TextIO) -> None:
    """A line for each problem; files without any leave no trace."""
    for checked in files:
        for problem in checked.problems:
            stream.write(visible(problem.text(checked.file)) + "\n")
