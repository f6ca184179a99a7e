"""The segments of a page -> columns, in reading order.

The best cut of the page (cuts.py) leaves a part above, two columns and a part below, and each of
these is cut again. Above and below stay in the flow, so a header across the page comes first and a
footer last.

A cut as tall as a good part of the page makes its narrower side a sidebar: a flow of its own, which
keeps its pages together. So does a lower one whose narrower side has a section's heading;
others are read in place, left side first.

Not handled: three equal columns that interlock, text that flows around a picture.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from screener.documents.cards import find_cards
from screener.documents.cuts import Cut, find_cut, goes_on_at_the_left
from screener.documents.label_blocks import find_label_parts
from screener.documents.rows import group_segments
from screener.documents.segments import Segment
from screener.documents.tables import find_table, has_full_rows
from screener.vocabulary.headings import heading_section

_DEEPEST = 8
_TALL = 0.4  # of the height of the page's text that a sidebar spans
_TALLEST_HEADER = 90.0  # points that a block of addresses beside a name takes
_SAME_GUTTER = 10.0  # points
_ALIKE = 0.15  # of the wider column's width
_YEAR = re.compile(r"(?:19|20)\d\d")
_NARROW = 0.75  # of the width of the column beside it


class Gutter(NamedTuple):
    """The empty strip between two columns, and where the sidebar is; `side` is "" for columns read in place."""

    x0: float
    x1: float
    side: str


class Part(NamedTuple):
    """Segments in one column. `flow` is "" for the main flow, else names the sidebar."""

    segments: list[Segment]
    flow: str


class _Node(NamedTuple):
    """A part of the page: cut, with four nodes in reading order; in parts read in place; or a leaf."""

    segments: list[Segment]
    cut: Cut | None
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
    labelled = find_label_parts(segments) if depth == 0 and len(segments) >= 8 else None
    if labelled is not None:
        return _Node(segments, None, tuple(_Node(part, None, ()) for part in labelled))
    table = _with_table(segments, known, depth)
    if table is not None:
        return table
    cut = find_cut(segments, [gutter.x1 for gutter in known]) if depth < _DEEPEST and len(segments) >= 4 else None
    if cut is None:
        return _Node(segments, None, ())
    if goes_on_at_the_left(cut):
        cut = cut._replace(left=[*cut.left, *cut.below], below=[])
    cards = find_cards(cut.left, cut.right)
    if cards:
        return _Node(segments, None, tuple(_tree(part, known, depth + 1) for part in (cut.above, *cards, cut.below)))
    children = tuple(_tree(part, known, depth + 1) for part in (cut.above, cut.left, cut.right, cut.below))
    return _Node(segments, cut, children)


def _with_table(segments: list[Segment], known: Sequence[Gutter], depth: int) -> _Node | None:
    """What stands above and below a table that takes the whole width, and the table, which isn't cut."""
    if depth >= _DEEPEST or not has_full_rows(segments):
        return None
    groups = group_segments(segments)
    span = find_table(groups)
    if span is None:
        return None
    parts = [[segment for group in part for segment in group] for part in _split(groups, *span)]
    above, table, below = (sorted(part, key=_by_place) for part in parts)
    children = (_tree(above, known, depth + 1), _Node(table, None, ()), _tree(below, known, depth + 1))
    return _Node(segments, None, children)


def _split(groups: list[list[Segment]], first: int, last: int) -> tuple[list[list[Segment]], ...]:
    return groups[:first], groups[first:last], groups[last:]


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
        elif sum(other.height for other in same) >= max(_TALL * height, _TALLEST_HEADER) or _is_headed(cut):
            gutters.append(Gutter(*cut.gutter, "" if _flow_on(cut) else _narrower_side(same)))
    return gutters


def _flow_on(cut: Cut) -> bool:
    """Whether one text fills both columns, as in a newspaper: as wide, and the right one begins amid a section."""
    left, right = _widths([cut])
    if abs(left - right) > _ALIKE * max(left, right) or heading_section(cut.right[0].text) is not None:
        return False
    return all(any(_YEAR.search(segment.text) for segment in side) for side in (cut.left, cut.right))


def _is_headed(cut: Cut) -> bool:
    """Whether the narrower side is a short sidebar: it has the heading of a section."""
    left, right = _widths([cut])
    at_left = _narrower_side([cut]) == "left"
    side = cut.left if at_left else cut.right
    if (left > _NARROW * right) if at_left else (right > _NARROW * left):
        return False
    return len(side) > 1 and any(heading_section(segment.text) is not None for segment in side)


def _widths(cuts: list[Cut]) -> tuple[float, float]:
    """How wide the two sides are; words that stick out of the left one don't count."""
    start = min(segment.x0 for cut in cuts for segment in cut.left)
    end = max(min(segment.x1, cut.gutter[0]) for cut in cuts for segment in cut.left)
    right = [segment for cut in cuts for segment in cut.right]
    return end - start, max(segment.x1 for segment in right) - min(segment.x0 for segment in right)


def _cuts(node: _Node) -> Iterator[Cut]:
    if node.cut:
        yield node.cut
    for child in node.children:
        yield from _cuts(child)


def _is_same(one: Sequence[object], other: tuple[float, float]) -> bool:
    x0, x1 = one[0], one[1]
    assert isinstance(x0, float)
    assert isinstance(x1, float)
    return abs(x1 - other[1]) <= _SAME_GUTTER or abs(x0 - other[0]) <= _SAME_GUTTER


def _narrower_side(cuts: list[Cut]) -> str:
    left = [segment for cut in cuts for segment in cut.left]
    right = [segment for cut in cuts for segment in cut.right]
    left_width, right_width = _widths(cuts)
    if abs(left_width - right_width) <= _ALIKE * max(left_width, right_width):
        left_width = sum(len(segment.text) for segment in left)
        right_width = sum(len(segment.text) for segment in right)
    return "left" if left_width < right_width else "right"


def _flatten(node: _Node, gutters: list[Gutter], flow: str) -> Iterator[Part]:
    if node.cut is None:
        for child in node.children:
            yield from _flatten(child, gutters, flow)
        if node.segments and not node.children:
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
