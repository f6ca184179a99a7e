"""The lines of a posting -> statements: sentences and list items, each with the part of the posting it is in.

A heading is a line that the format marks as one, or that says nothing but a known heading; lines
below it belong to its part until the next known heading. A heading that isn't known changes nothing:
it divides the part that it is in. "Nice to have: Redis" is a heading for its own line.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from screener.roles.drafting.lines import PostingLine
from screener.roles.drafting.phrases import term_set
from screener.roles.word_lists import load_groups
from screener.vocabulary.folding import fold

OPEN = "open"  # before any known heading
ASKING = frozenset(("required", "preferred", "nice"))

_MOST_CHARACTERS = 70  # of a heading
_MOST_WORDS = 8
_LONGEST = 1500  # characters of a statement; a longer one is cut, so that no work grows with its square
_END = re.compile(r"(?<=[.!?])[\s\"”’)]*\s+(?=[^\sa-z])|\s*[•●▪]\s*")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_LABEL = re.compile(r"^([^:|]{2,60}?)\s*(?::|\s[|–—]\s)\s*(.*)$", re.DOTALL)
_TITLE_CASE = re.compile(r"^(?:[A-ZÄÖÜ0-9&/'’(-]\S*|of|a|an|the|and|for|to|in|with|or|und|der|die|das|de|et|y)$")


class Statement(NamedTuple):
    """`part` is required, preferred, nice, duties, stack, company or open; `place` its number in the posting."""

    text: str
    part: str
    is_bullet: bool
    place: int


class _Headings(NamedTuple):
    exact: dict[str, str]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    leading: frozenset[str]


def read_statements(lines: Sequence[PostingLine]) -> tuple[Statement, ...]:
    """All statements, in order."""
    found: list[Statement] = []
    part = OPEN
    for line in lines:
        named, rest = _heading_of(line)
        if named and not rest:
            part = named
            continue
        if not rest:  # a heading that isn't known
            continue
        found += (
            Statement(text, named or part, line.is_bullet, len(found) + number)
            for number, text in enumerate(_sentences(rest))
        )
    return tuple(found)


def heading_part(text: str, *, is_label: bool = False) -> str | None:
    """The part of a posting that a heading begins; None when it isn't known.

    In front of a colon only a wish may be told by a part of the words: "Strong Python skills: 5 years".
    """
    if len(text) > _MOST_CHARACTERS:
        return None
    words = _EDGE.sub("", fold(_BRACKETS.sub(" ", text)).replace("’", "'")).split()
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    headings = _headings()
    for start in range(len(words)):
        if found := headings.exact.get(" ".join(words[start:])):
            return found
        if words[start] not in headings.leading:
            break
    if text.rstrip().endswith("?") and len(words) > 5:  # a question that people ask, not a heading
        return _part_within(" ".join(words), ("company",))
    return _part_within(" ".join(words), ("nice", "preferred", "stack") if is_label else ())


def _part_within(text: str, among: Sequence[str] = ()) -> str | None:
    padded = f" {text}"
    for part, phrases in _headings().parts:
        if (not among or part in among) and any(f" {phrase}" in padded for phrase in phrases):
            return part
    return None


@cache
def _headings() -> _Headings:
    data = load_groups("posting_headings")
    groups = {name: group for name, group in data.items() if name != "leading"}
    return _Headings(
        {fold(phrase): name for name, group in groups.items() for phrase in group["exact"]},
        tuple((name, tuple(map(fold, group["part"]))) for name, group in groups.items()),
        frozenset(map(fold, data["leading"])),
    )


def _heading_of(line: PostingLine) -> tuple[str | None, str]:
    """The part that a line begins, and what it says besides: nothing when it is only a heading."""
    text = line.text
    label = _LABEL.match(text)
    if label and (found := heading_part(label[1], is_label=bool(label[2]))) and len(label[1].split()) <= 6:
        return found, label[2].strip()
    if line.is_bullet:
        return None, text
    if (line.is_heading or _may_be_heading(text)) and (found := heading_part(text)):
        return found, ""
    return None, "" if line.is_heading or (label and not label[2]) else text


def _may_be_heading(text: str) -> bool:
    """Whether a line looks like a heading: short, not a sentence, no number in it."""
    if (
        len(text) > _MOST_CHARACTERS
        or text.endswith((".", ",", ";", "!"))
        or "|" in text
        or any(map(str.isdigit, text))
    ):
        return False
    words = text.split()
    is_titled = all(_TITLE_CASE.match(word) for word in words[1:]) or text.isupper()
    return is_titled or len(words) <= 3 or heading_part(text) in {"required", "duties", "company", "nice"}


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
