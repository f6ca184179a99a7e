"""The operators that set colours, on the graphics state.

Colours become red, green and blue as soon as they are set; what isn't plain is None.
"""

from typing import Any

from pdfminer.pdfcolor import PREDEFINED_COLORSPACE, PDFColorSpace

from screener.documents.engines.pdf_spaces import MadeSpace, colour_in
from screener.documents.engines.pdf_state import State

_GREY, _RGB, _CMYK = (PREDEFINED_COLORSPACE[name] for name in ("DeviceGray", "DeviceRGB", "DeviceCMYK"))
_DEVICE_SPACES = {b"g": _GREY, b"rg": _RGB, b"k": _CMYK, b"G": _GREY, b"RG": _RGB, b"K": _CMYK}
_FILLING = (b"g", b"rg", b"k", b"cs", b"sc", b"scn")


def set_device_colour(state: State, operator: bytes, components: list[float]) -> None:
    space = _DEVICE_SPACES[operator]
    _set(state, operator, space, components)


def set_space(state: State, operator: bytes, space: PDFColorSpace) -> None:
    """Colours begin as black in a new space, or with all of its inks."""
    if isinstance(space, MadeSpace):
        _set(state, operator, space, [space.start] * space.ncomponents)
        return
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
    colour = colour_in(space, components)
    if operator in _FILLING:
        state.fill_space, state.fill, state.fill_is_solid = space, colour, True
    else:
        state.stroke_space, state.stroke = space, colour
