"""How lines look: which look is the body's, and which lines share the look of headings or titles."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from screener.model.document import Line

Look = tuple[float, bool, bool, bool]  # size in half points, bold, all capitals, a heading style


def look_of(line: Line) -> Look:
    """The first cell's look: a date in small grey type at the right doesn't change what a title is."""
    cell = line.cells[0]
    return (round(cell.size * 2) / 2, cell.bold, cell.text.isupper(), line.heading)


class Looks(NamedTuple):
    """The looks of one document. `plain` documents (text without sizes or bold) say nothing by look."""

    body: Look
    plain: bool

    def stands_out(self, line: Line) -> bool:
        """Larger, bolder, in capitals or styled as a heading, compared with the body."""
        size, bold, capitals, heading = look_of(line)
        body_size, body_bold, _, _ = self.body
        return heading or capitals or (bold and not body_bold) or size > body_size + 0.6


def looks_of(lines: Sequence[Line]) -> Looks:
    """The body's look is the one that most characters have."""
    weights: Counter[Look] = Counter()
    for line in lines:
        if line.cells:
            weights[look_of(line)] += len(line.text)
    body = max(weights, key=lambda look: (weights[look], look), default=(0.0, False, False, False))
    plain = len({(size, bold, heading) for size, bold, _, heading in weights}) <= 1
    return Looks(body, plain)
