"""A resume file as a person would see it: lines in reading order, with what is invisible set apart."""

from dataclasses import dataclass, field

CELL_GAP = "   "  # between the cells of a line when it is shown or quoted as one text


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of text set together on one line; a right-aligned date is a cell of its own.

    Coordinates are points from the left edge of the page. They are 0 where the format has no
    geometry (plain text), and nominal in a DOCX.
    """

    text: str
    x0: float = 0.0
    x1: float = 0.0
    size: float = 0.0  # points; 0 when unknown
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page. `number` counts from 1 within its page, in reading order."""

    cells: tuple[Cell, ...]
    page: int
    number: int
    top: float = 0.0  # points from the top of the page, growing downwards
    bottom: float = 0.0
    region: int = 0  # 0 is the main flow of text; each sidebar has a number of its own
    right_edge: float = 0.0  # x1 of the longest line of its column: a line that reaches it may have wrapped
    bullet: bool = False  # a list item begins here; its glyph is not in the text
    heading: bool = False  # the format itself says so (a heading style)
    paragraph_start: bool | None = None  # None when the format doesn't tell

    @property
    def text(self) -> str:
        cells = self.cells
        return cells[0].text if len(cells) == 1 else CELL_GAP.join([cell.text for cell in cells])

    @property
    def size(self) -> float:
        return max((cell.size for cell in self.cells), default=0.0)

    @property
    def bold(self) -> bool:
        return bool(self.cells) and all(cell.bold for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: where it leads, and the words it lies on ("" when unknown)."""

    uri: str
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Text in the file that a person looking at the page doesn't see, and why not."""

    text: str
    cause: str
    page: int


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something a person should know; `page` and `line` are None when it is about the whole file."""

    code: str
    message: str
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class PageSize:
    """The visible page, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Document:
    """What was read. `lines` are in reading order over the whole file, so pages may interleave
    (a sidebar keeps its pages together); page and number of each line say where it stands.
    `page_sizes` are of the pages that were read, in order; empty where the format has no pages on paper."""

    media_type: str  # "pdf", "docx" or "text"
    sha256: str
    page_count: int
    lines: tuple[Line, ...]
    links: tuple[Link, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    warnings: tuple[ReadingWarning, ...] = field(default=())
    page_sizes: tuple[PageSize, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)
