"""A Resume -> its likeness: by what the same person is recognised in another file.

The text is cut into every run of three words in a row, each run is hashed to 32 bits, and only the 128
smallest hashes are kept. The share of them that two texts have in common estimates how much of all
their runs they share (Jaccard), within about 0.04; texts of up to 128 runs are compared exactly. With
longer runs, a short text with two other words would be another text; with shorter ones, all are alike. The
hash is a checksum that is the same on every machine, mixed so that its order is arbitrary.

The latest date is what the page says in digits or words. "Present" is none: an old resume says it too.
"""

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from zlib import crc32

from screener.model.likeness import Likeness
from screener.model.period import Bound, month_index
from screener.model.resume import Candidate, Resume

_RUN = 3  # words
_KEPT = 128
_MIX = 0x9E3779B1  # odd, so that multiplying by it loses nothing
_LEAST_DIGITS, _SAME_DIGITS = 7, 9  # of a phone; the last nine are the same with and without a country's code
_TITLES = frozenset(["dr", "prof", "mr", "mrs", "ms", "mba", "phd", "msc", "bsc", "pmp"])
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:19|20)\d\d")


def likeness_of(resume: Resume, as_of: date) -> Likeness:
    """What can be compared of a resume."""
    candidate = resume.candidate
    return Likeness(
        name=name_words(candidate.name or ""),
        addresses=tuple(sorted({address.casefold() for address in candidate.emails})),
        phones=tuple(sorted(set(_phone_keys(candidate)))),
        sketch=sketch_of(line.text for line in resume.lines),
        latest=_latest_month(resume, month_index(as_of.year, as_of.month)),
    )


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without accents, titles and degrees."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(word for word in _WORD.findall(plain.replace(".", " ")) if word not in _TITLES)


def sketch_of(texts: Iterable[str]) -> bytes:
    """The smallest hashes of a text's runs of words; of a text shorter than one run, nothing."""
    words = _WORD.findall("\n".join(texts).casefold())
    runs = {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    hashes = sorted({crc32(run.encode("utf-8", "surrogatepass")) * _MIX & 0xFFFFFFFF for run in runs})[:_KEPT]
    return struct.pack(f">{len(hashes)}I", *hashes)


def hashes_of(sketch: bytes) -> tuple[int, ...]:
    """The hashes in a sketch, ascending."""
    return struct.unpack(f">{len(sketch) // 4}I", sketch)


def resemblance(one: bytes, other: bytes) -> float:
    """How much of the runs of two texts they share, from 0 to 1."""
    ours, theirs = set(hashes_of(one)), set(hashes_of(other))
    smallest = sorted(ours | theirs)[:_KEPT]
    return len(ours & theirs & set(smallest)) / len(smallest) if smallest else 0.0


def _phone_keys(candidate: Candidate) -> Iterator[str]:
    for phone in candidate.phones:
        digits = "".join(str(int(digit)) for digit in phone if digit.isdecimal())
        if len(digits) >= _LEAST_DIGITS:
            yield digits[-_SAME_DIGITS:]


def _latest_month(resume: Resume, as_of: int) -> int | None:
    """The latest date of positions, education and any other line; what lies ahead says nothing."""
    from screener.resumes.dates import calendar_of

    periods = [position.period for position in resume.positions] + [entry.period for entry in resume.education]
    bounds = [bound for period in periods if period for bound in (period.start, period.end)]
    latest = max(_past_months(bounds, as_of), default=0)
    calendar = calendar_of((line.text for line in resume.lines), as_of)
    for line in resume.lines:
        years = _YEAR.findall(line.text)
        if years and latest // 12 <= int(max(years)):
            dates = (bound for span in calendar.periods(line.text) for bound in (span.period.start, span.period.end))
            latest = max([latest, *_past_months(dates, as_of)])
    return latest or None


def _past_months(bounds: Iterable[Bound], as_of: int) -> Iterator[int]:
    return (bound.first for bound in bounds if not bound.present and bound.first <= as_of)
