"""A picture within a page's program ("BI … ID … EI") -> where it ends.

Its data may hold the letters EI, so its length is worked out where its size and colours say it, and
else the first EI counts after which the program goes on in plain characters.
"""

import re
from typing import Any

_ENTRIES = re.compile(rb"ID(?=[\0\t\n\f\r ])")
_ENTRY = re.compile(rb"/([A-Za-z]++)[\0\t\n\f\r ]*+(/?+[^\0\t\n\f\r /\[\]<>()]++|\[[^\[\]]*+\])")
_END = re.compile(rb"[\0\t\n\f\r ~>]EI(?=[\0\t\n\f\r /\[(<]|\Z)")
_ANY_END = re.compile(rb"EI(?=[\0\t\n\f\r ]|\Z)")
_PLAIN = re.compile(rb"[\t\n\f\r -~]*+\Z")
_AHEAD = 24  # bytes after EI that must be plain
_LONGEST_HEADER = 2_000  # bytes
_COMPONENTS = {b"/G": 1, b"/DeviceGray": 1, b"/RGB": 3, b"/DeviceRGB": 3, b"/CMYK": 4, b"/DeviceCMYK": 4}
_LONG_NAMES = {b"Width": b"W", b"Height": b"H", b"BitsPerComponent": b"BPC", b"ColorSpace": b"CS", b"Filter": b"F"}


def find_image_end(program: bytes, start: int) -> tuple[dict[bytes, Any], int]:
    """The picture's entries by their short names, and where the program goes on."""
    opening = _ENTRIES.search(program, start, start + _LONGEST_HEADER)
    if opening is None:
        return {}, start
    found = _ENTRY.findall(program[start : opening.start()])
    entries = {_LONG_NAMES.get(key, key): value for key, value in found}
    data = opening.end() + 1
    end = _END.match(program, data + _size(entries)) if b"F" not in entries else None
    return entries, end.end() if end else _find_end(program, data)


def _size(entries: dict[bytes, bytes]) -> int:
    """Bytes of the data when it isn't packed; 0 when that can't be told."""
    try:
        width, height = int(entries[b"W"]), int(entries[b"H"])
        bits = 1 if entries.get(b"IM") == b"true" else int(entries.get(b"BPC", b"8")) * _COMPONENTS[entries[b"CS"]]
    except (KeyError, ValueError):
        return 0
    return (width * bits + 7) // 8 * height if 0 < width < 1 << 20 and 0 < height < 1 << 20 else 0


def _find_end(program: bytes, data: int) -> int:
    for match in _END.finditer(program, max(data - 1, 0)):
        if _PLAIN.match(program[match.end() : match.end() + _AHEAD]):
            return match.end()
    loose = _ANY_END.search(program, data)
    return loose.end() if loose else data  # without an end, what follows is read as if there were no data
