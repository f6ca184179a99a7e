"""Bullets drawn as shapes -> bullet glyphs before the text they belong to.

Browsers draw the dots of lists as small circles or squares. Such a mark is a bullet when it is of a
bullet's size, stands at the left of a line at the height of its small letters, and the page has
another one right above or below it. Icons, timeline dots and rating dots are larger, stand alone or
stand at the right.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from screener.documents.page import Box
from screener.documents.segments import Segment

BULLET = "\u2022"
_SMALLEST, _LARGEST = 0.12, 0.45  # em
_FARTHEST = 3.2  # em between a bullet and its text
_ALIGNED = 0.5  # points
_UNKNOWN = "\ue000"  # a glyph that its font gives no letter
_PROSE = 30  # characters of a list item, more than of a way to get in touch
_FEWEST = 3  # list items with such a glyph


def with_bullets(segments: list[Segment], marks: Sequence[Box]) -> list[Segment]:
    """The segments, with a glyph in front of those that have a drawn bullet at their left."""
    columns = Counter(round(mark.x0 / _ALIGNED) for mark in marks)
    bullets = [mark for mark in marks if _is_round(mark) and columns[round(mark.x0 / _ALIGNED)] > 1]
    if not bullets:
        return segments
    order = sorted(range(len(segments)), key=lambda at: segments[at].baseline)
    baselines = [segments[at].baseline for at in order]
    marked = list(segments)
    for mark in bullets:
        middle = (mark.top + mark.bottom) / 2
        beside: int | None = None
        for place in range(bisect_left(baselines, middle), len(order)):
            segment = segments[order[place]]
            if segment.baseline - middle > 30:  # points: no text is large enough to reach farther
                break
            if _belongs(mark, middle, segment) and (beside is None or segment.x0 < segments[beside].x0):
                beside = order[place]
        if beside is not None and not marked[beside].text.startswith(BULLET):
            marked[beside] = marked[beside]._replace(text=f"{BULLET} {marked[beside].text}")
    return marked


def with_known_glyphs(segments: list[Segment]) -> list[Segment]:
    """The segments, with a bullet for a glyph of unknown name that begins at least three long lines at one x."""
    unknown = [at for at, segment in enumerate(segments) if segment.text[:1] == _UNKNOWN]
    columns = Counter(_column(segments[at]) for at in unknown if _begins_prose(segments, at))
    bullets = [at for at in unknown if columns[_column(segments[at])] >= _FEWEST]
    if not bullets:
        return segments
    known = list(segments)
    for at in bullets:
        known[at] = segments[at]._replace(text=f"{BULLET} {segments[at].text[1:].lstrip()}".rstrip())
    return known


def _column(segment: Segment) -> int:
    return round(segment.x0 / _ALIGNED)


def _begins_prose(segments: list[Segment], at: int) -> bool:
    """Whether a glyph has a line of text behind it that is no way to get in touch."""
    text = segments[at].text
    if len(text.strip()) == 1 and at + 1 < len(segments) and segments[at + 1].baseline == segments[at].baseline:
        text = segments[at + 1].text
    return len(text) >= _PROSE and "@" not in text


def _is_round(mark: Box) -> bool:
    width, height = mark.x1 - mark.x0, mark.bottom - mark.top
    return abs(width - height) <= 0.2 * max(width, height)


def _belongs(mark: Box, middle: float, segment: Segment) -> bool:
    size = segment.size
    return (
        _SMALLEST * size <= mark.x1 - mark.x0 <= _LARGEST * size
        and 0 <= segment.x0 - mark.x1 <= _FARTHEST * size
        and 0.1 * size <= segment.baseline - middle <= 0.6 * size
    )
