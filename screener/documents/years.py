"""Tells whether a text on the page names a year: the mark of a date, wherever columns and rows are told.

Besides whole years there are short ones: "07/24", "’24", and "Jul 24" or "giu-26" behind a month's
name. Two digits behind any other word ("Java 17") are no year.
"""

import re
from collections.abc import Iterator

from screener.documents.characters import is_month

LONGEST_DATE = 40  # characters
_BETWEEN = r" .\-\u2010\u2011"  # a month and its year
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d|\d\d/\d\d|['\u2018\u2019]\d\d")
_TWO_DIGITS = re.compile(rf"(?<=[{_BETWEEN}])\d\d(?!\d)")
_LAST_WORD = re.compile(rf"([^\W\d_]{{3,12}})[{_BETWEEN}]{{1,2}}$")
_REACH = 14  # characters before two digits that hold the name of a month
_MISSING_YEAR = re.compile(r"['\u2018\u2019]?\d\d")


def has_year(text: str) -> bool:
    """Whether a year is in the text."""
    if _YEAR.search(text) is not None:
        return True
    return _TWO_DIGITS.search(text) is not None and any(_short_years(text))


def is_date(text: str) -> bool:
    """Whether a text with a year in it is as short as a date."""
    return len(text) <= LONGEST_DATE and has_year(text)


def count_years(text: str) -> int:
    """How many years are in the text."""
    return len(_YEAR.findall(text)) + sum(_short_years(text))


def begins_with_year(text: str) -> bool:
    return _YEAR.match(text) is not None


def is_year(text: str) -> bool:
    """Whether all of a text is a year; two digits are enough where one is missing."""
    return (_YEAR.fullmatch(text) or _MISSING_YEAR.fullmatch(text)) is not None


def _short_years(text: str) -> Iterator[bool]:
    """Of each two digits, whether a month stands before them."""
    for digits in _TWO_DIGITS.finditer(text):
        before = _LAST_WORD.search(text[max(digits.start() - _REACH, 0) : digits.start()])
        yield before is not None and is_month(before[1])
