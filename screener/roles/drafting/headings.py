"""A line of a posting -> the part of the posting that it begins, when it is a heading.

A heading is a line that the format marks as one, or that says nothing but a known heading.
"Nice to have: Redis" is a heading for its own line.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from screener.resumes.skill_words import find_undoubted, vouching_skills
from screener.roles.drafting.lines import PostingLine
from screener.roles.word_lists import load_groups
from screener.vocabulary.folding import fold
from screener.vocabulary.lexicon import find_hits, vocabulary_lexicon
from screener.vocabulary.tokens import tokenise

_MOST_CHARACTERS = 70  # of a heading
_MOST_WORDS = 10
_WISHES = ("nice", "preferred", "stack")
_ASKING = frozenset(
    ("what", "what's", "your", "who", "why", "was", "wer", "dein", "deine", "ihr", "ihre", "votre", "ton", "tu")
)
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_LABEL = re.compile(r"^([^:|]{2,60}?)\s*(?::|\s[|–—]\s)\s*(.*)$", re.DOTALL)


class _Headings(NamedTuple):
    exact: dict[str, str]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    leading: frozenset[str]


def heading_part(text: str, *, is_label: bool = False) -> str | None:
    """The part of a posting that a heading begins; None when it isn't known.

    In front of a colon only a wish may be told by a part of the words ("Strong Python skills: 5 years"),
    unless the label speaks to the reader ("What you need: …").
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
    return _part_within(" ".join(words), _WISHES if is_label and words[0] not in _ASKING else ())


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


def heading_of(line: PostingLine) -> tuple[str | None, str]:
    """The part that a line begins, and what it says besides: nothing when it is only a heading."""
    text = line.text
    label = _LABEL.match(text)
    if label and (found := heading_part(label[1], is_label=bool(label[2]))) and len(label[1].split()) <= 6:
        return found, label[2].strip()
    if line.is_bullet:
        return None, text
    if (line.is_heading or may_be_heading(text)) and (found := heading_part(text)):
        return found, ""
    return None, "" if line.is_heading or (label and not label[2]) else text


def may_be_heading(text: str) -> bool:
    """Whether a line can be a heading: short, not a sentence, without a number or a skill's name in it."""
    if len(text) > _MOST_CHARACTERS or text.endswith((".", ",", ";", "!")) or "|" in text:
        return False
    return not any(map(str.isdigit, text)) and not _names_a_skill(text)


def _names_a_skill(text: str) -> bool:
    """Whether a short line is an item of a list without bullets: "Go programming skills", "Kafka a big plus"."""
    tokens = tokenise(text)
    return bool(vouching_skills(find_undoubted(tokens, find_hits(tokens, vocabulary_lexicon()))))
