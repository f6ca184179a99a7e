"""Read statements -> the skills and certificates that a posting asks for, each once.

A skill takes the highest importance that anything says of it, and the sentence that says so. Where it is
asked for by itself and as one of several, what is stricter stays. What the work is done with is welcome
("nice"); practices count only where they are asked for.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from screener.model.requirement import Importance
from screener.roles.drafting.cues import Mention
from screener.roles.drafting.lists import OR, Group, group, is_named_by_examples
from screener.roles.drafting.mentions import Read
from screener.roles.drafting.phrases import term_set
from screener.roles.drafting.wanted import importance
from screener.roles.implications import implied_by
from screener.vocabulary import find_skill
from screener.vocabulary.tokens import Tokens

_ORDER = tuple(Importance)
_MOST_WITH_YEARS = 3  # names; a longer list behind "5 years of" is a list of what was worked with
_VERSION = re.compile(r"v?\d{1,4}x?")
_FOR = (("for",), ("seit",), ("pendant",))
_POINTS = frozenset(("(", ":", "-", "–", "—", ",", "|", "[", "/"))


class Source(NamedTuple):
    """The sentence that something came from, and where in it."""

    text: str
    start: int
    end: int
    place: int


class Name(NamedTuple):
    name: str
    years: str = ""  # as a role writes them, without the plus


class Wanted(NamedTuple):
    """One requirement: a name, or several of which one is enough."""

    kind: str  # skill or certificate
    names: tuple[Name, ...]
    importance: Importance
    source: Source


def find_wanted(reads: Sequence[Read], *, is_headless: bool) -> tuple[Wanted, ...]:
    """All of them, by importance and then as in the posting."""
    found = [wanted for read in reads for wanted in _wanted_in(read, is_headless=is_headless)]
    found.sort(key=lambda wanted: (_ORDER.index(wanted.importance), wanted.source.place, wanted.source.start))
    return tuple(_each_once(found))


def source_of(read: Read, first: Mention, last: Mention) -> Source:
    start, end = read.tokens.starts[first.first], read.tokens.ends[last.last]
    return Source(read.statement.text, start, end, read.statement.place)


def skill_years(read: Read) -> dict[int, str]:
    """The years asked of skills, by the places of the skills among the mentions."""
    found: dict[int, str] = {}
    skills = [at for at, mention in enumerate(read.mentions) if mention.kind == "skill" and mention.detail]
    for at, mention in enumerate(read.mentions):
        if mention.kind != "years":
            continue
        targets = _targets(read, at, group(read.tokens, read.mentions, skills))
        if 0 < len(targets) <= _MOST_WITH_YEARS:
            found |= dict.fromkeys((target for target in targets if target not in found), least(mention.name))
    return found


def least(years: str) -> str:
    """The lower end."""
    return years.rstrip("+").partition("-")[0]


def _targets(read: Read, at: int, groups: Sequence[Group]) -> list[int]:
    """The skills that a number of years is asked of: right behind it, else right in front of it."""
    mentions, tokens = read.mentions, read.tokens
    years = mentions[at]
    runs = _runs(tokens, mentions, groups)
    behind = next((run for run in runs if mentions[run[0]].first > years.last), None)
    if behind is not None and _only_fillers(tokens, years.last + 1, mentions[behind[0]].first):
        return behind
    before = [run for run in _runs(tokens, mentions, groups, commas=False) if mentions[run[-1]].last < years.first]
    if before and _is_pointed_at(tokens, mentions[before[-1][-1]].last, years.first):
        return before[-1]
    return []


def _runs(
    tokens: Tokens, mentions: Sequence[Mention], groups: Sequence[Group], *, commas: bool = True
) -> list[list[int]]:
    """Groups that only a comma or a conjunction parts, as one."""
    runs: list[list[int]] = []
    for one in groups:
        if runs:
            left, right = mentions[runs[-1][-1]].last + 1, mentions[one.members[0]].first
            words = tokens.words[left:right]
            gaps = "".join(tokens.gaps[left : right + 1])
            words = tuple(word for word in words if not _VERSION.fullmatch(word))
            if (
                len(words) <= 1
                and set(words) <= {"and", "und", "et", "y"}
                and set(gaps) <= set(" ,&/(+)" if commas else " &/")
            ):
                runs[-1] += one.members
                continue
        runs.append(list(one.members))
    return runs


def _only_fillers(tokens: Tokens, first: int, end: int) -> bool:
    fillers = term_set("years_fillers")
    if any(not set(".;:()").isdisjoint(tokens.gaps[at]) for at in range(first, end + 1)):
        return False
    return all(tokens.words[at] in fillers for at in range(first, end))


def _is_pointed_at(tokens: Tokens, last: int, first: int) -> bool:
    """ "Ruby: at least 3 years", "PL/SQL (5+ years)"."""
    words = tokens.words[last + 1 : first]
    gaps = tokens.gaps[last + 1 : first + 1]
    return (
        len(words) <= 4
        and term_set("years_pointers").issuperset(words)
        and (any(not _POINTS.isdisjoint(gap.strip()) for gap in gaps) or words[:1] in _FOR)
    )


def _wanted_in(read: Read, *, is_headless: bool) -> Iterator[Wanted]:
    years = skill_years(read)
    for kind in ("skill", "certificate"):
        chosen = [at for at, mention in enumerate(read.mentions) if mention.kind == kind and not _is_head(read, at)]
        for one in group(read.tokens, read.mentions, chosen):
            wanted = _importance_of(read, one, is_headless=is_headless)
            if wanted is None:
                continue
            for members in _members(read, one):
                names = tuple(Name(read.mentions[at].name, years.get(at, "")) for at in members)
                source = source_of(read, read.mentions[members[0]], read.mentions[members[-1]])
                yield Wanted(kind, names, wanted, source)


def _members(read: Read, one: Group) -> list[tuple[int, ...]]:
    """A choice as a whole; in what the work is, examples in brackets are all of it: "our servers (Zabbix, Grafana)"."""
    first, last = read.mentions[one.members[0]], read.mentions[one.members[-1]]
    says_or = not OR.isdisjoint(read.tokens.words[first.last : last.first])
    return [one.members] if says_or or read.statement.part != "duties" else [(at,) for at in one.members]


def _is_head(read: Read, at: int) -> bool:
    mention = read.mentions[at]
    if mention.kind == "certificate" and mention.detail == "generic":
        others = [other for other in read.mentions[at + 1 :] if other.kind == "certificate" and not other.detail]
        return bool(others) and "(" in read.tokens.gaps[others[0].first]
    following = at + 1 < len(read.mentions) and read.kinds[at + 1] == read.kinds[at]
    return following and is_named_by_examples(read.tokens, read.mentions, at)


def _importance_of(read: Read, one: Group, *, is_headless: bool) -> Importance | None:
    """The highest of a group's; a gate that "or similar" leaves open, with one name, would refuse the similar."""
    found = []
    for at in one.members:
        wanted = importance(read.statement, read.kinds[at], is_headless=is_headless)
        if wanted is not None and not _is_aside(read, at, wanted):
            found.append(wanted)
    if not found:
        return None
    highest = min(found, key=_ORDER.index)
    return Importance.SHOULD if one.is_open and len(one.members) == 1 and highest is Importance.MUST else highest


