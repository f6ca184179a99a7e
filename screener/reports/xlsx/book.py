"""Rows of values -> sheets of a workbook, written row by row: no candidate is kept in memory.

A text is always written as a text, whatever it begins with. What a spreadsheet or XML can't hold is shown as an
escape, and a text that is longer than a cell is cut, with a note that counts what is missing. A sheet that is
full goes on in another one of the same name and a number.
"""

import re
import tomllib
from collections.abc import Sequence
from datetime import datetime
from importlib.resources import files
from typing import Any, BinaryIO, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from screener.reports.safe_text import visible

MOST_ROWS = 1_048_576  # of a sheet
MOST_LINKS = 65_000  # of a sheet; what a spreadsheet allows is a little more
LONGEST = 32_767  # UTF-16 units in a cell
_NOTE = 60  # kept free for the note on what was cut
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # "_x0041_" would be read as "A"
_NO_CHARACTER = re.compile("[\ufffe\uffff]")  # not allowed in XML
_PATH = re.compile(r"(?:[A-Za-z]:)?/?(?:[^\W_]|[ ._()+,=@-])+(?:/(?:[^\W_]|[ ._()+,=@-])+)*")
_LONGEST_LINK = 1000

Value = str | int | float | None


class Column(NamedTuple):
    """`look` names a format; what a spreadsheet colours by itself is told by `words`, each with its colour."""

    title: str
    width: float  # characters
    look: str = "text"
    words: tuple[tuple[str, str], ...] = ()


class Link(NamedTuple):
    """A cell that opens a file."""

    path: str


class Book:
    """One workbook. The same values give the same bytes: its date is the day that it is told."""

    def __init__(self, stream: BinaryIO, day: datetime) -> None:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._workbook = Workbook(stream, options | {"strings_to_numbers": False, "nan_inf_to_errors": False})
        self._workbook.set_properties({"created": day})
        self._formats = {name: self._workbook.add_format(look) for name, look in _looks().items()}

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, *_: object) -> None:
        self._workbook.close()

    def sheet(self, name: str, columns: Sequence[Column], frozen: int = 0) -> "Sheet":
        return Sheet(self, name, columns, frozen)

    def add_worksheet(self, name: str) -> Any:
        return self._workbook.add_worksheet(name)

    def look(self, name: str) -> Format:
        return self._formats[name]


class Sheet:
    """A sheet with a head that stays in view and filters, and `frozen` columns that stay, too."""

    def __init__(self, book: Book, name: str, columns: Sequence[Column], frozen: int = 0) -> None:
        self._book, self._name, self._columns, self._frozen = book, name, columns, frozen
        self._number = 0
        self._begin()

    def add(self, values: Sequence[Value | Link], look: str | None = None) -> None:
        """One row; `look` is for all of its cells instead of that of their columns."""
        if self._row >= MOST_ROWS:
            self.finish()
            self._begin()
        for column, value in enumerate(values):
            self._write(column, value, self._book.look(look or self._columns[column].look))
        self._row += 1

    def finish(self) -> None:
        """What can only be said when all rows are there."""
        last = max(self._row - 1, 1)
        self._sheet.autofilter(0, 0, last, len(self._columns) - 1)
        for number, column in enumerate(self._columns):
            for word, look in column.words:
                rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": self._book.look(look)}
                self._sheet.conditional_format(1, number, last, number, rule)

    def _begin(self) -> None:
        self._number += 1
        self._sheet = self._book.add_worksheet(self._name if self._number == 1 else f"{self._name} {self._number}")
        self._row, self._links = 1, 0
        for number, column in enumerate(self._columns):
            self._sheet.set_column(number, number, column.width)
            self._sheet.write_string(
                0, number, "\n".join(map(cell_text, column.title.split("\n"))), self._book.look("head")
            )
        self._sheet.freeze_panes(1, self._frozen)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)

    def _write(self, column: int, value: Value | Link, look: Format) -> None:
        if value is None or value == "":
            self._sheet.write_blank(self._row, column, None, look)
        elif isinstance(value, Link):
            self._write_link(column, value.path, look)
        elif isinstance(value, str):
            self._sheet.write_string(self._row, column, cell_text(value), look)
        else:
            self._sheet.write_number(self._row, column, value, look)

    def _write_link(self, column: int, path: str, look: Format) -> None:
        if self._links < MOST_LINKS and is_linkable(path):
            self._links += 1
            target = path.replace("%", "%25")
            self._sheet.write_url(self._row, column, f"external:{target}", self._book.look("link"), cell_text(path))
        else:
            self._sheet.write_string(self._row, column, cell_text(path), look)


def cell_text(text: str) -> str:
    """The text as a cell shows it."""
    text = _NO_CHARACTER.sub(lambda match: f"\\u{ord(match.group()):04x}", visible(text))
    text = _ESCAPE.sub(r"\\x5f", text)
    if len(text) <= LONGEST // 2 or _units(text) <= LONGEST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - _NOTE)].decode("utf-16-le", "ignore")
    return f"{kept}… ({len(text) - len(kept)} more characters; JSON has them all)"


def is_linkable(path: str) -> bool:
    """Whether a path can't be anything but a file: no address, no share of another machine, nothing inside a ZIP."""
    inside_archive = ".zip/" in path.lower()
    return len(path) <= _LONGEST_LINK and not inside_archive and _PATH.fullmatch(path) is not None


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _looks() -> dict[str, dict[str, Any]]:
    """The formats by their names, in the colours of the page."""
    colours = tomllib.loads(files("screener.reports").joinpath("html", "palette.toml").read_text("utf-8"))["light"]
    base = {"valign": "top", "font_size": 10}
    verdicts = {
        name: {"font_color": colours[name], "bg_color": colours[f"{name}-ground"]}
        for name in ("fit", "review", "no-fit")
    }
    return {
        "text": base,
        "wrap": {**base, "text_wrap": True},
        "number": base,
        "tenth": {**base, "num_format": "0.0"},
        "hundredth": {**base, "num_format": "0.00"},
        "link": {**base, "font_color": colours["link"], "underline": 1},
        "strong": {**base, "bold": True},
        "head": {
            "bold": True, "text_wrap": True, "valign": "top", "font_size": 10, "font_color": colours["ink"],
            "bg_color": colours["raised"], "bottom": 1, "bottom_color": colours["edge"],
        },
        **verdicts,
    }  # fmt: skip
