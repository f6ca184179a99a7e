"""Characters that draw nothing -> what they hide, turn round or break up, and the text without them.

Zero-width characters, soft hyphens, variation selectors and byte order marks are left by honest
programs nearly everywhere, so most are dropped without a word. Three kinds are kept while a file is
read, and looked at once its lines are known (disguises.py): those inside a word; tag characters,
and rows of variation selectors, which spell text that only programs read; and the controls that
turn letters round, with which a word can be stored backwards and seen forwards.

Not handled: directional marks that only change the order of whole words, bits spelt in zero-width
characters, which no program reads as words.
"""

import re
from typing import NamedTuple

from screener.documents.characters import has_unseen

_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_CLASS = (
    "\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    f"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff{_SELECTORS}"
)
_UNSEEN = re.compile(f"([{_CLASS}]+)")
_SPELLING = re.compile(f"[\U000e0020-\U000e007e]|[{_SELECTORS}]{{4,}}")
_SECRET = re.compile(f"[\U000e0000-\U000e007f]+|[{_SELECTORS}]{{4,}}")
# A black flag with the tags of its region is the flag of England, Scotland, Wales or another.
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
_TURNING = re.compile("[\u202d\u202e]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_OPENING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_CLOSING = "\u202c\u2069"
_DEEPEST = 6  # overrides within each other
_MIRRORED = str.maketrans("()[]{}<>", ")(][}{><")
_SOFT_HYPHEN = "\u00ad"
_ADDRESS_SIGNS = ("/", "@", "\\", "_", "www.")
_SPELT = re.compile(rf"(?:[^\W_]|[{_CLASS}])+")
_WITHIN = re.compile(f"(?<=[{_LATIN}])[{_CLASS}]+(?=[{_LATIN}])")
# What keeps f and i from becoming one letter in careful typesetting.
_UNTIED = re.compile("(?<=[fF])\u200c(?=[bfhijklt])")
_OPERATORS = frozenset("\u2061\u2062\u2063\u2064")  # between the letters of formulas


class Turned(NamedTuple):
    """A text in the order in which it is seen, and the stretches that are stored backwards."""

    text: str
    stretches: tuple[str, ...]


def split_unseen(text: str) -> list[str]:
    """Visible text and unseen characters in turn, visible text first; of the latter only what may tell something."""
    parts = _UNSEEN.split(text)
    is_turning = _TURNING.search(text) is not None
    for at in range(1, len(parts), 2):
        inside = parts[at - 1][-1:].isalpha() and parts[at + 1][:1].isalpha()
        if not (inside or is_turning or _SPELLING.search(parts[at])):
            parts[at] = ""
    return parts


def drop_unseen(text: str) -> str:
    return _UNSEEN.sub("", text)


def take_secrets(text: str) -> tuple[str, str]:
    """The text without the characters that spell another one, and what they spell."""
    if not _SPELLING.search(text):
        return text, ""
    text = _FLAG.sub("\U0001f3f4", text)
    spelt = [_spell(match[0]) for match in _SECRET.finditer(text)]
    # Tags that stand singly between visible letters are the letters of one word.
    glue = "" if any(len(piece.strip()) == 1 for piece in spelt) else " "
    return _SECRET.sub("", text), " ".join(glue.join(spelt).split())


def turn(text: str) -> Turned:
    """The text as it is seen where letters are stored in the other direction by an override.

    Where right-to-left letters stand, the order in which text is stored is the order in which it is
    read. The effect of an override ends with the text.
    """
    if not _TURNING.search(text):
        return Turned(text, ())
    if _RIGHT_TO_LEFT.search(text):
        return Turned(re.sub(f"[{_OPENING}{_CLOSING}]", "", text), ())
    characters, levels = _level(text)
    stretches: list[str] = []
    for level in range(max(levels, default=0), 0, -1):
        for start, end in _stretches(levels, level):
            characters[start:end] = characters[start:end][::-1]
            levels[start:end] = levels[start:end][::-1]
    for start, end in _stretches(levels, 1):
        stretch = "".join(characters[start:end])
        if any(level % 2 for level in levels[start:end]):
            stretches.append(stretch.strip())
    return Turned("".join(characters), tuple(stretches))


def find_broken_words(text: str) -> list[str]:
    """Latin words with unseen characters inside that no honest program puts there, as they are seen.

    Addresses are let off, because web pages break them; so are soft hyphens, unless they cut single
    letters off, which no hyphenation does.
    """
    words: list[str] = []
    for chunk in text.split():
        if has_unseen(chunk) and not any(sign in chunk for sign in _ADDRESS_SIGNS):
            words += [drop_unseen(word) for word in _SPELT.findall(chunk) if _is_broken(word)]
    return words


def _is_broken(word: str) -> bool:
    letters = drop_unseen(word)
    if len(letters) == len(word):
        return False
    if word.count(_SOFT_HYPHEN) > 1 and len(letters) > 3:
        pieces = drop_unseen(word.replace(_SOFT_HYPHEN, " ")).split(" ")
        if sum(len(piece) < 2 for piece in pieces) > 1:
            return True
    let_off = {_SOFT_HYPHEN} if len(letters) > 3 else {_SOFT_HYPHEN, *_OPERATORS}
    return any(set(match[0]) - let_off for match in _WITHIN.finditer(_UNTIED.sub("", word)))


def _spell(characters: str) -> str:
    """What tags spell; variation selectors spell bytes."""
    if "\U000e0000" <= characters[0] <= "\U000e007f":
        return "".join(chr(ord(tag) - 0xE0000) if "\U000e0020" <= tag <= "\U000e007e" else "" for tag in characters)
    codes = (ord(selector) for selector in characters)
    data = bytes(code - 0xFE00 if code < 0xE0000 else code - 0xE0100 + 16 for code in codes)
    return "".join(filter(str.isprintable, data.decode("utf-8", "ignore")))


def _level(text: str) -> tuple[list[str], list[int]]:
    """The visible characters, and for each how many overrides it stands under; odd ones run backwards."""
    open_levels = [0]
    characters: list[str] = []
    levels: list[int] = []
    for character in text:
        level = open_levels[-1]
        if character in _OPENING:
            open_levels.append(_next_level(level, character) if level < _DEEPEST else level)
        elif character in _CLOSING:
            if len(open_levels) > 1:
                open_levels.pop()
        else:
            characters.append(character.translate(_MIRRORED) if level % 2 else character)
            levels.append(level)
    return characters, levels


def _next_level(level: int, opening: str) -> int:
    if opening == "\u202e":
        return level + 1 + level % 2
    return level + 2 - level % 2 if opening == "\u202d" else level


def _stretches(levels: list[int], least: int) -> list[tuple[int, int]]:
    """Where the level is at least this, as starts and ends."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for at, level in enumerate([*levels, -1]):
        if level >= least:
            start = at if start is None else start
        elif start is not None:
            found.append((start, at))
            start = None
    return found
