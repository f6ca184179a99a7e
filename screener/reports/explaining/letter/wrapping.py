"""A letter's long lines -> lines that fit; lines that are short enough stay as they are.

What a line begins with (blanks, a dash) sets how far the lines below it are moved in. Words are never joined
to those of another line, so an address or a drawing made of short lines survives.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len

from screener.reports.quotes import fitting

_BEGINNING = re.compile(r" {0,20}(?:[-*•] )?")


def wrapped(text: str, width: int) -> str:
    """The text with no line wider than so many cells."""
    return "\n".join(part for line in text.split("\n") for part in _lines(line, width))


def _lines(line: str, width: int) -> Iterator[str]:
    if cell_len(line) <= width:
        yield line.rstrip(" ")
        return
    beginning = _BEGINNING.match(line)
    start = beginning.group() if beginning else ""
    further = " " * len(start)
    written, is_empty = start, True
    for word in _words(line[len(start) :], width - len(start)):
        if not is_empty and cell_len(written) + 1 + cell_len(word) > width:
            yield written
            written, is_empty = further, True
        written, is_empty = written + ("" if is_empty else " ") + word, False
    yield written.rstrip(" ")


def _words(text: str, width: int) -> Iterator[str]:
    """The words, those that fill more than a line in pieces."""
    for word in text.split(" "):
        while cell_len(word) > width:
            piece = fitting(word, width) or word[0]
            yield piece
            word = word[len(piece) :]  # noqa: PLW2901
        if word:
            yield word
