"""The reports about a role's examples: each module turns what became of them into one format.

Adding a format is one module here with `write`, and one line in FORMATS. A role file that can't be
used stands among the others with its problems.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, TextIO, cast

from screener.model.trial import RoleTrial
from screener.roles.lint import CheckedFile

FORMATS = {
    "text": "screener.reports.trials.text",
    "json": "screener.reports.trials.json_report",
    "junit": "screener.reports.trials.junit",
}
NO_EXAMPLES = "no examples, so nothing was tested; add one that fits and one that doesn't under 'examples'"

Tried = RoleTrial | CheckedFile


class Format(Protocol):
    """What a module in this folder offers."""

    def write(self, tried: Sequence[Tried], stream: TextIO) -> None: ...


def render(tried: Sequence[Tried], name: str, stream: TextIO) -> None:
    """Write what became of all role files in the named format; a KeyError for a name that isn't in FORMATS."""
    cast(Format, import_module(FORMATS[name])).write(tried, stream)
