"""The parts of a resume before it is drawn: rows in sections, without any layout."""

from enum import StrEnum
from typing import NamedTuple


class Style(StrEnum):
    TITLE = "title"  # the first line of an entry; bold in most layouts
    DETAIL = "detail"  # other lines of an entry's header
    TEXT = "text"
    BULLET = "bullet"


class Row(NamedTuple):
    """One line. `right` stands at the right edge, `label` in a column of its own on the left."""

    text: str
    right: str = ""
    label: str = ""
    style: Style = Style.TEXT


class Entry(NamedTuple):
    """A job, a degree, a list: rows that belong together."""

    rows: tuple[Row, ...]


class Block(NamedTuple):
    """A section: which one it is ("experience"), its heading as printed ("" for none), its entries."""

    kind: str
    heading: str
    entries: tuple[Entry, ...]


class Sheet(NamedTuple):
    """A whole resume. `contact` has one string for each thing (e-mail, phone, address, links)."""

    name: str
    headline: str
    contact: tuple[str, ...]
    contact_heading: str
    blocks: tuple[Block, ...]
    language: str

    @property
    def text(self) -> str:
        """Everything that is printed, in no particular order."""
        rows = [row for block in self.blocks for entry in block.entries for row in entry.rows]
        headings = [block.heading for block in self.blocks]
        return "\n".join([self.name, self.headline, *self.contact, *headings, *("\n".join(row[:3]) for row in rows)])
