"""Words with a hole -> the words they are, where a ligature that the font gives no meaning left it.

Some programs draw "fi" as one glyph and don't say which letters it stands for, so "profile" is read as
"pro", a mark, "le". A word with such holes is filled with the ligatures that make it a word which is
known: one that stands whole elsewhere in the document, the name of a skill, or one of a list. When
several or none do, it is left as it is. Only the letters come back; nothing is guessed beyond them.

Not handled: a hole for anything but a ligature, words of which no list knows.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from screener.documents.page import UNMAPPED
from screener.model.document import Line
from screener.vocabulary import load

_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl", "ti", "tt", "ft")
_MOST_HOLES = 2  # in a word
_WORD = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile(rf"[^\W\d_]*(?:{UNMAPPED}[^\W\d_]*)+")


def with_ligatures(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with their holes filled where a word says how; nearly always simply the lines."""
    if not any(UNMAPPED in cell.text for line in lines for cell in line.cells):
        return tuple(lines)
    known = _known_words(lines)
    return tuple(_mended(line, known) if UNMAPPED in line.text else line for line in lines)


def _known_words(lines: Iterable[Line]) -> frozenset[str]:
    """All whole words of the document, of the names of skills, and of the list, in lower case."""
    own = {word for line in lines if UNMAPPED not in line.text for word in _WORD.findall(line.text.lower())}
    skills = {word for name in load("skills")["names"] for word in _WORD.findall(name.lower())}
    return frozenset(own.union(skills, load("ligature_words")["words"]))


def _mended(line: Line, known: frozenset[str]) -> Line:
    def fill(match: re.Match[str]) -> str:
        return _filled(match[0], known) or match[0]

    return replace(line, cells=tuple(replace(cell, text=_BROKEN.sub(fill, cell.text)) for cell in line.cells))


def _filled(broken: str, known: frozenset[str]) -> str | None:
    """The one known word that the letters around the holes leave, None when there isn't exactly one."""
    parts = broken.split(UNMAPPED)
    holes = len(parts) - 1
    if holes > _MOST_HOLES or len(broken) - holes < 2:
        return None
    found = set()
    for letters in product(_LIGATURES, repeat=holes):
        word = parts[0] + "".join(ligature + part for ligature, part in zip(letters, parts[1:], strict=True))
        if word.lower() in known:
            found.add(word)
    return found.pop() if len(found) == 1 else None
