"""The operators of a path -> the area that filling or stroking it paints, to be asked about points of the page.

Curves become a few lines each. Nothing is worked out before somebody asks, because most outlines
are letters or lines that nobody writes on.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from screener.documents.engines.pdf_operands import numbers_of
from screener.documents.engines.pdf_show import Matrix
from screener.documents.page import Box

Part = bytes | tuple[bytes, Sequence[float]]  # lines and curves as the program has them, or an operator by itself
_Point = tuple[float, float]
_Edge = tuple[float, float, float, float]

_PER_CURVE = 4  # lines; a quarter of a circle is right to half a hundredth of its radius
_WEIGHTS = [
    ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    for t in [step / _PER_CURVE for step in range(1, _PER_CURVE + 1)]
]
_SEGMENT = re.compile(rb"([-+.\d\0\t\n\f\r ]*+)([mlcvyh])")


class Outline:
    """The area inside an outline, or within half the width of a line along it."""

    def __init__(self, parts: Sequence[Part], matrix: Matrix, *, even_odd: bool = False, width: float = 0.0) -> None:
        self.size = sum(len(part) // 8 if isinstance(part, bytes) else 1 for part in parts) + 4  # roughly, lines
        self._parts = parts
        self._matrix = matrix
        self._even_odd = even_odd
        self._reach = width / 2

    def contains(self, x: float, y: float) -> bool:
        """Whether a point of the page is in the area."""
        if self._reach:
            return any(_is_near(edge, x, y, self._reach) for edge in self._edges)
        winding = crossings = 0
        for x0, y0, x1, y1 in self._edges:
            if (y0 <= y) != (y1 <= y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                crossings += 1
                winding += 1 if y1 > y0 else -1
        return crossings % 2 == 1 if self._even_odd else winding != 0

    def holds(self, box: Box) -> bool | None:
        """Whether all of a box is in the area, or nothing of it; None when that takes a closer look."""
        left, top, right, bottom = box
        if self._reach:
            left, top, right, bottom = left - self._reach, top - self._reach, right + self._reach, bottom + self._reach
        for x0, y0, x1, y1 in self._edges:
            is_beside = (x0 >= right and x1 >= right) or (x0 <= left and x1 <= left)
            if not is_beside and (y0 < bottom or y1 < bottom) and (y0 > top or y1 > top):
                return None
        return not self._reach and self.contains((left + right) / 2, (top + bottom) / 2)

    @cached_property
    def _edges(self) -> list[_Edge]:
        """The lines around the area, on the page."""
        a, b, c, d, e, f = self._matrix
        edges: list[_Edge] = []
        for polygon, is_closed in _polygons(self._parts):
            corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in polygon]
            if is_closed or not self._reach:
                corners.append(corners[0])
            edges += [(*one, *other) for one, other in pairwise(corners)]
        return edges


def _is_near(edge: _Edge, x: float, y: float, reach: float) -> bool:
    x0, y0, x1, y1 = edge
    dx, dy = x1 - x0, y1 - y0
    length = dx * dx + dy * dy
    along = ((x - x0) * dx + (y - y0) * dy) / length if length else 0.0
    if not 0 <= along <= 1:
        return False
    return (x - x0 - along * dx) ** 2 + (y - y0 - along * dy) ** 2 <= reach * reach


def _polygons(parts: Sequence[Part]) -> Iterator[tuple[list[_Point], bool]]:
    """Each part of an outline as its corners, and whether it is closed."""
    corners: list[_Point] = []
    for operator, numbers in _segments(parts):
        if operator in {b"m", b"re"} and corners:
            yield corners, False
            corners = []
        if operator == b"re":
            x, y, width, height = numbers
            yield [(x, y), (x + width, y), (x + width, y + height), (x, y + height)], True
        elif operator == b"h":
            if corners:
                yield corners, True
                corners = [corners[0]]
        elif operator in {b"m", b"l"} or not corners:
            corners.append((numbers[-2], numbers[-1]))
        else:
            corners += _curve(operator, corners[-1], numbers)
    if corners:
        yield corners, False


def _segments(parts: Sequence[Part]) -> Iterator[tuple[bytes, Sequence[float]]]:
    for part in parts:
        if isinstance(part, tuple):
            yield part
            continue
        for digits, operator in _SEGMENT.findall(part):
            numbers = numbers_of(digits)
            wanted = _COUNTS[operator]
            if len(numbers) >= wanted:
                yield operator, numbers[len(numbers) - wanted :]


_COUNTS = {b"m": 2, b"l": 2, b"c": 6, b"v": 4, b"y": 4, b"h": 0}


def _curve(operator: bytes, start: _Point, numbers: Sequence[float]) -> Iterator[_Point]:
    """Points along a curve, without its start."""
    x0, y0 = start
    x3, y3 = numbers[-2:]
    x1, y1 = start if operator == b"v" else (numbers[0], numbers[1])
    x2, y2 = (x3, y3) if operator == b"y" else (numbers[-4], numbers[-3])
    for a, b, c, d in _WEIGHTS:
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
