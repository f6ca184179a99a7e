"""Pieces of text with their looks -> a draft line with its cells, and its bullet taken off."""

import re

from screener.documents.characters import clean_text, split_bullet
from screener.documents.engines.docx_reading import DraftLine
from screener.documents.engines.docx_styles import RunLook
from screener.documents.engines.plain_text import close_gaps
from screener.model.document import Cell

Piece = tuple[str, RunLook]

_GAP = re.compile(r"\t|[ \u00a0\u2000-\u200a\u3000]{3,}")
# Bullets of Symbol and Wingdings: they live among the private characters, where cleaning drops them.
_SYMBOLS = str.maketrans({0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF076: "❖", 0xF0FC: "✓", 0xF0A8: "◆", 0xF06E: "■"})
# Signs and digits that Symbol draws like any other font ("C" and a plus from the list of symbols).
_PLAIN_SIGNS = str.maketrans({0xF000 + ord(sign): sign for sign in "#%&()+,./0123456789:;<=>?[]_{|}"})


def make_line(cells: list[list[Piece]], page: int, region: int) -> DraftLine | None:
    """A line of what is between two breaks; None when nothing is."""
    raw = ["".join(text for text, _ in pieces) for pieces in cells]
    bullet, glyph = False, ""
    first = next((index for index, text in enumerate(raw) if text.strip()), None)
    if first is not None:
        # A bullet that is followed by a tab stands in a cell of its own: the space says so.
        text = raw[first] + " " * (first < len(raw) - 1)
        bullet, raw[first] = split_bullet(text)
        glyph = text[: len(text) - len(raw[first])].strip()
    filled = [_cell(text, pieces) for text, pieces in zip(raw, cells, strict=True) if text.strip()]
    filled = close_gaps([cell for cell in filled if cell.text])
    return DraftLine(filled, page, region=region, bullet=bullet, glyph=glyph) if filled else None


def split_cells(text: str) -> list[str]:
    """The text, split where it is set apart."""
    if "\t" not in text and "   " not in text and "\u00a0" not in text and "\u2003" not in text:
        return [text]
    return _GAP.split(text)


def as_symbols(text: str) -> str:
    """The private characters that stand for what a font of symbols draws for letters."""
    return "".join(chr(0xF000 + ord(one)) if " " < one < "\u0100" else one for one in text)


def shown_text(text: str) -> str:
    """Text as it is read, on one line."""
    return " ".join(clean_text(text.translate(_SYMBOLS)).split())


def symbol_text(code: str, font: str) -> str:
    """The character of a w:sym."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    if font.lower() == "symbol":
        return character.translate(_PLAIN_SIGNS)
    is_letter = "\uf020" < character < "\uf0ff" and not font.lower().startswith(("wingdings", "webdings"))
    # Other fonts have their letters where all have them, whatever the file says.
    return chr(ord(character) - 0xF000) if is_letter and font and "\uf020" < character < "\uf07f" else character


def _cell(text: str, pieces: list[Piece]) -> Cell:
    """A cell with the size that most of its letters have; bold when all are."""
    weights: dict[float, int] = {}
    bold = True
    for piece, look in pieces:
        if piece.strip():
            weights[look.size] = weights.get(look.size, 0) + len(piece)
            bold = bold and look.bold
    size = max(weights, key=lambda size: (weights[size], size), default=0.0)
    return Cell(shown_text(text), size=size, bold=bold)
