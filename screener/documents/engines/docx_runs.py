"""One w:p -> its lines, the text boxes anchored in it, its links, and what in it is hidden.

A paragraph is one line, split where it breaks. Tabs and runs of three spaces and more split cells:
that is how dates are set at the right. Insertions are read, deletions are set apart, and of two
renderings of one thing (AlternateContent) the first is read.
"""

import re
from collections.abc import Callable

from screener.documents.characters import clean_text, split_bullet
from screener.documents.engines.docx_reading import DraftLine, Reading, Surroundings
from screener.documents.engines.docx_styles import ParagraphLook, RunLook
from screener.documents.engines.docx_xml import MC, VAL, Element, R, W, alternative, local_name
from screener.documents.engines.plain_text import close_gaps
from screener.model.document import Cell, Link

Piece = tuple[str, RunLook]

_GAP = re.compile(r"\t|[ \u00a0\u2000-\u200a\u3000]{3,}")
_WORDS = re.compile(r'"[^"]*"|[^\s"]+')
_LONGEST_INSTRUCTION = 4_000
_MOST_OPEN_LINKS = 8  # links don't nest; broken fields do
# Bullets of Symbol and Wingdings: they live among the private characters, where cleaning drops them.
_SYMBOLS = str.maketrans({0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF076: "❖", 0xF0FC: "✓", 0xF0A8: "◆", 0xF06E: "■"})
_TRANSPARENT = (
    "hyperlink",
    "ins",
    "moveTo",
    "smartTag",
    "customXml",
    "sdtContent",
    "dir",
    "bdo",
    "fldSimple",
    "rubyBase",
)


