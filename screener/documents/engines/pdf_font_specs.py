"""What a PDF says of a font -> the PDF library's font, without taking apart the embedded file for nothing.

The library reads the whole file of a font even where the page's own map of codes to characters
makes it needless. Here the file is only handed over where the library would look something up in it,
and the map is read by `pdf_unicode` where that can.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pdfminer.cmapdb import IdentityCMap
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1

from screener.documents.engines.pdf_streams import unpack_map
from screener.documents.engines.pdf_unicode import read_map

_FILES = ("FontFile", "FontFile2", "FontFile3")
_MOST_CODES = 65_536  # codes have two bytes


def make_font(shelf: PDFResourceManager, spec: Mapping[str, Any]) -> PDFFont:
    """The font, with the same texts and widths as the library's own. Raises what the library raises."""
    font = _make_font(shelf, _with_real_widths(spec))
    if "DescendantFonts" in spec and not isinstance(getattr(font, "cmap", None), IdentityCMap):
        from screener.documents.engines.pdf_codes import read_codes

        read_codes(font, spec)
    return font


def _make_font(shelf: PDFResourceManager, spec: Mapping[str, Any]) -> PDFFont:
    stream = resolve1(spec.get("ToUnicode"))
    if not isinstance(stream, PDFStream) or not unpack_map(stream):
        return shelf.get_font(None, spec)
    texts = read_map(stream.get_data())
    slim = _without_file(spec)
    if texts is not None:
        slim["ToUnicode"] = PDFStream({}, b"")
    font = shelf.get_font(None, slim)
    if texts is not None:
        font.unicode_map.cid2unichr.update(texts)  # type: ignore[attr-defined]
    if _has_own_encoding(spec):
        font.cid2unicode = _OwnEncoding(shelf, spec)  # type: ignore[attr-defined]
    return font


def _with_real_widths(spec: Mapping[str, Any]) -> Mapping[str, Any]:
    """The font's entries without widths of more codes than there are, which the library would count through."""
    if "DescendantFonts" not in spec:
        return spec
    inner = dict_value(list_value(spec["DescendantFonts"])[0])
    endless = {key for key in {"W", "W2"} & inner.keys() if _reaches_too_far(list_value(inner[key]))}
    if not endless:
        return spec
    return {**spec, "DescendantFonts": [{key: value for key, value in inner.items() if key not in endless}]}


def _reaches_too_far(widths: Sequence[Any]) -> bool:
    return any(isinstance(part, (int, float)) and part >= _MOST_CODES for part in widths)


class _OwnEncoding(dict[int, str]):
    """What the font's file says of its codes, looked up when the first is asked for that the map lacks."""

    def __init__(self, shelf: PDFResourceManager, spec: Mapping[str, Any]) -> None:
        super().__init__()
        self._whole: tuple[PDFResourceManager, Mapping[str, Any]] | None = (shelf, spec)

    def __missing__(self, code: int) -> str:
        if self._whole is None:
            raise KeyError(code)
        (shelf, spec), self._whole = self._whole, None
        self.update(shelf.get_font(None, spec).cid2unicode)  # type: ignore[attr-defined]
        return self[code]


def _has_own_encoding(spec: Mapping[str, Any]) -> bool:
    return "DescendantFonts" not in spec and "Encoding" not in spec and "FontFile" in _descriptor(spec)


def _without_file(spec: Mapping[str, Any]) -> dict[str, Any]:
    """The font's entries without its file, which is asked later if at all."""
    slim = dict(spec)
    if "DescendantFonts" in spec:
        inner = dict(dict_value(list_value(spec["DescendantFonts"])[0]))
        _drop_file(inner)
        slim["DescendantFonts"] = [inner]
    else:
        _drop_file(slim)
    return slim


def _drop_file(spec: dict[str, Any]) -> None:
    if "FontDescriptor" in spec:
        spec["FontDescriptor"] = {key: value for key, value in _descriptor(spec).items() if key not in _FILES}


def _descriptor(spec: Mapping[str, Any]) -> dict[str, Any]:
    return dict(dict_value(spec["FontDescriptor"])) if "FontDescriptor" in spec else {}
