"""Which lines of a DOCX look like headings, by their words or by their type."""

from functools import cache

from screener.documents.engines.docx_reading import DraftLine
from screener.vocabulary import load

_LONGEST, _MOST_WORDS = 40, 6  # characters and words of a heading
_LARGER = 1.1  # times: what an eye notices
_EDGES = " :：.-–—|•"


def is_short(line: DraftLine) -> bool:
    """One cell of a few words, without digits: it may be a heading, it is no period."""
    text = line.text
    return len(line.cells) == 1 and len(text) <= _LONGEST and not line.bullet and not any(map(str.isdigit, text))


def names_section(line: DraftLine, *, within_position: bool = False) -> bool:
    """Whether a line is nothing but the name of a section ("Work Experience", "SKILLS & TOOLS").

    Names that also occur within a position ("Highlights") count only when `within_position` is set.
    """
    if not is_short(line):
        return False
    words = tuple(line.text.casefold().strip(_EDGES).split())
    if len(words) >= 4 and all(len(word) == 1 for word in words):  # letters set apart: "S K I L L S"
        words = ("".join(words),)
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    sections, within, qualifiers, joiners = _words()
    known = sections if within_position else sections - within
    return all(_without(part, qualifiers) in known or " ".join(part) in known for part in _split(words, joiners))


def looks_like_heading(lines: list[DraftLine], index: int) -> bool:
    """Whether a line is set like the heading of what follows it: its style, capitals, weight or size."""
    line = lines[index]
    if line.heading:
        return True
    if not is_short(line) or index + 1 == len(lines):
        return False
    following = lines[index + 1]
    return is_in_capitals(line) or (line.bold and not following.bold) or is_larger(line, following)


def is_in_capitals(line: DraftLine) -> bool:
    """A short line in capitals, longer than an abbreviation."""
    text = line.text
    return text.isupper() and is_short(line) and sum(map(str.isalpha, text)) >= 5


def is_larger(line: DraftLine, other: DraftLine) -> bool:
    return line.size >= _LARGER * other.size > 0


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Names of sections, those that also occur within positions, words before and between them."""
    data = load("sections")
    sections = frozenset(phrase for phrases in data["headings"].values() for phrase in phrases)
    return sections, frozenset(data["within_position"]), frozenset(data["qualifiers"]), frozenset(data["joiners"])


def _split(words: tuple[str, ...], joiners: frozenset[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in words:
        if word in joiners:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _without(words: list[str], qualifiers: frozenset[str]) -> str:
    start = next((index for index, word in enumerate(words) if word not in qualifiers), 0)
    return " ".join(words[start:])
