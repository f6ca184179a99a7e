"""The reports: each module turns a Report into one format.

Adding a format is one module here with `write`, and one line in FORMATS, from which the command line has its
choices. Modules are imported only when their format is asked for: JSON never pays for Rich, `--help` for neither.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, TextIO, cast

if TYPE_CHECKING:
    from screener.model.report import Report


class Writer(NamedTuple):
    """The module that writes a format, and the endings of files that ask for it, the usual one first."""

    module: str
    suffixes: tuple[str, ...]
    is_binary: bool = False  # nothing to read in a terminal


FORMATS = {  # the first is the default
    "table": Writer("screener.reports.terminal", (".txt",)),
    "json": Writer("screener.reports.json_report", (".json",)),
    "jsonl": Writer("screener.reports.jsonl_report", (".jsonl",)),
    "csv": Writer("screener.reports.csv_report", (".csv",)),
    "xlsx": Writer("screener.reports.xlsx_report", (".xlsx",), is_binary=True),
    "markdown": Writer("screener.reports.markdown_report", (".md",)),
    "html": Writer("screener.reports.html_report", (".html", ".htm")),
}


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """How much is shown, and how wide; formats for programs ignore all of it.

    `detailed` None means: in detail when there is one file. `width` None means: as wide as the
    terminal, a fixed width when it isn't one. `top` cuts the table and Markdown to that many candidates.
    `bom` marks CSV as UTF-8 for programs that guess (Excel).
    """

    detailed: bool | None = None
    width: int | None = None
    top: int | None = None
    bom: bool = False


DEFAULT_VIEW = ViewOptions()


class Format(Protocol):
    """What a module in this folder offers."""

    def write(self, report: "Report", stream: TextIO, view: ViewOptions = DEFAULT_VIEW) -> None:
        """Write the whole report. Formats for programs write UTF-8 whatever the stream's encoding is."""
        ...


def load_format(name: str) -> Format:
    """The module behind a format's name; a KeyError for a name that isn't in FORMATS."""
    return cast(Format, import_module(FORMATS[name].module))


def render(report: "Report", name: str, stream: TextIO, *, view: ViewOptions = DEFAULT_VIEW) -> None:
    """Write the report in the named format."""
    load_format(name).write(report, stream, view)


def write_utf8(stream: TextIO, text: str) -> None:
    """Write the same bytes everywhere: UTF-8 and plain newlines, past the stream's own encoding.

    A stream without bytes beneath it (StringIO) takes the text itself.
    """
    raw = getattr(stream, "buffer", None)
    if raw is None:
        stream.write(text)
        return
    stream.flush()
    raw.write(text.encode("utf-8"))
    raw.flush()
