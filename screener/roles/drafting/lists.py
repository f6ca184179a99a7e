"""The names of a statement -> lists: which stand by themselves, and which are alternatives of one another.

Names make a run when only commas, slashes and conjunctions stand between them. "A, B or C" is a choice
of three, "A, B, and C or D" two names and a choice. A slash makes a choice, except between names that go
together (HTML/CSS). After "one of", or in a list of examples that no "and" ends, all of a run is a choice.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from screener.roles.drafting.cues import Mention
from screener.roles.drafting.phrases import Phrases, term_phrases, term_set
from screener.roles.implications import implied_by
from screener.roles.word_lists import load_groups
from screener.vocabulary.tokens import Tokens

OR = frozenset(("or", "oder", "ou", "o", "bzw", "beziehungsweise", "alternatively"))
AND = frozenset(("and", "und", "et", "y", "e", "sowie", "plus", "n"))
_PASSED = frozenset(
    (
        "a",
        "an",
        "the",
        "either",
        "also",
        "preferably",
        "ideally",
        "as",
        "well",
        "s",
        "v",
        "version",
        "framework",
        "with",
    )
)
_BREAKS = frozenset("():;.[]!?–—•|")
_VERSION = re.compile(r"v?\d{1,4}x?")
FARTHEST = 5  # words between two names of a run
_OPENING = 6  # words in front of a run that are looked at


class Group(NamedTuple):
    """Names that stand together by their places among the mentions; more than one is a choice."""

    members: tuple[int, ...]
    is_open: bool = False  # "or similar" follows


class _Link(NamedTuple):
    kind: str  # and, or, comma, slash
    place: int  # of the name behind it


def group(tokens: Tokens, mentions: Sequence[Mention], chosen: Sequence[int]) -> list[Group]:
    """The groups among the chosen mentions, in order."""
    groups: list[Group] = []
    run: list[_Link] = []
    for number, place in enumerate(chosen):
        link = _link(tokens, mentions[chosen[number - 1]], mentions[place]) if run else None
        if run and link is None:
            groups += _split(tokens, mentions, run)
            run = []
        run.append(_Link(link or "", place))
    if run:
        groups += _split(tokens, mentions, run)
    return groups


def _link(tokens: Tokens, left: Mention, right: Mention) -> str | None:
    """What joins two names; None when they are in different runs."""
    between = range(left.last + 1, right.first)
    gaps = tokens.gaps[left.last + 1 : right.first + 1]
    words = [tokens.words[at] for at in between]
    is_version = bool(words) and _VERSION.fullmatch(words[0]) is not None and "(" in gaps[0] and ")" in gaps[1]
    if is_version:  # "Angular (v12+) and TypeScript"
        words, gaps, between = words[1:], (gaps[1].replace(")", ""), *gaps[2:]), between[1:]
    if len(words) > FARTHEST or any(not _BREAKS.isdisjoint(gap) for gap in gaps):
        return None
    foreign = [at for at in between if not _is_passed(tokens.words[at])]
    if foreign and not _is_item(tokens, foreign):
        return None
    return _joined_by(words, "".join(gaps))


def _is_passed(word: str) -> bool:
    return word in OR or word in AND or word in _PASSED or word.isdigit()


def _is_item(tokens: Tokens, places: Sequence[int]) -> bool:
    """Whether words between two names are an item of the same list, with a capital and commas or "or" around it."""
    first, end = places[0], places[-1] + 1
    if len(places) != end - first or len(places) > 2 or not tokens.text[tokens.starts[first]].isupper():
        return False
    before = tokens.words[first - 1] if first else ""
    after = tokens.words[end] if end < len(tokens.words) else ""
    return ("," in tokens.gaps[first] or before in OR) and ("," in tokens.gaps[end] or after in OR)


def _joined_by(words: Sequence[str], gaps: str) -> str | None:
    if not OR.isdisjoint(words):
        return "or"
    if not AND.isdisjoint(words) or "&" in gaps or "+" in gaps or "as" in words:
        return "and"
    if "," in gaps:
        return "comma"
    if "with" in words:
        return "and"
    return "slash" if "/" in gaps else None


def _split(tokens: Tokens, mentions: Sequence[Mention], run: Sequence[_Link]) -> Iterator[Group]:
    """The groups of one run."""
    places = [link.place for link in run]
    is_open = _is_open(tokens, mentions[places[-1]])
    kinds = {link.kind for link in run[1:]}
    if len(run) > 1 and _is_choice(tokens, [mentions[place] for place in places], (mentions, kinds), is_open=is_open):
        yield Group(tuple(places), is_open)
        return
    parts = _parts(run)
    for number, part in enumerate(parts):
        ends_list = number + 1 < len(parts) and "," in tokens.gaps[mentions[part[-1].place].last + 1]
        for group in _alternatives(mentions, part, pairs_only=ends_list):
            yield Group(group, is_open and group[-1] == places[-1])


def _is_choice(
    tokens: Tokens, run: Sequence[Mention], others: tuple[Sequence[Mention], set[str]], *, is_open: bool
) -> bool:
    """Whether what stands around a run makes all of it a choice."""
    mentions, kinds = others
    if _opens(tokens, term_phrases("choice_openers"), run[0]):
        return True
    if "and" in kinds or "slash" in kinds:
        return False
    return is_open or (kinds == {"comma"} and _are_examples(tokens, run, mentions))


def _are_examples(tokens: Tokens, run: Sequence[Mention], mentions: Sequence[Mention]) -> bool:
    """Whether names only say what is meant: behind "e.g.", or in brackets behind what isn't a technology itself.

    "Message queues (Kafka, RabbitMQ)" is a choice, "Azure (Functions, Service Bus)" isn't.
    """
    first = run[0]
    if _opens(tokens, term_phrases("example_openers"), first):
        return True
    if "(" not in tokens.gaps[first.first] or all(_is_pair(left, right) for left, right in itertools.pairwise(run)):
        return False
    if any(_counts_as(one, earlier) for one in run for earlier in mentions if earlier.last < first.first):
        return False
    if frozenset.intersection(*(implied_by(one.name) for one in run)) - term_set("categories"):
        return False  # parts of one platform, which are used together
    head = next((one for one in mentions if one.last == first.first - 1), None)
    return head is None or not head.detail or head.name in term_set("categories")


def _counts_as(narrow: Mention, wide: Mention) -> bool:
    """Whether who has the one has the other, and that other isn't only a kind of thing."""
    return wide.name in implied_by(narrow.name) and wide.name not in term_set("categories")


