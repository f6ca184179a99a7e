"""The line that holds a name -> what stands in brackets or quotation marks within it or behind it."""

import re
from collections.abc import Iterable, Iterator

from screener.blinding.folded import fold_words, folded
from screener.blinding.words import is_everyday
from screener.resumes.header_words import has_title_word

_ASIDE = re.compile(r"[(\[\"“„«‘']([^\W\d_][^\W\d_ '’-]{1,20})[)\]\"”“»’']")
_REACH = 40  # characters behind the name


def nicknames_in(lines: Iterable[str], name: str) -> Iterator[str]:
    """ "Kasia" of "Katarzyna (Kasia) Example"."""
    first = next(iter(fold_words(name)), "")
    for line in lines:
        at = folded(line).text.find(first) if first else -1
        for match in _ASIDE.finditer(line, max(at, 0), at + len(name) + _REACH) if at >= 0 else ():
            word = match.group(1)
            if word[0].isupper() and not has_title_word(word) and not is_everyday(folded(word).text):
                yield word
