"""Our interpreter paints what the PDF library's own paints, operator by operator."""

import re

import pytest

from tests.documents.pdf_fixtures import IMAGE, form, make_pdf, text
from tests.documents.pdf_readings import painted, read_by_ours, read_by_theirs

_STATES = "/GS << /ca 0.5 >> /Clear << /ca 0 >> /Solid << /ca 1 /CA 1 >>"
_SPACES = (
    "/Grey /DeviceGray /Sep [/Separation /Spot /DeviceCMYK 5 0 R] /Icc [/ICCBased 4 0 R] /Pat /Pattern "
    "/Four [/DeviceN [/A /B /C /D] /DeviceCMYK 5 0 R]"
)
_FORM = form("BT /F1 8 Tf 5 5 Td (in the form) Tj ET 1 0 0 rg 0 0 4 4 re f", "/Matrix [2 0 0 2 10 20]")
_NESTED = form(
    "q 0 1 -1 0 50 0 cm /X Do Q BT /F2 9 Tf (outer) Tj ET",
    "/Resources << /XObject << /X 6 0 R >> /Font << /F2 2 0 R >> >>",
)
_OWN_FONTS = form("BT /F1 9 Tf (own) Tj ET", "/Resources << /Font << /F1 2 0 R >> >>")
_RESOURCES = (
    f"/ExtGState << {_STATES} >> /ColorSpace << {_SPACES} >> /Shading << /Sh 5 0 R >> /Pattern << /P1 5 0 R >> "
    "/XObject << /X 6 0 R /Y 7 0 R /Z 8 0 R /I 3 0 R /W 9 0 R >> /Properties << /Layer 10 0 R /Shown 11 0 R >>"
)
_EXTRA = [
    IMAGE,
    "<< /N 3 /Length 1 >>\nstream\nx\nendstream",
    "<< /FunctionType 2 /Domain [0 1] /N 1 >>",
    _FORM,
    _NESTED,
    _OWN_FONTS,
    form("BT /F1 9 Tf (switched off) Tj ET", "/OC 10 0 R"),
    "<< /Type /OCG /Name (Hidden) >>",
    "<< /Type /OCG /Name (Shown) >>",
]
_CATALOG = "/OCProperties << /OCGs [10 0 R 11 0 R] /D << /OFF [10 0 R] >> >>"


STANDARD = (
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n q Q re "
    "RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
)


def document(program: str | bytes, page: str = "") -> bytes:
    return make_pdf(program, resources=_RESOURCES, extra=_EXTRA, catalog=_CATALOG, page=page)


def shown(inner: str) -> str:
    return f"BT /F1 10 Tf 72 700 Td {inner} ET"


TEXT = {
    "a string": shown("(Jane Example) Tj"),
    "hexadecimal digits": shown("<4a616e65> Tj < 45 78\n61 > Tj"),
    "strings with a shift between": shown("[(Back) -20 (end) -600 (Engineer)] TJ"),
    "an array over several lines": shown("[ (Back)\n-20\r\n<656e64> +3 -.5 4. (x) ] TJ"),
    "an empty array": shown("[] TJ (x) Tj [ 5 ] TJ () Tj <> Tj (y) Tj"),
    "the next line's operator": shown("12 TL (one) Tj (two) ' (three) '"),
    "moves": shown("(one) Tj 0 -14 Td (two) Tj 10 -14 TD (three) Tj T* (four) Tj"),
    "letters one by one": shown("<4a> Tj 5 0 Td <61> Tj 5.6 0 Td (n) Tj 5.6 0.0 Td (e) Tj 0 -20 Td <78> Tj"),
    "letters set apart": shown("<4a> Tj 25 0 Td <61> Tj -3 0 Td (n) Tj"),
    "a text matrix": "BT /F1 10 Tf 1.2 0 0 1.5 72 700 Tm (wide) Tj 0 1 -1 0 200 300 Tm (turned) Tj 1 0.01 -0.01 "
        "1 9 9 Tm (a) Tj ET",
    "a mirrored matrix": "BT /F1 10 Tf -1 0 0 1 300 700 Tm (left) Tj 1 0 0 -1 72 100 Tm (down) Tj ET",
    "a matrix without extent": "BT /F1 10 Tf 0 0 0 0 72 700 Tm (nothing) Tj ET",
    "letter spacing": shown("2 Tc (wide) Tj -1 Tc (tight) Tj 0 Tc"),
    "word spacing": shown("5 Tw (two words here) Tj [(a b) -10 (c d)] TJ 0 Tw (x y) Tj"),
    "horizontal scaling": shown("50 Tz (narrow) Tj 2 Tc [(a) -500 (b)] TJ 100 Tz (wide) Tj"),
    "a rise": shown("(10) Tj 4 Ts /F1 6 Tf (th) Tj 0 Ts /F1 10 Tf (of) Tj"),
    "render modes": shown("".join(f"{mode} Tr (m{mode}) Tj " for mode in range(8))),
    "a negative size": "BT /F1 -10 Tf 1 0 0 -1 72 700 Tm (upside) Tj ET",
    "fonts that change": shown("(a) Tj /F2 12 Tf (b) Tj /F1 9 Tf (c) Tj"),
    "a font that isn't there": shown("(a) Tj /Nothing 12 Tf (b) Tj"),
    "no font at all": "BT 72 700 Td (nothing) Tj ET" + text("after", 72, 600),
    "text outside BT": text("before", 72, 600) + "(beyond) Tj",
    "blanks around": shown("( a ) Tj (  ) Tj (b) Tj (c  d) Tj"),
    "escapes": shown(r"(\(a\) \\ \101\60\7 \
b\tc) Tj"),
    "balanced parentheses": shown("(a (b (c) d) e) Tj [(x (y)) -300 ((z))] TJ"),
    "deep parentheses": shown("(" * 300 + "deep" + ")" * 300 + " Tj (after) Tj"),
    "comments": "% (not) Tj\nBT /F1 10 Tf % size\n72 700 Td (a % b) Tj [(c) % -900\n(d)] TJ ET % end",
    "no blanks": "BT/F1 10 Tf 72 700 Td(Jane)Tj[(Ex)-20(ample)]TJ<41>Tj/F2 8 Tf(x)Tj ET",
    "numbers of all kinds": "BT /F1 +10. Tf 1.0 -.0 0 1 72.5 700.25 Td (a) Tj .5 -0.5 Td (b) Tj 1.2.3 Td (c) Tj ET",
    "too many operands": shown("9 9 9 3 0 Td (a) Tj 1 2 3 (b) Tj"),
    "names with codes": "BT /F#31 10 Tf 72 700 Td (a) Tj ET",
}  # fmt: skip

