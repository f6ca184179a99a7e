"""A picture that a page draws -> where it is, whether it leaves holes, and its colour where it has only one.

A picture is only unpacked when it is packed so tightly that there can't be much in it. A stencil without
holes is a picture in the colour that is painted through it. Not handled: the data of pictures within a program.
"""

from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFStream, list_value, resolve1
from pdfminer.psparser import PSLiteral

from screener.documents.engines.pdf_canvas import bounds
from screener.documents.engines.pdf_outline import Outline
from screener.documents.engines.pdf_spaces import colour_in, find_space
from screener.documents.page import Box, Colour, Image

if TYPE_CHECKING:
    from screener.documents.engines.pdf_interpreter import Interpreter

_NOWHERE = Box(0, 0, 0, 0)
_UNIT_SQUARE = ((b"re", (0.0, 0.0, 1.0, 1.0)),)
_LARGEST = 16_000_000  # bytes of a picture that may be unpacked
_PACKED = 100  # times smaller than what it holds
_FEW = 64  # bytes


def draw_picture(run: "Interpreter", stream: PDFStream) -> None:
    if run.off or run.reader.layers.is_off(stream.get("OC")):
        return
    is_stencil = resolve1(stream.get("ImageMask")) is True
    if is_stencil and run.state.fill is not None and _has_no_holes(stream):
        _draw(run, _image(run, solid=True, stencil=False, colour=run.state.fill))
        return
    has_holes = is_stencil or "SMask" in stream or "Mask" in stream or bool(resolve1(stream.get("SMaskInData")))
    colour = None if has_holes else _known_colour(run.reader.colours, stream)
    _draw(run, _image(run, solid=not has_holes, stencil=is_stencil, colour=colour))


def draw_inline_picture(run: "Interpreter", entries: bytes) -> None:
    if not run.off:
        is_stencil = b"IM" in entries or b"ImageMask" in entries
        _draw(run, _image(run, solid=not is_stencil, stencil=is_stencil, colour=None))


def _draw(run: "Interpreter", image: Image) -> None:
    box = bounds((("m", 0, 0), ("l", 1, 0), ("l", 1, 1), ("l", 0, 1)), run.state.ctm)
    if box is None:
        return
    cut = run.state.veil.stencil
    if cut is not None and cut.is_cut:
        cut.painted.append(box)
        image = image._replace(solid=False)
    run.canvas.image(run.clipped(box), image)


def _image(run: "Interpreter", *, solid: bool, stencil: bool, colour: Colour | None) -> Image:
    state = run.state
    a, b, c, d, _, _ = state.ctm
    shapes = state.veil.shapes
    if (b or c) and (a or d):
        shapes = (*shapes, Outline(_UNIT_SQUARE, state.ctm))
    return Image(_NOWHERE, 0, state.veil.mixing, shapes, solid, stencil, colour)


def _known_colour(known: dict[int, Colour | None], stream: PDFStream) -> Colour | None:
    """The colour, looked for once however often the picture is drawn."""
    if stream.objid is None:
        return None
    if stream.objid not in known:
        known[stream.objid] = _find_colour(stream)
    return known[stream.objid]


def _find_colour(stream: PDFStream) -> Colour | None:
    """The colour of a picture that has only one and says so briefly."""
    width, height, depth = (resolve1(stream.get(key)) for key in ("Width", "Height", "BitsPerComponent"))
    space = find_space(_name(stream.get("ColorSpace")), stream.get("ColorSpace"))
    if depth != 8 or space is None or "Decode" in stream or not isinstance(width, int) or not isinstance(height, int):
        return None
    parts = space.ncomponents
    size = width * height * parts
    packed = len(stream.rawdata or stream.data or b"")
    if not 0 < size <= _LARGEST or packed > size / _PACKED + _FEW or not _is_deflated(stream):
        return None
    data = stream.get_data()[:size]
    first = data[:parts]
    if len(data) < size or data != first * (width * height):
        return None
    scale = 1.0 if space.name == "Indexed" else 255.0
    return colour_in(space, [byte / scale for byte in first]) if space.name != "Lab" else None


def _has_no_holes(stream: PDFStream) -> bool:
    """Whether a stencil lets through all that is painted, and says so briefly."""
    width, height = resolve1(stream.get("Width")), resolve1(stream.get("Height"))
    if not isinstance(width, int) or not isinstance(height, int) or not _is_deflated(stream):
        return False
    size = (width + 7) // 8 * height
    packed = len(stream.rawdata or stream.data or b"")
    if not 0 < size <= _LARGEST or packed > size / _PACKED + _FEW:
        return False
    decode = [resolve1(end) for end in list_value(stream.get("Decode", []))]
    painted = b"\xff" if decode[:1] == [1] else b"\0"
    return stream.get_data()[:size] == painted * size


def _is_deflated(stream: PDFStream) -> bool:
    """Whether the data are as they stand, or deflated once."""
    filters = resolve1(stream.get("Filter"))
    names = [_name(each) for each in (filters if isinstance(filters, list) else [filters])]
    return names in ([""], [], ["FlateDecode"], ["Fl"])


def _name(value: Any) -> str:
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""
