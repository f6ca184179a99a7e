"""Any text -> its words without case and accents, each with the place where it stands in the text."""

import re
import unicodedata
from bisect import bisect_right
from typing import NamedTuple

from screener.vocabulary.lookalikes import read_as_latin

_WORD = re.compile(r"[^\W_]+")
_PLAIN = dict(zip("øłđðıæœþ’‘ʼ", ("o", "l", "d", "d", "i", "ae", "oe", "th", "'", "'", "'"), strict=True))
_DROPPED = frozenset({"Mn", "Cf"})  # accents, soft hyphens, zero-width characters
_NOT_TAKEN_APART = "\u2e80"  # from here on: ideograms, kana, Hangul syllables
# Scripts that set no space between words, or glue particles to names.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"


class Word(NamedTuple):
    """A run of letters and digits, folded; `start` and `end` are offsets into the text as given."""

    text: str
    start: int
    end: int
    is_capital: bool  # begins with a capital, or with a letter that has none


class Folded:
    """A text in small letters without accents, and where each of them comes from in the text as given."""

    __slots__ = ("_origins", "_words", "given", "text")

    def __init__(self, given: str, text: str, origins: tuple[int, ...] | None) -> None:
        self.given = given
        self.text = text
        self._origins = origins  # None where the offsets are the same
        self._words: list[Word] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a part of the folded text stands in the text as given, accents behind it included."""
        if self._origins is None:
            return start, end
        after = bisect_right(self._origins, self._origins[end - 1])
        return self._origins[start], self._origins[after] if after < len(self._origins) else len(self.given)

    @property
    def words(self) -> list[Word]:
        """All of them, in order."""
        if self._words is None:
            self._words = [self._word(*match.span()) for match in _WORD.finditer(self.text)]
        return self._words

    def _word(self, start: int, end: int) -> Word:
        first, last = self.span(start, end)
        return Word(self.text[start:end], first, last, not self.given[first].islower())


def folded(text: str) -> Folded:
    """Takes time in proportion to the text's length."""
    if text.isascii():
        return Folded(text, text.lower(), None)
    letters: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(read_as_latin(text)):
        for letter in _fold(character):
            letters.append(letter)
            origins.append(at)
    return Folded(text, "".join(letters), tuple(origins))


def fold_words(text: str) -> list[str]:
    """The words alone."""
    return _WORD.findall(folded(text).text)


def _fold(character: str) -> str:
    if character < "\x7f":
        return character.lower()
    if "\uff00" > character >= _NOT_TAKEN_APART:
        return character
    letters = unicodedata.normalize("NFKD", character.casefold())
    return "".join(_PLAIN.get(letter, letter) for letter in letters if unicodedata.category(letter) not in _DROPPED)
