"""Schools that are known without anything being understood of the candidate's education -> where they stand.

By a list of names and short names, some of them only behind "at" or "from"; by what makes a school of a town ("TU
Springmere", "Springmere Uni"); and by the word for a university in scripts without capitals.
"""

import re
from collections.abc import Iterator
from functools import cache

from screener.blinding.folded import Folded, Word
from screener.blinding.marks import SCHOOL, Mark
from screener.blinding.words import is_everyday, is_skill, words
from screener.resumes.header_words import has_title_word

_MOST_WORDS = 4
_ARTICLES, _BEFORE_ARTICLE = frozenset(["the", "l", "a", "of"]), frozenset(["at", "from", "student", "a", "to"])
_NO_SCHOOL = frozenset(["license", "licence", "licensed"])
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,5}(?![\w])")
_SHORT, _SHORT_NAMES = 4, ("yale", "lund", "duke", "rice", "bath", "epita", "uoft")  # the rest are initials
_IN_A_LIST = 6  # characters between two schools
_TOWN = re.compile(r"[\s.-]{1,3}[^\W\d_a-z]")
_OTHER_SCRIPTS = re.compile(
    r"[\u3400-\u9fff]{1,12}(?:大学|大學|学院|學院|高校|高等学校|中学|専門学校)"
    r"|[\uac00-\ud7a3]{2,8}(?:대학교|대학원|대학|고등학교)"
    r"|(?:ال)?(?:جامعة|كلية|معهد|مدرسة)(?:\s[\u0620-\u06ff]{2,20}){0,3}"
    r"|(?:ה?אוניברסיט\w{1,3}|ה?טכניון|ה?מכלל\w{1,3})(?:\s[\u05d0-\u05ea]{2,20}){0,3}"
    r"|มหาวิทยาลัย[\u0e00-\u0eff]{0,20}|[\u0900-\u097f]{0,20}\s?विश्वविद्यालय"
)


def find_known(text: Folded) -> Iterator[Mark]:
    """Every school that is known or is told by its form."""
    given, found = text.given, text.words
    if not given.isascii():
        yield from (Mark(*match.span(), SCHOOL) for match in _OTHER_SCRIPTS.finditer(given))
        yield from (Mark(*match.span(1), SCHOOL) for match in _wide().finditer(given))
    for match in _DOTTED.finditer(given):
        short = match.group().replace(".", "").lower()
        if len(short) > 2 and (short in words().sure_schools or short in words().doubtful_schools):
            yield Mark(*match.span(), SCHOOL)
    last = -_IN_A_LIST
    for at, word in enumerate(found):
        if (word.is_capital or word.text[0].isdigit()) and (span := _told_at(given, found, at, last)):
            last = span[1]
            yield Mark(*span, SCHOOL)


def _told_at(given: str, found: list[Word], at: int, last: int) -> tuple[int, int] | None:
    """Where the school is that begins at a word; `last` is the end of the one before."""
    word = found[at]
    if length := _known_at(found, at, given, is_listed=word.start - last < _IN_A_LIST):
        return word.start, found[at + length - 1].end
    if word.text in words().school_prefixes and _is_before_town(given, found, at):
        return word.start, found[at + 1].end
    if word.text in ("uni", "univ") and at and _is_own(given, found[at - 1]):
        return found[at - 1].start, word.end
    return None


def _known_at(found: list[Word], at: int, given: str, *, is_listed: bool) -> int:
    """How many words a known name has here; 0 where there is none."""
    first = _first_words()
    if found[at].text not in first:
        return 0
    for length in range(min(_MOST_WORDS, len(found) - at), 0, -1):
        chosen = found[at : at + length]
        name = " ".join(word.text for word in chosen)
        is_set = len(name) > _SHORT or name in _SHORT_NAMES or given[chosen[0].start : chosen[-1].end].isupper()
        if is_set and name in words().sure_schools:
            return length
        if is_set and name in words().doubtful_schools and (is_listed or _is_told(found, at, length)):
            return length
    return 0


def _is_told(found: list[Word], at: int, length: int) -> bool:
    before = found[at - 1].text if at else ""
    behind = found[at + length].text if at + length < len(found) else ""
    is_behind_article = before in _ARTICLES and at > 1 and found[at - 2].text in _BEFORE_ARTICLE
    return behind not in _NO_SCHOOL and (
        before in words().before_schools or is_behind_article or behind in words().behind_doubtful_schools
    )


def _is_before_town(given: str, found: list[Word], at: int) -> bool:
    """ "TU Springmere", "Univ. of Springmere" but the prefix itself set as one: "Uni", "FH"."""
    word = found[at]
    is_set = given[word.start : word.end].isupper() or word.text in ("uni", "univ", "polytech")
    return is_set and at + 1 < len(found) and _TOWN.match(given, word.end) is not None and _is_own(given, found[at + 1])


def _is_own(given: str, word: Word) -> bool:
    """A word with a capital that is no other one's."""
    is_known = is_skill(given[word.start : word.end]) or is_everyday(word.text) or has_title_word(word.text)
    return word.is_capital and word.text.isalpha() and len(word.text) > 2 and not is_known


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in words().sure_schools | words().doubtful_schools)


@cache
def _wide() -> "re.Pattern[str]":
    return re.compile(rf"(?<![\u0400-\u04ff])({'|'.join(map(re.escape, words().wide_schools))})(?![\u0400-\u04ff])")
