"""Strings shown by the text operators -> text on the canvas, with what doesn't change between them worked out once."""

from binascii import unhexlify
from collections.abc import Sequence
from typing import NamedTuple

from screener.documents.engines.pdf_canvas import Canvas
from screener.documents.engines.pdf_fonts import Strings
from screener.documents.engines.pdf_operands import numbers_of
from screener.documents.engines.pdf_program import letters_of
from screener.documents.engines.pdf_show import (
    HEAPED,
    STREWN,
    Brush,
    Frame,
    Matrix,
    TextState,
    apparent_size,
    frame,
    show,
)
from screener.documents.engines.pdf_state import State
from screener.documents.page import Paint

_PIECES = (None, 0.0, 0)  # where a string must be taken apart


class _Line(NamedTuple):
    """What the strings of a line have in common."""

    strings: Strings
    frame: Frame
    ctm: Matrix  # with the rise
    size: float
    bold: bool
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
            self.show_pieces(state, [string], paint)
        else:
            self._show(line, state, string, paint)

    def show_letters(self, state: State, program: bytes, paint: Paint) -> None:
        """Shows strings with a step to the next one after each."""
        line = self._line or self._begin(state)
        steps = _Steps()
        for digits, literal, step in letters_of(program):
            string = unhexlify(digits) if digits else literal
            if line is None:
                self.show_pieces(state, [string], paint)
            else:
                self._show(line, state, string, paint)
            move = steps[step]
            if len(move) >= 2:
                state.next_line(move[-2], move[-1])

    def _show(self, line: _Line, state: State, string: bytes, paint: Paint) -> None:
        strings, (scale, _, angle, cosine, sine), (a, b, c, d, e, f), size, bold, per_em, step = line
        text, ems, count = strings[string] or _PIECES
        natural = per_em * ems
        start, width = state.x, natural + step * count
        if text is None or (text and (width < 0 or width < HEAPED * natural)):
            self.show_pieces(state, [string], paint)
            return
        canvas = self.canvas
        canvas.order += 1
        state.x = start + width
        if not text:
            return
        self.shown += len(text)
        x, y = state.e * a + state.f * c + e, state.e * b + state.f * d + f
        if angle:
            x, y = cosine * x + sine * y, cosine * y - sine * x
        canvas.add(text, x + scale * start, x + scale * (start + width - step), (y, size, bold, angle), paint)

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
        """The line that begins; None without a font, where spaces have their own width, or letters are strewn."""
        face = state.face
        if face is None or face.vertical or (state.word_spacing and not face.multibyte):
            return None
        if state.char_spacing > STREWN * abs(state.font_size):
            return None
        a, b, c, d, _, _ = multiply((*state.turn, 0.0, 0.0), state.ctm)
        turned = frame((a, b, c, d))
        along, across, up, down, x, y = state.ctm
        self._line = _Line(
            face.strings,
            turned,
            (along, across, up, down, x + c * state.rise, y + d * state.rise),
            apparent_size(abs(state.font_size) * turned.height, abs(state.font_size * state.scaling) * turned.scale)
            * face.em,
            face.bold,
            state.font_size * state.scaling,
            state.char_spacing * state.scaling,
        )
        return self._line


class _Steps(dict[bytes, list[float]]):
    """Operands as a program has them -> numbers; letters of one kind share their step."""

    def __missing__(self, step: bytes) -> list[float]:
        numbers = self[step] = numbers_of(step)
        return numbers


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
