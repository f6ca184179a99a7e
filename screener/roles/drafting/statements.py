"""The lines of a posting -> statements: sentences and list items, each with the part of the posting it is in.

Lines below a known heading belong to its part until the next one. Below a heading that isn't known they
are looked at themselves (contents.py): a list that asks for skills and years is one of requirements,
whatever stands over it; where they don't tell, the heading only divides the part that it is in.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from screener.roles.drafting.contents import guess_part
from screener.roles.drafting.headings import heading_of, heading_part, may_be_heading
from screener.roles.drafting.lines import PostingLine
from screener.roles.drafting.phrases import term_set

OPEN = "open"  # before any known heading
ASKING = frozenset(("required", "preferred", "nice"))

_MOST_LOOKED_AT = 40  # lines below a heading that isn't known
_LONGEST = 1500  # characters of a statement; a longer one is cut, so that no work grows with its square
_END = re.compile(r"(?<=[.!?])[\s\"”’)]*\s+(?=[^\sa-z])|\s*[•●▪]\s*")


class Statement(NamedTuple):
    """`part` is required, preferred, nice, duties, stack, company or open; `place` its number in the posting."""

    text: str
    part: str
    is_bullet: bool
    place: int


class _Read(NamedTuple):
    """A line, the part that it names, and what it says besides; `divides` when it is a heading, known or not."""

    line: PostingLine
    part: str | None
    rest: str
    divides: bool


def read_statements(lines: Sequence[PostingLine]) -> tuple[Statement, ...]:
    """All statements, in order."""
    read = list(_read_lines(lines))
    found: list[Statement] = []
    part = OPEN
    for at, one in enumerate(read):
        if one.divides:
            part = one.part or _part_below(read, at, part)
            continue
        inner = one.part or part
        for text in _sentences(one.rest):
            if text.endswith("?") and (asked := heading_part(text)):  # "What do we expect? A degree in …"
                inner = asked
                continue
            found.append(Statement(text, inner, one.line.is_bullet, len(found)))
    return tuple(found)


def _read_lines(lines: Sequence[PostingLine]) -> Iterator[_Read]:
    for at, line in enumerate(lines):
        part, rest = heading_of(line)
        before_list = at + 1 < len(lines) and lines[at + 1].is_bullet and not line.is_bullet
        divides = not rest or (part is None and before_list and may_be_heading(line.text))
        yield _Read(line, part, rest, divides)


def _part_below(read: Sequence[_Read], at: int, part: str) -> str:
    """The part of what stands below a heading that isn't known."""
    below = []
    for one in read[at + 1 : at + 1 + _MOST_LOOKED_AT]:
        if one.divides:
            break
        if one.part is None:
            below.append(one.rest)
    guessed = guess_part(below)
    if guessed is None or (part in ASKING and guessed not in {"duties", "company"}):
        return part
    return guessed


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        last = text[start : end.start()].rsplit(" ", 1)[-1]
        if _is_abbreviation(last) and not set(end[0]) & set("•●▪"):
            continue
        yield from _cut(text[start : end.start()])
        start = end.end()
    yield from _cut(text[start:])


def _is_abbreviation(word: str) -> bool:
    word = word.strip("(\"'“").casefold()
    return word.endswith(".") and (word[:-1] in term_set("abbreviations") or re.fullmatch(r"\w\.", word) is not None)


def _cut(text: str) -> Iterator[str]:
    text = text.strip()
    while len(text) > _LONGEST:
        end = text.rfind(" ", 0, _LONGEST)
        end = end if end > 0 else _LONGEST
        yield text[:end].strip()
        text = text[end:].strip()
    if any(map(str.isalnum, text)):
        yield text
