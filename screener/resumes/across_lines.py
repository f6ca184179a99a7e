"""Two lines -> the period that begins on one and ends on the next.

A range wraps at its dash, at its "to", between a month and its year or inside a date; "To: Present"
stands below "From: 02/2022"; and in a column of dates the end may stand above the start.
"""

import re
from collections.abc import Sequence

from screener.model.document import CELL_GAP, Line
from screener.model.period import Period
from screener.model.resume import Span
from screener.resumes.anchor import FRAME, HEADER_WORDS, Anchor, holds_range, is_all
from screener.resumes.date_words import date_words
from screener.resumes.dates import Calendar, begins_with_end
from screener.resumes.header_words import has_title_word, is_duration
from screener.vocabulary import load
from screener.vocabulary.folding import fold

_DASHES = "-–—−‒→➔~"
_DIGIT = re.compile(r"\d")
_WRAPPED = 16  # characters of the rest of a range on the next line
_NEAR = 2.0  # points between edges of one column


def find_across_lines(lines: Sequence[Line], at: int, calendar: Calendar) -> Anchor | None:
    """A range that wrapped: "Jun 2023 –" above "Present"."""
    line = lines[at]
    stacked = _at_the_right(lines, at, calendar)
    if stacked is not None:
        return stacked
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following is None or following.bullet or not following.cells or not line.cells or line.bullet:
        return None
    last = len(line.cells) - 1
    first, below = line.cells[0], following.cells[0]
    aligned = last > 0 and (abs(first.x0 - below.x0) < 2 or (len(following.cells) > 1 and abs(first.x1 - below.x1) < 2))
    return (_join_cells(lines, at, 0, calendar) if aligned else None) or _join_cells(lines, at, last, calendar)


def _at_the_right(lines: Sequence[Line], at: int, calendar: Calendar) -> Anchor | None:
    """Two dates one above the other at the right of a title: "Engineer │ Present", "Acme │ 03/2022"."""
    line = lines[at]
    if len(line.cells) < 2 or len(line.cells[-1].text) > _WRAPPED or not has_title_word(line.text):
        return None
    under = at + 1 + (at + 1 < len(lines) and not any(map(str.isalnum, lines[at + 1].text)))  # a bar between them
    if under >= len(lines) or not lines[under].cells or lines[under].bullet or has_title_word(lines[under].text):
        return None
    first, second = line.cells[-1], lines[under].cells[-1]
    if abs(first.x0 + first.x1 - second.x0 - second.x1) > 2 * _NEAR:
        return None
    months = _is_month(first.text, calendar) + _is_month(second.text, calendar)
    if not months or months + _is_open_end(first.text) + _is_open_end(second.text) < 2:
        return None
    text = f"{first.text} {second.text}"
    dated = next(iter(calendar.periods(text)), None)
    if dated is None or dated.single:
        return None
    spans = tuple((number, _last_span(lines[number])) for number in (at, under))
    return Anchor(at, dated.period, text, spans, alone=False)


def _last_span(line: Line) -> Span:
    return len(line.text) - len(line.cells[-1].text), len(line.text)


def _join_cells(lines: Sequence[Line], at: int, cell: int, calendar: Calendar) -> Anchor | None:
    """The range that begins in a cell of a line and ends in the first cell of the next."""
    line = lines[at]
    first, second = line.cells[cell].text, lines[at + 1].cells[0].text
    if not first:
        return None
    if not cell and _is_stacked(lines[at], lines[at + 1], calendar):
        return _stacked(lines[at], lines[at + 1], at, calendar)
    is_newest = len(first) <= _WRAPPED and _is_open_end(first) and _is_start(second, calendar)
    may_wrap = is_newest or _may_wrap(first, second, calendar)
    if not may_wrap and (_DIGIT.search(first) is None or _DIGIT.search(second) is None):
        return None
    gap = "" if first[-1:] == "-" and first[-2:-1].isdecimal() and second[:1].isdecimal() else " "  # 2020-|06
    gap = " – " if is_newest and first[-1] not in _DASHES else gap
    text = first + gap + second
    for dated in calendar.periods(text):
        crosses = not dated.single and dated.start < len(first) < dated.end - len(gap)
        is_short = len(first[: dated.start].split()) <= HEADER_WORDS
        if crosses and is_short and (may_wrap or is_rest(first, second, text[dated.end :], calendar)):
            offset = sum(len(before.text) + len(CELL_GAP) for before in line.cells[:cell])
            spans = (
                (at, (offset + dated.start, offset + len(first))),
                (at + 1, (0, dated.end - len(first + gap))),
            )
            alone = len(line.cells) == 1 and dated.start == 0
            return Anchor(at, dated.period, dated.quote(text), spans, alone)
    return None


