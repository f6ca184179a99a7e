"""Texts with something in front of them -> lines: wrapped under themselves on a terminal, else whole.

A pipe gets each line as one line, so that `grep` and `diff` see what was read.
"""

from collections.abc import Iterator

from rich.text import Text

from screener.reports.pen import MARGIN, Pen


class Sheet:
    """Lays lines out with a pen. `wraps` is False where nobody is watching."""

    def __init__(self, pen: Pen, *, wraps: bool) -> None:
        self.pen = pen
        self.wraps = wraps

    def hang(self, before: Text, text: Text, under: Text | None = None) -> Iterator[Text]:
        """`before` in front of the first line, `under` (blank by default) in front of the wrapped ones."""
        under = Text(" " * before.cell_len) if under is None else under
        room = self.pen.width - before.cell_len
        lines = self.pen.wrap(text, room) if self.wraps and text.cell_len > room else [text]
        for number, line in enumerate(lines):
            whole = self.pen.line(under if number else before, line)
            whole.rstrip()
            yield whole

    def title(self, words: str, aside: str = "") -> Text:
        return self.pen.line(self.pen.text(words, "bold"), self.pen.text(f"  {aside}" if aside else "", "dim"))

    def item(self, text: Text, label: Text | None = None) -> Iterator[Text]:
        """A text below a title, with a label in front of it."""
        yield from self.hang(self.pen.line(MARGIN, *((label, 2) if label else ())), text)
