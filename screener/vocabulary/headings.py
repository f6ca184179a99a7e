"""A short text -> the section that it names, when it is nothing but a heading.

A heading is one of the phrases of `sections.yaml`, with qualifiers in front ("Relevant Work
Experience"), or several joined ("Skills & Tools"), whatever its case, numbering, brackets,
decoration or letter-spacing ("E X P E R I E N C E").
"""

import re
from functools import lru_cache
from typing import NamedTuple

from screener.model.resume import PositionKind, Section
from screener.vocabulary import load
from screener.vocabulary.folding import fold

_LONGEST = 6  # words of a heading
_MOST_CHARACTERS = 60
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}|[IVX]{1,4})[.)]\s+")
_EDGES = re.compile(r"^[^\w(\[+&]+(?=\w)")  # icons in front: "💼 Experience"
_CONTINUED = re.compile(r"(?<=\w)[\s,:–—-]+cont(?:inued|['’]?d|\.)?\W*$", re.IGNORECASE)
_LETTER_SPACED = re.compile(r"(?:\b\w ){3,}\w\b")


class _Headings(NamedTuple):
    sections: dict[str, Section]
    qualifiers: frozenset[str]
    joiners: frozenset[str]
    within_position: frozenset[str]
    weak: frozenset[str]
    environment: frozenset[str]
    kinds: dict[str, PositionKind]


@lru_cache(maxsize=1)
def _headings() -> _Headings:
    data = load("sections")
    return _Headings(
        sections={fold(phrase): Section(name) for name, phrases in data["headings"].items() for phrase in phrases},
        qualifiers=frozenset(data["qualifiers"]),
        joiners=frozenset(data["joiners"]),
        within_position=frozenset(data["within_position"]),
        weak=frozenset(data["weak"]),
        environment=frozenset(load("positions")["environment"]),
        kinds={phrase: PositionKind(kind) for kind, phrases in data["kinds"].items() for phrase in phrases},
    )


@lru_cache(maxsize=8192)  # a page asks for the same texts at every cut
def heading_section(text: str) -> Section | None:
    """The section that a text names when it is nothing but a heading."""
    words = _normalise(text).split() if len(text) <= _MOST_CHARACTERS else []
    if not 0 < len(words) <= _LONGEST:
        return None
    headings = _headings()
    found = _known(words, headings)
    if found is not None:
        return found
    parts: list[list[str]] = [[]]
    for word in words:
        if word in headings.joiners:
            parts.append([])
        else:
            parts[-1].append(word)
    sections = [_known(part, headings) for part in parts if part]
    if len(sections) < 2 or None in sections:
        return None
    return Section.EXPERIENCE if Section.EXPERIENCE in sections else sections[0]


def is_within_position(text: str) -> bool:
    """Whether a line is a sub-heading of one position ("Highlights", "Key achievements:")."""
    return _normalise(text) in _headings().within_position


def is_ambiguous(text: str) -> bool:
    """Whether a heading's words are ordinary words too ("Work", "Tools"), so that its look must tell."""
    return _normalise(text) in _headings().weak


def is_environment(text: str) -> bool:
    """Whether a label lists what one position was done with ("Environment:", "Tech stack:")."""
    return _normalise(text) in _headings().environment


def heading_kind(text: str) -> PositionKind | None:
    """What a heading says of all positions below it ("Internships"); None when it says nothing."""
    words = _normalise(text).split()
    kinds = _headings().kinds
    return next((kinds[phrase] for at in range(len(words)) if (phrase := " ".join(words[at:])) in kinds), None)


def _known(words: list[str], headings: _Headings) -> Section | None:
    """The section of a phrase, with or without the qualifiers in front of it."""
    for start in range(len(words)):
        found = headings.sections.get(" ".join(words[start:]))
        if found is not None:
            return found
        if words[start] not in headings.qualifiers:
            return None
    return None


def _normalise(text: str) -> str:
    """Lower case, without brackets, decoration, numbering or spaces between letters."""
    if _LETTER_SPACED.search(text):
        text = " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", text))
    text = _CONTINUED.sub("", _EDGES.sub("", text))
    text = fold(_BRACKETS.sub(" ", _NUMBERING.sub("", text)))
    text = re.sub(r"[,/|+&]", lambda mark: f" {mark.group()} ", text)
    return " ".join(text.split()).strip(" .:：-–—_*#•|/<>=~▪■►●&,")
