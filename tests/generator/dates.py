"""Periods -> text in one of the usual formats, with what that text still tells of them.

A document has one `DateStyle`: how a single date is written, what stands between two of them, how an
open end is said, and what stands around. A date that a style can't show without doubt (a winter, half
of a range within one season) is written with its month instead.
"""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from tests.generator.truth import Edge, WrittenPeriod
from tests.generator.words import Words

_SEASONS = {2: "spring", 3: "spring", 4: "spring", 5: "summer", 6: "summer", 7: "summer"} | dict.fromkeys(
    (8, 9, 10), "autumn"
)
DASHES = (" – ", " - ", " — ", "–", "-", " -- ")
ARROWS = (" → ", " ~ ", " ➔ ")


class Day(NamedTuple):
    """A day; `month` is an index, year * 12 + month - 1."""

    month: int
    day: int = 1

    @property
    def year(self) -> int:
        return self.month // 12

    @property
    def in_year(self) -> int:
        return self.month % 12 + 1


class Span(NamedTuple):
    """When a job really was; `end` is None while it goes on."""

    start: Day
    end: Day | None


class DateStyle(NamedTuple):
    """How the dates of one document are written; see `draw_style`."""

    name: str
    joiner: str
    present: str
    open_end: str  # "word", "since" or "dash"
    frame: str  # "{}" or "({})"
    range_form: str = ""  # "from {a} to {b}" instead of a joiner
    durations: bool = False
    month_only_starts: bool = False


_Write = Callable[[Day, Words], str]


def _named(key: str, form: str = "{m}{of}{y}") -> _Write:
    def write(day: Day, words: Words) -> str:
        of = words.get("of", [" "])[0] if key == "months" else " "
        return form.format(m=words[key][day.in_year - 1], of=of, y=day.year, yy=f"{day.year % 100:02d}", d=day.day)

    return write


def _numbers(form: str) -> _Write:
    return lambda day, _: form.format(
        m=day.in_year, mm=f"{day.in_year:02d}", y=day.year, yy=f"{day.year % 100:02d}", d=day.day, dd=f"{day.day:02d}"
    )


def _day_in_words(day: Day, words: Words) -> str:
    month = (words.get("genitive") or words["months"])[day.in_year - 1]
    form = {"es": "{d} de {m} de {y}", "pt": "{d} de {m} de {y}", "de": "{d}. {m} {y}"}
    return form.get(words.language, "{d} {m} {y}").format(d=day.day, m=month, y=day.year)


def _upper(day: Day, words: Words) -> str:
    return _named("short")(day, words).upper()


_MONTHS: dict[str, _Write] = {
    "long": _named("months"),
    "short": _named("short"),
    "dotted": _named("dotted"),
    "upper": _upper,
    "capital": lambda day, words: _named("months")(day, words).capitalize(),
    "apostrophe": _named("short", "{m} '{yy}"),
    "curly": _named("short", "{m} ’{yy}"),
    "short-year": _named("short", "{m} {yy}"),
    "hyphen": _named("short", "{m}-{y}"),
    "hyphen-short": _named("short", "{m}-{yy}"),
    "comma": _named("months", "{m}, {y}"),
    "mm/yyyy": _numbers("{mm}/{y}"),
    "m/yyyy": _numbers("{m}/{y}"),
    "mm.yyyy": _numbers("{mm}.{y}"),
    "mm-yyyy": _numbers("{mm}-{y}"),
    "yyyy/mm": _numbers("{y}/{mm}"),
    "yyyy.mm": _numbers("{y}.{mm}"),
    "iso-month": _numbers("{y}-{mm}"),
    "mm/yy": _numbers("{mm}/{yy}"),
    "ideographic": _numbers("{y}年{m}月"),
    "ideographic-0": _numbers("{y}年{mm}月"),
}
_DAYS: dict[str, _Write] = {
    "iso-day": _numbers("{y}-{mm}-{dd}"),
    "dd.mm.yyyy": _numbers("{dd}.{mm}.{y}"),
    "dd/mm/yyyy": _numbers("{dd}/{mm}/{y}"),
    "mm/dd/yyyy": _numbers("{mm}/{dd}/{y}"),
    "day-words": _day_in_words,
    "us-words": _named("months", "{m} {d}, {y}"),
}
_SLASHED_DAYS = ("dd/mm/yyyy", "mm/dd/yyyy")
_OTHERS = ("year", "season", "quarter", "mixed")
_ENGLISH_ONLY = {"mm/dd/yyyy", "us-words", "comma"}
_IDEOGRAPHIC = ("ideographic", "ideographic-0", "yyyy/mm", "yyyy.mm", "iso-month", "year", "iso-day")
_HYPHENATED = {"hyphen", "hyphen-short", "iso-month", "iso-day", "mm-yyyy"}
_LOSES_ITS_DASH = {"long", "short", "dotted"}


def draw_style(rng: Random, words: Words) -> DateStyle:
    """A style that people who write this language use."""
    name = rng.choice(_names(words))
    wide = name in _HYPHENATED or name in {"yyyy/mm", "short-year"}
    joiners = [joiner for joiner in DASHES if joiner.startswith(" ") or not wide]
    joiner = rng.choice(joiners if rng.random() < 0.88 or words.ideographic else ARROWS)  # their fonts have no arrows
    if words.ideographic and rng.random() < 0.4:
        joiner = rng.choice([" ～ ", "～", "〜", "—"])
    if name in _LOSES_ITS_DASH and not words.get("of") and rng.random() < 0.05:
        joiner = " "
    return DateStyle(
        name,
        joiner,
        rng.choice(words["present"]),
        _open_end(rng, words),
        rng.choice(["{}"] * 4 + ["({})"]),
        rng.choice(words["ranges"]) if words["ranges"] and rng.random() < 0.15 else "",
        rng.random() < 0.1,
        name in {"long", "short", "capital"} and rng.random() < 0.3 and not words.ideographic and not joiner.isspace(),
    )


