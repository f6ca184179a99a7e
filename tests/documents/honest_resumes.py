"""Honest resumes of many looks, written operator by operator -> PDFs in which a person sees every word.

Each is made of a few of the devices below, picked by a seed: dark sidebars and bands, coloured and
zebra tables, badges, pictures and gradients behind white words, soft masks, groups, clips and more.

    python -m tests.documents.honest_resumes [COUNT] [FOLDER]

prints how many of them are said to hide something, and with a folder keeps the files there.
"""

# ruff: noqa: E501 -- programs of pages read better unbroken

import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from tests.documents.honest_objects import CATALOG, HIGHLIGHT, OBJECTS, RESOURCES
from tests.documents.pdf_fixtures import make_pdf, text

DARK = ("0 0 .4", ".1 .2 .3", "0 0 0", ".3 0 .1", ".05 .3 .25", ".2 .2 .2")
LIGHT = ("1 1 1", ".95 .95 .95", ".9 .95 1", "1 .97 .9")
SKILLS = ("Python", "Kubernetes", "Terraform", "Kafka", "TypeScript", "PostgreSQL", "Azure", "Go", "NestJS")
JOBS = ("Backend Engineer", "Data Analyst", "Team Lead", "Site Reliability Engineer", "Consultant")
WHITE = "1 1 1"

Draw = Callable[["Sheet"], str]


