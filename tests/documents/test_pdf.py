"""What is read of a PDF as a whole: its text, pages, links and limits."""

import logging

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.model.document import Document
from tests.documents.pdf_fixtures import column, form, make_pdf, text

LIMITS = Limits()


def read(data: bytes, limits: Limits = LIMITS) -> Document:
    return extract(data, "sha", limits)


def test_lines_carry_their_page_place_size_and_weight() -> None:
    data = make_pdf(text("Jane Example", 72, 720, size=20, font="F2"), text("Second page", 72, 700))
    first, second = read(data).lines
    assert (first.text, first.page, first.number, first.size, first.bold) == ("Jane Example", 1, 1, 20.0, True)
    assert (second.text, second.page, second.number, second.bold) == ("Second page", 2, 1, False)
    assert first.cells[0].x0 == 72.0
    assert first.top < 792 - 720 < first.bottom


def test_the_document_says_what_it_is() -> None:
    document = read(make_pdf(text("Jane Example", 72, 720)))
    assert (document.media_type, document.sha256, document.page_count) == ("pdf", "sha", 1)
    assert document.hidden == document.warnings == document.links == ()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages_are_read_as_they_are_shown(turn: int) -> None:
    place = {0: "1 0 0 1 72 700", 90: "0 1 -1 0 92 72", 180: "-1 0 0 -1 540 92", 270: "0 -1 1 0 520 720"}[turn]
    program = f"BT /F1 10 Tf {place} Tm (Jane Example) Tj 0 -14 Td (Backend Engineer) Tj ET"
    document = read(make_pdf(program, page=f"/Rotate {turn}"))
    assert [line.text for line in document.lines] == ["Jane Example", "Backend Engineer"]
    assert document.lines[0].cells[0].x0 == pytest.approx(72, abs=0.2)
    assert document.lines[0].bottom == pytest.approx(94, abs=0.2)


def test_a_crop_box_is_the_page() -> None:
    data = make_pdf(text("Jane Example", 172, 600) + text("cut off", 20, 600), page="/CropBox [100 100 500 700]")
    document = read(data)
    assert [(line.text, line.cells[0].x0) for line in document.lines] == [("Jane Example", 72.0)]
    assert [hidden.cause for hidden in document.hidden] == ["outside the page"]


def test_a_form_is_read_where_it_is_drawn_with_the_colour_it_inherits() -> None:
    data = make_pdf(
        "q 0 0 0.5 rg 1 0 0 1 100 500 cm /X Do Q" + text("after", 100, 400),
        resources="/XObject << /X 3 0 R >>",
        extra=[form(text("inside the form", 10, 10))],
    )
    lines = read(data).lines
    assert [(line.text, line.cells[0].x0) for line in lines] == [("inside the form", 110.0), ("after", 100.0)]


def test_links_carry_the_words_they_lie_on() -> None:
    link = "<< /Type /Annot /Subtype /Link /Rect [72 715 140 730] /A << /S /URI /URI (https://example.com/jane) >> >>"
    document = read(make_pdf(text("Jane Example lives in Springfield", 72, 720), annotations=link))
    assert [(link.uri, link.text, link.page) for link in document.links] == [
        ("https://example.com/jane", "Jane Example", 1)
    ]


def test_broken_annotations_cost_only_the_links() -> None:
    data = make_pdf(text("Jane Example", 72, 720), annotations="<< /Subtype /Link /Rect [1 2 (x)] /A 7 >> 99 0 R 5")
    assert read(data).text == "Jane Example"


def test_pages_beyond_the_limit_are_left_out_with_a_warning() -> None:
    document = read(make_pdf(*[text(f"Page {n}", 72, 720) for n in "abcd"]), Limits(pages=2))
    assert document.text == "Page a\nPage b"
    assert document.page_count == 4
    assert [warning.code for warning in document.warnings] == ["truncated"]


def test_characters_beyond_the_limit_are_left_out_with_a_warning() -> None:
    document = read(make_pdf(column(["word " * 10] * 30, 72, 720), text("last", 72, 700)), Limits(characters=300))
    assert 200 < len(document.text) < 400
    assert document.warnings[0].code == "truncated"


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.DEBUG):
        read(make_pdf(text("Jane Example", 72, 720) + " (x) Td /Nothing gs 1 w [(a) /b] TJ", page="/MediaBox [0 (x)]"))
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert capsys.readouterr().err == ""


def test_the_same_bytes_give_the_same_document() -> None:
    data = make_pdf(column(["Jane Example", "Engineer"], 72, 720) + text("2019 – 2021", 450, 708))
    assert read(data) == read(data)
