"""Texts -> the words in them that must not decide who gets a job, each with what to ask for instead."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from screener.roles.drafting.mentions import Read
from screener.roles.drafting.phrases import term_phrases
from screener.roles.drafting.skills import Source
from screener.roles.word_lists import load_alternatives


class LeftOut(NamedTuple):
    word: str
    instead: str
    source: Source


def find_left_out(reads: Sequence[Read]) -> tuple[LeftOut, ...]:
    """Each word once, with the first sentence that asks for it; what the company says of itself is passed over."""
    found: dict[str, LeftOut] = {}
    for read in reads:
        if read.statement.part in {"company", "stack"} or term_phrases("equality").find(read.tokens):
            continue
        for word, instead, start, end in _protected(read.statement.text):
            found.setdefault(
                word, LeftOut(word, instead, Source(read.statement.text, start, end, read.statement.place))
            )
    return tuple(found.values())


def find_protected(text: str) -> LeftOut | None:
    """The first such word of a text."""
    for word, instead, start, end in _protected(text):
        return LeftOut(word, instead, Source(text, start, end, 0))
    return None


def without_protected(text: str) -> str:
    """The text without such words."""
    kept = []
    start = 0
    for _, _, first, end in _protected(text):
        kept.append(text[start:first])
        start = end
    return " ".join("".join([*kept, text[start:]]).split()).strip(" ,;:-–—")


def _protected(text: str) -> Iterator[tuple[str, str, int, int]]:
    folded = text.casefold()
    if len(folded) != len(text):  # a letter that folds to two, such as ß: places no longer fit
        folded = text.lower() if len(text.lower()) == len(text) else "".join(one.lower()[:1] for one in text)
    for match in _pattern().finditer(folded):
        yield match[0], load_alternatives("protected_words")[match[0]], match.start(), match.end()


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(load_alternatives("protected_words"), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")
