"""The program of a page -> runs of text, fills and images, by the PDF library's interpreter.

The interpreter is the library's own, with what it leaves out added: clipping, opacity, layers,
shadings, and the state that a form inherits from the page it is drawn on. It is several times
slower than our own, and reads what that stumbles over.
"""

# The library finds operators and callbacks by these names and arguments.
# ruff: noqa: ARG002, N802, N815

from typing import TYPE_CHECKING, Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFDevice, PDFTextSeq
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFTextState
from pdfminer.pdftypes import PDFStream, dict_value, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import mult_matrix

from screener.documents.engines.pdf_canvas import Area, Canvas, bounds, is_rectangle, plain_colour
from screener.documents.engines.pdf_show import Brush, Matrix, TextState, show
from screener.documents.engines.pdf_streams import unpack
from screener.documents.page import Box, Mixing, Paint

if TYPE_CHECKING:
    from screener.documents.engines.pdf_content import Reader

Resources = dict[object, object]

_DEEPEST_FORM = 12
_WIDE = 2.5  # points; lines that something may be written on
_DEEPEST_STATE = 500  # graphics states saved within each other


def read_by_library(reader: "Reader", program: list[Any], resources: Resources, matrix: Matrix, canvas: Canvas) -> None:
    """Paints a page's program onto the canvas; `matrix` leads from the page's space to the canvas."""
    interpreter = _Interpreter(reader.shelf, _Device(reader, canvas))
    interpreter.render_contents(resources, program, ctm=matrix)


class _Device(PDFDevice):
    """Takes what the interpreter paints. `clip`, `opacity` and `switched_off` are kept by the interpreter."""

    def __init__(self, reader: "Reader", canvas: Canvas) -> None:
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
        self.reader.take(sum(len(run.text) for run in runs))

    def _paint(self, render_mode: int, graphicstate: PDFGraphicState) -> Paint:
        """How text is painted now; the same object as before when nothing has changed."""
        if render_mode in (1, 5):
            colour = plain_colour(graphicstate.scs, graphicstate.scolor)
        else:
            colour = plain_colour(graphicstate.ncs, graphicstate.ncolor)
        paint = Paint(colour, self.opacity, render_mode, self.clip, self.switched_off > 0, Mixing(self.opacity))
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
        if stroke and graphicstate.linewidth * max(map(abs, self.ctm[:4])) >= _WIDE:
            self.canvas.complete = False
        if fill:
            colour = plain_colour(graphicstate.ncs, graphicstate.ncolor)
            exact = is_rectangle(path, self.ctm)
            self.canvas.fill(self._clipped(box), Area(colour, exact, Mixing(self.opacity, mask=1.0 if exact else None)))

    def render_image(self, name: str, stream: PDFStream) -> None:
        if self.ctm is not None and not self.switched_off:
            box = bounds((("m", 0, 0), ("l", 1, 0), ("l", 1, 1), ("l", 0, 1)), self.ctm)
            if box is not None:
                self.canvas.image(self._clipped(box))

    def paint_shading(self) -> None:
        if not self.switched_off:
            self.canvas.fill(self._clipped(self.canvas.box), Area(None, exact=False, solid=False))

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
        self._unsaved = 0  # states beyond the deepest, to be left again
        if self.inherited is not None:
            self.graphicstate = self.inherited.copy()

    def do_q(self) -> None:
        if len(self.gstack) >= _DEEPEST_STATE:
            self._unsaved += 1
            return
        super().do_q()
        self._saved.append((self.device.clip, self.device.opacity))

    def do_Q(self) -> None:
        if self._unsaved:
            self._unsaved -= 1
            return
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
        reader.count_form()
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