def _is_stacked(line: Line, below: Line, calendar: Calendar) -> bool:
    """Two months one above the other in a column of dates: "Feb 2022 │ Engineer", "Sep 2017 │ Built the shop".

    The second may be "Present" as well.
    """
    first, second = line.cells[0], below.cells[0]
    if len(line.cells) < 2 or max(len(first.text), len(second.text)) > _WRAPPED:
        return False
    aligned = abs(first.x0 - second.x0) < _NEAR or abs(first.x1 - second.x1) < _NEAR
    if not aligned or any(has_title_word(cell.text) for cell in below.cells[1:]):
        return False
    return _is_month(first.text, calendar) and (_is_month(second.text, calendar) or _is_open_end(second.text))


def _is_month(text: str, calendar: Calendar) -> bool:
    dates = calendar.periods(text)
    return (
        len(dates) == 1
        and dates[0].single
        and is_all(dates[0], text)
        and dates[0].period.start.first == (dates[0].period.start.last)
    )


def _stacked(line: Line, below: Line, at: int, calendar: Calendar) -> Anchor:
    first, second = line.cells[0].text, below.cells[0].text
    if _is_open_end(second):
        dated = calendar.periods(f"{first} – {second}")[0]
        spans = ((at, (0, len(first))), (at + 1, (0, len(second))))
        return Anchor(at, dated.period, f"{first} {second}", spans, alone=False)
    ends = sorted((calendar.periods(text)[0].period.start for text in (first, second)), key=lambda bound: bound.first)
    spans = ((at, (0, len(first))), (at + 1, (0, len(second))))
    return Anchor(at, Period(ends[0], ends[1]), f"{first} {second}", spans, alone=False)


def _is_open_end(text: str) -> bool:
    """ "Current", "Present –": the end of a job, set above its start."""
    return fold(text.rstrip(_DASHES + " ")) in date_words().present


def _is_start(text: str, calendar: Calendar) -> bool:
    """Whether a text begins with one date and no range."""
    return any(dated.single and dated.start == 0 for dated in calendar.periods(text))


def _may_wrap(first: str, second: str, calendar: Calendar) -> bool:
    """The range breaks at its dash or its "to", or between a month and its year."""
    if first[-1] in _DASHES or second[:1] in _DASHES:
        return not holds_range(second, calendar)  # "May 2025 –" above "Oct 2023 – Apr 2025" is still open
    words = first.lower().split()
    if second[:4].isdecimal() and words and fold(words[-1].strip("(.,")) in date_words().months:
        return any(is_all(dated, second) for dated in calendar.periods(second))
    if begins_with_end(second):  # "From: 02/2022" above "To: Present"
        return bool(calendar.periods(first))
    begins_with_to = fold(second.split(" ", 1)[0]) in load("dates")["until"]
    return (first[-1].isalpha() or begins_with_to) and len(second) <= _WRAPPED and bool(calendar.periods(first))


def is_rest(first: str, second: str, behind: str, calendar: Calendar) -> bool:
    """Whether the second line is only the rest of a range that breaks inside a date ("February 28," above "2022")."""
    if first[-4:].isdecimal() or not is_duration(behind.strip(FRAME + "([")):
        return False
    return not holds_range(second, calendar)
