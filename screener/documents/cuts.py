"""The segments of a part of a page -> the best cut into two columns, if there is one.

Where at least three segments start (or, in the right half, end) at the same x, the lines that
cross that x bound a band; what stands left and right of it in the band, with a clear gutter, may be
two columns. The best cut is the one with the most shared height times gutter.

Sides that belong together row by row aren't columns: dates and places at the right, labels at the
left, tables. Cutting these off is the worst mistake to make here, because it takes the dates away
from the jobs. Where each side has the heading of a section in one row, they are columns beyond doubt.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from screener.documents.cards import find_cards
from screener.documents.edges import ALIGNED, PROSE, RAGGED, SUPPORT, find_edges
from screener.documents.pairing import are_beside, has_near, is_dated, median_size, row_baselines
from screener.documents.segments import Segment
from screener.documents.years import is_date
from screener.model.resume import Section
from screener.vocabulary.headings import heading_section

_GUTTER = 0.55  # em
_WIDEST_GUTTER = 24.0  # points: wider ones are no better
_HEADER_GAPS = 4  # gaps across the page below which columns may begin
_HEADER_SHARE = 0.35  # of a band's height that a header may take
_LONG_WORD = 4.0  # em that a word which doesn't fit into its column may reach into the next
_LEAST_LONG_WORD = 14  # characters of it
_HANGS = 2.0  # em that a heading is set in
_MAJOR = {Section.EXPERIENCE, Section.EDUCATION}


_Sides = tuple[list[Segment], list[Segment]]  # left and right


class Cut(NamedTuple):
    """Two columns with the gutter between them (its left and right x), and what stands around them."""

    above: list[Segment]
    left: list[Segment]
    right: list[Segment]
    below: list[Segment]
    gutter: tuple[float, float]
    height: float

    @property
    def score(self) -> float:
        return self.height * min(self.gutter[1] - self.gutter[0], _WIDEST_GUTTER)


def find_cut(segments: list[Segment], known: Sequence[float] = ()) -> Cut | None:
    """The best cut of segments sorted by place; `known` are where the right columns of earlier pages begin."""
    edges = find_edges(segments)
    edges += [x for x in _heading_edges(segments) if all(abs(x - edge) > ALIGNED for edge in edges)]
    here = _cuts_at(segments, edges, rows=2)
    return _best_of(chain(here, _cuts_at(segments, [x - 1 for x in known], rows=1)), known)


def _heading_edges(segments: Sequence[Segment]) -> Iterator[float]:
    """Where a section begins beside another in the same look, one of jobs or studies: what is below may be centred."""
    for left, right in pairwise(segments):
        if left.x1 < right.x0 and left.size == right.size and _on_row(left, right):
            found = {heading_section(left.text), heading_section(right.text)}
            if None not in found and found & _MAJOR:
                beyond = max(left.x1, right.x0 - _HANGS * right.size)  # a heading may be set in a little
                yield min(one.x0 for one in segments if one.x0 > beyond and one.baseline >= right.baseline) - 1


def _best_of(cuts: Iterator[Cut], known: Sequence[float]) -> Cut | None:
    """The best cut of sides that don't belong together; columns that go on from the page before have shown it."""
    best: Cut | None = None
    for cut in cuts:
        if best is None or cut.score > best.score:
            goes_on = any(abs(cut.gutter[1] - x) <= ALIGNED for x in known)
            if not (is_dated(cut.left, cut.right) if goes_on else _is_paired(cut)):
                best = cut
    return best


def _cuts_at(segments: list[Segment], edges: list[float], *, rows: int) -> Iterator[Cut]:
    for x in edges:
        for whole in _bands(segments, x):
            headed = _below_headings(*whole)
            for band in _headed_bands(whole, headed) if headed else _beside_dates(*whole):
                for left, right in _below_headers(*band):
                    cut = _cut(segments, left, right, rows=rows)
                    if cut:
                        yield cut


def _headed_bands(whole: _Sides, headed: _Sides) -> Iterator[_Sides]:
    """The band below two headings, and all of it where a side begins with a heading, beside a name."""
    if any(heading_section(side[0].text) is not None for side in whole):
        yield whole
    yield headed


