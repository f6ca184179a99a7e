"""Objects as nearly all are written -> values as the PDF library has them.

The library takes objects apart token by token, which for the lists of widths of a page's fonts takes
longer than reading its text. Here one pattern goes through an object. Wherever it meets anything
unusual (escapes, comments, broken numbers) it leaves the whole object to the library.
"""

import re
from binascii import Error, unhexlify
from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFObjRef
from pdfminer.psparser import LIT, PSLiteral

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument

_TOKEN = re.compile(
    rb"\s*+(?:"
    rb"/([^#/%\[\]()<>{}\s]*+)(?!\#)"
    rb"|(\d{1,10}+)\s++\d{1,10}+\s++R(?=[\s/%\[\]()<>{}])"
    rb"|([-+.\d][-+.\d\s]*+)"
    rb"|(<<|>>|[\[\]])"
    rb"|((?:endobj|stream)(?=[\s/%\[\]()<>{}])|\Z)"
    rb"|([A-Za-z]++)(?=[\s/%\[\]()<>{}])"
    rb"|<([\da-fA-F]*+)>"
    rb"|\(([^()\\]*+)\)"
    rb"|()"  # anything else
    rb")"
)
_NAME, _REFERENCE, _NUMBERS, _BRACKET, _END, _WORD, _HEX, _STRING = 1, 2, 3, 4, 5, 6, 7, 8


class UnusualError(Exception):
    """The object is for the library to read."""


class _Names(dict[bytes, PSLiteral]):
    """Names of one document, as they are written -> the library's objects for them."""

    def __missing__(self, name: bytes) -> PSLiteral:
        try:
            literal = self[name] = LIT(name.decode())
        except UnicodeDecodeError:
            raise UnusualError from None
        return literal


class ValueReader:
    """Reads the values of one document."""

    def __init__(self, document: "PDFDocument | None") -> None:
        self._document = document
        self._names = _Names()

    def read(self, data: bytes, start: int, null: Any = None) -> tuple[list[Any], bytes, int]:
        """The values up to "endobj", "stream" or the end of the data, this word, and its place."""
        values: list[Any] = []
        outer: list[tuple[list[Any], bytes]] = []  # the values around open brackets, and how these close
        names, document = self._names, self._document
        for match in _TOKEN.finditer(data, start):
            kind = match.lastindex
            if kind == _NAME:
                values.append(names[match[1]])
            elif kind == _BRACKET:
                values = _bracket(match[4], values, outer)
            elif kind == _REFERENCE:
                values.append(PDFObjRef(document, int(match[2])))
            elif kind == _NUMBERS:
                values += _numbers(match[3])
            elif kind == _END:
                if outer:
                    raise UnusualError
                return values, match[5], match.start(5)
            else:
                self._add(match, values, null)
        raise UnusualError

    def _add(self, match: re.Match[bytes], values: list[Any], null: Any) -> None:
        """Adds what isn't met often."""
        word = match[_WORD]
        if word is None:
            values.append(_string(match))
        elif word == b"R":
            if len(values) < 2 or values[-2].__class__ is not int:
                raise UnusualError
            values[-2:] = [PDFObjRef(self._document, values[-2])]
        elif word == b"null":
            values.append(null)
        elif word in {b"true", b"false"}:
            values.append(word == b"true")
        else:
            raise UnusualError


def _numbers(text: bytes) -> list[int | float]:
    try:
        if b"." not in text:
            return list(map(int, text.split()))
        return [float(number) if b"." in number else int(number) for number in text.split()]
    except ValueError:
        raise UnusualError from None


def _bracket(bracket: bytes, values: list[Any], outer: list[tuple[list[Any], bytes]]) -> list[Any]:
    """The values that the next ones are added to."""
    if bracket == b"<<":
        outer.append((values, b">>"))
        return []
    if bracket == b"[":
        outer.append((values, b"]"))
        return []
    if not outer or outer[-1][1] != bracket:
        raise UnusualError
    around, _ = outer.pop()
    around.append(values if bracket == b"]" else _dictionary(values))
    return around


def _dictionary(values: list[Any]) -> dict[str, Any]:
    keys = values[::2]
    if len(values) % 2 or not set(map(type, keys)) <= {PSLiteral}:
        raise UnusualError
    return {key.name: value for key, value in zip(keys, values[1::2], strict=True) if value is not None}


def _string(match: re.Match[bytes]) -> bytes:
    if match.lastindex == _STRING:
        return match[_STRING]
    if match.lastindex != _HEX:
        raise UnusualError
    try:
        return unhexlify(match[_HEX])
    except Error:
        raise UnusualError from None
