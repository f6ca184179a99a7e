"""A font of the PDF library -> what each of its codes shows: a text and a width.

The library's answers are looked up once per code and kept, because a page asks thousands of times.
Codes without a meaning become UNMAPPED, except where the names of the glyphs in the font only
repeat the code ("a65", as bitmap fonts made from TeX have them): then the code itself is the letter.
A standard font that isn't in the file draws what its encoding names, so that is believed against its map.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pdfminer.pdffont import PDFFont, PDFType3Font
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import LIT, PSLiteral

from screener.documents.engines.pdf_font_specs import make_font
from screener.documents.engines.pdf_tex import tex_characters
from screener.documents.page import UNMAPPED

_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd|^cmbx|^cmb\d|^sfbx|^ecbx|^lmbx", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_ICONS = re.compile(r"awesome|marvosym|academicons|icomoon|materialicons|material-icons|remixicon", re.IGNORECASE)
_BULLETS = re.compile(r"wingdings|dingbats|webdings", re.IGNORECASE)
_ICON = "\ue000"  # a private character: read as a drawing without letters
_ROUND_ICONS = "•◦○●■□▪\uf00c\uf054\uf061\uf0c8\uf0da\uf105\uf111\uf192"  # icons that serve as bullets
_ICON_BULLET = "\uf0b7"  # a bullet where a list item begins, and nothing elsewhere, as for ratings
_TEX_FONT = re.compile(r"CM(?:R|BX?|TI|SL|SS|TT|CSC|U)[A-Z]*\d")
_CODE_NAME = re.compile(r"[A-Za-z]{1,2}(\d{1,3})")
_FILES = frozenset({"FontFile", "FontFile2", "FontFile3"})
_FEW = 3  # glyphs that show how all glyphs are drawn
_TALLEST = 1.4  # em from the lowest to the highest dot of any text font
_SHORT = 8  # bytes of a string worth keeping
_MOST_BLANK = 1_000  # glyphs
_LONGEST_BLANK = 100  # bytes of a program, packed, that paints nothing
_PAINTING = re.compile(rb"(?<![A-Za-z])(?:[fFBb]\*?|[Ss]|Do|T[jJ]|sh|EI|['\"])(?![A-Za-z*])")
_STANDARD = re.compile(r"(?:Helvetica|Arial|Times|TimesNewRoman|Courier|CourierNew)(?:PS|PSMT|MT)?(?:[-,][A-Za-z]+)?")
_BLANKS = {9: " ", 10: " ", 13: " "}  # of a text that was shown without breaking its lines
_SOFT_HYPHEN = 173  # in Windows' encoding
_UNUSED = (127, 129, 141, 143, 144, 157)  # codes of Windows' encoding that PDF defines as bullets


class Glyphs(dict[int, tuple[str, float]]):
    """Code -> (text, width in ems), filled on demand; a space of any kind is " "."""

    def __init__(self, font: PDFFont, spec: Mapping[str, Any], symbol: str | None) -> None:
        super().__init__()
        self._font = font
        self._named = _named_by_code(font, spec) or _hyphens(spec)
        self._missing = _missing_codes(spec) | _strokes(font, spec)
        self._standard = _standard_letters(font, spec)
        self._symbol = symbol  # what all glyphs of a font of drawings stand for

    def __missing__(self, code: int) -> tuple[str, float]:
        glyph = self[code] = (self._text(code), self._width(code))
        return glyph

    def _text(self, code: int) -> str:
        if code in self._named:
            return self._named[code]
        try:
            text = self._font.to_unichr(code)
        except Exception:  # the library raises whatever a broken font makes it stumble over
            text = ""
        if not text or text <= "\x08" or text == "\ufffd":
            text = self._missing.get(code, UNMAPPED)
        drawn = self._standard.get(code, text)
        if drawn != text and drawn.isascii() and (drawn == " " or drawn.isalnum()):
            text = drawn
        if text.isspace():
            return " "
        if self._symbol:
            return _ICON_BULLET if text in _ROUND_ICONS else self._symbol
        return "-" if text == "\u00ad" else text  # a soft hyphen that is drawn is a hyphen

    def _width(self, code: int) -> float:
        try:
            width = float(self._font.char_width(code))
        except Exception:
            return 0.0
        return -width if self._font.is_vertical() else width  # vertical text goes down, against the y axis


class Strings(dict[bytes, tuple[str, float, int] | None]):
    """String -> (text, width in ems, number of glyphs), or None where words or lines must be told apart in it.

    A text that is blank is "".
    """

    def __init__(self, decode: Callable[[bytes], Iterable[int]], glyphs: Glyphs) -> None:
        super().__init__()
        self._decode = decode
        self._glyphs = glyphs

    def __missing__(self, string: bytes) -> tuple[str, float, int] | None:
        glyphs = [self._glyphs[code] for code in self._decode(string)]
        text = "".join([glyph[0] for glyph in glyphs])
        ems = sum([glyph[1] for glyph in glyphs])
        shown = None
        if not text or text.isspace():
            shown = ("", ems, len(glyphs))
        elif text[0] != " " and text[-1] != " " and "  " not in text:
            shown = (text, ems, len(glyphs))
        if len(string) <= _SHORT:  # longer ones hardly come twice
            self[string] = shown
        return shown


class FontFace:
    """What showing text needs to know of a font."""

    __slots__ = (
        "bold",
        "decode",
        "em",
        "font",
        "glyphs",
        "is_blank",
        "is_coloured",
        "multibyte",
        "strings",
        "vertical",
    )

    def __init__(self, font: PDFFont, spec: Mapping[str, Any]) -> None:
        name = _name(font, spec)
        self.font = font  # kept alive, because faces are found by the font's identity
        self.glyphs = Glyphs(font, spec, _symbol(name))
        self.decode: Callable[[bytes], Iterable[int]] = font.decode
        self.strings = Strings(self.decode, self.glyphs)
        self.multibyte = font.is_multibyte()
        self.vertical = font.is_vertical()
        self.is_coloured = isinstance(font, PDFType3Font) and _has_colours(spec)
        self.is_blank = isinstance(font, PDFType3Font) and _draws_nothing(spec)
        self.bold = _is_bold(font, name)
        self.em = _em(font)  # height of the letters at font size 1, compared with an ordinary font


def _draws_nothing(spec: Mapping[str, Any]) -> bool:
    """Whether the programs of all glyphs paint nothing."""
    programs = list(dict_value(spec.get("CharProcs")).values())
    return 0 < len(programs) <= _MOST_BLANK and all(map(_is_blank, programs))


def _is_blank(reference: Any) -> bool:
    program = resolve1(reference)
    if not isinstance(program, PDFStream) or len(program.rawdata or program.data or b"") > _LONGEST_BLANK:
        return False
    return _PAINTING.search(program.get_data()[: _LONGEST_BLANK * 10]) is None


def _has_colours(spec: Mapping[str, Any]) -> bool:
    """Whether glyphs drawn by programs may bring their own colours, as "d0" says."""
    programs = [resolve1(program) for program in list(dict_value(spec.get("CharProcs")).values())[:_FEW]]
    return not all(
        isinstance(program, PDFStream) and re.search(rb"\bd1\b", program.get_data()[:200]) for program in programs
    )


class FontShelf(PDFResourceManager):
    """Hands out fonts as the library does, and keeps a face for each."""

    def __init__(self) -> None:
        super().__init__()
        self._faces: dict[int, FontFace] = {}
        self._loaded: dict[object, FontFace] = {}

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        try:
            font = super().get_font(objid, spec)
        except MemoryError:
            raise
        except Exception:  # one broken font must not cost the page: its codes are read as plain letters
            font = super().get_font(None, {"Subtype": LIT("Type1"), "BaseFont": LIT("Helvetica")})
        if id(font) not in self._faces:
            self._faces[id(font)] = FontFace(font, spec)
        return font

    def load(self, objid: object, spec: Mapping[str, Any]) -> FontFace:
        """The face of a font, by its object's number and what its object says."""
        face = self._loaded.get(objid) if objid else None
        if face is None:
            try:
                face = FontFace(make_font(self, spec), spec)
            except MemoryError:
                raise
            except Exception:  # as above
                face = self.face(self.get_font(None, {}))
            if objid:
                self._loaded[objid] = face
        return face

    def face(self, font: PDFFont) -> FontFace:
        return self._faces.get(id(font)) or self._faces.setdefault(id(font), FontFace(font, {}))


