"""Characters as they are stored -> characters as they are read.

Ligatures become letters, odd spaces become spaces, accents are composed, icons and control
characters go. Letters that only look like others are left alone here: matching normalises them.
Of the characters that draw nothing a few are left for disguises.py, which tells what they do.
"""

import re
import unicodedata
from functools import cache

from screener.vocabulary import load
from screener.vocabulary.folding import fold
from screener.vocabulary.lookalikes import BLOCKS

# What fonts draw as a bullet; Word and Symbol keep theirs among the private characters (U+F0B7).
_BULLETS = "•◦▪▫■□●○◆◇⋄►▶▷▸▹▻⊳‣⁃∙⋅·➔➜➝➞➢➤→⇒\u30fb\uff65✓✔❖⋆★☆∗✦✧⟩❯⬥⚫⦿⁍\uf0a7\uf0b7\uf0d8\uf076\uf0fc"
_BULLET_START = re.compile(rf"[\s\u200b\ufeff]*(?:[{_BULLETS}]|[-–—*»>o](?=\s))\s*")
_DASHES = "-–—→➔➜"  # between two dates
_LONGEST_WORD = 24  # characters of a phrase for "until now"
# The wrapped end of a range ("– March 2020") begins with a dash too, and is no list item.
_SHORT_END = re.compile(r"(?:\d{1,2}[./]|([^\W\d_]{3,12})[.,]?[ -])?['\u2018\u2019]?\d\d\)?")
_END_OF_RANGE = re.compile(
    r"(?:\d{1,2} de |(?:\d{1,2}[./ -]{1,2}){0,2})(?:[^\W\d_]{3,12}[.,/]{0,2} ?(?:de )?)?(?:19|20)\d\d\)?"
)
_ISO_END = re.compile(r"(?:19|20)\d\d(?:[-./]\d{1,2}){1,2}\)?")
_ODD = re.compile(r"[^ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2026]")
# Hangul fillers and the empty Braille pattern are drawn as gaps, though they count as letters and signs.
_SPACES = re.compile(r"[\s\u00a0\u115f\u1160\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u3164\uffa0]+")
# Characters that draw nothing, those from _FIRST_TAG on apart.
_UNSEEN = frozenset(
    "\u00ad\u034f\u061c\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\ufeff\ufff9\ufffa\ufffb\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e"
).union(map(chr, range(0x2060, 0x2070)), map(chr, range(0xFE00, 0xFE10)))
_FIRST_TAG = "\U000e0000"  # from here on nothing is drawn: tags, more variation selectors
_DECEIVING_BLOCKS = BLOCKS.union((0x24, 0x1D4, 0x1D5, 0x1D6, 0x1D7, 0x1F1))  # and letters of formulas and ornament
_DROPPED = {"Cc", "Cf", "Co", "Cs", "Cn"}  # control, format, private (icons), surrogate, unassigned


def clean_text(text: str) -> str:
    """The text as a person reads it, on one line; runs of odd spaces become one space."""
    if not _ODD.search(text):
        return text
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", text))
    if not has_unseen(text):
        return "".join(map(_clean_character, text))
    from screener.documents.unseen import split_unseen

    parts = split_unseen(text)
    parts[::2] = ["".join(map(_clean_character, part)) for part in parts[::2]]
    return "".join(parts)


def has_unseen(text: str) -> bool:
    """Whether there are characters that draw nothing."""
    return not _UNSEEN.isdisjoint(text) or max(text, default="") >= _FIRST_TAG


def may_deceive(text: str) -> bool:
    """Whether letters may not be what they seem: a quick look, which rarely needs the modules that know."""
    if not _ODD.search(text):
        return False
    return has_unseen(text) or not _DECEIVING_BLOCKS.isdisjoint({ord(character) >> 8 for character in text})


def split_bullet(text: str) -> tuple[bool, str]:
    """Whether a list item begins here, and the text without its glyph. Call it before clean_text."""
    match = _BULLET_START.match(text)
    if match is None or (match.group().strip() in _DASHES and ends_range(text[match.end() :].rstrip(" )"))):
        return False, text
    return True, text[match.end() :]


def ends_range(text: str) -> bool:
    """Whether a text is what a range of dates ends with: a date, the month of one, or "until now"."""
    if _END_OF_RANGE.fullmatch(text) is not None or _ISO_END.fullmatch(text) is not None:
        return True
    short = _SHORT_END.fullmatch(text)
    if short is not None and len(text) > 2:
        return short[1] is None or is_month(short[1])
    return len(text) <= _LONGEST_WORD and fold(text) in _ends()


def is_month(text: str) -> bool:
    """Whether the text is the name of a month."""
    return len(text) <= _LONGEST_WORD and fold(text).strip(".") in _months()


@cache
def _months() -> frozenset[str]:
    return frozenset(fold(name) for names in load("dates")["months"].values() for name in names)


@cache
def _ends() -> frozenset[str]:
    """What a range may end with on a line of its own: "until now", or a month whose year has wrapped."""
    return _months().union(map(fold, load("dates")["present"]))


def _clean_character(character: str) -> str:
    if "\ufb00" <= character <= "\ufb06" or "\uff01" <= character <= "\uff5e":  # ligatures, full-width
        return unicodedata.normalize("NFKC", character)
    if character > "~" and unicodedata.category(character) in _DROPPED:
        return ""
    return character if character >= " " else ""
