"""Age, pronouns, family, citizenship and numbers of papers -> where they stand in a text.

Only what says it plainly: "34 years old", "Kenyan citizen", "IBAN …". A word like "single" is no fact about a person
unless a label stands before it.
"""

import re
from collections.abc import Iterator
from functools import cache

from screener.blinding.folded import Folded, folded
from screener.blinding.marks import PERSONAL, Mark
from screener.blinding.words import words

_AGE = re.compile(
    r"\b(?:aged? \d\d(?!\d)|[1-7]\d[ -](?:years?[ -]old|years of age|y\.?/?o\.?(?!\w)|yo\b|jahre alt|jährige?[rn]?"
    r"|ans\b|años\b|anos\b|anni\b|lat\b|jaar\b|yaşında))"
    r"(?! (?:de|d['’]|of|in|di|w|met|mit|von|with|as)\b| ?d['’])",
    re.IGNORECASE,
)
_THING = re.compile(r"[\s-]{1,3}([^\W\d_]{2,20})(?:[\s-]{1,3}([^\W\d_]{2,20}))?")
_PRONOUNS = re.compile(
    r"\(?\b(?:she|he|they|ze|xe|sie|er|ella|elle|el)\s?/\s?"
    r"(?:her|him|his|hers|them|theirs|ihr|ihm|elle|ella|el|they|she|he)(?:\s?/\s?\w{2,6})?\b\)?",
    re.IGNORECASE,
)
_CITIZEN = re.compile(r"\b([A-Z][a-zà-ÿ]{2,20}|EU|US|UK|U\.S\.)[ -](?:national|citizen|citizenship|passport holder)\b")
_BORN_IN = re.compile(r"\b(?:Jahrgang|born in|année|nacid[oa] en|promotion) ((?:19|20)\d\d)\b", re.IGNORECASE)
_CHILDREN = re.compile(
    r"\b(?:one|two|three|four|\d|ein|zwei|drei|deux|trois|un|dos|tres|due|tre|dois|uma?) "
    r"(?:kids?|child(?:ren)?|kind(?:er)?|enfants?|hijos?|filhos?|figli|dzieci|daughters?|sons?)\b",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
_SHAPED = re.compile(r"\b(?:[A-Z]{5}\d{4}[A-Z]|\d{3}-\d\d-\d{4}|\d{4}-\d{4}-\d{4}-\d{3}[\dX])\b")


def find_personal(text: Folded) -> Iterator[Mark]:
    """Every fact of this kind; dates of birth are found by others."""
    given = text.given
    yield from (Mark(*match.span(), PERSONAL) for match in _CITIZEN.finditer(given))
    yield from (Mark(*text.span(*match.span()), PERSONAL) for match in _facts().finditer(text.text))
    if "/" in given:
        yield from (Mark(*match.span(), PERSONAL) for match in _PRONOUNS.finditer(given))
    yield from (Mark(*match.span(), PERSONAL) for match in _CHILDREN.finditer(given))
    if any(character.isdigit() for character in given):
        yield from (Mark(*match.span(), PERSONAL) for match in _AGE.finditer(given) if not _is_of_thing(given, match))
        yield from (Mark(*match.span(1), PERSONAL) for match in _BORN_IN.finditer(given))
        yield from (Mark(*match.span(), PERSONAL) for shape in (_IBAN, _SHAPED) for match in shape.finditer(given))
        yield from (Mark(*text.span(*match.span(1)), PERSONAL) for match in _numbered().finditer(text.text))


def _is_of_thing(given: str, age: "re.Match[str]") -> bool:
    """ "a 20-year-old system"."""
    behind = _THING.match(given, age.end())
    return behind is not None and any(folded(word).text in words().aged_things for word in behind.groups() if word)


@cache
def _facts() -> "re.Pattern[str]":
    """A fact that ends its piece; and what is called after a country where it is a piece by itself."""
    stated = "|".join(map(re.escape, words().stated_facts))
    return re.compile(rf"(?<![^\W_])(?:{stated})(?=\s?(?:[,.;|•·)/]|$)| (?:with|and|mit|et|con) )")


@cache
def _numbered() -> "re.Pattern[str]":
    """Behind a label, a number of at least five signs with a digit among them."""
    labels = "|".join(r"[\s.'’-]{1,3}".join(map(re.escape, label.split())) for label in words().number_labels)
    number = r"(?=[a-z]{0,5}[ -]?\d)[a-z0-9](?:[ -]?[a-z0-9]){4,30}"
    sign = r"(?:\s?(?:no|number|nr|#|n[o°º])\.?)?\s?[:：#.]?\s{0,3}"
    return re.compile(rf"(?<![^\W_])(?:{labels}){sign}({number})(?![^\W_])")
