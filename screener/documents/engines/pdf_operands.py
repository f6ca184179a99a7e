"""Operands as a page's program writes them -> bytes, names and numbers."""

import re
from binascii import Error, unhexlify

_NUMBER = re.compile(rb"[-+]?(?:\d++\.?+\d*+|\.\d++)")
_PIECE = re.compile(rb"\(((?:[^()\\]++|\\.)*+)\)|<([^>]*+)>|([^(<\0\t\n\f\r ]++)", re.DOTALL)
_ESCAPE = re.compile(rb"(\\(?:[0-7]{1,3}|\r\n?+|.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_CODED = re.compile(rb"#([0-9a-fA-F]{2})")
_BLANKS = b"\0\t\n\f\r "


def unescape(string: bytes) -> bytes:
    """A string in parentheses without its backslashes."""
    if b"\\" not in string:
        return string
    parts = _ESCAPE.split(string)
    parts[1::2] = [_ESCAPES[escape] for escape in parts[1::2]]
    return b"".join(parts)


class _Escapes(dict[bytes, bytes]):
    """What stands for a backslash and what follows it, found out once."""

    def __missing__(self, escape: bytes) -> bytes:
        code = escape[1:]
        if code[:1] in b"01234567":
            meant = bytes((int(code, 8) & 255,))
        elif code[:1] in b"\r\n":
            meant = b""
        else:
            meant = _ESCAPED.get(code, code)
        self[escape] = meant
        return meant


_ESCAPES = _Escapes()


def from_hex(digits: bytes) -> bytes:
    """The bytes of a string in hexadecimal digits; a missing last digit is 0."""
    try:
        return unhexlify(digits)
    except (Error, ValueError):
        digits = digits.translate(None, _BLANKS)
        return unhexlify(digits + b"0" * (len(digits) % 2))


def name_of(raw: bytes) -> str:
    """A name as the PDF library has it."""
    if b"#" in raw:
        raw = _CODED.sub(lambda match: unhexlify(match[1]), raw)
    return raw.decode("utf-8", "ignore")


def numbers_of(text: bytes) -> list[float]:
    """The numbers in a text of nothing else; what isn't one is left out."""
    try:
        return list(map(float, text.split()))
    except ValueError:  # "1.2.3" is two numbers, and a lone sign is none
        return [float(number) for number in _NUMBER.findall(text)]


def _add_number(number: bytes, pieces: list[bytes | float]) -> None:
    try:
        pieces.append(float(number))
    except ValueError:
        pieces += numbers_of(number)


def pieces_of(array: bytes) -> list[bytes | float]:
    """The strings and shifts of an array."""
    pieces: list[bytes | float] = []
    for literal, digits, number in _PIECE.findall(array):
        if number:
            _add_number(number, pieces)
        elif digits:
            pieces.append(from_hex(digits))
        elif literal:
            pieces.append(unescape(literal))
    return pieces
