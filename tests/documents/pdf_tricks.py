"""Ways to hide "NestJS Azure" from people on a page of a PDF, each with the cause that must be found."""

# ruff: noqa: E501 -- programs of pages read better unbroken

import zlib
from typing import NamedTuple

from tests.documents.pdf_fixtures import IMAGE, box, form, make_pdf, text

WORDS = "NestJS Azure"
SEEN = text("Jane Example", 72, 720)
TRICK = text(WORDS, 72, 500)
WHITE, BLACK, ALIKE = "white on white", "black on black", "the same colour as what is beneath it"
COVERED, CLIPPED, OUTSIDE, TINY = "covered", "clipped away", "outside the page", "smaller than 2 pt"
CLEAR, OFF, NOTE, INVISIBLE = (
    "fully transparent",
    "switched-off layer",
    "hidden annotation",
    "invisible ink (render mode 3)",
)
HEAPED = "letters on top of each other"
NAVY = "0 0 .5"
NOTHING = "<< /Length 8 >>\nstream\n500 0 d0\nendstream"
SHAPELESS = (
    "/Resources << /Font << /T << /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [.001 0 0 .001 0 0] "
    f"/FirstChar 32 /LastChar 126 /Widths [{'500 ' * 95}] /CharProcs << /g 4 0 R >> /Resources << >> "
    "/Encoding << /BaseEncoding /WinAnsiEncoding >> >> >> >>"
)


class Trick(NamedTuple):
    cause: str
    program: str
    resources: str = ""
    extra: tuple[str, ...] = ()  # objects from 3 on
    annotations: str = ""
    page: str = ""
    catalog: str = ""
    texts: tuple[str, ...] = (WORDS,)

    @property
    def pdf(self) -> bytes:
        return make_pdf(
            f"q {self.program} Q {SEEN}",
            resources=self.resources,
            extra=self.extra,
            annotations=self.annotations,
            page=self.page,
            catalog=self.catalog,
        )


def painted(colour: str, inner: str = TRICK) -> str:
    return f"q {colour} {inner} Q\n"


def picture(entries: str, data: bytes, space: str = "/DeviceRGB") -> str:
    head = f"<< /Type /XObject /Subtype /Image /ColorSpace {space} /BitsPerComponent 8 {entries} /Length {len(data)} >>"
    return f"{head}\nstream\n{data.decode('latin-1')}\nendstream"


PLACED = "q 300 0 0 60 60 480 cm /X Do Q "
PANEL = box(60, 480, 300, 60, NAVY)
CARD = "60 480 m 360 480 l 360 540 l 210 560 l 60 540 l h"
ROUND = (
    "70 480 m 350 480 l 356 480 360 484 360 490 c 360 530 l 360 536 356 540 350 540 c 70 540 l 64 540 60 536 60 530 c "
)
ROUND += "60 490 l 60 484 64 480 70 480 c h"
GS = "/ExtGState << /G << {} >> >>"
X = "/XObject << /X 3 0 R >>"
OCG = "<< /Type /OCG /Name (x) >>"
OFF_BY_DEFAULT = "/OCProperties << /OCGs [3 0 R] /D << /OFF [3 0 R] >> >>"
_INK = "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [1 1 1] /C1 [0 0 .5] >>"
_SPACES = (
    f"/ColorSpace << /Spot [/Separation /Navy /DeviceRGB {_INK}] /Table [/Indexed /DeviceRGB 1 <FFFFFF000080>] "
    "/Icc [/ICCBased 3 0 R] /Light [/Lab << /WhitePoint [.95 1 1.09] >>] /None [/DeviceN [/A /B] /DeviceCMYK 4 0 R] "
    "/Pat /Pattern >> /Pattern << /P << /PatternType 2 /Shading 5 0 R >> >> /Shading << /S 5 0 R >>"
)
_SPACE_OBJECTS = (
    "<< /N 3 /Length 1 >>\nstream\nx\nendstream",
    "<< /FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1] /Length 20 >>\nstream\n{pop pop 0 0 0 0  }\nendstream",
    "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 0] /Extend [true true] /Function << /FunctionType 2 "
    "/Domain [0 1] /N 1 /C0 [1 1 1] /C1 [.99 1 1] >> >>",
)


