"""Colour spaces -> red, green and blue of a colour in them, wherever that can be told.

Inks of their own (Separation, DeviceN) become colours by the function that the file gives for them;
without one that is understood, no ink at all is white. Profiles (ICC) are taken for plain spaces with
as many components, which is right for what matters here: whether two colours are the same.
"""

from typing import Any

from pdfminer.pdfcolor import PREDEFINED_COLORSPACE, PDFColorSpace
from pdfminer.pdftypes import PDFStream, list_value, resolve1, stream_value
from pdfminer.psparser import PSLiteral

from screener.documents.engines.pdf_canvas import plain_colour
from screener.documents.engines.pdf_functions import evaluate
from screener.documents.page import Colour

_WHITE: Colour = (1.0, 1.0, 1.0)
NO_INK = "None"  # the name of an ink that leaves nothing
_DEEPEST = 3  # spaces within spaces
_MOST_INKS = 32


class MadeSpace(PDFColorSpace):
    """A space whose colours are worked out from other ones."""

    start = 0.0  # each component of the colour that a new space begins with

    def colour_of(self, components: list[float]) -> Colour | None:
        raise NotImplementedError


class InkSpace(MadeSpace):
    """Inks of their own."""

    start = 1.0

    def __init__(self, name: str, inks: int, base: PDFColorSpace | None, function: Any) -> None:
        super().__init__(name, inks)
        self._base = base
        self._function = function
        self._known: dict[tuple[float, ...], Colour | None] = {}

    def colour_of(self, components: list[float]) -> Colour | None:
        key = tuple(components)
        if key not in self._known:
            found = evaluate(self._function, components) if self._base else None
            colour = colour_in(self._base, found) if self._base and found else None
            self._known[key] = _WHITE if colour is None and not any(components) else colour
        return self._known[key]


class TableSpace(MadeSpace):
    """Colours by their number in a table."""

    def __init__(self, base: PDFColorSpace, table: bytes) -> None:
        super().__init__("Indexed", 1)
        self._base = base
        self._table = table

    def colour_of(self, components: list[float]) -> Colour | None:
        step, at = self._base.ncomponents, int(max(components[0], 0))
        entry = self._table[at * step : (at + 1) * step]
        scale = (100.0, 255.0, 255.0) if self._base.name == "Lab" else (1.0,) * step
        shift = (0.0, 128.0, 128.0) if self._base.name == "Lab" else (0.0,) * step
        parts = [byte / 255 * by - less for byte, by, less in zip(entry, scale, shift, strict=False)]
        return colour_in(self._base, parts) if len(entry) == step else None


class LabSpace(MadeSpace):
    """Lightness and two differences."""

    def colour_of(self, components: list[float]) -> Colour | None:
        lightness, a, b = components
        middle = (lightness + 16) / 116
        x, y, z = (_from_lab(part) for part in (middle + a / 500, middle, middle - b / 200))
        x, z = 0.9505 * x, 1.089 * z
        return (
            _to_screen(3.2406 * x - 1.5372 * y - 0.4986 * z),
            _to_screen(-0.9689 * x + 1.8758 * y + 0.0415 * z),
            _to_screen(0.0557 * x - 0.2040 * y + 1.0570 * z),
        )


def _from_lab(part: float) -> float:
    return float(part**3) if part > 6 / 29 else 3 * (6 / 29) ** 2 * (part - 4 / 29)


def _to_screen(light: float) -> float:
    light = min(max(light, 0.0), 1.0)
    return float(1.055 * light ** (1 / 2.4) - 0.055) if light > 0.0031308 else 12.92 * light


def colour_in(space: PDFColorSpace, components: list[float]) -> Colour | None:
    """Red, green and blue of a colour; None in spaces where it can't be told."""
    if len(components) != space.ncomponents:
        return None
    if isinstance(space, MadeSpace):
        return space.colour_of(components)
    if max(components) > 1 or min(components) < 0:
        components = [min(max(part, 0.0), 1.0) for part in components]
    return plain_colour(space, components[0] if len(components) == 1 else tuple(components))


def find_space(name: str, resource: Any, depth: int = 0) -> PDFColorSpace | None:
    """The colour space that a program calls by this name, or that its resources say it is."""
    spec = resolve1(resource)
    if spec is None:
        return PREDEFINED_COLORSPACE.get(name)
    kind = resolve1(spec[0]) if isinstance(spec, list) and spec else spec
    family = str(kind.name) if isinstance(kind, PSLiteral) else ""
    if isinstance(spec, list) and len(spec) > 1 and depth < _DEEPEST:
        if family == "ICCBased":
            components = resolve1(stream_value(spec[1]).get("N"))
            return PDFColorSpace(family, components) if components in {1, 3, 4} else None
        if family in {"Separation", "DeviceN"}:
            return _ink_space(family, spec, depth)
        if family == "Indexed" and len(spec) > 3 and (base := find_space(_name(spec[1]), spec[1], depth + 1)):
            return TableSpace(base, _table(spec[3]))
    return LabSpace(family, 3) if family == "Lab" else PREDEFINED_COLORSPACE.get(family)


def _ink_space(family: str, spec: list[Any], depth: int) -> PDFColorSpace:
    if family == "Separation" and _name(spec[1]) == NO_INK:
        return InkSpace(NO_INK, 1, None, None)
    inks = len(list_value(spec[1])) if family == "DeviceN" else 1
    if len(spec) < 4 or inks > _MOST_INKS:
        return InkSpace(family, inks, None, None)
    return InkSpace(family, inks, find_space(_name(spec[2]), spec[2], depth + 1), spec[3])


def _table(value: Any) -> bytes:
    value = resolve1(value)
    if isinstance(value, PDFStream):
        value = value.get_data()
    return value if isinstance(value, bytes) else b""


def _name(value: Any) -> str:
    value = resolve1(value)
    return str(value.name) if isinstance(value, PSLiteral) else ""
