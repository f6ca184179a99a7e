"""An accent drawn over a letter -> the letter with its accent.

TeX's older fonts have no accented letters: it draws the accent, moves back and draws the letter. Over
a capital the accent stands higher, under one it comes after the letter.
"""

import unicodedata
from collections.abc import Sequence

from screener.documents.page import Run

# Spacing accent -> its combining twin.
_COMBINING = {
    "`": "\u0300",
    "\u02cb": "\u0300",
    "\u00b4": "\u0301",
    "\u02ca": "\u0301",
    "^": "\u0302",
    "\u02c6": "\u0302",
    "~": "\u0303",
    "\u02dc": "\u0303",
    "\u00af": "\u0304",
    "\u02c9": "\u0304",
    "\u02d8": "\u0306",
    "\u02d9": "\u0307",
    "\u00a8": "\u0308",
    "\u02da": "\u030a",
    "\u00b0": "\u030a",
    "\u02dd": "\u030b",
    "\u02c7": "\u030c",
    "\u00b8": "\u0327",
    "\u02db": "\u0328",
}
_STROKE = "\u0335"  # what TeX draws through an l
_STROKED = {"l": "\u0142", "L": "\u0141"}
_MARKS = frozenset([*_COMBINING, *map(chr, range(0x300, 0x370))])
_DOTLESS = {"\u0131": "i", "\u0237": "j"}


def is_accent(text: str) -> bool:
    """Whether the text is an accent that may belong over a letter drawn in the same place."""
    return text in _COMBINING or (len(text) == 1 and unicodedata.combining(text) > 0)


def compose(accent: str, letter: str) -> str | None:
    """The accented letter, or None when there is no such letter."""
    if accent == _STROKE:
        return _STROKED.get(letter)
    mark = _COMBINING.get(accent, accent)
    composed = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + mark)
    return composed if len(composed) == 1 else None


def with_accents(runs: Sequence[Run]) -> Sequence[Run]:
    """Runs in paint order, in which accents shown on their own are on the letters they were drawn over or under."""
    if not any(run.text[:1] in _MARKS for run in runs):
        return runs
    composed: list[Run] = []
    for run in runs:
        both = _joined(composed[-1], run) if composed and run.text.strip() else None
        if both is None:
            composed.append(run)
        else:
            composed[-1] = both
    return composed


def _joined(before: Run, run: Run) -> Run | None:
    """Two runs of which one begins with the accent of the other's nearest letter; None when neither does."""
    size = run.size
    if before.angle != run.angle or abs(before.baseline - run.baseline) > 0.55 * size:
        return None
    accent, letters = before.text.strip(), run.text.lstrip()
    if accent in _MARKS and before.x0 - 0.6 * size <= run.x0 <= min(before.x0 + 0.3 * size, before.x1):
        letter = compose(accent, letters[0])
        return run._replace(text=letter + letters[1:]) if letter else None
    if letters[0] in _MARKS and before.x1 - size <= run.x0 < before.x1 - 0.2 * size:
        letter = compose(letters[0], before.text[-1])
        rest = letters[2:] if letters[1:2] == " " and letters[2:3].islower() else letters[1:]
        return before._replace(text=before.text[:-1] + letter + rest, x1=max(before.x1, run.x1)) if letter else None
    return None
