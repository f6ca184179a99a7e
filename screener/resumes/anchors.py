"""The lines of a section -> the dates that make a line part of a position's header.

A date is an anchor where it stands like a header's: alone in its cell, at the end or the start of a
short line, or in brackets behind a title; not inside a sentence, and in a list item only behind a
title. A single date needs more: a cell of its own, brackets or a separator.

Not handled: a period spelled out in a sentence.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from screener.model.document import CELL_GAP, Line
from screener.model.period import Period
from screener.resumes.across_lines import find_across_lines, is_rest
from screener.resumes.anchor import FRAME, HEADER_WORDS, Anchor, holds_range, is_all
from screener.resumes.date_words import date_words
from screener.resumes.dates import Calendar, DatedSpan
from screener.resumes.header_words import ends_in_abbreviation, has_title_word, is_duration, is_inner_label
from screener.vocabulary.folding import fold

_BETWEEN = frozenset("|·•,;")
_SETS_OFF = frozenset("|·•:–—")
_ICON = re.compile("[\u2300-\u23ff\u2600-\u27bf\ue000-\uf8ff\ufe0f\U0001f000-\U0001faff]+")  # a calendar, a pin


def find_anchors(
    lines: Sequence[Line], wrapped: Sequence[bool], calendar: Calendar, *, under_heading: bool
) -> list[Anchor]:
    """The anchors in order. Outside a section of experience (`under_heading`) only ranges count."""
    found: list[Anchor] = []
    taken = -1
    for at, line in enumerate(lines):
        inside_item = wrapped[at] and len(line.cells) == 1 and at > 0 and lines[at - 1].bullet
        if at <= taken or (inside_item and not _begins_with_range(line, calendar)):
            continue
        anchor = find_across_lines(lines, at, calendar) or _on_row(line, at, calendar)
        if anchor is not None and (under_heading or anchor.period.start != anchor.period.end):
            found.append(anchor)
            taken = max(index for index, _ in anchor.spans)
    found = [anchor for anchor in found if not _is_inside_another(lines[anchor.at], anchor, found)]
    bulleted = [anchor for anchor in found if lines[anchor.at].bullet]
    if len(bulleted) < len(found):  # jobs are list items, or none of them is
        return [anchor for anchor in found if not lines[anchor.at].bullet]
    return found


def _begins_with_range(line: Line, calendar: Calendar) -> bool:
    """Months are written small in many languages, so that a header can look like the rest of a sentence."""
    return holds_range(line.text, calendar)


def _is_inside_another(line: Line, anchor: Anchor, anchors: Sequence[Anchor]) -> bool:
    """ "Client: …" or "Project: …" with dates of its own, within those of a job above it."""
    if not is_inner_label(line.text):
        return False
    start, end = anchor.period.start.last, anchor.period.end.first
    return any(
        other.at < anchor.at and other.period.start.first <= start and end <= other.period.end.last for other in anchors
    )


def _on_row(line: Line, at: int, calendar: Calendar) -> Anchor | None:
    """The date of one line, whether in one of its cells or in two."""
    return _around_row(line, at, calendar) or _in_two_cells(line, at, calendar) or _on_line(line, at, calendar)


def _in_two_cells(line: Line, at: int, calendar: Calendar) -> Anchor | None:
    """Start and end in cells of their own, side by side: "03/2019 │ 05/2021 │ Engineer"."""
    offset = 0
    for first, second in pairwise(line.cells):
        begin, text = offset + len(first.text) + len(CELL_GAP), f"{first.text} – {second.text}"
        dated = next(iter(calendar.periods(text)), None) if _is_one_date(first.text, calendar) else None
        if dated and not dated.single and is_all(dated, text) and not holds_range(second.text, calendar):
            spans = ((at, (offset, begin - len(CELL_GAP))), (at, (begin, begin + len(second.text))))
            return Anchor(at, dated.period, text, spans, alone=len(line.cells) == 2)
        offset = begin
    return _at_both_ends(line, at, calendar) if len(line.cells) > 2 else None


def _at_both_ends(line: Line, at: int, calendar: Calendar) -> Anchor | None:
    """Start and end at either side of a title: "03/2019 │ Engineer, Acme │ 05/2021"."""
    first, last = line.cells[0].text, line.cells[-1].text
    dated = next(iter(calendar.periods(f"{first} – {last}")), None) if _is_one_date(first, calendar) else None
    if dated is None or dated.single or not is_all(dated, f"{first} – {last}") or holds_range(last, calendar):
        return None
    spans = ((at, (0, len(first))), (at, (len(line.text) - len(last), len(line.text))))
    return Anchor(at, dated.period, f"{first} – {last}", spans, alone=False)


def _is_one_date(text: str, calendar: Calendar) -> bool:
    return any(dated.single and is_all(dated, text) for dated in calendar.periods(text))


def _on_line(line: Line, at: int, calendar: Calendar) -> Anchor | None:
    offset = 0
    for cell in line.cells:
        for dated, further in _joined_ranges(cell.text, calendar):
            if _is_header_date(line, cell.text, dated):
                span = (offset + dated.start, offset + dated.end)
                rest = cell.text[: dated.start] + cell.text[dated.end :]
                alone = len(line.cells) == 1 and is_duration(rest.strip(FRAME + "(["))
                return Anchor(at, dated.period, dated.quote(cell.text), ((at, span),), alone, further)
        offset += len(cell.text) + len(CELL_GAP)
    return None


def _joined_ranges(text: str, calendar: Calendar) -> list[tuple[DatedSpan, tuple[Period, ...]]]:
    """The dates of a text; ranges with a comma or an "and" between them are one, with further periods."""
    periods = calendar.periods(text)
    if len(periods) < 2:
        return [(dated, ()) for dated in periods]
    found: list[tuple[DatedSpan, tuple[Period, ...]]] = []
    for dated in periods:
        before, further = found[-1] if found else (dated, ())
        between = text[before.end : dated.start].strip()
        if found and not (before.single or dated.single) and fold(between) in _joins():
            found[-1] = (before._replace(end=dated.end), (*further, dated.period))
        else:
            found.append((dated, ()))
    return found


@cache
def _joins() -> frozenset[str]:
    return date_words().joining.union((",", ";", "&", "+"))


def _around_row(line: Line, at: int, calendar: Calendar) -> Anchor | None:
    """A label that wrapped beside a single line: "November 2023 – January │ Engineer │ 2026"."""
    if len(line.cells) < 3 or line.bullet:
        return None
    first, last = line.cells[0].text, line.cells[-1].text
    text = f"{first} {last}"
    for dated in calendar.periods(text):
        crosses = not dated.single and dated.start < len(first) < dated.end - 1
        if crosses and is_rest(first, last, text[dated.end :], calendar):
            begin = len(line.text) - len(last)
            spans = ((at, (dated.start, len(first))), (at, (begin, begin + dated.end - len(first) - 1)))
            return Anchor(at, dated.period, dated.quote(text), spans, alone=False)
    return None


def _is_header_date(line: Line, text: str, dated: DatedSpan) -> bool:
    before, after = _around(text, dated)
    behind = after.strip(FRAME)
    short_before = len(before.split()) <= HEADER_WORDS
    if dated.single and _leads_a_title(before, after):
        return not line.bullet
    if dated.single and not _stands_apart(line, before, behind):
        return False
    if line.bullet and (dated.single or not short_before or not _names_title_beside(before, behind)):
        return False
    if before.endswith(("(", "[")) and after.startswith((")", "]")) and short_before and before.strip("(["):
        return True
    if short_before and before[-1:] in _BETWEEN and after[:1] in _BETWEEN and len(behind.split()) <= HEADER_WORDS:
        return True  # "Engineer | Jan 2021 – Present | Acme"
    if not before.strip("([ ") and not dated.single and has_title_word(behind.split(". ", 1)[0]):
        return True  # "2021 – present, Acme, Developer. I look after …"
    if is_duration(behind) and (is_duration(before) or _is_header_text(before)):
        return True
    names_more = not behind.endswith(".") or ends_in_abbreviation(behind)
    return not before.strip("([ ") and len(behind.split()) <= HEADER_WORDS and names_more


def _around(text: str, dated: DatedSpan) -> tuple[str, str]:
    """What stands before and after a date; icons set it apart as bars do: "📅 Jan 2021 – Present 📍 Leeds"."""
    before, after = text[: dated.start], text[dated.end :]
    if not text.isascii():
        before, after = _ICON.sub("|", before), _ICON.sub("|", after)
    return before.rstrip(), after.lstrip()


def _names_title_beside(before: str, behind: str) -> bool:
    """ "Engineer, Acme, 2019 – 2021", or the title behind a range that begins the line."""
    if before.strip("(["):
        return has_title_word(before)
    return len(behind.split()) <= HEADER_WORDS and has_title_word(behind)


def _leads_a_title(before: str, after: str) -> bool:
    """ "2024 | Engineer | Acme", "2024 (9 months): Engineer": a single date set off in front of a title."""
    behind = after.lstrip(")] ")
    duration, closed, rest = behind.partition(")")
    if closed and is_duration(duration.strip("( ")):
        behind = rest
    if before.strip("([") or behind[:1] not in _SETS_OFF:
        return False
    return len(behind.split()) <= HEADER_WORDS and has_title_word(behind)


def _stands_apart(line: Line, before: str, behind: str) -> bool:
    """A single date with nothing around it but brackets and separators."""
    if line.bullet or not is_duration(behind):
        return False
    return not before or before[-1] in "([,|–—-·•"


def _is_header_text(text: str) -> bool:
    words = text.split()
    if words[-1].lower().strip("(") in {"in", "during", "of", "on", "for", "by", "and", "the"}:
        return False
    return len(words) <= HEADER_WORDS and not words[0][:1].islower()