STATE = {
    "saved text": "q BT /F2 9 Tf 5 Tc 72 700 Td (a) Tj ET Q BT /F1 8 Tf 72 600 Td (b) Tj ET",
    "saved within text": shown("(a) Tj q 1 0 0 rg /F2 8 Tf 0 -20 Td (b) Tj Q (c) Tj"),
    "matrices": "q 2 0 0 2 10 20 cm q 0 1 -1 0 200 0 cm " + text("a", 10, 10) + "Q " + text("b", 30, 30) + "Q",
    "more restored than saved": "Q Q 2 0 0 2 0 0 cm Q " + text("a", 30, 30),
    "very deep": "q " * 2000 + "2 0 0 2 0 0 cm " + text("a", 30, 30) + "Q " * 2000 + text("b", 30, 30),
    "device colours": "".join(
        f"{colour} {text('a' + str(at), 72, 700 - 20 * at)}"
        for at, colour in enumerate(["0.5 g", "1 0 0 rg", "0 0 1 0.5 k", "1 G", "0 1 0 RG", "1 0 0 0 K", "1 Tr "
        "0 0 1 RG"])
    ),
    "colour spaces": "".join(
        f"{colour} {text('a' + str(at), 72, 700 - 20 * at)}"
        for at, colour in enumerate(
            [
                "/DeviceRGB cs", "0 1 0 sc", "/Icc cs 1 0 0 scn", "/Grey cs 0.3 sc", "/Sep cs 0.5 scn", "/Four "
        "cs 0 0 0 1 scn",
                "/Pat cs /P1 scn", "/DeviceCMYK cs", "1 1 0 0 sc", "/DeviceGray cs 1 scn",
            ]
        )
    ),
    "stroke colours": shown("1 Tr /DeviceRGB CS 0 1 0 SC (a) Tj /Icc CS 1 0 0 SCN (b) Tj 0 g (c) Tj"),
    "opacity": shown("/GS gs (half) Tj q /Clear gs (none) Tj Q (half) Tj /Solid gs (full) Tj /Nothing gs (full) Tj"),
    "lines and the rest": "2 w 1 J 1 j 3 M [3 2] 0 d /Perceptual ri 0.5 i " + text("a", 72, 700),
    "compatibility": "BX 5 foo EX " + text("a", 72, 700),
}  # fmt: skip

