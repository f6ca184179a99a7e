"""A statement -> the names in it that a role can ask for: skills, years, degrees and certificates.

Skills are found as in resumes: whole tokens in any spelling, ambiguous words only where something
vouches for them. A certificate is known by its name, or by the word "certification" beside a skill.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from screener.model.resume import Level
from screener.resumes.education import find_degree
from screener.resumes.skill_cues import find_causes
from screener.resumes.skill_words import Surroundings, find_meant, find_undoubted, vouching_skills
from screener.roles.drafting.alternatives import unknown_alternatives
from screener.roles.drafting.cues import Mention, judge
from screener.roles.drafting.phrases import FoundPhrase, Phrases, term_phrases, term_set, terms
from screener.roles.drafting.statements import Statement
from screener.roles.drafting.years import find_years
from screener.vocabulary import load
from screener.vocabulary.folding import fold
from screener.vocabulary.lexicon import Hit, Lexicon, find_hits, lexicon_of, vocabulary_lexicon
from screener.vocabulary.tokens import Tokens, spelling_key, tokenise

_CERTIFIED_NAME = re.compile(r"\b(?:Certified|Associate|Fundamentals|Specialty|Expert)\b")
_PROFILE_WORDS = frozenset(
    (
        "profile",
        "profiles",
        "projects",
        "account",
        "link",
        "links",
        "portfolio",
        "contributions",
        "works",
        "repo",
        "repos",
    )
)
_MOST_DEGREES = 6  # in one statement
_BEFORE_DEGREE = 3  # words in which its field is looked for
_BETWEEN_FIELDS = 5  # words from a degree to a field, and from field to field
_AS_A_NOUN = re.compile(
    "xposure to "
)  # what follows isn't the verb that "to" makes of it elsewhere: "exposure to React"
_CAUSES = {"negated": "no", "learning": "no", "wished": "nice"}


class Read(NamedTuple):
    """A statement, its words, its mentions from left to right, and what the wording says of each."""

    statement: Statement
    tokens: Tokens
    mentions: tuple[Mention, ...]
    kinds: tuple[str, ...]


def read_mentions(statements: Sequence[Statement]) -> tuple[Read, ...]:
    """Every statement with its mentions."""
    tokens = [tokenise(_AS_A_NOUN.sub("xposure in ", statement.text)) for statement in statements]
    hits = [find_hits(one, vocabulary_lexicon()) for one in tokens]
    undoubted = [find_undoubted(one, found) for one, found in zip(tokens, hits, strict=True)]
    nearby: set[int] = set().union(*(vouching_skills(found) for found in undoubted))
    for statement, one, found, sure in zip(statements, tokens, hits, undoubted, strict=True):
        if len(sure) < len(found):  # names that the others vouch for vouch in turn: Rust for Tokio
            nearby |= vouching_skills(find_meant(one, found, sure, _around(statement, sure, nearby, len(found))))
    return tuple(
        _read(statement, one, found, nearby) for statement, one, found in zip(statements, tokens, hits, strict=True)
    )


def _around(statement: Statement, sure: Sequence[Hit], nearby: Set[int], count: int) -> Surroundings:
    return Surroundings(statement.is_bullet, vouching_skills(sure), nearby, count)


def _read(statement: Statement, tokens: Tokens, hits: Sequence[Hit], nearby: Set[int]) -> Read:
    sure = find_undoubted(tokens, hits)
    around = _around(statement, sure, nearby, len(hits))
    meant = find_meant(tokens, hits, sure, around)
    causes = find_causes(tokens, meant) if meant else []
    certificates = list(_certificates(tokens, meant))
    taken = {at for mention in certificates for at in range(mention.first, mention.last + 1)}
    degrees = list(_degrees(tokens))
    others = [*certificates, *degrees, *find_years(tokens)]
    fields = {at for field in find_fields(tokens, degrees) for at in range(field.first, field.end)}
    taken |= fields
    taken |= {at for mention in others for at in range(mention.first, mention.last + 1)}
    skills = [
        (hit, cause)
        for hit, cause in zip(meant, causes, strict=True)
        if taken.isdisjoint(range(hit.first, hit.last + 1)) and not _is_something_else(tokens, hit)
    ]
    said = {(hit.first, hit.last): _CAUSES[cause] for hit, cause in skills if cause in _CAUSES}
    known = sorted([*others, *(_skill(tokens, hit) for hit, _ in skills)], key=lambda mention: mention.first)
    mentions = sorted([*known, *unknown_alternatives(tokens, known, fields)], key=lambda mention: mention.first)
    kinds = judge(tokens, mentions)
    kinds = [
        said.get((mention.first, mention.last), kind) if kind in {"", "plain", "duty", "strong", "ours"} else kind
        for mention, kind in zip(mentions, kinds, strict=True)
    ]
    return Read(statement, tokens, tuple(mentions), tuple(kinds))


def _is_something_else(tokens: Tokens, hit: Hit) -> bool:
    after = tokens.words[hit.last + 1 : hit.last + 2]
    if not load("skills")["vouches"][hit.skill] and not {"role", "roles", "position", "positions", "job"}.isdisjoint(
        after
    ):
        return True  # "years in a data science role"
    return _is_somebodys_title(tokens, hit) or _is_the_kind_of(tokens, hit) or _is_profile(tokens, hit)


def _is_profile(tokens: Tokens, hit: Hit) -> bool:
    """ "Projects on GitHub", "your GitHub profile": a place where work is shown."""
    if hit.skill not in load("skills")["profiles"]:
        return False
    before, after = tokens.words[max(0, hit.first - 1) : hit.first], tokens.words[hit.last + 1 : hit.last + 2]
    return not {"on", "auf", "your", "sur"}.isdisjoint(before) or not _PROFILE_WORDS.isdisjoint(after)


def _is_somebodys_title(tokens: Tokens, hit: Hit) -> bool:
    """ "Work with our React developers", "QA engineer": the name tells what other people, or the job, are called."""
    after = tokens.words[hit.last + 1 : hit.last + 2]
    return bool(after) and after[0] in term_set("title_nouns") and tokens.gaps[hit.last + 1] in {" ", "-"}


def _is_the_kind_of(tokens: Tokens, hit: Hit) -> bool:
    """ "Redis or similar caching": the kind of what was named before."""
    return hit.first > 0 and tokens.words[hit.first - 1] in {
        "similar",
        "comparable",
        "other",
        "equivalent",
        "vergleichbare",
        "ähnliche",
    }


def _skill(tokens: Tokens, hit: Hit) -> Mention:
    name = str(load("skills")["names"][hit.skill])
    written = tokens.text[tokens.starts[hit.first] : tokens.ends[hit.last]]
    kept = _kept_spellings().get(spelling_key(written))
    return Mention(
        "skill", hit.first, hit.last, kept or name, "technology" if load("skills")["vouches"][hit.skill] else ""
    )


@cache
def _kept_spellings() -> dict[str, str]:
    return {spelling_key(name): name for name in terms("kept_spellings")}


def _certificates(tokens: Tokens, hits: Sequence[Hit]) -> Iterator[Mention]:
    """Certificates by name first; then skills with "certification" behind them, or "certified in" in front."""
    names = _certificate_names()
    taken: set[int] = set()
    for hit in find_hits(tokens, _certificate_lexicon()):
        name = names.get(hit.key, "")
        written = tokens.text[tokens.starts[hit.first] : tokens.ends[hit.last]]
        if name and (not name.isupper() or written.isupper()):
            taken.update(range(hit.first, hit.last + 1))
            yield Mention("certificate", hit.first, hit.last, name)
    for hit in hits:
        name = str(load("skills")["names"][hit.skill])
        if not taken.isdisjoint(range(hit.first, hit.last + 1)):
            continue
        if _CERTIFIED_NAME.search(name):
            yield Mention("certificate", hit.first, hit.last, name)
        elif _is_certified(tokens, hit):
            yield _certification(tokens, hit, name)


def _certification(tokens: Tokens, hit: Hit, name: str) -> Mention:
    """ "AWS certification", or the whole name where capitals tell it: "Associate Android Developer certification"."""
    first, last = hit.first, hit.last
    while first > 1 and tokens.gaps[first] == " " and _is_capital(tokens, first - 1):
        first -= 1
    while (
        last + 1 < len(tokens.words)
        and tokens.gaps[last + 1] == " "
        and _is_capital(tokens, last + 1)
        and tokens.words[last + 1] not in term_set("certificate_words")
    ):
        last += 1
    if last - first < 2 or tokens.is_upper:
        return Mention("certificate", hit.first, hit.last, f"{name} certification", "generic")
    return Mention("certificate", first, last, tokens.text[tokens.starts[first] : tokens.ends[last]])


def _is_capital(tokens: Tokens, at: int) -> bool:
    return tokens.text[tokens.starts[at]].isupper()


def _is_certified(tokens: Tokens, hit: Hit) -> bool:
    words, asked = tokens.words, term_set("certificate_words")
    after = [at for at in range(hit.last + 1, min(hit.last + 5, len(words))) if words[at] in asked]
    if (
        after
        and all(_links(tokens, at) for at in range(hit.last + 1, after[0]))
        and not any(sign in "".join(tokens.gaps[hit.last + 1 : after[0] + 1]) for sign in ".;:()")
    ):
        return True
    before = words[max(0, hit.first - 2) : hit.first]
    return len(before) == 2 and before[0] in asked and before[1] in {"in", "for", "on", "für", "en"}


def _links(tokens: Tokens, at: int) -> bool:
    """Whether a word may stand between a skill and "certification": "AWS or Azure certification"."""
    return (
        tokens.words[at] in {"or", "and", "cloud", "oder", "professional", "developer"}
        or tokens.words[at] in vocabulary_lexicon().terms
    )


@cache
def _certificate_names() -> dict[str, str]:
    return {spelling_key(name): name for name in terms("certificates")}


@cache
def _certificate_lexicon() -> Lexicon:
    return lexicon_of(terms("certificates"))


def _degrees(tokens: Tokens) -> Iterator[Mention]:
    """Degrees by level; the bare word "degree" is a bachelor's where no level is named."""
    text, found = tokens.text.replace("/", " "), 0  # "BE/B.Tech/MCA"
    start = 0
    while found < _MOST_DEGREES and (degree := find_degree(text[start:], strict=False)):
        first, last = _word_at(tokens, start + degree.start), _word_at(tokens, start + degree.end - 1)
        start += max(degree.end, 1)
        if _is_degree(tokens, last, degree.phrase):
            found += 1
            yield Mention("degree", first, last, degree.level.value)
    if not found:
        for phrase in term_phrases("degrees").find(tokens)[:1]:
            yield Mention("degree", phrase.first, phrase.end - 1, Level.BACHELOR.value, "unnamed")


