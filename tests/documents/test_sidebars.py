"""Short sidebars are flows of their own, so that the main column goes on to the next page."""

from io import BytesIO

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.model.document import Document

Placed = tuple[float, float, str]


def document(*pages: list[Placed]) -> Document:
    """Strings at x and y (from the bottom) on pages of A4."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for page in pages:
        canvas.setFont("Helvetica", 10)
        for x, y, text in page:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return extract(buffer.getvalue(), "0" * 64, Limits())


def column(x: float, top: float, *lines: str) -> list[Placed]:
    return [(x, top - 15 * number, line) for number, line in enumerate(lines)]


def body(of: str) -> list[str]:
    return [f"Agreed release {number} of the {of} with stakeholders and wrote it down" for number in range(20)]


def flow(read: Document, region: int) -> list[str]:
    return [line.text for line in read.lines if (line.region == 0) == (region == 0)]


def test_a_short_right_sidebar_doesnt_swallow_the_next_page() -> None:
    first = column(40, 800, "Experience", "Engineer, Acme", "Jan 2020 – Present", *body("wallet"))
    side = column(430, 800, "Contact", "jane@example.com", "Education", "BSc Informatics")
    second = column(40, 800, "Developer, Beta", "Jan 2015 – Dec 2019", *body("cellar"))
    read = document(first + side, second)
    assert flow(read, 1) == ["Contact", "jane@example.com", "Education", "BSc Informatics"]
    assert flow(read, 0)[-22:-20] == ["Developer, Beta", "Jan 2015 – Dec 2019"]


def test_a_left_sidebar_of_few_lines_on_each_page() -> None:
    one = column(40, 800, "Jane Doe", "Skills", "Git") + column(
        200, 800, "Experience", "Lead, Acme", "Jan 2021 – Present", *body("kitchen")
    )
    two = column(40, 770, "Education", "BSc Physics", "2008 – 2012") + column(
        200, 800, "MongoDB sharding", "", "Engineer", "Ikeja Power", "Feb 2014 – Dec 2020", *body("meter")
    )
    read = document(one, two)
    assert flow(read, 1) == ["Jane Doe", "Skills", "Git", "Education", "BSc Physics", "2008 – 2012"]
    assert flow(read, 0)[23:27] == ["MongoDB sharding", "Engineer", "Ikeja Power", "Feb 2014 – Dec 2020"]
