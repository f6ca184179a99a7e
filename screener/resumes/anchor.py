"""A date in a header, and what both the dates of one line and those of two ask of a text."""

from typing import NamedTuple

from screener.model.period import Period
from screener.model.resume import Span
from screener.resumes.dates import Calendar, DatedSpan
from screener.resumes.header_words import is_duration

HEADER_WORDS = 14  # a longer line is a sentence
FRAME = " )]:,|·•–—-"  # around a date


class Anchor(NamedTuple):
    """A line whose date makes it part of a position's header."""

    at: int  # index among the lines given
    period: Period
    quote: str
    spans: tuple[tuple[int, Span], ...]  # (index of the line, span in its text) taken by the date
    alone: bool  # nothing but the date on the line
    further: tuple[Period, ...] = ()  # of somebody who left and came back: "2016 – 2019, 2021 – Present"


def holds_range(text: str, calendar: Calendar) -> bool:
    """Whether a text begins with a range of its own."""
    return any(not dated.single and not text[: dated.start].strip("([ ") for dated in calendar.periods(text))


def is_all(dated: DatedSpan, text: str) -> bool:
    """Whether a text is nothing but a date, a duration behind it included."""
    return dated.start == 0 and is_duration(text[dated.end :].strip(FRAME + "(["))
