"""The lines of the education sections -> degrees with level, field, institution and completion.

Each paragraph is asked for a degree, an institution and a period. Entries are filled slot by slot, and
a slot that is already taken starts the next entry, so every order of degree, school and dates
works. A degree is finished unless its lines say otherwise ("expected", "dropped out") or it ends
in the future.

Not handled: several degrees in one sentence of prose beyond the first of each paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from screener.model.document import Line
from screener.model.period import Period
from screener.model.resume import Education, Level, Section, Span
from screener.resumes.dates import Calendar, DatedSpan, begins_with_end
from screener.resumes.institutions import PART_END, find_institution, has_institution_word
from screener.resumes.phrases import says_any
from screener.resumes.sections import SectionLine
from screener.vocabulary import load
from screener.vocabulary.folding import fold

_WORD = re.compile(r"[^\W\d_]+(?:[.'’/-][^\W\d_]+)*\.?")
_PUNCTUATION = re.compile(r"[.'’\s-]")
_BEHIND_STATE = re.compile(r"\s*(?:$|[|•·)(–—-]|\s\s|,?\s*(?:USA|United States|\d))")  # the end, a bar, a date
_LONGEST_DEGREE = 6  # words
_YEAR = 4  # characters
_LONGEST_FIELD = 60  # characters


class FoundEducation(NamedTuple):
    """`names` are the spans of institutions' names by index among all lines of the document."""

    education: tuple[Education, ...]
    names: dict[int, tuple[Span, ...]]


class _Degree(NamedTuple):
    level: Level
    start: int
    end: int
    phrase: str


class _Words(NamedTuple):
    degrees: dict[str, Level]
    short: frozenset[str]
    also_titles: frozenset[str]
    of: frozenset[str]
    field_ends: frozenset[str]
    unfinished: tuple[str, ...]
    fields: frozenset[str]


@dataclass(slots=True)
class _Entry:
    at: int
    texts: list[str]
    degree: _Degree | None = None
    field: str | None = None
    institution: str | None = None
    period: Period | None = None


class _Said(NamedTuple):
    """What one paragraph says."""

    text: str
    degree: _Degree | None
    institution: Span | None
    dated: DatedSpan | None
    degree_line: int = 0  # where the degree stands among the paragraph's lines


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = load("education")
    return _Words(
        degrees={_key(phrase): Level(level) for level, phrases in data["degrees"].items() for phrase in phrases},
        short=frozenset(_key(phrase) for phrase in data["short"]),
        also_titles=frozenset(_key(phrase) for phrase in data["also_titles"]),
        of=frozenset(data["of"]),
        field_ends=frozenset(data["field_ends"]),
        unfinished=tuple(map(fold, data["unfinished"])),
        fields=frozenset(map(fold, data["field_words"])),
    )


def find_education(
    lines: Sequence[SectionLine], wrapped: Sequence[bool], owned: Iterable[int], calendar: Calendar
) -> FoundEducation:
    """Degrees in order; where no section is called education, lines outside the jobs are searched."""
    indices = [at for at, line in enumerate(lines) if line.section is Section.EDUCATION and not line.is_heading]
    strict = not indices
    if strict:
        jobs = set(owned)
        outside = {Section.SKILLS, Section.PROJECTS, Section.EXPERIENCE, Section.INTERESTS}
        indices = [at for at, line in enumerate(lines) if at not in jobs and line.section not in outside]
    paragraphs = _paragraphs(lines, indices, wrapped)
    found = _entries(lines, paragraphs, calendar, strict=strict)
    entries = [entry for entry in found if entry.degree or entry.institution]
    spans = {at: find_institution(lines[at].line.text) for at in indices}
    names: dict[int, tuple[Span, ...]] = {at: (span,) for at, span in spans.items() if span is not None}
    return FoundEducation(tuple(_education(lines, entry, calendar) for entry in entries), names)


def find_degree(text: str, *, strict: bool = False) -> _Degree | None:
    """The first degree named in a text; `strict` asks short spellings for a field behind them."""
    tokens = list(_WORD.finditer(text))
    for at in range(len(tokens)):
        for length in range(min(_LONGEST_DEGREE, len(tokens) - at), 0, -1):
            chosen = tokens[at : at + length]
            key = _key("".join(token.group() for token in chosen))
            level = _words().degrees.get(key)
            if level is None or "(" in text[chosen[0].start() : chosen[-1].end()]:  # "BS (CS)" has a field
                continue
            degree = _Degree(level, chosen[0].start(), chosen[-1].end(), text[chosen[0].start() : chosen[-1].end()])
            before = tokens[at - 1].group().lower() if at else ""
            following = tokens[at + length].group() if at + length < len(tokens) else ""
            is_doubtful = key in _words().short or (strict and key in _words().also_titles)
            if before == "scrum" or (is_doubtful and _is_state(text, degree)):
                continue
            if not is_doubtful or _is_plain(degree, following, strict):
                return degree
    return None


def _is_state(text: str, degree: _Degree) -> bool:
    """The "MA" of "Cambridge, MA": two letters behind a town and a comma, with nothing of the degree's behind them."""
    if len(degree.phrase) != 2 or not degree.phrase.isupper() or not text[: degree.start].endswith(", "):
        return False
    if not _BEHIND_STATE.match(text[degree.end :]):
        return False
    words = {fold(word) for word in PART_END.split(text[: degree.start - 2])[-1].split()}
    return bool(words) and words.isdisjoint(_words().fields) and not has_institution_word(" ".join(words))


