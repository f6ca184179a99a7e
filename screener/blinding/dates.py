"""Dates of education and of birth -> where they stand in a text; dates of work stay."""

import re
from collections.abc import Iterator
from functools import cache

from screener.blinding.folded import Folded
from screener.blinding.marks import ADDRESS, DATE, Mark
from screener.blinding.words import words
from screener.resumes.dates import DatedSpan, find_periods

_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?:\s?[-–/]\s?\d\d(?!\d))?(?![\d])|(?<!\w)['’‘]\d\d(?!\w)")
_ANY_MONTH = 12 * 2100  # only where a date stands matters
_VALUE_END = re.compile(r"[|•·;()\t]|\s{2,}|[.,](?=\s[^\W\d_]{4,})")
_REACH = 40
_PLACE = re.compile(r",? (?:in|at|à|en|em|w) ([^\W\d_a-z][^\W\d_]{2,20}(?:, [^\W\d_a-z][^\W\d_]{1,20})?)")
_YEAR_SAID = r"(?:(?:19|20)\d\d|['’‘]\d\d)"
_FINISH = re.compile(
    rf"\b{_YEAR_SAID} (?:university |college |cs |computer science )?"
    r"(?:graduate|grad|alum\w{0,3}|batch|passout|pass-out|school leaver)\b"
    rf"|\b(?:class|batch|year|promotion|promo|cohort|jahrgang) (?:of |de |von )?{_YEAR_SAID}(?!\d)"
    r"|\b(?:graduat\w{1,5}|(?:finished|completed|obtained|earned|received) (?:my|his|her)|leaving|abitur|studied"
    r"|alum\w{0,3})\b"
    rf"[^.;|\n]{{0,40}}?(?:\b(?:in|since|until|from)|,|\() ?(?:[^\W\d_]{{3,9}}\.? )?{_YEAR_SAID}(?!\d)",
    re.IGNORECASE,
)
_LONG_NUMBER = re.compile(r"\d{9,}")


def find_study_dates(text: Folded) -> Iterator[Mark]:
    """Every date, in a text that speaks of education."""
    if any(character.isdigit() for character in text.given):
        yield from (Mark(span.start, span.end, DATE) for span in _periods(text.given))
        yield from (Mark(*match.span(), DATE) for match in _YEAR.finditer(text.given))


def find_birth(text: Folded) -> Iterator[Mark]:
    """What stands behind "born" and the like."""
    for match in _birth().finditer(text.text):
        start = text.span(*match.span(1))[0]
        stop = min(start + _REACH, len(text.given))
        dates = [span.end for span in _periods(text.given[start:stop])][:1]
        years = [year.end() - start for year in _YEAR.finditer(text.given, start, stop)][:1]
        cut = _VALUE_END.search(text.given, start + 1, stop)
        end = start + max(dates + years) if dates or years else cut.start() if cut else stop
        yield Mark(start, end, DATE)
        if place := _PLACE.match(text.given, end):
            yield Mark(*place.span(1), ADDRESS)


def find_finish(text: Folded) -> Iterator[Mark]:
    """When somebody finished school, in a sentence: "2012 graduate", "class of 2012", "graduated in June 2012"."""
    if not any(character.isdigit() for character in text.given):
        return
    for match in _FINISH.finditer(text.given):
        for year in _YEAR.finditer(text.given, *match.span()):
            dates = (span.start for span in _periods(match.group()) if span.end + match.start() == year.end())
            month = next(dates, None)
            yield Mark(year.start() if month is None else match.start() + month, year.end(), DATE)


def _periods(given: str) -> tuple[DatedSpan, ...]:
    """A number of a thousand digits is no date, and can't even be read as a number."""
    return find_periods(_LONG_NUMBER.sub(lambda match: "x" * len(match.group()), given), _ANY_MONTH)


@cache
def _birth() -> "re.Pattern[str]":
    labels = "|".join(r"[\s.'’-]{1,3}".join(map(re.escape, label.split())) for label in words().birth_labels)
    return re.compile(rf"(?<![^\W_])(?:{labels})(?![^\W\d_])\s?[:.：]?\s{{0,3}}(?=[\w(])(\S)")
