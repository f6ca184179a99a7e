"""One column of a PDF page: text that wraps, dates at its right edge or in a label column, page breaks."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.generator.layouts.fonts import Font
from tests.generator.sheet import Block, Entry, Row, Style

_TOP, _BOTTOM = 794.0, 48.0
_Colour = tuple[float, float, float]
_INK: _Colour = (0.1, 0.1, 0.1)


class Look(NamedTuple):
    """The typography of one document."""

    font: Font
    size: float
    leading: float
    bullet: str
    rules: bool = False
    bold_titles: bool = True


class Column:
    """Writes from the top downwards between two edges; `y` is the next baseline's top."""

    def __init__(self, canvas: Any, look: Look, edges: tuple[float, float], y: float, ink: _Colour = _INK) -> None:
        self.canvas, self.look, self.y, self.ink = canvas, look, y, ink
        self.x0, self.x1 = edges

    def block(self, block: Block, label_width: float, *, dots: bool = False, grid: bool = False) -> None:
        """A section; entries with labels have them in a column of `label_width` points."""
        self.heading(block.heading)
        for entry in block.entries:
            if label_width and any(row.label for row in entry.rows):
                self._labelled(entry, label_width, dots=dots, grid=grid)
            else:
                for row in entry.rows:
                    self.row(row)
            self.y -= 4

    def heading(self, text: str) -> None:
        self._room(self.look.size * 4)
        self.y -= 7
        self.text(text, size=self.look.size * 1.25, bold=True)
        if self.look.rules:
            self.canvas.setStrokeColorRGB(*self.ink)
            self.canvas.line(self.x0, self.y - 1, self.x1, self.y - 1)
        self.y -= 3

    def row(self, row: Row) -> None:
        bold = row.style is Style.TITLE and self.look.bold_titles
        if row.label:
            self.text(row.label)
        if row.style is Style.BULLET:
            self.text(row.text, bullet=self.look.bullet)
        elif row.right:
            self._with_right(row, bold=bold)
        else:
            self.text(row.text, bold=bold)

    def text(self, text: str, *, size: float = 0.0, bold: bool = False, bullet: str = "") -> None:
        """A paragraph; with a bullet, indented behind it."""
        size = size or self.look.size
        font = self.look.font.bold if bold else self.look.font.regular
        indent = size * 1.1 if bullet else 0.0
        for at, line in enumerate(self._wrapped(text, font, size, self.x1 - self.x0 - indent)):
            self._room(size * self.look.leading)
            self.y -= size * self.look.leading
            if bullet and not at:
                self._string(self.x0, self.y, bullet, self.look.font.regular, size)
            self._string(self.x0 + indent, self.y, line, font, size)

    def _with_right(self, row: Row, *, bold: bool) -> None:
        size = self.look.size
        right_edge = self.x1
        width = self._width(row.right, self.look.font.regular, size)
        self._room(size * self.look.leading * 2)
        y = self.y - size * self.look.leading
        self.x1 = right_edge - width - 14
        self.text(row.text, bold=bold)
        self.x1 = right_edge
        self._string(right_edge - width, y, row.right, self.look.font.regular, size)

    def _labelled(self, entry: Entry, label_width: float, *, dots: bool, grid: bool) -> None:
        """Labels on the left, everything else beside them."""
        left = self.x0
        for part in _by_label(entry):
            self._room(self.look.size * self.look.leading * 4)
            top, page = self.y, self.canvas.getPageNumber()
            label = Column(self.canvas, self.look, (left, left + label_width - 12), top, self.ink)
            label.text(part[0].label)
            self.x0, self.y = left + label_width, top
            if dots:
                self.canvas.setFillColorRGB(*self.ink)
                self.canvas.circle(self.x0 - 9, top - self.look.size * 1.05, 2.5, stroke=0, fill=1)
            for row in part:
                self.row(row._replace(label=""))
            self.x0 = left
            if self.canvas.getPageNumber() == page:
                self.y = min(self.y, label.y)
                if grid:
                    self.canvas.rect(left - 4, self.y - 4, self.x1 - left + 8, top - self.y, stroke=1, fill=0)
                    self.y -= 4

    def _wrapped(self, text: str, font: str, size: float, width: float) -> Iterator[str]:
        line = ""
        for piece in _breakable(text):
            if line and self._width(line + piece.rstrip(), font, size) > width:
                yield line.rstrip()
                line = ""
            line += piece
        yield line.rstrip()

    def _width(self, text: str, font: str, size: float) -> float:
        return float(self.canvas.stringWidth(text, font, size))

    def _string(self, x: float, y: float, text: str, font: str, size: float) -> None:
        self.canvas.setFillColorRGB(*self.ink)
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def _room(self, height: float) -> None:
        if self.y - height < _BOTTOM:
            self.canvas.showPage()
            self.y, self.ink = _TOP, _INK


def _by_label(entry: Entry) -> list[list[Row]]:
    """The rows of an entry, cut in front of every label."""
    parts: list[list[Row]] = []
    for row in entry.rows:
        if row.label or not parts:
            parts.append([])
        parts[-1].append(row)
    return parts


def _breakable(text: str) -> Iterator[str]:
    """Pieces a line may be broken between: words, and single characters of East Asian text."""
    piece = ""
    for character in text:
        piece += character
        if character in " –—-" or ord(character) > 0x2E80:
            yield piece
            piece = ""
    if piece:
        yield piece
