"""`words.toml`, read once, and what else tells an ordinary word from a name."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from screener.blinding.folded import fold_words, folded
from screener.vocabulary import find_skill, load


class Words(NamedTuple):
    titles: frozenset[str]
    forms_of_address: frozenset[str]
    anywhere: frozenset[str]
    in_small_letters: frozenset[str]
    months: frozenset[str]
    particles: frozenset[str]
    plain_of_schools: frozenset[str]
    known_schools: frozenset[str]
    institutions: frozenset[str]
    address_labels: tuple[str, ...]
    birth_labels: tuple[str, ...]
    personal_labels: tuple[str, ...]
    streets_before: tuple[str, ...]
    streets_behind: tuple[str, ...]
    street_endings: tuple[str, ...]
    streets_in_capitals: frozenset[str]


@cache
def words() -> Words:
    data = tomllib.loads(files("screener.blinding").joinpath("words.toml").read_text(encoding="utf-8"))
    return Words(
        titles=_set(data["titles"].split()),
        forms_of_address=_set(data["forms_of_address"].split()),
        anywhere=_set(data["words_anywhere"].split()),
        in_small_letters=_set(data["words_in_small_letters"].split()),
        months=_set(month for names in load("dates")["months"].values() for month in names),
        particles=_set(load("contact")["name_particles"]),
        plain_of_schools=_set(data["plain_of_schools"].split()),
        known_schools=_set(data["known_schools"].split()),
        institutions=_set(load("education")["institutions"]),
        address_labels=_labels(data["address_labels"]),
        birth_labels=_labels(data["birth_labels"]),
        personal_labels=_labels(data["personal_labels"]),
        streets_before=tuple(data["streets_before"].split()),
        streets_behind=tuple(data["streets_behind"].split()),
        street_endings=tuple(data["street_endings"].split()),
        streets_in_capitals=_set(data["streets_in_capitals"].split()),
    )


@cache
def is_skill(word: str) -> bool:
    return find_skill(word) is not None


def is_everyday(word: str) -> bool:
    """Whether a folded word says nothing about a person where it stands alone."""
    known = words()
    return word in known.anywhere or word in known.months or is_skill(word)


def _set(values: Iterable[str]) -> frozenset[str]:
    return frozenset(folded(value).text for value in values)


def _labels(text: str) -> tuple[str, ...]:
    """Longest first, so that a pattern of them takes all it can."""
    return tuple(sorted((" ".join(fold_words(label)) for label in text.split("|")), key=len, reverse=True))
