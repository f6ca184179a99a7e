"""Table styles -> what each cell of a table gets from its style: what lies beneath it, how its letters look.

A style says something for the whole table and more for bands of rows and columns, the first and the
last of them, and the corners; the later in that order wins. Most files carry a hundred styles and use
one that says nothing, so the part is searched as bytes, and only the styles that are used are parsed.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from screener.documents.engines.docx_colours import UNKNOWN, Theme, shading
from screener.documents.engines.docx_properties import Properties, run_properties
from screener.documents.engines.docx_xml import VAL, Element, W, number, parse_xml

_STYLE_ID = re.compile(rb'<w:style\s[^>]*?w:styleId="([^"]*)"')
_ROOT = re.compile(rb"<w:styles\b[^>]*>")
_BASE = re.compile(rb'<w:basedOn\s+w:val="([^"]*)"')
_SAYS = (b"<w:rPr>", b"<w:shd ")
_LOOKS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
_DEEPEST = 20


class CellStyle(NamedTuple):
    """What a table's style says about one cell."""

    background: str = ""  # six hex digits, UNKNOWN, or "" for what lies beneath
    letters: tuple[tuple[str, str], ...] = ()  # run properties


class TablePlace(NamedTuple):
    """Where a cell is in its table."""

    row: int
    rows: int
    first_column: int
    last_column: int
    columns: int


class _Layer(NamedTuple):
    fill: str
    letters: Properties


PLAIN_CELL = CellStyle()


class TableStyle:
    """A style, with what it builds on."""

    def __init__(self, elements: list[Element], theme: Theme) -> None:
        self._layers: dict[str, _Layer] = {}
        self._row_band = self._column_band = 1
        for element in elements:
            self._add("", element, theme)
            for part in element.findall(W + "tblStylePr"):
                self._add(part.get(W + "type", ""), part, theme)
            for name in ("Row", "Col"):
                band = element.find(f"{W}tblPr/{W}tblStyle{name}BandSize")
                if band is not None:
                    setattr(self, "_row_band" if name == "Row" else "_column_band", max(1, number(band.get(VAL), 1)))
        self._is_banded = any(layer.fill for layer in self._layers.values())

    def cell(self, place: TablePlace, flags: int | None) -> CellStyle:
        """What it says about a cell. `flags` are those of w:tblLook; without them colours can't be told."""
        if flags is None:
            whole = self._layers.get("", _Layer("", {}))
            return CellStyle(UNKNOWN if self._is_banded else "", tuple(whole.letters.items()))
        fill = ""
        letters: Properties = {}
        for kind in ("", *self._kinds(place, flags)):
            if layer := self._layers.get(kind):
                fill, letters = layer.fill or fill, letters | layer.letters
        return CellStyle(fill, tuple(letters.items()))

    def _add(self, kind: str, element: Element, theme: Theme) -> None:
        before = self._layers.get(kind, _Layer("", {}))
        shade = element.find(f"{W}tcPr/{W}shd")
        shade = element.find(f"{W}tblPr/{W}shd") if shade is None else shade
        fill = theme.resolve(shading(shade)) if shade is not None else ""
        self._layers[kind] = _Layer(fill or before.fill, before.letters | run_properties(element.find(W + "rPr")))

    def _kinds(self, place: TablePlace, flags: int) -> list[str]:
        """The parts of a table that a cell belongs to, the weakest first."""
        top = bool(flags & _LOOKS["firstRow"]) and place.row == 0
        bottom = bool(flags & _LOOKS["lastRow"]) and place.row == place.rows - 1
        left = bool(flags & _LOOKS["firstColumn"]) and place.first_column == 0
        right = bool(flags & _LOOKS["lastColumn"]) and place.last_column >= place.columns - 1
        kinds = []
        if not flags & _LOOKS["noVBand"]:
            column = place.first_column - bool(flags & _LOOKS["firstColumn"])
            kinds.append(f"band{column // self._column_band % 2 + 1}Vert")
        if not flags & _LOOKS["noHBand"]:
            row = place.row - bool(flags & _LOOKS["firstRow"])
            kinds.append(f"band{row // self._row_band % 2 + 1}Horz")
        sides = [(left, "firstCol"), (right, "lastCol"), (top, "firstRow"), (bottom, "lastRow")]
        corners = [
            (top and right, "neCell"),
            (top and left, "nwCell"),
            (bottom and right, "seCell"),
            (bottom and left, "swCell"),
        ]
        return kinds + [kind for applies, kind in (*sides, *corners) if applies]


class _Unread(TableStyle):
    """A style that can't be told: it may colour anything."""

    def __init__(self) -> None:
        self._layers, self._is_banded = {}, True

    def cell(self, _place: TablePlace, _flags: int | None) -> CellStyle:
        return CellStyle(UNKNOWN)


_UNREAD = _Unread()


class TableStyles:
    """The table styles of a document; each is parsed when a table first uses it."""

    def __init__(self, styles: bytes | None, theme: Theme) -> None:
        self._data = styles or b""
        # Another prefix, another encoding or comments could mislead a search; then nothing is claimed.
        self._is_plain = not self._data or (_ROOT.search(self._data) is not None and b"<!--" not in self._data)
        self._theme = theme
        self._sources: dict[str, bytes] | None = None
        self._styles: dict[str, TableStyle | None] = {}

    def find(self, style: str) -> TableStyle | None:
        """A style by its id; None when there is none, or when it says nothing about colours and letters."""
        if not self._is_plain:
            return _UNREAD
        if style not in self._styles:
            chain = self._chain(style)
            says = any(mark in source for source in chain for mark in _SAYS)
            self._styles[style] = TableStyle(self._parse(chain[::-1]), self._theme) if says else None
        return self._styles[style]

    def _chain(self, style: str) -> list[bytes]:
        if self._sources is None:
            self._sources = dict(self._split())
        chain: list[bytes] = []
        while len(chain) < _DEEPEST and (source := self._sources.get(style)) is not None:
            chain.append(source)
            base = _BASE.search(source)
            style = base.group(1).decode("utf-8", "replace") if base else ""
        return chain

    def _split(self) -> Iterator[tuple[str, bytes]]:
        for piece in self._data.split(b"</w:style>"):
            start = max(piece.rfind(b"<w:style "), 0)
            if (found := _STYLE_ID.match(piece, start)) and b'w:type="table"' in piece[start : start + 500]:
                yield found.group(1).decode("utf-8", "replace"), piece[start:] + b"</w:style>"

    def _parse(self, sources: list[bytes]) -> list[Element]:
        root = _ROOT.search(self._data)
        opening = root.group() if root else b"<w:styles>"
        return list(parse_xml(opening + b"".join(sources) + b"</w:styles>", "styles.xml"))


def look_flags(properties: Element) -> int | None:
    """Which parts of its style a table asks for, as in w:tblLook; None when it doesn't say."""
    look = properties.find(W + "tblLook")
    if look is None:
        return None
    stated = {bit: look.get(W + name) for name, bit in _LOOKS.items()}
    if any(value is not None for value in stated.values()):
        return sum(bit for bit, value in stated.items() if value in {"1", "true", "on"})
    try:
        return int(look.get(VAL, "0"), 16)
    except ValueError:
        return None