def spaced(colour: str, inner: str = TRICK, cause: str = WHITE) -> Trick:
    return Trick(cause, painted(colour, inner), _SPACES, _SPACE_OBJECTS)


COLOURS = {
    "white": Trick(WHITE, painted("1 1 1 rg")),
    "white as grey": Trick(WHITE, painted("1 g")),
    "white as ink": Trick(WHITE, painted("0 0 0 0 k")),
    "more than white": Trick(WHITE, painted("2 2 2 rg")),
    "nearly white": Trick(WHITE, painted(".98 .99 .97 rg")),
    "pale grey": Trick(WHITE, painted(".945 g")),
    "white on a white background": Trick(WHITE, box(0, 0, 612, 792, "1 1 1") + painted("1 g")),
    "white in a white cell of a dark table": Trick(
        WHITE, box(50, 470, 400, 80, NAVY) + box(60, 490, 200, 30, "1 1 1") + painted("1 g")
    ),
    "white beside a dark sidebar": Trick(WHITE, box(0, 0, 60, 792, NAVY) + painted("1 g")),
    "white beside a rounded box": Trick(WHITE, f"{NAVY} rg 68 508 m 300 508 l 300 560 l h f " + painted("1 g")),
    "black on black": Trick(BLACK, box(60, 490, 200, 30, "0 0 0") + TRICK),
    "navy on navy": Trick(ALIKE, PANEL + painted(f"{NAVY} rg")),
    "nearly navy on navy": Trick(ALIKE, PANEL + painted("0.03 0.02 .47 rg")),
    "navy on a navy badge": Trick(ALIKE, f"{NAVY} rg {ROUND} f " + TRICK),
    "navy on a navy polygon": Trick(ALIKE, f"{NAVY} rg {CARD} f " + TRICK),
    "navy in a form": Trick(ALIKE, "/X Do " + painted(f"{NAVY} rg"), X, (form(f"{NAVY} rg 60 480 300 60 re f"),)),
    "navy on a wide line": Trick(ALIKE, f"q {NAVY} RG 40 w 40 505 m 400 505 l S Q " + painted(f"{NAVY} rg")),
    "white through a panel of half a white": Trick(
        WHITE, painted("/G gs 1 g", "60 480 300 60 re f") + painted("1 g"), GS.format("/ca .5")
    ),
    "the colour that a see-through panel has": Trick(
        ALIKE, painted(f"/G gs {NAVY} rg", "60 480 300 60 re f") + painted(".5 .5 .75 rg"), GS.format("/ca .5")
    ),
    "a spot colour without ink": spaced("/Spot cs 0 scn"),
    "a spot colour on its like": spaced("/Spot cs 1 scn 60 480 300 60 re f 0 0 .5 rg", cause=ALIKE),
    "white from a table": spaced("/Table cs 0 sc"),
    "white with a profile": spaced("/Icc cs 1 1 1 scn"),
    "white by its lightness": spaced("/Light cs 100 0 0 sc"),
    "several inks, none of them used": spaced("/None cs 0 0 scn"),
    "a pattern that is white all over": spaced("/Pat cs /P scn"),
    "white on a gradient from white to white": spaced("q 60 480 300 60 re W n /S sh Q 1 g"),
    "white outlines": Trick(WHITE, painted("1 Tr 1 G")),
    "white outlines and insides": Trick(WHITE, painted("2 Tr 1 G 1 g")),
    "white on a white picture": Trick(
        WHITE, PLACED + painted("1 g"), X, (picture("/Width 1 /Height 1", b"\xff\xff\xff"),)
    ),
    "white on a large white picture": Trick(
        WHITE,
        PLACED + painted("1 g"),
        X,
        (picture("/Width 200 /Height 200 /Filter /FlateDecode", zlib.compress(b"\xff" * 120_000)),),
    ),
    "white, turned": Trick(WHITE, painted("1 g", f"BT /F1 10 Tf 0 1 -1 0 300 300 Tm ({WORDS}) Tj ET")),
    "white at an angle": Trick(WHITE, painted("1 g", f"BT /F1 10 Tf .7 .7 -.7 .7 300 300 Tm ({WORDS}) Tj ET")),
    "white that is multiplied": Trick(ALIKE, PANEL + painted("/G gs 1 g"), GS.format("/BM /Multiply")),
    "white multiplied onto a picture": Trick(
        ALIKE, PLACED + painted("/G gs 1 g"), GS.format("/BM /Multiply") + X, (IMAGE,)
    ),
    "black that only lightens": Trick(
        BLACK, box(60, 480, 300, 60, "0 0 0") + painted("/G gs 0 g"), GS.format("/BM /Screen")
    ),
    "white letters one by one": Trick(
        WHITE,
        painted("1 g", "".join(text(letter, 72 + 7 * at, 500) for at, letter in enumerate("NestJS"))),
        texts=("NestJS", "Nest JS"),
    ),
    "white words at the end of a run": Trick(
        WHITE,
        box(60, 480, 118, 60, NAVY) + painted("1 g", text("Jane Mary Ann Example has NestJS Azure", 72, 500)),
        texts=("NestJS Azure", "has NestJS Azure"),
    ),
}

