"""The pictures, forms, gradients, colour spaces and settings that honest resumes are painted with."""

# ruff: noqa: E501 -- objects read better unbroken

import zlib

from tests.documents.pdf_fixtures import form, text


def _picture(entries: str, data: bytes) -> str:
    packed = zlib.compress(data).decode("latin-1")
    head = f"<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceRGB {entries}"
    return f"{head} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n{packed}\nendstream"


_PHOTO = bytes(40 + (at * 37) % 60 for at in range(192))
_SHADES = "/ColorSpace /DeviceRGB /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 .3] /C1 [.4 .1 .5] >>"
OBJECTS = (
    _picture("", _PHOTO),
    _picture("/SMask 5 0 R", _PHOTO),
    "<< /Type /XObject /Subtype /Image /Width 8 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 8 >>\nstream\n"
    "\x00\x08\x10\x18\x20\x28\x30\x38\nendstream",
    "<< /Type /XObject /Subtype /Image /Width 8 /Height 1 /ImageMask true /BitsPerComponent 1 /Length 1 >>\nstream\nU\nendstream",
    f"<< /ShadingType 2 /Coords [0 0 612 0] {_SHADES} >>",
    f"<< /ShadingType 3 /Coords [300 746 0 300 746 400] {_SHADES} >>",
    form("0 0 .4 rg 0 600 612 92 re f", "/Matrix [1 0 0 1 0 100]"),
    form(
        f"0 0 .4 rg 0 640 612 60 re f 1 g {text('Jane Example', 72, 660, size=24)}",
        "/Matrix [1 0 0 1 0 80] /Group << /S /Transparency /I true >> /Resources << /Font << /F1 1 0 R >> >>",
    ),
    form(
        "1 g 0 0 600 700 re f .5 g 0 600 600 10 re f",
        "/Matrix [1.2 0 0 1.2 0 0] /Group << /S /Transparency /CS /DeviceGray >>",
    ),
    "<< /FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1] /Length 36 >>\nstream\n{dup 1 exch sub exch 1 exch sub dup } \nendstream",
    "<< /N 3 /Length 1 >>\nstream\nx\nendstream",
    "<< /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >> /Length 30 >>\nstream\n"
    "0 0 .4 rg 0 0 9 9 re f        \nendstream",
    "<< /Type /OCG /Name (Shown) >>",
)
_SPOT = "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [1 1 1] /C1 [0 0 .4] >>"
RESOURCES = (
    "/XObject << /Photo 3 0 R /Cut 4 0 R /Stencil 6 0 R /Band 9 0 R /Card 10 0 R >> /Shading << /Shade 7 0 R /Radial 8 0 R >> "
    "/Pattern << /Tiles 14 0 R /Fade << /PatternType 2 /Shading 7 0 R >> >> "
    f"/ColorSpace << /Spot [/Separation /Navy /DeviceRGB {_SPOT}] /SpotPs [/Separation /Navy /DeviceRGB 12 0 R] "
    "/Icc [/ICCBased 13 0 R] /Light [/Lab << /WhitePoint [.95 1 1.09] >>] >> "
    "/ExtGState << /Half << /ca .6 /CA .6 >> /Most << /ca .8 >> /Faint << /ca .15 >> /Solid << /ca 1 /BM /Normal >> "
    "/Multiply << /BM /Multiply >> /Masked << /SMask << /S /Luminosity /G 11 0 R >> >> >> /Properties << /On 15 0 R >>"
)
CATALOG = "/OCProperties << /OCGs [15 0 R] /D << /ON [15 0 R] >> >>"
HIGHLIGHT = (
    "<< /Type /Annot /Subtype /Highlight /Rect [60 20 300 700] /C [1 1 0] /AP << /N 9 0 R >> >> "
    "<< /Type /Annot /Subtype /Link /Rect [60 20 300 700] /A << /S /URI /URI (https://example.com) >> >>"
)
