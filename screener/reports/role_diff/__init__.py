"""The reports about what becomes of candidates when a role changes: each module writes one format.

Adding a format is one module here with `write`, and one line in FORMATS.
"""

from importlib import import_module
from typing import Protocol, TextIO, cast

from screener.model.role_diff import RoleDiff

FORMATS = {
    "text": "screener.reports.role_diff.text",
    "json": "screener.reports.role_diff.json_report",
}


class Format(Protocol):
    """What a module in this folder offers."""

    def write(self, diff: RoleDiff, stream: TextIO) -> None: ...


def render(diff: RoleDiff, name: str, stream: TextIO) -> None:
    """Write the comparison in the named format; a KeyError for a name that isn't in FORMATS."""
    cast(Format, import_module(FORMATS[name])).write(diff, stream)
