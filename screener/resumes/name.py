"""The top of a resume -> the candidate's name.

A label ("Name: …") tells at once. Otherwise it is the largest name-like line above the first job,
degree or list of skills; where nothing has a size, the first name-like line. What may stand around a
name ("Jane Doe (she/her)", "Jane Doe | Engineer", "Resume of Jane Doe") is cut off.

Not handled: names in small letters, names beside which nothing but a place stands in the same size.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from screener.model.document import Line
from screener.model.resume import Section
from screener.resumes.header_words import has_title_word
from screener.resumes.sections import SectionLine
from screener.vocabulary import find_skill, load
from screener.vocabulary.folding import fold

_STANDS_IN = {None, Section.CONTACT, Section.SUMMARY, Section.OTHER}
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’‘-])*")
_IDEOGRAMS = re.compile(r"[\u3400-\u9fff]{2,5}")  # a Chinese or Japanese name needs no space
_AROUND = re.compile(r"\s*[(\[].*|\s+[|·•–—/-]\s.*|\s*[|·•].*")
_COURTESY = re.compile(r"\s*\((?:mr|ms|mrs|miss|mx|dr|male|female)\.?\)$", re.IGNORECASE)
_LINES = 14  # how far down the page a name may stand
_LINES_OF_SIDEBAR = 4
_MOST_WORDS = 5
_LARGE = 16.0  # points: so large, one word is a name


class _Words(NamedTuple):
    excluded: frozenset[str]
    labels: frozenset[str]
    particles: frozenset[str]
    before: tuple[str, ...]


class _Likely(NamedTuple):
    at: int
    line: Line
    name: str


def find_name(lines: Sequence[SectionLine]) -> str | None:
    """The candidate's name as written; None when no line is like a name."""
    top = list(_top(lines))
    labelled = next((name for _, line in top if (name := _labelled(line))), None)
    if labelled:
        return labelled
    likely = [_Likely(at, line, name) for at, line in _candidates(top) if (name := _as_name(line))]
    if not likely:
        return None
    largest = max(found.line.size for found in likely)
    return _with_second_line(next(found for found in likely if found.line.size >= largest - 0.3), lines)


def _top(lines: Sequence[SectionLine]) -> Iterator[tuple[int, Line]]:
    for at, line in enumerate(lines[:60]):
        if line.line.page == 1 and not line.is_heading and line.section in _STANDS_IN and line.line.cells:
            yield at, line.line


def _candidates(top: Sequence[tuple[int, Line]]) -> Iterator[tuple[int, Line]]:
    """The first lines of the flow in which the page begins, and of each other one."""
    seen: dict[int, int] = {}
    for at, line in top:
        seen[line.region] = seen.get(line.region, 0) + 1
        if seen[line.region] <= (_LINES if line.region == top[0][1].region else _LINES_OF_SIDEBAR):
            yield at, line


def _as_name(line: Line, least: int = 2) -> str | None:
    """The name that a line holds, with nothing else but what is cut off around it."""
    if line.bullet:
        return None
    largest = line.cells[0]
    if len(line.cells) > 1:  # beside an address in small type
        largest = max(line.cells, key=lambda cell: cell.size)
    text = _AROUND.sub("", largest.text).strip(" ,.;:*★⭐☆-–—")
    lowered = fold(text)
    for phrase in _words().before:
        if lowered.startswith(phrase + " "):
            text = text[len(phrase) :].strip(" :–-")
            break
    words = text.split()
    if not (
        least <= len(words) <= _MOST_WORDS or (len(words) == 1 and (line.size >= _LARGE or _IDEOGRAMS.fullmatch(text)))
    ):
        return None
    if _NAME.fullmatch(text) is None or has_title_word(text) or find_skill(text) is not None:
        return None
    if fold(text) in _words().excluded or not _words().excluded.isdisjoint(map(fold, words)):
        return None
    is_set_like_one = all(
        word[0].isupper()
        or not word[0].isascii()
        or not _words().particles.isdisjoint((fold(word), fold(word).partition("-")[0]))
        for word in words
    )
    return text if is_set_like_one else None


def _with_second_line(found: _Likely, lines: Sequence[SectionLine]) -> str:
    """A name set over two lines, both larger than the text, or broken at its hyphen."""
    name = found.name
    following = lines[found.at + 1] if found.at + 1 < len(lines) else None
    broken = found.line.cells[0].text.rstrip().endswith("-")
    if following is None or following.is_heading or not following.line.cells or (len(name.split()) > 1 and not broken):
        return name
    second = _as_name(following.line, least=1)
    if second is None:
        return name
    if broken:
        return f"{name}-{second}"
    sizes = sorted(item.line.size for item in lines)
    is_large = following.line.size > 1.2 * sizes[(len(sizes) - 1) // 2]
    return f"{name} {second}" if is_large and following.line.size >= 0.7 * found.line.size > 0 else name


def _labelled(line: Line) -> str | None:
    """ "Name: Jane Doe", or the label in a cell of its own."""
    first, *others = (cell.text for cell in line.cells)
    label, colon, rest = (first, ":", others[0]) if others else first.partition(":")
    if not colon or fold(label.strip(" :")) not in _words().labels:
        return None
    name = re.split(r"\s{2,}|[|,;]|\s\w+:", rest.strip())[0].strip()
    return _COURTESY.sub("", name) or None


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = load("contact")
    return _Words(
        excluded=frozenset(map(fold, data["not_names"])),
        labels=frozenset(map(fold, data["name_labels"])),
        particles=frozenset(data["name_particles"]),
        before=tuple(data["before_names"]),
    )
