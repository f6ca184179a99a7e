"""Words, numbers and marks -> single dates, each as precise as it is written.

At a place in the tokens a date is tried: a month by name or number with its year, a full date, a
season or a quarter, a year alone, or a word for "still there". Month and "present" words of every
language are in `vocabulary/dates.yaml`. A number that goes on in digits (a phone, a version, an
amount) is no date.
"""

from typing import NamedTuple

from screener.model.period import Bound, Precision, month_index
from screener.resumes.date_numbers import SHAPES, full_year, is_date
from screener.resumes.date_words import TOKEN, date_words
from screener.vocabulary.folding import fold

_APOSTROPHES = frozenset("'’‘`´")
_JOINERS = frozenset("./-‐‑")
_LONGEST_PHRASE = 4  # words
_RANGE_MARKS = frozenset("-‐‑‒–—―−~")
_YEAR_CHARACTERS = frozenset("年년")
_MONTH_CHARACTERS = frozenset(("月", "月份", "월"))
_ROMAN = dict(
    zip(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], range(1, 13), strict=True)
)


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


class DateReader:
    """The tokens of one text, and the dates that begin at each of them."""

    def __init__(self, text: str, as_of: int, day_first: bool) -> None:
        self.text = text
        self.as_of = as_of
        self.day_first = day_first
        self.words = date_words()
        self.tokens = [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(fold(text))]
        if "'" in text or "’" in text:
            self.tokens = [part for token in self.tokens for part in self._apart(token)]

    def _apart(self, token: Token) -> list[Token]:
        """ "all'ottobre" and "d'avril" are two words."""
        head, _, tail = token.text.replace("’", "'").partition("'")
        if not head or tail not in self.words.months:
            return [token]
        return [Token(head, token.start, token.start + len(head)), Token(tail, token.end - len(tail), token.end)]

    def date(self, at: int) -> WrittenDate | None:
        if at >= len(self.tokens):
            return None
        token = self.tokens[at]
        if token.is_number:
            found = self._numeric(at) or self._day_first_words(at)
        elif token.text in _APOSTROPHES:
            year = self._year(at)
            found = WrittenDate(year[0], after=year[1]) if year else None
        else:
            found = self._present_words(at) or self._named_month(at) or self._season(at)
            if found is None and token.text in _ROMAN:
                found = self._roman_month(at)
        return self._past_marks(found) if found is not None and found.after < len(self.tokens) else found

    def _past_marks(self, found: WrittenDate) -> WrittenDate:
        """Past what may stand behind a date: a word for "year" ("05.2019 r."), a dot before a dash ("2019.03. –")."""
        after, word = found.after, self.tokens[found.after].text
        if word in self.words.year_marks and found.year is not None:
            dotted = self.token(after + 1) == "."
            is_letter = word.isascii() and len(word) == 1  # "R" is a language, too
            after += 0 if is_letter and not dotted else 1 + dotted
        elif word == "." and (self.token(after + 1) in _RANGE_MARKS or self._ends_year_first(after)):
            after += 1
        elif word in _APOSTROPHES and after + 1 < len(self.tokens) and self._present_words(after + 1):
            after += 1  # Turkish: "2021'den beri"
        return found if after == found.after else found._replace(after=after)

    def _ends_year_first(self, after: int) -> bool:
        """The "02" of "2019.02.", which ends in a dot as it has dots inside."""
        is_year_first = after > 2 and self.tokens[after - 1].is_number and len(self.token(after - 3)) == 4
        return is_year_first and self.token(after + 1) != "."

    def _roman_month(self, at: int) -> WrittenDate | None:
        """ "IX 2019": a month in capitals with its year behind it, and no word in front ("Phase II 2019")."""
        token = self.tokens[at]
        before = self.token(at - 1) if at else ""
        if before.isalnum() and before not in self.words.before and before not in self.words.until:
            return None
        year = self._year(self._skip(at + 1), digits=4)
        if year is None or not self.text[token.start : token.end].isupper():
            return None
        return WrittenDate(year[0], _ROMAN[token.text], after=year[1])

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
        """12 March 2019, 1. März 2019, 3 de mayo de 2019; 2. Quartal 2019."""
        day = self.number(at)
        if day is None or not 1 <= day <= 31:
            return None
        month_at = self._skip(at + 1)
        month = self.words.months.get(self.token(month_at))
        if month is None and self.token(at + 1) == "." and self.token(at + 3) == ".":  # "1. 3. 2020"
            month = self.number(at + 2)
        year = self._year(self._skip(month_at + 1), digits=4) if month and month <= 12 else None
        if year:
            return WrittenDate(year[0], month, day, after=year[1])
        if day <= 4 and self.token(month_at) in self.words.quarters:
            year = self._year(self._skip(month_at + 1), digits=4)
            return WrittenDate(year[0], day * 3 - 2, season=True, after=year[1]) if year else None
        if month and self._is_short(month_at + 1):  # "1 Sep 15"
            return WrittenDate(full_year(int(self.token(month_at + 1))), month, day, short=True, after=month_at + 2)
        is_named = self.token(month_at) in self.words.months
        return WrittenDate(None, month, day, after=month_at + 1) if is_named else None

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
        reader = SHAPES.get(shape) if len(shape.split("-")) == len(texts) else None
        found = reader([int(text) for text in texts], self.day_first) if reader else None
        if found is None:
            return self._year_first(at)
        if shape == "n-n" and (len(texts[1]) != 2 or self.token(at + 1) != "/"):  # 3.10 is a version
            return None
        year, month, day = found
        return WrittenDate(year, month, day, short=shape == "n-n", after=after) if is_date(year, month, day) else None

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
        mark = self.token(behind)
        month = self.number(behind + 1) if mark else None
        if mark in _YEAR_CHARACTERS:
            if month is not None and 1 <= month <= 12 and self.token(behind + 2) in _MONTH_CHARACTERS:
                return WrittenDate(value, month, after=behind + 3)
            return WrittenDate(value, after=behind + 1)
        if mark == "." and month is not None and 1 <= month <= 12 and self.token(behind + 2) == ".":  # "2019. 03."
            return WrittenDate(value, month, after=behind + 2)
        is_glued = mark in {"-", "/"} and not (self._gap(behind) or self._gap(behind + 1))
        month_at = behind + (mark in {",", "."} or is_glued)  # "2022, Sept", "2022. szept.", "2022-Sep"
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
            return full_year(int(token.text)), at + quoted + 1
        return None

    # ---- small looks at tokens

    def token(self, at: int) -> str:
        return self.tokens[at].text if at < len(self.tokens) else ""

    def number(self, at: int) -> int | None:
        token = self.token(at)
        return int(token) if token.isdecimal() and len(token) <= 4 else None

    def _gap(self, at: int) -> bool:
        """Whether there is space before this token; none before what isn't there."""
        return at < len(self.tokens) and self.tokens[at].start > self.tokens[at - 1].end

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
