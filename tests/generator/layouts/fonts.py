"""Fonts of this machine that can show a language in a PDF; where there are none, PDFs are left out."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path("/usr/share/fonts/truetype")
_FAMILIES = {
    "DejaVu": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"),
    "DejaVuSerif": ("dejavu/DejaVuSerif.ttf", "dejavu/DejaVuSerif-Bold.ttf"),
    "Liberation": ("liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf"),
    "LiberationSerif": ("liberation/LiberationSerif-Regular.ttf", "liberation/LiberationSerif-Bold.ttf"),
    "Carlito": ("crosextra/Carlito-Regular.ttf", "crosextra/Carlito-Bold.ttf"),
}
_ASIAN = {"zh": "STSong-Light", "ja": "HeiseiKakuGo-W5"}  # not embedded: every viewer has its own


class Font(NamedTuple):
    """The names of a family's two faces as the PDF library knows them."""

    regular: str
    bold: str
    bullets: str = "•–▪"


def pick_font(language: str, number: int, text: str = "") -> Font | None:
    """A font for a language that has all characters of the text, chosen by a number; None where there is none."""
    fonts = [font for font in _fonts(language) if _has_all(font, text)]
    return fonts[number % len(fonts)] if fonts else None


def _has_all(font: Font, text: str) -> bool:
    from reportlab.pdfbase import pdfmetrics

    drawn = getattr(pdfmetrics.getFont(font.regular).face, "charToGlyph", None)
    return drawn is None or all(ord(character) in drawn for character in text if character != "\n")


@cache
def _fonts(language: str) -> tuple[Font, ...]:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFont

    if language in _ASIAN:
        name = _ASIAN[language]
        pdfmetrics.registerFont(UnicodeCIDFont(name))
        return (Font(name, name, "・-"),)
    found = []
    for name, (regular, bold) in _FAMILIES.items():
        if (_FOLDER / regular).exists() and (_FOLDER / bold).exists():
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, str(_FOLDER / regular)))
                pdfmetrics.registerFont(TTFont(f"{name}-Bold", str(_FOLDER / bold)))
            found.append(Font(name, f"{name}-Bold"))
    return tuple(found)
