"""What stands in a body, a cell, a header or a text box -> draft lines, in the order in which it is read."""

from dataclasses import replace

from screener.documents.engines.docx_headings import names_section
from screener.documents.engines.docx_layout import TableCell, lay_out_table
from screener.documents.engines.docx_reading import DraftLine, Reading, Surroundings
from screener.documents.engines.docx_runs import ParagraphReader
from screener.documents.engines.docx_styles import UNKNOWN, shading
from screener.documents.engines.docx_xml import MC, VAL, Element, R, W, alternative, number
from screener.model.document import ReadingWarning

_TRANSPARENT = {W + name for name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent")}
_MOST_COLUMNS = 200


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
        if tag == W + "p":
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
    if reader.boxes:
        _read_boxes(lines, reader, reading, place)
    if reader.ends_section:
        _begin_section(reading)


def _read_boxes(lines: list[DraftLine], reader: ParagraphReader, reading: Reading, place: Surroundings) -> None:
    # A text box may lie on a picture or a coloured shape, so white letters in it are taken for visible.
    above = replace(place, background=UNKNOWN)
    follows_box = not reader.lines and bool(lines) and lines[-1].region != place.region
    for box in reader.boxes:
        found = read_blocks(box, reading, above)
        _set_apart(found, lines[-1].region if follows_box else place.region, reading, place)
        lines.extend(found)
        follows_box = bool(lines)


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

    lines = read_chunk(data, page=reading.page, region=place.region)
    reading.count(sum(len(line.text) for line in lines))
    message = "embeds a document of another format, which Word converts when it opens it; its text was read plainly"
    reading.warnings.append(ReadingWarning("embedded-document", message, reading.page))
    return lines


def _read_table(table: Element, reading: Reading, place: Surroundings) -> list[DraftLine]:
    properties = table.find(W + "tblPr")
    if properties is not None:
        shade, style = properties.find(W + "shd"), properties.find(W + "tblStyle")
        if style is not None:
            place = replace(place, table_styles=(*place.table_styles[-8:], style.get(VAL, "")))
        if shade is not None:
            place = place.on(shading(shade))
    grid = [number(column.get(W + "w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")[:_MOST_COLUMNS]]
    rows: list[list[TableCell]] = []
    merged: set[int] = set()
    for row in _find_inside(table, W + "tr"):
        if reading.full:
            break
        rows.append(_read_row(row, reading, place, grid=grid, merged=merged))
    return lay_out_table(rows, reading.new_region, place.region)


def _find_inside(element: Element, tag: str) -> list[Element]:
    """The children of a tag, those within content controls and other wrappers included."""
    found: list[Element] = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif (inner := _inside(child)) is not None:
            found.extend(_find_inside(inner, tag))
    return found


def _read_row(
    row: Element, reading: Reading, place: Surroundings, *, grid: list[int], merged: set[int]
) -> list[TableCell]:
    """The cells of a row. `merged` holds the columns in which a cell that spans rows has begun."""
    properties = row.find(W + "trPr")
    column = 0
    if properties is not None:
        before = properties.find(W + "gridBefore")
        column = max(0, min(number(before.get(VAL)), _MOST_COLUMNS)) if before is not None else 0
        if properties.find(W + "del") is not None:
            place = replace(place, hidden_cause="deleted")
        if properties.find(W + "hidden") is not None:
            place = replace(place, hidden_cause="hidden text attribute")
    cells = []
    for cell in _find_inside(row, W + "tc"):
        read = _read_cell(cell, reading, place, start=column, merged=merged)
        if not read.width:
            read.width = sum(grid[column : column + read.span])
        cells.append(read)
        column += read.span
    return cells


def _read_cell(cell: Element, reading: Reading, place: Surroundings, *, start: int, merged: set[int]) -> TableCell:
    found = cell.find(W + "tcPr")
    properties = {item.tag: item for item in found} if found is not None else {}
    span, width, shade = (properties.get(W + name) for name in ("gridSpan", "tcW", "shd"))
    if shade is not None:
        place = place.on(shading(shade))
    if W + "cellDel" in properties:
        place = replace(place, hidden_cause="deleted")
    elif _continues(properties.get(W + "vMerge"), start, merged):
        place = replace(place, hidden_cause="covered by a merged cell")
    return TableCell(
        start,
        max(1, min(number(span.get(VAL), 1), _MOST_COLUMNS)) if span is not None else 1,
        max(0, number(width.get(W + "w", "").rstrip("%"))) if width is not None and _is_measured(width) else 0,
        read_blocks(cell, reading, place),
    )


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
