"""What a person can't see is set apart with its cause; what they can see never is."""

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.model.document import Document
from tests.documents.pdf_fixtures import IMAGE, box, make_pdf, text

SEEN = text("Jane Example", 72, 720)
TRICK = text("NestJS Azure", 72, 500)


def read(program: str, **options: object) -> Document:
    return extract(make_pdf(program, **options), "sha", Limits())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(box(0, 0, 200, 700, ".1 .1 .3") + f"q 1 1 1 rg {TRICK} Q", id="white on a dark sidebar"),
        pytest.param(f"q .93 .93 .93 rg {TRICK} Q", id="pale grey on white"),
        pytest.param(box(60, 490, 200, 30, ".9 .9 .9") + TRICK, id="black on a grey chip"),
        pytest.param(f"q 1 Tr 1 1 1 rg 0 0 0 RG {TRICK} Q", id="outlined letters with a white fill"),
        pytest.param("/Sh sh q 1 1 1 rg " + TRICK + " Q", id="white on a gradient"),
        pytest.param(f"/Pattern cs /P scn 60 490 200 30 re f q 1 1 1 rg {TRICK} Q", id="white on a pattern"),
        pytest.param(
            "60 490 m 260 490 l 260 520 l 150 540 l 60 520 l f q 1 1 1 rg " + TRICK + " Q", id="white on a badge"
        ),
        pytest.param(TRICK + "q 1 1 1 rg 60 490 40 30 re f Q", id="covered only in part"),
        pytest.param("1 1 1 rg /CS0 cs " + TRICK, id="a colour space starts with black"),
        pytest.param(f"q 70 495 m 200 495 l 135 530 l W n {TRICK} Q", id="clipped by a shape around it"),
        pytest.param(f"q 7 Tr {TRICK} 0 0 612 792 re f Q", id="letters as a stencil"),
        pytest.param(f"q 60 490 400 40 re W* n {TRICK} Q", id="clipped by the other rule"),
        pytest.param(TRICK + "0 G 0 0 612 792 re S", id="a frame around the page"),
        pytest.param("BT /F1 1 Tf 10 0 0 10 72 500 Tm (NestJS Azure) Tj ET", id="size by the matrix"),
    ],
)
def test_honest_text_is_never_accused(program: str) -> None:
    document = read(SEEN + program, resources="/ColorSpace << /CS0 /DeviceRGB >>")
    assert document.hidden == ()
    assert document.text == "Jane Example\nNestJS Azure"


def test_white_text_on_a_picture_is_visible() -> None:
    picture = "q 300 0 0 100 60 450 cm /I Do Q "
    document = read(SEEN + picture + f"q 1 1 1 rg {TRICK} Q", resources="/XObject << /I 3 0 R >>", extra=[IMAGE])
    assert document.hidden == ()


def test_invisible_ink_over_a_picture_of_the_page_is_recognised_text() -> None:
    scan = "q 612 0 0 792 0 0 cm /I Do Q "
    document = read(scan + f"3 Tr {SEEN}", resources="/XObject << /I 3 0 R >>", extra=[IMAGE])
    assert document.text == "Jane Example"
    assert [(warning.code, warning.page) for warning in document.warnings] == [("ocr", 1)]


def test_text_under_a_picture_of_the_page_is_recognised_text() -> None:
    scan = "q 612 0 0 792 0 0 cm /I Do Q "
    document = read(SEEN + scan, resources="/XObject << /I 3 0 R >>", extra=[IMAGE])
    assert document.text == "Jane Example"
    assert [warning.code for warning in document.warnings] == ["ocr"]


def test_transparent_text_over_drawn_letters_is_their_text() -> None:
    drawn = "".join(
        f"{x} 500 m {x + 4} 500 l {x + 4} 507 l {x + 3} 507 l {x + 3} 501 l {x + 1} 502 l {x + 1} 507 l {x} 507 l f "
        for x in range(72, 132, 5)
    )
    document = read(SEEN + drawn + f"q /G gs {TRICK} Q", resources="/ExtGState << /G << /ca 0 >> >>")
    assert document.hidden == ()
    assert document.lines[1].bold  # a weight that the font lacks is why the letters were drawn


def test_a_hidden_twin_of_visible_text_is_no_secret() -> None:
    assert read(f"q 1 1 1 rg {text('Jane Example', 72.4, 719.6)} Q" + SEEN).hidden == ()


def test_hidden_text_keeps_its_words_apart() -> None:
    document = read(SEEN + "q 1 1 1 rg " + text("first line", 72, 500) + text("second line", 72, 488) + " Q")
    assert document.hidden[0].text == "first line second line"


def test_text_without_ink_is_no_layer_of_a_scan_where_ordinary_text_prevails() -> None:
    scan, words = "q 612 0 0 792 0 0 cm /I Do Q ", text("Backend engineer for seven years", 72, 600)
    document = read(f"{scan}{SEEN}{words} q 3 Tr {TRICK} Q", resources="/XObject << /I 3 0 R >>", extra=[IMAGE])
    assert [hidden.text for hidden in document.hidden] == ["NestJS Azure"]
    assert document.warnings == ()


def test_text_without_opacity_over_a_scan_is_recognised_text() -> None:
    scan = "q 612 0 0 792 0 0 cm /I Do Q "
    resources = "/XObject << /I 3 0 R >> /ExtGState << /G << /ca 0 >> >>"
    document = read(f"{scan} q /G gs {SEEN} Q", resources=resources, extra=[IMAGE])
    assert (document.text, [warning.code for warning in document.warnings]) == ("Jane Example", ["ocr"])


def test_a_scan_in_strips_is_a_scan() -> None:
    strips = "".join(f"q 612 0 0 100 0 {100 * at} cm /I Do Q " for at in range(8))
    document = read(f"{strips} 3 Tr {SEEN}", resources="/XObject << /I 3 0 R >>", extra=[IMAGE])
    assert (document.text, [warning.code for warning in document.warnings]) == ("Jane Example", ["ocr"])


def test_white_words_drawn_again_in_pieces_are_twins() -> None:
    shadow = f"q 1 1 1 rg {text('Jane Example', 72.5, 599.5)} Q"
    pieces = text("Jane", 72, 600) + text("Example", 97, 600)
    assert read(SEEN + shadow + pieces).hidden == ()


def test_coloured_glyphs_have_colours_of_their_own() -> None:
    glyph = "<< /Length 36 >>\nstream\n600 0 d0 0 0 1 rg 50 0 500 700 re f \nendstream"
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 65 "
        "/LastChar 65 /Widths [600] /CharProcs << /A 3 0 R >> /Encoding << /Differences [65 /A] >> /Resources << >> >>"
    )
    shown = "q 1 g BT /T 10 Tf 72 500 Td (AAA) Tj ET Q"
    document = read(SEEN + shown, resources="/Font << /F1 1 0 R /T 4 0 R >>", extra=[glyph, font])
    assert document.hidden == ()
