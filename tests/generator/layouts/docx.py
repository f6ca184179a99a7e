"""A sheet -> a DOCX: paragraphs with tabs, text in the page header, jobs in table rows, a sidebar by a table."""

from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.generator.sheet import Block, Entry, Row, Sheet, Style

_ASIDE = {"skills", "languages", "interests", "certificates"}


class Form(NamedTuple):
    """What makes one layout differ from another."""

    header: bool = False  # name and contact stand in the page header
    table: bool = False  # jobs are rows of a table
    sidebar: bool = False  # two cells side by side hold the page


def draw(sheet: Sheet, path: Path, seed: int, *, form: Form) -> None:
    """Write the file; small choices follow the seed."""
    from docx import Document

    rng = Random(seed)
    made = Document()
    writer = _Writer(rng.random() < 0.7, rng.random() < 0.7)
    _head(made.sections[0].header if form.header else made, sheet, rng)
    if form.sidebar:
        cells = made.add_table(rows=1, cols=2).rows[0].cells
        for cell, wanted in zip(cells, (True, False), strict=True):
            for block in sheet.blocks:
                if (block.kind in _ASIDE) is wanted:
                    writer.block(cell, block)
    for block in () if form.sidebar else sheet.blocks:
        if form.table and any(row.label for entry in block.entries for row in entry.rows):
            writer.heading(made, block.heading)
            writer.table(made, block.entries, seed)
        else:
            writer.block(made, block)
    made.save(str(path))


def _head(place: Any, sheet: Sheet, rng: Random) -> None:
    place.add_paragraph().add_run(sheet.name).bold = True
    if sheet.headline:
        place.add_paragraph(sheet.headline)
    if rng.random() < 0.6:
        place.add_paragraph(rng.choice([" | ", " · ", "\t"]).join(sheet.contact))
    else:
        for part in sheet.contact:
            place.add_paragraph(part)


class _Writer:
    def __init__(self, heading_styles: bool, list_styles: bool) -> None:
        self.heading_styles, self.list_styles = heading_styles, list_styles

    def heading(self, place: Any, text: str) -> None:
        paragraph = place.add_paragraph()
        if self.heading_styles:
            paragraph.style = "Heading 1"
            paragraph.add_run(text)
        else:
            paragraph.add_run(text).bold = True

    def block(self, place: Any, block: Block) -> None:
        self.heading(place, block.heading)
        for entry in block.entries:
            for row in entry.rows:
                self.row(place, row)

    def row(self, place: Any, row: Row) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Cm

        paragraph = place.add_paragraph()
        if row.style is Style.BULLET and self.list_styles:
            paragraph.style = "List Bullet"
        text = f"• {row.text}" if row.style is Style.BULLET and not self.list_styles else row.text
        if row.label:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(5))
            paragraph.add_run(f"{row.label}\t")
        paragraph.add_run(text).bold = row.style is Style.TITLE
        if row.right:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT)
            paragraph.add_run(f"\t{row.right}")

    def table(self, place: Any, entries: tuple[Entry, ...], seed: int) -> None:
        """One row for each label; in one layout of two, the list items have a column of their own."""
        parted = seed % 2 == 0
        table = place.add_table(rows=0, cols=3 if parted else 2)
        cells: Any = None
        for row in (row for entry in entries for row in entry.rows):
            if row.label or cells is None:
                cells = table.add_row().cells
                cells[0].paragraphs[0].text = row.label
            cell = cells[2 if parted and row.style in {Style.BULLET, Style.TEXT} else 1]
            if len(cell.paragraphs) == 1 and not cell.text:
                cell.paragraphs[0].add_run(row.text).bold = row.style is Style.TITLE
            else:
                self.row(cell, row._replace(label=""))
