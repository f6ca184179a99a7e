"""Words -> the names of skills among them, the longest first.

A name is looked up by its words run together, so "Node.js", "NodeJS", "Node JS" and "node-js" are
one entry. A match grows word by word while what it has is the beginning of a longer name, and only
over gaps that can stand inside a name: a space, a hyphen, a dot, an underscore. Commas, pipes,
bullets, brackets and slashes end it, except in names that are written with a slash. Whether an
ambiguous match is a skill is decided by those who know the lines around it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from screener.vocabulary import load
from screener.vocabulary.tokens import Tokens, spelling_key, tokenise

_SOFT = frozenset((" ", "-", ".", "_", "", "\n", "  ", "\u2010", "\u2011", "- ", " \n"))
_WRAPPED = frozenset(("-\n", "\u2010\n", "- \n"))  # a word that the end of the line cut in two
_SPLIT_DOT = frozenset((". ", " .", ".\n"))  # "Node. js", as some PDFs have it
_AFTER_DOT = frozenset(("js", "net"))
_BRANDS = frozenset(("microsoft", "ms", "windows", "amazon", "google", "apache"))
_DIGITS = "0123456789"
_LONGEST = 8  # words of a name


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """What it takes for a spelling that means something else too; see compile_skills."""

    kind: str
    spelling: str
    needs: tuple[int, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables to look names up in; skills are known by number."""

    terms: Mapping[str, int]
    joins: Mapping[str, int]
    camel: Mapping[str, int]
    slashed: Mapping[str, int]
    is_literal: bool = False  # a few names that a role gives; most paragraphs hold none of them


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: its first and last word, both included, and the key it was found by."""

    first: int
    last: int
    key: str
    skill: int


@cache
def vocabulary_lexicon() -> Lexicon:
    """All skills of the vocabulary."""
    skills = load("skills")
    return Lexicon(skills["terms"], skills["joins"], skills["camel"], skills["slashed"])


def lexicon_of(terms: Sequence[str]) -> Lexicon:
    """A lexicon of a few literal names, all of them skill 0."""
    return _lexicon_of(tuple(terms))


@lru_cache(maxsize=1000)  # a role asks the same of everybody
def _lexicon_of(terms: tuple[str, ...]) -> Lexicon:
    from screener.vocabulary.compile_skills import join_tables

    keys = {key: 0 for term in terms if (key := spelling_key(term))}
    tables = join_tables([(term, False) for term in terms])
    return Lexicon(keys, tables["joins"], tables["camel"], tables["slashed"], is_literal=True)


def may_name(text: str, lexicon: Lexicon) -> bool:
    """A quick look that never misses a name: whether any of them stands in the words run together."""
    spelling = spelling_key(text)
    return any(key in spelling for key in lexicon.terms)


def find_name(name: str) -> str | None:
    """The canonical name for a name or an alias in any spelling, with or without a version or a plural s."""
    tokens = tokenise(name[:200])
    terms: Mapping[str, int] = vocabulary_lexicon().terms
    whole = "".join(tokens.words)
    plain = "".join(word for word in tokens.words if not word.isdigit())
    for key in (whole, plain, whole.rstrip(_DIGITS), whole + "s", whole.removesuffix("s")):
        if key in terms:
            return str(load("skills")["names"][terms[key]])
    return None


@cache
def find_ambiguity(key: str) -> Ambiguity | None:
    """What the spelling needs to count, or None when it can only be the skill."""
    row: list[Any] | None = load("skills")["ambiguous"].get(key)
    if row is None:
        return None
    kind, spelling, needs, before, after = row
    return Ambiguity(kind, spelling, tuple(needs), tuple(before), tuple(after))


def find_hits(tokens: Tokens, lexicon: Lexicon) -> list[Hit]:
    """The names in a text, from left to right, without overlaps."""
    terms, joins, camel = lexicon.terms, lexicon.joins, lexicon.camel
    words, gaps = tokens.words, tokens.gaps
    is_wrapped = "\n" in tokens.text
    hits: list[Hit] = []
    free = 0  # words before this one belong to a name already
    for place, word in enumerate(words):
        if place < free:
            continue
        if word in terms or word in joins or word in camel or (is_wrapped and gaps[place + 1] in _WRAPPED):
            hit = _longest(tokens, lexicon, place)
        elif word[-1] in _DIGITS and (base := word.rstrip(_DIGITS)) in terms and len(base) > 1:
            hit = Hit(place, place, base, terms[base])  # Python3
        else:
            continue
        for found in _prefer_product(tokens, lexicon, hit):
            hits.append(found)
            free = found.last + 1
    return hits


def _prefer_product(tokens: Tokens, lexicon: Lexicon, hit: Hit | None) -> list[Hit]:
    """ "Microsoft Azure Functions" is not Microsoft Azure and a word, but a brand and Azure Functions."""
    if hit is None:
        return []
    if hit.last > hit.first and tokens.words[hit.first] in _BRANDS:
        later = _longest(tokens, lexicon, hit.first + 1)
        if later is not None and later.last > hit.last:
            return [later]
    return [hit]


def _longest(tokens: Tokens, lexicon: Lexicon, first: int) -> Hit | None:
    """The longest name that begins at this word."""
    words, gaps, terms = tokens.words, tokens.gaps, lexicon.terms
    if words[first] == ".net" and first and not gaps[first] and words[first - 1][-1] not in "#+":
        return None  # the end of a host name
    begun = words[first]
    best = Hit(first, first, begun, terms[begun]) if begun in terms else None
    for place in range(first + 1, min(first + _LONGEST, len(words))):
        if not _can_join(tokens, lexicon, begun, place):
            break
        begun += words[place]
        key = begun if begun in terms else begun.rstrip(_DIGITS)
        if key in terms and len(key) >= len(begun) - 2:
            best = Hit(first, place, key, terms[key])
    return best


def _can_join(tokens: Tokens, lexicon: Lexicon, begun: str, place: int) -> bool:
    """Whether the word at `place` can go on with the name begun before it."""
    gap, word = tokens.gaps[place], tokens.words[place]
    if gap in _SOFT or (gap in _SPLIT_DOT and word in _AFTER_DOT):
        if begun in lexicon.joins:
            return True
        return begun in lexicon.camel and _is_capital(tokens, place - 1) and _is_capital(tokens, place)
    if gap in _WRAPPED:
        return True
    return gap.strip() == "/" and begun + word in lexicon.slashed


def _is_capital(tokens: Tokens, place: int) -> bool:
    return tokens.text[tokens.starts[place]].isupper()
