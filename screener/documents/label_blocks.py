"""Blocks of labels beside jobs -> the parts of the page in reading order.

Some templates set employer, place and dates of each job below each other in a narrow column at the
left or right of it. Read as columns, all dates come apart from their jobs; read row by row, they end
up inside the sentences beside them. So each block is read first, then the job that it stands beside.

Others set the headings of all sections in a column of their own; each comes before what is beside it.

A narrow side is taken for such blocks when at least two of them hold a date below their first line,
each begins on a row of the other side, and the other side has hardly any dates of its own.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from screener.documents.characters import split_bullet
from screener.documents.segments import Segment
from screener.documents.years import LONGEST_DATE, has_year, is_date
from screener.vocabulary.headings import heading_section, is_ambiguous

_MOST_ROWS = 5  # of one block
_NEW_BLOCK = 1.7  # em between the baselines of two blocks
_SAME_EDGE = 1.5  # points
_GUTTER = 0.8  # em
_FEWEST_HEADINGS = 3
_RISE = 1.3  # em above the baseline of a large heading that the text beside it may begin
_WIDEST = 200.0  # points that a column of headings takes
_WRAPPED = 1.4  # em between the lines of one heading
_SAME_ROW = 0.12  # em between baselines that were set as one row
_NEAR = 0.4  # em between the baselines of one row


def find_label_parts(segments: Sequence[Segment]) -> list[list[Segment]] | None:
    """The parts in reading order, None where there are no such blocks; segments are sorted by place."""
    headings = _headings_beside(segments)
    if headings:
        parts = [part for heading in headings for part in heading]
        return list(_in_order(segments, [[_as_one(heading)] for heading in headings], parts))
    best: list[list[Segment]] | None = None
    for side, other in _sides(segments):
        blocks = list(_blocks(side))
        if _are_labels(blocks, other) and (best is None or len(blocks) > len(best)):
            best = list(_in_order(segments, blocks, side))
    return best


def _headings_beside(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The headings of sections, where they stand in a column of their own at the left of all text.

    They share their left edge, or their right one; each is one segment or, where it wraps, several.
    """
    left = min(segment.x0 for segment in segments)
    columns = [[one for one in segments if one.x0 - left <= _SAME_EDGE]]
    ends = sorted(one.x1 for one in segments if one.x1 - left <= _WIDEST and heading_section(one.text) is not None)
    if len(ends) > 1 and ends[1] - ends[0] <= _SAME_EDGE:
        columns.append([one for one in segments if abs(one.x1 - ends[0]) <= _SAME_EDGE])
    return next(filter(None, (_headings_in(column, segments) for column in columns)), [])


def _headings_in(column: Sequence[Segment], segments: Sequence[Segment]) -> list[list[Segment]]:
    """The headings of a column from the first one on; nothing where it has other text or isn't clear of the rest."""
    blocks = _wrapped_headings(column)
    known = [heading_section(" ".join(part.text for part in block)) is not None for block in blocks]
    headings = blocks[known.index(True) :] if True in known else []
    if sum(known) < _FEWEST_HEADINGS or sum(known) < len(headings):
        return []
    inside = {id(part) for block in headings for part in block}
    body = [one for one in segments if id(one) not in inside and one.baseline >= headings[0][0].top]
    gutter = max(part.x1 for block in headings for part in block) + _GUTTER * headings[0][0].size
    return headings if body and all(one.x0 >= gutter for one in body) else []


def _wrapped_headings(column: Sequence[Segment]) -> list[list[Segment]]:
    """The segments of a column, with those together that make up one heading only as a whole."""
    blocks: list[list[Segment]] = []
    for segment in column:
        above = blocks[-1] if blocks else []
        goes_on = (
            above
            and above[-1].size == segment.size
            and segment.baseline - above[-1].baseline <= _WRAPPED * segment.size
        )
        if goes_on and heading_section(" ".join(part.text for part in (*above, segment))) is not None:
            above.append(segment)
        else:
            blocks.append([segment])
    return blocks


