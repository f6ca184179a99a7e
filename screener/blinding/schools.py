"""Schools -> where their names stand in a text.

An institution that was understood is found by its whole name anywhere, and by what is its own in it where that stands
before a word like "University". Anything else set like the name of an institution goes, too. In the lines of a degree,
whatever is set apart there and is neither degree nor field, skill, grade nor date is taken for the school or its place.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from screener.blinding.folded import Folded, fold_words, folded
from screener.blinding.known_schools import find_known
from screener.blinding.marks import NOWHERE, SCHOOL, Mark, Spans
from screener.blinding.study_words import GRADE, is_institution, is_study, is_study_word
from screener.blinding.words import is_everyday, is_skill, words
from screener.resumes.education import find_degree
from screener.resumes.header_words import has_title_word, header_words
from screener.vocabulary.folding import fold

_PIECE_END = re.compile(r"\s*[,;|•·●()\[\]–—:]\s*|\s[-/@]\s|\s{2,}|\t|\s(?:at|from|an der|bei der)\s")
_CAPITALISED = re.compile(r"[^\W\d_][\w.'’&-]*")
_STOPS = ("at", "from")  # "Taught at the University of X"
_SMALL_SCHOOL = 60
_MOST_WORDS = 8
_LEAST_LETTERS = 2
_LEAST_ACRONYM = 3


class Schools(NamedTuple):
    """What is looked for everywhere, folded, the longest first."""

    names: tuple[str, ...] = ()


def schools_of(institutions: Iterable[str | None], lines: Sequence[str]) -> Schools:
    """The names, what is their own in them, their initials, and short forms that stand beside them in brackets."""
    names: set[str] = set()
    for institution in filter(None, institutions):
        whole = " ".join(fold_words(_without_degree(institution)))
        own = _own_words(whole)
        names |= {whole, own} if len(own) > 3 and not is_everyday(own) else {whole}
        short = re.compile(re.escape(institution) + r"\s?\(([A-Z][A-Za-z]{1,9})\)")
        names |= {match.group(1).lower() for line in lines if (match := short.search(line))}
        names |= set(_acronyms(institution))
    telling = {
        name
        for name in names
        if len(name) > 1 and not is_skill(name) and name not in words().institutions - _named_schools()
    }
    return Schools(tuple(sorted(telling, key=len, reverse=True)))


@cache
def _named_schools() -> frozenset[str]:
    """Of the words for schools, those that are one school's name."""
    return words().known_schools | words().sure_schools | words().doubtful_schools | words().school_prefixes


def find_schools(text: Folded, schools: Schools, kept: Spans = NOWHERE) -> Iterator[Mark]:
    """Schools of the candidate and whatever is set like one."""
    yield from (mark for mark in _own(text, schools) if not kept.cover(mark.start, mark.end))
    yield from (mark for mark in find_known(text) if not kept.touch(mark.start, mark.end))
    yield from (mark for mark in _set_like_one(text.given) if not kept.touch(mark.start, mark.end))


def find_in_degree(text: Folded, fields: Iterable[str], kept: Spans, *, is_entry: bool) -> Iterator[Mark]:
    """In a line of education: known short names, and in one that says more of a degree, what is left over."""
    for word in text.words:
        if word.text in words().known_schools and word.is_capital and not kept.touch(word.start, word.end):
            yield Mark(word.start, word.end, SCHOOL)
    given, pieces = text.given, list(_pieces(text.given))
    degree = find_degree(given)
    wanted = tuple(" ".join(fold_words(field)) for field in fields)
    is_entry = degree is not None or is_entry or len(pieces) == 1
    if not is_entry and not any(
        fold(given[start:end].strip(" .")) in header_words().countries for start, end in pieces
    ):
        return  # a list of courses
    for start, end in pieces:
        if degree is not None and start < degree.end and degree.start < end:
            yield from _beside_degree(text, (start, degree.start), wanted, kept)
            yield from _beside_degree(text, (degree.end, end), wanted, kept)
        elif not kept.touch(start, end) and _is_left_over(given[start:end], wanted):
            yield Mark(start, end, SCHOOL)


def _beside_degree(text: Folded, span: tuple[int, int], fields: Iterable[str], kept: Spans) -> Iterator[Mark]:
    """Words with capitals in a row that are none of the degree's: "Springmere" of "BSc Informatics Springmere"."""
    piece = " ".join(fold_words(text.given[span[0] : max(span)]))
    if any(piece and (piece in field or field in piece) for field in fields):
        return
    start = end = None
    for word in text.words:
        if not span[0] <= word.start < span[1]:
            continue
        is_own = word.is_capital and len(word.text) > _LEAST_LETTERS and word.text.isalpha()
        if is_own and not _is_of_degree(text.given[word.start : word.end]) and not kept.touch(word.start, word.end):
            start, end = word.start if start is None else start, word.end
    if start is not None and end is not None:
        yield Mark(start, end, SCHOOL)


def _is_of_degree(word: str) -> bool:
    is_known = GRADE.search(word) is not None or has_title_word(word) or find_degree(word) is not None
    plain = folded(word).text
    return is_known or is_skill(word) or is_study(plain) or is_everyday(plain) or plain in words().header_words


def _without_degree(institution: str) -> str:
    """The school of "BSc Computer Science Farrowdale University", where no comma stands between."""
    degree = find_degree(institution)
    if degree is None or degree.start:
        return institution
    found = institution[degree.end :].split()
    while (
        found
        and (is_study_word(found[0]) or found[0] in words().inner_words_of_schools)
        and not is_institution(folded(found[0]).text)
    ):
        found.pop(0)
    return " ".join(found)


