"""Marked content with a text it stands for ("ActualText") -> that text, where the glyphs themselves mean nothing.

What a person sees is read, so the text only stands in for glyphs without a meaning. Where it says
something else than visible glyphs do, it is left out with a warning.
"""

import unicodedata
from typing import Any

from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.utils import decode_text

from screener.documents.engines.pdf_canvas import Canvas
from screener.documents.page import UNMAPPED, Run

_LONGEST = 2_000  # characters


class ActualText:
    """Open marked content with its text."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._start = start  # how many runs the canvas had before

    def end(self, canvas: Canvas) -> None:
        """Puts the text where the glyphs mean nothing."""
        runs = canvas.runs[self._start :]
        if not runs:
            return
        shown = "".join(run.text for run in runs)
        if any(_is_unmapped(character) for character in shown):
            if _agree(self._text, shown):
                canvas.runs[self._start :] = [_with_text(runs, self._text)]
        elif _letters(shown) != _letters(self._text) and _letters(self._text):
            canvas.contradicted = canvas.contradicted or (shown.strip(), self._text.strip())


def find_actual_text(properties: Any, canvas: Canvas) -> ActualText | None:
    """The text that marked content stands for, if it has one."""
    text = resolve1(dict_value(properties).get("ActualText"))
    if isinstance(text, str):
        text = text.encode("latin-1", "replace")
    if not isinstance(text, bytes):
        return None
    decoded = decode_text(text[: 2 * _LONGEST]).strip("\0\u00ad")
    return ActualText(decoded, len(canvas.runs))


def _is_unmapped(character: str) -> bool:
    return character == UNMAPPED or "\ue000" <= character <= "\uf8ff"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _agree(text: str, shown: str) -> bool:
    """Whether the glyphs that do have a meaning stand in the text in the same order."""
    known = _letters("".join(character for character in shown if not _is_unmapped(character)))
    rest = iter(_letters(text))
    return bool(text.strip()) and all(letter in rest for letter in known)


def _with_text(runs: list[Run], text: str) -> Run:
    first = runs[0]
    x1 = max(run.x1 for run in runs if run.baseline == first.baseline)
    return first._replace(text=text, x1=x1)
