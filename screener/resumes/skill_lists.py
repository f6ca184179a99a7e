"""Names found in a paragraph -> the lists they stand in.

Names make a run when only commas, slashes, bullets, brackets, conjunctions and words that lists are
made of ("advanced", "3 years") stand between them. What is before the first and after the last name
of a run tells whether it fills its items or is part of a sentence.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from screener.vocabulary import load
from screener.vocabulary.lexicon import Hit
from screener.vocabulary.tokens import Tokens

SENTENCE_ENDS = frozenset(".!?;•●▪")
_SEPARATORS = frozenset(",;|/•·:()[]{}&+–—‣▪●\t")
_CELLS = "   "  # what stands between two cells of a line
_FARTHEST = 6  # words between two names of a run


@cache
def context() -> dict[str, Any]:
    """The compiled context words."""
    words: dict[str, Any] = load("context")
    return words


class Run(NamedTuple):
    """Names that only commas, slashes, conjunctions and the like stand between."""

    hits: tuple[Hit, ...]
    starts_bare: bool  # the border of an item stands before the first name, and after the last
    ends_bare: bool
    has_label: bool  # "Stack:" stands before it
    is_whole: bool  # nothing else is in the paragraph


def find_runs(tokens: Tokens, hits: Sequence[Hit]) -> list[Run]:
    """For each name, the run it is in."""
    groups: list[list[Hit]] = []
    for hit in hits:
        if groups and _is_linked(tokens, groups[-1][-1], hit):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    runs: list[Run] = []
    for group in groups:
        run = Run(
            tuple(group),
            _is_border_before(tokens, group[0].first),
            _is_border_after(tokens, group[-1].last),
            _has_label(tokens, group[0].first),
            group[0].first == 0 and group[-1].last == len(tokens.words) - 1,
        )
        runs.extend([run] * len(group))
    return runs


def _is_linked(tokens: Tokens, left: Hit, right: Hit) -> bool:
    if right.first - left.last > _FARTHEST:
        return False
    words = context()
    is_capital = tokens.text[tokens.starts[right.first]].isupper()  # "Docker to go" is no pair
    has_link = False
    for place in range(left.last + 1, right.first + 1):
        gap = tokens.gaps[place]
        if not SENTENCE_ENDS.isdisjoint(gap) and ". " in gap + " ":
            return False
        has_link = has_link or not _SEPARATORS.isdisjoint(gap) or _CELLS in gap
        if place < right.first:
            word = tokens.words[place]
            if word in words["list_joins"] or (is_capital and word in words["list_links"]):
                has_link = True
            elif word not in words["list_words"] and not word.isdigit():
                return False
    return has_link


def _is_border_before(tokens: Tokens, first: int) -> bool:
    """Whether an item begins here, or with words of a list right before."""
    for place in range(first, max(first - 4, -1), -1):
        gap = tokens.gaps[place]
        if place == 0 or not _SEPARATORS.isdisjoint(gap) or _CELLS in gap:
            return True
        word = tokens.words[place - 1]
        if word in context()["list_openers"]:
            return True
        if word not in context()["list_words"]:
            return False
    return False


def _is_border_after(tokens: Tokens, last: int) -> bool:
    for place in range(last + 1, min(last + 6, len(tokens.words) + 1)):
        gap = tokens.gaps[place]
        if place == len(tokens.words) or not _SEPARATORS.isdisjoint(gap) or _CELLS in gap:
            return True
        if gap.strip() in {".", ";"}:
            return True
        word = tokens.words[place]
        if word not in context()["list_words"] and not word.isdigit():
            return False
    return False


def _has_label(tokens: Tokens, first: int) -> bool:
    if first == 0 or ":" not in tokens.gaps[first]:
        return False
    return tokens.words[first - 1] in context()["list_labels"]
