"""Pages of runs -> lines of cells in reading order; the same for every PDF engine.

1. Runs become segments (segments.py), drawn bullets glyphs (marks.py); page numbers and turned
   text are set apart (furniture.py).
2. The segments of each page are cut into columns; sidebars become flows of their own (columns.py).
3. Each column becomes rows of cells (cells.py, rows.py).
4. A flow keeps its pages together: the main flow with the header comes first, unless the name (the
   largest text of the first page) stands in a sidebar; then the sidebars, turned text and page
   numbers.

Not handled: main text that changes sides from page to page, right-to-left scripts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from screener.documents.cells import find_rows
from screener.documents.columns import Gutter, find_columns
from screener.documents.furniture import repeated_rows, split_furniture
from screener.documents.marks import with_bullets, with_known_glyphs
from screener.documents.page import Page, Run
from screener.documents.rows import Row
from screener.documents.segments import Segment, find_segments
from screener.model.document import Cell, Line
from screener.vocabulary.headings import heading_section

_MAIN = ""
_TURNED = "turned"
_FURNITURE = "furniture"
_SAME_COLUMN = 12.0  # points: parts whose left edges differ less are one column
_FULL_PART = 4  # rows that say by themselves how wide their column is


class _Part(NamedTuple):
    """The rows of one column of one page."""

    page: int
    flow: str
    rows: list[Row]

    @property
    def x0(self) -> float:
        return min([row.x0 for row in self.rows])

    @property
    def x1(self) -> float:
        return max([row.x1 for row in self.rows])


def read_lines(pages: Sequence[Page]) -> tuple[Line, ...]:
    """All lines of the document, in the order in which a person reads them."""
    parts: list[_Part] = []
    known: list[Gutter] = []
    painted = [_segments(page) for page in pages]
    repeated = repeated_rows((texts, page.height) for page, (texts, _) in zip(pages, painted, strict=True))
    for page, (texts, turned) in zip(pages, painted, strict=True):
        text, furniture = split_furniture(texts, repeated, number=page.number, height=page.height)
        found, gutters = _page_parts(page.number, text, known)
        found += _parts(page.number, [*((_TURNED, segments) for segments in turned), (_FURNITURE, furniture)])
        known += [gutter for gutter in gutters if gutter not in known]
        parts += found
    flows = _flow_order(parts)
    parts.sort(key=lambda part: flows.index(part.flow))
    return tuple(_lines(parts, flows))


def _segments(page: Page) -> tuple[list[Segment], list[list[Segment]]]:
    """The page's text as segments, and its turned text by direction."""
    upright, turned = _split_turned(page.runs)
    return with_bullets(with_known_glyphs(find_segments(upright)), page.marks), [find_segments(runs) for runs in turned]


def _page_parts(number: int, text: list[Segment], known: Sequence[Gutter]) -> tuple[list[_Part], list[Gutter]]:
    columns, gutters = find_columns(text, known)
    return _parts(number, [(part.flow, part.segments) for part in columns]), gutters


def _parts(number: int, groups: Iterable[tuple[str, list[Segment]]]) -> list[_Part]:
    parts = [_Part(number, flow, find_rows(segments)) for flow, segments in groups if segments]
    return [part for part in parts if part.rows]


def _split_turned(runs: Sequence[Run]) -> tuple[list[Run], list[list[Run]]]:
    """Runs along the direction of most of the page's text, and the others by their direction."""
    if not any(run.angle for run in runs):
        return list(runs), []
    by_angle: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        by_angle[run.angle].append(run)
    main = max(by_angle, key=lambda angle: (sum(len(run.text) for run in by_angle[angle]), -angle))
    upright = by_angle.pop(main)
    if main:
        top, left = min(run.baseline - run.size for run in upright), min(run.x0 for run in upright)
        upright = [
            run._replace(baseline=run.baseline - top, x0=run.x0 - left, x1=run.x1 - left, angle=0) for run in upright
        ]
    return upright, [by_angle[angle] for angle in sorted(by_angle)]


def _flow_order(parts: list[_Part]) -> list[str]:
    """The main flow, the sidebars as they appear, the rest; a sidebar with the name goes first."""
    order = [_MAIN]
    order += [flow for flow in Counter(part.flow for part in parts) if flow not in (_MAIN, _TURNED, _FURNITURE)]
    first_page = [part for part in parts if part.page == 1 and part.flow in order]
    if first_page:
        name = _with_name(first_page)
        order.remove(name.flow)
        order.insert(0, name.flow)
    return [*order, _TURNED, _FURNITURE]


def _with_name(parts: list[_Part]) -> _Part:
    """The part with the largest text, unless this is a heading and one that begins higher has none at its top."""
    largest = max(parts, key=lambda part: max(cell.size for row in part.rows for cell in row.cells))
    if heading_section(largest.rows[0].cells[0].text) is None:
        return largest
    highest = min(parts, key=lambda part: part.rows[0].baseline)
    return largest if heading_section(highest.rows[0].cells[0].text) is not None else highest


def _lines(parts: list[_Part], flows: list[str]) -> Iterable[Line]:
    sidebars = [flow for flow in flows if flow != _MAIN]
    numbers: Counter[int] = Counter()
    tenths = _Tenths()
    for part in parts:
        right_edge = tenths[_right_edge(part, parts)]
        region = 0 if part.flow == _MAIN else sidebars.index(part.flow) + 1
        for row in part.rows:
            numbers[part.page] += 1
            yield Line(
                cells=tuple([_cell(segment, tenths) for segment in row.cells]),
                page=part.page,
                number=numbers[part.page],
                top=tenths[min([cell.top for cell in row.cells])],
                bottom=tenths[max([cell.bottom for cell in row.cells])],
                region=region,
                right_edge=right_edge,
                bullet=row.bullet,
            )


def _right_edge(part: _Part, parts: list[_Part]) -> float:
    """x1 of the longest line of the column; short parts ask the parts that continue their column."""
    if len(part.rows) >= _FULL_PART:
        return part.x1
    same = [other for other in parts if other.flow == part.flow and abs(other.x0 - part.x0) <= _SAME_COLUMN]
    return max(other.x1 for other in same)


class _Tenths(dict[float, float]):
    """Lengths -> the same rounded to tenths, each once: lines share their edges and sizes."""

    def __missing__(self, length: float) -> float:
        rounded = self[length] = round(length, 1)
        return rounded


def _cell(segment: Segment, tenths: _Tenths) -> Cell:
    return Cell(segment.text, tenths[segment.x0], tenths[segment.x1], tenths[segment.size], segment.bold)
