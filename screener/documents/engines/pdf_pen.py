"""Strings shown by the text operators -> text on the canvas, with what doesn't change between them worked out once."""

from binascii import unhexlify
from collections.abc import Sequence
from typing import NamedTuple

from screener.documents.engines.pdf_canvas import Canvas
from screener.documents.engines.pdf_fonts import FontFace, Strings
from screener.documents.engines.pdf_operands import numbers_of
from screener.documents.engines.pdf_program import letters_of
from screener.documents.engines.pdf_show import Brush, Frame, Matrix, TextState, frame, show
from screener.documents.engines.pdf_state import State
from screener.documents.page import Paint


class _Line(NamedTuple):
    """What the strings of a line have in common."""

    face: FontFace
    strings: Strings | None  # None where spaces have a width of their own
    frame: Frame
    rise: tuple[float, float]  # on the page
    size: float
    per_em: float  # text space
    step: float  # between letters, in text space


class Pen:
    """Shows strings as the state says. Whoever changes the state says so by `lift`."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.shown = 0  # characters that nobody has counted yet
        self._line: _Line | None = None

    def lift(self) -> None:
        """Forgets the line, because the font, its size, a spacing or a matrix has changed."""
        self._line = None

    def show_string(self, state: State, string: bytes, paint: Paint) -> None:
        line = self._line or self._begin(state)
        if line is None:
            return
        shown = line.strings[string] if line.strings is not None else None
        if shown is None:
            self.show_pieces(state, [string], paint)
            return
        text, ems, count = shown
        width = line.per_em * ems + line.step * count
        if width < 0 and text:
            self.show_pieces(state, [string], paint)
            return
        self.canvas.order += 1
        start = state.x
        state.x = start + width
        if not text:
            return
        self.shown += len(text)
        a, b, c, d, e, f = state.ctm
        x, y = state.e * a + state.f * c + e + line.rise[0], state.e * b + state.f * d + f + line.rise[1]
        scale, _, angle, cosine, sine = line.frame
        if angle:
            x, y = cosine * x + sine * y, cosine * y - sine * x
        place = (y, line.size, line.face.bold, angle)
        self.canvas.add(text, x + scale * start, x + scale * (start + width - line.step), place, paint)

    def show_letters(self, state: State, program: bytes, paint: Paint) -> None:
        """Shows strings with a step to the next one after each."""
        for digits, literal, step in letters_of(program):
            self.show_string(state, unhexlify(digits) if digits else literal, paint)
            move = numbers_of(step)
            if len(move) >= 2:
                state.next_line(move[-2], move[-1])

    def show_pieces(self, state: State, sequence: Sequence[object], paint: Paint) -> None:
        """Shows strings with shifts between them."""
        face = state.face
        if face is None:
            return
        self.canvas.order += 1
        text_state = TextState(
            face,
            state.font_size,
            state.char_spacing,
            state.word_spacing,
            state.scaling,
            state.rise,
            multiply((*state.turn, state.e, state.f), state.ctm),
        )
        runs, state.x = show(text_state, sequence, state.x, Brush(paint, self.canvas.order))
        for run in runs:
            self.shown += len(run.text)
        self.canvas.show(runs)

    def _begin(self, state: State) -> _Line | None:
        face = state.face
        if face is None:
            return None
        a, b, c, d, _, _ = multiply((*state.turn, 0.0, 0.0), state.ctm)
        turned = frame((a, b, c, d))
        plain = not face.vertical and (face.multibyte or not state.word_spacing)
        self._line = _Line(
            face,
            face.strings if plain else None,
            turned,
            (c * state.rise, d * state.rise),
            abs(state.font_size) * turned.height * face.em,
            state.font_size * state.scaling,
            state.char_spacing * state.scaling,
        )
        return self._line


def multiply(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first."""
    a1, b1, c1, d1, e1, f1 = inner
    a0, b0, c0, d0, e0, f0 = outer
    return (
        a0 * a1 + c0 * b1,
        b0 * a1 + d0 * b1,
        a0 * c1 + c0 * d1,
        b0 * c1 + d0 * d1,
        a0 * e1 + c0 * f1 + e0,
        b0 * e1 + d0 * f1 + f0,
    )
