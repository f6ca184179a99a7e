"""An accent drawn over a letter -> the letter with its accent.

TeX's older fonts have no accented letters: it draws the accent, moves back and draws the letter.
"""

import unicodedata

# Spacing accent -> its combining twin.
_COMBINING = {
    "`": "\u0300",
    "\u02cb": "\u0300",
    "\u00b4": "\u0301",
    "\u02ca": "\u0301",
    "^": "\u0302",
    "\u02c6": "\u0302",
    "~": "\u0303",
    "\u02dc": "\u0303",
    "\u00af": "\u0304",
    "\u02c9": "\u0304",
    "\u02d8": "\u0306",
    "\u02d9": "\u0307",
    "\u00a8": "\u0308",
    "\u02da": "\u030a",
    "\u00b0": "\u030a",
    "\u02dd": "\u030b",
    "\u02c7": "\u030c",
    "\u00b8": "\u0327",
    "\u02db": "\u0328",
}
_DOTLESS = {"\u0131": "i", "\u0237": "j"}


def is_accent(text: str) -> bool:
    """Whether the text is an accent that may belong over a letter drawn in the same place."""
    return text in _COMBINING or (len(text) == 1 and unicodedata.combining(text) > 0)


def compose(accent: str, letter: str) -> str | None:
    """The accented letter, or None when there is no such letter."""
    mark = _COMBINING.get(accent, accent)
    composed = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + mark)
    return composed if len(composed) == 1 else None
