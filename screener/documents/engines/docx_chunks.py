"""A document of another format that a DOCX embeds (HTML, MIME, plain text) -> draft lines.

Resume builders put a whole page of HTML into a w:altChunk and leave the conversion to Word. Only its
text and its blocks are read, no style sheets: what they hide is not known here.
"""

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
_UNSEEN = {"script", "style", "head", "title", "template", "noscript"}


def read_chunk(data: bytes, *, page: int, region: int) -> list[DraftLine]:
    """The lines of an embedded document; none when its format isn't known."""
    data = data[:_MOST_BYTES]
    head = data[:2_000].lstrip().lower()
    if head.startswith((b"pk\x03\x04", b"{\\rtf", b"\xd0\xcf")):
        return []
    if b"mime-version:" in head or head.startswith(b"content-type:"):
        data = _find_page(data)
        head = data[:2_000].lstrip().lower()
    lines = _read_html(data) if b"<" in head else _read_text(data)
    for line in lines:
        line.page, line.region = page, region
    return lines


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


def _read_html(data: bytes) -> list[DraftLine]:
    # The encoding is settled first: a page rarely says so itself once it has been embedded.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(decode_text(data).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return []
    reader = _PageReader()
    if root is not None:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            reader.take(event, element)
    reader.end_line("")
    return reader.lines


class _PageReader:
    """Collects the text of a page, block by block."""

    def __init__(self) -> None:
        self.lines: list[DraftLine] = []
        self._cells: list[list[str]] = [[]]
        self._is_item = False
        self._unseen = 0

    def take(self, event: str, element: Element) -> None:
        tag = str(element.tag).lower()
        if tag in _UNSEEN:
            self._unseen += 1 if event == "start" else -1
        elif event == "start" and tag in _BLOCKS:
            self.end_line("")
            self._is_item = self._is_item or tag == "li"
        elif event == "end" and tag in _BLOCKS:
            self.end_line(tag)
        elif event == "end" and tag in _CELLS:
            self._cells.append([])
        if not self._unseen:
            self._cells[-1].append((element.text if event == "start" else element.tail) or "")

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
