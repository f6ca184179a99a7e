"""Stretches of months -> one line of a chart, drawn in half cells of a terminal."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from rich.text import Text

from screener.reports.pen import Pen

Strip = list[tuple[str, str]]  # a sign and its style for every cell
_LABEL_CELLS = 6  # between the beginnings of two labels of an axis, at least
_STEPS = (1, 2, 5, 10, 20, 50, 100, 1000, 10_000)


class Ink(NamedTuple):
    """Glyphs of a whole cell, of a right half and of a left half; the stronger ink covers the other."""

    glyphs: str
    style: str
    strength: int = 1


class Stretch(NamedTuple):
    """The months from `first` to `last`, both included."""

    first: int
    last: int
    ink: Ink


class Scale(NamedTuple):
    """The years from `first` to `last`, both included, on `cells` cells."""

    first: int
    last: int
    cells: int

    def half(self, month: int) -> int:
        """The half cell where the month begins; a month outside lies at the nearest end."""
        months = (self.last + 1 - self.first) * 12
        return min(max(month - self.first * 12, 0), months) * 2 * self.cells // months


def even_scale(first: int, last: int, cells: int) -> Scale:
    """On so many cells or somewhat fewer, so that all years are equally long."""
    years = last + 1 - first
    return Scale(first, last, cells - cells % years if cells > years else cells)


def draw(stretches: Iterable[Stretch], scale: Scale) -> Strip:
    """What lies outside of the scale, or runs backwards, draws nothing; a single month is always seen."""
    halves: list[Ink | None] = [None] * (2 * scale.cells)
    for first, last, ink in stretches:
        start, end = scale.half(first), scale.half(last + 1)
        if first > last or end == 0 or start == len(halves):
            continue
        for half in range(start, max(end, start + 1)):
            halves[half] = _stronger(halves[half], ink)
    return [_cell(left, right) for left, right in zip(halves[::2], halves[1::2], strict=True)]


def write_on(strip: Strip, first: int, last: int, words: str, style: str) -> None:
    """The words in the middle of these cells, with a free cell at either side; nothing where they don't fit."""
    spare = last - first - len(words)
    if spare < 2:
        return
    start = first + spare // 2
    strip[start : start + len(words)] = [(character, style) for character in words]


def text_of(strip: Strip, pen: Pen) -> Text:
    """The line, with as few changes of style as there can be."""
    runs = ((style, "".join(sign for sign, _ in cells)) for style, cells in groupby(strip, lambda cell: cell[1]))
    return pen.line(*(pen.text(signs, style) for style, signs in runs))


def axis(scale: Scale) -> str:
    """Years, each where its January lies, as many as have room."""
    step = axis_step(scale)
    words = ""
    for year in range(scale.first, scale.last + 1, step):
        at = scale.half(year * 12) // 2
        if at + len(str(year)) <= scale.cells:
            words = words.ljust(at) + str(year)
    return words


def axis_step(scale: Scale) -> int:
    """How many years lie between two labels."""
    fitting = max(scale.cells // _LABEL_CELLS, 1)
    return next(step for step in _STEPS if (scale.last - scale.first) // step < fitting)


def _cell(left: Ink | None, right: Ink | None) -> tuple[str, str]:
    ink = _stronger(left, right)
    if ink is None:
        return " ", ""
    return ink.glyphs[0 if left and right else 2 if left else 1], ink.style


def _stronger(one: Ink | None, other: Ink | None) -> Ink | None:
    if one is None or other is None:
        return one or other
    return other if other.strength > one.strength else one
