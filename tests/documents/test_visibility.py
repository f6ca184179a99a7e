"""What a person can't see is set apart with its cause; what they can see never is."""

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.model.document import Document
from tests.documents.pdf_fixtures import IMAGE, box, make_pdf, text

SEEN = text("Jane Example", 72, 720)
TRICK = text("NestJS Azure", 72, 500)
LAYERS = "/OCProperties << /OCGs [3 0 R] /D << /OFF [3 0 R] >> >>"


def read(program: str, **options: object) -> Document:
    return extract(make_pdf(program, **options), "sha", Limits())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("program", "cause"),
    [
        pytest.param(f"q 1 1 1 rg {TRICK} Q", "white on white", id="white"),
        pytest.param(f"q 1 g {TRICK} Q", "white on white", id="white as grey"),
        pytest.param(f"q 0 0 0 0 k {TRICK} Q", "white on white", id="white as ink"),
        pytest.param(box(60, 490, 200, 30, "0 0 0") + TRICK, "black on black", id="black on black"),
        pytest.param(
            box(60, 490, 200, 30, "0 0 .5") + f"q 0 0 .5 rg {TRICK} Q",
            "the same colour as what is beneath it",
            id="blue on blue",
        ),
        pytest.param(text("NestJS Azure", 72, 500, size=1), "smaller than 2 pt", id="tiny"),
        pytest.param(text("NestJS Azure", 72, -40), "outside the page", id="below the page"),
        pytest.param(text("NestJS Azure", 700, 500), "outside the page", id="right of the page"),
        pytest.param(f"q 3 Tr {TRICK} Q", "invisible ink (render mode 3)", id="mode 3"),
        pytest.param(TRICK + box(60, 490, 200, 30, "1 1 1"), "covered", id="painted over"),
        pytest.param(f"q 0 0 10 10 re W n {TRICK} Q", "clipped away", id="clipped"),
    ],
)
def test_hidden_text_is_set_apart(program: str, cause: str) -> None:
    document = read(SEEN + program)
    assert document.text == "Jane Example"
    assert [(hidden.text, hidden.cause, hidden.page) for hidden in document.hidden] == [("NestJS Azure", cause, 1)]


def test_switched_off_layers_are_set_apart() -> None:
    document = read(
        SEEN + f"/OC /L BDC {TRICK} EMC",
        resources="/Properties << /L 3 0 R >>",
        catalog=LAYERS,
        extra=["<< /Type /OCG /Name (x) >>"],
    )
    assert document.text == "Jane Example"
    assert document.hidden[0].cause == "switched-off layer"


def test_transparent_text_is_set_apart() -> None:
    document = read(SEEN + f"q /G gs {TRICK} Q", resources="/ExtGState << /G << /ca 0 >> >>")
    assert [hidden.cause for hidden in document.hidden] == ["fully transparent"]


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
        pytest.param("q 7 Tr " + TRICK + " Q", id="letters as a stencil"),
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
    drawn = "72 498 m 100 498 l 130 505 l 72 508 l f 100 500 m 140 500 l 120 508 l f "
    document = read(SEEN + drawn + f"q /G gs {TRICK} Q", resources="/ExtGState << /G << /ca 0 >> >>")
    assert document.hidden == ()
    assert document.lines[1].bold  # a weight that the font lacks is why the letters were drawn


def test_a_hidden_twin_of_visible_text_is_no_secret() -> None:
    assert read(f"q 1 1 1 rg {text('Jane Example', 72.4, 719.6)} Q" + SEEN).hidden == ()


def test_hidden_text_keeps_its_words_apart() -> None:
    document = read(SEEN + "q 1 1 1 rg " + text("first line", 72, 500) + text("second line", 72, 488) + " Q")
    assert document.hidden[0].text == "first line second line"
