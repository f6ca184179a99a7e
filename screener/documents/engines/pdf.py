"""The bytes of a PDF -> a Document.

The PDF library opens the file, rebuilds a broken cross-reference table and decrypts what opens
without a password; `pdf_content` turns each page into runs of text, fills and images; what a person
can't see is set apart; the rest becomes lines in reading order. A page that can't be read gets a
warning, a document of which nothing can be read an error: nothing is lost silently.

Not handled here: files made to never end (an object that is itself, a page tree without end). The
caller gives each file a process, a time and a memory limit.
"""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from screener.documents.characters import clean_text
from screener.documents.limits import Limits
from screener.documents.page import UNMAPPED, Box, Page, Run
from screener.documents.segments import text_of
from screener.errors import Damaged, DocumentError, Encrypted, NoTextLayer, UnmappedFonts
from screener.model.document import Document, Link, ReadingWarning

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage

    from screener.documents.engines.pdf_content import Reader
    from screener.documents.engines.pdf_show import Matrix

_PASSWORD = "is protected by a password; save it without one and try again"
_DAMAGED = "is damaged and can't be read; open it in a PDF viewer, save it anew and try again"
_SCAN = "is a scan: it holds pictures of pages and no text; ask for a PDF with text, or run OCR on it"
_NO_TEXT = "shows no text; ask for a PDF with text"
_UNMAPPED = (
    "has fonts that don't say which letters they draw, so its text can't be read; "
    "print it to PDF from another program, or ask for a DOCX"
)


def extract(data: bytes, sha256: str, limits: Limits) -> Document:
    """The document that the bytes show. Raises a DocumentError when there is none to show."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it comments on every oddity
    try:
        document = _open(data)
        reading = _Reading(document, limits)
        pages = reading.pages()
        page_count = max(_claimed_pages(document), reading.pages_seen)
    except (DocumentError, MemoryError):
        raise
    except Exception as error:  # a broken file makes the library raise over a dozen types
        raise Damaged(_DAMAGED) from error
    return _assemble(pages, reading, page_count=page_count, sha256=sha256)


def _open(data: bytes) -> "PDFDocument":
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser

    try:
        return PDFDocument(PDFParser(BytesIO(data)))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise Encrypted(_PASSWORD) from error


class _Reading:
    """Goes through the pages, and remembers what went wrong."""

    def __init__(self, document: "PDFDocument", limits: Limits) -> None:
        self.warnings: list[ReadingWarning] = []
        self.broken = False
        self.pages_seen = 0
        self._document = document
        self._limits = limits

    def pages(self) -> list[Page]:
        from pdfminer.pdfpage import PDFPage

        from screener.documents.engines.pdf_content import EnoughRead, Reader
        from screener.documents.engines.pdf_layers import Layers

        reader = Reader(self._limits, Layers(self._document))
        pages: list[Page] = []
        for source in PDFPage.create_pages(self._document):
            self.pages_seen += 1
            if self.pages_seen > self._limits.pages:
                self._warn("truncated", f"only the first {self._limits.pages} pages were read")
                break
            if reader.characters_left < 0:
                break
            pages.append(self._page(source, reader, EnoughRead))
        return pages

    def _page(self, source: "PDFPage", reader: "Reader", enough: type[Exception]) -> Page:
        from screener.documents.engines.pdf_content import Canvas
        from screener.documents.engines.pdf_links import find_links

        number = self.pages_seen
        box, matrix = _visible_area(source)
        canvas = Canvas(box)
        try:
            reader.read(source.contents, source.resources, matrix, canvas)
        except enough:
            self._warn("truncated", "is longer than what is read at most; the rest was left out", number)
        except (DocumentError, MemoryError):
            raise
        except Exception:  # what was painted before the fault stands
            canvas.broken = True
        if canvas.broken:
            self.broken = True
            self._warn("damaged", f"page {number} is damaged; a part of it could not be read", number)
        links = _careful(find_links, source, matrix)
        return Page(
            number,
            box.x1,
            box.bottom,
            tuple(canvas.runs),
            tuple(canvas.fills),
            tuple(canvas.images),
            links,
            tuple(canvas.marks),
            canvas.shapes,
        )

    def _warn(self, code: str, message: str, page: int | None = None) -> None:
        self.warnings.append(ReadingWarning(code, message, page))


def _careful(find: Any, source: "PDFPage", matrix: "Matrix") -> Any:
    """The links, or none where the annotations are broken: they only add to the text."""
    try:
        return find(source, matrix)
    except MemoryError:
        raise
    except Exception:
        return ()


def _visible_area(source: "PDFPage") -> tuple[Box, "Matrix"]:
    """The page as shown, from (0, 0), and the matrix that leads there from the page's own space."""
    x0, y0, x1, y1 = source.cropbox
    left, low, right, high = source.mediabox
    x0, y0, x1, y1 = max(x0, left), max(y0, low), min(x1, right), min(y1, high)
    if x1 <= x0 or y1 <= y0:
        x0, y0, x1, y1 = left, low, right, high
    width, height = x1 - x0, y1 - y0
    match source.rotate:
        case 90:
            return Box(0, 0, height, width), (0, 1, 1, 0, -y0, -x0)
        case 180:
            return Box(0, 0, width, height), (-1, 0, 0, 1, x1, -y0)
        case 270:
            return Box(0, 0, height, width), (0, -1, -1, 0, y1, x1)
    return Box(0, 0, width, height), (1, 0, 0, -1, -x0, y1)


