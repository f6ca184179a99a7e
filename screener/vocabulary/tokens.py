"""Text -> words in one normal spelling, with the offsets where they stand.

A word is a run of letters and digits; `c++`, `c#`, `f#`, `j#` and a leading `.net` are words too.
What stands between two words is kept as the gap before the second, because it decides whether
they can belong to one name ("Node.js", "Node JS") or not ("Java, Script"). Words are lower case;
full-width forms, ligatures and letters that only look Latin are folded, soft hyphens and
zero-width characters are dropped. Offsets always refer to the text as given.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from screener.vocabulary.lookalikes import read_as_latin

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"  # Japanese, Chinese, Korean: names stand in them without a space
_WORD = re.compile(rf"c\s?\+\+|[cfj]#|\.net(?![a-z_])|[^\W_{_UNSPACED}]+|[{_UNSPACED}]+")
# Everything that folding would change; ordinary Latin text, bullets and dashes take the fast way.
_ODD = re.compile(
    "[^\t-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4-\u00b8\u00bb-\u012f\u0132-\u024f"
    "\u2010-\u2027\u2030-\u205e\u2190-\u23ff\u2500-\u266e\u2670-\u27bf]"
)
# Those that it does change: the odd ones but for letters of other scripts that stay as they are, and Latin ones
# that are made of two.
_UNCHANGED = (
    "\u0400-\u0482\u048a-\u052f\u1ea0-\u1eff\u20a0-\u20a7\u20a9-\u20bf"
    "\u3041-\u3096\u30a1-\u30fe\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
)
_CHANGED = re.compile(
    f"{_ODD.pattern[:-1]}{_UNCHANGED}]"
    "|[\u00b5\u00bc-\u00be\u0132\u0133\u013f\u0140\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3]"
)
_SIGNS = {"ı": "i", "♯": "#", "＋": "+"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel tuples, one item a word; `gaps` has one more item: what follows the last word."""

    text: str
    words: tuple[str, ...]
    gaps: tuple[str, ...]  # gaps[i] stands before words[i]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    is_upper: bool  # all in capitals, so that capitals tell nothing


def tokenise(text: str) -> Tokens:
    """The words of a text. Takes time in proportion to its length."""
    if _ODD.search(text):
        folded, origins = _fold(text)
    else:
        folded, origins = text.lower(), None
    spans = [match.span() for match in _WORD.finditer(folded)]
    words = _in_one_spelling(tuple([folded[start:end] for start, end in spans]))
    edges = [0, *[end for _, end in spans]]
    gaps = [folded[edge:start] for edge, (start, _) in zip(edges, spans, strict=False)]
    gaps.append(folded[edges[-1] :])
    if origins is None:
        starts, ends = tuple([start for start, _ in spans]), tuple([end for _, end in spans])
    else:
        starts = tuple([origins[start] for start, _ in spans])
        ends = tuple([origins[end - 1] + 1 for _, end in spans])
    has_no_case = any(word[0] > "\u3000" for word in words)  # of Chinese, Japanese and Korean
    return Tokens(text, words, tuple(gaps), starts, ends, text.isupper() and not has_no_case)


def spelling_key(name: str) -> str:
    """The words of a name run together: the same for Node.js, NodeJS, Node JS and node-js."""
    folded = _fold(name)[0] if _ODD.search(name) else name.lower()
    return "".join(_in_one_spelling(tuple(_WORD.findall(folded))))


def _in_one_spelling(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, with C++ always the same."""
    if "c ++" in words or "c\n++" in words:
        return tuple(["c++" if word.endswith("++") else word for word in words])
    return words


def _fold(text: str) -> tuple[str, list[int]]:
    """The text in its normal letters, and for each of them the offset where it comes from."""
    text = read_as_latin(text, whole_words=True)
    folded: list[str] = []
    origins: list[int] = []
    done = 0
    for match in _CHANGED.finditer(text):
        offset = match.start()
        letters = _fold_character(match.group())
        folded += (text[done:offset].lower(), letters)
        origins += (*range(done, offset), *[offset] * len(letters))
        done = offset + 1
    folded.append(text[done:].lower())
    origins += range(done, len(text))
    return "".join(folded), origins


@lru_cache(maxsize=1000)
def _fold_character(character: str) -> str:
    if character < "\x7f":
        return character.lower()
    if character in _SIGNS:
        return _SIGNS[character]
    category = unicodedata.category(character)
    if category in {"Cf", "Mn", "Cc"}:  # zero-width, soft hyphen, combining marks
        return " " if character in "\x85" else ""
    if category[0] in "LN":
        return unicodedata.normalize("NFKC", character).lower()
    if category == "Zs":
        return " "
    return "".join(unicodedata.normalize("NFKC", character)) if "\uff00" < character < "\uff5f" else character
