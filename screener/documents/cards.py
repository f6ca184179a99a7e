"""Two columns of a page -> the rows of cards that they are made of, if they are.

A grid of cards, each a job with its dates and tasks, is read card by card and row by row, as people
read it; two columns of text are read one after the other. Cards stand in rows when a gap goes through
both columns, and on either side of it text begins at one height that looks like the head of the
first card and has a date below it or in it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from screener.documents.segments import Segment
from screener.documents.years import has_year
from screener.vocabulary.headings import heading_section

_GAP = 0.4  # em of empty space through both columns
_SAME_ROW = 0.15  # em
_SAME_SIZE = 0.3  # points
_HEAD = 6  # segments of a card among which a date is
_LEAST = 3  # segments of a card
_MOST = 400  # segments of all cards


def find_cards(left: Sequence[Segment], right: Sequence[Segment]) -> list[list[Segment]]:
    """What stands above the cards and each card, in order; nothing where there is no grid of at least two rows."""
    if len(left) + len(right) > _MOST:
        return []
    top = max(left[0].top, right[0].top)
    lead = [one for one in (*left, *right) if one.bottom <= top]
    left, right = ([one for one in side if one.bottom > top] for side in (left, right))
    heads = (left[0], right[0])
    if not _are_heads(*heads, heads[0]) or any(heading_section(one.text) is not None for one in (*left, *right)):
        return []
    tops = [top for top in _tops(left, right) if _is_row(left, right, top, heads[0])]
    bounds = [float("-inf"), *tops, float("inf")]
    rows = [[[one for one in side if top <= one.top < end] for side in (left, right)] for top, end in pairwise(bounds)]
    if not tops or not all(_is_card(side) for row in rows for side in row):
        return []
    return [*([lead] if lead else []), *(side for row in rows for side in row)]


def _tops(left: Sequence[Segment], right: Sequence[Segment]) -> Iterator[float]:
    """Where text begins again below a gap through both columns."""
    bottom = float("inf")
    for segment in sorted((*left, *right), key=lambda segment: segment.top):
        if segment.top - bottom > _GAP * segment.size:
            yield segment.top
        bottom = max(bottom, segment.bottom) if bottom < float("inf") else segment.bottom


def _is_row(left: Sequence[Segment], right: Sequence[Segment], top: float, head: Segment) -> bool:
    """Whether a card begins on either side below a gap."""
    firsts = [next((one for one in side if one.top >= top), None) for side in (left, right)]
    return firsts[0] is not None and firsts[1] is not None and _are_heads(firsts[0], firsts[1], head)


def _are_heads(left: Segment, right: Segment, head: Segment) -> bool:
    alike = all(one.bold == head.bold and abs(one.size - head.size) <= _SAME_SIZE for one in (left, right))
    return alike and abs(left.baseline - right.baseline) <= _SAME_ROW * head.size


def _is_card(side: Sequence[Segment]) -> bool:
    return len(side) >= _LEAST and any(has_year(one.text) for one in side[:_HEAD])