def _below_headings(left: list[Segment], right: list[Segment]) -> _Sides | None:
    """The band from the row in which each side begins with a heading of a resume's section: columns beyond doubt."""
    for heading in right:
        if heading_section(heading.text) is None or any(one.x0 < heading.x0 and _on_row(one, heading) for one in right):
            continue
        beside = [one for one in left if _on_row(one, heading) and heading_section(one.text) is not None]
        if beside:
            top = min(heading.top, beside[0].top) - 1
            return [one for one in left if one.top >= top], [one for one in right if one.top >= top]
    return None


def _beside_dates(left: list[Segment], right: list[Segment]) -> Iterator[_Sides]:
    """The band, or what is above and below the dates at its right edge that belong to rows at the left."""
    edge = max(segment.x1 for segment in right)
    rows = row_baselines(left)
    dates = [
        segment.baseline
        for segment in right
        if segment.x1 >= edge - ALIGNED
        and not segment.aligned
        and is_date(segment.text)
        and has_near(rows, segment.baseline, 0.3 * segment.size)
        and not any(other.x0 < segment.x0 and _on_row(other, segment) for other in right)
    ]
    if not dates:
        yield left, right
        return
    for low, high in ((float("-inf"), min(dates)), (max(dates), float("inf"))):
        sides = [[segment for segment in side if low + 1 < segment.baseline < high - 1] for side in (left, right)]
        if sides[0] and sides[1]:
            yield sides[0], sides[1]


def _below_headers(left: list[Segment], right: list[Segment]) -> Iterator[_Sides]:
    """The band, and what stands below each of its first gaps: a header made of pieces doesn't cross the gutter.

    A first row of three or more pieces above a gap, such as ways to get in touch, is always a header.
    """
    rows = sorted((*left, *right), key=lambda segment: segment.top)
    starts = list(_after_gaps(rows))
    header = [segment for segment in rows if segment.top < starts[0]] if starts else []
    if len(header) < 3 or not all(_on_row(segment, header[0]) for segment in header):
        yield left, right
    for start in starts:
        lower = [segment for segment in left if segment.top >= start]
        beside = [segment for segment in right if segment.top >= start]
        if lower and beside:
            yield lower, beside


def _after_gaps(rows: list[Segment]) -> Iterator[float]:
    """Where the text begins again below the first gaps that go through all of it."""
    top, last = rows[0].top, max(segment.bottom for segment in rows)
    bottom = rows[0].bottom
    gaps = 0
    for segment in rows:
        if segment.top - bottom > 0.8 * segment.size:
            gaps += 1
            if gaps > _HEADER_GAPS or segment.top - top > _HEADER_SHARE * (last - top):
                return
            yield segment.top
        bottom = max(bottom, segment.bottom)


def _bands(segments: list[Segment], x: float) -> Iterator[_Sides]:
    """Left and right of x, between the lines that cross it; a crossing line takes its whole row with it."""
    left: list[Segment] = []
    right: list[Segment] = []
    crossing: Segment | None = None
    for segment in segments:
        if segment.x0 < x - 1 and segment.x1 > x + 1 and not _sticks_out(segment, x):
            crossing = segment
            for side in (left, right):
                while side and _on_row(side[-1], crossing):
                    side.pop()
            if left and right:
                yield left, right
            left, right = [], []
        elif crossing is None or not _on_row(segment, crossing):
            (right if segment.x0 >= x - 1 else left).append(segment)
    if left and right:
        yield left, right


def _on_row(one: Segment, other: Segment) -> bool:
    return abs(one.baseline - other.baseline) <= 0.35 * max(one.size, other.size)