class ParagraphReader:
    """Reads one paragraph; `lines` and `boxes` (their w:txbxContent) are what came of it."""

    def __init__(self, reading: Reading, place: Surroundings) -> None:
        self._reading = reading
        self._place = place
        self._style = ""
        self._look = ParagraphLook(heading=False, listed=False, background="", breaks_page=False)
        self._cells: list[list[Piece]] = [[]]
        self._page = reading.page
        self._hidden: list[tuple[str, list[str]]] = []  # causes and pieces
        self._links: list[tuple[str, list[str]]] = []  # open ones, innermost last
        self._fields: list[list[str]] = []  # instructions of open fields; [] once their result is read
        self.lines: list[DraftLine] = []
        self.boxes: list[Element] = []
        self.ends_section = False

    def read(self, paragraph: Element) -> None:
        properties = paragraph.find(W + "pPr")
        self._look = self._reading.styles.paragraph_look(properties)
        if properties is not None:
            style = properties.find(W + "pStyle")
            self._style = style.get(VAL, "") if style is not None else ""
            self.ends_section = properties.find(W + "sectPr") is not None
        self._place = self._place.on(self._look.background)
        if self._look.breaks_page:
            self._reading.turn_page()
        self._page = self._reading.page
        self._walk(paragraph)
        self._end_line()
        while self._links:
            self._close_link()
        for cause, texts in self._hidden:
            self._reading.hide("".join(texts), cause)

    def _walk(self, element: Element) -> None:
        for child in element:
            if handler := _INLINE.get(child.tag):
                handler(self, child)

    def _read_sdt(self, element: Element) -> None:
        content = element.find(W + "sdtContent")
        if content is not None:
            self._walk(content)

    def _read_hyperlink(self, element: Element) -> None:
        relationship = self._place.part.relationships.get(element.get(R + "id", ""))
        if relationship is None or not relationship.external or not relationship.target:
            self._walk(element)
            return
        self._open_link(relationship.target)
        self._walk(element)
        self._close_link()

    def _read_simple_field(self, element: Element) -> None:
        self._open_link(_find_address(element.get(W + "instr", "")))
        self._walk(element)
        self._close_link()

    def _read_deletion(self, element: Element) -> None:
        texts = (child.text or "" for child in element.iter(W + "delText", W + "t"))
        self._hide("".join(texts), "deleted")

    def _read_alternative(self, element: Element) -> None:
        branch = alternative(element)
        if branch is not None:
            self._walk(branch)

    def _read_run(self, run: Element) -> None:
        look = self._reading.styles.run_look(self._style, run.find(W + "rPr"))
        cause = self._reading.hiding_cause(look, self._place)
        self._read_run_content(run, look, cause)

    def _read_run_content(self, run: Element, look: RunLook, cause: str) -> None:
        for child in run:
            tag = child.tag
            if tag == W + "t":
                self._add(child.text or "", look, cause)
            elif tag in _CHARACTERS:
                self._add(_CHARACTERS[tag], look, cause)
            elif tag == MC + "AlternateContent":
                branch = alternative(child)
                if branch is not None:
                    self._read_run_content(branch, look, cause)
            elif handler := _IN_RUN.get(tag):
                handler(self, child, look, cause)

    def _read_break(self, element: Element, _look: RunLook, _cause: str) -> None:
        self._end_line()
        if element.get(W + "type") == "page":
            self._reading.turn_page()
        self._page = self._reading.page

    def _read_symbol(self, element: Element, look: RunLook, cause: str) -> None:
        try:
            character = chr(int(element.get(W + "char", ""), 16))
        except (ValueError, OverflowError):
            return
        self._add(character, look, cause)

    def _read_field_mark(self, element: Element, _look: RunLook, _cause: str) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append([""])
        elif kind == "separate" and self._fields and self._fields[-1]:
            uri = _find_address(self._fields[-1][0])
            self._fields[-1] = []
            self._open_link(uri)
        elif kind == "end" and self._fields and not self._fields.pop() and self._links:
            self._close_link()

    def _read_instruction(self, element: Element, _look: RunLook, _cause: str) -> None:
        if self._fields and self._fields[-1] and len(self._fields[-1][0]) < _LONGEST_INSTRUCTION:
            self._fields[-1][0] += element.text or ""

    def _read_deleted_text(self, element: Element, _look: RunLook, _cause: str) -> None:
        self._hide(element.text or "", "deleted")

    def _read_drawing(self, element: Element, _look: RunLook, cause: str) -> None:
        if cause:
            return
        for item in _walk_drawing(element):
            if item.tag == W + "txbxContent":
                self.boxes.append(item)
            elif (relationship := self._place.part.relationships.get(item.get(R + "id", ""))) and relationship.external:
                self._reading.links.append(Link(relationship.target, "", self._reading.page))

    def _read_note_mark(self, _element: Element, _look: RunLook, _cause: str) -> None:
        self._reading.has_notes = True

    def _read_ruby(self, element: Element, _look: RunLook, _cause: str) -> None:
        self._walk(element)

    def _add(self, text: str, look: RunLook, cause: str) -> None:
        if look.symbols:
            text = "".join(chr(0xF000 + ord(one)) if " " < one < "\u0100" else one for one in text)
        if cause and text.strip():
            self._hide(text, cause)
            return
        if look.hidden or not text:
            return
        for _, parts in self._links[:_MOST_OPEN_LINKS]:
            parts.append(text)
        if "\t" not in text and "   " not in text and "\u00a0" not in text and "\u2003" not in text:
            self._cells[-1].append((text, look))
            return
        first, *others = _GAP.split(text)
        self._cells[-1].append((first, look))
        self._cells.extend([(other, look)] for other in others)

    def _hide(self, text: str, cause: str) -> None:
        if self._hidden and self._hidden[-1][0] == cause:
            self._hidden[-1][1].append(text)
        else:
            self._hidden.append((cause, [text]))

    def _open_link(self, uri: str) -> None:
        self._links.append((uri if len(self._links) < _MOST_OPEN_LINKS else "", []))

    def _close_link(self) -> None:
        uri, parts = self._links.pop()
        if uri:
            text = " ".join(clean_text("".join(parts).translate(_SYMBOLS)).split())
            self._reading.links.append(Link(uri, text, self._reading.page))

    def _end_line(self) -> None:
        cells, self._cells = self._cells, [[]]
        if self._reading.full:
            return
        raw = ["".join(text for text, _ in pieces) for pieces in cells]
        bullet, glyph = False, ""
        first = next((index for index, text in enumerate(raw) if text.strip()), None)
        if first is not None:
            # A bullet that is followed by a tab stands in a cell of its own: the space says so.
            text = raw[first] + " " * (first < len(raw) - 1)
            bullet, raw[first] = split_bullet(text)
            glyph = text[: len(text) - len(raw[first])].strip()
        filled = [_cell(text, pieces) for text, pieces in zip(raw, cells, strict=True) if text.strip()]
        filled = close_gaps([cell for cell in filled if cell.text])
        if not filled:
            return
        is_first = not self.lines
        line = DraftLine(filled, self._page, region=self._place.region, starts_paragraph=is_first, glyph=glyph)
        line.bullet = bullet or (is_first and self._look.listed)
        line.heading = self._look.heading
        self.lines.append(line)
        self._reading.count(sum(len(cell.text) for cell in filled) + 1)