def _claimed_pages(document: "PDFDocument") -> int:
    from pdfminer.pdftypes import dict_value, int_value

    count = int_value(dict_value(document.catalog.get("Pages")).get("Count"))
    return count if 0 < count < 100_000 else 0


def _assemble(pages: list[Page], reading: _Reading, *, page_count: int, sha256: str) -> Document:
    from screener.documents.reading_order import read_lines
    from screener.documents.visibility import look

    sights = [look(page) for page in pages]
    shown = [sight.page for sight in sights]
    if not any(page.runs for page in shown):
        _refuse(pages, reading)
    _check_meaning(shown)
    return Document(
        media_type="pdf",
        sha256=sha256,
        page_count=page_count,
        lines=read_lines(shown),
        links=tuple(_links(shown)),
        hidden=tuple(hidden for sight in sights for hidden in sight.hidden),
        warnings=(*reading.warnings, *(warning for sight in sights for warning in sight.warnings)),
    )


def _refuse(pages: list[Page], reading: _Reading) -> None:
    """Says why there is nothing to read."""
    if reading.broken or not pages:
        raise Damaged(_DAMAGED)
    raise NoTextLayer(_SCAN if any(page.images for page in pages) else _NO_TEXT)


def _check_meaning(pages: list[Page]) -> None:
    characters = "".join(run.text for page in pages for run in page.runs).replace(" ", "")
    without = sum(character == UNMAPPED or "\ue000" <= character <= "\uf8ff" for character in characters)
    if 2 * without > len(characters):
        raise UnmappedFonts(_UNMAPPED)


def _links(pages: list[Page]) -> Iterator[Link]:
    for page in pages:
        for area in page.links:
            words = [run._replace(text=text) for run in page.runs if (text := _words_within(run, area.box))]
            yield Link(area.uri, clean_text(text_of(words)).strip(), page.number)


def _words_within(run: Run, box: Box) -> str:
    """The words of a run whose middle lies in the box, taking all letters for equally wide."""
    if run.angle or run.x1 < box.x0 or run.x0 > box.x1 or not box.top <= run.baseline - 0.3 * run.size <= box.bottom:
        return ""
    letter = (run.x1 - run.x0) / max(len(run.text.strip()), 1)
    words: list[str] = []
    at = 0
    for word in run.text.split():
        at = run.text.index(word, at)
        middle = run.x0 + (at + len(word) / 2) * letter
        if box.x0 <= middle <= box.x1:
            words.append(word)
        at += len(word)
    return " ".join(words)
