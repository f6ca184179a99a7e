"""The pages of a PDF as each of the two interpreters paints them, to be compared."""

from screener.documents.engines.pdf import _open
from screener.documents.engines.pdf_canvas import Canvas
from screener.documents.engines.pdf_content import Reader
from screener.documents.engines.pdf_interpreter import Interpreter
from screener.documents.engines.pdf_layers import Layers
from screener.documents.engines.pdf_library import read_by_library
from screener.documents.engines.pdf_pages import PDFPage, _visible_area
from screener.documents.limits import Limits
from screener.documents.page import Page


def read_by_ours(data: bytes) -> tuple[list[Page], int]:
    """The pages by our own interpreter alone, and how much it made no sense of."""
    document = _open(data)
    reader = Reader(Limits(), Layers(document))
    pages: list[Page] = []
    doubts = 0
    for number, source in enumerate(PDFPage.create_pages(document), 1):
        box, matrix = _visible_area(source)
        canvas = Canvas(box)
        interpreter = Interpreter(reader, canvas, matrix)
        interpreter.run(b"\n".join(part.get_data() for part in source.contents), source.resources)
        doubts += interpreter.doubts
        pages.append(canvas.page(number, ()))
    return pages, doubts


def read_by_theirs(data: bytes) -> list[Page]:
    """The pages by the library's interpreter."""
    document = _open(data)
    reader = Reader(Limits(), Layers(document))
    pages: list[Page] = []
    for number, source in enumerate(PDFPage.create_pages(document), 1):
        box, matrix = _visible_area(source)
        canvas = Canvas(box)
        read_by_library(reader, source.contents, source.resources, matrix, canvas)
        pages.append(canvas.page(number, ()))
    return pages


def painted(page: Page) -> dict[str, object]:
    """Everything on a page in numbers that may be compared; what is painted when counts, not how it is numbered."""
    events = sorted({thing.order for things in (page.runs, page.fills, page.images) for thing in things})
    rank = {order: at for at, order in enumerate(events)}
    return {
        "runs": [
            (
                run.text,
                _rounded(run.x0, run.x1, run.baseline, run.size),
                run.bold,
                run.angle,
                rank[run.order],
                run.paint[:5],
            )
            for run in page.runs
        ],
        "fills": [(_rounded(*fill.box), fill.colour, fill.exact, rank[fill.order]) for fill in page.fills],
        "images": [(_rounded(*image.box), rank[image.order]) for image in page.images],
        "marks": [_rounded(*mark) for mark in page.marks],
        "shapes": page.shapes,
    }


def _rounded(*numbers: float) -> tuple[float, ...]:
    return tuple(round(number, 4) + 0.0 for number in numbers)