def _is_aside(read: Read, at: int, wanted: Importance) -> bool:
    """A practice that only the work is told with: "conduct code reviews"."""
    mention = read.mentions[at]
    is_practice = mention.kind == "skill" and not mention.detail
    return is_practice and wanted is Importance.NICE and read.statement.part in {"duties", "open"}


def _each_once(found: Sequence[Wanted]) -> Iterator[Wanted]:
    """Without names that were asked for before, in what is already by importance."""
    taken: set[tuple[str, str]] = set()
    singles = _asked_alone(found)
    years = _years_told_elsewhere(found)
    for wanted in found:
        keys = [_key(wanted.kind, name.name) for name in wanted.names]
        names = [name for name, key in zip(wanted.names, keys, strict=True) if key not in taken]
        is_met = any(
            key in taken and singles.get(key, len(_ORDER)) <= _ORDER.index(wanted.importance) for key in keys
        )  # one of the alternatives is asked for by itself, no less: then the choice is made
        names = _without_narrower(names)
        if names and not is_met:
            taken.update(keys)
            names = [name._replace(years=name.years or years.get((wanted.importance, name.name), "")) for name in names]
            yield wanted._replace(names=tuple({name.name: name for name in names}.values()))


def _asked_alone(found: Sequence[Wanted]) -> dict[tuple[str, str], int]:
    """The names that are asked for by themselves, with the highest importance of each by its place."""
    singles: dict[tuple[str, str], int] = {}
    for wanted in found:  # by importance, so the first is the highest
        if len(wanted.names) == 1:
            singles.setdefault(_key(wanted.kind, wanted.names[0].name), _ORDER.index(wanted.importance))
    return singles


def _years_told_elsewhere(found: Sequence[Wanted]) -> dict[tuple[Importance, str], str]:
    """The years asked of a skill alone, by importance: another sentence may name the skill first."""
    singles = (wanted for wanted in reversed(found) if len(wanted.names) == 1 and wanted.names[0].years)
    return {(wanted.importance, wanted.names[0].name): wanted.names[0].years for wanted in singles}


@cache
def _key(kind: str, name: str) -> tuple[str, str]:
    return kind, (find_skill(name) or name).casefold()


def _without_narrower(names: Sequence[Name]) -> list[Name]:
    """Alternatives without those that count as another one anyway."""
    plain = {find_skill(name.name) for name in names if not name.years}
    return [name for name in names if name.years or not (implied_by(find_skill(name.name) or "") & plain)]