def _opens(tokens: Tokens, phrases: Phrases, first: Mention) -> bool:
    """Whether a phrase stands in front of a run, in the same part of the sentence, with no other name between."""
    for at in range(first.first - 1, max(first.first - _OPENING, 0) - 1, -1):
        if phrases.at(tokens, at):
            return True
        if not {",", ";"}.isdisjoint(tokens.gaps[at]) or ". " in tokens.gaps[at]:
            return False
    return False


def _is_open(tokens: Tokens, last: Mention) -> bool:
    places = [last.last + 1]
    if places[0] < len(tokens.words) and tokens.words[places[0]] in {
        "databases",
        "tools",
        "database",
        "skills",
        "frameworks",
    }:
        places.append(places[0] + 1)
    return any(term_phrases("open_ends").at(tokens, at) for at in places)


def _parts(run: Sequence[_Link]) -> list[list[_Link]]:
    """A run without its "and"s."""
    parts: list[list[_Link]] = [[]]
    for link in run:
        if link.kind == "and":
            parts.append([])
        parts[-1].append(link)
    return parts


def _alternatives(mentions: Sequence[Mention], part: Sequence[_Link], *, pairs_only: bool) -> Iterator[tuple[int, ...]]:
    """The choices and the single names of names joined by commas, slashes and "or".

    Where the list goes on its commas part its items: "A, B or C, and D" are three.
    """
    waiting: list[tuple[int, ...]] = []
    has_or = False
    units = _units(mentions, part)
    for number, (unit, kind) in enumerate(units):
        if kind == "comma" and has_or:
            yield tuple(place for one in waiting for place in one)
            waiting, has_or = [], False
        goes_on = pairs_only or any(later == "comma" for _, later in units[number + 1 :])
        if kind == "or" and goes_on and not has_or:
            yield from waiting[:-1]
            waiting = waiting[-1:]
        has_or = has_or or kind == "or"
        waiting.append(unit)
    if has_or:
        yield tuple(place for one in waiting for place in one)
    else:
        yield from waiting


def _units(mentions: Sequence[Mention], part: Sequence[_Link]) -> list[tuple[tuple[int, ...], str]]:
    """Names, those joined by slashes as one unless they go together, each with what stands before it."""
    units: list[tuple[tuple[int, ...], str]] = []
    for number, link in enumerate(part):
        if link.kind == "slash" and number and not _go_together(mentions, part[number - 1].place, link.place):
            units[-1] = ((*units[-1][0], link.place), units[-1][1])
        else:
            units.append(((link.place,), "comma" if link.kind == "slash" else link.kind))
    return units


def _go_together(mentions: Sequence[Mention], left: int, right: int) -> bool:
    return _is_pair(mentions[left], mentions[right])


def _is_pair(left: Mention, right: Mention) -> bool:
    return frozenset((left.name, right.name)) in _pairs()


@cache
def _pairs() -> frozenset[frozenset[str]]:
    rows = load_groups("posting_terms")["together"]
    return frozenset(frozenset((a, b)) for row in rows for a in row for b in row if a != b)


def is_named_by_examples(tokens: Tokens, mentions: Sequence[Mention], at: int) -> bool:
    """Whether a name is only the kind of the things that are named behind it: "versioning tools like Git"."""
    mention = mentions[at]
    following = next((other for other in mentions[at + 1 :] if other.kind == "skill"), None)
    if mention.name not in term_set("categories") or following is None or following.first - mention.last > _OPENING:
        return False
    between = range(mention.last + 1, following.first)
    openers = (term_phrases("example_openers"), term_phrases("detail_openers"))
    is_opened = any(phrases.at(tokens, place) for place in between for phrases in openers)
    if any("," in tokens.gaps[place] for place in range(mention.last + 1, following.first)) and not is_opened:
        return False
    in_brackets = any("(" in tokens.gaps[place] for place in (*between, following.first))
    return in_brackets or is_opened
