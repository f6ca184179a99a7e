"""The segments of one column -> lines, each a list of cells.

A line is what stands on one baseline, or nearly so; a gap wider than a word's makes a new cell, so
a date at the right edge is a cell of its own. Then what only looks apart is put together:
- a bullet glyph is taken off the text after it;
- a label that wraps in a narrow column at the left ("June 2020 –" above "Present") is one cell;
- a date at the right that floats beside or just above its line, or beside the first bullet below
  it, belongs to that line.
"""

import unicodedata
from collections.abc import Sequence

from screener.documents.centred_dates import with_lifted_dates
from screener.documents.characters import split_bullet
from screener.documents.right_cells import join_wrapped, merge_right_dates, settle_right_cells
from screener.documents.rows import Row, group_segments, merge_labels, settle_left_cells
from screener.documents.segments import Segment, make_segment, read_text
from screener.documents.tables import with_whole_cells

_CELL_GAP = 1.0  # em
_TOUCHING = -0.3  # em; cells that overlap more are two


def find_rows(segments: Sequence[Segment]) -> list[Row]:
    """The lines of a column, from top to bottom."""
    rows = [_with_bullet(group) for group in with_whole_cells(group_segments(with_lifted_dates(segments)))]
    rows = merge_right_dates(settle_left_cells(merge_labels([row for row in rows if row.cells])))
    return [_without_glyphs(row) for row in join_wrapped(settle_right_cells(rows))]


def _with_bullet(group: list[Segment]) -> Row:
    """The group as a row of cells, with the bullet glyph taken off."""
    first = group[0]
    bullet, rest = split_bullet(first.text.strip() + " ")
    if not bullet:
        return Row(_cells(group))
    if not rest.strip():
        return Row(_cells(group[1:]), bullet=True)
    runs = (
        first.runs[1:] if len(first.runs) > 1 and not split_bullet(first.runs[0].text + " ")[1].strip() else first.runs
    )
    return Row(_cells([make_segment(runs, rest), *group[1:]]), bullet=True)


def _without_glyphs(row: Row) -> Row:
    """The row without glyphs before its later cells, or before one that has become the first."""
    if all(cell.text[:1] <= "\u2020" for cell in row.cells):
        return row
    split = [split_bullet(cell.text) if cell.text[:1] > "\u2020" else (False, cell.text) for cell in row.cells]
    if not any(glyph for glyph, _ in split):
        return row
    cells = tuple(cell._replace(text=text) for cell, (_, text) in zip(row.cells, split, strict=True) if text)
    return Row(cells or row.cells, row.bullet or split[0][0])


def _is_icon(text: str) -> bool:
    """Nothing but pictures: "💼" in front of a heading."""
    return not text.isascii() and all(unicodedata.category(character) in {"So", "Mn"} for character in text)


def _cells(group: list[Segment]) -> tuple[Segment, ...]:
    """Neighbours without a cell's gap joined; pieces that are nothing but icons dropped."""
    cells: list[Segment] = []
    for segment in group:
        text = read_text(segment.text)
        if not text or _is_icon(text):
            continue
        if segment.text[0] > "\ue000" and split_bullet(segment.text)[0]:  # a private character, gone by now
            text = f"\u2022 {text}"
        piece = segment if text == segment.text else segment._replace(text=text)
        if cells and not piece.aligned and _TOUCHING <= (piece.x0 - cells[-1].x1) / piece.size <= _CELL_GAP:
            cells[-1] = make_segment((*cells[-1].runs, *piece.runs), f"{cells[-1].text} {text}")
        else:
            cells.append(piece)
    return tuple(cells)
