"""Compressed streams -> their content, without ever unpacking more than the limit.

The library unpacks all at once, and gives up a whole stream for one broken byte; here what comes
before the break is kept. Only plainly deflated streams are handled, which nearly all are; the rest
is left to the library.
"""

import zlib
from typing import Any

from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream, dict_value
from pdfminer.psparser import LIT

from screener.errors import TooLarge

_CRYPT = LIT("Crypt")
_FILTER_KEYS = frozenset({"Filter", "F", "DecodeParms", "DP"})
_STEP = 65_536  # bytes fed at once
_HEADER = 2  # bytes before the deflated data
_LARGEST_MAP = 4_000_000  # bytes


def unpack(stream: PDFStream, at_most: int) -> bool:
    """Unpacks the stream in place; whether all of it could be read."""
    if stream.data is not None:
        return True
    raw = stream.rawdata or b""
    filters = stream.get_filters()
    if filters and filters[0][0] is _CRYPT:
        filters = _without_crypt(stream, filters)
    if len(filters) != 1 or filters[0][0] not in LITERALS_FLATE_DECODE or _has_predictor(filters[0][1]):
        return _unpack_by_library(stream, at_most)
    if stream.decipher and stream.objid is not None and stream.genno is not None:
        raw = stream.decipher(stream.objid, stream.genno, raw, stream.attrs)
    stream.data, whole = _inflate(raw, at_most)
    stream.rawdata = None
    return whole


def _without_crypt(stream: PDFStream, filters: list[Any]) -> list[Any]:
    """The filters that are left when what says how the stream is encrypted is taken for what it asks."""
    name = dict_value(filters[0][1]).get("Name")
    if name is None or name is LIT("Identity"):
        stream.decipher = None
    stream.attrs = {key: value for key, value in stream.attrs.items() if key not in _FILTER_KEYS}
    stream.attrs["Filter"] = [kind for kind, _ in filters[1:]]
    stream.attrs["DecodeParms"] = [dict_value(parameters) for _, parameters in filters[1:]]
    return filters[1:]


def _has_predictor(parameters: object) -> bool:
    return isinstance(parameters, dict) and parameters.get("Predictor", 1) != 1


def unpack_map(stream: PDFStream) -> bool:
    """The same of a font's map of characters, whose limit is our own."""
    try:
        return unpack(stream, _LARGEST_MAP)
    except TooLarge as error:
        message = f"has a font's map of more than {_LARGEST_MAP // 1_000_000} MB, as no resume has; save it anew as PDF"
        raise TooLarge(message) from error


def _unpack_by_library(stream: PDFStream, at_most: int) -> bool:
    packed = len(stream.rawdata or b"")
    try:
        size = len(stream.get_data())
    except MemoryError:
        raise
    except Exception:  # unknown filters, and whatever broken data makes the library stumble over
        stream.data, stream.rawdata = b"", None
        return False
    _check(size, at_most)
    return size > 0 or packed == 0


def _inflate(raw: bytes, at_most: int) -> tuple[bytes, bool]:
    """What can be inflated, and whether that is all; a broken header or checksum is forgiven."""
    raw = raw.lstrip(b"\r\n")
    if not raw.strip():
        return b"", True
    data = _inflate_at_once(raw[_HEADER:], at_most)
    if data is not None:
        return data, True
    data, whole = _inflate_until_broken(raw[_HEADER:], at_most)
    return (data, whole) if data or whole else _inflate_until_broken(raw, at_most)


def _inflate_at_once(raw: bytes, at_most: int) -> bytes | None:
    """What nearly all data inflate to; None when they are broken."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = inflater.decompress(raw, at_most + 1)
    except zlib.error:
        return None
    _check(len(data), at_most)
    return data if inflater.eof else None


def _inflate_until_broken(raw: bytes, at_most: int) -> tuple[bytes, bool]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    saved = inflater.copy()
    pieces: list[bytes] = []
    size = start = 0
    step = _STEP
    while start < len(raw) and not inflater.eof:
        try:
            piece = inflater.decompress(raw[start : start + step], at_most - size + 1)
        except zlib.error:
            if step == 1:
                break
            inflater, step = saved, 1  # find the very byte at which it breaks
            continue
        size += len(piece)
        _check(size, at_most)
        pieces.append(piece)
        start += step
        if step > 1:
            saved = inflater.copy()
    return b"".join(pieces), inflater.eof


def _check(size: int, at_most: int) -> None:
    if size > at_most:
        limit = f"{at_most / 1_000_000:g} MB"
        raise TooLarge(
            f"unpacks to more than {limit}, as no resume does; save it anew as PDF, or raise --max-inflated-mb"
        )
