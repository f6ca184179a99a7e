"""A document of another format that a DOCX embeds (HTML, MIME, plain text) -> draft lines.

Resume builders put a whole page of HTML into a w:altChunk and leave the conversion to Word. Its text
and its blocks are read, and what its styles plainly hide (display, visibility, size, white on a page
without backgrounds) is set apart. Not handled: selectors of more than one name, inherited sizes.
"""

import re
from typing import NamedTuple

from lxml import etree

from screener.documents.characters import clean_text, split_bullet
from screener.documents.engines.docx_reading import DraftLine
from screener.documents.engines.docx_xml import Element
from screener.documents.engines.plain_text import close_gaps, decode_text, split_lines
from screener.model.document import Cell

_MOST_BYTES = 4_000_000
_BLOCKS = {"p", "div", "li", "tr", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "header",
           "footer", "article", "dt", "dd", "body", "hr", "pre", "blockquote"}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_CELLS = {"td", "th"}
_LONGEST_SHEET = 200_000
_HIDDEN = (
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](?:\.\d+)?\s*(?:px|pt|;|$)"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)"
)
_WHITE = r"(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(?:!|;|$)"
_HIDING = re.compile(_HIDDEN, re.IGNORECASE)
_HIDING_ON_WHITE = re.compile(f"{_HIDDEN}|{_WHITE}", re.IGNORECASE)
_UNSEEN = {"script", "style", "head", "title", "template", "noscript"}


class Chunk(NamedTuple):
    lines: list[DraftLine]
    hidden: list[str]


def read_chunk(data: bytes, *, page: int, region: int) -> Chunk | None:
    """The lines of an embedded document; None when its format isn't known."""
    data = data[:_MOST_BYTES]
    head = data[:2_000].lstrip().lower()
    if head.startswith((b"pk\x03\x04", b"{\\rtf", b"\xd0\xcf")):
        return None
    if b"mime-version:" in head or head.startswith(b"content-type:"):
        data = _find_page(data)
        head = data[:2_000].lstrip().lower()
    chunk = _read_html(data) if b"<" in head else Chunk(_read_text(data), [])
    for line in chunk.lines:
        line.page, line.region = page, region
    return chunk


def _find_page(message: bytes) -> bytes:
    """The HTML page, else the text, within a MIME message."""
    from email import message_from_bytes

    parts = [part for part in message_from_bytes(message).walk() if part.get_content_maintype() == "text"]
    parts.sort(key=lambda part: part.get_content_subtype() != "html")
    payload = parts[0].get_payload(decode=True) if parts else b""
    return payload if isinstance(payload, bytes) else b""


def _read_text(data: bytes) -> list[DraftLine]:
    return [
        DraftLine(line.cells, 1, bullet=line.bullet, heading=line.heading) for line in split_lines(decode_text(data))
    ]


def _read_html(data: bytes) -> Chunk:
    # The encoding is settled first: a page rarely says so itself once it has been embedded.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(decode_text(data).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return Chunk([], [])
    reader = _PageReader(_Sheet(root))
    if root is not None:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            reader.take(event, element)
    reader.end_line("")
    return Chunk(reader.lines, ["".join(reader.hidden)] if reader.hidden else [])


class _Sheet:
    """What the styles of a page hide."""

    def __init__(self, root: Element | None) -> None:
        elements = list(root.iter(etree.Element)) if root is not None else []
        text = "".join(item.text or "" for item in elements if item.tag == "style")[:_LONGEST_SHEET]
        styles = [text, *(item.get("style", "") for item in elements)]
        has_backgrounds = any("background" in style for style in styles) or any(
            item.get("bgcolor") for item in elements
        )
        self._hiding = _HIDING if has_backgrounds else _HIDING_ON_WHITE
        self._names: set[str] = set()
        for rule in text.split("}"):
            names, _, styles_of_rule = rule.partition("{")
            if self._hiding.search(styles_of_rule):
                self._names.update(name.strip().lower() for name in names.split(","))

    def hides(self, element: Element) -> bool:
        if element.get("hidden") is not None or self._hiding.search(element.get("style", "")):
            return True
        names = [
            str(element.tag),
            *(f".{name}" for name in element.get("class", "").split()),
            f"#{element.get('id', '')}",
        ]
        return not self._names.isdisjoint(name.lower() for name in names)


class _PageReader:
    """Collects the text of a page, block by block."""

    def __init__(self, sheet: _Sheet) -> None:
        self.lines: list[DraftLine] = []
        self.hidden: list[str] = []
        self._sheet = sheet
        self._hiding: list[Element] = []  # open elements that hide what is in them
        self._cells: list[list[str]] = [[]]
        self._is_item = False
        self._unseen = 0

    def take(self, event: str, element: Element) -> None:
        tag = str(element.tag).lower()
        if event == "start" and self._sheet.hides(element):
            self._hiding.append(element)
        self._take(event, element, tag)
        if event == "end" and self._hiding and self._hiding[-1] is element:
            self._hiding.pop()

    def _take(self, event: str, element: Element, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen += 1 if event == "start" else -1
        elif event == "start" and tag in _BLOCKS:
            self.end_line("")
            self._is_item = self._is_item or tag == "li"
        elif event == "end" and tag in _BLOCKS:
            self.end_line(tag)
        elif event == "end" and tag in _CELLS:
            self._cells.append([])
        if self._unseen:
            return
        text = (element.text if event == "start" else element.tail) or ""
        outer = self._hiding[:-1] if event == "end" and self._hiding and self._hiding[-1] is element else self._hiding
        (self.hidden if outer else self._cells[-1]).append(text)

    def end_line(self, tag: str) -> None:
        first, *others = ("".join(pieces) for pieces in self._cells)
        bullet, first = split_bullet(first)
        texts = (" ".join(clean_text(text).split()) for text in (first, *others))
        cells = close_gaps([Cell(text) for text in texts if text])
        if cells:
            is_bullet = bullet or self._is_item
            self.lines.append(DraftLine(cells, 1, bullet=is_bullet, heading=tag in _HEADINGS))
            self._is_item = False
        self._cells = [[]]
