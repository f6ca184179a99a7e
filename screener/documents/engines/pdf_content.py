"""The program of a page -> runs of text, fills and images, by the PDF library's interpreter.

The interpreter is the library's own, with what it leaves out added: clipping, opacity, layers,
shadings, and the state that a form inherits from the page it is drawn on. Another interpreter can
take its place as long as it fills a `Canvas`.
"""

from typing import Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFDevice, PDFTextSeq
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFTextState
from pdfminer.pdftypes import PDFStream, dict_value, resolve1, stream_value
from pdfminer.psparser import PSLiteral
from pdfminer.utils import mult_matrix

from screener.documents.engines.pdf_fonts import FontShelf
from screener.documents.engines.pdf_layers import Layers
from screener.documents.engines.pdf_show import Brush, Matrix, TextState, show
from screener.documents.engines.pdf_streams import unpack
from screener.documents.limits import Limits
from screener.documents.page import Box, Colour, Fill, Image, LinkArea, Page, Paint, Run

_MOST_FORMS = 5_000  # drawn in one document; forms that draw forms twice each grow without bound
_DEEPEST_FORM = 12
_MOST_FILLS = 5_000  # kept for one page
_SMALLEST_MARK, _LARGEST_MARK = 1.0, 8.0  # points
_THIN = 2.5  # points; narrower fills are rules, and nothing is written on them


class EnoughRead(Exception):
    """The limit of characters or forms is reached; what was read until then stands."""


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
        if _SMALLEST_MARK <= width <= _LARGEST_MARK and box.bottom - box.top <= _LARGEST_MARK:
            if len(self.marks) < _MOST_FILLS:
                self.marks.append(box)


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


class Reader:
    """What all interpreters of one document share."""

    def __init__(self, limits: Limits, layers: Layers) -> None:
        self.shelf = FontShelf()
        self.layers = layers
        self.inflated_bytes = limits.inflated_bytes
        self.characters_left = limits.characters
        self.forms_left = _MOST_FORMS

    def count(self, runs: list[Run]) -> None:
        """Takes the runs' characters off what may still be read."""
        for run in runs:
            self.characters_left -= len(run.text)
        if self.characters_left < 0:
            raise EnoughRead

    def read(self, program: list[Any], resources: dict[object, object], matrix: Matrix, canvas: Canvas) -> None:
        """Paints a page's program onto the canvas; `matrix` leads from the page's space to the canvas."""
        for part in program:
            if not unpack(stream_value(part), self.inflated_bytes):
                canvas.broken = True
        interpreter = _Interpreter(self.shelf, _Device(self, canvas))
        interpreter.render_contents(resources, program, ctm=matrix)