PAINTING = {
    "boxes": "1 0 0 rg 10 10 100 50 re f 0 1 0 rg 20 20 5 5 re F 30 30 50 50 re f* 10 10 5 5 re S",
    "outlines": "10 10 m 60 10 l 60 40 l 10 40 l h f 10 10 m 60 10 l 30 70 l b 5 5 m 50 5 80 30 80 60 c 90 90 "
    "10 90 v 5 5 9 9 y B",
    "outlines in odd spelling": "10 10 m\n60 10 l\r\n60 40 l 10 40 l h\nf* 10 10 m 20 20 l s .5 -.5 m 5. 7 l 9 "
    "9 l B* 1 1 m 3 3 l b*",
    "two boxes at once": "10 10 100 50 re 200 10 100 50 re f 10 10 m 5 5 l 10 10 30 30 re f",
    "a turned page's boxes": "0 1 -1 0 300 0 cm 10 10 100 50 re f 0.7 0.7 -0.7 0.7 0 0 cm 10 10 100 50 re f",
    "small marks": "76 702 3 3 re f 100 100 m 103 100 l 103 103 l 100 103 l h f 10 10 2 2 re S",
    "a path without paint": "10 10 100 50 re n " + text("a", 72, 700) + " 5 5 m 9 9 l n",
    "clips": "q 50 50 100 100 re W n "
    + text("a", 72, 70)
    + " 60 60 10 10 re W* n "
    + text("b", 72, 70)
    + "Q "
    + text("c", 9, 9),
    "a clip by an outline": "q 50 50 m 90 90 l 20 95 l h W n 0 0 600 700 re f " + text("a", 72, 70) + " Q",
    "shadings": "q 10 10 50 50 re W n /Sh sh Q " + text("a", 72, 70),
    "see-through fills": "/GS gs 1 0 0 rg 10 10 100 50 re f /Clear gs 10 10 100 50 re f",
    "pictures": "q 100 0 0 50 10 10 cm /I Do Q " + text("a", 72, 70),
    "inline pictures": b"q 10 0 0 10 5 5 cm BI /W 4 /H 2 /BPC 8 /CS /G ID ab EI cd EI Q BT /F1 9 Tf 9 9 Td "
    b"(after) Tj ET",
}

FORMS = {
    "a form": "q 1 0 0 1 50 60 cm 0 0 1 rg /X Do Q " + text("after", 72, 700),
    "forms within forms": "q 0.5 0 0 0.5 50 60 cm /Y Do Q /Y Do " + text("after", 72, 700),
    "a form with fonts of its own": text("a", 9, 9) + "/Z Do " + text("b", 9, 30),
    "things that aren't there": "/Nothing Do /Nothing gs /Nothing sh " + text("a", 72, 700),
    "a form in a layer that is off": "/W Do " + text("a", 72, 700),
    "marked content": "/P << /MCID 0 >> BDC /Span BMC " + text("a", 72, 700) + "EMC EMC EMC /Tag MP /Tag << /A 1 >> DP",
    "properties with values of all kinds": "/P << /A [1 (b) /c] /B << /C (d) >> /E true /F null >> BDC "
        "" + text("a", 72, 700) + "EMC",
    "layers": "/OC /Layer BDC " + text("off", 72, 700) + "/OC /Shown BDC " + text("still off", 72, 680) + "EMC "
        "EMC " + text("on", 72, 660),
    "widths of glyphs outside of glyphs": "600 0 d0 600 0 0 0 9 9 d1 " + text("a", 72, 700),
    "a layer never closed": "q /OC /Layer BDC " + text("off", 72, 700) + "Q " + text("off, too", 72, 680),
}  # fmt: skip


@pytest.mark.parametrize(
    "program",
    [pytest.param(program, id=name) for group in (TEXT, STATE, PAINTING, FORMS) for name, program in group.items()],
)
def test_both_interpreters_paint_the_same(program: str | bytes) -> None:
    data = document(program)
    ours, _ = read_by_ours(data)
    theirs = read_by_theirs(data)
    assert [painted(page) for page in ours] == [painted(page) for page in theirs]
    assert any(page.runs or page.fills for page in ours) or "nothing" in str(program)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("box", ["", "/CropBox [50 100 500 700]"])
def test_both_agree_on_turned_and_cropped_pages(turn: int, box: str) -> None:
    data = document(" ".join([TEXT["a text matrix"], str(PAINTING["boxes"]), FORMS["a form"]]), f"/Rotate {turn} {box}")
    (ours,), doubts = read_by_ours(data)
    assert painted(ours) == painted(read_by_theirs(data)[0])
    assert doubts == 0


def test_operators_are_known() -> None:
    """Each operator of the PDF standard is either carried out or left out on purpose."""
    from screener.documents.engines.pdf_operators import HANDLERS, IGNORED

    assert {operator.encode() for operator in STANDARD.split()} <= HANDLERS.keys() | IGNORED


def test_every_operator_is_compared() -> None:
    """All but the double quote, whose line the library doesn't move; it is tested by itself."""
    programs = [*TEXT.values(), *STATE.values(), *PAINTING.values(), *FORMS.values()]
    joined = b" ".join(program.encode("latin-1") if isinstance(program, str) else program for program in programs)
    words = set(re.split(rb"[\s()<>\[\]]+", joined))
    assert {operator.encode() for operator in STANDARD.split()} - words == {b'"'}
