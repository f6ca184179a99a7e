"""The reports about role files: each module turns the problems of files into one format.

Adding a format is one module here with `write`, and one line in FORMATS.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, TextIO, cast

from screener.roles.lint import CheckedFile

FORMATS = {
    "text": "screener.reports.problems.text",
    "json": "screener.reports.problems.json_report",
    "github": "screener.reports.problems.github",
    "gitlab": "screener.reports.problems.gitlab",
    "sarif": "screener.reports.problems.sarif",
    "junit": "screener.reports.problems.junit",
}


class Format(Protocol):
    """What a module in this folder offers."""

    def write(self, files: Sequence[CheckedFile], stream: TextIO) -> None: ...


def render(files: Sequence[CheckedFile], name: str, stream: TextIO) -> None:
    """Write the problems of all files in the named format; a KeyError for a name that isn't in FORMATS."""
    cast(Format, import_module(FORMATS[name])).write(files, stream)
