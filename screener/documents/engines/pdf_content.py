"""The programs of a document's pages -> what they paint, with the limits that all pages share.

Our own interpreter reads every page. Where it stumbles, meets what it can't make sense of, or finds
no text on a page that has fonts, the PDF library's interpreter reads the page again, and whichever
finds more text is believed.
"""

from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, list_value, stream_value

from screener.documents.engines.pdf_canvas import Canvas
from screener.documents.engines.pdf_fonts import FontShelf
from screener.documents.engines.pdf_interpreter import Interpreter
from screener.documents.engines.pdf_layers import Layers
from screener.documents.engines.pdf_mixing import Mask
from screener.documents.engines.pdf_pen import Pen
from screener.documents.engines.pdf_show import Matrix
from screener.documents.engines.pdf_streams import unpack
from screener.documents.limits import Limits
from screener.documents.page import Colour
from screener.errors import DocumentError

_MOST_FORMS = 5_000  # drawn in one document; forms that draw forms twice each grow without bound


class EnoughRead(Exception):
    """The limit of characters or forms is reached; what was read until then stands."""


class Reader:
    """What all interpreters of one document share."""

    def __init__(self, limits: Limits, layers: Layers) -> None:
        self.shelf = FontShelf()
        self.layers = layers
        self.colours: dict[int, Colour | None] = {}  # of pictures, by the numbers of their objects
        self.shadings: dict[int, tuple[Colour | None, bool]] = {}  # likewise, with whether they leave no holes
        self.masks: dict[object, Mask] = {}  # by where they are drawn
        self.redraws_fields = False  # whether the file says that what it draws for its fields is old
        self.inflated_bytes = limits.inflated_bytes
        self.characters_left = limits.characters
        self._forms_left = _MOST_FORMS

    def take(self, characters: int) -> None:
        """Takes characters off what may still be read."""
        self.characters_left -= characters
        if self.characters_left < 0:
            raise EnoughRead

    def count(self, pen: Pen) -> None:
        """Takes what the pen has shown off what may still be read."""
        shown, pen.shown = pen.shown, 0
        self.take(shown)

    def count_form(self) -> None:
        self._forms_left -= 1
        if self._forms_left < 0:
            raise EnoughRead

    def read(self, program: list[Any], resources: dict[Any, Any], matrix: Matrix, canvas: Canvas) -> None:
        """Paints a page's program onto the canvas; `matrix` leads from the page's space to the canvas."""
        parts = [stream_value(part) for part in program]
        for part in parts:
            if not unpack(part, self.inflated_bytes):
                canvas.broken = True
        left = self.characters_left, self._forms_left
        if self._is_read(parts, resources, matrix, canvas):
            return
        again = Canvas(canvas.box)
        again.broken = canvas.broken
        self.characters_left, self._forms_left = left
        try:
            self._read_again(program, resources, matrix, again)
        finally:
            if again.characters > canvas.characters:
                canvas.become(again)

    def read_fields(self, page: PDFPage, matrix: Matrix, canvas: Canvas) -> None:
        """Paints the form fields and free text among the page's annotations."""
        if page.annots:
            from screener.documents.engines.pdf_fields import draw_fields

            draw_fields(list_value(page.annots), Interpreter(self, canvas, matrix))

    def _is_read(self, parts: list[PDFStream], resources: dict[Any, Any], matrix: Matrix, canvas: Canvas) -> bool:
        """Whether our own interpreter has read the page beyond doubt."""
        interpreter = Interpreter(self, canvas, matrix)
        try:
            interpreter.run(b"\n".join([part.get_data() for part in parts]), resources)
        except (EnoughRead, DocumentError, MemoryError):
            raise
        except Exception:  # whatever broken objects make the library stumble over
            return False
        return not interpreter.doubts and (bool(canvas.runs) or not dict_value(resources.get("Font")))

    def _read_again(self, program: list[Any], resources: dict[Any, Any], matrix: Matrix, canvas: Canvas) -> None:
        from screener.documents.engines.pdf_library import read_by_library

        read_by_library(self, program, resources, matrix, canvas)