SIZES = {
    "tiny by its size": Trick(TINY, text(WORDS, 72, 500, size=1)),
    "tiny by its matrix": Trick(TINY, f"BT /F1 10 Tf .1 0 0 .1 72 500 Tm ({WORDS}) Tj ET"),
    "tiny by the page's matrix": Trick(TINY, f"q .01 0 0 .01 0 0 cm {text(WORDS, 7200, 50000, size=100)} Q"),
    "squeezed by its scaling": Trick(TINY, f"BT /F1 10 Tf 1 Tz 72 500 Td ({WORDS}) Tj ET"),
    "squeezed between shifts": Trick(TINY, f"BT /F1 10 Tf 1 Tz 72 500 Td [({WORDS[:6]}) -9 ({WORDS[6:]})] TJ ET"),
    "squeezed by its matrix": Trick(TINY, f"BT /F1 10 Tf .005 0 0 1 72 500 Tm ({WORDS}) Tj ET"),
    "squeezed in height": Trick(TINY, f"BT /F1 10 Tf 1 0 0 .05 72 500 Tm ({WORDS}) Tj ET"),
}

LETTERS = {
    "heaped by their spacing": Trick(HEAPED, f"BT /F1 10 Tf -5.5 Tc 72 500 Td ({WORDS}) Tj ET"),
    "heaped so that they run backwards": Trick(HEAPED, f"BT /F1 10 Tf -6.5 Tc 72 500 Td ({WORDS}) Tj ET"),
    "strewn beyond the page": Trick(
        OUTSIDE, f"BT /F1 10 Tf 600 Tc 72 500 Td ({WORDS}) Tj ET", texts=("e s t J S A z u r e",)
    ),
    "without shapes": Trick(CLEAR, "/X Do", X, (form(f"BT /T 10 Tf 72 500 Td ({WORDS}) Tj ET", SHAPELESS), NOTHING)),
}

PLACES = {
    "below the page": Trick(OUTSIDE, text(WORDS, 72, -40)),
    "above the page": Trick(OUTSIDE, text(WORDS, 72, 900)),
    "left of the page": Trick(OUTSIDE, text(WORDS, -300, 500)),
    "right of the page": Trick(OUTSIDE, text(WORDS, 700, 500)),
    "turned, beside the page": Trick(OUTSIDE, f"BT /F1 10 Tf 0 1 -1 0 -50 300 Tm ({WORDS}) Tj ET"),
    "cropped": Trick(OUTSIDE, text(WORDS, 72, 20), page="/CropBox [0 100 612 792]"),
    "past the edge by words": Trick(
        OUTSIDE, text("far along here they know NestJS Azure", 520, 500), texts=("NestJS Azure", "Azure")
    ),
    "clipped by a box": Trick(CLIPPED, f"q 0 0 10 10 re W n {TRICK} Q"),
    "clipped by a polygon beside it": Trick(
        CLIPPED, f"q 60 516 m 200 516 l 200 560 l 60 450 l W n {text(WORDS, 90, 460)} Q"
    ),
    "clipped by a frame around it": Trick(CLIPPED, f"q 0 0 612 792 re 60 480 300 60 re W* n {TRICK} Q"),
    "clipped by nothing": Trick(CLIPPED, f"q 72 500 0 0 re W n {TRICK} Q"),
    "clipped by two boxes apart": Trick(CLIPPED, f"q 0 0 100 792 re W n 200 0 100 792 re W n {TRICK} Q"),
    "clipped by a form's box": Trick(CLIPPED, "/X Do", X, (form(TRICK).replace("600 700", "50 50"),)),
}

