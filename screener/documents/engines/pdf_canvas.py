"""What a page's program paints, whichever interpreter runs it -> a Page.

Boxes are taken around all points of a path, on the page; colours that aren't plain are None.
"""

from typing import Any, NamedTuple

from pdfminer.pdfcolor import PDFColorSpace

from screener.documents.engines.pdf_show import Matrix
from screener.documents.page import OPAQUE, Box, Colour, Fill, Image, LinkArea, Mixing, Page, Paint, Run, Shape

Place = tuple[float, float, bool, int]  # baseline, size, bold and angle of a run

_FARTHEST = 1e15  # points; places beyond can't be reckoned with
_MOST_FILLS = 5_000  # kept for one page
_SMALLEST_MARK, _LARGEST_MARK = 1.0, 8.0  # points
_THIN = 2.5  # points; narrower fills are rules, and nothing is written on one alone
_NOTHING = 0.05  # points; narrower fills don't add up to anything


class Area(NamedTuple):
    """How an area is filled; see Fill."""

    colour: Colour | None
    exact: bool
    mixing: Mixing = OPAQUE
    shapes: tuple[Shape, ...] = ()
    solid: bool = True


class Canvas:
    """Everything painted on one page, in order."""

    def __init__(self, box: Box) -> None:
        self.box = box
        self._runs: list[Run] = []
        self._texts: list[str] = []  # of the last run, to which letters may be added
        self._x0 = self._x1 = 0.0
        self._place: Place = (0.0, 0.0, False, 0)
        self._paint: Paint | None = None
        self._order = 0
        self.fills: list[Fill] = []
        self.images: list[Image] = []
        self.rules: list[Fill] = []
        self.marks: list[Box] = []
        self.complete = True  # false once fills were left out
        self.shapes = 0
        self.order = 0
        self._cut: dict[Run, None] = {}
        self.contradicted: tuple[str, str] | None = None  # glyphs, and what the file says they stand for
        self.broken = False  # a part of the page's program couldn't be read

    def fill(self, box: Box, area: "Area") -> None:
        """Adds a filled area; `box` is around it."""
        self.order += 1
        least = min(box.x1 - box.x0, box.bottom - box.top)
        kept = self.fills if least >= _THIN else self.rules
        if least > _NOTHING:
            if len(kept) < _MOST_FILLS:
                colour, exact, mixing, shapes, solid = area
                kept.append(Fill(box, colour, exact, self.order, mixing, shapes, solid))
            else:
                self.complete = False
        self.shapes += not area.exact

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
            tuple(self.rules),
            self.complete,
            tuple(self._cut),
        )

    @property
    def runs(self) -> list[Run]:
        """The runs until now; letters that come later start a new one."""
        self._finish_run()
        return self._runs

    @property
    def characters(self) -> int:
        """How much text there is."""
        return sum(len(run.text) for run in self.runs)

    def cut(self, letters: tuple[Run, ...]) -> None:
        """Keeps letters of a mask, which show where something is painted through it."""
        if letters and len(self._cut) < _MOST_FILLS:
            self._cut.update(dict.fromkeys(letters))

    def become(self, other: "Canvas") -> None:
        """Takes over what another canvas of the same page shows."""
        self.__dict__.update(other.__dict__)

    def show(self, runs: list[Run]) -> None:
        """Adds what one operator shows."""
        for run in runs:
            self.add(run.text, run.x0, run.x1, (run.baseline, run.size, run.bold, run.angle), run.paint)

    def add(self, text: str, x0: float, x1: float, place: Place, paint: Paint) -> None:
        """Adds text; a letter that goes on where the last run ended joins it.

        Browsers show some fonts letter by letter: such letters are one run, and cost as little.
        """
        order = self.order
        if (
            self._order + 1 == order
            and self._place == place
            and self._paint is paint
            and abs(x0 - self._x1) <= 0.1 * place[1]
        ):
            self._texts.append(text)
        else:
            self._finish_run()
            self._texts = [text]
            self._x0, self._place, self._paint = x0, place, paint
        self._x1, self._order = x1, order

    def _finish_run(self) -> None:
        baseline, size, _, _ = self._place
        near = abs(self._x0) + abs(self._x1) + abs(baseline) + size < _FARTHEST  # false for what isn't a number, too
        if self._texts and self._paint is not None and near:
            self._runs.append(Run("".join(self._texts), self._x0, self._x1, *self._place, self._order, self._paint))
        self._texts, self._order = [], -1

    def mark(self, box: Box) -> None:
        """Keeps shapes that may be bullets."""
        width = box.x1 - box.x0
        small = _SMALLEST_MARK <= width <= _LARGEST_MARK and box.bottom - box.top <= _LARGEST_MARK
        if small and len(self.marks) < _MOST_FILLS:
            self.marks.append(box)

    def image(self, box: Box, image: Image | None = None) -> None:
        """Adds a picture; `image` says more about it."""
        self.order += 1
        self.images.append(image._replace(box=box, order=self.order) if image else Image(box, self.order))


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
