"""Streets, flats, postal codes and "lives in …" -> where they stand in any text.

A street is told by its kind and its number, whichever comes first; the town, the state and the postal code behind it go
along. Words with small letters in front of it don't.
"""

import re
from collections.abc import Iterator
from functools import cache

from screener.blinding.folded import Folded, folded
from screener.blinding.marks import ADDRESS, Mark
from screener.blinding.words import is_skill, words
from screener.resumes.header_words import has_title_word, header_words
from screener.vocabulary.folding import fold

_BRITISH = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d(?!GB|TB|MB|KB)[ABD-HJLNP-UW-Z]{2}\b")
_EIRCODE = re.compile(r"\b[A-Z]\d[\dW] [A-Z0-9]{4}\b(?<=[A-Z\d]{2}\d{2})")
_AMERICAN = re.compile(r"(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?)?, [A-Z]{2} \d{5}(?:-\d{4})?\b")
_EUROPEAN = re.compile(r"(?<=\bin )\d{4,5} [A-ZÄÖÜ][a-zäöüß]{2,20}\b|\b\d{2}-\d{3} [A-ZŁŚŻ][^\W\d_]{2,20}\b")
_INDIAN = re.compile(r"\b[A-Z][a-z]{2,20}(?: ?[-–] ?| )[1-9]\d{5}\b")
_EAST_ASIAN = re.compile(
    r"(?:〒?\d{3}-\d{4}\s?)?[\u3400-\u9fff]{1,6}(?:省|市|都|府|県|道)"
    r"[\u3400-\u9fff]{1,8}?(?:区|區|市|县|県|町|村|郡)[^\s,，;；|、。()（）]{0,40}"
    r"|〒\d{3}-\d{4}"
)
_CAPITAL = r"[^\W\d_a-z][^\W\d_]{1,24}(?:[ -][^\W\d_a-z][^\W\d_]{1,24}){0,2}"
_TAIL = re.compile(
    rf"\.?,? ?(?:\d{{4,6}}(?: |, ?))?(?:{_CAPITAL})?(?:,? {_CAPITAL})?"
    rf"(?:,? ?[A-Z]{{2}}(?= \d))?(?:,? ?\d{{4,6}}(?:-\d{{4}})?)?(?![\w])"
)
_PLACE = re.compile(rf"{_CAPITAL}(?:, ?(?:{_CAPITAL}|[A-Z]{{2}})(?![\w]))?")


def find_streets(text: Folded) -> Iterator[Mark]:
    """ "12 Main Street, Apt 4", "Hauptstraße 5", "Rua das Flores, 12", "Plot 5, Elm Colony", "P.O. Box 7"."""
    if not any(character.isdigit() for character in text.text):
        return
    for pattern in _streets():
        for match in pattern.finditer(text.text):
            start, end = text.span(*match.span())
            start += _small_in_front(text.given[start:end])
            if _is_set_like_street(text.given[start:end]):
                yield Mark(start, _with_town(text.given, end), ADDRESS)


def find_postal(text: Folded) -> Iterator[Mark]:
    """Postal codes that look like nothing else, with the town beside them; addresses in Chinese and Japanese."""
    given = text.given
    if any(character.isdigit() for character in given):
        for pattern in (_BRITISH, _EIRCODE, _AMERICAN, _EUROPEAN, _INDIAN):
            yield from (Mark(*match.span(), ADDRESS) for match in pattern.finditer(given))
    if not given.isascii():
        yield from (Mark(*match.span(), ADDRESS) for match in _EAST_ASIAN.finditer(given))


def find_homes(text: Folded) -> Iterator[Mark]:
    """ "Lives in Springmere, ZZ"."""
    for match in _lives_in().finditer(text.text):
        start = text.span(match.end() - 1, match.end())[1]
        place = _PLACE.match(text.given, start)
        if place and not is_skill(place.group()) and not has_title_word(place.group()):
            first = place.group().split(",")[0]
            is_all = not is_skill(place.group()[len(first) :].strip(" ,"))
            yield Mark(start, _with_town(text.given, place.end()) if is_all else start + len(first), ADDRESS)


