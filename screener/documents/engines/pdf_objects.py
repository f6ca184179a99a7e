"""The PDF library's parser of objects, with a shorter way for objects that are written as nearly all are.

The library takes objects apart token by token, which for the lists of widths of a page's fonts takes
longer than reading its text. Here one pattern goes through an object. Wherever it meets anything
unusual (escapes, comments, broken numbers) it leaves the whole object to the library.
"""

import re
from binascii import Error, unhexlify
from io import BytesIO
from typing import Any

from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef
from pdfminer.psparser import LIT, PSLiteral, PSStackEntry, literal_name

_TOKEN = re.compile(
    rb"\s*+(?:"
    rb"([-+.\d][-+.\d\s]*+)"
    rb"|/([^#/%\[\]()<>{}\s]*+)(?!\#)"
    rb"|(<<|>>|[\[\]])"
    rb"|([A-Za-z]++)(?=[\s/%\[\]()<>{}])"
    rb"|<([\da-fA-F]*+)>"
    rb"|\(([^()\\]*+)\)"
    rb"|()"  # anything else
    rb")"
)
_LINE = re.compile(rb"[^\r\n]*+(?:\r\n?|\n)")
_NUMBERS, _NAME, _BRACKET, _WORD, _HEX, _STRING = 1, 2, 3, 4, 5, 6
_VALUES = {b"true": True, b"false": False, b"null": None}


class _UnusualError(Exception):
    """The object is for the library to read."""


class ObjectParser(PDFParser):
    """Reads the same objects as the library's parser."""

    def __init__(self, data: bytes) -> None:
        super().__init__(BytesIO(data))
        self._data = data

    def nextobject(self) -> PSStackEntry[Any]:
        if self.results or self.curstack or self.context or self.eof:
            return super().nextobject()
        start = self.bufpos + self.charpos
        try:
            value, word, at = self._read(start)
        except _UnusualError:
            return super().nextobject()
        self.seek(at + len(word))
        if word == b"endobj":
            return start, value
        self.push((start, value))
        self.do_keyword(at, self.KEYWORD_STREAM)
        return super().nextobject()

    def nextline(self) -> tuple[int, bytes]:
        match = _LINE.match(self.buf, self.charpos)
        if match is None or match.end() == len(self.buf):
            return super().nextline()
        start, self.charpos = self.bufpos + self.charpos, match.end()
        return start, match[0]

    def _read(self, start: int) -> tuple[Any, bytes, int]:
        """The value of an object, and the word that follows it with its place."""
        values: list[Any] = []
        outer: list[tuple[list[Any], bytes]] = []  # the values around open brackets, and how these close
        for match in _TOKEN.finditer(self._data, start):
            kind = match.lastindex
            if kind == _NUMBERS:
                values += _numbers(match[1])
            elif kind == _NAME:
                values.append(_literal(match[2]))
            elif kind == _BRACKET:
                values = _bracket(match[3], values, outer)
            elif kind == _WORD:
                if match[4] in {b"endobj", b"stream"}:
                    return _only(values, outer), match[4], match.start(4)
                self._add_word(match[4], values)
            else:
                values.append(_string(match))
        raise _UnusualError

    def _add_word(self, word: bytes, values: list[Any]) -> None:
        if word == b"R":
            if len(values) < 2 or values[-2].__class__ is not int:
                raise _UnusualError
            values[-2:] = [PDFObjRef(self.doc, values[-2])]
        elif word in _VALUES:
            values.append(_VALUES[word])
        else:
            raise _UnusualError


def _numbers(text: bytes) -> list[int | float]:
    try:
        if b"." not in text:
            return [int(number) for number in text.split()]
        return [float(number) if b"." in number else int(number) for number in text.split()]
    except ValueError:
        raise _UnusualError from None


def _literal(name: bytes) -> PSLiteral:
    try:
        return LIT(name.decode())
    except UnicodeDecodeError:
        return LIT(name)


def _bracket(bracket: bytes, values: list[Any], outer: list[tuple[list[Any], bytes]]) -> list[Any]:
    """The values that the next ones are added to."""
    if bracket in {b"[", b"<<"}:
        outer.append((values, b"]" if bracket == b"[" else b">>"))
        return []
    if not outer or outer[-1][1] != bracket:
        raise _UnusualError
    around, _ = outer.pop()
    around.append(values if bracket == b"]" else _dictionary(values))
    return around


def _dictionary(values: list[Any]) -> dict[str, Any]:
    keys = values[::2]
    if len(values) % 2 or not all(isinstance(key, PSLiteral) for key in keys):
        raise _UnusualError
    pairs = zip(keys, values[1::2], strict=True)
    return {literal_name(key): value for key, value in pairs if value is not None}


def _string(match: re.Match[bytes]) -> bytes:
    if match.lastindex == _STRING:
        return match[6]
    if match.lastindex != _HEX:
        raise _UnusualError
    try:
        return unhexlify(match[5])
    except Error:
        raise _UnusualError from None


def _only(values: list[Any], outer: list[tuple[list[Any], bytes]]) -> Any:
    if outer or len(values) != 1:
        raise _UnusualError
    return values[0]
