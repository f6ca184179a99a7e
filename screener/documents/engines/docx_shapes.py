"""A drawing -> the text boxes in it with what lies beneath their text, its links, and its words that are no text.

Where a box certainly can't be seen (no room, off every page, switched off) its text is hidden. What
lies beneath its text is told where the box fills itself with one colour, or where nothing on the page
could shine through; everything else is UNKNOWN, and white letters on it are taken for visible.
Not handled: what lies in front of a box, boxes whose place is a share of the page.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from screener.documents.engines.docx_colours import UNKNOWN, Theme
from screener.documents.engines.docx_xml import MC, Element, W, alternative, local_name

_EMU = 12_700  # a point
_LEAST_ROOM = 2.0  # points
_GROWING = {"spAutoFit", "normAutofit", "wgp", "wpc", "sizeRelV", "linkedTxbx"}
_PERCENTAGES = {"sizeRelH", "sizeRelV"}
_LENGTH = re.compile(r"\s*(-?\d{1,9}(?:\.\d{1,9})?)\s*(pt|in|cm|mm|pc|px|)\s*$")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.3465, "mm": 2.83465, "pc": 12.0, "px": 0.75, "": 0.75}
_VML_COLOURS = {"white": "FFFFFF", "black": "000000", "window": "FFFFFF", "windowtext": "000000"}
_FALSE = {"f", "false", "0"}
_WATERMARK = "watermark"
_NO_FILL = ""

# What may lie behind a box that has no fill of its own.
_PAINTS = (b"<pic:", b"a:blip", b"imagedata", b"gradFill", b"pattFill", b"fillcolor", b"v:fill", b"solidFill",
           b"<w:shd ", b'fillRef idx="1"', b'fillRef idx="2"', b'fillRef idx="3"', b"<w:tblStyle ")  # fmt: skip


class Page(NamedTuple):
    """The largest page of a document, in points."""

    width: float = 612.0
    height: float = 792.0


USUAL_PAGE = Page()


class TextBox(NamedTuple):
    content: Element  # its w:txbxContent
    background: str  # six hex digits, UNKNOWN, or "" when what lies beneath shows through
    cause: str  # why nobody sees it; mostly ""
    letters: str  # the colour of letters that name none; "" when the shape doesn't say
    height: float = 0.0  # points, where text beyond it is cut off; 0 where the box grows or its height isn't known
    left: float | None = None  # points from the page's left edge, where that is known


class Found(NamedTuple):
    """What a drawing holds, in order."""

    boxes: list[TextBox]
    links: list[str]  # ids of relationships
    words: list[str]  # text that is drawn (WordArt)
    graphics: list[tuple[str, str]]  # kind and relationship's id of a diagram or a chart


def may_shine_through(data: bytes) -> bool:
    """Whether a part paints anything that may lie behind a box."""
    return any(paint in data for paint in _PAINTS)


def read_drawing(drawing: Element, theme: Theme, page: Page) -> Found:
    """What is in a w:drawing, w:pict or w:object; what lies within a text box is left to it."""
    found = Found([], [], [], [])
    cause, left = _drawing_cause(drawing, page), _left_edge(drawing)
    can_grow = any(local_name(item) in _GROWING for item in drawing.iter())
    waiting: list[tuple[Element, Element | None, str]] = [(drawing, None, cause)]
    while waiting:
        item, shape, cause = waiting.pop()
        name = local_name(item)
        if item.tag == MC + "AlternateContent":
            branch = alternative(item)
            waiting.extend([(branch, shape, cause)] if branch is not None else [])
            continue
        if item.tag == W + "txbxContent":
            box = _text_box(item, shape, cause, theme)
            found.boxes.append(box._replace(height=0.0 if can_grow else _fixed_height(drawing, shape), left=left))
            continue
        if name in _SHAPES:
            shape, cause = item, cause or _shape_cause(item, page)
        elif not cause:
            _note(name, item, found)
        waiting.extend((child, shape, cause) for child in reversed(item))
    return found


def is_backdrop(anchor: Element, theme: Theme) -> bool:
    """Whether a drawing behind the text may be what white letters stand on: large enough, and painted."""
    width, height = _extent(anchor)
    if min(width, height) < _LEAST_ROOM * 3:
        return False
    pictures = any(local_name(item) in {"blip", "imagedata", "gradFill", "pattFill", "fill"} for item in anchor.iter())
    if pictures or not any(local_name(item) in _SHAPES for item in anchor.iter()):
        return True
    fills = [_fill(item, theme) for item in anchor.iter() if local_name(item) in _SHAPES]
    return any(fill not in {_NO_FILL, "FFFFFF"} for fill in fills)


def _note(name: str, item: Element, found: Found) -> None:
    if name == "hlinkClick":
        found.links.append(item.get(_R_ID, ""))
    elif name == "textpath" and _WATERMARK not in _owner_id(item):
        found.words.append(item.get("string", ""))
    elif name == "relIds":
        found.graphics.append(("diagram", item.get(_R_DM, "")))
    elif name == "chart":
        found.graphics.append(("chart", item.get(_R_ID, "")))


_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_R_ID, _R_DM = _R + "id", _R + "dm"
_SHAPES = {"wsp", "shape", "rect", "roundrect", "oval", "sp"}


def _owner_id(item: Element) -> str:
    parent = item.getparent()
    return parent.get("id", "").lower() if parent is not None else ""


def _text_box(content: Element, shape: Element | None, cause: str, theme: Theme) -> TextBox:
    if shape is None:
        return TextBox(content, UNKNOWN, cause, "")
    return TextBox(content, _fill(shape, theme), cause, _letters(shape, theme))


def _fill(shape: Element, theme: Theme) -> str:
    """The colour that a shape fills itself with; "" for none, UNKNOWN for all that isn't plain."""
    if local_name(shape) != "wsp" and local_name(shape) != "sp":
        return _vml_fill(shape)
    properties = next((child for child in shape if local_name(child) == "spPr"), None)
    for child in properties if properties is not None else ():
        name = local_name(child)
        if name == "solidFill":
            return _plain_colour(next(iter(child), None), theme)
        if name == "noFill":
            return _NO_FILL
        if name.endswith("Fill"):
            return UNKNOWN
    return UNKNOWN if any(item.get("idx") not in {None, "0"} for item in _style(shape, "fillRef")) else _NO_FILL


