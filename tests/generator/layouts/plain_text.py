"""A sheet -> a text file: blank lines between sections, dates at the right edge by spaces."""

import textwrap
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.generator.sheet import Row, Sheet, Style

_EDGE = 88


def draw(sheet: Sheet, path: Path, seed: int, *, width: int) -> None:
    """Lines longer than `width` wrap, with list items indented; 0 never wraps."""
    rng = Random(seed)
    bullet = rng.choice(["- ", "• ", "* ", "– "])
    lines = [sheet.name, *([sheet.headline] if sheet.headline else [])]
    lines += [rng.choice([" | ", " · ", "   "]).join(sheet.contact)] if rng.random() < 0.6 else sheet.contact
    for block in sheet.blocks:
        lines += ["", block.heading]
        for at, entry in enumerate(block.entries):
            lines += [""] if at and len(entry.rows) > 1 else []
            for row in entry.rows:
                lines += _lines(row, bullet, width)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _lines(row: Row, bullet: str, width: int) -> Iterator[str]:
    text = (bullet if row.style is Style.BULLET else "") + row.text
    if row.label:
        text = f"{row.label:<28}  {text}"
    if row.right:
        yield f"{text:<{_EDGE - len(row.right)}}   {row.right}"
    elif width and len(text) > width and row.style in {Style.BULLET, Style.TEXT}:
        yield from textwrap.wrap(text, width, subsequent_indent=" " * len(bullet) if row.style is Style.BULLET else "")
    else:
        yield text
