"""Words -> styled lines of a terminal: the one place where text becomes Rich text.

Every string passes through `Pen.text`, which makes it inert; no markup and no emoji codes are ever
parsed. Lines are laid out here, not by Rich's tables: a quote may run under several columns, and
nothing is ever wider than the console.
"""

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TextIO

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text

from screener.model.resume import Evidence
from screener.model.screening import Status, Verdict
from screener.reports.quotes import excerpt, shorten, shorten_path
from screener.reports.safe_text import is_right_to_left, plain, visible
from screener.reports.styles import SIGNS, STATUS_STYLES, STYLES, UNCOLOURED, VERDICT_SIGNS, VERDICT_STYLES

PIPED_WIDTH = 120  # of an output that isn't a terminal, so that a log doesn't depend on a window
USUAL_WIDTH = 80  # of a terminal that doesn't say
NARROWEST, WIDEST = 60, 200  # below, columns fall apart; above, eyes lose the line
PROSE = 140  # the widest that sentences run, however wide the console is
MARGIN = 2
GAP = 2  # between columns

_LONGEST = 2000  # characters of any one text; nobody reads more of a name or a message in a terminal
_LEFT_TO_RIGHT = (
    "\u200e"  # ends a stretch of Arabic or Hebrew, so that a terminal doesn't move the next column before it
)


class Column(NamedTuple):
    width: int
    right: bool = False


