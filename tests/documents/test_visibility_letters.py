"""What letters look like decides: in what font, with what ink, through what mask, and how close they stand."""

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.model.document import Document
from tests.documents.pdf_fixtures import form, make_pdf, text

SEEN = text("Jane Example", 72, 720)
CLEAR_TEXT = f"q /Clear gs {text('NestJS Azure', 72, 500)} Q"
SHADE = (
    "/Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 600 0] "
    "/Extend [true true] /Function 4 0 R >> >>"
)
FADE = "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 1] /C1 [{}] >>"
SETTINGS = "/ExtGState << /Clear << /ca 0 >> /Cut << /SMask << /S /Alpha /G 3 0 R >> >> >>"


def read(program: str, resources: str = "", extra: tuple[str, ...] = ()) -> Document:
    return extract(make_pdf(SEEN + program, resources=resources, extra=extra), "sha", Limits())


def mask(words: str) -> str:
    entries = "/Group << /S /Transparency >> /Resources << /Font << /F1 1 0 R >> >>"
    return form(text(words, 72, 500), entries)


def test_a_gradient_through_a_mask_of_letters_shows_them() -> None:
    gradient = "q /Cut gs 60 480 300 60 re W n /S sh Q "
    extra = (mask("NestJS Azure"), FADE.format("1 0 1"))
    document = read(gradient + CLEAR_TEXT, f"{SETTINGS} {SHADE}", extra)
    assert document.hidden == ()
    assert "NestJS Azure" in document.text


@pytest.mark.parametrize(
    ("words", "paint"),
    [
        pytest.param("Gardening", "q /Cut gs 60 480 300 60 re W n /S sh Q ", id="other letters"),
        pytest.param("NestJS Azure", "q /Cut gs Q ", id="nothing painted through it"),
        pytest.param("NestJS Azure", "q /Cut gs 1 g 60 480 300 60 re f Q ", id="white painted through it"),
    ],
)
def test_a_mask_of_letters_vouches_for_no_other_clear_text(words: str, paint: str) -> None:
    document = read(paint + CLEAR_TEXT, f"{SETTINGS} {SHADE}", (mask(words), FADE.format("1 0 1")))
    assert [(hidden.text, hidden.cause) for hidden in document.hidden] == [("NestJS Azure", "fully transparent")]


LYING = "beginbfchar\n" + "".join(f"<{ord(a):02x}> <{ord(b):04x}>\n" for a, b in zip("plants", "NestJS", strict=True))
LYING_MAP = f"<< /Length {len(LYING) + 9} >>\nstream\n{LYING}endbfchar\nendstream"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding /ToUnicode 3 0 R {} >>"


@pytest.mark.parametrize("name", ["Helvetica", "Times-Roman", "Courier-Bold", "ArialMT", "Arial,Bold"])
def test_a_standard_font_draws_the_letters_of_its_encoding_whatever_its_map_says(name: str) -> None:
    extra = (LYING_MAP, FONT.format(name, ""))
    document = read(text("plants", 72, 500, font="L"), "/Font << /F1 1 0 R /L 4 0 R >>", extra)
    assert document.text == "Jane Example\nplants"


def test_a_font_of_another_name_is_believed_its_map() -> None:
    extra = (LYING_MAP, FONT.format("ABCDEF+Subset", ""))
    document = read(text("plants", 72, 500, font="L"), "/Font << /F1 1 0 R /L 4 0 R >>", extra)
    assert document.text == "Jane Example\nNestJS"


@pytest.mark.parametrize("spacing", ["-1.5", "-.4", "3", "12"])
def test_letters_set_tightly_or_apart_are_text(spacing: str) -> None:
    document = read(f"BT /F1 10 Tf {spacing} Tc 72 500 Td (NestJS) Tj ET")
    assert document.hidden == ()
    assert "NestJS" in document.text


def test_an_area_filled_with_an_ink_that_is_none_covers_nothing() -> None:
    none = "/ColorSpace << /No [/Separation /None /DeviceGray << /FunctionType 2 /Domain [0 1] /N 1 >>] >>"
    document = read(text("NestJS", 72, 500) + "/No cs 1 scn 60 480 300 60 re f", none)
    assert document.hidden == ()


def test_a_stencil_with_holes_covers_nothing() -> None:
    head = "<< /Type /XObject /Subtype /Image /Width 8 /Height 1 /ImageMask true /Length 1 >>"
    stencil = f"{head}\nstream\nU\nendstream"
    program = text("NestJS", 72, 500) + "1 g q 300 0 0 60 60 480 cm /X Do Q"
    assert read(program, "/XObject << /X 3 0 R >>", (stencil,)).hidden == ()
