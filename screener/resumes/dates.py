"""Text -> the periods it states, each with the precision the page gives it.

The text is cut into words, numbers and marks. At each place a date is tried: a month by name or
number with its year, a full date, a season or quarter, a year alone, or a word for "still there".
Two dates with a dash, an arrow or a word such as "to" between them (or nothing, where a typesetter
lost the dash) are a period; "since" and a dash that leads nowhere leave it open until the as-of
date. A number that continues in digits (a phone, a version, an amount) is no date.

Not handled: spelled-out numbers, dates relative to others ("two years later").
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from screener.model.period import Period
from screener.resumes.date_grammar import DateReader, WrittenDate
from screener.resumes.date_words import date_words
from screener.vocabulary.folding import fold

_FULL_DATE = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](?:19|20)\d\d(?!\d)")
_SEPARATORS = (
    ["end", "date", ":"],
    ["t", "/", "m"],
    [".", ".", "."],
    [".", "."],
    ["か", "ら"],
)  # Dutch "tot en met", dots, Japanese "from"
_BEFORE_STARTING = frozenset("aà")  # "a partir de", in four languages
_JOINED_TO_ABOUT = frozenset(".-‐‑")
_UNTIL_BEHIND = ["ま", "で"]  # Japanese "until" stands behind its date
_DIGIT = re.compile(r"\d")
_DASHES = frozenset("-‐‑‒–—―−~～〜\u0336→⟶➔➜»>⇒至")  # U+0336: a dash in Japanese fonts
_NOTHING_MORE = frozenset(("", "(", ")", "[", "]", "|", "•", "·"))  # behind an open dash; "" is the end


class DatedSpan(NamedTuple):
    """A period and where it stands in the text. `single` is one date alone, not a range."""

    period: Period
    start: int
    end: int
    single: bool

    def quote(self, text: str) -> str:
        return text[self.start : self.end].strip(" ()[],;|")


class Calendar(NamedTuple):
    """How the dates of one document are read: the as-of month (an index) that closes open ends, and
    whether 03/04/2019 is the third of April."""

    as_of: int
    day_first: bool = True

    def periods(self, text: str) -> tuple[DatedSpan, ...]:
        """All periods in one line of text, in order."""
        return find_periods(text, self.as_of, day_first=self.day_first)


def begins_with_end(text: str) -> bool:
    """Whether a text begins with the label of an end date: "To: 2018", "End Date: May 2021"."""
    label, colon, _ = text.partition(":")
    return bool(colon) and (fold(label).strip() in date_words().until or fold(label).split() == ["end", "date"])


def calendar_of(texts: Iterable[str], as_of: int) -> Calendar:
    """The document's own habit: one number over 12 in second place says that months come first."""
    numbers = [match for text in texts for match in _FULL_DATE.finditer(text)]
    month_first = any(int(match[2]) > 12 for match in numbers) and not any(int(match[1]) > 12 for match in numbers)
    return Calendar(as_of, not month_first)


@lru_cache(maxsize=1024)  # anchors, education and warnings ask about the same lines
def find_periods(text: str, as_of: int, *, day_first: bool = True) -> tuple[DatedSpan, ...]:
    """All periods in one line of text, in order. `as_of` is a month index; it closes open ends.

    `day_first` decides 03/04/2019 where neither number is over 12.
    """
    if _DIGIT.search(text) is None:
        return ()
    return tuple(_Scanner(text, as_of, day_first).periods())


