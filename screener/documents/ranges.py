"""Tells whether a range of dates at the end of a line goes on in the line below.

In a narrow column a range breaks anywhere: behind its dash ("May 2025 –" above "Present"), before it,
inside its second date ("Q3 2018 through Q3" above "2019"), inside "until now" or in the duration
behind it ("2018 – 2020 (2" above "years)").
"""

import re
from functools import cache

from screener.documents.characters import ends_range, is_month
from screener.documents.years import begins_with_year, count_years, has_year, is_year
from screener.vocabulary import load
from screener.vocabulary.folding import fold

_DASHES = ("-", "–", "—", "‐", "‑")
_MARK = re.compile(r"(?<!\d)[-–—‐‑~〜→➔➜]|[-–—‐‑~〜→➔➜](?!\d)")  # not those inside "2021-05"
_WHOLE_RANGE = re.compile(r"\d\s*[-–—]\s*\D{0,12}(?:\d[\d./-]*|[^\W\d]{3,12})$")
_LONGEST = 60  # characters of a part of a range
_LONGEST_DATE = 15  # characters of a month with its year
_YEAR = 4  # characters
_LONGEST_END = 24  # characters of its second date


def is_rest(text: str, more: str) -> bool:
    """Whether the end of a text and the line below are one range of dates."""
    if len(text) > _LONGEST or len(more) > _LONGEST:
        return text.endswith(_DASHES)
    if text.endswith(_DASHES):
        return not (more.endswith(_DASHES) and has_year(text) and has_year(more))  # two ranges, both open
    if is_month(text):
        return begins_with_year(more)
    if more.startswith(_DASHES) and has_year(text):
        return True
    return _lacks_end(text, more) or _begins_with_until(text, more) or (_is_duration(more) and has_year(text))


def is_pair(text: str, more: str) -> bool:
    """Whether two dates stand below each other without a dash: "03/2022" above "Present", or its end above a start."""
    if max(len(text), len(more)) > _LONGEST_DATE or not (text[-1:].isdigit() or ends_range(text)):
        return False
    if count_years(text) == 1 and len(text) > _YEAR:
        return ends_range(more) or (count_years(more) == 1 and more[-1:].isdigit() and len(more) > _YEAR)
    return ends_range(text) and not has_year(text) and count_years(more) == 1 and more[-1:].isdigit()


def is_whole_range(text: str) -> bool:
    """Whether a text ends with both dates of a range, which nothing is missing from."""
    return _WHOLE_RANGE.search(text) is not None


def is_open(text: str) -> bool:
    """Whether a text ends with a range whose second date is missing, at least its year."""
    tail = _second_date(text)
    return tail is not None and (not tail or is_month(tail))


def _lacks_end(text: str, more: str) -> bool:
    """Whether the second date of a range has begun and has no year, which the line below has."""
    tail = _second_date(text)
    if tail is None or has_year(tail):
        return False
    more = more.rstrip(")")
    begins = not tail and count_years(more) == 1 and len(more) <= _LONGEST_END
    return begins or is_year(more) or ends_range(f"{tail} {more}".strip())


def _second_date(text: str) -> str | None:
    """What stands between the mark of a range ("–", "through") and the end of the text; None without a range."""
    words = text.split()
    for at in range(len(words) - 1, 0, -1):
        if fold(words[at]) in _until() and has_year(" ".join(words[:at])):
            return " ".join(words[at + 1 :])
    marks = list(_MARK.finditer(text))
    return text[marks[-1].end() :].strip() if marks and has_year(text[: marks[-1].start()]) else None


def _begins_with_until(text: str, more: str) -> bool:
    """Whether the line below a first date begins with "through" or the like, and has the second one."""
    first, _, rest = more.partition(" ")
    if fold(first) not in _until() or count_years(text) != 1:
        return False
    return has_year(rest) or rest[:1].isdigit() or ends_range(rest.rstrip(")"))


def _is_duration(text: str) -> bool:
    """Whether a text is nothing but a duration, or its end: "yrs", "3 months)"."""
    words = [fold(word).strip(".") for word in text.strip(" ()").split() if not word.isdecimal()]
    return bool(words) and _units().issuperset(words)


@cache
def _units() -> frozenset[str]:
    return frozenset(map(fold, load("dates")["durations"]))


@cache
def _until() -> frozenset[str]:
    return frozenset(map(fold, load("dates")["until"]))