COVERS = {
    "a box": Trick(COVERED, TRICK + box(60, 490, 200, 30, "1 1 1")),
    "a dark box": Trick(COVERED, TRICK + box(60, 490, 200, 30, NAVY)),
    "several boxes": Trick(COVERED, TRICK + "1 g 60 490 40 30 re f 99 490 40 30 re f 138 490 60 30 re f"),
    "several boxes at once": Trick(COVERED, TRICK + "1 g 60 490 40 30 re 99 490 40 30 re 138 490 60 30 re f"),
    "thin stripes": Trick(COVERED, TRICK + "1 g " + "".join(f"60 {490 + 2 * at} 200 2.1 re f " for at in range(14))),
    "a rounded box": Trick(COVERED, TRICK + f"1 g {ROUND} f"),
    "a polygon": Trick(COVERED, TRICK + f"1 g {CARD} f"),
    "a turned box": Trick(COVERED, TRICK + "q .7 .7 -.7 .7 100 400 cm 1 g 0 0 200 100 re f Q"),
    "a wide line": Trick(COVERED, TRICK + "q 1 G 30 w 50 504 m 300 504 l S Q"),
    "a form": Trick(COVERED, TRICK + "/X Do", X, (form("1 g 60 490 200 30 re f"),)),
    "a gradient": Trick(COVERED, TRICK + "q 60 480 300 60 re W n /S sh Q", _SPACES, _SPACE_OBJECTS),
    "two veils": Trick(COVERED, TRICK + painted("/G gs 1 g", 2 * "60 480 300 60 re f "), GS.format("/ca .9")),
    "black that is multiplied": Trick(COVERED, painted(".3 g") + painted("/G gs 0 g", "60 480 300 60 re f"), GS.format("/BM /Multiply")),
    "a picture": Trick(COVERED, TRICK + PLACED, X, (IMAGE,)),
    "a stencil without holes": Trick(
        COVERED, TRICK + "1 g " + PLACED, X,
        ("<< /Type /XObject /Subtype /Image /Width 8 /Height 1 /ImageMask true /Length 1 >>\nstream\n\0\nendstream",),
    ),
    "a picture in the program": Trick(COVERED, TRICK + "q 300 0 0 60 60 480 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"),
    "a stamp": Trick(
        COVERED, TRICK, extra=(form("1 g 0 0 600 700 re f"),),
        annotations="<< /Type /Annot /Subtype /Stamp /Rect [60 480 360 540] /AP << /N 3 0 R >> >>",
    ),
    "a note in the shape of a box": Trick(
        COVERED, TRICK, annotations="<< /Type /Annot /Subtype /Square /Rect [60 480 360 540] /IC [1 1 1] >>"
    ),
}  # fmt: skip

_OFF = f"/OC /L BDC {TRICK} EMC"
UNINKED = {
    "mode 3": Trick(INVISIBLE, f"q 3 Tr {TRICK} Q"),
    "mode 3 beside a logo": Trick(
        INVISIBLE, f"q 60 0 0 60 500 700 cm /X Do Q q 3 Tr {TRICK} Q", X, (IMAGE,)
    ),
    "mode 3 over a logo": Trick(INVISIBLE, f"{PLACED} q 3 Tr {TRICK} Q", X, (IMAGE,)),
    "mode 3 on a page with a picture behind its text": Trick(
        INVISIBLE, f"q 612 0 0 792 0 0 cm /X Do Q {text('Backend engineer in Berlin', 72, 600)} q 3 Tr {TRICK} Q", X, (IMAGE,)
    ),
    "mode 3 over a plain white shape": Trick(INVISIBLE, f"q 1 g {ROUND} f 3 Tr {TRICK} Q"),
    "mode 7 that nothing shows through": Trick("invisible ink (render mode 7)", f"q 7 Tr {TRICK} Q"),
    "an ink that is none": Trick(CLEAR, painted("/No cs 1 scn"), f"/ColorSpace << /No [/Separation /None /DeviceRGB {_INK}] >>"),
    "no opacity": Trick(CLEAR, painted("/G gs"), GS.format("/ca 0")),
    "next to no opacity": Trick(CLEAR, painted("/G gs"), GS.format("/ca .01")),
    "so little opacity that black is white": Trick(WHITE, painted("/G gs"), GS.format("/ca .04")),
    "outlines without opacity": Trick(CLEAR, painted("/G gs 1 Tr"), GS.format("/CA 0")),
    "a group without opacity": Trick(
        CLEAR, "q /G gs /X Do Q", GS.format("/ca 0") + X,
        (form(f"/H gs {TRICK}", "/Group << /S /Transparency >> /Resources << /Font << /F1 1 0 R >> /ExtGState << /H << /ca 1 >> >> >>"),),
    ),
    "a mask that is all black": Trick(
        CLEAR, painted("/G gs"), GS.format("/SMask << /S /Luminosity /G 3 0 R >>"),
        (form("0 g 0 0 600 700 re f", "/Group << /S /Transparency /CS /DeviceGray >>"),),
    ),
    "a mask with nothing in it": Trick(
        CLEAR, painted("/G gs"), GS.format("/SMask << /S /Alpha /G 3 0 R >>"), (form("", "/Group << /S /Transparency >>"),)
    ),
}  # fmt: skip