class _Scanner(DateReader):
    """One pass over the tokens of one text."""

    def periods(self) -> Iterator[DatedSpan]:
        at = 0
        while at < len(self.tokens):
            found = self._period(at)
            if found is None:
                at += 1
            else:
                span, at = found
                yield span

    def _period(self, at: int) -> tuple[DatedSpan, int] | None:
        opening_at = at + (self.token(at) in _BEFORE_STARTING and self.token(at + 1) == "partir")
        opening = self.token(opening_at)
        open_ended = opening in self.words.since
        first_at = self._past_about(self._past_article(opening_at + 1) if opening in self.words.before else at)
        first = self.date(first_at) or self._month_alone(first_at)
        if first is None or not self.starts_clean(first_at):
            return None
        if first.present:
            return self._newest_first(at, first)
        last, after = self._end(first, joined=opening in self.words.between)
        if last is None and first.year is None:
            return None
        if last is None:
            open_ended = open_ended or self._dash_leads_nowhere(first.after)
            if (first.short and not open_ended) or not self.ends_clean(first.after):
                return None
            last = self._present(first.after) if open_ended else first
            after = max(after, first.after)
        return self._span(at if opening in self.words.about or last is not first else first_at, first, last, after)

    def _newest_first(self, at: int, end: WrittenDate) -> tuple[DatedSpan, int] | None:
        """ "Present – March 2021", "Present 03/2021": the order of writing, not of time."""
        start_at = self._separator(end.after)
        start = self.date(end.after if start_at is None else start_at)
        if start is not None and start_at is None and (start.month is None or at or self.token(start.after)):
            return None  # "I present 2021", "present 03/2021 results"
        if start is None or start.present or start.year is None or not self.ends_clean(start.after):
            return None
        return self._span(at, start, end, start.after)

    def _past_article(self, at: int) -> int:
        """Past the "le" of "depuis le 3 mai 2019"."""
        return at + (self.token(at) in self.words.articles)

    def _past_about(self, at: int) -> int:
        """Past "early", "ca.", "end of", "mid-", where one of them stands."""
        if self.token(at) not in self.words.about:
            return at
        at += 1
        while self.token(at) in _JOINED_TO_ABOUT or self.token(at) in self.words.of:
            at += 1
        return at

    def _month_alone(self, at: int) -> WrittenDate | None:
        """The "03" of "03 – 08/2019", whose year stands at the end of the range."""
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or not token.is_number or len(token.text) != 2 or not 1 <= int(token.text) <= 12:
            return None
        behind = at + 1 + (self.token(at + 1) == ".")
        if self.token(behind) not in _DASHES:
            return None
        return WrittenDate(None, int(token.text), is_numeric=True, after=behind)

    def _with_day(self, first: WrittenDate, last: WrittenDate) -> WrittenDate:
        """The first date of "June 15 – August 20, 2019", where 15 is a day and no year."""
        day, last_at = self.number(first.after - 1), self._separator(first.after)
        if not (first.short and last.day and day and day <= 31 and last_at is not None):
            return first
        is_like_first = self.token(last_at) in self.words.months
        return first._replace(year=None, day=day, short=False) if is_like_first else first

    def _span(self, at: int, first: WrittenDate, last: WrittenDate, after: int) -> tuple[DatedSpan, int]:
        first = self._with_day(first, last) if last is not first else first
        if first.year is None and last.year is not None:
            later = last.month is not None and first.month is not None and first.month > last.month
            first = first._replace(year=last.year - later)
        if self._stand(_UNTIL_BEHIND, after):
            after += len(_UNTIL_BEHIND)
        period = Period(self.bound(first), self.bound(last))
        if period.is_reversed and not last.present and self._separator(first.after) is None:
            period = Period(period.end, period.start)  # a column of dates with the end above the start
        start, end = self.tokens[at].start, self.tokens[after - 1].end
        return DatedSpan(period, start, end, single=first is last), after

    def _end(self, first: WrittenDate, *, joined: bool) -> tuple[WrittenDate | None, int]:
        """The second date of a range and the token behind it; None where there is no second date.

        `joined` dates may have an "and" between them, as "between" stands in front.
        """
        at = self._separator(first.after)
        if at is None and joined and self.token(first.after) in self.words.joining:
            at = first.after + 1
        if at is None:
            return self._end_without_dash(first)
        at = self._past_about(at)
        last = self.date(at) or self._short_year(first, at) or self.date(self._past_article(at))
        if last is None or last.year is None or not self.ends_clean(last.after):
            return None, first.after
        if first.year is None and first.is_numeric and (last.day or (last.month or 0) < (first.month or 0)):
            return None, first.after
        return last, last.after

    def _end_without_dash(self, first: WrittenDate) -> tuple[WrittenDate | None, int]:
        """Typesetters lose the dash: "Sep. 2023 Mar. 2024". Two months with nothing between are a range."""
        last = self.date(first.after)
        if last is None or first.year is None or first.month is None or first.short:
            return None, first.after
        if last.present or (last.month is not None and last.year is not None and not last.short):
            return last, last.after
        return None, first.after

    def _separator(self, at: int) -> int | None:
        """The token behind a dash, arrow or "to"; None where there is neither."""
        start = at
        for words in _SEPARATORS:
            if self._stand(words, at):
                return at + len(words)
        while at < len(self.tokens) and at - start < 3:
            token = self.tokens[at].text
            if token in _DASHES or token in self.words.until or (token in {",", ".", "/", ":"} and at > start):
                at += 1
            else:
                break
        if at > start:
            return at
        slash = self.token(at) in {"/", "…"} and (self.date(at + 1) is not None or self.number(at + 1) is not None)
        return at + 1 if slash else None

    def _stand(self, words: list[str], at: int) -> bool:
        return [token.text for token in self.tokens[at : at + len(words)]] == words

    def _short_year(self, first: WrittenDate, at: int) -> WrittenDate | None:
        """The "19" of "2018–19" and "2018/19"."""
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or not token.is_number or len(token.text) != 2 or first.year is None or first.month:
            return None
        year = first.year // 100 * 100 + int(token.text)
        return WrittenDate(year, after=at + 1) if first.year < year <= first.year + 20 else None

    def _dash_leads_nowhere(self, at: int) -> bool:
        """An open dash: the text ends behind it, or only a bracket or a separator follows."""
        start = at
        while self.token(at) and self.token(at) in _DASHES - {">", "»"}:
            at += 1
        return at > start and self.token(at) in _NOTHING_MORE

    def _present(self, at: int) -> WrittenDate:
        while self.token(at) and self.token(at) in _DASHES:
            at += 1
        return WrittenDate(self.as_of // 12, present=True, after=at)
