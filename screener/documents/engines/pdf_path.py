"""The outline that path operators build -> the box around it, and whether it is one box itself."""

from collections.abc import Sequence

from screener.documents.engines.pdf_operands import numbers_of
from screener.documents.engines.pdf_outline import Part
from screener.documents.engines.pdf_show import Matrix
from screener.documents.page import Box

_LETTERS = b"mlcvyh"
_NOT_LETTERS = bytes(code for code in range(256) if code not in _LETTERS)


class Path:
    """Points are kept as they are written, because most outlines are never looked at."""

    def __init__(self) -> None:
        self.parts: list[Part] = []  # everything, in order; a new list for each outline
        self._pieces: list[bytes] = []
        self._xs: list[float] = []
        self._ys: list[float] = []
        self._corners = 0
        self._straight = True
        self.clips = 0  # how often it was made a clip

    def __bool__(self) -> bool:
        return bool(self._pieces or self._xs)

    def clear(self) -> None:
        if self._pieces or self._xs:
            self.parts, self._pieces, self._xs, self._ys = [], [], [], []
            self._corners, self._straight, self.clips = 0, True, 0

    def add_piece(self, piece: bytes) -> None:
        """Adds lines and curves, as the program has them."""
        self._pieces.append(piece)
        self.parts.append(piece)

    def add_points(self, operator: bytes, points: Sequence[float]) -> None:
        """Adds a line to a point, or a curve by its points."""
        self.parts.append((operator, points))
        self._xs += points[::2]
        self._ys += points[1::2]
        self._corners += 1
        self._straight = self._straight and len(points) == 2

    def add_box(self, x: float, y: float, width: float, height: float) -> None:
        self._xs += (x, x + width, x + width, x)
        self._ys += (y, y, y + height, y + height)
        self._corners += 4
        self.parts.append((b"re", (x, y, width, height)))

    def bounds(self, matrix: Matrix) -> Box | None:
        """The box around all points, on the page."""
        self._read_pieces()
        xs, ys = self._xs, self._ys
        if not xs:
            return None
        a, b, c, d, e, f = matrix
        if b or c:
            across = [a * x + c * y + e for x, y in zip(xs, ys, strict=True)]
            down = [b * x + d * y + f for x, y in zip(xs, ys, strict=True)]
        else:
            across, down = [a * min(xs) + e, a * max(xs) + e], [d * min(ys) + f, d * max(ys) + f]
        return Box(min(across), min(down), max(across), max(down))

    def is_rectangle(self, matrix: Matrix) -> bool:
        """Whether the outline is one box with sides along the page's."""
        a, b, c, d, _, _ = matrix
        if not (abs(b) + abs(c) < 1e-6 or abs(a) + abs(d) < 1e-6):
            return False
        self._read_pieces()
        return self._straight and 4 <= self._corners <= 5 and len(set(self._xs)) == 2 and len(set(self._ys)) == 2

    def _read_pieces(self) -> None:
        for piece in self._pieces:
            letters = piece.translate(None, _NOT_LETTERS)
            self._corners += len(letters) - letters.count(b"h")
            self._straight = self._straight and not letters.strip(b"mlh")
            numbers = numbers_of(piece.translate(None, _LETTERS))
            pairs = len(numbers) // 2 * 2
            self._xs += numbers[:pairs:2]
            self._ys += numbers[1:pairs:2]
        self._pieces = []
