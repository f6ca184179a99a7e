"""Candidates -> the names of their letters: after their resumes, fit for every system, no two the same."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screener.model.screening import Outcome

_MOST_BYTES = 200  # of a name; systems allow 255, and an ending is still to come
_UNFIT = re.compile(r'[<>:"/\\|?*]+')  # on one system or another
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)  # of Windows
_NAMELESS = "letter"


def letter_names(outcomes: "Sequence[Outcome]") -> Iterator[str]:
    """With the folders where that is needed to tell them apart."""
    from screener.reports.ranking import shared_folder, within

    shared = shared_folder(outcomes)
    last = [_fit(outcome.file.rstrip("/").rpartition("/")[2]) for outcome in outcomes]
    often = Counter(map(_key, last))
    taken: set[str] = set()
    for outcome, name in zip(outcomes, last, strict=True):
        whole = _fit(within(outcome.file, shared).strip("/")) if often[_key(name)] > 1 else name
        number, free = 1, whole
        while _key(free) in taken:
            number += 1
            free = f"{whole} ({number})"
        taken.add(_key(free))
        yield free


def _fit(name: str) -> str:
    """The name without what acts, is invisible, or can't stand in a name somewhere."""
    from screener.reports.safe_text import visible

    shown = _UNFIT.sub("-", visible(name)).encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore")
    shown = shown.strip(" .") or _NAMELESS
    return f"_{shown}" if _DEVICE.match(shown) else shown


def _key(name: str) -> str:
    """The same for names that some system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
