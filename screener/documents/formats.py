"""The bytes of a file -> the format they are in, whatever its name says.

A name can't be trusted: job boards serve HTML called .docx, and mail programs strip suffixes.
Containers (ZIP, OLE) are told apart by the DOCX engine, which has to open them anyway.
"""

import codecs

HEAD_BYTES = 1024  # PDF readers allow this much junk before the header
TAIL_BYTES = 65_557  # a ZIP's end record and its longest comment

# What each suffix promises; a file whose content is something else gets a warning.
SUFFIXES = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".dotx": "docx",
    ".docm": "docx",
    ".dotm": "docx",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".odt": "odt",
    ".rtf": "rtf",
    ".doc": "doc",
    ".pages": "pages",
    ".html": "html",
    ".htm": "html",
    ".mhtml": "html",
    ".json": "json",
    ".xml": "xml",
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".heif", ".webp", ".gif", ".bmp"), "image"),
}

_SIGNATURES = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # an archive without members
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\xff\xd8\xff", "image"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"GIF8", "image"),
)
_HTML_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body")
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif")
_TEXT_SAMPLE = 65_536
_NO_CONTROLS = bytes({*b"\t\n\v\f\r", *range(0x20, 0x7F), *range(0x80, 0x100)})
_ASCII = bytes(range(0x80))


def find_format(data: bytes) -> str | None:
    """pdf, zip, ole, rtf, html, xml, image or text; None when the bytes are none of these."""
    head = data[:HEAD_BYTES]
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if b"%PDF-" in head:
        return "pdf"
    if b"PK\x05\x06" in data[-TAIL_BYTES:]:  # readers of ZIP files allow bytes before the first member
        return "zip"
    if head[8:12] == b"WEBP" or (head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS):
        return "image"
    return _find_text_format(data, head)


def is_candidate(head: bytes, tail: bytes) -> bool:
    """Whether the first and last bytes of a file, whatever its name, are a PDF's, DOCX's, ODT's or RTF's."""
    match find_format(head):
        case "pdf" | "rtf":
            return True
        case "zip":
            return b"opendocument.text" in head or b"word/document" in head + tail
    return False


def _find_text_format(data: bytes, head: bytes) -> str | None:
    if not _is_text(data[:_TEXT_SAMPLE]):
        return None
    start = head.lstrip(codecs.BOM_UTF8).lstrip().lower()
    if start.startswith(b"mime-version:") or any(mark in start for mark in _HTML_MARKS):
        return "html"  # Word's and browsers' "web archives" are MIME messages around a page
    if start.startswith(b"<?xml"):
        return "xml"
    return "text"


def _is_text(sample: bytes) -> bool:
    if sample.startswith(_BYTE_ORDER_MARKS):
        return True
    if sample.translate(None, _NO_CONTROLS):
        return False
    beyond_ascii = len(sample.translate(None, _ASCII))
    if beyond_ascii * 10 <= len(sample) * 3:
        return True
    try:
        sample.decode()
    except UnicodeDecodeError as error:
        return error.start >= len(sample) - 3  # the sample ends within a character
    return True
