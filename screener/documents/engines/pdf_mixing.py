"""Opacity, blend modes, soft masks and transparency groups -> how paint mixes with what is beneath it.

A soft mask counts where it is plain: it lets nothing through (nothing but black is painted in it), or
everything (white all over). Where any other lets paint through isn't known; the letters in it are
kept, because browsers paint a gradient through letters so, with clear text over it for copying.
"""

from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral

from screener.documents.engines.pdf_canvas import Canvas
from screener.documents.page import OPAQUE, Box, Fill, Group, Mixing, Run

if TYPE_CHECKING:
    from screener.documents.engines.pdf_interpreter import Interpreter

Mask = tuple[float | None, tuple[Run, ...]]  # how much a soft mask lets through, and the letters in it

_BLACK, _WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
_MIXING = frozenset({"BM", "SMask", "ca", "CA"})
_NEARLY = 0.004  # of 1
_MOST_LETTERS = 200  # runs of text kept of a mask


def mix(run: "Interpreter", settings: dict[str, Any]) -> None:
    """Takes what a dictionary of settings says of how paint mixes, and how wide lines are."""
    state, veil = run.state, run.state.veil
    state.line_width = _number(settings.get("LW")) or state.line_width
    if _MIXING.isdisjoint(settings):
        return
    mixing, strokes = veil.mixing, veil.stroke_mixing
    if "BM" in settings:
        mode = _mode(settings["BM"])
        mixing, strokes = mixing._replace(mode=mode), strokes._replace(mode=mode)
    if "SMask" in settings:
        mask = _mask(run, settings["SMask"])
        mixing, strokes = mixing._replace(mask=mask), strokes._replace(mask=mask)
    opacity, stroke_opacity = _number(settings.get("ca")), _number(settings.get("CA"))
    if opacity is not None:
        mixing = mixing._replace(opacity=opacity)
        state.opacity = opacity
    if stroke_opacity is not None:
        strokes = strokes._replace(opacity=stroke_opacity)
    state.veil = veil._replace(mixing=mixing, stroke_mixing=strokes)
    run.repaint()


def enter_group(run: "Interpreter", form: PDFStream) -> None:
    """Begins with plain paint in a form whose parts are mixed with each other first."""
    group = dict_value(form.get("Group"))
    if not group or _name(group.get("S")) != "Transparency":
        return
    veil = run.state.veil
    is_plain = veil.mixing._replace(group=None) == OPAQUE
    if is_plain and not resolve1(group.get("I")) and not resolve1(group.get("K")):
        return
    plain = Mixing(group=Group(veil.mixing))
    run.state.opacity = 1.0
    run.state.veil = veil._replace(mixing=plain, stroke_mixing=plain)


def _mode(value: Any) -> str:
    """A blend mode; of several, the first."""
    value = resolve1(value)
    name = _name(value[0] if isinstance(value, list) and value else value)
    return "Normal" if name in {"", "Compatible"} else name


def _mask(run: "Interpreter", reference: Any) -> float | None:
    """How much a soft mask lets through everywhere; None where that differs or isn't known."""
    mask = resolve1(reference)
    if not isinstance(mask, dict):
        return 1.0
    key = (reference.objid, run.state.ctm) if isinstance(reference, PDFObjRef) else None
    known = run.reader.masks
    if key is None or key not in known:
        canvas = Canvas(run.canvas.box)
        known[key] = _measure(run, mask, canvas), tuple(canvas.runs[:_MOST_LETTERS])
    share, letters = known[key]
    run.canvas.cut(letters)
    return share


def _measure(run: "Interpreter", mask: dict[str, Any], canvas: Canvas) -> float | None:
    """How much the mask lets through; what it consists of is left on the canvas."""
    form = resolve1(mask.get("G"))
    if not isinstance(form, PDFStream):
        return None
    run.draw_aside(form, canvas)
    if (_name(mask.get("TR")) or "Identity") != "Identity":
        return None
    if canvas.runs or canvas.images or not canvas.complete:
        return None
    fills = canvas.fills + canvas.rules
    if _name(mask.get("S")) == "Alpha":
        return None if fills else 0.0
    backdrop = [float(resolve1(part)) for part in list_value(mask.get("BC"))] if "BC" in mask else []
    if all(fill.colour == _BLACK for fill in fills) and not any(backdrop):
        return 0.0
    return 1.0 if any(_is_all_white(fill, canvas.box) for fill in fills[:1]) and len(fills) == 1 else None


def _is_all_white(fill: Fill, page: Box) -> bool:
    is_plain = fill.exact and not fill.shapes and fill.mixing.opacity == 1
    is_white = fill.colour is not None and all(part >= 1 - _NEARLY for part in fill.colour)
    return is_plain and is_white and fill.box.meet(page) == page


def _number(value: Any) -> float | None:
    value = resolve1(value)
    return float(value) if isinstance(value, (int, float)) else None


def _name(value: Any) -> str:
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""