def _name(font: PDFFont, spec: Mapping[str, Any]) -> str:
    name = resolve1(spec.get("BaseFont", font.fontname))
    text = name.name if isinstance(name, PSLiteral) else name
    if isinstance(text, bytes):
        text = text.decode("latin-1")
    return str(text).split("+", 1)[-1]


def _symbol(name: str) -> str | None:
    """What the glyphs of a font of drawings are read as; its codes look like letters, but mean none."""
    if _ICONS.search(name):
        return _ICON
    return "\u2022" if _BULLETS.search(name) else None


def _is_bold(font: PDFFont, name: str) -> bool:
    weight = resolve1(font.descriptor.get("FontWeight"))
    heavy = isinstance(weight, (int, float)) and weight >= 600
    return heavy or bool(font.flags & _FORCE_BOLD) or _BOLD.search(name) is not None


def _em(font: PDFFont) -> float:
    """1, except for fonts whose glyphs are drawings in a scale of their own, as bitmap fonts are."""
    if not isinstance(font, PDFType3Font) or 0.0002 < abs(font.vscale) < 0.0025:
        return 1.0
    height = abs(font.get_height()) / 1.2
    if height < _TALLEST and 0.004 <= abs(font.vscale) <= 0.05:  # dots of a printer in a font's own size, as TeX has it
        return 1.0
    if 0 < height < 1000:
        return height
    widths = [abs(width) for width in font.widths.values() if isinstance(width, (int, float)) and width]
    return 2 * abs(font.hscale) * sum(widths) / len(widths) if widths else 1.0


