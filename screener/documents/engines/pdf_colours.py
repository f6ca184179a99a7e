"""The operators that set colours, on the graphics state.

Colours become red, green and blue as soon as they are set; what isn't plain is None.
"""

from typing import Any

from pdfminer.pdfcolor import PREDEFINED_COLORSPACE, PDFColorSpace
from pdfminer.pdftypes import list_value, resolve1, stream_value
from pdfminer.psparser import PSLiteral

from screener.documents.engines.pdf_canvas import plain_colour
from screener.documents.engines.pdf_state import State

_GREY, _RGB, _CMYK = (PREDEFINED_COLORSPACE[name] for name in ("DeviceGray", "DeviceRGB", "DeviceCMYK"))
_DEVICE_SPACES = {b"g": _GREY, b"rg": _RGB, b"k": _CMYK, b"G": _GREY, b"RG": _RGB, b"K": _CMYK}
_FILLING = (b"g", b"rg", b"k", b"cs", b"sc", b"scn")


def set_device_colour(state: State, operator: bytes, components: list[float]) -> None:
    space = _DEVICE_SPACES[operator]
    _set(state, operator, space, components)


def set_space(state: State, operator: bytes, space: PDFColorSpace) -> None:
    """Colours begin as black in a new space."""
    components = [0.0] * (space.ncomponents - 1) + [1.0] if space.ncomponents == 4 else [0.0] * space.ncomponents
    _set(state, operator, space, components)


def set_colour(state: State, operator: bytes, operands: list[Any]) -> bool:
    """Sets a colour in the space that is set; whether the operands are one."""
    space = state.fill_space if operator in _FILLING else state.stroke_space
    if space.name == "Pattern":
        _set(state, operator, space, [])
        return bool(operands)
    components = operands[-space.ncomponents :]
    if len(components) != space.ncomponents or not all(isinstance(part, float) for part in components):
        return False
    _set(state, operator, space, components)
    return True


def _set(state: State, operator: bytes, space: PDFColorSpace, components: list[float]) -> None:
    colour = plain_colour(space, components[0] if len(components) == 1 else tuple(components))
    if operator in _FILLING:
        state.fill_space, state.fill = space, colour
    else:
        state.stroke_space, state.stroke = space, colour


def find_space(name: str, resource: Any) -> PDFColorSpace | None:
    """The colour space that a program calls by this name, or that its resources say it is."""
    spec = resolve1(resource)
    if spec is None:
        return PREDEFINED_COLORSPACE.get(name)
    kind = resolve1(spec[0]) if isinstance(spec, list) and spec else spec
    family = kind.name if isinstance(kind, PSLiteral) else ""
    if isinstance(spec, list) and len(spec) > 1:
        if family == "ICCBased":
            components = resolve1(stream_value(spec[1]).get("N"))
            return PDFColorSpace(family, components) if components in {1, 3, 4} else None
        if family == "DeviceN":
            return PDFColorSpace(family, len(list_value(spec[1])))
    return PREDEFINED_COLORSPACE.get(str(family))
