"""Letters of other scripts that look Latin -> the Latin letters a person takes them for.

A Cyrillic "о" in "Nоde.js" is a slip of the keyboard, a font's mistake or a trick; whichever it is,
the page shows Node.js. Only whole words tell: one is read as Latin when each of its letters is
Latin or looks so, and at least one of them is. "SQL-запросы" and "SQLзапросы" stay what they are.
The table is read when such a word is met, which in most resumes is never.
"""

import re
from functools import cache
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+")
# The upper bytes of all letters of the table: a quick look at a text needs no more.
BLOCKS = frozenset((0x02, 0x03, 0x04, 0x05, 0x13, 0x1D, 0x2C, 0xA4, 0xA7))
_LAST_PLAIN = "\u0236"  # letters up to here are never look-alikes
_SHORTEST = 3  # letters of a word that is worth a warning


def read_as_latin(text: str, *, whole_words: bool = False) -> str:
    """The text with the words that look Latin in Latin letters; it keeps its length.

    With `whole_words` also those without any Latin letter whose letters are all drawn the same as
    Latin ones ("РНР"): good for comparing with names, wrong for reading words of the other language.
    """
    if not _may_hold_lookalikes(text):
        return text
    return _WORD.sub(lambda match: _read_word(match[0], whole_words=whole_words), text)


def find_disguised_words(text: str) -> list[str]:
    """Words of three letters and more with Latin letters and others that are drawn the same."""
    return [word for word in _WORD.findall(text) if len(word) >= _SHORTEST and _is_disguised(word)]


def looks_same(letter: str) -> bool:
    """Whether a letter of another script is drawn as a Latin one is."""
    return ord(letter) in _tables()[0]


def is_telling(letter: str) -> bool:
    """Whether a letter is of another script and isn't drawn as a Latin one."""
    return letter.isalpha() and not is_latin(letter) and not looks_same(letter)


def is_latin(letter: str) -> bool:
    """Whether a letter is one that Latin alphabets have; phonetic signs and small capitals aren't."""
    return letter < "\u0250" or "\u1e00" <= letter <= "\u1eff"


def _may_hold_lookalikes(text: str) -> bool:
    return max(text, default="") > _LAST_PLAIN and not BLOCKS.isdisjoint({ord(letter) >> 8 for letter in set(text)})


def _is_disguised(word: str) -> bool:
    if word.isascii() or not _may_hold_lookalikes(word):
        return False
    others = [letter for letter in word if not is_latin(letter)]
    return 0 < len(others) < len(word) and all(map(looks_same, others))


def _read_word(word: str, *, whole_words: bool) -> str:
    if word.isascii() or not (whole_words or any(map(_is_of_latin_script, word))):
        return word
    same, alike = _tables()
    read = word.translate(alike if any(map(_is_of_latin_script, word)) else same)
    return read if all(map(is_latin, read)) else word


def _is_of_latin_script(letter: str) -> bool:
    """Phonetic signs and small capitals included, which people write words with for their looks."""
    return letter < "\u02b0" or "\u1d00" <= letter <= "\u1d22" or "\u1e00" <= letter <= "\u1eff" or letter in "ꜰꜱꞯ"


@cache
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    """For `str.translate`: the letters that are drawn the same, and all."""
    same: dict[int, str] = {}
    alike: dict[int, str] = {}
    for line in Path(__file__).with_name("lookalikes.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, _script, *pairs = line.split()
        pair_table = {ord(pair[1]): pair[0] for pair in pairs}
        alike |= pair_table
        if kind == "same":
            same |= pair_table
    return same, alike
