"""Words in which several names run together ("JavaKotlinDocker") -> a word for each of them.

Some files lose the commas, bullets or blanks between the items of a list. A word that is no name is
cut at its capitals, and only where all of the cuts together are names; "PowerPoint" stays whole.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from screener.vocabulary.tokens import Tokens

_PART = re.compile(r"(?:[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+)\d*")
_SHORTEST, _LONGEST = 7, 300  # characters of a word that is looked at
_MOST_PARTS = 5  # of a name: "My|SQL", "Type|Script"
_AFTER_DOT = frozenset(("js", "net"))  # the end of "Node.js"
_DIGITS = "0123456789"


def split_glued(tokens: Tokens, terms: Mapping[str, int]) -> Tokens:
    """The words, with those that are several names run together cut into them."""
    cuts = {place: cut for place, word in enumerate(tokens.words) if (cut := _cut(tokens, place, word, terms))}
    if not cuts:
        return tokens
    rows: list[tuple[str, str, int, int]] = []  # word, gap before it, start, end
    for place, word in enumerate(tokens.words):
        at, gap = tokens.starts[place], tokens.gaps[place]
        if place not in cuts:
            rows.append((word, gap, at, tokens.ends[place]))
            continue
        for part in cuts[place]:
            rows.append((part, gap, at, at + len(part)))
            at, gap = at + len(part), ", "
    words, gaps, starts, ends = zip(*rows, strict=True)
    return replace(tokens, words=words, gaps=(*gaps, tokens.gaps[-1]), starts=starts, ends=ends)


def _cut(tokens: Tokens, place: int, word: str, terms: Mapping[str, int]) -> Sequence[str] | None:
    """The names that a word is made of; None unless there are two or more and nothing else."""
    if not _SHORTEST <= len(word) <= _LONGEST or word in terms:
        return None
    written = tokens.text[tokens.starts[place] : tokens.ends[place]]
    if len(written) != len(word) or written[1:].islower() or written.isupper() or not written.isascii():
        return None
    parts = _PART.findall(written)
    if len(parts) < 2 or sum(map(len, parts)) != len(written):
        return None
    begins_behind_dot = tokens.gaps[place] == "." and parts[0] in _AFTER_DOT
    names = _names_in(parts[begins_behind_dot:], terms)
    if names is None or len(names) + begins_behind_dot < 2:
        return None
    return [*parts[:begins_behind_dot], *names]


def _names_in(parts: Sequence[str], terms: Mapping[str, int]) -> list[str] | None:
    """The parts joined to names, long ones first; None where some of them can't be."""
    rest: list[list[str] | None] = [None] * len(parts) + [[]]  # the names from each part on
    for at in range(len(parts) - 1, -1, -1):
        for end in range(min(at + _MOST_PARTS, len(parts)), at, -1):
            names = rest[end]
            if names is not None and _is_name(parts[at:end], terms):
                rest[at] = ["".join(parts[at:end]).lower(), *names]
                break
    return rest[0]


def _is_name(parts: Sequence[str], terms: Mapping[str, int]) -> bool:
    key = "".join(parts).lower()
    return len(key) > 1 and (key in terms or key.rstrip(_DIGITS) in terms)