def _is_plain(degree: _Degree, following: str, strict: bool) -> bool:
    """A short spelling ("BE", "Master") is a degree in capitals, with dots, or with a field behind."""
    of_field = following.lower() in _words().of
    if strict:
        return of_field and degree.phrase[:1].isupper()
    letters = degree.phrase.replace(".", "").replace(" ", "")
    return of_field or letters.isupper() or "." in degree.phrase[:-1] or (len(letters) > 3 and letters[0].isupper())


def _paragraphs(lines: Sequence[SectionLine], indices: Sequence[int], wrapped: Sequence[bool]) -> list[list[int]]:
    """The lines of each paragraph: a degree and its field may wrap, and "To: 2018" stand below "From: 2014"."""
    found: list[list[int]] = []
    for at in indices:
        follows = bool(found) and found[-1][-1] == at - 1
        if follows and (wrapped[at] or _ends_range(lines[at - 1].line.text, lines[at].line.text)):
            found[-1].append(at)
        else:
            found.append([at])
    return found


def _ends_range(above: str, text: str) -> bool:
    """Whether a line has nothing but the end of a period: "2015" below "2011 –", "To: 2015"."""
    return begins_with_end(text) or (text[:4].isdecimal() and len(text) == _YEAR and above.endswith(("-", "–", "—")))


def _entries(
    lines: Sequence[SectionLine], paragraphs: Sequence[Sequence[int]], calendar: Calendar, *, strict: bool
) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for paragraph in paragraphs:
        said = _read([lines[at].line for at in paragraph], calendar, strict=strict)
        if strict and said.degree is None:  # outside an education section only a degree's own line counts
            continue
        if entry is None or strict or _is_taken(entry, said):
            if entry is not None:
                yield entry
            entry = _Entry(paragraph[0], [])
        _fill(entry, said)
        if said.degree is not None:  # what a person wants to see of the entry
            entry.at = paragraph[said.degree_line]
    if entry is not None:
        yield entry


def _read(lines: Sequence[Line], calendar: Calendar, *, strict: bool) -> _Said:
    text = " ".join(line.text for line in lines)
    degree = find_degree(text, strict=strict)
    inside_item = lines[0].bullet and degree is None
    ends = list(accumulate(len(line.text) + 1 for line in lines))
    return _Said(
        text,
        degree,
        None if inside_item else find_institution(text),
        None if inside_item else _period(text, calendar),
        bisect_right(ends, degree.start) if degree else 0,
    )


def _is_taken(entry: _Entry, said: _Said) -> bool:
    return bool(
        (said.degree and entry.degree)
        or (said.institution and entry.institution)
        or (said.dated and entry.period and (entry.degree or entry.institution))
    )


def _fill(entry: _Entry, said: _Said) -> None:
    entry.texts.append(said.text)
    if said.degree is not None:
        entry.degree = said.degree
        entry.field = _field(said.text, said.degree)
    elif entry.degree is not None and entry.field is None and said.text.partition(" ")[0] in _words().of:
        entry.field = _until_field_end(said.text)[:_LONGEST_FIELD] or None  # "B.Tech" above "in Electronics"
    if said.institution is not None:
        entry.institution = said.text[said.institution[0] : said.institution[1]]
    if said.dated is not None:
        entry.period = said.dated.period


def _education(lines: Sequence[SectionLine], entry: _Entry, calendar: Calendar) -> Education:
    line = lines[entry.at].line
    text = fold(" ".join(entry.texts))
    said_unfinished = says_any(text, _words().unfinished)
    goes_on = entry.period is not None and (entry.period.end.present or entry.period.end.first > calendar.as_of)
    return Education(
        level=entry.degree.level if entry.degree else None,
        field=entry.field or _field_elsewhere(entry),
        institution=entry.institution,
        period=entry.period,
        completed=not (said_unfinished or goes_on),
        page=line.page,
        line=line.number,
    )


def _period(text: str, calendar: Calendar) -> DatedSpan | None:
    found = calendar.periods(text)
    return next((dated for dated in found if not dated.single), found[-1] if found else None)


def _field(text: str, degree: _Degree) -> str | None:
    """What stands behind the degree: "in Computer Science", ", Informatics", "(Software)"."""
    words = degree.phrase.lower().split()
    own = " ".join(words[words.index("of") + 1 :]) if "of" in words else ""
    rest = text[degree.end :]
    parts = [cut for part in PART_END.split(rest) if (cut := _until_field_end(part))]
    generic = {"science", "arts", "engineering", "technology", "philosophy", "applied science", ""}
    for part in parts[:2]:
        is_school = find_institution(part) is not None
        if any(character.isdigit() for character in part) or (is_school and own not in generic):
            break
        if not is_school and find_degree(part) is None:
            return part[:_LONGEST_FIELD]
    return None if own in generic else own.title()


def _until_field_end(part: str) -> str:
    words = part.split()
    while words and words[0].lower().strip(".") in _words().of:
        words.pop(0)
    for at, word in enumerate(words):
        if word.lower().strip(".,") in _words().field_ends or (at and word.strip(".,")[:4].isdecimal()):
            words = words[:at]
            break
    return " ".join(words).strip(" .,;:-'’")


def _field_elsewhere(entry: _Entry) -> str | None:
    """A field beside the institution, in a part of its own: "Tech Institute, Computer Engineering"."""
    if entry.degree is None:
        return None
    for text in entry.texts:
        for part in PART_END.split(text):
            words = {fold(word) for word in part.split()}
            if words & _words().fields and find_institution(part) is None and find_degree(part) is None:
                return _until_field_end(part)[:_LONGEST_FIELD]
    return None


def _key(phrase: str) -> str:
    return _PUNCTUATION.sub("", fold(phrase))