def _acronyms(institution: str) -> Iterator[str]:
    """ "tum" of "Technical University of Munich"; at least three letters."""
    found = re.findall(r"[^\W\d_]+", institution)
    capitals = "".join(word[0] for word in found if word[0].isupper())
    for short in {capitals, "".join(word[0] for word in found)}:
        if _LEAST_ACRONYM <= len(short) <= _MOST_WORDS and len(found) > 1:
            yield folded(short).text


def _own(text: Folded, schools: Schools) -> Iterator[Mark]:
    """Whole words in a row; what stands between them doesn't count."""
    if not schools.names:
        return
    given, found = text.given, text.words
    starts = {name.split(" ", 1)[0] for name in schools.names}
    for at, word in enumerate(found):
        if word.text not in starts:
            continue
        for name in schools.names:
            length = name.count(" ") + 1
            end = found[min(at + length, len(found)) - 1].end
            is_there = " ".join(other.text for other in found[at : at + length]) == name
            is_long = len(name) > _LEAST_ACRONYM or given[word.start : word.end].isupper()
            is_set = length > 1 or (word.is_capital and is_long)
            if is_there and is_set and not _is_town(text.given, name, end):
                yield Mark(word.start, end, SCHOOL)


def _is_town(given: str, name: str, end: int) -> bool:
    """What a school is called after, where its country follows."""
    behind = re.match(r",\s*([^\W\d_][^,;|()\d]{1,30})", given[end : end + 40])
    is_whole = not words().institutions.isdisjoint(name.split())
    return not is_whole and behind is not None and fold(behind.group(1)).strip(" .") in header_words().countries


def _own_words(whole: str) -> str:
    """ "example" of "example university"; nothing of "university of example", which may be a town."""
    found = whole.split()
    at = next((at for at, word in enumerate(found) if word in words().institutions), 0)
    own = found[:at]
    while own and own[0] in words().plain_of_schools:
        own.pop(0)
    return " ".join(own) if any(word not in words().plain_of_schools for word in own) else ""


def _set_like_one(text: str) -> Iterator[Mark]:
    """Words with capitals around one such as "University", with at least one more that isn't plain."""
    lowered = text.lower()
    if not text.isascii() or any(word in lowered for word in _hints()):
        run: list[tuple[int, int, str]] = []
        for match in [*_CAPITALISED.finditer(text), None]:
            if match and _goes_on(text, run, match):
                run.append((*match.span(), match.group()))
                continue
            yield from _school_in(run)
            run = [(*match.span(), match.group())] if match and not match.group()[0].islower() else []


@cache
def _hints() -> tuple[str, ...]:
    return (*words().institutions, *words().school_beginnings, *words().school_endings)


def _goes_on(text: str, run: Sequence[tuple[int, int, str]], match: "re.Match[str]") -> bool:
    if not run:
        return False
    is_word = not match.group()[0].islower() or match.group() in words().inner_words_of_schools
    return is_word and match.start() - run[-1][1] == 1 and text[run[-1][1]] == " "


def _school_in(run: Sequence[tuple[int, int, str]]) -> Iterator[Mark]:
    found = list(run)
    while found and (found[-1][2].lower() in words().inner_words_of_schools or has_title_word(found[-1][2])):
        found.pop()
    at = max((at for at, (_, _, word) in enumerate(found) if word in _STOPS), default=-1)
    found = (
        found[at + 1 :]
        if any(is_institution(folded(word).text) for _, _, word in found[at + 1 :])
        else found[: max(at, 0)]
    )
    while found and (has_title_word(found[0][2]) or is_skill(found[0][2])):
        found.pop(0)
    parts = [folded(word).text.strip(".,'") for _, _, word in found]
    is_school = any(map(is_institution, parts))
    if is_school and len(parts) > 1 and any(part not in words().plain_of_schools for part in parts):
        yield Mark(found[0][0], found[-1][1], SCHOOL)


def _pieces(given: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in [*_PIECE_END.finditer(given), None]:
        end = match.start() if match else len(given)
        if given[start:end].strip():
            yield start, end
        start = match.end() if match else end


def _is_left_over(piece: str, fields: Sequence[str]) -> bool:
    """A few words with capitals that are no field, no skill, no grade and no date."""
    found = piece.split()
    if len(found) > _MOST_WORDS or len(piece) > _SMALL_SCHOOL:
        return False
    if sum(sign.isalpha() for sign in piece) < _LEAST_LETTERS:  # "A+"
        return False
    if not all(
        word[:1].isupper() or word.isdecimal() or not word[:1].isascii() or word in words().inner_words_of_schools
        for word in found
    ):
        return False
    plain = " ".join(fold_words(piece))
    is_field = any(plain in field or field in plain for field in fields if field)
    is_known = GRADE.search(piece) is not None or has_title_word(piece) or find_degree(piece) is not None
    is_all_study = is_study(plain) and not any(_is_foreign(word) for word in found)
    return not is_field and not is_known and not is_skill(piece.strip()) and not is_all_study


def _is_foreign(word: str) -> bool:
    """A word of a few letters that is of no vocabulary: "Sciences Po" is no field."""
    return word.isalpha() and word[0].isupper() and len(word) == _LEAST_LETTERS and not word.isupper()


def is_telling(name: str) -> bool:
    """Whether what is left over in a line of education is looked for in other lines: no ordinary word, no place."""
    found = fold_words(name)
    is_ordinary = all(is_everyday(word) or has_title_word(word) or word in words().header_words for word in found)
    is_country = fold(name).strip(" .") in header_words().countries
    return not is_ordinary and not is_country and not is_skill(name) and not is_study(" ".join(found))
