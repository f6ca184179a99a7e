"""The forms in which `screen read` shows what was read: each module writes one of them.

Adding a form is one module here with `write`, and one line in FORMATS.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, TextIO, cast

from screener.model.reading import Reading

FORMATS = {
    "text": "screener.reports.reading.text",
    "json": "screener.reports.reading.whole_json",
    "jsonresume": "screener.reports.reading.json_resume",
}


@dataclass(frozen=True, slots=True)
class ReadingView:
    """How people want it; formats for programs ignore all of it.

    `width` None means: wrapped at the width of the terminal, not at all when it isn't one.
    `layout` draws the pages instead of listing their lines.
    """

    width: int | None = None
    layout: bool = False


DEFAULT_VIEW = ReadingView()


class Format(Protocol):
    """What a module in this folder offers."""

    def write(self, readings: Sequence[Reading], stream: TextIO, view: ReadingView = DEFAULT_VIEW) -> None:
        """Write all of them, in their order."""
        ...


def load_format(name: str) -> Format:
    """The module behind a format's name; a KeyError for a name that isn't in FORMATS."""
    return cast(Format, import_module(FORMATS[name]))


def render(readings: Sequence[Reading], name: str, stream: TextIO, *, view: ReadingView = DEFAULT_VIEW) -> None:
    """Write the readings in the named format."""
    load_format(name).write(readings, stream, view)