def _standard_letters(font: PDFFont, spec: Mapping[str, Any]) -> Mapping[int, str]:
    """What a standard font that isn't in the file draws, by the names of its glyphs, whatever its map says."""
    has_own = isinstance(font, PDFType3Font) or not {"ToUnicode", "Encoding"} <= spec.keys()
    base = resolve1(spec.get("BaseFont"))
    if has_own or not isinstance(base, PSLiteral) or not _STANDARD.fullmatch(str(base.name)):
        return {}
    if "DescendantFonts" in spec or not _FILES.isdisjoint(dict_value(spec.get("FontDescriptor"))):
        return {}
    return getattr(font, "cid2unicode", {})


def _missing_codes(spec: Mapping[str, Any]) -> dict[int, str]:
    """Code -> character for codes that the library has none for: of blanks, and of bullets in Windows' encoding."""
    encoding = resolve1(spec.get("Encoding"))
    if isinstance(encoding, dict):
        encoding = resolve1(encoding.get("BaseEncoding"))
    name = encoding.name if isinstance(encoding, PSLiteral) else ""
    if name == "WinAnsiEncoding":
        return dict.fromkeys(_UNUSED, "\u2022") | _BLANKS
    return _BLANKS if name in {"MacRomanEncoding", "StandardEncoding"} else {}


def _strokes(font: PDFFont, spec: Mapping[str, Any]) -> dict[int, str]:
    """Code -> the stroke of a Polish l, which only TeX's own fonts have."""
    return {32: "\u0335"} if _TEX_FONT.match(_name(font, spec)) else {}


def _hyphens(spec: Mapping[str, Any]) -> dict[int, str]:
    """Code -> character for the second hyphen of Windows' encoding, which the library takes for a space."""
    encoding = resolve1(spec.get("Encoding"))
    is_windows = isinstance(encoding, PSLiteral) and encoding.name == "WinAnsiEncoding" and "ToUnicode" not in spec
    return {_SOFT_HYPHEN: "-"} if is_windows else {}


def _named_by_code(font: PDFFont, spec: Mapping[str, Any]) -> dict[int, str]:
    """Code -> character for the glyphs of a bitmap font whose name is nothing but their code."""
    encoding = resolve1(spec.get("Encoding"))
    if not isinstance(font, PDFType3Font) or "ToUnicode" in spec or not isinstance(encoding, dict):
        return {}
    codes: set[int] = set()
    code = 0
    for entry in list_value(encoding.get("Differences")):
        if isinstance(entry, int):
            code = entry
        elif isinstance(entry, PSLiteral):
            match = _CODE_NAME.fullmatch(str(entry.name))
            if match and int(match[1]) == code:
                codes.add(code)
            code += 1
    return dict.fromkeys(codes, UNMAPPED) | tex_characters(codes)
