"""What paths, gradients and clips cover -> areas on the canvas.

A box stays a box. Any other outline is kept with the box around it, to be asked about single points.
Gradients count as one colour where they have one, and as paint without holes where they go on forever.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFObjRef, PDFStream, list_value, resolve1

from screener.documents.engines.pdf_canvas import Area
from screener.documents.engines.pdf_functions import evaluate
from screener.documents.engines.pdf_outline import Outline, Part
from screener.documents.engines.pdf_spaces import NO_INK, colour_in, find_space
from screener.documents.page import Box, Colour, Shape

if TYPE_CHECKING:
    from screener.documents.engines.pdf_interpreter import Interpreter
    from screener.documents.engines.pdf_state import State

_THIN = 2.5  # points; narrower lines cover nothing
_MOST_CLIPS = 20  # by one path that is never painted
_MOST_SHAPES = 16  # cutting off the same thing
_MOST_PAINTED = 1_000  # areas painted through one stencil
_STEPS = 8  # along a gradient
_SAME = 0.02  # of 1; how much the colours of a gradient may differ to be one
_EVEN_ODD = frozenset({b"f*", b"B*", b"b*", b"W*"})


def fill_path(run: "Interpreter", operator: bytes, box: Box) -> None:
    """Adds the area within the path; `box` is around it."""
    state, path = run.state, run.path
    if state.fill_space.name == NO_INK:
        return
    exact = path.is_rectangle(state.ctm)
    shapes = state.veil.shapes
    if not exact:
        shapes = (*shapes, Outline(path.parts, state.ctm, even_odd=operator in _EVEN_ODD))
    _paint(run, box, Area(state.fill, exact, state.veil.mixing, shapes, state.fill_is_solid))


def stroke_path(run: "Interpreter", box: Box) -> None:
    """Adds a line so wide that something may be written on it."""
    state = run.state
    a, b, c, d, _, _ = state.ctm
    width = state.line_width * abs(a * d - b * c) ** 0.5
    if width >= _THIN:
        reach = width / 2
        around = Box(box.x0 - reach, box.top - reach, box.x1 + reach, box.bottom + reach)
        line = Outline(run.path.parts, state.ctm, width=width)
        shapes = (*state.veil.shapes, line)
        shown = run.canvas.shapes
        _paint(run, around, Area(state.stroke, exact=False, mixing=state.veil.stroke_mixing, shapes=shapes))
        run.canvas.shapes = shown


def paint_shading(run: "Interpreter", resource: Any) -> None:
    """Fills all that isn't cut off with a gradient."""
    colour, solid = _known_colour(run.reader.shadings, resource)
    veil = run.state.veil
    _paint(run, run.canvas.box, Area(colour, exact=False, mixing=veil.mixing, shapes=veil.shapes, solid=solid))


def _paint(run: "Interpreter", box: Box, area: Area) -> None:
    box = run.clipped(box)
    stencil = run.state.veil.stencil
    if stencil is None or not stencil.is_cut:
        run.canvas.fill(box, area)
        return
    run.canvas.order += 1
    if len(stencil.painted) < _MOST_PAINTED:
        stencil.painted.append(box)


def clip(run: "Interpreter", operator: bytes) -> None:
    """Cuts off what is painted from now on, outside the path."""
    state, path = run.state, run.path
    path.clips += 1
    if path.clips > _MOST_CLIPS:  # each looks at the whole path
        return
    box = path.bounds(state.ctm)
    if box is not None and not path.is_rectangle(state.ctm):
        state.veil = state.veil._replace(shapes=_with_shape(state, path.parts, operator))
    run.clip_to(box)


def _with_shape(state: "State", parts: Sequence[Part], operator: bytes) -> tuple[Shape, ...]:
    """The shapes that cut off what is painted, with one more."""
    outline = Outline(parts, state.ctm, even_odd=operator in _EVEN_ODD)
    return (*state.veil.shapes[-_MOST_SHAPES:], outline)


def set_pattern(run: "Interpreter", resource: Any) -> None:
    """Sets the colour of a pattern, where it has one."""
    state = run.state
    pattern = resolve1(resource)
    entries = pattern.attrs if isinstance(pattern, PDFStream) else pattern
    if isinstance(entries, dict) and resolve1(entries.get("PatternType")) == 2:
        state.fill, state.fill_is_solid = _known_colour(run.reader.shadings, entries.get("Shading"))
    else:
        state.fill, state.fill_is_solid = None, False


def _known_colour(known: dict[int, tuple[Colour | None, bool]], resource: Any) -> tuple[Colour | None, bool]:
    """The colour of a gradient, looked for once however often it is painted."""
    if not isinstance(resource, PDFObjRef):
        return _shading_colour(resource)
    if resource.objid not in known:
        known[resource.objid] = _shading_colour(resource)
    return known[resource.objid]


def _shading_colour(resource: Any) -> tuple[Colour | None, bool]:
    """The colour of a gradient that has only one, and whether it leaves no holes."""
    shading = resolve1(resource)
    entries = shading.attrs if isinstance(shading, PDFStream) else shading
    if not isinstance(entries, dict) or resolve1(entries.get("ShadingType")) not in {2, 3}:
        return None, False
    is_endless = [resolve1(end) for end in list_value(entries.get("Extend"))] == [True, True]
    solid = is_endless and resolve1(entries["ShadingType"]) == 2 and "BBox" not in entries
    space = find_space(_family(entries.get("ColorSpace")), entries.get("ColorSpace"))
    if space is None or not solid:
        return None, solid
    low, high = ([float(resolve1(end)) for end in list_value(entries.get("Domain"))] or [0.0, 1.0])[:2]
    colours: list[Colour] = []
    for step in range(_STEPS + 1):
        parts = evaluate(entries.get("Function"), [low + (high - low) * step / _STEPS])
        colour = colour_in(space, parts) if parts else None
        if colour is None:
            return None, solid
        colours.append(colour)
    is_plain = all(max(part) - min(part) <= _SAME for part in zip(*colours, strict=True))
    return (colours[0] if is_plain else None), solid


def _family(value: Any) -> str:
    value = resolve1(value)
    return str(getattr(value, "name", ""))


def rotated_box(state: "State", corners: list[float]) -> tuple[Shape, ...]:
    """The shapes that cut off a form that is drawn at an angle."""
    x0, y0, x1, y1 = corners
    return _with_shape(state, [(b"re", (x0, y0, x1 - x0, y1 - y0))], b"W")
