"""Rows of dots or dashes that lead from one side of a line to the other -> gone, with a gap where they were.

Word processors fill the way to a tab stop with them ("Engineer ........ 2019"). What stands at the
two ends is set apart as if the way were empty.
"""

import re
from collections.abc import Iterable, Iterator

from screener.documents.holes import places
from screener.documents.page import Run

_LEADER = re.compile(r"(?:\. ?){6,}+|(?:_ ?){6,}+|(?:- ?){6,}+|(?:\u00b7 ?){6,}+|\u2026{3,}+")
_SIGNS = ("....", ". . .", "____", "_ _ _", "-----", "\u00b7\u00b7\u00b7", "\u00b7 \u00b7", "\u2026\u2026")


def without_leaders(runs: Iterable[Run]) -> list[Run]:
    """The runs, those with leaders in them taken apart."""
    runs = list(runs)
    everything = "\n".join([run.text for run in runs])
    if not any(sign in everything for sign in _SIGNS):
        return runs
    return [part for run in runs for part in (_parts(run) if _LEADER.search(run.text) else (run,))]


def _parts(run: Run) -> Iterator[Run]:
    ends = places(run)
    start = 0
    for leader in (*_LEADER.finditer(run.text), None):
        stop = leader.start() if leader else len(run.text)
        if run.text[start:stop].strip():
            yield run._replace(text=run.text[start:stop], x0=ends[start], x1=ends[stop])
        start = leader.end() if leader else stop
