"""The segments of a page -> columns, in reading order.

Where at least three segments start (or, in the right half, end) at the same x, the lines that
cross that x bound a band; what stands left and right of it in the band, with a clear gutter, may be
two columns. The best cut (shared height times gutter) is taken, and what lies above, left, right
and below of it is cut again. Above and below stay in the flow, so a header across the page comes
first and a footer last.

Sides that belong together row by row aren't columns: dates and places at the right, labels at the
left, tables. Cutting these off is the worst mistake to make here, because it takes the dates away
from the jobs.

A cut as tall as a good part of the page makes its narrower side a sidebar: a flow of its own, which
keeps its pages together. Lower cuts are read in place, left side first.

Not handled: three equal columns that interlock, text that flows around a picture.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from screener.documents.segments import Segment

_ALIGNED = 1.5  # points: x coordinates that differ less are one edge
_SUPPORT = 3  # segments that share an edge
_GUTTER = 0.55  # em
_WIDEST_GUTTER = 24.0  # points: wider ones are no better
_HEADER_GAPS = 4  # gaps across the page below which columns may begin
_HEADER_SHARE = 0.35  # of a band's height that a header may take
_DEEPEST = 8
_MOST_EDGES = 40
_TALL = 0.4  # of the height of the page's text that a sidebar spans
_SAME_GUTTER = 10.0  # points
_YEAR = re.compile(r"(?:19|20)\d\d|\d\d/\d\d|'\d\d")


class Gutter(NamedTuple):
    """The empty strip between two columns, and where the sidebar is; `side` is "" for columns read in place."""

    x0: float
    x1: float
    side: str


class Part(NamedTuple):
    """Segments in one column. `flow` is "" for the main flow, else names the sidebar."""

    segments: list[Segment]
    flow: str


class _Cut(NamedTuple):
    above: list[Segment]
    left: list[Segment]
    right: list[Segment]
    below: list[Segment]
    gutter: tuple[float, float]
    height: float

    @property
    def score(self) -> float:
        return self.height * min(self.gutter[1] - self.gutter[0], _WIDEST_GUTTER)


class _Node(NamedTuple):
    """A part of the page: either cut, with four nodes in reading order, or not."""

    segments: list[Segment]
    cut: _Cut | None
    children: tuple["_Node", ...]


def find_columns(segments: list[Segment], known: Sequence[Gutter] = ()) -> tuple[list[Part], list[Gutter]]:
    """The page's columns in reading order, and its gutters; `known` are those of the pages before."""
    if not segments:
        return [], []
    tree = _tree(sorted(segments, key=_by_place), known, 0)
    height = max(segment.bottom for segment in segments) - min(segment.top for segment in segments)
    gutters = _sidebar_gutters(tree, known, height)
    parts = list(_flatten(tree, gutters, ""))
    return [_in_known_sidebar(part, known) for part in parts], gutters


def _by_place(segment: Segment) -> tuple[float, float]:
    return (segment.baseline, segment.x0)


def _tree(segments: list[Segment], known: Sequence[Gutter], depth: int) -> _Node:
    cut = _best_cut(segments, known) if depth < _DEEPEST and len(segments) >= 4 else None
    if cut is None:
        return _Node(segments, None, ())
    children = tuple(_tree(part, known, depth + 1) for part in (cut.above, cut.left, cut.right, cut.below))
    return _Node(segments, cut, children)


def _best_cut(segments: list[Segment], known: Sequence[Gutter]) -> _Cut | None:
    found = _best_of(_cuts_at(segments, _edges(segments), rows=2))
    return found or _best_of(_cuts_at(segments, [gutter.x1 - 1 for gutter in known], rows=1))


def _best_of(cuts: Iterator[_Cut]) -> _Cut | None:
    best: _Cut | None = None
    for cut in cuts:
        if (best is None or cut.score > best.score) and not _is_paired(cut):
            best = cut
    return best


def _cuts_at(segments: list[Segment], edges: list[float], *, rows: int) -> Iterator[_Cut]:
    for x in edges:
        for band in _bands(segments, x):
            for left, right in (band, *_below_gaps(*band)):
                cut = _cut(segments, left, right, rows=rows)
                if cut:
                    yield cut