def _cell(text: str, pieces: list[Piece]) -> Cell:
    """A cell with the size that most of its letters have; bold when all are."""
    weights: dict[float, int] = {}
    bold = True
    for piece, look in pieces:
        if piece.strip():
            weights[look.size] = weights.get(look.size, 0) + len(piece)
            bold = bold and look.bold
    size = max(weights, key=lambda size: (weights[size], size), default=0.0)
    return Cell(" ".join(clean_text(text.translate(_SYMBOLS)).split()), size=size, bold=bold)


def _find_address(instruction: str) -> str:
    """The address of a HYPERLINK field; "" when the field is another or leads within the document."""
    words = _WORDS.findall(instruction[:_LONGEST_INSTRUCTION])
    if not words or words[0].upper() != "HYPERLINK":
        return ""
    skip = False
    for word in words[1:]:
        if word.startswith("\\"):
            skip = word[1:2] in {"l", "o", "t"}
        elif skip:
            skip = False
        else:
            return str(word).strip('"')
    return ""


def _walk_drawing(element: Element) -> list[Element]:
    """Text boxes and clickable pictures in a drawing, in order; what lies within a text box is left to it."""
    found: list[Element] = []
    waiting = [element]
    while waiting:
        item = waiting.pop()
        if item.tag == W + "txbxContent":
            found.append(item)
            continue
        if item.tag == MC + "AlternateContent":
            branch = alternative(item)
            waiting.extend([branch] if branch is not None else [])
            continue
        if local_name(item) == "hlinkClick":
            found.append(item)
        waiting.extend(reversed(item))
    return found


_CHARACTERS = {W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-"}
_INLINE: dict[str, Callable[[ParagraphReader, Element], None]] = {
    **dict.fromkeys((W + name for name in _TRANSPARENT), ParagraphReader._walk),
    W + "r": ParagraphReader._read_run,
    W + "sdt": ParagraphReader._read_sdt,
    W + "hyperlink": ParagraphReader._read_hyperlink,
    W + "fldSimple": ParagraphReader._read_simple_field,
    W + "del": ParagraphReader._read_deletion,
    MC + "AlternateContent": ParagraphReader._read_alternative,
}
_IN_RUN: dict[str, Callable[[ParagraphReader, Element, RunLook, str], None]] = {
    W + "br": ParagraphReader._read_break,
    W + "cr": ParagraphReader._read_break,
    W + "sym": ParagraphReader._read_symbol,
    W + "fldChar": ParagraphReader._read_field_mark,
    W + "instrText": ParagraphReader._read_instruction,
    W + "delText": ParagraphReader._read_deleted_text,
    W + "drawing": ParagraphReader._read_drawing,
    W + "pict": ParagraphReader._read_drawing,
    W + "object": ParagraphReader._read_drawing,
    W + "footnoteReference": ParagraphReader._read_note_mark,
    W + "endnoteReference": ParagraphReader._read_note_mark,
    W + "ruby": ParagraphReader._read_ruby,
}