def _plain_colour(colour: Element | None, theme: Theme) -> str:
    if colour is None or len(colour):  # modified: lighter, darker, transparent
        return UNKNOWN
    value = colour.get("val", "")
    if local_name(colour) == "srgbClr":
        return value.upper()
    return (theme.find(value) or UNKNOWN) if local_name(colour) == "schemeClr" else UNKNOWN


def _letters(shape: Element, theme: Theme) -> str:
    for reference in _style(shape, "fontRef"):
        colour = _plain_colour(next(iter(reference), None), theme)
        return colour if colour != UNKNOWN else ""
    return ""


def _style(shape: Element, name: str) -> Iterator[Element]:
    style = next((child for child in shape if local_name(child) == "style"), None)
    yield from (child for child in (style if style is not None else ()) if local_name(child) == name)


def _vml_fill(shape: Element) -> str:
    if shape.get("filled", "t").lower() in _FALSE:
        return _NO_FILL
    if any(local_name(child) in {"fill", "imagedata"} for child in shape) or shape.get("opacity"):
        return UNKNOWN
    colour = shape.get("fillcolor", "white").partition(" ")[0].lower()
    if re.fullmatch("#[0-9a-f]{6}", colour):
        return colour[1:].upper()
    return _VML_COLOURS.get(colour, UNKNOWN)


