"""Places in a text that must not be read -> the text with a word in brackets in their stead."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

NAME, EMAIL, LINK, PHONE, USER = "[name]", "[e-mail]", "[link]", "[phone]", "[user]"
ADDRESS, SCHOOL, DATE, PERSONAL, FILE = "[address]", "[school]", "[date]", "[personal]", "[file]"

_ORDER = (FILE, EMAIL, LINK, PHONE, NAME, USER, SCHOOL, ADDRESS, PERSONAL, DATE)  # which word two that overlap get
_BETWEEN = re.compile(r"[\s,;:|·•/'–—-]{0,8}")  # between two of a kind that become one
_JOINED = (frozenset({DATE}), frozenset({SCHOOL, ADDRESS}))


class Mark(NamedTuple):
    start: int
    end: int
    word: str


def covered(text: str, marks: Iterable[Mark]) -> str:
    """The text with every mark's word instead of what it lies on; those that overlap become one."""
    parts, at = [], 0
    trimmed = (trim for mark in marks if (trim := _trimmed(text, mark)))
    for mark in _joined(text, sorted(trimmed)):
        parts += [text[at : mark.start], mark.word]
        at = mark.end
    return "".join([*parts, text[at:]]) if parts else text


class Spans:
    """Stretches of a text; whether another touches one of them is told without going through all."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and self._ends[at] > start

    def cover(self, start: int, end: int) -> bool:
        """Whether one of them holds the whole of it."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and self._ends[at] >= end

    def outside(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """What of a stretch lies in none of them."""
        at = max(bisect_left(self._starts, start) - 1, 0)
        while at < len(self._starts) and self._starts[at] < end:
            if start < self._starts[at]:
                yield start, self._starts[at]
            start = max(start, self._ends[at])
            at += 1
        if start < end:
            yield start, end


NOWHERE = Spans(())
_DOUBTFUL = (ADDRESS, SCHOOL, PERSONAL, DATE)  # may reach too far


def spared(marks: Iterable[Mark], kept: Spans, cut: Collection[str] = _DOUBTFUL) -> list[Mark]:
    """The marks without what must show; of other kinds than these, they are no doubt what they are."""
    found: list[Mark] = []
    for mark in marks:
        is_cut = mark.word in cut and kept.touch(mark.start, mark.end)
        found += [Mark(*span, mark.word) for span in kept.outside(mark.start, mark.end)] if is_cut else [mark]
    return found


def _trimmed(text: str, mark: Mark) -> Mark | None:
    """Without spaces at its edges; None where nothing is left that could be read."""
    covered_text = text[mark.start : mark.end]
    start = mark.start + len(covered_text) - len(covered_text.lstrip())
    end = start + len(covered_text.strip())
    return Mark(start, end, mark.word) if any(sign.isalnum() for sign in covered_text) else None


def _joined(text: str, marks: Iterable[Mark]) -> list[Mark]:
    joined: list[Mark] = []
    for mark in marks:
        last = joined[-1] if joined else None
        if last and (mark.start < last.end or _is_one(text, last, mark)):
            word = min(last.word, mark.word, key=_ORDER.index)
            joined[-1] = Mark(last.start, max(last.end, mark.end), word)
        elif mark.end > mark.start:
            joined.append(mark)
    return joined


def _is_one(text: str, last: Mark, mark: Mark) -> bool:
    """ "[date] – [date]" says no more than "[date]", and a school's town belongs to it."""
    is_kind = any({last.word, mark.word} <= kind for kind in _JOINED)
    return is_kind and _BETWEEN.fullmatch(text, last.end, mark.start) is not None
