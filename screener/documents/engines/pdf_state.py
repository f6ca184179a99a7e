"""The graphics state: everything that `q` saves and `Q` brings back, and that a form begins with."""

from typing import NamedTuple

from pdfminer.pdfcolor import PREDEFINED_COLORSPACE, PDFColorSpace

from screener.documents.engines.pdf_fonts import FontFace
from screener.documents.engines.pdf_show import Matrix
from screener.documents.page import OPAQUE, Box, Colour, Mixing, Shape, Stencil

_GREY = PREDEFINED_COLORSPACE["DeviceGray"]
_BLACK: Colour = (0.0, 0.0, 0.0)


class Veil(NamedTuple):
    """What is seldom set: how paint mixes, for fills and for strokes, and what cuts it off besides a box."""

    mixing: Mixing = OPAQUE
    stroke_mixing: Mixing = OPAQUE
    shapes: tuple[Shape, ...] = ()
    stencil: Stencil | None = None


NO_VEIL = Veil()


class State:
    """`turn`, `e` and `f` are the text matrix, `x` how far along it the text on this line has come."""

    __slots__ = (
        "char_spacing", "clip", "ctm", "e", "f", "face", "fill", "fill_is_solid", "fill_space", "font_size", "leading",
        "line_width", "opacity", "render_mode", "rise", "scaling", "stroke", "stroke_space", "turn", "veil",
        "word_spacing", "x",
    )  # fmt: skip

    def __init__(self, ctm: Matrix) -> None:
        self.ctm = ctm
        self.clip: Box | None = None
        self.opacity = 1.0
        self.veil = NO_VEIL
        self.line_width = 1.0
        self.fill_is_solid = True  # false where a pattern may leave holes
        self.fill: Colour | None = _BLACK
        self.stroke: Colour | None = _BLACK
        self.fill_space: PDFColorSpace = _GREY
        self.stroke_space: PDFColorSpace = _GREY
        self.face: FontFace | None = None
        self.font_size = 0.0
        self.char_spacing = self.word_spacing = self.leading = self.rise = 0.0
        self.scaling = 1.0
        self.render_mode = 0
        self.begin_text()

    def begin_text(self) -> None:
        self.turn = (1.0, 0.0, 0.0, 1.0)
        self.e = self.f = self.x = 0.0

    def next_line(self, x: float, y: float) -> None:
        """Goes to where a line starts, counted from the start of this one."""
        a, b, c, d = self.turn
        self.e = x * a + y * c + self.e
        self.f = x * b + y * d + self.f
        self.x = 0.0

    def copy(self) -> "State":
        """Written out, because pages save their state thousands of times."""
        new = State.__new__(State)
        new.ctm, new.clip, new.opacity = self.ctm, self.clip, self.opacity
        new.veil, new.line_width, new.fill_is_solid = self.veil, self.line_width, self.fill_is_solid
        new.fill, new.fill_space = self.fill, self.fill_space
        new.stroke, new.stroke_space = self.stroke, self.stroke_space
        new.face, new.font_size, new.render_mode = self.face, self.font_size, self.render_mode
        new.char_spacing, new.word_spacing, new.scaling = self.char_spacing, self.word_spacing, self.scaling
        new.leading, new.rise = self.leading, self.rise
        new.turn, new.e, new.f, new.x = self.turn, self.e, self.f, self.x
        return new
