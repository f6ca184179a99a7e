"""One w:p -> its lines, the text boxes anchored in it, its links, and what in it is hidden.

A paragraph is one line, split where it breaks. Tabs and runs of three spaces and more split cells:
that is how dates are set at the right. Insertions are read, deletions are set apart, and of two
renderings of one thing (AlternateContent) the one that is shown is read. Of fields the result is
read, not the code.
"""

import re
from collections.abc import Callable

from screener.documents.engines.docx_fields import chosen_entry, find_address
from screener.documents.engines.docx_graphics import read_graphic
from screener.documents.engines.docx_lines import Piece, as_symbols, make_line, shown_text, split_cells, symbol_text
from screener.documents.engines.docx_properties import phantom_cause
from screener.documents.engines.docx_reading import DraftLine, Reading, Surroundings
from screener.documents.engines.docx_shapes import TextBox, read_drawing
from screener.documents.engines.docx_styles import ParagraphLook, RunLook
from screener.documents.engines.docx_xml import MC, VAL, Element, M, R, W, alternative
from screener.model.document import Link

_WORD = re.compile(r"[A-Za-z]{3}")
_NEAR, _FAR = 10.0, 250.0  # points: no honest indent
_MOST_OPEN_LINKS = 8  # links don't nest; broken fields do
_TRANSPARENT = (
    "hyperlink",
    "ins",
    "moveTo",
    "smartTag",
    "customXml",
    "sdtContent",
    "dir",
    "fldSimple",
    "rubyBase",
)


