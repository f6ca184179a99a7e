"""Short cells of a table -> one line with its cells, wrapped labels made whole again."""

import re
from dataclasses import replace

from screener.documents.engines.docx_reading import DraftLine
from screener.documents.engines.plain_text import close_gaps
from screener.documents.years import has_year as names_year

LABEL_LINE = 40  # characters
DASHES = frozenset("-–—‒−")
_OPEN_END = re.compile(r"(?:[-–—‒−,/&]|\b(?:to|until|till|bis|and))$", re.IGNORECASE)
_OPEN_START = re.compile(r"(?:[-–—‒−,/&]|(?:to|until|till|bis|and)\b)", re.IGNORECASE)


def has_year(lines: list[DraftLine]) -> bool:
    """Whether a year is written in any of the lines."""
    return any(names_year(line.text) for line in lines)


def side_by_side(lines: list[DraftLine]) -> DraftLine:
    """One line with the cells of all."""
    first = lines[0]
    for line in lines[1:]:
        _restore_dash(line)
    cells = close_gaps([cell for line in lines for cell in line.cells])
    return DraftLine(
        cells,
        min(line.page for line in lines),
        region=first.region,
        bullet=first.bullet,
        heading=all(line.heading for line in lines),
        glyph=first.glyph,
    )


def closed(lines: list[DraftLine]) -> list[DraftLine]:
    """The lines of a label, those joined that were one before they wrapped ("Mar 2021 –", "Present")."""
    whole = lines[:1]
    for line in lines[1:]:
        _restore_dash(line)
        if _belong_together(whole[-1].text, line.text):
            whole[-1] = joined([whole[-1], line])
        else:
            whole.append(line)
    return whole


def joined(lines: list[DraftLine]) -> DraftLine:
    """One line with one cell, whose text is that of all."""
    if len(lines) == 1:
        return lines[0]
    for line in lines[1:]:
        _restore_dash(line)
    cell = replace(lines[0].cells[0], text=" ".join(line.text for line in lines))
    return replace(lines[0], cells=[cell])


def _restore_dash(line: DraftLine) -> None:
    """A dash in a label is no bullet: it says that a period goes on."""
    if line.glyph in DASHES and len(line.text) <= LABEL_LINE:
        line.cells[0] = replace(line.cells[0], text=f"{line.glyph} {line.cells[0].text}")
        line.glyph, line.bullet = "", False


def _belong_together(before: str, after: str) -> bool:
    if _OPEN_END.search(before) or _OPEN_START.match(after):
        return True
    return names_year(before) and names_year(after)
