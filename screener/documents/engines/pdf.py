"""The bytes of a PDF -> a Document.

The PDF library opens the file and decrypts what opens without a password; `pdf_content` turns each
page into runs of text, fills and images; what a person can't see is set apart; the rest becomes
lines in reading order. A file that can't be opened, or shows nothing, is tried again without its
cross-reference table, as viewers do. A page that can't be read gets a warning, a document of which
nothing can be read an error: nothing is lost silently.

Not handled here: files made to never end (an object that is itself, a font with two billion
widths). The caller gives each file a process, a time and a memory limit.
"""

import logging
import re
from typing import TYPE_CHECKING

from screener.documents.limits import Limits
from screener.documents.page import UNMAPPED, Page
from screener.errors import Damaged, DocumentError, Encrypted, NoTextLayer, UnmappedFonts
from screener.model.document import Document, PageSize, ReadingWarning

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument

    from screener.documents.engines.pdf_pages import Reading

_PASSWORD = "is protected by a password; save it without one and try again"
_DAMAGED = "is damaged and can't be read; open it in a PDF viewer, save it anew and try again"
_SCAN = "is a scan: it holds pictures of pages and no text; ask for a PDF with text, or run OCR on it"
_NO_TEXT = "shows no text; ask for a PDF with text"
_UNMAPPED = (
    "has fonts that don't say which letters they draw, so its text can't be read; "
    "print it to PDF from another program, or ask for a DOCX"
)
_REBUILT = "is damaged; it was read without its table of contents, and parts may be missing"
_MEANINGLESS = re.compile(f"[{UNMAPPED}\ue000-\uf8ff]")
_START = re.compile(rb"(startxref\s{1,9})\d+")
_ROOT = re.compile(rb"/Root\s{1,9}(\d{1,9})\s{1,9}(\d{1,5})\s{1,9}R\b")
_CATALOG = re.compile(rb"(\d{1,9})\s{1,9}(\d{1,5})\s{1,9}obj\s{0,9}<<[^>]{0,300}/Type\s*/Catalog\b")


def extract(data: bytes, sha256: str, limits: Limits) -> Document:
    """The document that the bytes show. Raises a DocumentError when there is none to show."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it comments on every oddity
    return assemble(open_reading(data, limits), sha256)


def open_reading(data: bytes, limits: Limits) -> "Reading":
    """The pages as painted. Raises a DocumentError when the file can't be opened."""
    reading, error = _try_to_read(data, limits)
    if reading is None or not (reading.has_text or reading.has_images):
        rebuilt, _ = _try_to_read(_without_table(data), limits)
        if rebuilt is not None and rebuilt.has_text:
            rebuilt.warnings.insert(0, ReadingWarning("damaged", _REBUILT))
            reading = rebuilt
    if reading is None:
        raise Damaged(_DAMAGED) from error
    return reading


def _try_to_read(data: bytes, limits: Limits) -> "tuple[Reading | None, Exception | None]":
    """What could be read, or why nothing could: a broken file makes the library raise over a dozen types."""
    from screener.documents.engines.pdf_pages import Reading

    if b"startxref" not in data:
        data = _without_table(data)  # nothing else can find the objects, and looking for them twice is slow
    try:
        return Reading(_open(data), limits), None
    except (DocumentError, MemoryError):
        raise
    except Exception as error:
        return None, error


def _open(data: bytes) -> "PDFDocument":
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect, PDFXRefFallback

    from screener.documents.engines.pdf_objects import ObjectDocument, ObjectParser

    try:
        document = ObjectDocument(ObjectParser(data))
        if any(isinstance(xref, PDFXRefFallback) for xref in document.xrefs) and data.count(b"trailer") > 1:
            # Looking for objects, the library stops at the first end of a file that was saved more than once.
            document = ObjectDocument(ObjectParser(_without_table(data)))
        return document
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise Encrypted(_PASSWORD) from error


def _without_table(data: bytes) -> bytes:
    """The file with a new end that has no cross-reference table, so that the library looks for the objects itself."""
    roots = _ROOT.findall(data) or _CATALOG.findall(data)
    if not roots or b"/Encrypt" in data:
        return data
    mended = _START.sub(rb"\1none", data).replace(b"trailer", b"tr_iler")
    return mended + b"\ntrailer\n<< /Root %s %s R >>\nstartxref\nnone\n" % roots[-1]


def assemble(reading: "Reading", sha256: str) -> Document:
    """The document that the pages show. Raises a DocumentError when a person sees no text in them."""
    from screener.documents.ligatures import with_ligatures
    from screener.documents.links import read_links
    from screener.documents.reading_order import read_lines
    from screener.documents.visibility import look

    sights = [look(page) for page in reading.pages]
    shown = [sight.page for sight in sights]
    if not any(page.runs for page in shown):
        _refuse(reading)
    _check_meaning(shown)
    return Document(
        media_type="pdf",
        sha256=sha256,
        page_count=reading.page_count,
        lines=with_ligatures(read_lines(shown)),
        links=tuple(read_links(shown)),
        hidden=tuple(hidden for sight in sights for hidden in sight.hidden),
        warnings=(*reading.warnings, *(warning for sight in sights for warning in sight.warnings)),
        page_sizes=tuple(PageSize(round(page.width, 1), round(page.height, 1)) for page in shown),
    )


def _refuse(reading: "Reading") -> None:
    """Says why there is nothing to read."""
    if reading.broken or not reading.pages:
        raise Damaged(_DAMAGED)
    raise NoTextLayer(_SCAN if reading.has_images else _NO_TEXT)


def _check_meaning(pages: list[Page]) -> None:
    characters = "".join(run.text for page in pages for run in page.runs).replace(" ", "")
    without = len(_MEANINGLESS.findall(characters))
    if 2 * without > len(characters):
        raise UnmappedFonts(_UNMAPPED)
