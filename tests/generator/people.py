"""Invented names, contact details and employers."""

import re
import unicodedata
from random import Random
from typing import NamedTuple

from tests.generator.words import Words, words_of

_DOMAINS = ("example.com", "example.org", "mail.example.com", "example.net")
_TABLE = words_of("people")


class Person(NamedTuple):
    name: str
    email: str
    contact: tuple[str, ...]


def draw_person(rng: Random, words: Words) -> Person:
    """A name that fits the language, with contact details in a random selection and spelling."""
    names = _TABLE["names"]
    own = names.get(words.language, names["west"])
    joiner = "" if words.language == "zh" else " "
    name = str(rng.choice(own["first"]) + joiner + rng.choice(own["last"]))
    if words.language in names:
        email = f"{rng.choice(['mail', 'kontakt', 'ivan', 'dev'])}{rng.randint(1, 99)}@{rng.choice(_DOMAINS)}"
    else:
        email = f"{_ascii(name)}{rng.choice(['', str(rng.randint(1, 99))])}@{rng.choice(_DOMAINS)}"
    return Person(_cased(rng, name), email, tuple(_contact(rng, words, name, email)))


def _cased(rng: Random, name: str) -> str:
    return name.upper() if rng.random() < 0.1 and name.isascii() else name


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("ø", "o")).encode("ascii", "ignore").decode()
    return ".".join(re.findall(r"[a-z]+", plain.lower()))


def _contact(rng: Random, words: Words, name: str, email: str) -> list[str]:
    town = rng.choice(words["towns"])
    phone = rng.choice(["+1 555-01{:02d}", "(555) 555-01{:02d}", "+49 30 555 01{:02d}", "555-01{:02d}"])
    colon = words.get("colon", ": ")
    labelled = rng.random() < 0.4
    mail_label, phone_label = rng.choice(words["email"]) + colon, rng.choice(words["phone"]) + colon
    parts = [
        (mail_label if labelled else "") + email,
        (phone_label if labelled else "") + phone.format(rng.randint(0, 99)),
    ]
    if rng.random() < 0.5:
        parts.append(town)
    if rng.random() < 0.35:
        parts.append("linkedin.com/in/" + (_ascii(name).replace(".", "-") or "profile"))
    if rng.random() < 0.3:
        parts.append("github.com/" + (_ascii(name).replace(".", "") or "profile"))
    if rng.random() < 0.5:
        rng.shuffle(parts)
    return parts


def draw_employers(rng: Random, words: Words, count: int) -> list[str]:
    """Different employers; one in ten has a name that misleads."""
    found: list[str] = []
    while len(found) < count:
        name = _employer(rng, words)
        if name not in found:
            found.append(name)
    return found


def _employer(rng: Random, words: Words) -> str:
    if words.language == "en" and rng.random() < 0.12:
        return rng.choice(_TABLE["misleading"])
    if words.language == "ru" and rng.random() < 0.7:
        return rng.choice(_TABLE["russian"])
    if words.get("companies"):
        return str(rng.choice(words["companies"])) if rng.random() < 0.85 else rng.choice(_TABLE["roots"])
    parts = [rng.choice(_TABLE["roots"]), rng.choice(_TABLE["kinds"]), rng.choice(_TABLE["legal"][words.language])]
    return " ".join(part for part in parts if part)
