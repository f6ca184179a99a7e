"""A run with a hole, and the glyphs of another font that are painted into it -> one run.

A word processor that lacks a letter or a sign in one font takes it from another: it shows the text
around with a gap, and paints the glyph into that. Runs know no places of single letters, so the
hole is the blank nearest to where letters of ordinary widths would have it.
"""

from itertools import accumulate, pairwise

from screener.documents.page import Run

_NARROW, _WIDE = frozenset(" ijlftrI.,:;'|!()[]-/_"), frozenset("mwMW@%\u2014")
_MOST = 4  # characters that fill a hole
_LONGEST = 400  # characters of a line
_FARTHEST = 1.3  # ems between a hole and where it is looked for


def fill_hole(around: Run, filling: Run) -> Run | None:
    """The run with the filling in its hole; None where there is none."""
    text, filled = around.text, filling.text.strip()
    if not 0 < len(filled) <= _MOST or len(text) > _LONGEST or " " not in text.strip():
        return None
    if filling.x0 <= around.x0 or filling.x1 > around.x1:
        return None
    at = _find_blank(around, (filling.x0 + filling.x1) / 2)
    if at is None:
        return None
    before, after = text[:at].rstrip(), text[at:].lstrip()
    apart = " " if len(text) - len(before) - len(after) > 1 or not filled.isalpha() else ""
    return around._replace(text=f"{before}{apart}{filled}{apart}{after}")


def places(run: Run) -> list[float]:
    """Roughly where each character begins, and where the last one ends."""
    widths = [_width(character) for character in run.text]
    scale = (run.x1 - run.x0) / (sum(widths) or 1.0)
    return [run.x0, *(run.x0 + scale * way for way in accumulate(widths))]


def _find_blank(run: Run, x: float) -> int | None:
    """The blank within a run that is nearest to a place, by its index."""
    nearest, least = None, _FARTHEST * run.size
    for at, (start, end) in enumerate(pairwise(places(run))):
        distance = abs((start + end) / 2 - x)
        if run.text[at] == " " and distance < least and run.text[:at].strip():
            nearest, least = at, distance
    return nearest


def _width(character: str) -> float:
    """Of a letter of an ordinary font, in ems."""
    if character in _NARROW:
        return 0.28
    return 0.85 if character in _WIDE else 0.68 if character.isupper() else 0.53
