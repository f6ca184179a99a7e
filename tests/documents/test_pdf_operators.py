"""Unusual but valid programs of pages are read as viewers show them."""

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.model.document import Document
from tests.documents.pdf_fixtures import form, make_pdf, text

AFTER = text("after", 72, 500)


def read(program: str | bytes, **options: object) -> Document:
    return extract(make_pdf(program, **options), "sha", Limits())  # type: ignore[arg-type]


def shown(inner: str) -> str:
    return f"BT /F1 10 Tf 72 700 Td {inner} ET\n"


@pytest.mark.parametrize(
    ("program", "words"),
    [
        (shown("(a(b(c(d)e)f)g) Tj"), "a(b(c(d)e)f)g"),
        (shown("(Jane \\\nEx\\\r\nam\\\rple) Tj"), "Jane Example"),
        (shown("(Jane\tEx) Tj ( and\nmore) Tj"), "Jane Ex and more"),
        (shown(r"(co\255operate) Tj"), "co-operate"),
        (shown("<4A\n61\r6E\t65\f7> Tj"), "Janep"),
        (shown("[(Ja) % (no) ] TJ\n (ne) %( \n] TJ"), "Jane"),
        (shown("(Jane) Tj % (no) Tj\r(x) Tj"), "Janex"),
        ("/Span << /A % >> BDC (no)\n 1 >> BDC " + shown("(Jane) Tj") + " EMC", "Jane"),
        ("BT/F1 10 Tf%c\n72 700 Td(Jane)Tj%c\nET", "Jane"),
        ("BT /F1 10 Tf 1. -.0 +.0 1 72 700 Tm (a) Tj --5 -20 Td (b) Tj 5 4.5-3 Td (c) Tj ET", "a\nb\nc"),
        (shown("14 TL(a)Tj(b)'<63>'3 1(d e)\""), "a\nb\nc\nd e"),
        (shown("[(2019) 35000 (Engineer)] TJ").replace("72 700", "400 700"), "Engineer   2019"),
        (shown("(a) Tj") + " ] >> ) } { " + text("b", 72, 600), "a\nb"),
        (shown("(a) Tj") + " foo bar 12 zed (q) " + text("b", 72, 600), "a\nb"),
        ("Q Q q q q " + shown("(a) Tj") + "Q Q Q Q Q " + text("b", 72, 650), "a\nb"),
        ("BT /F1 10 Tf 72 700 Td (a) Tj BT 72 650 Td (b) Tj ET 0 -20 Td (c) Tj ET", "a\nb\nc"),
        ("BT /F1 -10 Tf -1 0 0 -1 72 700 Tm (abc def) Tj [(gh)] TJ ET", "abc defgh"),
        (shown("(E=mc) Tj 4 Ts (2) Tj 0 Ts ( and H) Tj -3 Ts (2) Tj 0 Ts (O) Tj"), "E=mc2 and H2O"),
    ],
)
def test_text_is_read_as_viewers_show_it(program: str, words: str) -> None:
    assert read(program).text == words


@pytest.mark.parametrize(
    "entries",
    [b"/BPC 8 /CS [/I /RGB 1 <000000ffffff>]", b"/BPC 8 /CS [/Indexed /DeviceRGB 1 (abc)]", b"/F /Fl /L 120"],
)
def test_what_a_picture_in_the_program_holds_is_no_text(entries: bytes) -> None:
    data = (b"\nEI\nBT (no) Tj ET" + b" q Q" * 40)[:120]
    program = shown("(Jane) Tj").encode() + b"BI /W 60 /H 2 " + entries + b" ID " + data + b"\nEI\n" + AFTER.encode()
    assert read(program).text == "Jane\nafter"


def test_a_glyph_of_another_font_fills_the_hole_that_was_left_for_it() -> None:
    program = shown(r"[(done \(a\) ) -840 ( and more words here)] TJ") + text("x", 111, 700, font="F2")
    assert read(program).text == "done (a) x and more words here"


