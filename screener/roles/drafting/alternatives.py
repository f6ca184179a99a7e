"""A statement -> names in it that the vocabulary doesn't have, where they are alternatives to one that it has.

"PyTorch or JAX", "Kubernetes, Ray, or Spark": without them the choice would be narrower than the posting
says. Only a capitalised word or two right beside an "or" is taken.
"""

from collections.abc import Sequence, Set

from screener.roles.drafting.cues import Mention
from screener.roles.drafting.lists import AND, FARTHEST, OR
from screener.vocabulary.tokens import Tokens

_ENDS = AND | OR | {"is", "are", "in", "for", "to", "preferred", "required", "experience", "a", "would", "on"}
_ORDINARY = frozenset(
    (
        "experience",
        "similar",
        "equivalent",
        "other",
        "related",
        "any",
        "higher",
        "above",
        "better",
        "degree",
        "i",
        "we",
        "you",
        "master",
        "masters",
    )
)


def unknown_alternatives(tokens: Tokens, mentions: Sequence[Mention], others: Set[int]) -> list[Mention]:
    """Such names, as they are written; `others` are words that have a meaning of their own already."""
    skills = [mention for mention in mentions if mention.kind == "skill"]
    taken = others | {at for mention in mentions for at in range(mention.first, mention.last + 1)}
    found: dict[int, Mention] = {}
    for at, word in enumerate(tokens.words):
        if word not in OR or not _is_beside(skills, at):
            continue
        for first, last in (_before(tokens, at), _behind(tokens, at)):
            if first <= last and taken.isdisjoint(range(first, last + 1)) and _is_name(tokens, first, last):
                name = tokens.text[tokens.starts[first] : tokens.ends[last]]
                found[first] = Mention("skill", first, last, name, "unknown")
    return list(found.values())


def _is_beside(skills: Sequence[Mention], at: int) -> bool:
    """Whether a known name stands near an "or", on either side."""
    return any(0 < at - skill.last <= FARTHEST or 0 < skill.first - at <= 1 for skill in skills)


def _before(tokens: Tokens, at: int) -> tuple[int, int]:
    """The word before an "or", when a comma stands before it."""
    return (at - 1, at - 1) if at > 1 and "," in tokens.gaps[at - 1] else (at, at - 1)


def _behind(tokens: Tokens, at: int) -> tuple[int, int]:
    """One or two capitalised words behind an "or", up to where the item ends."""
    last = at
    while (
        last - at < 2
        and last + 1 < len(tokens.words)
        and (last == at or tokens.gaps[last + 1] == " ")
        and _has_capital(tokens, last + 1)
    ):
        last += 1
    is_end = last + 1 >= len(tokens.words) or tokens.gaps[last + 1].strip() != "" or tokens.words[last + 1] in _ENDS
    return (at + 1, last) if is_end else (at + 1, at)


def _is_name(tokens: Tokens, first: int, last: int) -> bool:
    """Capitalised, and no ordinary word of a posting."""
    return (
        all(_has_capital(tokens, at) and tokens.words[at] not in _ORDINARY for at in range(first, last + 1))
        and tokens.ends[last] - tokens.starts[first] > 2
    )


def _has_capital(tokens: Tokens, at: int) -> bool:
    return any(letter.isupper() for letter in tokens.text[tokens.starts[at] : tokens.ends[at]]) and not tokens.is_upper