class ParagraphReader:
    """Reads one paragraph; `lines` and `boxes` are what came of it, `drawn` the lines of its pictures."""

    def __init__(self, reading: Reading, place: Surroundings) -> None:
        self._reading = reading
        self._place = place
        self._style = ""
        self._look = ParagraphLook()
        self._cells: list[list[Piece]] = [[]]
        self._page = reading.page
        self._hidden: list[tuple[str, list[str]]] = []  # causes and pieces
        self._links: list[tuple[str, list[str]]] = []  # open ones, innermost last
        self._tabs, self._is_beyond = 0, False
        self.lines: list[DraftLine] = []
        self.boxes: list[TextBox] = []
        self.drawn: list[str] = []
        self.ends_section = False

    def read(self, paragraph: Element) -> None:
        properties = paragraph.find(W + "pPr")
        self._take_properties(properties)
        look = self._look
        edge = self._place.left_edge
        if edge is not None and (edge < -_NEAR or look.left < -_FAR or look.left > _FAR or look.first < -_FAR):
            characters = sum(len(text.text or "") for text in paragraph.iter(W + "t"))
            if look.starts_left and self._reading.is_outside(look, edge, characters):
                self._place = self._place.hidden("outside the page")
        self._page = self._reading.page
        if look.label:
            self._add(f"{look.label.text} ", *self._look_of(look.label.level))
        self._walk(paragraph)
        self._end_line()
        while self._links:
            self._close_link()
        for cause, texts in self._hidden:
            self._reading.hide("".join(texts), cause)

    def _take_properties(self, properties: Element | None) -> None:
        look = self._look = self._reading.styles.paragraph_look(properties)
        self._style, self.ends_section = look.style, look.ends_section
        frame = properties.find(W + "framePr") if look.is_framed and properties is not None else None
        if frame is not None and self._reading.is_off_page(frame, "x", "y"):
            self._place = self._place.hidden("outside the page")
        self._place = self._place.on(self._look.background)
        if self._look.breaks_page:
            self._reading.turn_page()

    def _walk(self, element: Element) -> None:
        for child in element:
            if handler := _INLINE.get(child.tag):
                handler(self, child)

    def _read_override(self, element: Element) -> None:
        """Letters that are turned round; the characters that do the same are put around them."""
        marks = ("\u202e", "\u202c") if element.get(VAL) == "rtl" else ("", "")
        look = self._reading.styles.run_look(self._style, None)
        self._show(marks[0], look)
        self._walk(element)
        self._show(marks[1], look)

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
        self._open_link(find_address(element.get(W + "instr", "")))
        self._walk(element)
        self._close_link()

    def _read_deletion(self, element: Element) -> None:
        texts = (child.text or "" for child in element.iter(W + "delText", W + "t"))
        self._hide("".join(texts), "deleted")

    def _read_alternative(self, element: Element) -> None:
        branch = alternative(element)
        if branch is not None:
            self._walk(branch)

    def _read_formula(self, element: Element) -> None:
        for run in element.iter(M + "r"):
            look, cause = self._look_of(run)
            cause = cause or phantom_cause(run)
            for text in run.iter(M + "t", W + "t"):
                self._add(text.text or "", look, cause)

    def _look_of(self, run: Element) -> tuple[RunLook, str]:
        look = self._reading.styles.run_look(self._style, run.find(W + "rPr"), self._place.letters)
        return look, self._reading.hiding_cause(look, self._place, self._look)

    def _read_run(self, run: Element) -> None:
        self._read_run_content(run, *self._look_of(run))

    def _read_run_content(self, run: Element, look: RunLook, cause: str) -> None:
        for child in run:
            tag = child.tag
            if tag == W + "t":
                self._add(child.text or "", look, cause)
            elif tag in _CHARACTERS:
                if self._look.tabs and tag == W + "tab":
                    self._jump()
                self._add(_CHARACTERS[tag], look, cause)
            elif tag == MC + "AlternateContent":
                branch = alternative(child)
                if branch is not None:
                    self._read_run_content(branch, look, cause)
            elif handler := _IN_RUN.get(tag):
                handler(self, child, look, cause)

    def _jump(self) -> None:
        """A tab leads at least to the stop of its number, which may be beyond the page."""
        self._tabs += 1
        stops = self._look.tabs
        self._is_beyond = self._tabs <= len(stops) and stops[self._tabs - 1] >= self._reading.paper_size.width

    def _read_break(self, element: Element, _look: RunLook, _cause: str) -> None:
        self._end_line()
        if element.get(W + "type") == "page":
            self._reading.turn_page()
        self._page = self._reading.page

    def _read_symbol(self, element: Element, look: RunLook, cause: str) -> None:
        character = symbol_text(element.get(W + "char", ""), element.get(W + "font", ""))
        self._add(character, look._replace(symbols=False), cause)

    def _read_field_mark(self, element: Element, look: RunLook, cause: str) -> None:
        kind, fields = element.get(W + "fldCharType"), self._place.fields
        if kind == "begin":
            fields.begin(element)
            self._add(chosen_entry(element), look, cause, is_code=False)
        elif kind == "separate" and (address := fields.separate(self)):
            self._open_link(address)
        elif kind == "end":
            ends_link, shown = fields.end(self)
            if ends_link and self._links:
                self._close_link()
            self._add(shown, look, cause)

    def _read_instruction(self, element: Element, _look: RunLook, _cause: str) -> None:
        self._place.fields.add(element.text or "")

    def _read_deleted_text(self, element: Element, _look: RunLook, _cause: str) -> None:
        self._hide(element.text or "", "deleted")

    def _read_drawing(self, element: Element, look: RunLook, _cause: str) -> None:
        """Boxes and pictures; the colour and size of the run that holds them say nothing about them."""
        above = self._place.hidden_cause or (look.cause if look.hidden else "")
        found = read_drawing(element, self._reading.styles.theme, self._reading.paper_size)
        self.boxes += [box._replace(cause=above or box.cause) for box in found.boxes]
        if above:
            return
        part = self._place.part
        for link in found.links:
            if (relationship := part.relationships.get(link)) and relationship.external:
                self._reading.links.append(Link(relationship.target, "", self._reading.page))
        self.drawn += found.words
        for kind, relationship_id in found.graphics:
            self.drawn += read_graphic(kind, relationship_id, part, self._reading.package)

    def _read_note_mark(self, element: Element, _look: RunLook, cause: str) -> None:
        kind = "footnotes" if element.tag == W + "footnoteReference" else "endnotes"
        self._reading.refer(kind, element.get(W + "id", ""), cause)

    def _read_ruby(self, element: Element, look: RunLook, cause: str) -> None:
        """Characters with their reading above them, which is written in brackets here."""
        base, above = element.find(W + "rubyBase"), element.find(W + "rt")
        if base is not None:
            self._walk(base)
        if above is not None:
            cells, self._cells = self._cells, [[]]
            self._walk(above)
            cells, self._cells = self._cells, cells
            text = "".join(piece for pieces in cells for piece, _ in pieces)
            self._add(f"({text})" if text.strip() else "", look, cause)

    def _add(self, text: str, look: RunLook, cause: str, *, is_code: bool = True) -> None:
        if self._is_beyond:
            cause = cause or "outside the page"
        if is_code and not cause and self._place.fields.in_code:
            cause = "field code"
        if look.symbols and not cause:
            if _WORD.search(text):
                self._hide(text, "drawn as symbols")
            text = as_symbols(text)
        if cause and text.strip():
            self._hide(text, cause)
        elif text and not look.hidden:
            self._show(text, look)

    def _show(self, text: str, look: RunLook) -> None:
        for _, parts in self._links[:_MOST_OPEN_LINKS]:
            parts.append(text)
        first, *others = split_cells(text)
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
            self._reading.links.append(Link(uri, shown_text("".join(parts)), self._reading.page))

    def _end_line(self) -> None:
        cells, self._cells = self._cells, [[]]
        self._tabs, self._is_beyond = 0, False
        if self._reading.full:
            return
        line = make_line(cells, self._page, self._place.region)
        if line is None:
            return
        line.starts_paragraph = not self.lines
        line.bullet = line.bullet or (line.starts_paragraph and self._look.listed)
        line.heading = self._look.heading
        self.lines.append(line)
        self._reading.count(sum(len(cell.text) for cell in line.cells) + 1)


_CHARACTERS = {W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-"}
_INLINE: dict[str, Callable[[ParagraphReader, Element], None]] = {
    **dict.fromkeys((W + name for name in _TRANSPARENT), ParagraphReader._walk),
    W + "r": ParagraphReader._read_run,
    W + "sdt": ParagraphReader._read_sdt,
    W + "bdo": ParagraphReader._read_override,
    W + "hyperlink": ParagraphReader._read_hyperlink,
    W + "fldSimple": ParagraphReader._read_simple_field,
    W + "del": ParagraphReader._read_deletion,
    MC + "AlternateContent": ParagraphReader._read_alternative,
    M + "oMath": ParagraphReader._read_formula,
    M + "oMathPara": ParagraphReader._read_formula,
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
