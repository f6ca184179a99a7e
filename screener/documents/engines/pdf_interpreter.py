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
from screener.documents.engines.pdf_areas import rotated_box
from screener.documents.engines.pdf_canvas import Canvas, bounds
from screener.documents.engines.pdf_fonts import FontFace
from screener.documents.engines.pdf_mixing import enter_group
from screener.documents.engines.pdf_operators import ARITIES, HANDLERS, IGNORED
from screener.documents.engines.pdf_path import Path
from screener.documents.engines.pdf_pen import Pen, multiply
from screener.documents.engines.pdf_program import Program
from screener.documents.engines.pdf_show import Matrix
from screener.documents.engines.pdf_spaces import NO_INK, find_space
from screener.documents.engines.pdf_state import NO_VEIL, State
from screener.documents.engines.pdf_streams import unpack
from screener.documents.page import Box, Mixing, Paint, Stencil

if TYPE_CHECKING:
    from screener.documents.engines.pdf_content import Reader

_DEEPEST_FORM = 28
_STROKED = (1, 5)  # text rendering modes
_CLEAR = Mixing(opacity=0.0)
_DEEPEST_TEXT = 8  # texts that marked content stands for, within each other
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
        self.open_texts = 0  # of these


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
        self.is_note = False  # in an annotation that viewers don't show
        self._depth = 0  # of forms
        self._open: tuple[PDFStream, ...] = ()  # forms that are being drawn
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
        if program.is_endless:  # the rest may be a picture's or a string's, which the library doesn't end on either
            self.doubts = 0
        while self._scope.tags:
            self.end_tag()

    def draw_form(self, stream: PDFStream, matrix: Matrix) -> None:
        """Draws a form, with `matrix` after its own; its program begins with the state as it is.

        A form within itself isn't drawn again, as in viewers.
        """
        if self._depth >= _DEEPEST_FORM or any(form is stream for form in self._open):
            return
        self.reader.count_form()
        self.canvas.broken |= not unpack(stream, self.reader.inflated_bytes)
        outside = self.state, self.path, self.off, self._scope, self._open
        self._open = (*self._open, stream)
        self.state = self.state.copy()
        self.state.ctm = multiply(form_matrix(stream), matrix)
        self.path = Path()
        self.off += self.reader.layers.is_off(stream.get("OC"))
        self._clip_to_form(stream)
        if "Group" in stream:
            enter_group(self, stream)
        self.changed()
        self._depth += 1
        own = stream.get("Resources")
        self.run(stream.get_data(), dict_value(own) if own else self._scope.resources)
        self._depth -= 1
        self.state, self.path, self.off, self._scope, self._open = outside
        self.changed()

    def draw_aside(self, stream: PDFStream, canvas: Canvas) -> None:
        """Draws a form as it would be drawn here, but onto another canvas."""
        aside = Interpreter(self.reader, canvas, self.state.ctm)
        aside._depth = self._depth + 2
        aside._open = self._open
        aside.draw_form(stream, self.state.ctm)

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
            paint = _paint_of(state, is_off=self.off > 0, is_note=self.is_note)
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

    def _clip_to_form(self, stream: PDFStream) -> None:
        state = self.state
        self.clip_to(form_box(stream, state.ctm))
        a, b, c, d, _, _ = state.ctm
        corners = numbers_in(stream.get("BBox"))
        if (b or c) and (a or d) and len(corners) == 4:
            state.veil = state.veil._replace(shapes=rotated_box(state, corners))

    def clip_to(self, box: Box | None) -> None:
        if box is not None:
            clip = self.state.clip
            self.state.clip = box.meet(clip) if clip else box
            self._paint_is_old = True

    def clipped(self, box: Box) -> Box:
        return box.meet(self.state.clip) if self.state.clip else box

    def begin_tag(self, *, off: bool, actual: ActualText | None) -> None:
        if actual is not None:
            self._scope.open_texts += 1
            actual = actual if self._scope.open_texts <= _DEEPEST_TEXT else None
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
            self._scope.open_texts -= 1
            actual.end(self.canvas)


def _paint_of(state: State, *, is_off: bool, is_note: bool) -> Paint:
    """How text is painted in a state."""
    veil, mode = state.veil, state.render_mode
    is_stroked = mode in _STROKED
    colour = state.stroke if is_stroked else state.fill
    if state.face is not None and state.face.is_coloured:
        colour = None
    paint = Paint(colour, state.opacity, mode, state.clip, is_off)
    if _leaves_nothing(state, mode):
        return paint._replace(mixing=_CLEAR, note=is_note)
    if veil is NO_VEIL and mode == 0 and not is_note:
        return paint
    if mode >= 4:
        stencil = veil.stencil or Stencil()
        stencil.is_cut = True
        state.veil = veil._replace(stencil=stencil)
    return paint._replace(
        mixing=veil.stroke_mixing if is_stroked else veil.mixing,
        outline=(state.stroke, veil.stroke_mixing) if mode in (2, 6) else None,
        shapes=veil.shapes,
        stencil=state.veil.stencil if mode >= 4 else None,
        note=is_note,
    )


def _leaves_nothing(state: State, mode: int) -> bool:
    """Whether letters are drawn with an ink that isn't one, or in a font without shapes."""
    if state.face is not None and state.face.is_blank:
        return True
    space = state.stroke_space if mode in _STROKED else state.fill_space
    return space.name == NO_INK and mode in {0, *_STROKED}


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
