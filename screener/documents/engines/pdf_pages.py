"""An opened PDF -> its pages as painted, with warnings for what couldn't be read."""

from collections.abc import Sequence
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, int_value, resolve1

from screener.documents.engines.pdf_canvas import Canvas
from screener.documents.engines.pdf_content import EnoughRead, Reader
from screener.documents.engines.pdf_layers import Layers
from screener.documents.engines.pdf_links import find_links
from screener.documents.engines.pdf_pen import multiply
from screener.documents.engines.pdf_show import Matrix
from screener.documents.limits import Limits
from screener.documents.page import Box, LinkArea, Page
from screener.errors import DocumentError
from screener.model.document import ReadingWarning

_NO_COPYING = "is set by its owner so that text can't be copied; it was read all the same: ask whether it may be"

_LETTER_PAPER = Box(0, 0, 612, 792)  # where the file gives no size


class Reading:
    """Goes through the pages once, and remembers what went wrong.

    `page_count` is of the file, `broken` says that some of it couldn't be read.
    """

    def __init__(self, document: PDFDocument, limits: Limits) -> None:
        self.warnings: list[ReadingWarning] = []
        self.broken = False
        self._limits = limits
        if not document.is_extractable:
            self._warn("copying-forbidden", _NO_COPYING)
        self._reader = Reader(limits, Layers(document))
        form = dict_value(document.catalog.get("AcroForm"))
        self._reader.redraws_fields = resolve1(form.get("NeedAppearances")) is True
        self.pages = self._read(document)
        self.page_count = max(_claimed_pages(document), len(self.pages))

    @property
    def has_text(self) -> bool:
        return any(page.runs for page in self.pages)

    @property
    def has_images(self) -> bool:
        return any(page.images for page in self.pages)

    def _read(self, document: PDFDocument) -> list[Page]:
        pages: list[Page] = []
        for source in PDFPage.create_pages(document):
            if len(pages) == self._limits.pages:
                self._warn("truncated", f"only the first {self._limits.pages} pages were read")
                break
            if self._reader.characters_left < 0:
                break
            pages.append(self._page(source, len(pages) + 1))
        return pages

    def _page(self, source: PDFPage, number: int) -> Page:
        box, matrix = _visible_area(source)
        canvas = Canvas(box)
        try:
            self._reader.read(source.contents, source.resources, matrix, canvas)
        except EnoughRead:
            most = f"{self._limits.characters:,}"
            self._warn(
                "truncated", f"holds more than the {most} characters that are read; the rest was left out", number
            )
        except (DocumentError, MemoryError):
            raise
        except Exception:  # what was painted before the fault stands
            canvas.broken = True
        self._draw_fields(source, matrix, canvas)
        if canvas.contradicted:
            glyphs, text = canvas.contradicted
            message = f"page {number} shows {glyphs[:60]!r} where the file says {text[:60]!r}; what it shows was read"
            self._warn("actual-text", message, number)
        if canvas.broken:
            self.broken = True
            self._warn("damaged", f"page {number} is damaged; a part of it could not be read", number)
        return canvas.page(number, _links(source, matrix))

    def _draw_fields(self, source: PDFPage, matrix: Matrix, canvas: Canvas) -> None:
        """Adds filled-in fields and notes, or as many as aren't broken: they only add to the text."""
        try:
            self._reader.read_fields(source, matrix, canvas)
        except (DocumentError, MemoryError):
            raise
        except Exception:
            return

    def _warn(self, code: str, message: str, page: int | None = None) -> None:
        self.warnings.append(ReadingWarning(code, message, page))


def _links(source: PDFPage, matrix: Matrix) -> tuple[LinkArea, ...]:
    """The links, or none where the annotations are broken: they only add to the text."""
    try:
        return find_links(source, matrix)
    except MemoryError:
        raise
    except Exception:
        return ()


def _visible_area(source: PDFPage) -> tuple[Box, Matrix]:
    """The page as shown, from (0, 0), and the matrix that leads there from the page's own space."""
    paper = _upright(source.mediabox)
    if paper.x1 <= paper.x0 or paper.bottom <= paper.top:
        paper = _LETTER_PAPER
    shown = paper.meet(_upright(source.cropbox))
    if shown.x1 <= shown.x0 or shown.bottom <= shown.top:
        shown = paper
    unit = resolve1(source.attrs.get("UserUnit"))
    if isinstance(unit, (int, float)) and 0 < unit < 1_000 and unit != 1:
        box, matrix = _turned(shown, source.rotate)
        return Box(*(unit * edge for edge in box)), multiply(matrix, (unit, 0, 0, unit, 0, 0))
    return _turned(shown, source.rotate)


def _upright(corners: Sequence[float]) -> Box:
    """The box between two corners, whichever they are."""
    x0, y0, x1, y1 = corners
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _turned(shown: Box, rotate: int) -> tuple[Box, Matrix]:
    """The part of a page that is shown, turned as viewers turn it, and the matrix that leads there."""
    x0, y0, x1, y1 = shown
    width, height = x1 - x0, y1 - y0
    match rotate:
        case 90:
            return Box(0, 0, height, width), (0, 1, 1, 0, -y0, -x0)
        case 180:
            return Box(0, 0, width, height), (-1, 0, 0, 1, x1, -y0)
        case 270:
            return Box(0, 0, height, width), (0, -1, -1, 0, y1, x1)
    return Box(0, 0, width, height), (1, 0, 0, -1, -x0, y1)


def _claimed_pages(document: PDFDocument) -> int:
    root: dict[Any, Any] = dict_value(document.catalog.get("Pages"))
    count = int_value(root.get("Count"))
    return count if 0 < count < 100_000 else 0