class Pen:
    """Writes on one console, in the signs and the encoding that it has.

    `has_cut` says whether anything was shortened so far: who cuts must also say where the whole is.
    """

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = min(max(console.width, NARROWEST), WIDEST)
        self._plain = not console.encoding.lower().startswith("utf") or os.environ.get("TERM") == "dumb"
        self._ellipsis = self._clean("…")
        self._styles = UNCOLOURED if console.no_color else STYLES
        self.has_cut = False

    def text(self, value: str, style: str = "") -> Text:
        if len(value) > _LONGEST:
            self.has_cut = True
            value = f"{value[:_LONGEST]}…"
        return self.whole(value, style)

    def whole(self, value: str, style: str = "") -> Text:
        """The text however long it is, for what must not be cut."""
        return Text(self._clean(value), style=self._styles.get(style, style), no_wrap=True, end="")

    def short(self, value: str, width: int, style: str = "") -> Text:
        """The beginning of the text, in at most so many cells."""
        text = self.text(value, style)
        return self._cut(text, shorten(text.plain, width, self._ellipsis))

    def path(self, value: str, width: int, style: str = "") -> Text:
        """The end of a path, in at most so many cells."""
        text = self.whole(value[-_LONGEST:], style)
        return self._cut(text, shorten_path(text.plain, width, self._ellipsis))

    def sign(self, status: Status, word: str = "", style: str | None = None) -> Text:
        return self.text(f"{SIGNS[status]} {word}".rstrip(), STATUS_STYLES[status] if style is None else style)

    def badge(self, verdict: Verdict, words: str) -> Text:
        """The verdict on its colour; in brackets where the console has no styles at all."""
        left, right = "  " if self.console.color_system else "[]"
        label = f"{left}{VERDICT_SIGNS[verdict]} {words.upper()}{right}"
        return self.text(label, f"bold reverse {VERDICT_STYLES[verdict]}")

    def line(self, *parts: Text | int) -> Text:
        """Texts one after the other, each in its own style; a number is so many spaces."""
        line = Text(no_wrap=True, end="")
        for part in parts:
            line.append_text(Text(" " * part) if isinstance(part, int) else part)
        return line

    def join(self, parts: Iterable[Text], by: str = " ") -> Text:
        """Texts on one line with something between them; empty ones are left out."""
        shown = [part for part in parts if part]
        between = self.text(by, "dim")
        return self.line(*[piece for part in shown for piece in (between, part)][1:])

    def quote(self, evidence: Evidence, width: int, places: Sequence[str], lines: int = 1) -> list[Text]:
        """The words around the match in italics, the match in bold, and where they stand.

        Of the places, which go from long to short, the first that leaves the quote whole. A quote that is
        longer than so many lines is cut at both ends.
        """
        full = width * lines - 8 * (lines - 1)  # words don't break where a line does
        whole = cell_len(self._clean(evidence.quote)) if len(evidence.quote) < full else full
        place = next((place for place in places if whole + cell_len(place) + 4 <= full), places[-1])
        where = self.short(place, width // 2, "dim")
        words, start, end = excerpt(
            evidence.quote,
            evidence.matched,
            width=max(full - where.cell_len - 4, 8),
            ellipsis=self._ellipsis,
            clean=self._clean,
        )
        self.has_cut |= len(words) < len(evidence.quote)
        text = Text(self._clean("“") + words + self._clean("”"), style=STYLES["quote"], no_wrap=True, end="")
        if end > start:
            text.stylize(STYLES["matched"], 1 + start, 1 + end)
        return self.flow([self._ended(text), where], width, 2)

    def flow(self, parts: Iterable[Text], width: int, gap: int = GAP) -> list[Text]:
        """Texts one after the other; one that doesn't fit begins a new line, and only what is longer is wrapped."""
        lines: list[Text] = []
        for part in parts:
            if lines and lines[-1].cell_len + gap + part.cell_len <= width:
                lines[-1] = self.line(lines[-1], gap, part)
            else:
                lines += self.wrap(part, width)
                for line in lines:
                    line.rstrip()
        return lines

    def wrap(self, text: Text, width: int) -> list[Text]:
        loose = text.copy()
        loose.no_wrap = False
        return list(loose.wrap(self.console, max(width, 1), overflow="fold")) or [text]

    def row(self, cells: Sequence[Text], columns: Sequence[Column], indent: int = MARGIN) -> list[Text]:
        """Cells side by side, each wrapped in its column; as many lines as the longest cell needs."""
        wrapped = [self.wrap(cell, column.width) for cell, column in zip(cells, columns, strict=True)]
        lines = []
        for number in range(max(map(len, wrapped))):
            line = Text(" " * indent, no_wrap=True, end="")
            for cell_lines, column in zip(wrapped, columns, strict=True):
                cell = cell_lines[number] if number < len(cell_lines) else Text()
                pad = max(column.width - cell.cell_len, 0)
                line.append(" " * pad if column.right else "").append_text(self._ended(cell))
                line.append(" " * (GAP if column.right else pad + GAP))
            line.rstrip()
            lines.append(line)
        return lines

    def paragraph(self, text: Text, indent: int = MARGIN) -> list[Text]:
        """Text wrapped at the width of the console."""
        return self.row([text], [Column(min(self.width, PROSE) - indent)], indent)

    def print(self, lines: Iterable[Text]) -> None:
        self.console.print(_Lines(lines), crop=False, no_wrap=True, overflow="ignore")

    def _cut(self, text: Text, shown: str) -> Text:
        if shown != text.plain:
            self.has_cut = True
            text.plain = shown
        return self._ended(text)

    def _ended(self, text: Text) -> Text:
        """The text, and after letters that run from right to left a mark that what follows doesn't."""
        if not self._plain and is_right_to_left(text.plain) and not text.plain.endswith(_LEFT_TO_RIGHT):
            text.append(_LEFT_TO_RIGHT)
        return text

    def _clean(self, value: str) -> str:
        """The string as this console can show it."""
        shown = visible(value)
        return plain(shown, self.console.encoding) if self._plain else shown


class _Lines:
    """Lines as Rich prints them, without measuring and wrapping them a second time."""

    def __init__(self, lines: Iterable[Text]) -> None:
        self._lines = lines

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self._lines:
            yield from line.render(console)
            yield Segment.line()


def open_console(stream: TextIO, width: int | None = None) -> Console:
    """A console on the stream. Colours and the width of the window only on a terminal, unless forced."""
    size = (
        width or window_width(stream) or PIPED_WIDTH,
        25,
    )  # Rich takes a width alone for a guess, and no height at all
    return Console(file=stream, width=size[0], height=size[1], markup=False, emoji=False, highlight=False)


def window_width(stream: TextIO) -> int | None:
    """COLUMNS when it is a number, else those of the window; None where nobody is watching.

    Asked here, not by Rich: it asks standard input's window first, and fails on a COLUMNS of "²".
    """
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns[:6]) > 0:
        return int(columns[:6])
    if not stream.isatty():
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL_WIDTH
    except (OSError, ValueError):
        return USUAL_WIDTH


def widest(cells: Iterable[Text], most: int) -> int:
    """The width of a column that holds these cells, and is at most so wide."""
    return min(max((cell.cell_len for cell in cells), default=0), most)
