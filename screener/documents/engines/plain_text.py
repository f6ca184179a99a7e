"""The bytes of a text file -> Document: one line per line, cells where the writer left a gap.

Text carries no layout, so only what its writer typed is taken: tabs and runs of spaces set cells
apart, a blank line begins a paragraph, a form feed a page, a row of dashes underlines a heading,
and Markdown's marks for headings are read. Not handled: columns drawn with spaces over many lines.
"""

import codecs
import re
from dataclasses import dataclass, replace

from screener.documents.characters import clean_text, split_bullet
from screener.documents.limits import Limits
from screener.errors import EmptyFile, NoTextLayer
from screener.model.document import Cell, Document, Line, ReadingWarning

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_GAP = re.compile(r"[ \t\u00a0\u2000-\u200a\u3000]{2,}|\t")
_HEADING_MARK = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_RULE_CHARACTERS = set("-=_*~#─━═ ")
_LONGEST_HEADING = 60
_LONGEST_JOINED = 200
_SEPARATORS = frozenset("|¦│┃/·•∙⋅●◦◆■▪*")
_DASHES = ("-", "–", "—", "−", "‒")


@dataclass(slots=True)
class TextLine:
    """A line that holds text; `starts` is True after a blank line, None when nothing tells."""

    cells: list[Cell]
    page: int
    bullet: bool = False
    heading: bool = False
    starts: bool | None = None


def extract(data: bytes, sha256: str, limits: Limits) -> Document:
    """The document in a text file. Raises EmptyFile, or NoTextLayer when it holds only blanks."""
    if not data:
        raise EmptyFile("is empty; ask for it again")
    warnings = []
    text = decode_text(data)
    if len(text) > limits.characters:
        text = text[: limits.characters]
        message = f"has more than {limits.characters:,} characters; the rest was not read"
        warnings.append(ReadingWarning("character-limit", message))
    found = split_lines(text)
    if found and found[-1].page > limits.pages:
        found = [line for line in found if line.page <= limits.pages]
        warnings.append(ReadingWarning("page-limit", f"has more than {limits.pages} pages; the rest was not read"))
    if not found:
        raise NoTextLayer("has no text; ask for the resume as PDF or DOCX")
    lines = _number(found)
    return Document("text", sha256, lines[-1].page, lines, warnings=tuple(warnings))


def decode_text(data: bytes) -> str:
    """Text in UTF-8, UTF-16 or UTF-32, else in the Western encoding that Windows used."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken < sum(character > "\x7f" for character in text) - broken:  # mostly UTF-8, cut or patched somewhere
        return text
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def close_gaps(cells: list[Cell]) -> list[Cell]:
    """The cells without those that only separate others ("a   |   b"); a dash joins what it stands between."""
    closed: list[Cell] = []
    is_open = False
    for cell in cells:
        if cell.text in _SEPARATORS:
            continue
        if closed and len(closed[-1].text) <= _LONGEST_JOINED and (is_open or _is_joined(closed[-1].text, cell.text)):
            before = closed[-1]
            closed[-1] = replace(before, text=f"{before.text} {cell.text}", bold=before.bold and cell.bold)
        else:
            closed.append(cell)
        is_open = cell.text in _DASHES
    return closed


def split_lines(text: str) -> list[TextLine]:
    """The lines that hold text, with their cells."""
    lines: list[TextLine] = []
    is_after_blank = True
    for page, sheet in enumerate(text.split("\f"), start=1):
        for raw in _LINE_BREAK.split(sheet):
            if _is_rule(raw):
                if lines and not is_after_blank and _may_be_heading(lines[-1]):
                    lines[-1].heading = True
                is_after_blank = True
            elif line := _find_line(raw, page):
                line.starts = True if is_after_blank else None
                lines.append(line)
                is_after_blank = False
            else:
                is_after_blank = True
    return lines


def _find_line(raw: str, page: int) -> TextLine | None:
    mark = _HEADING_MARK.match(raw)
    first, *others = _split_cells((raw[mark.end() :] if mark else raw).strip()) or [""]
    bullet, first = (False, first) if mark else split_bullet(first + " ")
    texts = (" ".join(clean_text(cell).split()) for cell in (first, *others))
    cells = close_gaps([Cell(text) for text in texts if text])
    return TextLine(cells, page, bullet=bullet, heading=mark is not None) if cells else None


def _may_be_heading(line: TextLine) -> bool:
    return (
        bool(line.starts) and not line.bullet and len(line.cells) == 1 and len(line.cells[0].text) <= _LONGEST_HEADING
    )


def _split_cells(text: str) -> list[str]:
    cells, start = [], 0
    for gap in _GAP.finditer(text):
        if gap[0] == "  " and text[gap.start() - 1] in ".!?":  # typists leave two spaces after a sentence
            continue
        cells.append(text[start : gap.start()])
        start = gap.end()
    return [*cells, text[start:]]


def _is_joined(before: str, after: str) -> bool:
    """Whether a period was set with gaps around its dash ("Jan 2020   –   Present")."""
    if after in _DASHES:
        return True
    if before.endswith(_DASHES):
        return any(map(str.isdigit, after))
    return after.startswith(_DASHES) and any(map(str.isdigit, before))


def _is_rule(raw: str) -> bool:
    return len(raw) > 2 and not raw.isspace() and set(raw.strip()) <= _RULE_CHARACTERS and len(raw.strip()) > 2


def _number(found: list[TextLine]) -> tuple[Line, ...]:
    lines: list[Line] = []
    page = count = 0
    for line in found:
        count = count + 1 if line.page == page else 1
        page = line.page
        cells = tuple(line.cells)
        lines.append(Line(cells, page, count, bullet=line.bullet, heading=line.heading, paragraph_start=line.starts))
    return tuple(lines)