def _below_gaps(left: list[Segment], right: list[Segment]) -> Iterator[tuple[list[Segment], list[Segment]]]:
    """The band without what stands above its first gaps: a header made of pieces doesn't cross the gutter."""
    rows = sorted((*left, *right), key=lambda segment: segment.top)
    bottom, last = rows[0].bottom, max(segment.bottom for segment in rows)
    gaps = 0
    for segment in rows:
        if segment.top - bottom > 0.8 * segment.size:
            gaps += 1
            if gaps > _HEADER_GAPS or segment.top - rows[0].top > _HEADER_SHARE * (last - rows[0].top):
                return
            lower = [other for other in left if other.top >= segment.top]
            beside = [other for other in right if other.top >= segment.top]
            if lower and beside:
                yield lower, beside
        bottom = max(bottom, segment.bottom)


def _edges(segments: list[Segment]) -> list[float]:
    """The x at which columns may begin, the best supported first."""
    middle = (min(segment.x0 for segment in segments) + max(segment.x1 for segment in segments)) / 2
    starts = _clusters(sorted((segment.x0, segment.x0) for segment in segments))
    ends = _clusters(sorted((segment.x1, segment.x0) for segment in segments if segment.x0 > middle))
    found = {round(min(x for _, x in cluster), 1): len(cluster) for cluster in (*ends, *starts)}
    return sorted(found, key=lambda x: (-found[x], x))[:_MOST_EDGES]


