"""Tells whether a text on the page names a year: the mark of a date, wherever columns and rows are told.

Besides whole years there are short ones: "07/24", "’24", and "Jul 24" or "giu-26" behind a month's
name. Two digits behind any other word ("Java 17") are no year.
"""

import re

from screener.documents.characters import is_month

LONGEST_DATE = 40  # characters
_YEAR = re.compile(r"(?:19|20)\d\d|\d\d/\d\d|['\u2019\u2018]\d\d")
_TWO_DIGITS = re.compile(r"(?<=[ .\-\u2010\u2011])\d\d(?!\d)")
_LAST_WORD = re.compile(r"[^\W\d_]{3,12}[ .\-\u2010\u2011]{1,2}$")
_REACH = 14  # characters before two digits that hold the name of a month


def has_year(text: str) -> bool:
    """Whether a year is in the text."""
    return _YEAR.search(text) is not None or any(_is_after_month(text, match) for match in _TWO_DIGITS.finditer(text))


def _is_after_month(text: str, digits: re.Match[str]) -> bool:
    before = _LAST_WORD.search(text[max(digits.start() - _REACH, 0) : digits.start()])
    return before is not None and is_month(before.group().strip(" .-\u2010\u2011"))


def begins_with_year(text: str) -> bool:
    return _YEAR.match(text) is not None


def is_year(text: str) -> bool:
    """Whether the text is a year and nothing else; two digits are one when the line above wants a year."""
    return _YEAR.fullmatch(text) is not None
