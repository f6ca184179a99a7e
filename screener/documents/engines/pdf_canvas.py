"""What a page's program paints, whichever interpreter runs it -> a Page.

Boxes are taken around all points of a path, on the page; colours that aren't plain are None.
"""

from typing import Any

from pdfminer.pdfcolor import PDFColorSpace

from screener.documents.engines.pdf_show import Matrix
from screener.documents.page import Box, Colour, Fill, Image, LinkArea, Page, Run

_MOST_FILLS = 5_000  # kept for one page
_SMALLEST_MARK, _LARGEST_MARK = 1.0, 8.0  # points
_THIN = 2.5  # points; narrower fills are rules, and nothing is written on them


class Canvas:
    """Everything painted on one page, in order."""

    def __init__(self, box: Box) -> None:
        self.box = box
        self.runs: list[Run] = []
        self.fills: list[Fill] = []
        self.images: list[Image] = []
        self.marks: list[Box] = []
        self.shapes = 0
        self.order = 0
        self.broken = False  # a part of the page's program couldn't be read

    def fill(self, box: Box, colour: Colour | None, *, exact: bool) -> None:
        self.order += 1
        if box.x1 - box.x0 >= _THIN and box.bottom - box.top >= _THIN and len(self.fills) < _MOST_FILLS:
            self.fills.append(Fill(box, colour, exact, self.order))
        self.shapes += not exact

    def page(self, number: int, links: tuple[LinkArea, ...]) -> Page:
        return Page(
            number,
            self.box.x1,
            self.box.bottom,
            tuple(self.runs),
            tuple(self.fills),
            tuple(self.images),
            links,
            tuple(self.marks),
            self.shapes,
        )

    def show(self, runs: list[Run]) -> None:
        """Adds what one operator shows; a letter that goes on where the last run ended joins it."""
        if runs and self.runs and _continues(self.runs[-1], runs[0]):
            last, first = self.runs[-1], runs[0]
            joined = last.text + first.text
            runs[0] = Run(joined, last.x0, first.x1, *last[3:7], first.order, last.paint)
            del self.runs[-1]
        self.runs += runs

    def mark(self, box: Box) -> None:
        """Keeps shapes that may be bullets."""
        width = box.x1 - box.x0
        small = _SMALLEST_MARK <= width <= _LARGEST_MARK and box.bottom - box.top <= _LARGEST_MARK
        if small and len(self.marks) < _MOST_FILLS:
            self.marks.append(box)

    def image(self, box: Box) -> None:
        self.order += 1
        self.images.append(Image(box, self.order))


def _continues(last: Run, run: Run) -> bool:
    """Browsers show some fonts letter by letter: such letters are one run, and cost as little."""
    return (
        last.baseline == run.baseline
        and last.size == run.size
        and abs(run.x0 - last.x1) <= 0.1 * run.size
        and last.bold == run.bold
        and last.angle == run.angle
        and last.order + 1 == run.order
        and last.paint is run.paint
    )


def bounds(path: Any, matrix: Matrix) -> Box | None:
    """The box around all points of a path, on the page."""
    a, b, c, d, e, f = matrix
    xs: list[float] = []
    ys: list[float] = []
    for segment in path:
        for at in range(1, len(segment) - 1, 2):
            x, y = segment[at], segment[at + 1]
            xs.append(a * x + c * y + e)
            ys.append(b * x + d * y + f)
    return Box(min(xs), min(ys), max(xs), max(ys)) if xs else None


def is_rectangle(path: Any, matrix: Matrix) -> bool:
    """Whether the path is one box with sides along the page's."""
    _, b, c, _, _, _ = matrix
    a, d = matrix[0], matrix[3]
    if not (abs(b) + abs(c) < 1e-6 or abs(a) + abs(d) < 1e-6):
        return False
    corners = [segment[1:] for segment in path if segment[0] != "h"]
    if not 4 <= len(corners) <= 5 or any(segment[0] not in "mlh" for segment in path):
        return False
    return len({corner[0] for corner in corners}) == 2 and len({corner[1] for corner in corners}) == 2


def plain_colour(space: PDFColorSpace, colour: Any) -> Colour | None:
    """Red, green and blue of a colour in one of the plain spaces; None in any other."""
    if space.name not in _PLAIN_SPACES:
        return None
    if isinstance(colour, (int, float)):
        return (float(colour),) * 3
    if not isinstance(colour, tuple):
        return None
    if len(colour) == 3:
        return (float(colour[0]), float(colour[1]), float(colour[2]))
    if len(colour) == 4:
        cyan, magenta, yellow, black = colour
        return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return None


_PLAIN_SPACES = frozenset({"DeviceGray", "CalGray", "DeviceRGB", "CalRGB", "DeviceCMYK", "ICCBased"})