class _Device(PDFDevice):
    """Takes what the interpreter paints. `clip`, `opacity` and `switched_off` are kept by the interpreter."""

    def __init__(self, reader: Reader, canvas: Canvas) -> None:
        super().__init__(reader.shelf)
        self.reader = reader
        self.canvas = canvas
        self.paint: Paint | None = None
        self.clip: Box | None = None
        self.opacity = 1.0
        self.switched_off = 0  # how many layers around are off
        self.depth = 0  # of forms
        self.tags: list[bool] = []  # of each marked content that is open, whether it is a layer that is off

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        font = textstate.font
        if font is None or self.ctm is None or not isinstance(seq, (list, tuple)):
            return
        self.canvas.order += 1
        x, y = textstate.linematrix
        state = TextState(
            self.reader.shelf.face(font),
            textstate.fontsize,
            textstate.charspace,
            textstate.wordspace,
            textstate.scaling * 0.01,
            textstate.rise + y,
            mult_matrix(textstate.matrix, self.ctm),
        )
        runs, x = show(state, seq, x, Brush(self._paint(textstate.render, graphicstate), self.canvas.order))
        textstate.linematrix = (x, y)
        self.canvas.show(runs)
        self.reader.count(runs)

    def _paint(self, render_mode: int, graphicstate: PDFGraphicState) -> Paint:
        """How text is painted now; the same object as before when nothing has changed."""
        if render_mode in (1, 5):
            colour = plain_colour(graphicstate.scs, graphicstate.scolor)
        else:
            colour = plain_colour(graphicstate.ncs, graphicstate.ncolor)
        paint = Paint(colour, self.opacity, render_mode, self.clip, self.switched_off > 0)
        if self.paint is None or paint != self.paint:
            self.paint = paint
        return self.paint

    def paint_path(self, graphicstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        if not path or self.switched_off or self.ctm is None or self.opacity < 0.05:
            return
        box = bounds(path, self.ctm)
        if box is None:
            return
        self.canvas.mark(box)
        if fill:
            colour = plain_colour(graphicstate.ncs, graphicstate.ncolor) if self.opacity > 0.99 else None
            self.canvas.fill(self._clipped(box), colour, exact=_is_rectangle(path, self.ctm))

    def render_image(self, name: str, stream: PDFStream) -> None:
        if self.ctm is not None and not self.switched_off:
            self.canvas.order += 1
            box = bounds((("m", 0, 0), ("l", 1, 0), ("l", 1, 1), ("l", 0, 1)), self.ctm)
            if box is not None:
                self.canvas.images.append(Image(self._clipped(box), self.canvas.order))

    def paint_shading(self) -> None:
        if not self.switched_off:
            self.canvas.fill(self._clipped(self.canvas.box), None, exact=False)

    def _clipped(self, box: Box) -> Box:
        return box.meet(self.clip) if self.clip else box

    def begin_tag(self, tag: PSLiteral, props: Any = None) -> None:
        off = tag.name == "OC" and self.reader.layers.is_off(props)
        self.tags.append(off)
        self.switched_off += off

    def end_tag(self) -> None:
        if self.tags:
            self.switched_off -= self.tags.pop()


class _Interpreter(PDFPageInterpreter):
    """The library's interpreter, with what it leaves out."""

    device: _Device
    inherited: PDFGraphicState | None = None

    def subinterp(self) -> "_Interpreter":
        interpreter = super().subinterp()
        assert isinstance(interpreter, _Interpreter)
        interpreter.inherited = self.graphicstate
        return interpreter

    def init_state(self, ctm: Matrix) -> None:
        super().init_state(ctm)
        self._saved: list[tuple[Box | None, float]] = []
        if self.inherited is not None:
            self.graphicstate = self.inherited.copy()

    def do_q(self) -> None:
        super().do_q()
        self._saved.append((self.device.clip, self.device.opacity))

    def do_Q(self) -> None:
        super().do_Q()
        if self._saved:
            self.device.clip, self.device.opacity = self._saved.pop()

    def do_W(self) -> None:
        box = bounds(self.curpath, self.ctm)
        if box is not None:
            self._clip_to(box)

    do_W_a = do_W

    def do_F(self) -> None:
        self.do_f()

    def do_sh(self, name: object) -> None:
        self.device.paint_shading()

    def do_cs(self, name: Any) -> None:
        super().do_cs(name)
        space = self.graphicstate.ncs
        self.graphicstate.ncolor = (0.0, 0.0, 0.0, 1.0) if space.ncomponents == 4 else 0.0

    def do_gs(self, name: Any) -> None:
        states = dict_value(dict_value(self.resources).get("ExtGState"))
        opacity = resolve1(dict_value(states.get(getattr(name, "name", name))).get("ca"))
        if isinstance(opacity, (int, float)):
            self.device.opacity = float(opacity)

    def do_BDC(self, tag: Any, props: Any) -> None:
        if isinstance(props, PSLiteral):
            props = dict_value(dict_value(self.resources).get("Properties")).get(props.name)
        super().do_BDC(tag, props)

    def do_Do(self, xobjid_arg: Any) -> None:
        device = self.device
        stream = resolve1(self.xobjmap.get(getattr(xobjid_arg, "name", xobjid_arg)))
        if not isinstance(stream, PDFStream) or device.depth >= _DEEPEST_FORM:
            return
        saved = device.clip, device.opacity, device.tags, device.switched_off
        device.tags = []
        device.switched_off += device.reader.layers.is_off(stream.get("OC"))
        device.depth += 1
        if "BBox" in stream:
            self._enter_form(stream)
        super().do_Do(xobjid_arg)
        device.depth -= 1
        device.clip, device.opacity, device.tags, device.switched_off = saved
        device.set_ctm(self.ctm)

    def _enter_form(self, stream: PDFStream) -> None:
        reader = self.device.reader
        reader.forms_left -= 1
        if reader.forms_left < 0:
            raise EnoughRead
        if not unpack(stream, reader.inflated_bytes):
            self.device.canvas.broken = True
        corners = resolve1(stream.get("BBox"))
        matrix = resolve1(stream.get("Matrix")) or (1, 0, 0, 1, 0, 0)
        box = _form_box([resolve1(corner) for corner in corners], [resolve1(part) for part in matrix], self.ctm)
        if box is not None:
            self._clip_to(box)

    def _clip_to(self, box: Box) -> None:
        clip = self.device.clip
        self.device.clip = box.meet(clip) if clip else box


def _form_box(corners: list[Any], matrix: list[Any], ctm: Matrix) -> Box | None:
    try:
        x0, y0, x1, y1 = corners
        a, b, c, d, e, f = matrix
        path = (("m", x0, y0), ("l", x1, y0), ("l", x1, y1), ("l", x0, y1))
        return bounds(path, mult_matrix((a, b, c, d, e, f), ctm))
    except (TypeError, ValueError):
        return None


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


def _is_rectangle(path: Any, matrix: Matrix) -> bool:
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
