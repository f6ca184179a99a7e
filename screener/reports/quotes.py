"""A long quote -> the part around the words that matched, within so many cells of a terminal."""

import re
from collections.abc import Callable, Iterable

from rich.cells import cell_len


def excerpt(
    quote: str, matched: str, *, width: int, ellipsis: str, clean: Callable[[str], str]
) -> tuple[str, int, int]:
    """The excerpt, and from where to where in it the match stands (nowhere: 0, 0).

    `clean` makes a text fit to be shown. It may make it longer, so it is applied before measuring,
    and to each part by itself, so that the match keeps its place.
    """
    start, end = find_match(quote, matched)
    first = max(start - width, 0)  # further away nothing can be shown, however long the quote is
    before, hit, after = clean(quote[first:start]), clean(quote[start:end]), clean(quote[end : end + 2 * width])
    spare = width - cell_len(hit)
    if spare < 2 * len(ellipsis):
        return shorten(hit + after, width, ellipsis), 0, 0
    if first or cell_len(before) + cell_len(after) > spare:
        before = _shorten_start(before, max(spare // 3, spare - cell_len(after)), ellipsis, cut=first > 0)
        after = shorten(after, spare - cell_len(before), ellipsis)
    return before + hit + after, len(before), len(before) + len(hit)


def shorten(text: str, width: int, ellipsis: str) -> str:
    """The beginning of the text, with an ellipsis where it is cut."""
    if cell_len(text) <= width:
        return text
    return fitting(text, max(width - len(ellipsis), 0)).rstrip() + ellipsis


def shorten_path(path: str, width: int, ellipsis: str) -> str:
    """The end of the text: what tells two paths apart."""
    if cell_len(path) <= width:
        return path
    return ellipsis + fitting(reversed(path), max(width - len(ellipsis), 0))[::-1]


def fitting(characters: Iterable[str], width: int) -> str:
    """As many of the characters as fit in the width, in their order."""
    kept: list[str] = []
    left = width
    for character in characters:
        left -= cell_len(character)
        if left < 0:
            break
        kept.append(character)
    while cell_len("".join(kept)) > width:  # some signs are wider together than apart
        kept.pop()
    return "".join(kept)


def find_match(quote: str, matched: str) -> tuple[int, int]:
    """Where the match stands, as a word of its own when it can ("C" isn't the C of "Cloud"); nowhere: 0, 0."""
    if not matched:
        return 0, 0
    word = re.escape(matched)
    match = re.search(rf"(?<!\w){word}(?!\w)", quote, re.IGNORECASE) or re.search(word, quote, re.IGNORECASE)
    return match.span() if match else (0, 0)


def _shorten_start(text: str, width: int, ellipsis: str, cut: bool) -> str:
    """The end of the text, from the start of a word on where there is one."""
    if cell_len(text) <= width and not cut:
        return text
    kept = fitting(reversed(text), max(width - len(ellipsis), 0))[::-1]
    space = kept.find(" ")
    inside_a_word = not text[: len(text) - len(kept)].endswith(" ")
    return ellipsis + (kept[space + 1 :] if inside_a_word and 0 <= space < len(kept) - 1 else kept)
