"""Which lines are the wrapped rest of the line before them.

A line continues the one before when that one ran to the right edge of its column and this one
starts at the same place in the same look, with no bullet. In a column of short lines (a list of
skills in a sidebar) the words must say so too: a small letter, or a comma before the break. Where
there is no geometry, a line that ends inside a word is wrapped, and a long one followed by lower case.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from screener.model.document import Line

_LONG = 60  # characters; a shorter line without geometry is taken to end where its author ended it
_SENTENCE = 45  # characters; with geometry, a shorter line that ran to the edge may still be a list item
_APART = 0.8  # em between most lines of a column, which are paragraphs then
_TIGHT = 0.5  # em between the lines of one of them
_UNFINISHED = re.compile(
    r"(?:[,&/(–—-]|(?:^|\s)(?:and|or|of|the|a|an|in|on|for|with|to|by|at|from|using|without|including|via|than|und|"
    r"oder|mit|ohne|in|für|von|et|ou|avec|sans|sur|en|y|con|sin|senza|e|em|com|sem|di|da|met|zonder|van|voor|de|z|bez|"
    r"w|i|с|без|на|в|и|ve|ile))$",
    re.IGNORECASE,
)


def find_wrapped(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it continues the line before it."""
    wrapped: list[bool] = []
    loose = _loose_regions(lines)
    for at, line in enumerate(lines):
        running = at > 0 and (wrapped[-1] or lines[at - 1].bullet or _is_set_tight(lines[at - 1], line, loose))
        wrapped.append(at > 0 and _continues(lines[at - 1], line, running=running))
    return wrapped


def _loose_regions(lines: Sequence[Line]) -> set[int]:
    """The regions whose paragraphs stand apart, so that lines without a gap between them are one paragraph."""
    gaps: dict[int, list[float]] = {}
    for before, line in pairwise(lines):
        size = line.cells[0].size if line.cells else 0.0
        if size > 0 and before.region == line.region and before.page == line.page:
            gaps.setdefault(line.region, []).append((line.top - before.bottom) / size)
    return {region for region, found in gaps.items() if sorted(found)[len(found) // 2] >= _APART}


def _is_set_tight(before: Line, line: Line, loose: set[int]) -> bool:
    return line.region in loose and before.page == line.page and line.top - before.bottom < _TIGHT * line.size


def _continues(before: Line, line: Line, *, running: bool) -> bool:
    """`running`: the line before is in a list item or a paragraph already."""
    if not line.cells or not before.cells or line.bullet or line.region != before.region:
        return False
    if line.paragraph_start is not None:
        return not line.paragraph_start
    if len(line.cells) > 1 or line.heading or before.heading:
        return False
    if before.right_edge <= 0:
        if _breaks_a_word(before.text, line.text):
            return True
        return len(before.text) >= _LONG and (line.text[:1].islower() or is_unfinished(before.text))
    reads_on = running or _reads_on(before.text, line.text)
    return reads_on and _ran_to_the_edge(before, line) and _same_setting(before, line)


def _breaks_a_word(before: str, text: str) -> bool:
    """Whether a hyphen cuts a word in two: "Type-" above "Script"."""
    return before[-1:] == "-" and before[-2:-1].isalpha() and text[:1].isalpha()


def is_unfinished(text: str) -> bool:
    """Whether a text breaks off in the middle: "University of", "Docker,"."""
    return _UNFINISHED.search(text) is not None


def _reads_on(before: str, text: str) -> bool:
    return len(before) >= _SENTENCE or text[:1].islower() or is_unfinished(before)


def _ran_to_the_edge(before: Line, line: Line) -> bool:
    """The first word of this line would not have fitted behind the line before."""
    last, first = before.cells[-1], line.cells[0]
    letters = max(len(first.text), 1)
    first_word = (first.x1 - first.x0) / letters * (len(first.text.split(" ", 1)[0]) + 1)
    return last.x1 + first_word >= before.right_edge - 2


def _same_setting(before: Line, line: Line) -> bool:
    a, b = before.cells[-1], line.cells[0]
    if abs(a.size - b.size) > 0.6 or a.bold != b.bold or line.page != before.page:
        return False
    start = a.x0  # what wraps is the last cell
    indent_fits = abs(b.x0 - start) < 4 or (before.bullet and -4 < b.x0 - start < 20)
    tight = line.top - before.bottom < 0.9 * max(b.size, 1)
    return indent_fits and tight
