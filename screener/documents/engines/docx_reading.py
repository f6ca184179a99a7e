"""What is gathered while a DOCX is walked, and the lines as they are before pages number them."""

from dataclasses import dataclass, field, replace

from screener.documents.characters import clean_text
from screener.documents.engines.docx_package import Package
from screener.documents.engines.docx_parts import Part
from screener.documents.engines.docx_styles import RunLook, Styles
from screener.documents.limits import Limits
from screener.model.document import Cell, HiddenText, Line, Link, ReadingWarning

_PAPER = "FFFFFF"
_SAME_COLOUR = 8  # of 255, in each channel: what no eye tells apart
_TINY = 2.0  # points


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
    background: str = _PAPER  # six hex digits, or UNKNOWN
    table_styles: tuple[str, ...] = ()  # which may colour what lies beneath
    hidden_cause: str = ""  # everything here is invisible, and why
    region: int = 0

    def on(self, background: str) -> "Surroundings":
        """The same place on a background of its own, where it has one."""
        return replace(self, background=background, table_styles=()) if background else self


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
    has_notes: bool = False
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

    def hiding_cause(self, look: RunLook, place: Surroundings) -> str:
        """Why nobody sees a run; empty when somebody does, or might."""
        if place.hidden_cause:
            return place.hidden_cause
        if look.hidden:
            return "hidden text attribute"
        if look.size <= _TINY:
            return "smaller than 2 pt"
        background = look.background or place.background
        if not _is_same_colour(look.color, background):
            return ""
        if not look.background and any(self.styles.is_shaded_table(style) for style in place.table_styles):
            return ""
        return "white on white" if _is_same_colour(look.color, _PAPER) else "same colour as its background"

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


def _is_same_colour(color: str, background: str) -> bool:
    if len(color) != 6 or len(background) != 6:  # "auto" stands out from anything; UNKNOWN might
        return False
    try:
        pairs = zip(bytes.fromhex(color), bytes.fromhex(background), strict=True)
    except ValueError:
        return False
    return all(abs(one - other) <= _SAME_COLOUR for one, other in pairs)
