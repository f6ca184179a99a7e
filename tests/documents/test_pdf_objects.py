"""Objects read the short way are those that the PDF library reads."""

from io import BytesIO

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psparser import PSKeyword, PSLiteral

from screener.documents.engines.pdf_objects import ObjectDocument, ObjectParser

_VALUES = {
    "names": "<< /Type /Font /A#20B /C /Empty/ /Kids [/One/Two /Three] >>",
    "numbers": "[0 -1 +2 .5 -.5 3. 1.2.3 12345678901234567890 - 4 0 0 0]",
    "references": "[1 0 R 2 0 R << /Parent 3 0 R/Count 2 >> 7 1 0 R]",
    "words": "<< /T true /F false /N null /List [null true 1] >>",
    "strings": r"[(plain) (with \(escape\) \101) (nested (twice (deep))) <48656C6C6F> <4 8 6> ()]",
    "comments": "<< /A 1 % a comment\n /B 2 >>",
    "odd dictionaries": "[<< /A >> << 1 2 >> << /A 1 /A 2 >>]",
    "unclosed": "[ << /A [1 2 >> ]",
    "undecodable names": "[/Caf\xe9]",
    "a lone number": "42",
}


@pytest.mark.parametrize("value", _VALUES.values(), ids=_VALUES)
def test_objects_of_a_file_are_read_as_by_the_library(value: str) -> None:
    _assert_same(_file([value]), 1)


@pytest.mark.parametrize("value", _VALUES.values(), ids=_VALUES)
def test_objects_packed_into_a_stream_are_read_as_by_the_library(value: str) -> None:
    data = _packed(["<< /Before 1 >>", value, "(after)"])
    for number in (11, 12, 13):
        _assert_same(data, number)


@pytest.mark.parametrize("count", ["3", "2", "9", "-1", "/Three", "null"])
def test_a_wrong_number_of_packed_objects_is_taken_as_by_the_library(count: str) -> None:
    data = _packed(["1", "2", "3"], count=count)
    for number in (11, 12, 13):
        _assert_same(data, number)


@pytest.mark.parametrize("length", ["5", "6 0 R", "7 0 R"], ids=["written", "elsewhere", "missing"])
def test_streams_are_as_long_as_they_say(length: str) -> None:
    stream = f"<< /Length {length} >>\nstream\nhello\nendstream"
    document = ObjectDocument(ObjectParser(_file([stream, "null", "null", "null", "null", "5"])))
    found = document.getobj(1)
    assert isinstance(found, PDFStream)
    assert found.get_data() == b"hello"


def test_streams_whose_length_is_within_each_other_end() -> None:
    """Each is broken and asks the next one for its length."""
    streams = [f"<< /Length {number + 1} 0 R >>\nstream\n" for number in range(1, 60)]
    document = ObjectDocument(ObjectParser(_file(streams, ending="")))
    with pytest.raises(PDFObjectNotFound):
        document.getobj(1)


def test_the_files_made_here_are_read_by_the_library() -> None:
    assert PDFDocument(PDFParser(BytesIO(_packed(["1", "[2 3]"])))).getobj(12) == [2, 3]
    assert PDFDocument(PDFParser(BytesIO(_file(["[1 2]"])))).getobj(1) == [1, 2]


def _assert_same(data: bytes, number: int) -> None:
    ours, library = ObjectDocument(ObjectParser(data)), PDFDocument(PDFParser(BytesIO(data)))
    assert _plain(_outcome(ours, number)) == _plain(_outcome(library, number))


def _outcome(document: PDFDocument, number: int) -> object:
    try:
        return document.getobj(number)
    except Exception as error:
        return type(error)


def _plain(value: object) -> object:
    """The value in types that compare by what they hold."""
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, PDFObjRef):
        return ("reference", value.objid)
    if isinstance(value, (PSLiteral, PSKeyword)):
        return (type(value).__name__, value.name)
    return (type(value).__name__, value)


def _file(values: list[str], *, ending: str = "\nendobj") -> bytes:
    """A file with these objects, numbered from 1, and a catalog after them."""
    data = b"%PDF-1.7\n"
    places: list[int] = []
    for number, value in enumerate([*values, "<< /Type /Catalog >>"], 1):
        places.append(len(data))
        last = "\nendobj" if number > len(values) else ending
        data += f"{number} 0 obj\n{value}{last}\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(data)
    root = len(places)
    trailer = f"trailer\n<< /Size {root + 1} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return data + f"xref\n0 {root + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def _packed(values: list[str], *, count: str = "") -> bytes:
    """A file with these objects, numbered from 11, packed into stream 1; 2 is the catalog, 3 the table."""
    parts = [value.encode("latin-1") for value in values]
    offsets = [sum(len(part) + 1 for part in parts[:at]) for at in range(len(parts))]
    header = " ".join(f"{11 + at} {offset}" for at, offset in enumerate(offsets)).encode()
    content = header + b" " + b" ".join(parts) + b"\n"
    entries = f"/Type /ObjStm /N {count or len(parts)} /First {len(header) + 1} /Length {len(content)}".encode()
    data = b"%PDF-1.7\n1 0 obj\n<< " + entries + b" >>\nstream\n" + content + b"\nendstream\nendobj\n"
    catalog = len(data)
    data += b"2 0 obj\n<< /Type /Catalog >>\nendobj\n"
    start = len(data)
    rows = [(1, 9, 0), (1, catalog, 0), (1, start, 0), *((2, 1, at) for at in range(len(parts)))]
    table = b"".join(kind.to_bytes(1) + place.to_bytes(4) + at.to_bytes(2) for kind, place, at in rows)
    index = f"/Index [1 3 11 {len(parts)}]"
    entries = f"/Type /XRef /Size 20 /W [1 4 2] {index} /Root 2 0 R /Length {len(table)}".encode()
    data += b"3 0 obj\n<< " + entries + b" >>\nstream\n" + table + b"\nendstream\nendobj\n"
    return data + b"startxref\n%d\n%%%%EOF\n" % start
