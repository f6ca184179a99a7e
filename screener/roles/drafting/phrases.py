"""Word lists -> phrases found in a text, the longest first, each with what it stands for."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from screener.roles.word_lists import load_groups
from screener.vocabulary.tokens import Tokens, tokenise

_INSIDE = frozenset(("", "-", "'", "’", "&", ".", "/", "\u2010", "\u2011"))  # between the words of one phrase


class FoundPhrase(NamedTuple):
    """`first` is its first word, `end` the word after it."""

    first: int
    end: int
    value: str


class Phrases:
    """A table of phrases by their first word."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._rows: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for value, phrases in groups.items():
            for phrase in phrases:
                words = tokenise(phrase).words
                self._rows.setdefault(words[0], []).append((words[1:], value))
        for rows in self._rows.values():
            rows.sort(key=lambda row: -len(row[0]))

    def find(self, tokens: Tokens) -> list[FoundPhrase]:
        """From left to right, without overlaps."""
        found: list[FoundPhrase] = []
        free = 0
        for place, word in enumerate(tokens.words):
            if place >= free and word in self._rows and (phrase := self.at(tokens, place)):
                found.append(phrase)
                free = phrase.end
        return found

    def at(self, tokens: Tokens, place: int) -> FoundPhrase | None:
        """The longest phrase that begins at a word."""
        words = tokens.words
        if not 0 <= place < len(words):
            return None
        for rest, value in self._rows.get(words[place], ()):
            end = place + 1 + len(rest)
            if words[place + 1 : end] == rest and _is_together(tokens, place + 1, end):
                return FoundPhrase(place, end, value)
        return None


def _is_together(tokens: Tokens, first: int, end: int) -> bool:
    return all(tokens.gaps[at].strip() in _INSIDE for at in range(first, end))


@cache
def terms(name: str) -> Sequence[str]:
    """One of the small lists."""
    return tuple(load_groups("posting_terms")[name])


@cache
def term_set(name: str) -> frozenset[str]:
    return frozenset(terms(name))


@cache
def term_phrases(name: str) -> Phrases:
    """One of the small lists, to be found in texts."""
    return Phrases({name: terms(name)})


@cache
def cue_phrases() -> Phrases:
    """What the wording says of the names around it."""
    return Phrases(load_groups("posting_cues"))