def _clusters(edges: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    clusters: list[list[tuple[float, float]]] = []
    for edge in edges:
        if clusters and edge[0] - clusters[-1][0][0] <= _ALIGNED:
            clusters[-1].append(edge)
        else:
            clusters.append([edge])
    return [cluster for cluster in clusters if len(cluster) >= _SUPPORT]


def _bands(segments: list[Segment], x: float) -> Iterator[tuple[list[Segment], list[Segment]]]:
    """Left and right of x, between the lines that cross it; a crossing line takes its whole row with it."""
    left: list[Segment] = []
    right: list[Segment] = []
    crossing: Segment | None = None
    for segment in segments:
        if segment.x0 < x - 1 and segment.x1 > x + 1:
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


def _cut(segments: list[Segment], left: list[Segment], right: list[Segment], *, rows: int) -> _Cut | None:
    """The cut between two sides where they stand beside each other, if there is a clear gutter."""
    top = max(min(segment.top for segment in left), min(segment.top for segment in right))
    bottom = min(max(segment.bottom for segment in left), max(segment.bottom for segment in right))
    left, right = _between(left, top, bottom), _between(right, top, bottom)
    if len(left) < rows or len(right) < rows or (rows > 1 and len(left) + len(right) < 6):
        return None
    x0, x1 = max(segment.x1 for segment in left), min(segment.x0 for segment in right)
    if x1 - x0 < _GUTTER * _median_size(left, right):
        return None
    first = min(left[0].baseline, right[0].baseline)
    inside = {id(segment) for segment in (*left, *right)}
    outside = [segment for segment in segments if id(segment) not in inside]
    above = [segment for segment in outside if segment.baseline < first]
    below = [segment for segment in outside if segment.baseline >= first]
    return _Cut(above, left, right, below, (x0, x1), bottom - top)


def _between(side: list[Segment], top: float, bottom: float) -> list[Segment]:
    """The segments between two heights, with those that follow on without a gap above and below."""
    inside = [at for at, segment in enumerate(side) if segment.bottom > top and segment.top < bottom]
    if not inside:
        return []
    first, last = inside[0], inside[-1]
    while first > 0 and _follows(side[first - 1], side[first]):
        first -= 1
    while last + 1 < len(side) and _follows(side[last], side[last + 1]):
        last += 1
    return side[first : last + 1]


def _follows(upper: Segment, lower: Segment) -> bool:
    return lower.top - upper.bottom <= min(upper.size, lower.size)


def _median_size(*sides: list[Segment]) -> float:
    sizes = sorted(segment.size for side in sides for segment in side)
    return sizes[len(sizes) // 2]


def _is_paired(cut: _Cut) -> bool:
    """Whether the two sides belong together row by row."""
    if _are_dates(cut.left) or _are_dates(cut.right):
        return True
    return _is_beside(cut.left, cut.right) or _is_beside(cut.right, cut.left)


def _are_dates(side: list[Segment]) -> bool:
    """Dates, with places between them, are short, and many of them hold a year."""
    lengths = sorted(len(segment.text) for segment in side)
    if lengths[len(lengths) // 2] > 30:
        return False
    return sum(_YEAR.search(segment.text) is not None for segment in side) >= 0.4 * len(side)


def _is_beside(labels: list[Segment], body: list[Segment]) -> bool:
    """Whether each block of `labels` begins on a row of `body`, and there are fewer of them than rows."""
    rows, body_rows = _row_baselines(labels), _row_baselines(body)
    size = _median_size(labels, body)
    matched = [_has_near(body_rows, row, 0.3 * size) for row in rows]
    starts = [at == 0 or row - rows[at - 1] > 1.8 * size for at, row in enumerate(rows)]
    blocks = sum(starts)
    block_matches = sum(start and match for start, match in zip(starts, matched, strict=True))
    if blocks >= 2 and block_matches >= 0.75 * blocks and len(rows) <= 0.75 * len(body_rows):
        return True
    is_table = sum(matched) >= 0.85 * len(rows) and len(rows) >= 0.6 * len(body_rows)
    return is_table and sum(len(segment.text) for segment in labels) <= 35 * len(labels)


def _row_baselines(side: list[Segment]) -> list[float]:
    rows: list[float] = []
    for segment in side:
        if not rows or segment.baseline - rows[-1] > 0.3 * segment.size:
            rows.append(segment.baseline)
    return rows


def _has_near(rows: list[float], row: float, tolerance: float) -> bool:
    at = bisect_left(rows, row - tolerance)
    return at < len(rows) and rows[at] <= row + tolerance


def _sidebar_gutters(tree: _Node, known: Sequence[Gutter], height: float) -> list[Gutter]:
    """The gutters of cuts that are tall together, or that go on from the page before."""
    cuts = list(_cuts(tree))
    gutters: list[Gutter] = []
    for cut in cuts:
        same = [other for other in cuts if _is_same(other.gutter, cut.gutter)]
        continued = next((gutter for gutter in known if _is_same(gutter, cut.gutter)), None)
        if any(_is_same(gutter, cut.gutter) for gutter in gutters):
            continue
        if continued:
            gutters.append(continued)
        elif sum(other.height for other in same) >= _TALL * height:
            gutters.append(Gutter(*cut.gutter, _narrower_side(same)))
    return gutters


def _cuts(node: _Node) -> Iterator[_Cut]:
    if node.cut:
        yield node.cut
    for child in node.children:
        yield from _cuts(child)


def _is_same(one: Sequence[object], other: tuple[float, float]) -> bool:
    x0, x1 = one[0], one[1]
    assert isinstance(x0, float)
    assert isinstance(x1, float)
    return abs(x1 - other[1]) <= _SAME_GUTTER or abs(x0 - other[0]) <= _SAME_GUTTER


def _narrower_side(cuts: list[_Cut]) -> str:
    left = [segment for cut in cuts for segment in cut.left]
    right = [segment for cut in cuts for segment in cut.right]
    left_width = max(segment.x1 for segment in left) - min(segment.x0 for segment in left)
    right_width = max(segment.x1 for segment in right) - min(segment.x0 for segment in right)
    if abs(left_width - right_width) <= 0.15 * max(left_width, right_width):
        left_width = sum(len(segment.text) for segment in left)
        right_width = sum(len(segment.text) for segment in right)
    return "left" if left_width < right_width else "right"


def _flatten(node: _Node, gutters: list[Gutter], flow: str) -> Iterator[Part]:
    if node.cut is None:
        if node.segments:
            yield Part(node.segments, flow)
        return
    gutter = next((gutter for gutter in gutters if _is_same(gutter, node.cut.gutter)), None)
    above, left, right, below = node.children
    yield from _flatten(above, gutters, flow)
    for child, side in ((left, "left"), (right, "right")):
        apart = gutter is not None and gutter.side == side
        yield from _flatten(child, gutters, f"{flow}/{side}" if apart else flow)
    rest = gutter is not None and _lies_in(below.segments, gutter)
    yield from _flatten(below, gutters, f"{flow}/{gutter.side}" if gutter and rest else flow)


def _lies_in(segments: list[Segment], gutter: Gutter) -> bool:
    """Whether everything stands in the sidebar beside the gutter."""
    if gutter.side == "left":
        return all(segment.x1 <= gutter.x0 + 2 for segment in segments)
    return gutter.side == "right" and all(segment.x0 >= gutter.x1 - 2 for segment in segments)


def _in_known_sidebar(part: Part, known: Sequence[Gutter]) -> Part:
    """The part in its sidebar when it is all that a later page has of it."""
    for gutter in known:
        if not part.flow and _lies_in(part.segments, gutter):
            return Part(part.segments, f"/{gutter.side}")
    return part
