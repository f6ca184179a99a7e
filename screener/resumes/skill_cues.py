"""The words around a skill's name -> why it is no evidence: negated, learning, wished, recruiting.

A cue stands before the skills it speaks of and covers the first list of skills after it, within the
clause: "No experience with Azure, MongoDB or Docker. PostgreSQL daily." leaves PostgreSQL alone. A
near cue ("no", "hired") reaches over fillers only; a far one ("would like to") up to a comma. A
negator becomes far with a word of use ("never shipped"), and without a skill to follow it speaks of
the one before: "Aware of Azure but never deployed to it", "Docker (no experience)". Sentences that
turn the sense in other ways (irony, questions, a second negation) are not understood.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from screener.resumes.skill_lists import context
from screener.vocabulary.lexicon import Hit
from screener.vocabulary.tokens import Tokens

_REACH = 25  # words between a cue and its skill
_INSIDE = frozenset(("", "-", "'", "’", ",", "&", ".", "/"))  # between the words of one phrase
_ABBREVIATIONS = frozenset(("eg", "ie", "g", "e", "i", "etc", "incl", "vs", "approx", "no", "nr", "bzw", "inkl"))
_ASIDE = frozenset("(:–—-[")  # what sets a remark off from the skill before it
_CELLS = "   "
_ZERO = frozenset(("0", "00", "zero", "nil"))
_TABLES_AFTER = tuple((cause, f"{cause}_after") for cause in ("mentioned", "recruiting", "learning", "negated"))
_REMARKS = {  # what may stand between a name and the word after it
    "mentioned": frozenset(("", "-")),
    "recruiting": frozenset(("", "-")),
    "negated": frozenset(("",)),
    "learning": frozenset(("", "-", "–", "—", ",", "(", "[", ":")),
}


class _Scene(NamedTuple):
    """A paragraph with its names; `owners` gives for a word the name it belongs to."""

    tokens: Tokens
    hits: Sequence[Hit]
    owners: dict[int, int]
    words: dict[str, Any]


class _Cue(NamedTuple):
    cause: str
    is_far: bool
    first: int  # its first word
    end: int  # the word after it


def find_causes(tokens: Tokens, hits: Sequence[Hit]) -> list[str | None]:
    """For each name the cause that makes it a note, `mentioned` for one that is worth less, or None."""
    words = context()
    owners = {word: place for place, hit in enumerate(hits) for word in range(hit.first, hit.last + 1)}
    scene = _Scene(tokens, hits, owners, words)
    causes: list[str | None] = [None] * len(hits)
    if not words["cues"].keys().isdisjoint(tokens.words):
        for cue in _without_double_negation(scene, _find_cues(scene)):
            for place in _covered(scene, cue):
                causes[place] = causes[place] or ("mentioned" if cue.cause == "alongside" else cue.cause)
    for place, hit in enumerate(hits):
        cause = _cause_after(scene, hit)
        if cause and not causes[place]:
            causes[place] = cause
            if place and cause == "learning" and _is_same_name(scene, place):
                causes[place - 1] = causes[place - 1] or cause
    return causes


def find_heading_cause(tokens: Tokens) -> str | None:
    """What a heading such as "Currently learning" says of the lines under it."""
    scene = _Scene(tokens, (), {}, context())
    for cue in _find_cues(scene):
        if cue.cause in {"learning", "wished"} and cue.first == 0 and cue.end >= len(tokens.words) - 1:
            return cue.cause
    return None


def _find_cues(scene: _Scene) -> list[_Cue]:
    """The cues of a paragraph, from left to right; phrases that only look like cues are passed over."""
    cues = []
    free = 0
    for place, word in enumerate(scene.tokens.words):
        if place < free or place in scene.owners or word not in scene.words["cues"]:
            continue
        for rest, cause, reach in scene.words["cues"][word]:
            if _stands(scene.tokens, rest, place + 1):
                free = place + 1 + len(rest)
                if cause != "skip":
                    cues.append(_Cue(cause, reach == "far", place, free))
                break
    return cues


def _without_double_negation(scene: _Scene, cues: Sequence[_Cue]) -> list[_Cue]:
    """Without "never … without": two negations close together cancel each other."""
    cancelled: set[int] = set()
    for place in range(1, len(cues)):
        left, right = cues[place - 1], cues[place]
        is_without = scene.tokens.words[right.first] == "without"
        is_near = left.cause == right.cause == "negated" and right.first - left.end < 4
        between = range(left.end, right.first + 1)
        if is_without and is_near and not any(_ends_clause(scene.tokens, at) for at in between):
            cancelled |= {place - 1, place}
    return [cue for place, cue in enumerate(cues) if place not in cancelled]


def _stands(tokens: Tokens, phrase: Sequence[str], place: int) -> bool:
    """Whether the words of a phrase stand at this place."""
    if list(tokens.words[place : place + len(phrase)]) != list(phrase):
        return False
    return all(tokens.gaps[at].strip() in _INSIDE for at in range(place, place + len(phrase)))


def _covered(scene: _Scene, cue: _Cue) -> Sequence[int]:
    """The names, by place, that a cue speaks of."""
    found, stop, has_use, has_people = _look_ahead(scene, cue)
    if found is None:
        return _covered_before(scene, cue, stop, has_use=has_use or cue.is_far)
    last = found
    while last + 1 < len(scene.hits) and _is_coordinated(scene, last, cue.cause):
        last += 1
    after = scene.hits[last].last + 1
    if cue.cause == "negated" and not cue.is_far and not has_use and _word(scene, after) in scene.words["mishaps"]:
        return ()
    if cue.cause == "alongside":
        between = scene.tokens.words[scene.hits[found].last + 1 : after]
        is_team = _word(scene, after) in scene.words["teams"] and scene.words["list_links"].keys().isdisjoint(between)
        return range(found, last + 1) if is_team else ()
    has_people = has_people or any(_word(scene, at) in scene.words["people"] for at in (after, after + 1))
    if cue.cause == "recruiting" and not cue.is_far and not has_people:
        return ()
    return range(found, last + 1)


def _look_ahead(scene: _Scene, cue: _Cue) -> tuple[int | None, int, bool, bool]:
    """The first name within reach, the word where looking stopped, and whether words of use and people came by."""
    words, is_far, has_use, has_people = scene.words, cue.is_far, False, False
    end = min(cue.end + _REACH, len(scene.tokens.words))
    for place in range(cue.end, end):
        word, gap = scene.tokens.words[place], scene.tokens.gaps[place]
        if _ends_clause(scene.tokens, place) or word in words["clause_ends"] or ")" in gap:
            return None, place, has_use, has_people
        if place > cue.end and "," in gap:
            return None, place, has_use, has_people
        if place in scene.owners:
            return scene.owners[place], place, has_use, has_people
        if cue.cause == "negated" and word in words["learned"]:
            is_far = has_use = True
        elif cue.cause == "recruiting" and word in words["people"]:
            has_people = True
        elif not is_far and word not in words["fillers"] and not word.isdigit():
            return None, -1, has_use, has_people
    return None, end, has_use, has_people


def _covered_before(scene: _Scene, cue: _Cue, stop: int, *, has_use: bool) -> Sequence[int]:
    """The names before a cue that nothing follows: "Rust (learning)", "Azure, but never used it"."""
    if stop < 0 or (not has_use and cue.cause == "negated") or cue.cause not in {"negated", "learning"}:
        return ()
    before = scene.owners.get(cue.first - 1)
    gap = scene.tokens.gaps[cue.first]
    if before is not None and (not _ASIDE.isdisjoint(gap) or (cue.cause == "negated" and not gap.strip())):
        return () if _ends_clause(scene.tokens, cue.first) else (before,)
    said = scene.tokens.words[cue.end : stop]
    if cue.cause == "negated" and len(said) <= 5 and not scene.words["pronouns"].keys().isdisjoint(said):
        return _last_list_before(scene, cue.first)
    return ()


def _last_list_before(scene: _Scene, first: int) -> Sequence[int]:
    """The list of names that is nearest before a word, in the same sentence."""
    for place in range(first, max(first - _REACH, -1), -1):
        if place in scene.owners:
            last = begin = scene.owners[place]
            while begin > 0 and _is_coordinated(scene, begin - 1, "negated"):
                begin -= 1
            return range(begin, last + 1)
        if _ends_clause(scene.tokens, place):
            return ()
    return ()


def _is_coordinated(scene: _Scene, place: int, cause: str) -> bool:
    """Whether a cue that covers this name covers the next one too."""
    tokens, words = scene.tokens, scene.words
    left, right = scene.hits[place], scene.hits[place + 1]
    if right.first - left.last > 6:
        return False
    between = range(left.last + 1, right.first)
    gaps = [tokens.gaps[at] for at in range(left.last + 1, right.first + 1)]
    if any(")" in gap for gap in gaps) or any(_ends_clause(tokens, at) for at in (*between, right.first)):
        return False
    if cause == "negated" and any(tokens.words[at] in {"or", "nor", "oder", "ni", "ou"} for at in between):
        return all(tokens.words[at] not in words["clause_ends"] for at in between)
    has_comma = any("," in gap for gap in gaps)
    for at in between:
        word = tokens.words[at]
        joins = word in words["list_joins"] or word in words["list_articles"]
        joins = joins or (cause == "recruiting" and word in words["people"])  # "Azure engineers and Go developers"
        if not joins and (has_comma or word not in words["list_links"]):
            return False
    return True


def _cause_after(scene: _Scene, hit: Hit) -> str | None:
    """What the words directly after a name make of it: "TypeScript meetup", "Azure: none"."""
    place = hit.last + 1
    word = _word(scene, place)
    if word in _ZERO and _is_aside(scene.tokens.gaps[place]) and _counts_nothing(scene, place + 1):
        return "negated"
    if word is not None and word.isdigit() and place not in scene.owners:  # "PHP 8"
        place += 1
        word = _word(scene, place)
    if word is None or place in scene.owners:
        return None
    for cause, table in _TABLES_AFTER:
        if any(_stands(scene.tokens, row[0], place + 1) for row in scene.words[table].get(word, ())):
            gap = scene.tokens.gaps[place]
            is_beside = gap != _CELLS or cause == "learning"  # "Docker │ Hiring" are two cells
            return cause if is_beside and gap.strip() in _REMARKS[cause] else None
    if word in scene.words["learned"] and place + 1 < len(scene.tokens.words):  # "Azure experience: none"
        place += 1
        word = scene.tokens.words[place]
    if not _is_aside(scene.tokens.gaps[place]):
        return None
    rows = scene.words["none_after"].get(word, ())
    return "negated" if any(_ends_remark(scene, row[0], place + 1) for row in rows) else None


def _is_aside(gap: str) -> bool:
    """Whether a remark or a cell of its own begins here."""
    return not _ASIDE.isdisjoint(gap) or gap == _CELLS


def _counts_nothing(scene: _Scene, place: int) -> bool:
    """What follows a nought: "0 years", or the end of its cell."""
    if place >= len(scene.tokens.words):
        return True
    return scene.tokens.gaps[place] == _CELLS or scene.tokens.words[place] in scene.words["years"]


def _is_same_name(scene: _Scene, place: int) -> bool:
    """Whether a name and the one before it are two names of one thing: "AZ-204: Azure Developer Associate"."""
    left, right = scene.hits[place - 1], scene.hits[place]
    return right.first == left.last + 1 and scene.tokens.gaps[right.first].strip() in {"", ":", "-", "–", "—"}


def _ends_remark(scene: _Scene, rest: Sequence[str], place: int) -> bool:
    """Whether the phrase stands here and nothing comes after it."""
    end = place + len(rest)
    if not _stands(scene.tokens, rest, place):
        return False
    return end >= len(scene.tokens.words) or _ends_clause(scene.tokens, end) or scene.tokens.gaps[end].strip() != ""


def _word(scene: _Scene, place: int) -> str | None:
    return scene.tokens.words[place] if place < len(scene.tokens.words) else None


def _ends_clause(tokens: Tokens, place: int) -> bool:
    """Whether a sentence or a cell ends before this word."""
    gap = tokens.gaps[place]
    if gap in {" ", ", ", "-", "\n", "", "/"}:
        return False
    if any(sign in gap for sign in ";!?•●▪") or _CELLS in gap:
        return True
    if "." not in gap or not gap[gap.index(".") + 1 :][:1].isspace():
        return False
    return place == 0 or tokens.words[place - 1] not in _ABBREVIATIONS
