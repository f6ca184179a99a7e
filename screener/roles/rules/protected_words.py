"""A word that must not decide who gets a job.

Age, gender, family, origin, religion, health and what stands in for them are no requirements: in most
countries a role that asks for them is unlawful, whatever is meant. Ask for what the work needs instead;
the message says how. Words are known in a dozen languages, whatever their accents, capitals and hyphens.

Many of them have honest uses: a single sign-on, a male connector, software about pensions by age. Known
terms and skills of the vocabulary pass, and so does a word beside "software", "data" and the like. What
is refused all the same can be let through with a comment that says why:
`# screener: ignore protected-words - the reason`.

Bad:

    title: Young Backend Engineer
    skills:
      must: [Node.js]

Bad:

    title: Support Engineer
    skills:
      must: [Node.js, native speaker]

Bad:

    title: Support Engineer
    skills:
      must: [Node.js]
      nice: [Age under 35]

Good:

    title: Junior Backend Engineer
    skills:
      must: [Node.js]
      nice: [Technical writing, Single sign-on, Race conditions, Image age estimation]
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from screener.roles.linted import Finding, LintedRole
from screener.roles.nodes import ListNode, MapNode, Node, Scalar
from screener.roles.problems import quoted
from screener.roles.word_lists import load_groups
from screener.vocabulary import find_skill
from screener.vocabulary.tokens import tokenise

SEVERITY = "error"

_NO_CRITERIA = frozenset({"examples"})  # an example quotes a resume, and asks for nothing
_LONGEST = 5  # words of an entry of the list
_SPELT_OUT = 4  # letters with spaces between that make a word
_WAY_OUT = "if it isn't about a person, add '# screener: ignore protected-words - why'"


class _Word(NamedTuple):
    """A word as it is compared, and where it stands in the text."""

    text: str
    start: int
    end: int


class _Lists(NamedTuple):
    """Each phrase with where it counts (words, alone, topics) and what to write instead."""

    refused: dict[str, tuple[str, str]]
    first_words: frozenset[str]  # of the phrases refused, for a quick look
    unspaced: tuple[str, ...]  # of Chinese and Japanese: found inside a run of letters
    lawful: frozenset[str]
    persons: frozenset[str]
    subjects: frozenset[str]


def check(role: LintedRole) -> Iterator[Finding]:
    for node in _criteria(role.root):
        found = _find(node.text)
        if found and find_skill(node.text) is None:
            written, instead = found
            yield Finding(node, f"{quoted(written)} must not decide who gets a job; {instead}; {_WAY_OUT}")


def _criteria(root: MapNode) -> Iterator[Scalar]:
    """Every value that asks for something, in the order of the file."""
    waiting: list[Node] = [
        value for key, value in reversed(root.pairs) if key.text not in _NO_CRITERIA and not key.text.startswith("x-")
    ]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, ListNode):
            waiting += reversed(node.items)
        else:
            waiting += [value for _, value in reversed(node.pairs)]


def _find(text: str) -> tuple[str, str] | None:
    """The first such word as written, and what to write instead."""
    words, lists = _words(text), _lists()
    inside = None if text.isascii() else next((phrase for phrase in lists.unspaced if phrase in text), None)
    if inside:
        return inside, lists.refused[inside][1]
    if lists.first_words.isdisjoint([word.text for word in words]):
        return None
    spans = [(at, size) for at in range(len(words)) for size in range(min(_LONGEST, len(words) - at), 0, -1)]
    phrases = {span: " ".join(word.text for word in words[span[0] : sum(span)]) for span in spans}
    lawful = {place for at, size in spans if phrases[at, size] in lists.lawful for place in range(at, at + size)}
    for at, size in spans:
        kind, instead = lists.refused.get(phrases[at, size], ("", ""))
        if kind and at not in lawful and _counts(kind, words, range(at, at + size)):
            return text[words[at].start : words[at + size - 1].end], instead
    return None


def _counts(kind: str, words: list[_Word], place: range) -> bool:
    """Whether a word speaks of a person where it stands."""
    lists = _lists()
    if kind == "alone":
        others = [word.text for at, word in enumerate(words) if at not in place]
        return all(other in lists.persons or lists.refused.get(other, "")[:1] == ("alone",) for other in others)
    behind = [word.text for word in words[place.stop : place.stop + 2]]
    return kind == "words" or not lists.subjects.intersection(behind)


@cache
def _lists() -> _Lists:
    data = load_groups("protected_words")
    refused = {
        _normal(word): (kind, group["instead"])
        for group in data["groups"]
        for kind in ("topics", "alone", "words")
        for word in group.get(kind, ())
    }
    unspaced = tuple(word for word in refused if word[0] > "\u3000")
    plain = (frozenset(map(_normal, data[name])) for name in ("lawful", "persons", "subjects"))
    return _Lists(refused, frozenset(phrase.split()[0] for phrase in refused), unspaced, *plain)


def _normal(word: str) -> str:
    """A phrase of the list as it is compared; its ## stay."""
    return " ".join(part if "##" in part else " ".join(one.text for one in _words(part)) for part in word.split())


def _words(text: str) -> list[_Word]:
    """The words without accents, numbers as their digits, letters that are spelt out put together."""
    tokens = tokenise(text)
    words = [_Word(_bare(word), *at) for word, *at in zip(tokens.words, tokens.starts, tokens.ends, strict=True)]
    joined: list[_Word] = []
    for is_letter, run in groupby(words, key=lambda word: len(word.text) == 1 and word.text.isalpha()):
        letters = list(run)
        if is_letter and len(letters) >= _SPELT_OUT:
            letters = [_Word("".join(one.text for one in letters), letters[0].start, letters[-1].end)]
        joined += letters
    return joined


def _bare(word: str) -> str:
    if word.isdecimal():
        return "#" * len(word) if len(word) in (2, 4) else word
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