def is_street(piece: str) -> bool:
    return next(find_streets(folded(piece)), None) is not None


def _small_in_front(found: str) -> int:
    """How much of it are small words before the street: "and Mill Road 5"."""
    at = 0
    for word in re.finditer(r"\S+ ", found):
        plain = folded(word.group().strip(" .,")).text
        known = words()
        is_own = plain in known.streets_before or plain in known.streets_behind or plain in known.dwellings
        if word.group()[0].islower() and not is_own and plain not in known.particles | words().units_of_houses:
            at = word.end()
    return at if at and " " in found[at:].strip() else 0


def _with_town(given: str, end: int) -> int:
    """The end of the town behind a street, where a postal code or a country tells that there is one."""
    tail = _TAIL.match(given, end, end + 80)
    if tail is None or not tail.group().strip(" ,."):
        return end
    parts = [part.strip() for part in tail.group().split(",") if part.strip()]
    is_told = any(re.search(r"\d{4}", part) for part in parts) or fold(parts[-1]) in header_words().countries
    is_known = any(is_skill(part) or has_title_word(part) for part in parts)
    return tail.end() if is_told and not is_known else end


def _is_set_like_street(found: str) -> bool:
    """ "12 rue de la Paix", not "5 engineers to drive": all words but the street's own and particles have capitals."""
    known = words()
    street = {*known.streets_before, *known.streets_behind} - known.streets_in_capitals
    street |= known.particles | words().units_of_houses | {*known.dwellings}
    given = (word.strip(".,#'") for word in found.split())
    return all(word[:1].isdigit() or not word[:1].islower() or folded(word).text in street for word in given if word)


@cache
def _streets() -> tuple["re.Pattern[str]", ...]:
    known = words()
    behind, before = "|".join(known.streets_behind), "|".join(known.streets_before)
    endings, dwellings = "|".join(known.street_endings), "|".join(map(re.escape, known.dwellings))
    estates = "|".join(known.estates)
    number = r"\d{1,5}(?:\s?[a-h]\b)?(?:[/-]\d{1,4})?"
    more = r"(?:,? (?:apt|apartment|unit|suite|ste|flat|floor|no|#)\.? ?#?\w{1,5})?"
    return (
        re.compile(rf"\b{number},? (?:bis,? |ter,? )?(?:[^\W\d]{{1,20}}\.? ){{1,4}}(?:{behind})\b\.?{more}"),
        re.compile(rf"\b(?:[^\W\d]{{2,20}} ){{1,3}}(?:{behind})\b\.?,? {number}(?![\w%])"),
        re.compile(rf"\b[^\W\d]{{1,25}}(?:[ -][^\W\d]{{1,25}})?[ -]?(?:{endings}|str\.) {number}(?![\w%])"),
        re.compile(rf"\b(?:{number},? )?(?:{before})\.? (?:[^\W\d]{{1,20}}[.,]? ){{1,5}}(?:n[o°º.]{{0,2}} ?)?{number}"),
        re.compile(rf"\b{number},? (?:bis,? |ter,? )?(?:{before})\.? (?:[^\W\d]{{1,20}} ?){{1,4}}"),
        re.compile(
            rf"\b(?:{dwellings})\.? ?#?\d{{1,4}}(?:[/-]\d{{1,4}})?[a-z]?,? (?:[^\W\d]{{1,20}} ){{1,3}}(?:{estates})\b"
        ),
        re.compile(r"\b(?:apt|apartment|flat)\.? ?#?\d{1,4}[a-z]?\b"),
        re.compile(r"\bp\.? ?o\.? box \d{1,6}"),
    )


@cache
def _lives_in() -> "re.Pattern[str]":
    phrases = "|".join(r"\s".join(map(re.escape, phrase.split())) for phrase in words().lives_in)
    return re.compile(rf"(?<![^\W_])(?:{phrases})\s(?:the\s)?")