class Sheet:
    """A page that is filled from top to bottom; `random` decides on everything."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.y = 690.0
        self.dark = self.random.choice(DARK)

    def down(self, by: float) -> float:
        self.y -= by
        return self.y

    def words(self) -> str:
        return f"{self.random.choice(JOBS)} {self.random.choice(SKILLS)} {self.random.randint(2010, 2024)}"

    def skills(self, count: int = 3) -> list[str]:
        return self.random.sample(SKILLS, count)


def ink(colour: str, inner: str) -> str:
    return f"q {colour} rg {inner} Q\n"


def rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"{x:g} {y:g} {width:g} {height:g} re"


def rounded(x: float, y: float, width: float, height: float) -> str:
    """A box with round ends."""
    r, k = height / 2, 0.4477 * height / 2
    right, top = x + width, y + height
    return (
        f"{x + r:g} {y:g} m {right - r:g} {y:g} l {right - k:g} {y:g} {right:g} {y + k:g} {right:g} {y + r:g} c "
        f"{right:g} {top - k:g} {right - k:g} {top:g} {right - r:g} {top:g} c {x + r:g} {top:g} l "
        f"{x + k:g} {top:g} {x:g} {top - k:g} {x:g} {y + r:g} c {x:g} {y + k:g} {x + k:g} {y:g} {x + r:g} {y:g} c h"
    )


def circle(x: float, y: float, radius: float) -> str:
    return rounded(x - radius, y - radius, 2 * radius, 2 * radius)


def header_band(sheet: Sheet) -> str:
    return ink(sheet.dark, rectangle(0, 700, 612, 92) + " f") + ink(WHITE, text("Jane Example", 72, 740, size=24))


def header_of_lines(sheet: Sheet) -> str:
    line = f"q {sheet.dark} RG 80 w 0 745 m 612 745 l S Q "
    return line + ink(WHITE, text("Jane Example", 72, 740, size=22))


def header_polygon(sheet: Sheet) -> str:
    return ink(sheet.dark, "0 792 m 612 792 l 612 740 l 0 700 l h f") + ink(
        WHITE, text("Jane Example", 72, 750, size=20)
    )


def header_picture(sheet: Sheet) -> str:
    return "q 612 0 0 92 0 700 cm /Photo Do Q " + ink(WHITE, text("Jane Example", 72, 740, size=24))


def header_gradient(sheet: Sheet) -> str:
    name = sheet.random.choice(("/Shade", "/Radial"))
    return f"q 0 700 612 92 re W n {name} sh Q " + ink(WHITE, text("Jane Example", 72, 740, size=24))


def header_stripes(sheet: Sheet) -> str:
    """A gradient as older programs draw it, in strips of a point or less."""
    step = sheet.random.choice((0.5, 1.0, 2.0))
    strips = (f"{at / 600:.3f} .1 .4 rg 0 {700 + at * step:g} 612 {step + 0.1:g} re f" for at in range(int(92 / step)))
    return "q " + "\n".join(strips) + " Q " + ink(WHITE, text("Jane Example", 72, 740, size=24))


def header_pattern(sheet: Sheet) -> str:
    name = sheet.random.choice(("/Tiles", "/Fade"))
    return f"q /Pattern cs {name} scn 0 700 612 92 re f Q " + ink(WHITE, text("Jane Example", 72, 740, size=24))


def header_form(sheet: Sheet) -> str:
    return "/Band Do " + ink(WHITE, text("Jane Example", 72, 740, size=24))


def header_cmyk(sheet: Sheet) -> str:
    return "q 1 .9 .1 .5 k 0 700 612 92 re f Q q 0 0 0 0 k " + text("Jane Example", 72, 740, size=24) + " Q "


def header_spot(sheet: Sheet) -> str:
    name = sheet.random.choice(("/Spot", "/SpotPs", "/Icc", "/Light"))
    full = {"/Spot": "1", "/SpotPs": "1", "/Icc": ".1 .1 .4", "/Light": "20 5 -30"}[name]
    none = {"/Spot": "0", "/SpotPs": "0", "/Icc": "1 1 1", "/Light": "100 0 0"}[name]
    band = f"q {name} cs {full} scn 0 700 612 92 re f Q "
    return band + f"q {name} cs {none} scn {text('Jane Example', 72, 740, size=24)} Q "


def header_see_through(sheet: Sheet) -> str:
    opacity = sheet.random.choice(("/Half", "/Most"))
    return (
        f"q {opacity} gs "
        + ink("0 0 0", rectangle(0, 700, 612, 92) + " f")
        + "Q "
        + ink(WHITE, text("Jane Example", 72, 740))
    )


def header_group(sheet: Sheet) -> str:
    return f"q {sheet.random.choice(('/Half', '/Multiply', '/Solid'))} gs /Card Do Q "


def header_masked(sheet: Sheet) -> str:
    return (
        "q /Masked gs "
        + ink(sheet.dark, rectangle(0, 700, 612, 92) + " f")
        + "Q "
        + ink(WHITE, text("Jane Example", 72, 740))
    )


def sidebar(sheet: Sheet) -> str:
    lines = "".join(text(skill, 440, 600 - 16 * at) for at, skill in enumerate(sheet.skills(6)))
    return ink(sheet.dark, rectangle(420, 0, 192, 700) + " f") + ink(WHITE, lines)


def sidebar_of_boxes(sheet: Sheet) -> str:
    boxes = "".join(rectangle(420, 100 * at, 192, 100) + " " for at in range(7))
    lines = "".join(text(skill, 440, 605 - 20 * at) for at, skill in enumerate(sheet.skills(6)))
    return ink(sheet.dark, boxes + "f") + ink(WHITE, lines)


def sidebar_picture(sheet: Sheet) -> str:
    lines = "".join(text(skill, 440, 600 - 16 * at) for at, skill in enumerate(sheet.skills(6)))
    return "q 192 0 0 700 420 0 cm /Photo Do Q " + ink(WHITE, lines)


def zebra(sheet: Sheet) -> str:
    parts = []
    for at in range(4):
        y = sheet.down(16)
        shade = sheet.random.choice(LIGHT) if at else sheet.dark
        parts.append(ink(shade, rectangle(60, y - 4, 340, 16) + " f"))
        parts.append(ink("0 0 0" if at else WHITE, text(sheet.words(), 66, y, size=9)))
    return "".join(parts)


def white_grid(sheet: Sheet) -> str:
    """A dark table with white lines, drawn after its words."""
    top, rows = sheet.y, [sheet.words() for _ in range(3)]
    cells = ink(sheet.dark, rectangle(60, top - 60, 340, 54) + " f")
    words = "".join(text(row, 66, top - 20 - 18 * at, size=9) for at, row in enumerate(rows))
    lines = "".join(f"60 {top - 6 - 18 * at:g} m 400 {top - 6 - 18 * at:g} l S " for at in range(4))
    sheet.down(66)
    return cells + ink(WHITE, words) + f"q 1 G 1 w {lines} Q " + ink(WHITE, rectangle(230, top - 60, 1, 54) + " f")


def pills(sheet: Sheet) -> str:
    y, x, parts = sheet.down(24), 66.0, []
    for skill in sheet.skills(4):
        width = 7.0 * len(skill) + 12
        parts.append(ink(sheet.dark, rounded(x, y - 5, width, 16) + " f") + ink(WHITE, text(skill, x + 8, y)))
        x += width + 6
    return "".join(parts)


def pills_by_clip(sheet: Sheet) -> str:
    """Pills as browsers draw them: a box that is cut to shape."""
    y, x, parts = sheet.down(24), 66.0, []
    for skill in sheet.skills(4):
        width = 7.0 * len(skill) + 12
        parts.append(ink(sheet.dark, f"{rounded(x, y - 5, width, 16)} W n {rectangle(x - 1, y - 6, width + 2, 18)} f"))
        parts.append(ink(WHITE, text(skill, x + 8, y)))
        x += width + 6
    return "".join(parts)


def number_in_circle(sheet: Sheet) -> str:
    y = sheet.down(30)
    return (
        ink(sheet.dark, circle(80, y + 3.5, 11) + " f") + ink(WHITE, text("12", 74.5, y)) + text(sheet.words(), 100, y)
    )


def ribbon(sheet: Sheet) -> str:
    """White words along a band that is turned."""
    y = sheet.down(60)
    band = f".966 .259 -.259 .966 70 {y:g} cm {rectangle(0, -6, 220, 22)} f"
    words = f"BT /F1 10 Tf .966 .259 -.259 .966 70 {y:g} Tm 8 0 Td ({sheet.skills(1)[0]} Meetup Host) Tj ET"
    return ink(sheet.dark, band) + ink(WHITE, words)


def turned_label(sheet: Sheet) -> str:
    y = sheet.down(90)
    words = f"BT /F1 10 Tf 0 1 -1 0 52 {y + 8:g} Tm (Experience) Tj ET"
    return ink(sheet.dark, rectangle(40, y, 18, 80) + " f") + ink(WHITE, words)


def shadow(sheet: Sheet) -> str:
    y, words = sheet.down(30), sheet.words()
    back = sheet.random.choice((WHITE, ".8 .8 .8", ".6 .6 .6"))
    return ink(back, text(words, 66.6, y - 0.6, size=16)) + text(words, 66, y, size=16)


def outlined(sheet: Sheet) -> str:
    y = sheet.down(30)
    return f"q {sheet.dark.split()[0]} G .5 w 1 1 1 rg {sheet.random.choice((1, 2))} Tr {text(sheet.words(), 66, y, size=18)} Q "


def ghost(sheet: Sheet) -> str:
    """What a template left in white under the words that replaced it."""
    y, words = sheet.down(18), sheet.words()
    return ink(WHITE, text(words, 66, y)) + text(words, 66, y)


def watermark(sheet: Sheet) -> str:
    words = "BT /F2 60 Tf .7 .7 -.7 .7 120 150 Tm (SAMPLE) Tj ET"
    return sheet.random.choice((ink(".85 .85 .85", words), f"q /Faint gs {words} Q "))


def highlighter(sheet: Sheet) -> str:
    """A highlight painted over words, or beneath them."""
    y, words = sheet.down(20), sheet.words()
    band = rectangle(64, y - 3, 190, 13) + " f"
    over = text(words, 66, y) + f"q /Multiply gs 1 1 .3 rg {band} Q "
    return sheet.random.choice(
        (over, ink("1 1 .3", band) + text(words, 66, y), f"{text(words, 66, y)} q /Faint gs 1 .9 0 rg {band} Q ")
    )


def lined(sheet: Sheet) -> str:
    """Underlines, and a line through."""
    y, words = sheet.down(20), sheet.words()
    at = sheet.random.choice((-2.0, -3.0, 3.0))
    return text(words, 66, y) + ink("0 0 0", rectangle(66, y + at, 150, 0.7) + " f")


def tight_clip(sheet: Sheet) -> str:
    y = sheet.down(20)
    return f"q {rectangle(65, y - 2.2, 260, 9.6)} W n {text(sheet.words(), 66, y)} Q "


def clip_by_shape(sheet: Sheet) -> str:
    y = sheet.down(24)
    return f"q {rounded(55, y - 8, 330, 24)} W n {rectangle(50, y - 10, 340, 30)} W n {text(sheet.words(), 75, y)} Q "


def stencil(sheet: Sheet) -> str:
    """Letters filled with a gradient or a picture."""
    y = sheet.down(34)
    fill = sheet.random.choice(
        ("/Shade sh", f"{sheet.dark} rg {rectangle(50, y - 10, 400, 40)} f", f"400 0 0 40 50 {y - 10:g} cm /Photo Do")
    )
    return f"q 7 Tr {text(sheet.words(), 66, y, size=20)} {fill} Q "


def logo(sheet: Sheet) -> str:
    y = sheet.down(30)
    name = sheet.random.choice(("/Photo", "/Cut", "/Stencil"))
    return f"q 20 0 0 20 66 {y - 4:g} cm {name} Do Q " + text(sheet.words(), 92, y)


def under_a_cut_picture(sheet: Sheet) -> str:
    y = sheet.down(30)
    name = sheet.random.choice(("/Cut", "/Stencil"))
    return text(sheet.words(), 66, y) + f"q .9 g 200 0 0 24 60 {y - 8:g} cm {name} Do Q "


def card(sheet: Sheet) -> str:
    """A white card on a tinted page, with a see-through shadow."""
    y = sheet.down(60)
    shade = f"q /Faint gs 0 g {rectangle(62, y - 8, 330, 50)} f Q "
    return (
        ink(".92 .92 .95", rectangle(50, y - 14, 360, 66) + " f")
        + shade
        + ink(WHITE, rectangle(60, y - 4, 330, 50) + " f")
        + text(sheet.words(), 70, y + 20)
    )


def layered(sheet: Sheet) -> str:
    """White over dark over white: what is beneath the words is the last."""
    y = sheet.down(34)
    panels = ink(WHITE, rectangle(60, y - 8, 300, 30) + " f") + ink(sheet.dark, rectangle(62, y - 6, 296, 26) + " f")
    return panels + ink(WHITE, text(sheet.words(), 70, y))


def progress(sheet: Sheet) -> str:
    """A bar that ends within the words beside it."""
    y = sheet.down(22)
    bar = ink(".8 .8 .8", rounded(66, y - 4, 200, 14) + " f") + ink(sheet.dark, rounded(66, y - 4, 140, 14) + " f")
    return bar + ink(WHITE, text(sheet.skills(1)[0], 76, y, size=9)) + text("80 %", 280, y, size=9)


def wide_line(sheet: Sheet) -> str:
    y = sheet.down(26)
    return f"q {sheet.dark} RG 16 w 1 J 70 {y + 3.5:g} m 330 {y + 3.5:g} l S Q " + ink(
        WHITE, text(sheet.words(), 76, y)
    )


def layer(sheet: Sheet) -> str:
    return f"/OC /On BDC {text(sheet.words(), 66, sheet.down(18))} EMC "


def plain(sheet: Sheet) -> str:
    return "".join(text(sheet.words(), 66, sheet.down(14)) for _ in range(3))


def small_print(sheet: Sheet) -> str:
    return (
        text(sheet.words(), 66, sheet.down(12), size=sheet.random.choice((3, 4, 5)))
        + f"BT /F1 1 Tf 9 0 0 9 66 {sheet.down(14):g} Tm (Scaled words) Tj ET "
    )


HEADERS: Sequence[Draw] = (
    header_band, header_of_lines, header_polygon, header_picture, header_gradient, header_stripes, header_pattern,
    header_form, header_cmyk, header_spot, header_see_through, header_group, header_masked,
)  # fmt: skip
SIDES: Sequence[Draw] = (sidebar, sidebar_of_boxes, sidebar_picture, lambda _: "")
BLOCKS: Sequence[Draw] = (
    zebra, white_grid, pills, pills_by_clip, number_in_circle, ribbon, turned_label, shadow, outlined, ghost, watermark,
    highlighter, lined, tight_clip, clip_by_shape, stencil, logo, under_a_cut_picture, card, layered, progress, wide_line,
    layer, plain, small_print,
)  # fmt: skip
GROUNDS = (
    "",
    ink(WHITE, "0 0 612 792 re f"),
    ink(WHITE, "0 0 612 792 re f") * 2,
    ink(".98 .98 .96", "-10 -10 700 900 re f"),
)


class Resume(NamedTuple):
    seed: int
    pdf: bytes


def make(seed: int) -> Resume:
    sheet = Sheet(seed)
    pick = sheet.random
    parts = [pick.choice(GROUNDS), pick.choice(HEADERS)(sheet), pick.choice(SIDES)(sheet)]
    for block in pick.sample(BLOCKS, 9):
        if sheet.y > 130:
            parts.append(block(sheet))
    annotations = HIGHLIGHT if pick.random() < 0.2 else ""
    return Resume(
        seed, make_pdf("".join(parts), resources=RESOURCES, extra=OBJECTS, catalog=CATALOG, annotations=annotations)
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    accused = 0
    for seed in range(count):
        resume = make(seed)
        if len(sys.argv) > 2:
            Path(sys.argv[2], f"honest{seed:03}.pdf").write_bytes(resume.pdf)
        hidden = extract(resume.pdf, "sha", Limits()).hidden
        accused += bool(hidden)
        for item in hidden:
            sys.stdout.write(f"seed {seed}: {item.cause}: {item.text[:80]}\n")
    sys.stdout.write(f"{count} honest resumes, {accused} accused\n")


if __name__ == "__main__":
    main()
