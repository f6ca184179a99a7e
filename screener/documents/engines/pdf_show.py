"""One show operator (a string, or strings with shifts between them) -> runs of text.

Glyphs are laid side by side as the PDF says. A gap between two of them is a space when it is clearly
wider than the gap that most letters of the run have (none, unless the letters are set apart), and
ends the run when it is wider than most word gaps; a step back starts a new run too, unless an
accent was drawn that belongs over the next letter.
"""

from collections.abc import Sequence
from math import atan2, degrees, hypot
from typing import NamedTuple

from screener.documents.accents import compose, is_accent
from screener.documents.engines.pdf_fonts import FontFace
from screener.documents.page import Paint, Run
from screener.documents.spacing import word_gap

LETTER_GAP = 0.03  # em; less is no gap
RUN_GAP = 0.45  # em; wider gaps may separate columns or cells, which shows when runs are laid side by side
SPACES_GAP = 1.5  # em; a gap as wide with one or two real spaces in it is still a justified line
_NARROWEST = 0.1  # of the usual width
_OGONEK = "\u02db"  # hangs at the right of its letter
_ACCENT_SHIFT = 0.2  # em; how far it does
STEP_BACK = -0.25  # em; more than kerning ever moves back
STREWN = 3.0  # em; letters set so far apart make no word
HEAPED = 0.3  # of their width; letters in so little room stand on top of each other
_FEWEST_HEAPED = 4

Matrix = tuple[float, float, float, float, float, float]


class TextState(NamedTuple):
    """What the text operators have set; spacings in text space, `scaling` 1 for normal width."""

    face: FontFace
    font_size: float
    char_spacing: float
    word_spacing: float
    scaling: float
    rise: float
    matrix: Matrix  # text space to page


class Frame(NamedTuple):
    """How a text matrix turns and scales."""

    scale: float  # along the baseline
    height: float  # of a text unit across it
    angle: int  # degrees clockwise
    cosine: float
    sine: float


class Brush(NamedTuple):
    """How and when the text is painted."""

    paint: Paint
    order: int


def show(state: TextState, sequence: Sequence[object], start: float, brush: Brush) -> tuple[list[Run], float]:
    """The runs, and where the next string starts; `start` is in text space.

    Text that runs from top to bottom is taken for turned text that runs along the page's side.
    """
    if state.face.vertical:
        numbers = (int, float)
        return _show(_turned(state), [-item if isinstance(item, numbers) else item for item in sequence], start, brush)
    return _show(state, sequence, start, brush)


def _show(state: TextState, sequence: Sequence[object], start: float, brush: Brush) -> tuple[list[Run], float]:
    face = state.face
    writer = _Writer(state, brush)
    advance_per_em = state.font_size * state.scaling
    em = abs(advance_per_em) or 1.0
    char_spacing = state.char_spacing * state.scaling
    word_spacing = 0.0 if face.multibyte else state.word_spacing * state.scaling
    glyphs = face.glyphs
    low, high = STEP_BACK * em, LETTER_GAP * em
    beyond = char_spacing if char_spacing > STREWN * em else 0.0
    x = end = start
    spaces = 0
    for item in sequence:
        if isinstance(item, bytes):
            for code in face.decode(item):
                text, width = glyphs[code]
                advance = width * advance_per_em + char_spacing
                if text == " ":
                    spaces += 1
                else:
                    if spaces or not low <= x - end <= high:
                        writer.gap((x - end) / em, spaces)
                        spaces = 0
                    writer.add(text, x)
                    writer.end = end = x + advance - beyond
                    writer.natural += advance - char_spacing
                x += advance
                if code == 32 and word_spacing:
                    x += word_spacing
        elif isinstance(item, (int, float)):
            x -= item * 0.001 * advance_per_em
    writer.finish(spaces)
    return writer.runs, x


def _turned(state: TextState) -> TextState:
    """The state in a text space whose x axis points down, with spacings counted that way."""
    a, b, c, d, e, f = state.matrix
    return state._replace(
        matrix=(-c, -d, a, b, e, f),
        char_spacing=-state.char_spacing,
        word_spacing=-state.word_spacing,
        scaling=1.0,
    )


def frame(turn: tuple[float, float, float, float]) -> Frame:
    """The frame in which text with this matrix stands; nearly upright text counts as upright."""
    a, b, c, d = turn
    if b == 0 and a > 0:
        return Frame(a, hypot(c, d), 0, 1.0, 0.0)
    scale = hypot(a, b)
    angle = round(degrees(atan2(b, a))) % 360 if scale else 0
    if angle <= 3 or angle >= 357:
        return Frame(scale, hypot(c, d), 0, 1.0, 0.0)
    return Frame(scale, hypot(c, d), angle, a / scale, b / scale)


