"""Readings -> text: what is on each page, line by line, and what was understood of it.

Every line has its number in front of a rule, with the letter of the position that it belongs to.
Sections branch off the rule where they begin. Signs: `#` a section's heading, `•` a list item,
`↳` the wrapped rest of the line above, `┊` between cells.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.text import Text

from screener.model.reading import Reading
from screener.reports.pen import Pen, open_console, window_width
from screener.reports.reading import DEFAULT_VIEW, ReadingView
from screener.reports.reading.drawing import drawing_lines
from screener.reports.reading.lines import Row, format_name, letters, read_lines, region_names, rows_of
from screener.reports.reading.sheet import Sheet
from screener.reports.reading.understood import hidden_lines, understood_lines, warning_lines
from screener.reports.wording import counted, day_words

_FEWEST_DIGITS = 3


def write(readings: Sequence[Reading], stream: TextIO, view: ReadingView = DEFAULT_VIEW) -> None:
    """Print on the stream, in colour and as wide as it is when it is a terminal."""
    width = view.width or window_width(stream)
    print_readings(readings, open_console(stream, width), layout=view.layout, wraps=width is not None)
    stream.flush()


def print_readings(readings: Sequence[Reading], console: Console, *, layout: bool = False, wraps: bool = True) -> None:
    """Print on a console of the caller's, one that records for instance."""
    sheet = Sheet(Pen(console), wraps=wraps)
    for reading in readings:
        sheet.pen.print(_lines(reading, sheet, layout=layout))


def _lines(reading: Reading, sheet: Sheet, *, layout: bool) -> Iterator[Text]:
    yield from _header(reading, sheet)
    blocks = [drawing_lines(reading.document, sheet)] if layout else [_pages(reading, sheet)]
    if not layout:
        blocks.append(understood_lines(reading, sheet))
    blocks += [hidden_lines(reading, sheet), warning_lines(reading, sheet)]
    for block in blocks:
        yield from block
        yield Text()


def _header(reading: Reading, sheet: Sheet) -> Iterator[Text]:
    pen, document = sheet.pen, reading.document
    facts = [
        format_name(document),
        counted(document.page_count, "page"),
        counted(len(document.lines), "line"),
        f"as of {day_words(reading.as_of)}",
    ]
    name = pen.whole(reading.file, "bold")
    yield from sheet.hang(Text(), pen.join([name, *(pen.text(fact, "dim") for fact in facts)], " · "))
    yield Text()


def _pages(reading: Reading, sheet: Sheet) -> Iterator[Text]:
    """The lines, under a title for every stretch of one page and region."""
    lines = reading.document.lines
    names = region_names(lines)
    gutter = _Gutter(reading, sheet)
    found = groupby(read_lines(reading), key=lambda item: (item.line.page, item.line.region))
    for number, ((page, region), stretch) in enumerate(found):
        if number:
            yield Text()
        yield sheet.title(f"Page {page}", names[region] if len(names) > 1 else "")
        yield from gutter.stretch(row for item in stretch for row in rows_of(item))


class _Gutter:
    """Writes rows to the right of a rule; to its left stand the line's number and its position."""

    def __init__(self, reading: Reading, sheet: Sheet) -> None:
        self._sheet = sheet
        self._pen = sheet.pen
        most = max((line.number for line in reading.document.lines), default=0)
        self._digits = max(len(str(most)), _FEWEST_DIGITS)
        self._letters = len(letters(max(len(reading.resume.positions) - 1, 0)))

    def stretch(self, rows: Iterator[Row]) -> Iterator[Text]:
        before: Row | None = None
        for row in rows:
            if before is None or before.section is not row.section:
                words = row.section.value if row.section else "no section"
                yield self._pen.line(self._left("", ""), self._pen.text(f"├ {words}", "bar" if row.section else "dim"))
            rest = self._pen.line(self._left("", ""), self._pen.text("│ ", "dim"), 2)
            yield from self._sheet.hang(self._before(row), self._text(row), rest)
            before = row

    def _before(self, row: Row) -> Text:
        position = "" if row.position is None else letters(row.position)
        sign = "#" if row.is_heading else "•" if row.is_bullet else "↳" if row.continues else " "
        rule = self._pen.text("│ ", "dim")
        return self._pen.line(self._left(str(row.line.number), position), rule, self._pen.text(sign, "bar"), 1)

    def _left(self, number: str, position: str) -> Text:
        pen = self._pen
        return pen.line(
            pen.text(number.rjust(self._digits), "dim"), 1, pen.text(position.ljust(self._letters), "letter"), 1
        )

    def _text(self, row: Row) -> Text:
        pen = self._pen
        cells = [pen.whole(text, "bold" if bold or row.is_heading else "") for text, bold in row.cells]
        return pen.join(cells, " ┊ ")
