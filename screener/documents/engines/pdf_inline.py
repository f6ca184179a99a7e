"""A picture within a page's program ("BI … ID … EI") -> where it ends.

Its data may hold the letters EI, so its length is worked out where its size and colours say it, and
else the first EI counts after which the program goes on in plain characters.
"""

import re
from bisect import bisect_left

_ENTRIES = re.compile(rb"ID(?=[\0\t\n\f\r ])")
_ENTRY = re.compile(rb"/([A-Za-z]++)[\0\t\n\f\r ]*+(/?+[^\0\t\n\f\r /\[\]<>()]++|\[[^\[\]]*+\])")
_END = re.compile(rb"[\0\t\n\f\r ~>]EI(?=[\0\t\n\f\r /\[(<]|\Z)")
_ANY_END = re.compile(rb"EI(?=[\0\t\n\f\r ]|\Z)")
_PLAIN = re.compile(rb"[\t\n\f\r -~]*+\Z")
_AHEAD = 24  # bytes after EI that must be plain
_LONGEST_HEADER = 2_000  # bytes
_COMPONENTS = {b"/G": 1, b"/DeviceGray": 1, b"/RGB": 3, b"/DeviceRGB": 3, b"/CMYK": 4, b"/DeviceCMYK": 4}
_LONG_NAMES = {b"Width": b"W", b"Height": b"H", b"BitsPerComponent": b"BPC", b"ColorSpace": b"CS", b"Filter": b"F"}
_LONG_NAMES |= {b"Length": b"L"}
_INDEXED = re.compile(rb"\[\s*+/(?:I|Indexed)\b")


class Pictures:
    """Finds the ends of the pictures in a program, going through it once for all of them."""

    def __init__(self, program: bytes) -> None:
        self.have_ends = True  # false once one was found to have no end
        self._program = program
        self._ends: list[int] | None = None  # after each EI that the program plainly goes on after
        self._loose_ends: list[int] = []  # after each EI of any kind

    def find_end(self, start: int) -> tuple[dict[bytes, bytes], int]:
        """The entries of the picture that begins here, by their short names, and where the program goes on."""
        opening = _ENTRIES.search(self._program, start, start + _LONGEST_HEADER)
        if opening is None:
            return {}, start
        found = _ENTRY.findall(self._program[start : opening.start()])
        entries = {_LONG_NAMES.get(key, key): value for key, value in found}
        data = opening.end() + 1
        size = _size(entries)
        end = _END.match(self._program, data + size) if size else None
        return entries, end.end() if end else self._next_end(data)

    def _next_end(self, data: int) -> int:
        if self._ends is None:
            program = self._program
            found = [match.end() for match in _END.finditer(program)]
            self._ends = [end for end in found if _PLAIN.match(program[end : end + _AHEAD])]
            self._loose_ends = [match.end() for match in _ANY_END.finditer(program)]
        for ends in (self._ends, self._loose_ends):
            at = bisect_left(ends, data + 2)  # two letters
            if at < len(ends):
                return ends[at]
        self.have_ends = False
        return data  # without an end, what follows is read as if there were no data


def _components(space: bytes) -> int:
    return 1 if _INDEXED.match(space) else _COMPONENTS[space]


def _size(entries: dict[bytes, bytes]) -> int:
    """Bytes of the data, where the picture says so or isn't packed; 0 when that can't be told."""
    if b"L" in entries or b"F" in entries:
        length = entries.get(b"L", b"")
        return int(length) if length.isdigit() and len(length) < 10 else 0
    try:
        width, height = int(entries[b"W"]), int(entries[b"H"])
        bits = 1 if entries.get(b"IM") == b"true" else int(entries.get(b"BPC", b"8")) * _components(entries[b"CS"])
    except (KeyError, ValueError):
        return 0
    return (width * bits + 7) // 8 * height if 0 < width < 1 << 20 and 0 < height < 1 << 20 else 0
