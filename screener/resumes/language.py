"""Lines -> whether they are in a language whose headings, months and titles are known.

Small words tell: a text that has clearly more of those of other languages, or letters of a script
that isn't understood, gets a warning, and its verdict asks for a person's look. Lists of skills
have few small words; where there are too few to tell, nothing is said.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from screener.model.document import Line, ReadingWarning
from screener.vocabulary import load

_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN = re.compile(r"[^\W\d_\x00-\u036f]")
_FEWEST = 8  # small words of other languages
_SHARE_OF_LETTERS = 0.25  # in scripts that aren't understood


def find_unsupported_language(lines: Sequence[Line]) -> ReadingWarning | None:
    """A warning when the text is in a language that isn't supported."""
    supported, others = _small_words()
    text = " ".join([line.text for line in lines])
    words = _WORD.findall(text.lower())
    known = sum(map(supported.__contains__, words))
    foreign = sum(map(others.__contains__, words))
    if (foreign >= _FEWEST and foreign > known) or _is_in_foreign_script(text, load("languages")["scripts"]):
        return ReadingWarning("language", "it is in a language that isn't supported; read it yourself")
    return None


@cache
def _small_words() -> tuple[frozenset[str], frozenset[str]]:
    """Of the languages that are supported, and of others."""
    data = load("languages")
    supported = frozenset(data["supported"])
    return supported, frozenset(data["others"]) - supported


def _is_in_foreign_script(text: str, scripts: Sequence[str]) -> bool:
    if text.isascii():
        return False
    letters = sum(map(str.isalpha, text))
    foreign = (unicodedata.name(letter, "").split(" ", 1)[0] in scripts for letter in _BEYOND_LATIN.findall(text))
    return sum(foreign) > _SHARE_OF_LETTERS * max(letters, 1)
