"""Characters as they are stored -> characters as they are read.

Ligatures become letters, odd spaces become spaces, accents are composed, icons and control
characters go. Letters that only look like others are left alone here: matching normalises them.
"""

import re
import unicodedata
from functools import cache

from screener.vocabulary import load
from screener.vocabulary.folding import fold

# What fonts draw as a bullet; Word and Symbol keep theirs among the private characters (U+F0B7).
_BULLETS = "•◦▪▫■□●○◆◇►▶▸‣⁃∙·➢➤✓✔❖⬥⚫⦿⁍\uf0a7\uf0b7\uf0d8\uf076\uf0fc"
_BULLET_START = re.compile(rf"\s*(?:[{_BULLETS}]|[-–—*»>o](?=\s))\s*")
_DASHES = "-–—"
_LONGEST_WORD = 24  # characters of a phrase for "until now"
# The wrapped end of a range ("– March 2020") begins with a dash too, and is no list item.
_END_OF_RANGE = re.compile(r"(?:\d{1,2}[./ -]{1,2}){0,2}(?:[^\W\d_]{3,12}[.,/]{0,2} ?(?:de )?)?(?:19|20)\d\d\)?")
_ODD = re.compile(r"[^ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2026]")
_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_DROPPED = {"Cc", "Cf", "Co", "Cs", "Cn"}  # control, format, private (icons), surrogate, unassigned


def clean_text(text: str) -> str:
    """The text as a person reads it, on one line; runs of odd spaces become one space."""
    if not _ODD.search(text):
        return text
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", text))
    return "".join(_clean_character(character) for character in text)


def split_bullet(text: str) -> tuple[bool, str]:
    """Whether a list item begins here, and the text without its glyph. Call it before clean_text."""
    match = _BULLET_START.match(text)
    if match is None or (match.group().strip() in _DASHES and _ends_range(text[match.end() :].rstrip(" )"))):
        return False, text
    return True, text[match.end() :]


def _ends_range(text: str) -> bool:
    return _END_OF_RANGE.fullmatch(text) is not None or (len(text) <= _LONGEST_WORD and fold(text) in _present())


@cache
def _present() -> frozenset[str]:
    return frozenset(map(fold, load("dates")["present"]))


def _clean_character(character: str) -> str:
    if "\ufb00" <= character <= "\ufb06" or "\uff01" <= character <= "\uff5e":  # ligatures, full-width
        return unicodedata.normalize("NFKC", character)
    if character > "~" and unicodedata.category(character) in _DROPPED:
        return ""
    return character if character >= " " else ""