def apparent_size(height: float, width: float) -> float:
    """The size of letters; squeezed to less than a tenth of their width they are as small as they are narrow."""
    return height if _NARROWEST * height <= width else width / _NARROWEST


def _lay(state: TextState) -> tuple[float, float, float, float, int]:
    """Where text space lies on the page: its start along the baseline, its scale, baseline, size and angle."""
    a, b, c, d, e, f = state.matrix
    x, y = c * state.rise + e, d * state.rise + f
    sign = -1 if state.font_size < 0 else 1  # letters of a negative size are turned round
    scale, height, angle, cosine, sine = frame((sign * a, sign * b, sign * c, sign * d))
    size = apparent_size(abs(state.font_size) * height, abs(state.font_size * state.scaling) * scale) * state.face.em
    scale *= sign
    if not angle:
        return x, scale, y, size, 0
    return cosine * x + sine * y, scale, cosine * y - sine * x, size, angle


class _Writer:
    """Collects glyphs into runs."""

    def __init__(self, state: TextState, brush: Brush) -> None:
        self.runs: list[Run] = []
        self.end = 0.0  # of the last glyph, with its letter spacing unless letters are strewn
        self.natural = 0.0  # how wide the glyphs are
        self._along, self._scale, *self._place = _lay(state)
        self._spacing = state.char_spacing * state.scaling
        if self._spacing > STREWN * abs(state.font_size * state.scaling):
            self._spacing = 0.0
        self._bold = state.face.bold
        self._brush = brush
        self._texts: list[str] = []
        self._gaps: list[tuple[int, float]] = []  # before which glyph, and how wide
        self._start = 0.0
        self._lead = ""

    def add(self, text: str, x: float) -> None:
        if not self._texts:
            self._start = x
        self._texts.append(text)

    def gap(self, gap: float, spaces: int) -> None:
        """Before a glyph that stands `gap` ems after the last one, with real spaces in between."""
        if not self._texts:
            self._lead = " " if spaces else ""
        elif gap < STEP_BACK:
            self._step_back()
        elif gap > (SPACES_GAP if 0 < spaces < 3 else RUN_GAP):
            self._flush(" " if spaces else "")
        elif spaces:
            self._texts.append(" " * min(spaces, 2))
        else:
            self._gaps.append((len(self._texts), gap))

    def finish(self, spaces: int) -> None:
        if self._texts:
            self._flush(" " if spaces else "")

    def _step_back(self) -> None:
        accent = self._texts[-1]
        if not is_accent(accent):
            self._flush("")
            return
        self._texts[-1] = _Pending(accent)

    def _flush(self, tail: str) -> None:
        widest = word_gap([gap for _, gap in self._gaps], len(self._texts) - 1)
        breaks = {at for at, gap in self._gaps if gap > widest + _shift(self._texts[at])}
        text = self._lead + _join(self._texts, breaks) + tail
        x0 = self._along + self._scale * self._start
        x1 = self._along + self._scale * (self.end - self._spacing)
        if x1 < x0:  # painted from right to left by a negative size
            x0, x1 = x1, x0
        baseline, size, angle = self._place
        paint, order = self._brush
        room = abs(self.end - self._spacing - self._start)
        if room < HEAPED * abs(self.natural) and len(self._texts) >= _FEWEST_HEAPED:
            paint = paint._replace(heaped=True)
        self.runs.append(Run(text, x0, x1, baseline, size, self._bold, int(angle), order, paint))
        self._texts, self._gaps, self._lead, self.natural = [], [], "", 0.0


class _Pending(str):
    """An accent that waits for the letter drawn under it."""

    __slots__ = ()


def _shift(text: str) -> float:
    """How far right of its letter's left edge an accent stands, in ems."""
    return _ACCENT_SHIFT if text.__class__ is _Pending and text == _OGONEK else 0.0


def _join(texts: list[str], breaks: set[int]) -> str:
    """The texts with spaces before those at `breaks`, and accents over the letters that follow them."""
    if not breaks and not any(text.__class__ is _Pending for text in texts):
        return "".join(texts)
    parts: list[str] = []
    for at, text in enumerate(texts):
        if parts and parts[-1].__class__ is _Pending:
            parts[-1] = (compose(parts[-1], text[:1]) or parts[-1] + text[:1]) + text[1:]
        else:
            if at in breaks:
                parts.append(" ")
            parts.append(text)
    return "".join(parts)
