"""Prose such as "6+ years of experience" -> the claim, kept apart from what the dates add up to."""

import re
from collections.abc import Sequence
from functools import lru_cache

from screener.model.resume import ExperienceClaim, Section
from screener.resumes.sections import SectionLine
from screener.vocabulary import load
from screener.vocabulary.folding import fold

_WORD = re.compile(r"\d{1,2}(?:[.,]\d)?|[^\W\d_]+")
_REACH = 8  # words between the years and the word "experience"
_ELSEWHERE = {Section.REFERENCES, Section.EDUCATION, Section.PROJECTS}


def find_claim(lines: Sequence[SectionLine], owned: frozenset[int]) -> ExperienceClaim | None:
    """The first claim of total years outside the jobs themselves; the largest number of its sentence."""
    for at, line in enumerate(lines):
        if line.section in _ELSEWHERE or at in owned:
            continue
        years = claimed_years(line.line.text, _behind(lines, at))
        if years is not None:
            return ExperienceClaim(years, line.line.text, line.line.page, line.line.number)
    return None


def _behind(lines: Sequence[SectionLine], at: int) -> str:
    """The text of the next line, where it may be the rest of this one."""
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following is None or following.section is not lines[at].section or following.line.bullet:
        return ""
    return following.line.text


def claimed_years(text: str, following: str = "") -> float | None:
    """The years a text claims; the word "experience" may stand on the wrapped line behind it."""
    years, experience, numbers = _vocabulary()
    words = [fold(match.group()) for match in _WORD.finditer(text)]
    if years.isdisjoint(words):
        return None
    tail = [fold(match.group()) for match in _WORD.finditer(following)][:_REACH]
    joined = words + tail
    for at, word in enumerate(words[1:], 1):
        number = numbers.get(words[at - 1]) or _number(words[at - 1])
        near = joined[at + 1 : at + 1 + _REACH]
        before = words[max(0, at - 4) : at - 1]
        if word in years and number and (not experience.isdisjoint(near) or not experience.isdisjoint(before)):
            return float(number)
    return None


def _number(word: str) -> float | None:
    return float(word.replace(",", ".")) if word[0].isascii() and word[0].isdecimal() else None


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[frozenset[str], frozenset[str], dict[str, float]]:
    data = load("contact")
    return frozenset(map(fold, data["years"])), frozenset(map(fold, data["experience"])), data["number_words"]