def _is_degree(tokens: Tokens, last: int, phrase: str) -> bool:
    """Whether a name isn't an ordinary word here: "MS SQL", "Master Data", "driving licence"."""
    key = fold(phrase).strip(".")
    if key in term_set("not_degrees") or (tokens.is_upper and len(key) < 4):
        return False
    if any(sign in phrase for sign in ".'’ "):
        return True
    after = tokens.words[last + 1] if last + 1 < len(tokens.words) else "or"
    gap = tokens.gaps[last + 1].strip()
    return gap not in {"", "-"} or after in term_set("degree_follows") or find_degree(after.upper()) is not None


def find_fields(tokens: Tokens, degrees: Sequence[Mention]) -> list[FoundPhrase]:
    """The fields of study around degrees: one right before, or a list that begins close behind."""
    if not degrees:
        return []
    reach, last = degrees[0].first - _BEFORE_DEGREE, degrees[-1].last
    found = []
    for phrase in _field_phrases().find(tokens):
        written = tokens.text[tokens.starts[phrase.first] : tokens.ends[phrase.end - 1]]
        if reach <= phrase.first <= max(reach, last) + _BETWEEN_FIELDS and (len(phrase.value) > 3 or written.isupper()):
            found.append(phrase)
            reach = phrase.end
    return found


@cache
def _field_phrases() -> Phrases:
    return Phrases({name: [name] for name in terms("fields")})


def _word_at(tokens: Tokens, offset: int) -> int:
    return max(0, bisect_right(tokens.starts, offset) - 1)
