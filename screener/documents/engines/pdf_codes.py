"""The codes of a font with thousands of glyphs -> the numbers of its glyphs ("CMap").

The PDF library knows the maps that have a name. Here maps within the file are read too, and the
texts of codes ("ToUnicode") become texts of glyphs, because the library looks them up by glyph.

Maps whose codes are characters ("UniGB-UCS2-H") lack some marks, such as the wave between two dates,
which the library then drops, and it reads a dash as an accent. Such marks are what their codes say.
Letters aren't added, because no viewer could draw them.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from pdfminer.cmapdb import CMap, CMapBase, CMapDB
from pdfminer.pdffont import PDFFont
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from screener.documents.engines.pdf_streams import unpack_map

_RANGE = re.compile(rb"<((?:[\da-fA-F]{2}){1,4})>\s*+(?:<((?:[\da-fA-F]{2}){1,4})>)?+\s*+(\d{1,5})\b")
_SECTION = re.compile(rb"begincid(?:range|char)\b")
_SECTION_END = re.compile(rb"endcid(?:range|char)\b")
_BASE = re.compile(rb"/([!-.0-~]{1,60})\s++usecmap\b")
_MOST_CODES = 65_536
_BY_CHARACTER = re.compile(r"Uni\w+-(?:UCS2|UTF16)-[HV]")
_MARKS = "\u00b7\u2010\u2011\u2013\u2014\u2015\u2012\u2018\u2019\u201c\u201d\u2022\u2026\u2192\u301c\uff5e"
_OWN = 1 << 20  # from here on numbers of glyphs are ours


def read_codes(font: PDFFont, spec: Mapping[str, Any]) -> None:
    """Gives the font the map within the file, and its texts by glyph. The spec is of a font with glyphs by number."""
    program = resolve1(spec.get("Encoding"))
    if isinstance(program, PDFStream) and unpack_map(program):
        font.cmap = _read_map(program)  # type: ignore[attr-defined]
    elif isinstance(program, PSLiteral) and "ToUnicode" not in spec and _BY_CHARACTER.fullmatch(str(program.name)):
        _add_marks(font)
    codes = font.cmap.code2cid if isinstance(getattr(font, "cmap", None), CMap) else {}  # type: ignore[attr-defined]
    texts = getattr(getattr(font, "unicode_map", None), "cid2unichr", None)
    if codes and texts and "ToUnicode" in spec:
        by_glyph = {_glyph(codes, code): text for code, text in texts.items()}
        texts.update((glyph, text) for glyph, text in by_glyph.items() if glyph is not None)


class _WithMarks:
    """The texts of a font's glyphs, but of some marks those of their codes."""

    def __init__(self, texts: Any, marks: Mapping[int, str]) -> None:
        self._texts, self._marks = texts, marks

    def get_unichr(self, glyph: int) -> str:
        return self._marks.get(glyph) or str(self._texts.get_unichr(glyph))


def _add_marks(font: PDFFont) -> None:
    """Gives the font a copy of its map, which other fonts share, that has all marks."""
    base, texts = getattr(font, "cmap", None), getattr(font, "unicode_map", None)
    if not isinstance(base, CMap) or texts is None:
        return
    codes = CMap()
    codes.attrs = base.attrs
    codes.code2cid = dict(base.code2cid)
    marks: dict[int, str] = {}
    for mark in _MARKS:
        high, low = mark.encode("utf-16-be")
        known = codes.code2cid.get(high, {})
        if isinstance(known, dict):
            glyph = known.get(low)
            if glyph is None or _is_accent(texts, glyph):
                glyph = _OWN + ord(mark) if glyph is None else glyph
                codes.code2cid[high] = {**known, low: glyph}
                marks.setdefault(glyph, mark)
    font.cmap = codes  # type: ignore[attr-defined]
    font.unicode_map = _WithMarks(texts, marks)  # type: ignore[attr-defined]


def _is_accent(texts: Any, glyph: int) -> bool:
    try:
        return unicodedata.combining(texts.get_unichr(glyph)) > 0
    except (KeyError, TypeError):
        return False


def _read_map(program: PDFStream) -> CMapBase:
    data = program.get_data()
    base = _base_map(program, data)
    ranges = [
        (bytes.fromhex(first.decode()), int(last or first, 16), int(glyph))
        for section in _SECTION.split(data)[1:]
        for first, last, glyph in _RANGE.findall(_SECTION_END.split(section, 1)[0])
    ]
    if not ranges:
        return base
    codes = CMap()
    if isinstance(base, CMap):
        codes.use_cmap(base)
    left = _MOST_CODES
    for start, last, glyph in ranges:
        first = int.from_bytes(start)
        count = min(max(last - first + 1, 0), left)
        left -= count
        for at in range(count):
            _add(codes.code2cid, (first + at).to_bytes(5)[-len(start) :], glyph + at)
    return codes


def _base_map(program: PDFStream, data: bytes) -> CMapBase:
    """The map that this one adds to; an empty one where there is none."""
    named = resolve1(program.get("UseCMap"))
    match = _BASE.search(data)
    name = named.name if isinstance(named, PSLiteral) else match[1].decode() if match else ""
    try:
        return CMapDB.get_cmap(str(name))
    except CMapDB.CMapNotFound:
        return CMap()


def _add(codes: dict[int, Any], code: bytes, glyph: int) -> None:
    for byte in code[:-1]:
        following = codes.setdefault(byte, {})
        if not isinstance(following, dict):
            return
        codes = following
    codes[code[-1]] = glyph


def _glyph(codes: Mapping[int, Any], code: int) -> int | None:
    """The glyph of a code, in as many bytes as the map has for it."""
    for length in range(max((code.bit_length() + 7) // 8, 1), 5):
        found: Any = codes
        for byte in code.to_bytes(length):
            found = found.get(byte) if isinstance(found, Mapping) else None
        if isinstance(found, int):
            return found
    return None
