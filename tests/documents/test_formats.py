"""What a file is, told by its bytes."""

import pytest

from screener.documents.formats import find_format, is_candidate

PROSE = b"Ada Example\nSoftware engineer since 2015, in Utrecht.\n"
HEIC = b"\x00\x00\x00\x18ftypheic" + bytes(8)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"%PDF-1.7\n", "pdf", id="pdf"),
        pytest.param(b"\r\n" * 400 + b"%PDF-1.7\n", "pdf", id="pdf after junk"),
        pytest.param(b"PK\x03\x04rest", "zip", id="zip"),
        pytest.param(b"#!/bin/sh\n" + b"PK\x03\x04\x00rest PK\x05\x06" + bytes(18), "zip", id="zip after other bytes"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "ole", id="old Office container"),
        pytest.param(b"{\\rtf1 Ada}", "rtf", id="rtf"),
        pytest.param(b"\xff\xd8\xff\xe0", "image", id="jpeg"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "image", id="png"),
        pytest.param(b"II*\x00", "image", id="tiff"),
        pytest.param(HEIC, "image", id="heic"),
        pytest.param(b"  <!DOCTYPE html><p>Ada", "html", id="html"),
        pytest.param(b"\xef\xbb\xbf<html><p>Ada", "html", id="html with a byte order mark"),
        pytest.param(b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "html", id="web archive"),
        pytest.param(b"<?xml version='1.0'?><resume/>", "xml", id="xml"),
        pytest.param(PROSE, "text", id="text"),
        pytest.param("Żaneta Ćwiek, programistka, Łódź".encode(), "text", id="utf-8"),
        pytest.param("Инженер-программист из Минска".encode(), "text", id="utf-8 without latin letters"),
        pytest.param("Zoë Müller, Köln".encode("cp1252"), "text", id="latin-1"),
        pytest.param("Ada".encode("utf-16"), "text", id="utf-16"),
        pytest.param(b"\x00\x01\x02\x03", None, id="binary"),
        pytest.param(b"\xfa\xce" * 50, None, id="high bytes that are no utf-8"),
    ],
)
def test_content_tells_the_format(data: bytes, expected: str | None) -> None:
    assert find_format(data) == expected


def test_a_character_cut_by_the_sample_is_still_text() -> None:
    assert find_format("я".encode() * 40_000 + b".") == "text"
    assert find_format(b"." + "я".encode() * 40_000) == "text"


@pytest.mark.parametrize(
    ("head", "tail", "expected"),
    [
        pytest.param(b"%PDF-1.4", b"", True, id="pdf"),
        pytest.param(b"{\\rtf1", b"", True, id="rtf"),
        pytest.param(b"PK\x03\x04[Content_Types].xml", b"word/document.xml", True, id="docx"),
        pytest.param(b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", b"", True, id="odt"),
        pytest.param(b"PK\x03\x04[Content_Types].xml", b"xl/workbook.xml", False, id="spreadsheet"),
        pytest.param(PROSE, b"", False, id="text"),
        pytest.param(b"\x89PNG\r\n\x1a\n", b"", False, id="picture"),
        pytest.param(b"", b"", False, id="empty"),
    ],
)
def test_candidates_are_pdf_docx_odt_and_rtf(head: bytes, tail: bytes, expected: bool) -> None:
    assert is_candidate(head, tail) is expected
