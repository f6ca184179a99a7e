"""Words of a resume -> words that a letter can hold: nothing in them acts, and they are of bearable length."""

from screener.reports.safe_text import visible

_LONGEST = 120  # characters of a name or a title; real ones are shorter


def inert(text: str) -> str:
    """The text on one line, with everything that isn't shown as itself written as an escape."""
    shown = " ".join(visible(text[: _LONGEST + 1]).split())
    return shown if len(text) <= _LONGEST else f"{shown[:_LONGEST].rstrip()}…"
