"""What stands behind a range of dates ("(2 yrs 3 mos)") -> the months it says, held against the dates.

Durations are rounded, and count the last month in or out as their author pleases; only one that no
rounding explains is worth a word. An open end was written some time ago, so it may be longer by now.
"""

import re
from functools import lru_cache

from screener.model.period import Period, total_months
from screener.resumes.header_words import is_duration
from screener.vocabulary import load
from screener.vocabulary.folding import fold

_PART = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*([^\W\d_]+)")
_END = re.compile(r"[)\]|•·;]")
_FRAME = " ([·•|,–—-"
_LONGEST = 60  # characters looked at
_ROUNDING = {True: 3, False: 12}  # months; what gives months is rounded less than what gives years


def find_contradiction(behind: str, period: Period, as_of: int) -> str | None:
    """The duration written right behind a period, where the period's months don't bear it out."""
    said = _END.split(behind[:_LONGEST].lstrip(_FRAME), maxsplit=1)[0].strip()
    parts = _PART.findall(fold(said))
    if not parts or not is_duration(said):
        return None
    years = sum(float(number.replace(",", ".")) for number, unit in parts if unit in _year_words())
    months = sum(float(number.replace(",", ".")) for number, unit in parts if unit not in _year_words())
    stated, slack = years * 12 + months, _ROUNDING[months > 0]
    dated = total_months([period], as_of)
    is_too_short = stated < dated.low - slack and not period.end.present
    return said if is_too_short or stated > dated.high + slack else None


@lru_cache(maxsize=1)
def _year_words() -> frozenset[str]:
    return frozenset(map(fold, load("dates")["years"]))
