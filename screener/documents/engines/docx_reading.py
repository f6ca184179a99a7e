"""What is gathered while a DOCX is walked, and the lines as they are before pages number them."""

from dataclasses import dataclass, field, replace

from screener.documents.characters import clean_text
from screener.documents.engines.docx_colours import PAPER, is_same_colour
from screener.documents.engines.docx_fields import Fields
from screener.documents.engines.docx_package import Package
from screener.documents.engines.docx_parts import Part
from screener.documents.engines.docx_shapes import USUAL_PAGE, Page
from screener.documents.engines.docx_styles import Pairs, ParagraphLook, RunLook, Styles
from screener.documents.engines.docx_xml import Element, W, number
from screener.documents.limits import Limits
from screener.model.document import Cell, HiddenText, Line, Link, ReadingWarning

_SLIVER = 0.25  # of the size of the letters: a line of this height shows nothing of them
_TWIPS = 20  # a point
_WIDE_LETTER = 8.0  # points that a letter takes at most, on average


@dataclass(slots=True)
class DraftLine:
    """A line whose region may still change, because a table turns out to be a layout."""

    cells: list[Cell]
    page: int
    region: int = 0
    bullet: bool = False
    heading: bool = False
    starts_paragraph: bool = True
    glyph: str = ""  # the bullet that was taken off; a dash may turn out to be no bullet

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)

    @property
    def size(self) -> float:
        return max((cell.size for cell in self.cells), default=0.0)

    @property
    def bold(self) -> bool:
        return all(cell.bold for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a paragraph stands: its part, what lies beneath it, and whether it is seen at all."""

    part: Part
    fields: Fields
    background: str = PAPER  # six hex digits, or UNKNOWN
    letters: Pairs = ()  # run properties that a table or a shape gives to what is in it
    hidden_cause: str = ""  # everything here is invisible, and why
    region: int = 0
    left_edge: float | None = None  # points from the page's left edge; None where a table decides

    def on(self, background: str) -> "Surroundings":
        """The same place on a background of its own, where it has one."""
        return replace(self, background=background) if background else self

    def hidden(self, cause: str) -> "Surroundings":
        """The same place where nobody sees it; the first cause stays."""
        return replace(self, hidden_cause=self.hidden_cause or cause) if cause else self


@dataclass(slots=True)
class Reading:
    """Everything that is found on the way through the parts."""

    package: Package
    styles: Styles
    limits: Limits
    section_starts: list[bool] = field(default_factory=list)  # whether each section begins on a new page
    page: int = 1
    characters: int = 0
    full: bool = False  # a limit was reached: nothing more is read
    regions: int = 0
    paper_size: Page = USUAL_PAGE
    notes: dict[tuple[str, str], str] = field(default_factory=dict)  # those referred to; why nobody sees it, or ""
    links: list[Link] = field(default_factory=list)
    hidden: list[HiddenText] = field(default_factory=list)
    warnings: list[ReadingWarning] = field(default_factory=list)

    def new_region(self) -> int:
        self.regions += 1
        return self.regions

    def turn_page(self) -> None:
        """A page break was met; pages beyond the limit are not read."""
        if self.page < self.limits.pages:
            self.page += 1
        elif not self.full:
            self._stop("page-limit", f"has more than {self.limits.pages} pages; the rest was not read")

    def count(self, characters: int) -> None:
        self.characters += characters
        if self.characters > self.limits.characters and not self.full:
            self._stop("character-limit", f"has more than {self.limits.characters:,} characters; the rest was not read")

    def hide(self, text: str, cause: str) -> None:
        """Set text apart that a person doesn't see."""
        text = " ".join(clean_text(text).split())
        if text and not self.full:
            self.hidden.append(HiddenText(text, cause, self.page))
            self.count(len(text))

    def clip(self, lines: list[DraftLine], height: float) -> list[DraftLine]:
        """The lines that begin within a height; each takes at least the size of its letters."""
        seen: list[DraftLine] = []
        top = 0.0
        for line in lines:
            if top < height:
                seen.append(line)
            else:
                self.hide(line.text, "clipped")
            top += line.size
        return seen

    def refer(self, kind: str, note: str, cause: str) -> None:
        """A mark of a footnote or endnote was met."""
        self.notes[kind, note] = self.notes.get((kind, note), cause) and cause

    def hiding_cause(self, look: RunLook, place: Surroundings, paragraph: ParagraphLook) -> str:
        """Why nobody sees a run; empty when somebody does, or might."""
        if cause := place.hidden_cause or look.cause:
            return cause
        if 0 < paragraph.line_height < _SLIVER * look.size:
            return "clipped"
        if not is_same_colour(look.color, look.background or place.background):
            return ""
        return "white on white" if is_same_colour(look.color, PAPER) else "same colour as its background"

    def is_off_page(self, element: Element, across: str, down: str) -> bool:
        """Whether a frame or table lies beyond the page, wherever the thing is that its place is counted from."""
        paper = self.paper_size
        x, y, width = (number(element.get(W + name)) / _TWIPS for name in (across, down, "w"))
        counts_from_page = element.get(W + "horzAnchor", element.get(W + "hAnchor")) == "page"
        most = width if across == "x" and width else paper.width
        slack = 0.0 if counts_from_page else paper.width
        return x >= paper.width or x + most + slack <= 0 or y >= paper.height or y <= -2 * paper.height

    def is_outside(self, look: ParagraphLook, left_edge: float, characters: int) -> bool:
        """Whether the indents of a paragraph put all of its text beside the page."""
        width = self.paper_size.width
        start = left_edge + look.left + min(look.first, 0.0)
        return (
            look.left >= width
            or start + characters * _WIDE_LETTER <= 0
            or (look.left <= -width and look.right >= width)
        )

    def _stop(self, code: str, message: str) -> None:
        self.full = True
        self.warnings.append(ReadingWarning(code, message, self.page))


def number_lines(drafts: list[DraftLine]) -> tuple[Line, ...]:
    """The drafts as lines, numbered within their pages; regions in the order in which they are met."""
    counts: dict[int, int] = {}
    regions = {0: 0}
    lines = []
    for draft in drafts:
        counts[draft.page] = counts.get(draft.page, 0) + 1
        lines.append(
            Line(
                cells=tuple(draft.cells),
                page=draft.page,
                number=counts[draft.page],
                region=regions.setdefault(draft.region, len(regions)),
                bullet=draft.bullet,
                heading=draft.heading,
                paragraph_start=draft.starts_paragraph,
            )
        )
    return tuple(lines)
