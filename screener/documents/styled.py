"""Letters made for formulas and ornament -> the plain letters that a person reads.

Unicode has whole alphabets of bold, slanted, framed and encircled letters; people use them where
they can't set type, as in profiles of social networks. A single one may be a variable or a sign.
"""

import re
import unicodedata

# The alphabets for formulas; their missing letters (ℎ, ℝ) stand among the signs that look like letters.
_FORMULA = re.compile(
    "[\u2102\u210a-\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2131\u2133\u2134\U0001d400-\U0001d7ff]+"
)
_FRAMED = re.compile("[\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]{3,}")
_SHORTEST = 3  # letters of a word that was set so for its looks


def read_styled(text: str) -> tuple[str, list[str]]:
    """The text in plain letters, and the words that are wholly of such letters."""
    words: list[str] = []

    def read(match: re.Match[str]) -> str:
        if len(match[0]) == 1 and match[0] < "\U0001d400":
            return match[0]
        plain = "".join(map(_plain, match[0]))
        if sum(map(str.isalpha, plain)) >= _SHORTEST:
            words.append(plain)
        return plain

    return _FRAMED.sub(read, _FORMULA.sub(read, text)), words


def _plain(letter: str) -> str:
    code = ord(letter)
    for first in (0x1F150, 0x1F170):  # white on black, which Unicode doesn't count as variants of letters
        if first <= code < first + 26:
            return chr(code - first + ord("A"))
    return unicodedata.normalize("NFKC", letter)
