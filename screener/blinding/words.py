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
    short_names: dict[str, frozenset[str]]
    not_short_names: frozenset[str]
    header_words: frozenset[str]
    introductions: tuple[str, ...]
    networks: frozenset[str]
    code_sites: tuple[str, ...]
    top_domains: frozenset[str]
    own_domains: frozenset[str]
    shared_hosts: tuple[str, ...]
    number_labels: tuple[str, ...]
    aged_things: frozenset[str]
    stated_facts: tuple[str, ...]
    sure_schools: frozenset[str]
    doubtful_schools: frozenset[str]
    school_prefixes: frozenset[str]
    school_beginnings: tuple[str, ...]
    school_endings: tuple[str, ...]
    field_beginnings: tuple[str, ...]
    wide_schools: tuple[str, ...]
    dwellings: tuple[str, ...]
    estates: tuple[str, ...]
    lives_in: tuple[str, ...]
    inner_words_of_schools: frozenset[str]
    inner_words_of_towns: frozenset[str]
    units_of_houses: frozenset[str]
    before_schools: frozenset[str]
    behind_doubtful_schools: frozenset[str]


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
        short_names=_groups(data["short_names"]),
        not_short_names=_set(data["not_short_names"].split()),
        header_words=_set(data["header_words"].split()),
        introductions=_labels(_one_line(data["introductions"])),
        networks=_set(data["networks"].split()),
        code_sites=tuple(site.replace("|", " ") for site in data["code_sites"].split()),
        top_domains=_set(data["top_domains"].split()),
        own_domains=_set(data["own_domains"].split()),
        shared_hosts=tuple(data["shared_hosts"].split()),
        number_labels=_labels(_one_line(data["number_labels"])),
        aged_things=_set(data["aged_things"].split()),
        stated_facts=tuple(data["stated_facts"].split()),
        sure_schools=frozenset(_labels(_one_line(data["sure_schools"]))),
        doubtful_schools=frozenset(_labels(_one_line(data["doubtful_schools"]))),
        school_prefixes=_set(data["school_prefixes"].split()),
        school_beginnings=tuple(data["school_beginnings"].split()),
        school_endings=tuple(data["school_endings"].split()),
        field_beginnings=tuple(data["field_beginnings"].split()),
        wide_schools=tuple(data["wide_schools"].split()),
        dwellings=tuple(data["dwellings"].split()),
        estates=tuple(data["estates"].split()),
        lives_in=_labels(_one_line(data["lives_in"])),
        inner_words_of_schools=frozenset(data["inner_words_of_schools"].split()),
        inner_words_of_towns=frozenset(data["inner_words_of_towns"].split()),
        units_of_houses=frozenset(data["units_of_houses"].split()),
        before_schools=frozenset(data["before_schools"].split()),
        behind_doubtful_schools=frozenset(data["behind_doubtful_schools"].split()),
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
    labels = (" ".join(fold_words(label)) for label in text.split("|") if label.strip())
    return tuple(sorted(labels, key=len, reverse=True))


def _one_line(text: str) -> str:
    """What stands on lines of their own stands between bars as well."""
    return text.strip().replace("\n", "|")


def _groups(text: str) -> dict[str, frozenset[str]]:
    """By each word, all the others of its groups."""
    found: dict[str, set[str]] = {}
    for group in _one_line(text).split("|"):
        for word in (members := group.split()):
            found.setdefault(word, set()).update(members)
    return {word: frozenset(others) for word, others in found.items()}
