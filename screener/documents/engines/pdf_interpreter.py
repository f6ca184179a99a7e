"""The program of a page -> runs of text, fills and images, by an interpreter of our own.

It does what reading needs and nothing else: text with its place, size, font and colour, what is
filled, pictures and clips (by the boxes around them), forms, layers and the text that marked content
stands for. Forms are counted, and nested only so deep. `doubts` counts what it could make no sense of.

Not handled: what the glyphs of bitmap fonts draw, soft masks, patterns.
"""

from typing import TYPE_CHECKING, Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, resolve1

from screener.documents.engines.pdf_actual_text import ActualText
from screener.documents.engines.pdf_canvas import Canvas, bounds
from screener.documents.engines.pdf_colours import find_space
from screener.documents.engines.pdf_fonts import FontFace
from screener.documents.engines.pdf_operators import ARITIES, HANDLERS, IGNORED
from screener.documents.engines.pdf_path import Path
from screener.documents.engines.pdf_pen import Pen, multiply
from screener.documents.engines.pdf_program import Program
from screener.documents.engines.pdf_show import Matrix
from screener.documents.engines.pdf_state import State
from screener.documents.engines.pdf_streams import unpack
from screener.documents.page import Box, Paint

if TYPE_CHECKING:
    from screener.documents.engines.pdf_content import Reader

_DEEPEST_FORM = 12
_DEEPEST_STATE = 500  # graphics states saved within each other


class _Scope:
    """What each program has of its own: its resources, and what it has saved and marked."""

    def __init__(self, resources: dict[Any, Any]) -> None:
        self.resources = resources
        self.fonts: dict[object, FontFace] = {}
        self.spaces: dict[str, PDFColorSpace | None] = {}
        self.saved: list[State] = []
        self.unsaved = 0  # states beyond the deepest, to be left again
        self.tags: list[tuple[bool, ActualText | None]] = []  # of open marked content: whether it is off, its text


class Interpreter:
    """Paints programs onto a canvas; the operators (pdf_operators.py) change what is public here."""

    def __init__(self, reader: "Reader", canvas: Canvas, matrix: Matrix) -> None:
        self.reader = reader
        self.canvas = canvas
        self.state = State(matrix)
        self.path = Path()
        self.pen = Pen(canvas)
        self.doubts = 0
        self.off = 0  # how many layers around are off
        self._depth = 0  # of forms
        self._paint: Paint | None = None  # how text is painted; the same object until something changes
        self._paint_is_old = True
        self._scope = _Scope({})

    def run(self, data: bytes, resources: dict[Any, Any]) -> None:
        """Paints a program. What it raises is up to the library; what was painted before stands."""
        self._scope = _Scope(resources)
        program = Program(data, ARITIES)
        find = HANDLERS.get
        for operator, operands in program:
            handler = find(operator)
            if handler is not None:
                handler(self, operator, operands)
            elif operator not in IGNORED:
                self.doubts += 1
        self.doubts += program.oddities
        if program.has_endless_picture:  # the rest may be its data, which the library doesn't end on either
            self.doubts = 0
        while self._scope.tags:
            self.end_tag()

    def draw_form(self, stream: PDFStream, matrix: Matrix) -> None:
        """Draws a form, with `matrix` after its own; its program begins with the state as it is."""
        if self._depth >= _DEEPEST_FORM:
            return
        self.reader.count_form()
        self.canvas.broken |= not unpack(stream, self.reader.inflated_bytes)
        outside = self.state, self.path, self.off, self._scope
        self.state = self.state.copy()
        self.state.ctm = multiply(form_matrix(stream), matrix)
        self.path = Path()
        self.off += self.reader.layers.is_off(stream.get("OC"))
        self.clip_to(form_box(stream, self.state.ctm))
        self.changed()
        self._depth += 1
        own = stream.get("Resources")
        self.run(stream.get_data(), dict_value(own) if own else self._scope.resources)
        self._depth -= 1
        self.state, self.path, self.off, self._scope = outside
        self.changed()

    def resource(self, kind: str, name: object) -> Any:
        """What the program calls by this name, unresolved; None when there is no such thing."""
        return dict_value(self._scope.resources.get(kind)).get(name)

    def font(self, name: object) -> FontFace:
        """The font that the program calls by this name; a plain one when there is none."""
        face = self._scope.fonts.get(name)
        if face is None:
            face = self._scope.fonts[name] = self.load_font(self.resource("Font", name))
        return face

    def space(self, name: str) -> PDFColorSpace | None:
        """The colour space that the program calls by this name."""
        if name not in self._scope.spaces:
            self._scope.spaces[name] = find_space(name, self.resource("ColorSpace", name))
        return self._scope.spaces[name]

    def load_font(self, reference: Any) -> FontFace:
        identity = reference.objid if isinstance(reference, PDFObjRef) else None
        return self.reader.shelf.load(identity, dict_value(reference))

    def changed(self) -> None:
        """After the state as a whole has changed."""
        self.pen.lift()
        self._paint_is_old = True

    def repaint(self) -> None:
        """After a colour, the opacity, the clip or a layer has changed."""
        self._paint_is_old = True

    def paint(self) -> Paint:
        """How text is painted now."""
        if self._paint_is_old or self._paint is None:
            state = self.state
            colour = state.stroke if state.render_mode in (1, 5) else state.fill
            paint = Paint(colour, state.opacity, state.render_mode, state.clip, self.off > 0)
            if self._paint is None or paint != self._paint:
                self._paint = paint
            self._paint_is_old = False
        return self._paint

    def save(self) -> None:
        if len(self._scope.saved) >= _DEEPEST_STATE:
            self._scope.unsaved += 1
        else:
            self._scope.saved.append(self.state.copy())

    def restore(self) -> None:
        if self._scope.unsaved:
            self._scope.unsaved -= 1
        elif self._scope.saved:
            self.state = self._scope.saved.pop()
            self.changed()

    def clip_to(self, box: Box | None) -> None:
        if box is not None:
            clip = self.state.clip
            self.state.clip = box.meet(clip) if clip else box
            self._paint_is_old = True

    def clipped(self, box: Box) -> Box:
        return box.meet(self.state.clip) if self.state.clip else box

    def begin_tag(self, *, off: bool, actual: ActualText | None) -> None:
        self._scope.tags.append((off, actual))
        if off:
            self.off += 1
            self._paint_is_old = True

    def end_tag(self) -> None:
        if not self._scope.tags:
            return
        off, actual = self._scope.tags.pop()
        if off:
            self.off -= 1
            self._paint_is_old = True
        if actual is not None:
            actual.end(self.canvas)


def form_matrix(stream: PDFStream) -> Matrix:
    """The matrix from a form's own space to where it is drawn."""
    parts = numbers_in(stream.get("Matrix"))
    return (parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]) if len(parts) == 6 else (1, 0, 0, 1, 0, 0)


def form_box(stream: PDFStream, matrix: Matrix) -> Box | None:
    """The box that a form is cut off at, under a matrix."""
    corners = numbers_in(stream.get("BBox"))
    if len(corners) != 4:
        return None
    x0, y0, x1, y1 = corners
    return bounds((("m", x0, y0), ("l", x1, y0), ("l", x1, y1), ("l", x0, y1)), matrix)


def numbers_in(array: Any) -> list[float]:
    """The numbers of an array."""
    parts = [resolve1(part) for part in list_value(array)]
    return [float(part) for part in parts if isinstance(part, (int, float))]
