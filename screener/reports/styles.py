"""The colours and signs of the terminal, as data: every view names what it means, never a colour.

A terminal doesn't say whether its paper is black or white, so a colour has to be read on both. The colours are
of the fixed part of the 256, of middling lightness (contrast of 4 and more on either), and where there are only 16
none becomes black or white; a test computes it.
Where there are no colours (NO_COLOR) only bold, dim and italic are left, and signs tell what colours would.
"""

from screener.model.resume import PositionKind
from screener.model.screening import Status, Verdict

GREEN, RED, AMBER, PURPLE, BLUE, GREY = (f"color({number})" for number in (28, 196, 130, 129, 31, 243))

STYLES = {
    "dim": GREY,
    "met": GREEN,
    "not met": RED,
    "unknown": AMBER,
    "unreadable": PURPLE,
    "caution": AMBER,
    "bar": BLUE,
    "unsure": BLUE,
    "band": GREY,
    "letter": f"bold {PURPLE}",  # that stands for a position
    "quote": "italic",
    "matched": "bold not italic",
}
UNCOLOURED = {**STYLES, "dim": "dim", "band": "dim"}  # NO_COLOR takes the grey away, too

REGION_STYLES = (BLUE, PURPLE, AMBER, GREEN, RED)  # of columns on a page, in turn

STATUS_STYLES = {Status.MET: STYLES["met"], Status.NOT_MET: STYLES["not met"], Status.UNKNOWN: STYLES["unknown"]}
VERDICT_STYLES = {
    Verdict.FIT: STYLES["met"],
    Verdict.REVIEW: STYLES["unknown"],
    Verdict.NO_FIT: STYLES["not met"],
    Verdict.UNREADABLE: STYLES["unreadable"],
}
SIGNS = {Status.MET: "✓", Status.NOT_MET: "✗", Status.UNKNOWN: "?"}
VERDICT_SIGNS = {Verdict.FIT: "✓", Verdict.REVIEW: "?", Verdict.NO_FIT: "✗", Verdict.UNREADABLE: "∅"}
DO = "→"  # before what a person can do

# How a stretch of time is drawn: a whole cell, its right half, its left half.
KIND_GLYPHS = {
    PositionKind.WORK: "━╺╸",
    PositionKind.FREELANCE: "═══",
    PositionKind.INTERNSHIP: "─╶╴",
    PositionKind.VOLUNTEER: "┄┄┄",
    PositionKind.BREAK: "∙∙∙",
}
UNSURE_GLYPHS = "╍╍╍"
TOGETHER_GLYPHS = "━╺╸"
TWICE_GLYPHS = "█▐▌"  # two positions at a time
# How far experience reaches, outside of the band that is asked and inside: not, perhaps, surely.
REACH_GLYPHS = {False: (" ", "╍", "━"), True: ("░", "▒", "█")}
HALF_REACHED = {False: "╸", True: "▌"}
