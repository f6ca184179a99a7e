"""The cells of a table -> lines in the order in which a person reads them.

Resumes use tables for three things, and each row is judged by what its cells hold:
- short cells side by side (dates, employer, place) are one line with several cells;
- a short label (dates, place) beside a cell of several lines belongs to the first of these lines;
- long cells side by side are columns of the page, when one of them holds the heading of a section:
  each is read whole, over consecutive rows of the same structure, the widest as the main flow and
  the others as sidebars; the column with the largest letters (the name) comes first. Without a
  heading they are a grid, read cell by cell.
Not handled: sidebars without a heading that is known, in tables of several rows.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from screener.documents.engines.docx_headings import (
    is_in_capitals,
    is_larger,
    is_short,
    looks_like_heading,
    names_section,
)
from screener.documents.engines.docx_labels import DASHES, LABEL_LINE, closed, has_year, joined, side_by_side
from screener.documents.engines.docx_reading import DraftLine

_LABEL_LINES, _LABEL = 4, 72  # lines and characters of a label, which may stand beside a long cell
_FACTS_LINES, _FACTS = 6, 160  # of a cell that holds an employer, a place and dates
_HEAD_LINES = 4  # of a job, with its dates
_LARGER = 1.1  # times: what an eye notices


@dataclass(slots=True)
class TableCell:
    start: int  # column of the grid
    span: int
    width: float  # in whatever unit the table uses; 0 when it doesn't say
    lines: list[DraftLine]

    @property
    def characters(self) -> int:
        return sum(len(line.text) for line in self.lines)


@dataclass(slots=True)
class _Columns:
    """Rows that are read column by column."""

    structure: tuple[int, ...]
    cells: list[TableCell] = field(default_factory=list)

    def go_on(self, row: list[TableCell], is_columns: bool) -> bool:
        """Whether a row continues the columns; one cell alone does, in its own column."""
        return _structure(row) == self.structure and (is_columns or len(_filled(row)) == 1)

    def add(self, row: list[TableCell]) -> None:
        if not self.cells:
            self.cells = [TableCell(cell.start, cell.span, cell.width, []) for cell in row]
        for column, cell in zip(self.cells, row, strict=True):
            column.lines.extend(cell.lines)
            column.width = max(column.width, cell.width)


def lay_out_table(rows: list[list[TableCell]], new_region: Callable[[], int], region: int) -> list[DraftLine]:
    """The lines of a table in a region; sidebars get regions of their own."""
    lines: list[DraftLine] = []
    columns: _Columns | None = None
    for row, is_columns in zip(rows, _find_columns(rows), strict=True):
        if not _filled(row):
            continue
        if columns is not None and not columns.go_on(row, is_columns):
            lines.extend(_read_columns(columns, new_region, region))
            columns = None
        if is_columns or columns is not None:
            columns = columns or _Columns(_structure(row))
            columns.add(row)
        else:
            lines.extend(_read_row(_filled(row)))
    if columns is not None:
        lines.extend(_read_columns(columns, new_region, region))
    return lines


def _find_columns(rows: list[list[TableCell]]) -> list[bool]:
    """Which rows are columns of the page, of their own or because others of their structure are."""
    several = Counter(_structure(row) for row in rows if len(_filled(row)) > 1)
    are_columns = [_are_columns(row, is_only_row=several[_structure(row)] == 1) for row in rows]
    for index, (row, below) in enumerate(pairwise(rows)):
        if _is_title_row(row) and _structure(row) == _structure(below) and any(len(cell.lines) > 1 for cell in below):
            are_columns[index] = are_columns[index + 1] = True
    layouts = {_structure(row) for row, is_columns in zip(rows, are_columns, strict=True) if is_columns}
    if not layouts:
        return are_columns
    return [
        is_columns or (_structure(row) in layouts and _is_alike(row))
        for row, is_columns in zip(rows, are_columns, strict=True)
    ]


def _structure(row: list[TableCell]) -> tuple[int, ...]:
    return tuple(cell.start for cell in row)


def _filled(row: list[TableCell]) -> list[TableCell]:
    return [cell for cell in row if cell.lines]


def _is_label(cell: TableCell) -> bool:
    lines = cell.lines
    if len(lines) > _LABEL_LINES or cell.characters > _LABEL or any(len(line.text) > LABEL_LINE for line in lines):
        return False
    # One dash goes on with a period ("Mar 2021", "– Present"), several are a list.
    bullets = [index for index, line in enumerate(lines) if line.bullet]
    return not bullets or (len(bullets) == 1 and bullets[0] > 0 and lines[bullets[0]].glyph in DASHES)


def _is_title_row(row: list[TableCell]) -> bool:
    """Whether a row holds the titles of the columns below it ("EXPERIENCE", "SKILLS")."""
    titles = [cell.lines[0] for cell in _filled(row) if len(cell.lines) == 1]
    is_complete = len(titles) > 1 and len(titles) == len(_filled(row))
    is_named = all(names_section(title, within_position=True) for title in titles)
    return is_complete and is_named and any(map(names_section, titles))


def _is_alike(row: list[TableCell]) -> bool:
    """Whether a row of a table that has columns belongs to them: all but short cells with dates do."""
    filled = _filled(row)
    if len(filled) < 2:
        return False
    if all(len(cell.lines) == 1 for cell in filled):
        return all(is_short(cell.lines[0]) for cell in filled)
    return not any(_is_label(cell) and has_year(cell.lines) for cell in filled)


def _are_columns(row: list[TableCell], is_only_row: bool) -> bool:
    """Whether the cells of a row are columns of the page, each to be read whole."""
    filled = _filled(row)
    if len(filled) < 2 or all(len(cell.lines) == 1 for cell in filled):
        return False
    rich = [cell for cell in filled if not _is_label(cell) and len(cell.lines) > 1]
    sidebars = [cell for cell in filled if _begins_section(cell)]
    if not rich:
        return len(sidebars) == len(filled)
    if len(rich) == 1:
        return any(cell is not rich[0] and not _is_side_title(cell) for cell in sidebars)
    if sidebars or any(names_section(line) for cell in rich for line in cell.lines):
        return True
    if all(has_year(cell.lines[:_HEAD_LINES]) for cell in rich):  # cards, each with a job
        return False
    # Without a heading that is known by its words, only a table of one row is taken for a layout.
    has_heading = any(looks_like_heading(cell.lines, index) for cell in rich for index in range(len(cell.lines)))
    return is_only_row and has_heading and _find_facts(filled) is None and not any(map(_is_dates, filled))


def _is_dates(cell: TableCell) -> bool:
    """Whether a cell holds nothing but the dates of the row."""
    return _is_label(cell) and len(closed(cell.lines)) == 1 and has_year(cell.lines)


def _begins_section(cell: TableCell) -> bool:
    return len(cell.lines) > 1 and names_section(cell.lines[0], within_position=True)


def _is_side_title(cell: TableCell) -> bool:
    """Whether a cell is nothing but a title, wrapped ("Work", "Experience")."""
    if not _is_label(cell):
        return False
    return all(line.text.isupper() for line in cell.lines) or names_section(joined(cell.lines), within_position=True)


def _find_facts(filled: list[TableCell]) -> TableCell | None:
    """The cell with a job's employer, place and dates beside the cell with what was done."""
    content = max(filled, key=lambda cell: cell.characters)
    others = [cell for cell in filled if cell is not content]
    if len(others) != 1:
        return None
    facts = others[0]
    is_small = len(facts.lines) <= _FACTS_LINES and facts.characters <= min(_FACTS, content.characters // 2)
    return facts if is_small and (has_year(facts.lines) or has_year(content.lines)) else None


def _read_columns(columns: _Columns, new_region: Callable[[], int], region: int) -> list[DraftLine]:
    cells = _filled(columns.cells)
    main = max(cells, key=lambda cell: (cell.width, cell.characters))
    order = sorted(cells, key=lambda cell: (cell is not main, cell.start))
    largest = max(cells, key=_largest_size)
    if _largest_size(largest) >= _LARGER * _largest_size(main):
        order.sort(key=lambda cell: cell is not largest)
    lines: list[DraftLine] = []
    for cell in order:
        own = region if cell is main else new_region()
        for line in cell.lines:
            if line.region == region:
                line.region = own
        lines.extend(cell.lines)
    return lines


def _largest_size(cell: TableCell) -> float:
    return max((line.size for line in cell.lines[:3]), default=0.0)


def _read_row(cells: list[TableCell]) -> list[DraftLine]:
    """The lines of a row whose cells belong together."""
    if len(cells) < 2:
        return cells[0].lines if cells else []
    if all(_is_label(cell) or len(cell.lines) == 1 for cell in cells):
        return _read_short_row(cells)
    content = max(cells, key=lambda cell: (len(cell.lines), cell.characters))
    if all(_is_label(cell) or len(cell.lines) == 1 for cell in cells if cell is not content):
        return _read_beside(cells, content)
    facts = _find_facts(cells)
    if facts is not None and facts is cells[-1]:
        # Facts at the right stand beside the first line of the content, not after its last.
        content_lines = cells[0].lines
        return [content_lines[0], *facts.lines, *content_lines[1:]]
    return [line for cell in cells for line in cell.lines]


def _read_short_row(cells: list[TableCell]) -> list[DraftLine]:
    if len(cells) > 2:
        return _read_facts(cells)
    labels = [closed(cell.lines) for cell in cells]
    if len(labels[0]) != len(labels[1]):
        return _read_beside(cells, max(cells, key=lambda cell: len(closed(cell.lines))))
    if len(labels[0]) == 1 and _is_side_heading(labels[0][0], labels[1][0]):
        return [labels[0][0], labels[1][0]]
    return [side_by_side([one, other]) for one, other in zip(*labels, strict=True)]


def _read_facts(cells: list[TableCell]) -> list[DraftLine]:
    """One line of all cells; but a title above an employer, beside dates, stay two lines, before the last cell."""
    parted = [cell for cell in cells if len(cell.lines) == 2 and cell.lines[0].bold != cell.lines[1].bold]
    if len(parted) != 1 or not any(map(_is_dates, cells)):
        return [side_by_side([joined(cell.lines) for cell in cells])]
    title, employer = parted[0].lines
    first = [cell for cell in cells if cell is parted[0] or cell is not cells[-1] or _is_dates(cell)]
    rest = [joined(cell.lines) for cell in cells if cell not in first]
    return [side_by_side([title if cell is parted[0] else joined(cell.lines) for cell in first]), employer, *rest]


def _read_beside(cells: list[TableCell], content: TableCell) -> list[DraftLine]:
    """Labels become cells of the content's first line.

    A label at the left without digits stays a line of its own: it may be the title of a section.
    """
    lines = closed(content.lines) if _is_label(content) else content.lines
    left = cells[0]
    if left is not content and all(is_short(line) for line in left.lines):
        rest = [cell for cell in cells if cell is not left]
        return [joined(left.lines), *(_read_beside(rest, content) if len(rest) > 1 else lines)]
    if left is not content and lines[0].bullet:
        return [line for cell in cells if cell is not content for line in closed(cell.lines)] + lines
    parts = [line for cell in cells for line in (lines[:1] if cell is content else closed(cell.lines))]
    return [side_by_side(parts), *lines[1:]]


def _is_side_heading(line: DraftLine, beside: DraftLine) -> bool:
    """Whether a cell is the title of the one beside it."""
    if not is_short(line):
        return False
    stands_out = line.heading or is_in_capitals(line)
    return is_larger(line, beside) or (stands_out and not beside.heading and not is_in_capitals(beside))
