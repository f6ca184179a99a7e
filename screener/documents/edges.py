"""The segments of a part of a page -> the x at which columns may begin.

Columns begin where segments share their left edge or, in the right half, their right one; where a
paragraph fills the right side; and where headings hang out to the left of such an edge.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from screener.documents.segments import Segment
from screener.vocabulary.headings import heading_section

ALIGNED = 1.5  # points: x coordinates that differ less are one edge
SUPPORT = 3  # segments that share an edge
_CENTRED = 5  # segments that share a centre
PROSE = 35  # characters of a line of a paragraph
RAGGED = 5.0  # em that a full line may be shorter than its column
_LEADING = 1.6  # em between the lines of a paragraph
_HANGS = 3.0  # em that a heading sticks out
_MOST_EDGES = 40


def find_edges(segments: list[Segment]) -> list[float]:
    """The x at which columns may begin, the best supported first."""
    middle = (min(segment.x0 for segment in segments) + max(segment.x1 for segment in segments)) / 2
    starts = _clusters(sorted((segment.x0, segment.x0) for segment in segments))
    ends = _clusters(sorted((segment.x1, segment.x0) for segment in segments if segment.x0 > middle))
    found = {
        round(x, 1): 2 for x in (*_paragraphs_at_the_right(segments, middle), *_headings_that_hang(segments, starts))
    }
    found |= {round(x, 1): 2 for x in _centred_columns(segments, middle)}
    found |= {round(min(x for _, x in cluster), 1): len(cluster) for cluster in (*ends, *starts)}
    return sorted(found, key=lambda x: (-found[x], x))[:_MOST_EDGES]


def _paragraphs_at_the_right(segments: Sequence[Segment], middle: float) -> Iterator[float]:
    """Where a paragraph begins that fills a column at the right, of which there may be too little for an edge."""
    right = [segment for segment in segments if segment.x0 > middle]
    edge = max((segment.x1 for segment in right), default=0.0)
    for upper, lower in pairwise(right):
        wraps = len(upper.text) >= PROSE and upper.x1 > edge - RAGGED * upper.size
        if wraps and lower.size == upper.size and lower.baseline - upper.baseline <= _LEADING * upper.size:
            yield upper.x0


def _centred_columns(segments: Sequence[Segment], middle: float) -> Iterator[float]:
    """Where the widest of the lines begins that are centred in a column at the right."""
    for cluster in _clusters(sorted(((one.x0 + one.x1) / 2, one.x0) for one in segments if one.x0 > middle)):
        if len(cluster) >= _CENTRED and len(_clusters(sorted((x, x) for _, x in cluster))) < len(cluster) // SUPPORT:
            yield min(x for _, x in cluster)


def _headings_that_hang(segments: Sequence[Segment], starts: list[list[tuple[float, float]]]) -> Iterator[float]:
    """Where two headings begin that stick out to the left of an edge of text, such as a timeline's."""
    inner = min(segment.x0 for segment in segments) + ALIGNED
    headings = sorted(
        [(one.x0, one.size) for one in segments if one.x0 > inner and heading_section(one.text) is not None]
    )
    for (x, size), (other, _) in pairwise(headings):
        if other - x <= ALIGNED and any(ALIGNED < edge[0][0] - x <= _HANGS * size for edge in starts):
            yield x


def _clusters(edges: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    clusters: list[list[tuple[float, float]]] = []
    for edge in edges:
        if clusters and edge[0] - clusters[-1][0][0] <= ALIGNED:
            clusters[-1].append(edge)
        else:
            clusters.append([edge])
    return [cluster for cluster in clusters if len(cluster) >= SUPPORT]
