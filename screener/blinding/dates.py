"""Dates of education and of birth -> where they stand in a text; dates of work stay."""

import re
from collections.abc import Iterator
from functools import cache

from screener.blinding.folded import Folded
from screener.blinding.marks import DATE, PERSONAL, Mark
from screener.blinding.words import words
from screener.resumes.dates import DatedSpan, find_periods

_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?:\s?[-–/]\s?\d\d(?!\d))?(?![\d])|(?<!\w)['’‘]\d\d(?!\w)")
_ANY_MONTH = 12 * 2100  # only where a date stands matters
_AGE = re.compile(
    r"\b(?:aged? \d\d|\d\d (?:years old|years of age|y\.?o\.?\b|jahre alt|ans\b(?! d)|anos de idade))", re.IGNORECASE
)
_PRONOUNS = re.compile(
    r"\(?\b(?:she|he|they|ze|xe|sie|er|ella|elle|el)\s?/\s?(?:her|him|his|hers|them|theirs|ihr|ihm|elle|ella|el|they|she|he)(?:\s?/\s?\w{2,6})?\b\)?",
    re.IGNORECASE,
)
_VALUE_END = re.compile(r"[|•·;()\t]|\s{2,}|[.,](?=\s[^\W\d_]{4,})")
_REACH = 40
_LONG_NUMBER = re.compile(r"\d{9,}")


def find_study_dates(text: Folded) -> Iterator[Mark]:
    """Every date, in a text that speaks of education."""
    if any(character.isdigit() for character in text.given):
        yield from (Mark(span.start, span.end, DATE) for span in _periods(text.given))
        yield from (Mark(*match.span(), DATE) for match in _YEAR.finditer(text.given))


def find_personal(text: Folded) -> Iterator[Mark]:
    """Dates of birth, ages, and the pronouns that are set beside a name."""
    yield from (Mark(*match.span(), PERSONAL) for match in _AGE.finditer(text.given))
    if "/" in text.given:
        yield from (Mark(*match.span(), PERSONAL) for match in _PRONOUNS.finditer(text.given))
    for match in _birth().finditer(text.text):
        start = text.span(*match.span(1))[0]
        stop = min(start + _REACH, len(text.given))
        dates = [span.end for span in _periods(text.given[start:stop])][:1]
        years = [year.end() - start for year in _YEAR.finditer(text.given, start, stop)][:1]
        cut = _VALUE_END.search(text.given, start + 1, stop)
        yield Mark(start, start + max(dates + years) if dates or years else cut.start() if cut else stop, DATE)


def _periods(given: str) -> tuple[DatedSpan, ...]:
    """A number of a thousand digits is no date, and can't even be read as a number."""
    return find_periods(_LONG_NUMBER.sub(lambda match: "x" * len(match.group()), given), _ANY_MONTH)


@cache
def _birth() -> "re.Pattern[str]":
    labels = "|".join(r"[\s.'’-]{1,3}".join(map(re.escape, label.split())) for label in words().birth_labels)
    return re.compile(rf"(?<![^\W_])(?:{labels})(?![^\W\d_])\s?[:.：]?\s{{0,3}}(?=[\w(])(\S)")
