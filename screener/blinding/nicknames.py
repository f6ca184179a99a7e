"""A name, and the line that holds it -> what else the same person is called.

What stands in brackets, in quotation marks or behind "née" beside the name; the short forms of a given name that a list
knows ("Bob"), and its beginnings ("Theo").
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from screener.blinding.folded import fold_words, folded
from screener.blinding.words import is_everyday, words
from screener.resumes.header_words import has_title_word
from screener.vocabulary import load

_ASIDE = re.compile(r"[(\[\"“”„«‘'（]([^\W\d_][^\d()\[\]（）\n]{1,40}?)[)\]\"“”»’'）](?![^\W\d_])")
_WORDS = re.compile(r"[^\W\d_][^\W\d_'’-]*")
_REACH = 60  # characters behind the name
_MOST_WORDS = 4
_LEAST_BEGINNING = 3


def nicknames_in(lines: Iterable[str], name: str) -> Iterator[str]:
    """ "Kasia" of "Katarzyna (Kasia) Example", "Roe" of "Jane Doe née Roe"."""
    first = next(iter(fold_words(name)), "")
    for line in lines:
        at = folded(line).text.find(first) if first else -1
        if at >= 0:
            near = line[max(at, 0) : at + len(name) + _REACH]
            yield from filter(_is_name, (match.group(1).strip(" \"“”'") for match in _ASIDE.finditer(near)))
            yield from _born(near)


def short_forms(given: Iterable[str], is_plain: Callable[[str], bool]) -> Iterator[str]:
    """What given names, folded, are shortened to; none that is a word of every text."""
    for part in given:
        yield from words().short_names.get(part, ())
        for length in range(_LEAST_BEGINNING, len(part)) if part.isalpha() else ():
            beginning = part[:length]
            if beginning not in words().not_short_names and not has_title_word(beginning) and not is_plain(beginning):
                yield beginning


def _is_name(aside: str) -> bool:
    found = _WORDS.findall(aside)
    are_set_like_one = all(not word[0].islower() or word in words().particles for word in found)
    is_ordinary = has_title_word(aside) or any(is_everyday(folded(word).text) for word in found)
    return 0 < len(found) <= _MOST_WORDS and are_set_like_one and not is_ordinary


def _born(near: str) -> Iterator[str]:
    """The words with capitals behind "née"."""
    found = list(_WORDS.finditer(near))
    for at, word in enumerate(found):
        if at and folded(word.group()).text in _born_words():
            yield from (other.group() for other in found[at + 1 : at + 3] if other.group()[0].isupper())


@cache
def _born_words() -> frozenset[str]:
    return frozenset(word for text in load("contact")["born"] for word in fold_words(text))