_PROPERTIES = "/Properties << /L 3 0 R >>"
LAYERS = {
    "off": Trick(OFF, _OFF, _PROPERTIES, (OCG,), catalog=OFF_BY_DEFAULT),
    "off unless switched on": Trick(
        OFF, _OFF, _PROPERTIES, (OCG,), catalog="/OCProperties << /OCGs [3 0 R] /D << /BaseState /OFF >> >>"
    ),
    "around a form": Trick(
        OFF, "/X Do", "/XObject << /X 4 0 R >>", (OCG, form(TRICK, "/OC 3 0 R")), catalog=OFF_BY_DEFAULT
    ),
    "a policy": Trick(
        OFF, _OFF, "/Properties << /L 4 0 R >>", (OCG, "<< /Type /OCMD /OCGs [3 0 R] /P /AllOn >>"), catalog=OFF_BY_DEFAULT
    ),
    "an expression": Trick(
        OFF, _OFF, "/Properties << /L 4 0 R >>", (OCG, "<< /Type /OCMD /VE [/Not [/Not 3 0 R]] >>"), catalog=OFF_BY_DEFAULT
    ),
    "not for viewing": Trick(
        OFF, _OFF, _PROPERTIES, ("<< /Type /OCG /Name (x) /Usage << /View << /ViewState /OFF >> >> >>",),
        catalog="/OCProperties << /OCGs [3 0 R] /D << /AS [<< /Event /View /OCGs [3 0 R] /Category [/View] >>] >> >>",
    ),
}  # fmt: skip

_APPEARANCE = (form(TRICK, "/Resources << /Font << /F1 1 0 R >> >>"),)
_NOTE = "<< /Type /Annot /Subtype /FreeText /Rect [60 0 660 700] /AP << /N 3 0 R >> {} >>"
NOTES = {
    "hidden": Trick(NOTE, "", extra=_APPEARANCE, annotations=_NOTE.format("/F 2")),
    "not for viewing": Trick(NOTE, "", extra=_APPEARANCE, annotations=_NOTE.format("/F 36")),
    "in a layer that is off": Trick(
        OFF, "", extra=(*_APPEARANCE, OCG), annotations=_NOTE.format("/OC 4 0 R"),
        catalog=OFF_BY_DEFAULT.replace("3 0 R", "4 0 R"),
    ),
    "a hidden field": Trick(
        NOTE, "", annotations=f"<< /Type /Annot /Subtype /Widget /FT /Tx /V ({WORDS}) /Rect [60 480 360 500] /F 2 >>"
    ),
    "white": Trick(
        WHITE, "", extra=(form("1 g " + TRICK, "/Resources << /Font << /F1 1 0 R >> >>"),), annotations=_NOTE.format("")
    ),
}  # fmt: skip

TRICKS: dict[str, Trick] = {
    f"{group}: {name}": trick
    for group, tricks in {
        "colour": COLOURS,
        "size": SIZES,
        "letters": LETTERS,
        "place": PLACES,
        "cover": COVERS,
        "ink": UNINKED,
        "layer": LAYERS,
        "note": NOTES,
    }.items()
    for name, trick in tricks.items()
}
