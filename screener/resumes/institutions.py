"""A line of an education section -> where the name of a school or a university stands in it.

The line is cut at commas, bars and dashes, and the part with a word such as "university" is the name,
without a year before it, without the degree in front of "from", and without "in 2018" behind it.
"""

import re
from functools import lru_cache

from screener.model.resume import Span
from screener.vocabulary import load
from screener.vocabulary.folding import fold

PART_END = re.compile(r"[,;|•·()\[\]\n–—:]|\s-\s|\s{2,}")
# A year, as "2011 – 2015 X" breaks at its dash; a degree, as in "BE from X".
_BEFORE = re.compile(r"^\s*(?:19|20)\d\d\s+|^.*\bfrom\s+(?=[A-Z])")
_BEHIND = re.compile(r"\s+(?:in|with|during|in the year)\s+\(?\d.*$")
_SORTS = frozenset(("university", "college", "institute", "school", "academy", "faculty"))  # alone: labels
_LABEL_WORDS = frozenset(("or", "of", "name", "the", "attended"))


def find_institution(text: str) -> Span | None:
    """The part of a text that holds a word such as "university"."""
    start, is_labelled = 0, False
    for match in [*PART_END.finditer(text), None]:
        end = match.start() if match else len(text)
        part = text[start:end]
        words = {fold(word).strip(".,'") for word in part.split()}
        if is_labelled and words and not words <= _SORTS:
            return _name(text, part, start)
        is_label = match is not None and match.group() == ":" and words <= _institutions() | _LABEL_WORDS
        is_labelled = bool(words & _institutions()) and is_label  # "School or University: X"
        if words & _institutions() and not is_labelled and not (len(words) == 1 and words <= _SORTS):
            return _name(text, part, start)
        start = match.end() if match else end
    return None


def _name(text: str, part: str, start: int) -> Span:
    """The span of a part's name."""
    name = _BEHIND.sub("", _BEFORE.sub("", part)).strip()
    name = name if has_institution_word(name) else part.strip()
    left = text.index(name, start)
    return left, left + len(name)


def has_institution_word(text: str) -> bool:
    """Whether a word such as "university" stands in a text."""
    return not _institutions().isdisjoint(fold(word).strip(".,'") for word in text.split())


@lru_cache(maxsize=1)
def _institutions() -> frozenset[str]:
    return frozenset(map(fold, load("education")["institutions"]))