def _cut(segments: list[Segment], left: list[Segment], right: list[Segment], *, rows: int) -> Cut | None:
    """The cut between two sides where they stand beside each other, if there is a clear gutter."""
    if _are_too_few(left, right, rows):
        return None
    top = max(min([segment.top for segment in left]), min([segment.top for segment in right]))
    bottom = min(max([segment.bottom for segment in left]), max([segment.bottom for segment in right]))
    left, right = _between(left, top, bottom), _between(right, top, bottom)
    if _are_too_few(left, right, rows):
        return None
    gutter = _gutter(left, right)
    if gutter is None:
        return None
    first = min(left[0].baseline, right[0].baseline)
    inside = {id(segment) for segment in (*left, *right)}
    outside = [segment for segment in segments if id(segment) not in inside]
    above = [segment for segment in outside if segment.baseline < first]
    below = [segment for segment in outside if segment.baseline >= first]
    return Cut(above, left, right, below, gutter, bottom - top)


def _gutter(left: list[Segment], right: list[Segment]) -> tuple[float, float] | None:
    """The clear strip between two sides, which single words at the left may stick out into."""
    x0, x1 = max([segment.x1 for segment in left]), min([segment.x0 for segment in right])
    clear = _GUTTER * median_size(left, right)
    if x1 - x0 < clear:
        kept = [segment for segment in left if segment.x1 <= x1 - clear or not _sticks_out(segment, x1)]
        x0 = max([segment.x1 for segment in kept]) if len(kept) >= SUPPORT else x1
    return (x0, x1) if x1 - x0 >= clear else None


def _sticks_out(segment: Segment, x: float) -> bool:
    """Whether a segment is one word, such as an address, that begins in its column but is too long for it."""
    reach = segment.x1 - x
    return segment.aligned and reach <= _LONG_WORD * segment.size and _is_long_word(segment.text.strip())


def _is_long_word(text: str) -> bool:
    return len(text) >= _LEAST_LONG_WORD and " " not in text


def _are_too_few(left: list[Segment], right: list[Segment], rows: int) -> bool:
    return len(left) < rows or len(right) < rows or (rows > 1 and len(left) + len(right) < 6)


def goes_on_at_the_left(cut: Cut) -> bool:
    """Whether all that stands below the cut is the rest of the left column: prose that wraps at the gutter."""
    edge = max((segment.x1 for segment in (*cut.left, *cut.below)), default=0.0)
    if not cut.below or edge > cut.gutter[1] - _GUTTER * median_size(cut.below):
        return False
    full = [one for one in cut.below if len(one.text) >= PROSE and one.x1 > edge - RAGGED * one.size]
    return len(full) >= SUPPORT


def _between(side: list[Segment], top: float, bottom: float) -> list[Segment]:
    """The segments between two heights, with those that follow on without a gap above and below."""
    inside = [at for at, segment in enumerate(side) if segment.bottom > top and segment.top < bottom]
    if not inside:
        return []
    first, last = inside[0], inside[-1]
    pitch = _line_pitch(side[first : last + 1])
    while first > 0 and _follows(side[first - 1], side[first], pitch):
        first -= 1
    while last + 1 < len(side) and _follows(side[last], side[last + 1], pitch):
        last += 1
    return side[first : last + 1]


def _line_pitch(side: Sequence[Segment]) -> float:
    """The distance of lines that are all set equally wide apart; 0 where they aren't."""
    pitches = [lower.baseline - upper.baseline for upper, lower in pairwise(side)]
    return min(pitches) if len(pitches) >= SUPPORT and max(pitches) - min(pitches) <= 1 else 0.0


def _follows(upper: Segment, lower: Segment, pitch: float) -> bool:
    if lower.top - upper.bottom <= min(upper.size, lower.size):
        return True
    return abs(lower.baseline - upper.baseline - pitch) <= 1 and upper.size == lower.size


def _is_paired(cut: Cut) -> bool:
    """Whether the two sides belong together row by row."""
    if _below_headings(cut.left, cut.right) == (cut.left, cut.right) and not _has_dates_before_headings(cut.right):
        return False
    paired = is_dated(cut.left, cut.right) or are_beside(cut.left, cut.right)
    return paired and not find_cards(cut.left, cut.right)


def _has_dates_before_headings(right: Sequence[Segment]) -> bool:
    """Whether dates stand left of all headings of the right side: they may belong to what is left of them."""
    edge = min(segment.x0 for segment in right if heading_section(segment.text) is not None)
    return any(segment.x1 < edge and is_date(segment.text) for segment in right)
