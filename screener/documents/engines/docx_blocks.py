"""What stands in a body, a cell, a header or a text box -> draft lines, in the order in which it is read."""

from dataclasses import replace
from typing import NamedTuple

from screener.documents.engines.docx_colours import UNKNOWN, shading
from screener.documents.engines.docx_fields import Fields
from screener.documents.engines.docx_headings import names_section
from screener.documents.engines.docx_layout import TableCell, lay_out_table
from screener.documents.engines.docx_reading import DraftLine, Reading, Surroundings
from screener.documents.engines.docx_runs import ParagraphReader
from screener.documents.engines.docx_shapes import TextBox
from screener.documents.engines.docx_table_styles import PLAIN_CELL, TablePlace, TableStyle, look_flags
from screener.documents.engines.docx_xml import MC, VAL, Element, M, R, W, alternative, number
from screener.model.document import Cell, ReadingWarning

_TRANSPARENT = {W + name for name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent")}
_PARAGRAPHS = {W + "p", M + "oMathPara"}
_MOST_COLUMNS = 200
_TWIPS = 20  # a point
_SLIVER = 40  # twips: a row of this height shows nothing


def read_blocks(container: Element, reading: Reading, place: Surroundings) -> list[DraftLine]:
    """The lines of everything in a container, tables and text boxes included."""
    lines: list[DraftLine] = []
    _read_into(lines, container, reading, place)
    return lines


def _read_into(lines: list[DraftLine], container: Element, reading: Reading, place: Surroundings) -> None:
    for child in container:
        if reading.full:
            return
        tag = child.tag
        if tag in _PARAGRAPHS:
            _read_paragraph(lines, child, reading, place)
        elif tag == W + "tbl":
            lines.extend(_read_table(child, reading, place))
        elif tag == W + "altChunk":
            lines.extend(_read_chunk(child, reading, place))
        elif (inner := _inside(child)) is not None:
            _read_into(lines, inner, reading, place)


def _inside(element: Element) -> Element | None:
    """What a wrapper holds: content controls, insertions, the branch of an alternative that is shown."""
    if element.tag in _TRANSPARENT:
        return element
    if element.tag == W + "sdt":
        return element.find(W + "sdtContent")
    if element.tag == MC + "AlternateContent":
        return alternative(element)
    return None


def _read_paragraph(lines: list[DraftLine], paragraph: Element, reading: Reading, place: Surroundings) -> None:
    reader = ParagraphReader(reading, place)
    reader.read(paragraph)
    lines.extend(reader.lines)
    for text in reader.drawn:
        lines.append(DraftLine([Cell(text)], reading.page, region=place.region))
        reading.count(len(text))
    if reader.boxes:
        _read_boxes(lines, reader, reading, place)
    if reader.ends_section:
        _begin_section(reading)


def _read_boxes(lines: list[DraftLine], reader: ParagraphReader, reading: Reading, place: Surroundings) -> None:
    follows_box = not reader.lines and bool(lines) and lines[-1].region != place.region
    for box in reader.boxes:
        found = read_blocks(box.content, reading, _in_box(box, place))
        if box.height:
            found = reading.clip(found, box.height)
        _set_apart(found, lines[-1].region if follows_box else place.region, reading, place)
        lines.extend(found)
        follows_box = bool(lines)


def _in_box(box: TextBox, place: Surroundings) -> Surroundings:
    """What is in a box stands on its fill; without one, on whatever the page shows behind it."""
    behind = UNKNOWN if place.part.has_paint else place.background
    letters = (("color", box.letters),) if box.letters else ()
    return Surroundings(
        place.part,
        Fields(box.content),
        background=box.background or behind,
        letters=letters,
        hidden_cause=place.hidden_cause or box.cause,
        region=place.region,
        left_edge=box.left,
    )


def _set_apart(box: list[DraftLine], region: int, reading: Reading, place: Surroundings) -> None:
    """A text box that begins with a heading is a sidebar; one that doesn't continues what it follows."""
    if len(box) > 1 and names_section(box[0], within_position=True):
        region = reading.new_region()
    for line in box:
        if line.region == place.region:
            line.region = region


def _begin_section(reading: Reading) -> None:
    if reading.section_starts:
        reading.section_starts.pop(0)
        if reading.section_starts and reading.section_starts[0]:
            reading.turn_page()


def _read_chunk(element: Element, reading: Reading, place: Surroundings) -> list[DraftLine]:
    """A foreign document inside this one, as resume builders embed their pages."""
    relationship = place.part.relationships.get(element.get(R + "id", ""))
    data = reading.package.read(relationship.target) if relationship and not relationship.external else None
    if data is None:
        return []
    from screener.documents.engines.docx_chunks import read_chunk

    chunk = read_chunk(data, page=reading.page, region=place.region)
    done = "its text was read plainly" if chunk else "it was not read"
    message = f"embeds a document of another format, which Word converts when it opens it; {done}"
    reading.warnings.append(ReadingWarning("embedded-document", message, reading.page))
    if chunk is None:
        return []
    reading.count(sum(len(line.text) for line in chunk.lines))
    for text in chunk.hidden:
        reading.hide(text, "hidden by a style")
    return chunk.lines


class _Table(NamedTuple):
    """What is known of a table while its rows are read."""

    grid: list[int]  # widths of its columns
    rows: int
    style: TableStyle | None
    flags: int | None  # which parts of the style it asks for
    merged: set[int]  # columns in which a cell that spans rows has begun


def _read_table(table: Element, reading: Reading, place: Surroundings) -> list[DraftLine]:
    properties = table.find(W + "tblPr")
    style, flags = None, None
    if properties is not None:
        shade, named = properties.find(W + "shd"), properties.find(W + "tblStyle")
        style = reading.styles.tables.find(named.get(VAL, "")) if named is not None else None
        flags = look_flags(properties)
        if shade is not None:
            place = place.on(reading.styles.resolve(shading(shade)))
        if _is_off_page(properties, reading):
            place = place.hidden("outside the page")
    place = replace(place, left_edge=None)
    grid = [number(column.get(W + "w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")[:_MOST_COLUMNS]]
    elements = _find_inside(table, W + "tr")
    this = _Table(grid, len(elements), style, flags, set())
    rows: list[list[TableCell]] = []
    for element in elements:
        if reading.full:
            break
        rows.append(_read_row(element, reading, place, table=this, index=len(rows)))
    return lay_out_table(rows, reading.new_region, place.region)


def _is_off_page(properties: Element, reading: Reading) -> bool:
    floating, indent = properties.find(W + "tblpPr"), properties.find(W + "tblInd")
    if floating is not None and reading.is_off_page(floating, "tblpX", "tblpY"):
        return True
    return indent is not None and indent.get(W + "type") == "dxa" and reading.is_off_page(indent, "w", "none")


def _find_inside(element: Element, tag: str) -> list[Element]:
    """The children of a tag, those within content controls and other wrappers included."""
    found: list[Element] = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif (inner := _inside(child)) is not None:
            found.extend(_find_inside(inner, tag))
    return found


def _read_row(row: Element, reading: Reading, place: Surroundings, *, table: _Table, index: int) -> list[TableCell]:
    properties = row.find(W + "trPr")
    column, height = 0, None
    if properties is not None:
        before = properties.find(W + "gridBefore")
        column = max(0, min(number(before.get(VAL)), _MOST_COLUMNS)) if before is not None else 0
        height = _exact_height(properties)
        place = place.hidden(_row_cause(properties, height))
    cells = []
    elements = _find_inside(row, W + "tc")
    columns = len(table.grid) or len(elements)
    for element in elements:
        at = TablePlace(index, table.rows, column, column + _span(element) - 1, columns)
        cell = _read_cell(element, reading, place, table=table, at=at)
        if not cell.width:
            cell.width = sum(table.grid[column : column + cell.span])
        if height is not None:
            cell.lines = reading.clip(cell.lines, height / _TWIPS)
        cells.append(cell)
        column += cell.span
    return cells


def _exact_height(properties: Element) -> int | None:
    """The height of a row that doesn't grow with its text, in twips."""
    height = properties.find(W + "trHeight")
    return number(height.get(VAL)) if height is not None and height.get(W + "hRule") == "exact" else None


def _row_cause(properties: Element, height: int | None) -> str:
    """Why nobody sees a row; mostly ""."""
    if properties.find(W + "del") is not None:
        return "deleted"
    return "clipped" if height is not None and height <= _SLIVER else ""


def _span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return max(1, min(number(span.get(VAL), 1), _MOST_COLUMNS)) if span is not None else 1


def _read_cell(cell: Element, reading: Reading, place: Surroundings, *, table: _Table, at: TablePlace) -> TableCell:
    found = cell.find(W + "tcPr")
    properties = {item.tag: item for item in found} if found is not None else {}
    width, shade = (properties.get(W + name) for name in ("tcW", "shd"))
    styled = table.style.cell(at, table.flags) if table.style is not None else PLAIN_CELL
    background = reading.styles.resolve(shading(shade)) if shade is not None else ""
    place = place.on(background or styled.background)
    if styled.letters:
        place = replace(place, letters=styled.letters)
    if W + "cellDel" in properties:
        place = place.hidden("deleted")
    elif _continues(properties.get(W + "vMerge"), at.first_column, table.merged) or _is_absorbed(properties):
        place = place.hidden("covered by a merged cell")
    return TableCell(
        at.first_column,
        at.last_column - at.first_column + 1,
        max(0, number(width.get(W + "w", "").rstrip("%"))) if width is not None and _is_measured(width) else 0,
        read_blocks(cell, reading, place),
    )


def _is_absorbed(properties: dict[str, Element]) -> bool:
    """Whether a cell is part of the one at its left, in the way of old Word."""
    merge = properties.get(W + "hMerge")
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _is_measured(width: Element) -> bool:
    return width.get(W + "type", "dxa") in {"dxa", "pct"}


def _continues(merge: Element | None, column: int, merged: set[int]) -> bool:
    """Whether a cell lies under one that began in a row above; `merged` is kept up to date."""
    if merge is None:
        merged.discard(column)
        return False
    is_first = column not in merged or merge.get(VAL, "continue") != "continue"
    merged.add(column)
    return not is_first
