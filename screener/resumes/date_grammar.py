"""Words, numbers and marks -> single dates, each as precise as it is written.

At a place in the tokens a date is tried: a month by name or number with its year, a full date, a
season or a quarter, a year alone, or a word for "still there". Month and "present" words of every
language are in `vocabulary/dates.yaml`. A number that goes on in digits (a phone, a version, an
amount) is no date.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from screener.model.period import Bound, Precision, month_index
from screener.vocabulary import load
from screener.vocabulary.folding import fold

_TOKEN = re.compile(r"\d+|[\u3040-\u30ff\u4e00-\u9fff]|[^\W\d_\u3040-\u30ff\u4e00-\u9fff]+(?:['’][^\W\d_]+)?|[^\w\s]")
_APOSTROPHES = frozenset("'’‘`´")
_JOINERS = frozenset("./-‐‑")
_LONGEST_PHRASE = 4  # words


class Token(NamedTuple):
    text: str  # lower case
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        return self.text.isdecimal()


class WrittenDate(NamedTuple):
    """A date as written. `year` is None for a date that takes its year from the end of its range;
    `short` marks two-digit years without an apostrophe, which count only inside a range."""

    year: int | None
    month: int | None = None
    day: int | None = None
    season: bool = False
    present: bool = False
    short: bool = False
    is_numeric: bool = False  # a month of two digits without a year
    after: int = 0  # index of the token behind it


class DateWords(NamedTuple):
    months: dict[str, int]
    seasons: dict[str, int]
    present: frozenset[str]
    present_starts: frozenset[str]  # their first words, or characters
    until: frozenset[str]
    since: frozenset[str]
    before: frozenset[str]
    between: frozenset[str]
    joining: frozenset[str]  # the "and" behind "between"
    about: frozenset[str]
    of: frozenset[str]


@lru_cache(maxsize=1)
def date_words() -> DateWords:
    data = load("dates")
    return DateWords(
        months={fold(word): int(number) for number, words in data["months"].items() for word in words},
        seasons={fold(word): int(number) for number, words in data["seasons"].items() for word in words},
        present=frozenset(map(fold, data["present"])),
        present_starts=frozenset(_TOKEN.findall(fold(phrase))[0] for phrase in data["present"]),
        until=frozenset(data["until"]),
        since=frozenset(data["since"]),
        before=frozenset(data["from"]) | frozenset(data["since"]),
        between=frozenset(data["between"]),
        joining=frozenset(data["and"]),
        about=frozenset(data["about"]),
        of=frozenset(data["of"]),
    )


class DateReader:
    """The tokens of one text, and the dates that begin at each of them."""

    def __init__(self, text: str, as_of: int, day_first: bool) -> None:
        self.text = text
        self.as_of = as_of
        self.day_first = day_first
        self.words = date_words()
        self.tokens = [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(fold(text))]

    def date(self, at: int) -> WrittenDate | None:
        if at >= len(self.tokens):
            return None
        token = self.tokens[at]
        if token.is_number:
            return self._numeric(at) or self._day_first_words(at)
        if token.text in _APOSTROPHES:
            year = self._year(at)
            return WrittenDate(year[0], after=year[1]) if year else None
        return self._present_words(at) or self._named_month(at) or self._season(at)

    def _present_words(self, at: int) -> WrittenDate | None:
        if self.tokens[at].text not in self.words.present_starts:
            return None
        for length in range(min(_LONGEST_PHRASE, len(self.tokens) - at), 0, -1):
            tokens = self.tokens[at : at + length]
            phrase = " ".join(token.text.replace("’", "'") for token in tokens)
            if phrase in self.words.present or phrase.replace(" ", "") in self.words.present:
                return WrittenDate(self.as_of // 12, present=True, after=at + length)
        return None

    def _named_month(self, at: int) -> WrittenDate | None:
        month = self.words.months.get(self.tokens[at].text)
        if month is None:
            return None
        behind = self._skip(at + 1)
        day = self.number(behind)
        if day is not None and 1 <= day <= 31 and len(self.tokens[behind].text) <= 2:
            year = self._year(self._skip(behind + 1), digits=4)
            if year:
                return WrittenDate(year[0], month, day, after=year[1])
        year = self._year(behind)
        if year:
            return WrittenDate(year[0], month, after=year[1], short=self._is_short(behind))
        return WrittenDate(None, month, after=at + 1)

    def _day_first_words(self, at: int) -> WrittenDate | None:
        """12 March 2019, 1. März 2019, 3 de mayo de 2019."""
        day = self.number(at)
        if day is None or not 1 <= day <= 31:
            return None
        month_at = self._skip(at + 1)
        month = self.words.months.get(self.token(month_at))
        year = self._year(self._skip(month_at + 1), digits=4) if month else None
        if year:
            return WrittenDate(year[0], month, day, after=year[1])
        return WrittenDate(None, month, day, after=month_at + 1) if month else None

    def _season(self, at: int) -> WrittenDate | None:
        month = self.words.seasons.get(self.tokens[at].text)
        behind = at + 1
        if month is None and self.tokens[at].text in {"q", "t"}:
            part = self.number(at + 1)
            if part is None or not 1 <= part <= 4 or self._gap(at + 1):
                return None
            month, behind = part * 3 - 2, at + 2
        if month is None:
            return None
        year = self._year(self._skip(behind))
        return WrittenDate(year[0], month, season=True, after=year[1]) if year else None

    def _numeric(self, at: int) -> WrittenDate | None:
        numbers, after = self._joined_numbers(at)
        texts = [self.tokens[index].text for index in numbers]
        shape = "-".join("y" if len(text) == 4 else "n" for text in texts if len(text) in {1, 2, 4})
        reader = _SHAPES.get(shape) if len(shape.split("-")) == len(texts) else None
        found = reader([int(text) for text in texts], self.day_first) if reader else None
        if found is None:
            return self._year_first(at)
        if shape == "n-n" and (len(texts[1]) != 2 or self.token(at + 1) != "/"):  # 3.10 is a version
            return None
        year, month, day = found
        return WrittenDate(year, month, day, short=shape == "n-n", after=after) if _is_date(year, month, day) else None

    def _joined_numbers(self, at: int) -> tuple[list[int], int]:
        """Numbers glued by one and the same of . / - : 03/2019, 2019-03-12. Indices, and what is behind."""
        numbers, joiner = [at], ""
        while len(numbers) < 3 and at + 2 < len(self.tokens):
            mark, number = self.tokens[at + 1], self.tokens[at + 2]
            if mark.text not in _JOINERS or not number.is_number or (joiner and mark.text != joiner):
                break
            if self._gap(at + 1) or self._gap(at + 2):
                break
            if len(number.text) == 4 and len(self.tokens[at].text) == 4:  # 2018-2020 is two years
                break
            joiner, at = mark.text, at + 2
            numbers.append(at)
        return numbers, at + 1

    def _year_first(self, at: int) -> WrittenDate | None:
        """A year alone, or with its month behind: 2019年3月, 2020 Jan."""
        year = self._year(at, digits=4)
        if year is None:
            return None
        value, behind = year
        if self.token(behind) == "年":
            month = self.number(behind + 1)
            if month is not None and 1 <= month <= 12 and self.token(behind + 2) in {"月", "月份"}:
                return WrittenDate(value, month, after=behind + 3)
            return WrittenDate(value, after=behind + 1)
        month_at = behind + (self.token(behind) == ",")  # "2022, Sept"
        month = self.words.months.get(self.token(month_at))
        if month and self._year(self._skip(month_at + 1)) is None and not self.number(self._skip(month_at + 1)):
            return WrittenDate(value, month, after=month_at + 1)
        return WrittenDate(value, after=behind)

    def _year(self, at: int, *, digits: int | None = None) -> tuple[int, int] | None:
        """A year and the token behind it: 2019, '19, or 19 where a month stands before it."""
        quoted = self.token(at) in _APOSTROPHES and digits is None
        token = self.tokens[at + quoted] if at + quoted < len(self.tokens) else None
        if token is None or not token.is_number or (quoted and self._gap(at + 1)):
            return None
        if len(token.text) == 4 and 1950 <= int(token.text) <= 2099:
            return int(token.text), at + quoted + 1
        if len(token.text) == 2 and digits is None:
            return _full_year(int(token.text)), at + quoted + 1
        return None

    # ---- small looks at tokens

    def token(self, at: int) -> str:
        return self.tokens[at].text if at < len(self.tokens) else ""

    def number(self, at: int) -> int | None:
        token = self.token(at)
        return int(token) if token.isdecimal() and len(token) <= 4 else None

    def _gap(self, at: int) -> bool:
        """Whether there is space before this token."""
        return self.tokens[at].start > self.tokens[at - 1].end

    def _skip(self, at: int) -> int:
        """Past the dots, commas and small words inside one date."""
        start = at
        while at - start < 3 and (self.token(at) in {".", ","} or self.token(at) in self.words.of):
            at += 1
        if at == start and self.token(at) in _JOINERS and not self._gap(at) and self.number(at + 1) is not None:
            return at + 1  # Jan-20, Jan/2020
        return at

    def _is_short(self, at: int) -> bool:
        return self.token(at).isdecimal() and len(self.token(at)) == 2

    def starts_clean(self, at: int) -> bool:
        """Not the tail of a longer number: a phone, a version, an amount."""
        start = self.tokens[at].start
        before = self.text[start - 1 : start]
        if not before or not self.tokens[at].is_number:
            return True
        if before.isalpha():
            return not before.isascii()  # CJK sets no spaces
        return before not in "$€£#_+@" and not (before in "-./" and self.text[start - 2 : start - 1].isdecimal())

    def ends_clean(self, after: int) -> bool:
        """Not the head of a longer number."""
        end = self.tokens[after - 1].end
        ahead, beyond = self.text[end : end + 1], self.text[end + 1 : end + 2]
        if ahead in set("-./:,") and beyond.isdecimal():
            return False
        return ahead not in {"%", "+", "_", "@"} and not (ahead.isascii() and ahead.isalnum())

    def bound(self, date: WrittenDate) -> Bound:
        if date.present:
            return Bound(self.as_of, self.as_of, Precision.MONTH, present=True)
        year = date.year or 0
        if date.season and date.month:
            first = month_index(year, date.month)
            return Bound(first, first + 2, Precision.SEASON)
        if date.month is None:
            return Bound(month_index(year, 1), month_index(year, 12), Precision.YEAR)
        month = month_index(year, date.month)
        return Bound(month, month, Precision.DAY if date.day else Precision.MONTH, date.day)


def _full_year(two_digits: int) -> int:
    return two_digits + (2000 if two_digits < 50 else 1900)


def _is_date(year: int | None, month: int | None, day: int | None) -> bool:
    return (
        year is not None
        and 1950 <= year <= 2099
        and (month is None or 1 <= month <= 12)
        and (day is None or 1 <= day <= 31)
    )


_Reading = tuple[int, int, int | None] | None  # year, month, day


def _day_month_year(values: list[int], day_first: bool) -> _Reading:
    first, second, year = values
    year = _full_year(year) if year < 100 else year
    if second > 12 or (first <= 12 and not day_first):
        first, second = second, first
    return year, second, first


# What numbers glued together are, by their lengths: y has four digits, n one or two.
_SHAPES: dict[str, Callable[[list[int], bool], _Reading]] = {
    "y-n": lambda values, _: (values[0], values[1], None) if values[1] <= 12 else None,
    "n-y": lambda values, _: (values[1], values[0], None) if values[0] <= 12 else None,
    "n-n": lambda values, _: (_full_year(values[1]), values[0], None) if values[0] <= 12 else None,
    "y-n-n": lambda values, _: (values[0], values[1], values[2]),
    "n-n-y": _day_month_year,
    "n-n-n": _day_month_year,
}
