"""A sheet -> a PDF: one column, sidebars, a header band, dates in a column of their own, a table, a timeline."""

from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.generator.layouts.fonts import Font, pick_font
from tests.generator.layouts.pdf_column import Column, Look
from tests.generator.sheet import Block, Sheet

_WIDTH, _HEIGHT, _MARGIN = 595.0, 842.0, 48.0
_ASIDE = {"skills", "languages", "interests", "certificates"}
_SIDEBAR = 165.0
_BAND = 120.0


class Form(NamedTuple):
    """What makes one layout differ from another; all lengths in points."""

    sidebar: str = ""  # "left", "right" or none
    dark: bool = False
    band: bool = False
    label_width: float = 0.0
    dots: bool = False
    grid: bool = False


def draw(sheet: Sheet, path: Path, seed: int, *, form: Form) -> None:
    """Draw all pages; the same seed gives the same file."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.invariant = True
    rng = Random(seed)
    font = pick_font(sheet.language, seed, sheet.text + "•–▪") or Font("Helvetica", "Helvetica-Bold")
    look = Look(font, rng.choice([9.0, 9.5, 10.0, 10.5]), rng.choice([1.2, 1.3, 1.45]), rng.choice(font.bullets))
    look = look._replace(rules=rng.random() < 0.5, bold_titles=rng.random() < 0.85)
    canvas = Canvas(str(path), pagesize=(_WIDTH, _HEIGHT))
    top = _head(canvas, sheet, look, form, rng)
    if form.sidebar:
        _with_sidebar(canvas, sheet, look, form, top)
    else:
        column = Column(canvas, look, (_MARGIN, _WIDTH - _MARGIN), top)
        for block in sheet.blocks:
            column.block(block, form.label_width, dots=form.dots, grid=form.grid)
    canvas.save()


def _head(canvas: Any, sheet: Sheet, look: Look, form: Form, rng: Random) -> float:
    """The name and, unless a sidebar takes it, the contact line. Returns where the rest begins."""
    top = _HEIGHT - _MARGIN
    ink = (0.1, 0.1, 0.1)
    if form.band:
        canvas.setFillColorRGB(0.13, 0.2, 0.35)
        canvas.rect(0, _HEIGHT - _BAND, _WIDTH, _BAND, stroke=0, fill=1)
        ink = (1.0, 1.0, 1.0)
    left = _MARGIN + (_SIDEBAR if form.sidebar == "left" else 0)
    column = Column(canvas, look, (left, _WIDTH - _MARGIN), top, ink)
    column.text(sheet.name, size=look.size * 1.9, bold=True)
    if sheet.headline:
        column.text(sheet.headline, size=look.size * 1.15)
    if not form.sidebar:
        joiner = rng.choice([" | ", " · ", "   "])
        column.text(joiner.join(sheet.contact))
    return min(column.y, _HEIGHT - _BAND - 10 if form.band else column.y) - 8


def _with_sidebar(canvas: Any, sheet: Sheet, look: Look, form: Form, top: float) -> None:
    left = form.sidebar == "left"
    aside, main = _parted(sheet)
    x0 = 22.0 if left else _WIDTH - _SIDEBAR - 12
    ink = (0.1, 0.1, 0.1)
    if form.dark:
        canvas.setFillColorRGB(0.15, 0.18, 0.25)
        canvas.rect(0, 0, _SIDEBAR + 28, _HEIGHT, stroke=0, fill=1)
        ink = (1.0, 1.0, 1.0)
    side = Column(canvas, look, (x0, x0 + _SIDEBAR - 5), _HEIGHT - _MARGIN if left else top, ink)
    if sheet.contact_heading:
        side.heading(sheet.contact_heading)
    for part in sheet.contact:
        side.text(part)
    for block in aside:
        side.block(block, 0)
    edges = (_SIDEBAR + _MARGIN, _WIDTH - _MARGIN + 12) if left else (_MARGIN, x0 - 22)
    column = Column(canvas, look, edges, top)
    for block in main:
        column.block(block, 0)


def _parted(sheet: Sheet) -> tuple[list[Block], list[Block]]:
    """What goes into the sidebar, as far as one page holds it, and what into the main column."""
    aside: list[Block] = []
    rows = len(sheet.contact)
    for block in sheet.blocks:
        more = 3 + sum(len(entry.rows) for entry in block.entries)
        if block.kind in _ASIDE and rows + more < 38:
            aside.append(block)
            rows += more
    return aside, [block for block in sheet.blocks if block not in aside]