def _drawing_cause(drawing: Element, page: Page) -> str:
    """Why nobody sees a drawing, as its anchor says; mostly ""."""
    anchor = _anchor(drawing)
    if anchor is None:
        return ""
    names = {local_name(child): child for child in anchor}
    if "docPr" in names and names["docPr"].get("hidden", "0").lower() in {"1", "true"}:
        return "hidden text attribute"
    width, height = _extent(anchor)
    can_grow = any(local_name(item) == "spAutoFit" for item in anchor.iter())
    if "extent" in names and not can_grow and not names.keys() & _PERCENTAGES and min(width, height) < _LEAST_ROOM:
        return "in a box without room"
    if anchor.get("simplePos") in {"1", "true"} and "simplePos" in names:
        at = names["simplePos"]
        is_off = _is_off(_points(at.get("x")), width, page.width) or _is_off(_points(at.get("y")), height, page.height)
        return "outside the page" if is_off else ""
    across = _is_placed_off(names.get("positionH"), width, page.width)
    return "outside the page" if across or _is_placed_off(names.get("positionV"), height, page.height) else ""


def _fixed_height(drawing: Element, shape: Element | None) -> float:
    """The height of the one shape in a drawing, unless its text is turned or flows out of it."""
    anchor = _anchor(drawing)
    if anchor is None or shape is None:
        return 0.0
    body = next((child for child in shape if local_name(child) == "bodyPr"), None)
    if body is None or body.get("wrap") == "none":
        return 0.0
    is_turned = body.get("vert", "horz") != "horz" or body.get("rot", "0") != "0"
    return 0.0 if is_turned else _extent(anchor)[1]


def _left_edge(drawing: Element) -> float | None:
    anchor = _anchor(drawing)
    for child in anchor if anchor is not None else ():
        if local_name(child) == "positionH" and child.get("relativeFrom") == "page":
            return next((_points(offset.text) for offset in child if local_name(offset) == "posOffset"), None)
    return None


def _anchor(drawing: Element) -> Element | None:
    return next((child for child in drawing if local_name(child) in {"anchor", "inline"}), None)


def _extent(anchor: Element) -> tuple[float, float]:
    extent = next((child for child in anchor if local_name(child) == "extent"), None)
    if extent is None:
        return 72.0, 72.0
    return _points(extent.get("cx")) or 0.0, _points(extent.get("cy")) or 0.0


def _is_placed_off(position: Element | None, size: float, page: float) -> bool:
    """Whether a box lies off the page wherever on the page the thing is that its place is counted from."""
    if position is None:
        return False
    offset = next((_points(child.text) for child in position if local_name(child) == "posOffset"), None)
    return _is_off(offset, size, page, slack=0.0 if position.get("relativeFrom") == "page" else page)


def _is_off(offset: float | None, size: float, page: float, *, slack: float = 0.0) -> bool:
    return offset is not None and (offset + size + slack <= 0 or offset >= page)


def _points(emu: str | None) -> float | None:
    try:
        return int(emu or "") / _EMU
    except ValueError:
        return None


def _shape_cause(shape: Element, page: Page) -> str:
    """Why nobody sees a shape of old Word, as its style says; mostly ""."""
    pairs = (item.partition(":") for item in shape.get("style", "")[:2_000].split(";"))
    style = {name.strip().lower(): value.strip().lower() for name, _, value in pairs}
    if style.get("visibility") == "hidden" or style.get("display") == "none":
        return "hidden text attribute"
    width, height = _length(style.get("width")), _length(style.get("height"))
    can_grow = any("mso-fit-shape-to-text:t" in child.get("style", "") for child in shape)
    parent = shape.getparent()
    if parent is not None and local_name(parent) == "group":  # in units of the group
        return ""
    if not can_grow and any(size is not None and size < _LEAST_ROOM for size in (width, height)):
        return "in a box without room"
    for names, size, whole in (
        (("margin-left", "left"), width, page.width),
        (("margin-top", "top"), height, page.height),
    ):
        if any(_is_off(_length(style.get(name)), size or whole, whole, slack=whole) for name in names):
            return "outside the page"
    return ""


def _length(text: str | None) -> float | None:
    found = _LENGTH.match(text or "")
    return float(found.group(1)) * _UNITS[found.group(2)] if found else None
