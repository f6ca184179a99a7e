"""The PDF library's document and its parser of objects, with a shorter way for what is written as nearly all is.

Plain objects are read by `pdf_values`, plain streams cut out of the file as they are; the library
reads the rest.
"""

import re
from bisect import bisect_left
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser, PDFSyntaxError
from pdfminer.pdftypes import PDFStream, resolve1, stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import KWD, PSBaseParserToken, PSStackEntry

from screener.documents.engines.pdf_values import UnusualError, ValueReader

_PLAIN_TOKEN = re.compile(rb"\s*+(?:(\d{1,15})|(?!true|false)([A-Za-z]++))(?=[\s/%\[\]()<>{}])")
_LINE = re.compile(rb"[^\r\n]*+(?:\r\n?|\n)")
_STREAM = re.compile(rb"stream(?:\r\n|\n)")
_STREAM_END = re.compile(rb"\s*+endstream\b")
_ENDSTREAM = re.compile(rb"endstream")
_NULL = KWD(b"null")  # what the library takes it for within a stream of objects
_ELSEWHERE = object()


class ObjectParser(PDFParser):
    """Reads the same objects as the library's parser, which here has the whole file as its buffer."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._ends: list[int] | None = None  # of all streams, looked for where a length is wrong
        self._reader = ValueReader(None)
        super().__init__(BytesIO(data))

    def set_document(self, doc: PDFDocument) -> None:
        super().set_document(doc)
        self._reader = ValueReader(doc)

    def seek(self, pos: int) -> None:
        super().seek(pos)
        self.buf, self.bufpos, self.charpos = self._data, 0, pos

    def fillbuf(self) -> bool:
        if self.charpos >= len(self.buf):
            self.buf, self.bufpos, self.charpos = b"", len(self._data), 0
            raise PSEOF("Unexpected EOF")
        return False

    def nexttoken(self) -> tuple[int, PSBaseParserToken]:
        match = _PLAIN_TOKEN.match(self.buf, self.charpos) if not self.eof else None
        if match is None:
            return super().nexttoken()
        self.charpos = match.end()
        start = self.bufpos + match.start(match.lastindex or 0)
        return start, int(match[1]) if match[1] else KWD(match[2])

    def nextobject(self) -> PSStackEntry[Any]:
        if self.results or self.curstack or self.context or self.eof:
            return super().nextobject()
        start = self.bufpos + self.charpos
        try:
            values, word, at = self._reader.read(self._data, start)
        except UnusualError:
            return super().nextobject()
        if not word or len(values) != 1:
            return super().nextobject()
        value = values[0]
        if word == b"endobj":
            self.seek(at + len(word))
            return start, value
        stream = None if self.fallback else self._find_stream(value, at)
        if stream is not None:
            return start, stream
        self.seek(at + len(word))
        self.push((start, value))
        self.do_keyword(at, self.KEYWORD_STREAM)
        return super().nextobject()

    def nextline(self) -> tuple[int, bytes]:
        match = _LINE.match(self.buf, self.charpos)
        if match is None:
            return super().nextline()
        start, self.charpos = self.bufpos + self.charpos, match.end()
        return start, match[0]

    def _find_stream(self, attributes: Any, at: int) -> PDFStream | None:
        """The stream whose data begin in the line after `at`; None where no end of them can be found."""
        if not isinstance(attributes, dict):
            return None
        # Kept, because to look for it again at each of many broken streams within each other would never end.
        length = attributes["Length"] = resolve1(attributes.get("Length"))
        line = _STREAM.match(self._data, at)
        if line is None:
            return None
        if not isinstance(length, int) or length < 0:
            return self._cut_stream(attributes, line.end())
        assert self.doc is not None
        ending = _STREAM_END.match(self._data, line.end() + length)
        if ending is None:
            return self._cut_stream(attributes, line.end())
        self.seek(ending.end())
        return PDFStream(attributes, self._data[line.end() : line.end() + length], self.doc.decipher)

    def _cut_stream(self, attributes: dict[str, Any], start: int) -> PDFStream | None:
        """The stream up to the word that ends it, because its length is wrong: viewers read it so."""
        if self._ends is None:
            self._ends = [match.start() for match in _ENDSTREAM.finditer(self._data)]
        at = bisect_left(self._ends, start)
        if at == len(self._ends):
            return None
        end = self._ends[at]
        self.seek(end)
        end -= self._data.endswith((b"\r", b"\n"), start, end) + self._data.endswith(b"\r\n", start, end)
        assert self.doc is not None
        return PDFStream(attributes, self._data[start:end], self.doc.decipher)


class ObjectDocument(PDFDocument):
    """Finds the same objects as the library's document; those packed into streams are taken apart the short way."""

    def __init__(self, parser: ObjectParser) -> None:
        self._reader = ValueReader(self)
        self._unpacked: dict[int, list[Any]] = {}  # by the number of the stream
        self._found: dict[int, object] = {}
        super().__init__(parser)

    def getobj(self, objid: int) -> object:
        if objid not in self._found:
            self._found[objid] = self._find_packed(objid)
        found = self._found[objid]
        return super().getobj(objid) if found is _ELSEWHERE else found

    def _find_packed(self, objid: int) -> object:
        """The object, or _ELSEWHERE where it isn't in a stream or its stream is for the library to read."""
        for xref in self.xrefs:
            try:
                container, index, _ = xref.get_pos(objid)
            except KeyError:
                continue
            if container is None:
                return _ELSEWHERE
            if container not in self._unpacked:
                self._unpacked[container] = self._unpack(container)
            objects = self._unpacked[container]
            return objects[index] if 0 <= index < len(objects) else _ELSEWHERE
        return _ELSEWHERE

    def _unpack(self, container: int) -> list[Any]:
        """The objects of a stream, in order; none where they aren't written plainly."""
        stream = stream_value(self.getobj(container))
        count = stream.get("N")
        try:
            values, word, _ = self._reader.read(stream.get_data(), 0, _NULL)
        except (UnusualError, PSEOF, PDFSyntaxError):
            return []
        return values[2 * count :] if not word and isinstance(count, int) and count >= 0 else []
