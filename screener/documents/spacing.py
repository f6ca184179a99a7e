"""What gap between letters is a word's, in ems, and words that are set with spaces between their letters."""

from collections.abc import Sequence

_LETTERS = 4  # single letters in a row that make a letter-spaced word
_WIDER = 0.13  # than the gap between letters; less is kerning


def word_gap(gaps: Sequence[float], pairs: int) -> float:
    """The gap above which words are apart, where `pairs` letters stand side by side.

    `gaps` are those that aren't nothing. When most pairs have one, the letters are set apart, and
    only gaps clearly wider than the usual one separate words.
    """
    if pairs < 3 or 2 * len(gaps) <= pairs:
        return _WIDER
    return _WIDER + sorted(gaps)[len(gaps) - 1 - pairs // 2]


def respaced(text: str) -> str:
    """The text with letter-spaced words joined: "S K I L L S" becomes SKILLS."""
    if text[1:2] != " " and text[2:3] != " ":
        return text
    words = [word.split() for word in text.split("  ")]
    letters = [letter for word in words for letter in word]
    if len(letters) < _LETTERS or any(len(letter) > 1 for letter in letters):
        return text
    if sum(letter.isalpha() for letter in letters) < _LETTERS:
        return text
    return " ".join("".join(word) for word in words if word)
