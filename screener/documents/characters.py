"""Characters as they are stored -> characters as they are read.

Ligatures become letters, odd spaces become spaces, accents are composed, icons and control
characters go. Bullets keep one glyph, so that a list item can be told from a sentence.
Letters that only look like others are left alone here: matching normalises them.
"""

import re
import unicodedata

BULLET = "•"

# What fonts draw as a bullet, an icon font's private glyphs (Word writes U+F0B7) included.
_BULLETS = "•◦▪▫■□●○◆◇►▶▸‣⁃∙·➢➤✓✔❖⬥⚫⦿⁍"
_BULLET_START = re.compile(rf"\s*(?:[{_BULLETS}\uf0a7\uf0b7\uf0d8\uf076\uf0fc]|[-–—*»>o](?=\s))\s*")
_ODD = re.compile(r"[^ -~¡-¬®-ɏ]")
_SPACES = re.compile(r"[\t\r\n\f\v  -   　]+")
_MARKUP = {"­": "", "\u200b": "", "‌": "", "‍": "", "⁠": "", "﻿": "", "￼": "", "�": "�"}


def clean_text(text: str) -> str:
    """The text as a person reads it, on one line; not stripped at its ends."""
    if not _ODD.search(text):
        return text
    text = _SPACES.sub(" ", text)
    if text.isascii():
        return "".join(character for character in text if character.isprintable())
    kept = []
    for character in unicodedata.normalize("NFC", text):
        if character in _MARKUP:
            kept.append(_MARKUP[character])
        elif "ﬀ" <= character <= "ﬆ" or "！" <= character <= "～":  # ligatures, full-width forms
            kept.append(unicodedata.normalize("NFKC", character))
        elif unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cs", "Cn"}:
            kept.append(character)
    return "".join(kept)


def split_bullet(text: str) -> tuple[bool, str]:
    """Whether a list item begins here, and the text without its glyph."""
    match = _BULLET_START.match(text)
    return (True, text[match.end() :]) if match and match.end() else (False, text)
