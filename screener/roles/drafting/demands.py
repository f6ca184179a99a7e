"""Read statements -> the years of experience and the degree that a posting asks for."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from screener.model.requirement import Importance
from screener.model.resume import Level
from screener.roles.drafting.mentions import Read, find_fields
from screener.roles.drafting.phrases import cue_phrases, term_phrases, term_set
from screener.roles.drafting.skills import Source, least, skill_years, source_of
from screener.roles.drafting.statements import ASKING
from screener.roles.drafting.wanted import importance
from screener.roles.word_lists import load_groups

_OR = frozenset(("or", "oder", "ou"))
_ORDER = tuple(Importance)
_LEVELS = tuple(level.value for level in Level)


class Years(NamedTuple):
    """`years` as a role writes them."""

    years: str
    importance: Importance
    source: Source


class Degree(NamedTuple):
    level: str
    fields: tuple[str, ...]
    importance: Importance
    source: Source


def find_experience(reads: Sequence[Read], *, is_headless: bool) -> Years | None:
    """The years of experience as a whole; where only skills have years, the most of a skill."""
    whole: list[Years] = []
    of_skills: list[Years] = []
    for read in reads:
        asked = skill_years(read)
        for at, mention in enumerate(read.mentions):
            if mention.kind != "years":
                continue
            if _is_instead_of_degree(read, at):
                continue
            wanted = _importance_of_years(read, at, is_headless=is_headless)
            if wanted is None:
                continue
            found = Years(mention.name, wanted, source_of(read, mention, mention))
            (of_skills if least(mention.name) in asked.values() else whole).append(found)
    best = [years for years in (_best(whole), _best(of_skills)) if years is not None]
    if len(best) == 2 and _ORDER.index(best[1].importance) < _ORDER.index(best[0].importance):
        return best[1]
    return best[0] if best else None


def _best(found: Sequence[Years]) -> Years | None:
    """The most that is a gate; of alternatives in one sentence the fewest, because either is enough."""
    if not found:
        return None
    top = min(_ORDER.index(years.importance) for years in found)
    first: dict[int, Years] = {}
    for years in found:
        if _ORDER.index(years.importance) == top:
            known = first.get(years.source.place)
            is_either = known is not None and re.search(
                r"\b(?:or|oder|ou)\b", years.source.text[known.source.end : years.source.start]
            )
            if (
                known is None
                or (is_either and _amount(years) < _amount(known))
                or (not is_either and _amount(years) > _amount(known))
            ):
                first[years.source.place] = years
    return max(first.values(), key=lambda years: (_amount(years), -years.source.place))


def _amount(years: Years) -> float:
    return float(least(years.years))


def _importance_of_years(read: Read, at: int, *, is_headless: bool) -> Importance | None:
    """Outside of known parts the sentence must say that it is experience, and not the company's."""
    statement, kind = read.statement, read.kinds[at]
    if kind == "ours" and not _is_the_companys(read, at):
        kind = ""
    says_so = bool(term_phrases("years_experience").find(read.tokens))
    if statement.part not in ASKING and not says_so and not skill_years(read):
        return None
    wanted = importance(statement, kind, is_headless=is_headless)
    if statement.part in {"open", "duties"} and kind not in {"no", "ours"} and says_so:
        return wanted if kind in {"should", "nice"} and wanted else Importance.MUST
    return wanted


def _is_the_companys(read: Read, at: int) -> bool:
    """ "We have 20 years of experience"; a "we" farther away tells of something else."""
    first = read.mentions[at].first
    return any(
        phrase.value == "ours" and first - 5 <= phrase.first < first for phrase in cue_phrases().find(read.tokens)
    )


def find_education(reads: Sequence[Read], *, is_headless: bool) -> Degree | None:
    """The degree that is asked for most; of several in one sentence the lowest, because it is enough."""
    found = list(_degrees(reads, is_headless=is_headless))
    if not found:
        return None
    best = min(found, key=lambda degree: (_ORDER.index(degree.importance), degree.source.place))
    same = [one for one in found if one.source.place == best.source.place and one.importance is best.importance]
    return min(same, key=lambda degree: _LEVELS.index(degree.level))


def _degrees(reads: Sequence[Read], *, is_headless: bool) -> Iterator[Degree]:
    for read in reads:
        degrees = [at for at, mention in enumerate(read.mentions) if mention.kind == "degree"]
        for at in degrees:
            mention = read.mentions[at]
            wanted = importance(read.statement, read.kinds[at], is_headless=is_headless)
            if wanted is None or (
                read.statement.part in {"open", "duties"} and wanted is Importance.NICE and read.kinds[at] != "nice"
            ):
                continue
            if wanted is Importance.MUST and _has_equivalent(read):
                wanted = Importance.SHOULD  # a role can't tell what is equivalent, so it is no gate
            yield Degree(mention.name, _fields(read), wanted, source_of(read, mention, mention))


def _has_equivalent(read: Read) -> bool:
    years = any(_is_instead_of_degree(read, at) for at in range(len(read.mentions)))
    return years or bool(term_phrases("equivalents").find(read.tokens))


def _is_instead_of_degree(read: Read, at: int) -> bool:
    """ "A degree or 8 years of experience": who has the one doesn't need the other."""
    years = read.mentions[at]
    before = years.first - 1
    while before > 0 and read.tokens.words[before] in term_set("years_pointers") - _OR:
        before -= 1
    is_alternative = years.kind == "years" and before > 0 and read.tokens.words[before] in _OR
    return is_alternative and at > 0 and read.mentions[at - 1].kind == "degree"


def _fields(read: Read) -> tuple[str, ...]:
    """The fields of study named around degrees, in the spelling of roles: "BSc in Physics", "a CS degree"."""
    names = load_groups("posting_terms")["field_names"]
    degrees = [mention for mention in read.mentions if mention.kind == "degree"]
    found = (names.get(phrase.value, phrase.value) for phrase in find_fields(read.tokens, degrees))
    return tuple(dict.fromkeys(found))
