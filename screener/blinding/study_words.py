"""What was taken for a field of study -> whether it is one, and what in it is a school's name."""

import re
from collections.abc import Iterable
from functools import cache

from screener.blinding.folded import fold_words, folded
from screener.blinding.known_schools import find_known
from screener.blinding.words import is_everyday, is_skill, words
from screener.vocabulary import load
from screener.vocabulary.folding import fold

_LEAST_ACRONYM, _MOST_BEHIND = 3, 2  # letters; words behind a field
GRADE = re.compile(
    r"\b(?:c?gpa|grade|note|honou?rs?|first|upper|lower|class|distinction|merit|laude|average|score|marks|percent|rank"
    r"|thesis|coursework|courses?|modules?|minor|major|specialization|expected|exchange|semester|scholarship|dean|remote"
    r"|online|full|part|time)\b|\d[.,]\d|%|/\s?\d",
    re.IGNORECASE,
)


def is_field(field: str, lines: Iterable[str]) -> bool:
    """Whether what was taken for a field of study is one: by its words, or by the "in" before it."""
    plain = " ".join(fold_words(field))
    if any(map(is_institution, plain.split())) or plain in words().sure_schools | words().doubtful_schools:
        return False
    if any(mark for mark in find_known(folded(field))):
        return False
    is_one = any(word.startswith(words().field_beginnings) for word in plain.split()) or plain in _short_fields()
    if is_one or is_study(plain) or is_skill(field) or any(map(is_skill, field.split())):
        return True
    said = re.compile(rf"\b(?:in|of|en|de|em|für|im|di|w|-)\s+(?:the\s+)?{re.escape(field)}", re.IGNORECASE)
    return any(said.search(line) for line in lines)


def schools_in_field(field: str) -> list[str]:
    """What stands behind a field and is none: "QUT" of "Information Technology QUT"."""
    found = field.split()
    at = len(found)
    while at > 1 and found[at - 1][0].isupper() and not is_study_word(found[at - 1]):
        at -= 1
    is_behind_field = len(found) - at <= _MOST_BEHIND and is_study_word(found[at - 1])
    return found[at:] if is_behind_field and not field.isupper() else []


def is_study_word(word: str) -> bool:
    plain = folded(word).text.strip(".,()")
    is_listed = plain.startswith(words().field_beginnings) or plain in _short_fields() or is_everyday(plain)
    return (
        is_listed or is_study(plain) or is_skill(word) or GRADE.search(word) is not None or len(plain) < _LEAST_ACRONYM
    )


def is_study(plain: str) -> bool:
    """A field of study, or the heading of one."""
    parts = plain.split()
    months = words().months
    known = _field_words()
    return any(part in known or part in months or part in ("present", "education", "degree") for part in parts)


@cache
def _short_fields() -> frozenset[str]:
    """ "cse", "it"."""
    return frozenset(folded(field).text for group in load("study_fields")["same"] for field in group)


@cache
def _field_words() -> frozenset[str]:
    study = load("study_fields")
    groups = study["same"] if isinstance(study, dict) else study
    parts = {part for group in groups for field in group for part in fold_words(field) if len(part) > 3}
    return frozenset(map(fold, load("education")["field_words"])) | parts - {"and", "with"}


def is_institution(word: str) -> bool:
    """Whether a folded word says that something is a school: "university", "Voorbeeldschool"."""
    known = words()
    is_like_one = word.startswith(known.school_beginnings) or word.endswith(known.school_endings)
    return word in known.institutions or (is_like_one and not word.endswith("ing"))
