"""Rows of values -> sheets of a workbook, written row by row: no candidate is kept in memory.

A text is always written as a text, whatever it begins with. What a spreadsheet or XML can't hold is shown as an
escape, and a text that is longer than a cell is cut, with a note that counts what is missing. A sheet that is
full goes on in another one of the same name and a number. Rows get the height that their texts need, as not every
program works it out by itself.
"""

import math
import re
import tomllib
from collections.abc import Iterable, Sequence
from datetime import datetime
from importlib.resources import files
from typing import Any, BinaryIO, NamedTuple

from rich.cells import cell_len
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from screener.documents.own_reports import MADE_BY
from screener.reports.safe_text import visible
from screener.reports.xlsx.links import link_to

MOST_ROWS = 1_048_576  # of a sheet
MOST_LINKS = 65_000  # of a sheet; what a spreadsheet allows is a little more
LONGEST = 32_767  # UTF-16 units in a cell
_NOTE = 60  # kept free for the note on what was cut
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # "_x0041_" would be read as "A"
_NO_CHARACTER = re.compile("[\ufffe\uffff]")  # not allowed in XML
_LINE = 13.5  # points
_MOST_LINES = 6  # of a row, so that one long cell makes no page of it; what is longer is seen by opening the cell
_PAGE = 230  # widths of characters that can be read side by side on a sheet of paper
_SHARE = (
    0.9  # of a column's characters, which are digits of a larger size, that a letter takes; broken lines aren't full
)

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

    def __init__(self, stream: BinaryIO, day: datetime, folder: str | None = None) -> None:
        self.folder = folder  # where the workbook will lie, if it does
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._workbook = Workbook(stream, options | {"strings_to_numbers": False, "nan_inf_to_errors": False})
        self._workbook.set_properties({"created": day, "comments": MADE_BY})
        self._formats = {name: self._workbook.add_format(look) for name, look in _looks().items()}

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, *_: object) -> None:
        self._workbook.close()

    def sheet(self, name: str, columns: Sequence[Column], frozen: int = 0) -> "Sheet":
        """A sheet whose first columns stay in view; one without such columns is no table, and has no filters."""
        return Sheet(self, name, columns, frozen)

    def add_worksheet(self, name: str) -> Any:
        return self._workbook.add_worksheet(name)

    def look(self, name: str) -> Format:
        return self._formats[name]


class Sheet:
    """A sheet with a head that stays in view and filters, and `frozen` columns that stay, too, also on paper."""

    def __init__(self, book: Book, name: str, columns: Sequence[Column], frozen: int = 0) -> None:
        self._book, self._name, self._columns, self._frozen = book, name, columns, frozen
        self._number = 0
        self._begin()

    def add(self, values: Sequence[Value | Link], look: str | None = None) -> None:
        """One row; `look` is for all of its cells instead of that of their columns."""
        if self._row >= MOST_ROWS:
            self.finish()
            self._begin()
        self._set_height(self._row, zip(map(_shown, values), (column.width for column in self._columns), strict=False))
        for column, value in enumerate(values):
            self._write(column, value, self._book.look(look or self._columns[column].look))
        self._row += 1

    def finish(self) -> None:
        """What can only be said when all rows are there."""
        last = max(self._row - 1, 1)
        if self._frozen:
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
        titles = ["\n".join(map(cell_text, column.title.split("\n"))) for column in self._columns]
        self._set_height(0, ((title, column.width) for title, column in zip(titles, self._columns, strict=True)))
        for number, title in enumerate(titles):
            self._sheet.write_string(0, number, title, self._book.look("head"))
        self._sheet.freeze_panes(1, self._frozen)
        self._sheet.hide_gridlines(0)  # also drawn on paper
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(max(round(sum(column.width for column in self._columns) / _PAGE), 1), 0)
        self._sheet.repeat_rows(0)
        if self._frozen:
            self._sheet.repeat_columns(0, self._frozen - 1)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self._sheet.set_footer("&L&8&A&R&8&P / &N")

    def _set_height(self, row: int, cells: Iterable[tuple[str, float]]) -> None:
        lines = max((_line_count(text, width) for text, width in cells), default=1)
        if lines > 1:
            self._sheet.set_row(row, min(lines, _MOST_LINES) * _LINE + 1.5)

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
        shown = cell_text(path)
        target = link_to(path, self._book.folder) if shown == path and self._links < MOST_LINKS else None
        if target is not None:
            self._links += 1
            self._sheet.write_url(self._row, column, f"external:{target}", self._book.look("link"), shown)
        else:
            self._sheet.write_string(self._row, column, shown, look)


def cell_text(text: str) -> str:
    """The text as a cell shows it."""
    text = _NO_CHARACTER.sub(lambda match: f"\\u{ord(match.group()):04x}", visible(text))
    text = _ESCAPE.sub(r"\\x5f", text)
    if len(text) <= LONGEST // 2 or _units(text) <= LONGEST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - _NOTE)].decode("utf-16-le", "ignore")
    return f"{kept}… ({len(text) - len(kept)} more characters; JSON has them all)"


def _shown(value: Value | Link) -> str:
    """The text of a cell, as far as it may need several lines."""
    text = value.path if isinstance(value, Link) else value
    return cell_text(text) if isinstance(text, str) else ""


def _line_count(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many characters."""
    if len(text) * 2 < width and "\n" not in text:
        return 1
    most = int(2 * width * _MOST_LINES)
    return sum(max(math.ceil(cell_len(line[:most]) * _SHARE / width), 1) for line in text.split("\n"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _looks() -> dict[str, dict[str, Any]]:
    """The formats by their names, in the colours of the page."""
    colours = tomllib.loads(files("screener.reports").joinpath("html", "palette.toml").read_text("utf-8"))["light"]
    base = {"valign": "top", "font_size": 10, "align": "left", "text_wrap": True}
    number = {"valign": "top", "font_size": 10, "align": "right", "indent": 1}
    verdicts = {
        name: {"font_color": colours[name], "bg_color": colours[f"{name}-ground"]}
        for name in ("fit", "review", "no-fit")
    }
    return {
        "text": base,
        "number": number,
        "tenth": {**number, "num_format": "0.0"},
        "hundredth": {**number, "num_format": "0.00"},
        "link": {**base, "font_color": colours["link"], "underline": 1},
        "strong": {**base, "bold": True},
        "head": {
            "bold": True, "text_wrap": True, "valign": "top", "font_size": 10, "font_color": colours["ink"],
            "bg_color": colours["raised"], "bottom": 1, "bottom_color": colours["edge"],
        },
        **verdicts,
    }  # fmt: skip