def _sides(segments: Sequence[Segment]) -> Iterator[tuple[list[Segment], list[Segment]]]:
    """The segments that share an edge of the page or the inner one of a column at its side, and the others."""
    left, right = min(segment.x0 for segment in segments), max(segment.x1 for segment in segments)
    edges = [[one.x0 - left for one in segments], [right - one.x1 for one in segments]]
    ends = Counter(round(one.x1) for one in segments if one.x1 - left <= _WIDEST and has_year(one.text))
    edges += [[abs(one.x1 - end) for one in segments] for end, dates in ends.most_common(1) if dates > 1]
    starts = Counter(round(one.x0) for one in segments if 2 * one.x0 > left + right and has_year(one.text))
    edges += [[abs(one.x0 - start) for one in segments] for start, dates in starts.most_common(1) if dates > 1]
    for distances in edges:
        at_edge = zip(segments, distances, strict=True)
        side = [one for one, distance in at_edge if distance <= _SAME_EDGE and len(one.text) <= LONGEST_DATE]
        inside = {id(one) for one in side}
        other = [one for one in segments if id(one) not in inside]
        dated = [one for one in side if has_year(one.text)]
        if len(dated) >= 2 and other:
            yield side, other


def _blocks(side: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Labels without a gap or bold ones between them; a section's heading is a block of its own."""
    block: list[Segment] = []
    for segment in side:
        is_heading = heading_section(segment.text) is not None and not (block and _wraps(block[-1], segment))
        stands_out = bool(block) and segment.bold and not block[-1].bold  # the next employer
        if block and (is_heading or stands_out or segment.baseline - block[-1].baseline > _NEW_BLOCK * segment.size):
            yield block
            block = []
        block.append(segment)
        if is_heading:
            yield block
            block = []
    if block:
        yield block


def _wraps(above: Segment, segment: Segment) -> bool:
    """Whether an ordinary word is the rest of a name: "Software" below "Placeholder" in the same look."""
    near = segment.baseline - above.baseline <= _WRAPPED * segment.size
    return near and segment.size == above.size and segment.bold == above.bold and is_ambiguous(segment.text)


def _are_labels(blocks: Sequence[Sequence[Segment]], other: Sequence[Segment]) -> bool:
    # A date in the first line is in the row of its job already; the next one is where it wraps.
    stacked = [
        block for block in blocks if any(has_year(label.text) for label in block[1:]) and not has_year(block[0].text)
    ]
    if len(stacked) < 2 or any(len(block) > _MOST_ROWS for block in stacked):
        return False
    labels = [label for block in stacked for label in block]
    if any(map(_is_item, labels)) or _is_crossed(labels, other):
        return False
    lower = [label for block in stacked for label in block[1:]]
    in_rows = sum(any(abs(one.baseline - label.baseline) <= _SAME_ROW * label.size for one in other) for label in lower)
    if in_rows >= 0.8 * len(
        lower
    ):  # each label has a row of its own beside it: "Acme ▏ Berlin", "Engineer ▏ 2020 – 2022"
        return False
    own = sum(is_date(segment.text) for segment in other)
    return 4 * own <= len(stacked) and all(_begins_beside(block, other) for block in stacked)


def _is_item(label: Segment) -> bool:
    """Whether it is an item of a list, which has no place among labels: the jobs themselves stand here."""
    return bool(split_bullet(label.text)[0]) and not has_year(label.text)


def _is_crossed(labels: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """Whether other text stands in the column of the labels, between the first and the last of them."""
    x0, x1 = min(label.x0 for label in labels), max(label.x1 for label in labels)
    top, bottom = labels[0].baseline, labels[-1].baseline
    return any(top < one.baseline < bottom and one.x0 < x1 - 1 and one.x1 > x0 + 1 for one in other)


def _begins_beside(block: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """Whether the first row of a block has text beside it, behind a clear gutter, and the rest crosses nothing."""
    first = block[0]
    x0, x1 = min(label.x0 for label in block), max(label.x1 for label in block)
    beside = [one for one in other if abs(one.baseline - first.baseline) <= _NEAR * first.size]
    return any(one.x0 - x1 >= _GUTTER * one.size or x0 - one.x1 >= _GUTTER * one.size for one in beside)


def _in_order(
    segments: Sequence[Segment], blocks: Sequence[Sequence[Segment]], side: Sequence[Segment]
) -> Iterator[list[Segment]]:
    """What stands above, then each block with what stands beside it."""
    labels = {id(label) for label in side}
    rise = _RISE if side and heading_section(side[0].text) is not None else _NEAR
    tops = [block[0].baseline - rise * block[0].size for block in blocks]
    yield [one for one in segments if id(one) not in labels and one.baseline < tops[0]]
    for block, top, bottom in zip(blocks, tops, [*tops[1:], float("inf")], strict=True):
        yield list(block)
        yield [one for one in segments if id(one) not in labels and top <= one.baseline < bottom]


def _as_one(heading: Sequence[Segment]) -> Segment:
    """A heading that wraps as one segment."""
    text = " ".join(part.text.strip() for part in heading)
    return heading[0]._replace(text=text, x0=min(part.x0 for part in heading), x1=max(part.x1 for part in heading))