LAYER = "<< /Type /OCG /Name (Layer) >>"


def read_member(membership: str, default: str) -> Document:
    return read(
        "/OC /L BDC " + text("in", 72, 650) + " EMC " + AFTER,
        resources="/Properties << /L 5 0 R >>",
        extra=[LAYER, LAYER, membership],
        catalog=f"/OCProperties << /OCGs [3 0 R 4 0 R] /D << {default} >> >>",
    )


@pytest.mark.parametrize("policy", ["AnyOn", "AllOn", "AnyOff", "AllOff"])
@pytest.mark.parametrize(("off", "count"), [("", 0), ("3 0 R", 1), ("3 0 R 4 0 R", 2)])
def test_content_shows_as_the_policy_over_its_layers_says(policy: str, off: str, count: int) -> None:
    document = read_member(f"<< /Type /OCMD /OCGs [3 0 R 4 0 R] /P /{policy} >>", f"/OFF [{off}]")
    shows = {"AnyOn": count < 2, "AllOn": count == 0, "AnyOff": count > 0, "AllOff": count == 2}[policy]
    assert document.text == ("in\nafter" if shows else "after")


@pytest.mark.parametrize(
    ("expression", "shows"),
    [
        ("[/And 3 0 R 4 0 R]", False),
        ("[/Or 3 0 R 4 0 R]", True),
        ("[/Not 3 0 R]", True),
        ("[/Not 4 0 R]", False),
        ("[/And [/Not 3 0 R] [/Or 3 0 R [/Not 4 0 R]]]", False),
        ("[]", True),
        ("[/Maybe]", True),
    ],
)
def test_content_shows_as_the_expression_over_layers_says(expression: str, shows: bool) -> None:
    document = read_member(f"<< /Type /OCMD /OCGs [3 0 R 4 0 R] /VE {expression} >>", "/OFF [3 0 R]")
    assert document.text == ("in\nafter" if shows else "after")


def test_layers_that_are_only_for_print_do_not_show() -> None:
    usage = "<< /Type /OCG /Name (Layer) /Usage << /View << /ViewState /OFF >> >> >>"
    views = "/AS [<< /Event /View /OCGs [5 0 R] /Category [/View] >>]"
    assert read_member(usage, views).text == "after"
    assert read_member(usage, "").text == "in\nafter"


RESOURCES = "/XObject << /X 3 0 R /Y 4 0 R >>"


def test_a_form_that_draws_itself_shows_once() -> None:
    forms = [
        form(text("one", 72, 650) + "1 0 0 1 0 -20 cm /Y Do", f"/Resources << {RESOURCES} /Font << /F1 1 0 R >> >>"),
        form(text("two", 72, 600) + "/X Do", f"/Resources << {RESOURCES} /Font << /F1 1 0 R >> >>"),
    ]
    assert read("/X Do " + AFTER, resources=RESOURCES, extra=forms).text == "one\ntwo\nafter"


def test_forms_may_lie_deep() -> None:
    forms = [
        form(
            text(f"form {at}", 72, 650 - 20 * at) + "/X Do",
            f"/Resources << /Font << /F1 1 0 R >> /XObject << /X {at + 4} 0 R >> >>",
        )
        for at in range(20)
    ]
    document = read("/X Do", resources="/XObject << /X 3 0 R >>", extra=[*forms, "<< >>"])
    assert document.text == "\n".join(f"form {at}" for at in range(20))


@pytest.mark.parametrize("unit", [b"((", rb"(\(", b"[(a", b"/S <</ActualText (x)>>BDC (y) Tj "])
def test_what_never_ends_takes_no_longer_than_it_is_long(unit: bytes) -> None:
    import time

    start = time.process_time()
    document = read(text("Jane Example", 72, 700).encode() + b"BT /F1 10 Tf 72 600 Td " + unit * (300_000 // len(unit)))
    assert time.process_time() - start < 5  # what grows with the square takes minutes
    assert document.text.startswith("Jane Example")