def _names(words: Words) -> tuple[str, ...]:
    if words.ideographic:
        return _IDEOGRAPHIC
    names = [*_MONTHS, *_DAYS, *_OTHERS, "year", "mixed", "short", "long", "mm/yyyy"]
    leave_out = {"ideographic", "ideographic-0"} | (set() if words.language == "en" else _ENGLISH_ONLY)
    if words.language == "tr":
        leave_out |= {"upper"}  # capitals of i are a matter of their own
    return tuple(name for name in names if name not in leave_out)


def _open_end(rng: Random, words: Words) -> str:
    chance = rng.random()
    if chance < 0.12 and words["since"]:
        return "since"
    return "dash" if chance < 0.2 else "word"


def write_period(rng: Random, style: DateStyle, words: Words, span: Span) -> WrittenPeriod:
    """The period in this style. Every document's style is drawn once, small choices at each period."""
    if style.name in _SLASHED_DAYS and span.start.day <= 12:  # a day over 12 tells the order of day and month
        span = span._replace(start=span.start._replace(day=span.start.day + 12))
    start = _moment(rng, style, words, span.start, span)
    if span.end is None:
        text = _open(style, words, start[0], span)
        end = Edge(AS_OF, AS_OF, "present")
    else:
        closed = _moment(rng, style, words, span.end, span, is_end=True)
        text, end = _join(style, words, start, closed), closed[1]
    if style.durations:
        text += _duration(rng, words, span)
    return WrittenPeriod(style.frame.format(text) if not style.durations else text, start[1], end)


AS_OF = 2026 * 12 + 10  # November 2026, when all of these resumes are read
_Moment = tuple[str, Edge]


def _moment(rng: Random, style: DateStyle, words: Words, day: Day, span: Span, *, is_end: bool = False) -> _Moment:
    within_year = span.end is not None and span.end.year == span.start.year
    name = style.name
    if name == "mixed":
        name = rng.choice(["year", "short"]) if not within_year else "short"
    if name == "year":
        text = f"{day.year}年" if words.ideographic and "年" in style.present + style.joiner else str(day.year)
        return text, Edge(day.year * 12, min(day.year * 12 + 11, AS_OF), str(day.year), is_year=True)
    if name in {"season", "quarter"}:
        return _three_months(rng, name, words, day, span, is_end=is_end)
    if name in _DAYS:
        return _DAYS[name](day, words), Edge(day.month, day.month, f"{day.year}-{day.in_year:02d}-{day.day:02d}")
    return _MONTHS[name](day, words), Edge(day.month, day.month, f"{day.year}-{day.in_year:02d}")


def _three_months(rng: Random, name: str, words: Words, day: Day, span: Span, *, is_end: bool) -> _Moment:
    near = span.end is not None and span.end.month - span.start.month < 6
    season = _SEASONS.get(day.month % 12)
    if near or (name == "season" and season is None):
        return _MONTHS["long"](day, words), Edge(day.month, day.month, f"{day.year}-{day.in_year:02d}")
    if name == "season":
        first = day.year * 12 + {"spring": 2, "summer": 5, "autumn": 8}[str(season)]
        text = f"{rng.choice(words['seasons'][season])} {day.year}"
    else:
        first = day.month - day.month % 3
        text = f"{words['quarter']}{first % 12 // 3 + 1} {day.year}"
    shown = first + 2 if is_end else first
    return text, Edge(first, min(first + 2, AS_OF), f"{shown // 12}-{shown % 12 + 1:02d}")


def _join(style: DateStyle, words: Words, start: _Moment, end: _Moment) -> str:
    if start == end and start[1].is_year:
        return start[0]
    same_year = start[1].first // 12 == end[1].first // 12
    first, last = start[0], end[0]
    if style.range_form and not words.ideographic and style.name in {"long", "mixed"}:
        cases = words.get("range_cases", ["months", "months"])
        first, last = (_case(words, text, case) for text, case in zip((first, last), cases, strict=True))
    if style.month_only_starts and same_year and start[1].first != end[1].first and not style.range_form:
        first = first.removesuffix(first[-4:]).rstrip().removesuffix(" de")
    return style.range_form.format(a=first, b=last) if style.range_form else first + style.joiner + last


def _case(words: Words, text: str, case: str) -> str:
    """The month in the case that its preposition asks for."""
    for at, month in enumerate(words["months"]):
        if text.startswith(month):
            return str(words[case][at]) + text[len(month) :]
    return text


def _open(style: DateStyle, words: Words, start: str, span: Span) -> str:
    if style.open_end == "since" and not style.range_form:
        text = _case(words, start, words["since_case"]) if words.get("since_case") else start
        return f"{words['since'][0]} {text}"
    if style.open_end == "dash" and not style.range_form and style.joiner in DASHES:
        return start + style.joiner.rstrip()
    joiner = style.joiner if not style.joiner.isspace() else " – "
    return start + joiner + style.present


def _duration(rng: Random, words: Words, span: Span) -> str:
    months = (span.end.month if span.end else AS_OF) - span.start.month + 1
    one_year, years, one_month, more = rng.choice(words["durations"])
    y, m = divmod(months, 12)
    parts = [(one_year if y == 1 else years).format(y=y)] if y else []
    parts += [(one_month if m == 1 else more).format(m=m)] if m else []
    said = ("" if words.ideographic else " ").join(parts)
    return rng.choice([f" ({said})", f" · {said}"])
