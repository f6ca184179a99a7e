"""Names found in a paragraph -> those that mean the skill there.

Most names can mean nothing else. An ambiguous one (go, express, Spring, R) counts only where
something vouches for it: it is an item of a list of skills, a word that only technologies take
stands beside it ("React components"), or it has its capitals in the middle of a sentence whose
paragraph or position names a technology that is beyond doubt. Words that make it something else
("American Express", "Spring 2021", "go-to-market") decide against it before all that. Where nothing
speaks for it, it doesn't count.
"""

from collections.abc import Sequence, Set
from typing import NamedTuple

from screener.resumes.skill_lists import SENTENCE_ENDS, Run, context, find_runs
from screener.vocabulary import load
from screener.vocabulary.lexicon import Ambiguity, Hit, find_ambiguity
from screener.vocabulary.tokens import Tokens

_TIGHT = frozenset(("-", "_", "'", "’", "@", "\\", "$", "\u2010", "\u2011"))
_BESIDE = frozenset(("", "-", "/", "\u2010", "\u2011"))
_VERSION = "0123456789 "  # behind a name: "Express 4"
_LETTER_GAPS = frozenset(" ,/|;:()[]•·\n\t")


class Surroundings(NamedTuple):
    """What is known of the lines around a paragraph."""

    in_list: bool  # the section is a list of skills
    own: Set[int]  # undoubted skills of the paragraph itself, implied ones included
    nearby: Set[int]  # undoubted skills of the paragraph and of its position or section, implied ones included
    name_count: int  # how many names there are in the section


def find_undoubted(tokens: Tokens, hits: Sequence[Hit]) -> list[Hit]:
    """The names that need nobody to vouch for them."""
    return [hit for hit in hits if _is_undoubted(tokens, hit)]


def vouching_skills(hits: Sequence[Hit]) -> set[int]:
    """The skills that vouch for an ambiguous word beside them, with what they imply."""
    skills = load("skills")
    vouching = {hit.skill for hit in hits if skills["vouches"][hit.skill]}
    return vouching.union(*(skills["implies"][skill] for skill in vouching))


def find_meant(tokens: Tokens, hits: Sequence[Hit], undoubted: Sequence[Hit], around: Surroundings) -> list[Hit]:
    """The names that mean their skill here, in order."""
    sure = set(undoubted)
    labels = _find_profile_labels(tokens, undoubted, around)
    hits = [hit for hit in hits if hit not in labels]
    runs = find_runs(tokens, hits) if len(sure) < len(hits) + len(labels) else []
    by_first = {run.hits[0]: run for run in runs}
    strong = {first for first, run in by_first.items() if vouching_skills([hit for hit in run.hits if hit in sure])}
    meant = []
    for place, hit in enumerate(hits):
        if hit in sure:
            meant.append(hit)
            continue
        ambiguity = find_ambiguity(hit.key)
        if ambiguity is None or _is_something_else(tokens, hit, ambiguity):
            continue
        item = _Item(tokens, hit, ambiguity, runs[place], around)
        if _is_vouched_for(item, runs[place].hits[0] in strong):
            meant.append(hit)
    return meant


class _Item(NamedTuple):
    tokens: Tokens
    hit: Hit
    ambiguity: Ambiguity
    run: Run
    around: Surroundings


def _is_undoubted(tokens: Tokens, hit: Hit) -> bool:
    ambiguity = find_ambiguity(hit.key)
    if ambiguity is None:
        return True
    if _is_something_else(tokens, hit, ambiguity):
        return False
    if ambiguity.kind == "plain":
        return True
    if ambiguity.kind not in {"capital", "name"} or ambiguity.needs:
        return False
    return _has_capitals(tokens, hit, ambiguity) and not tokens.is_upper


def _is_vouched_for(item: _Item, is_strong: bool) -> bool:
    tokens, hit, around, kind = item.tokens, item.hit, item.around, item.ambiguity.kind
    if item.ambiguity.needs and around.nearby.isdisjoint(item.ambiguity.needs):
        return False
    following = _next_word(tokens, hit)
    if kind == "letter":
        return _is_language_letter(item, following, is_strong)
    in_list = _is_list_item(item) and _is_known_list(item, is_strong)
    if in_list or following in context()["vouching_next"] or _is_needed_beside(item):
        return True
    if not _has_capitals(tokens, hit, item.ambiguity):
        return kind == "name" and bool(around.nearby)
    if kind == "word":
        return _is_led_in(tokens, hit) or (bool(around.nearby) and _reads_as_name(item, following, is_strong))
    return bool(around.nearby)


def _is_language_letter(item: _Item, following: str | None, is_strong: bool) -> bool:
    tokens, hit = item.tokens, item.hit
    letter = tokens.text[tokens.starts[hit.first]]
    if not (letter.isascii() and letter.isupper()):
        return False
    if following in context()["letter_next"] or _is_led_in(tokens, hit):
        return True
    return (_is_list_item(item) or _is_between_links(tokens, hit)) and _is_known_list(item, is_strong)


def _reads_as_name(item: _Item, following: str | None, is_strong: bool) -> bool:
    """Whether the capitals in running text can only be there because it is the skill's name."""
    tokens, hit = item.tokens, item.hit
    if tokens.is_upper:
        return False
    if following in context()["vouching_next_capital"] or is_strong:
        return True
    if _starts_sentence(tokens, hit.first) and " " not in item.ambiguity.spelling:
        return False
    return not _is_in_proper_name(item)


def _is_list_item(item: _Item) -> bool:
    """Whether nothing but the name and words of a list ("Go (advanced)") is in its item."""
    run, hit = item.run, item.hit
    starts = run.starts_bare if hit is run.hits[0] else True
    ends = run.ends_bare if hit is run.hits[-1] else True
    return starts and ends


def _is_between_links(tokens: Tokens, hit: Hit) -> bool:
    """Whether prepositions or conjunctions set a letter off: "with R and Python for", but not "vitamin C in"."""
    words = context()
    links = words["list_links"].keys() | words["list_joins"].keys()
    before = tokens.words[hit.first - 1] if hit.first else "and"
    after = tokens.words[hit.last + 1] if hit.last + 1 < len(tokens.words) else "and"
    return before in links and after in links


def _is_needed_beside(item: _Item) -> bool:
    """Whether what the word needs is in the same paragraph, and its capitals or its second word make it sure."""
    needs, spelling = item.ambiguity.needs, item.ambiguity.spelling
    if not needs or item.around.own.isdisjoint(needs):
        return False
    return " " in spelling or _has_capitals(item.tokens, item.hit, item.ambiguity)


def _is_known_list(item: _Item, is_strong: bool) -> bool:
    run, around = item.run, item.around
    if is_strong or len(run.hits) >= 3 or (len(run.hits) == 2 and (run.has_label or run.is_whole)):
        return True
    if run.is_whole and around.nearby and _has_capitals(item.tokens, item.hit, item.ambiguity):  # "• Express"
        return True
    if run.has_label and _has_capitals(item.tokens, item.hit, item.ambiguity):  # "Stack: Express"
        return True
    return around.in_list and (bool(around.nearby) or around.name_count >= 3)


def _is_something_else(tokens: Tokens, hit: Hit, ambiguity: Ambiguity) -> bool:
    """Whether the words or the signs right beside it make another thing of it."""
    before, after = tokens.gaps[hit.first], tokens.gaps[hit.last + 1]
    previous = tokens.words[hit.first - 1] if hit.first else ""
    following = tokens.words[hit.last + 1] if hit.last + 1 < len(tokens.words) else ""
    if ambiguity.kind == "letter":
        return not (_LETTER_GAPS.issuperset(before) and _LETTER_GAPS.issuperset(after.rstrip(". ")))
    if ambiguity.kind != "plain" and _is_tied(ambiguity, (previous, before), (following, after)):
        return True
    if before.strip() in _BESIDE and previous:
        earlier = tokens.words[hit.first - 2] + " " + previous if hit.first > 1 else previous
        if previous in ambiguity.before or earlier in ambiguity.before:
            return True
    if "<year>" in ambiguity.after and _is_year(following) and len(after.strip()) <= 1:
        return True
    return after.strip() in _BESIDE and following in ambiguity.after


def _is_tied(ambiguity: Ambiguity, left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether a hyphen or the like ties it to another word: "go-to-market", but not "React-based"."""
    previous, before = left
    following, after = right
    if previous and (before in _TIGHT or before == "."):
        return True
    if following and after in _TIGHT and following != "s":
        words = context()
        return following not in words["vouching_next"] and following not in words["vouching_next_capital"]
    return bool(following) and after == "." and ambiguity.kind == "word"


def _is_year(word: str) -> bool:
    return word.isdigit() and (len(word) == 2 or (len(word) == 4 and word[:2] in {"19", "20"}))


def _has_capitals(tokens: Tokens, hit: Hit, ambiguity: Ambiguity) -> bool:
    """Whether it is written as the name is, or in capitals throughout where the name isn't."""
    written = " ".join(tokens.text[tokens.starts[hit.first] : tokens.ends[hit.last]].split())
    if written.rstrip(_VERSION) in {ambiguity.spelling, ambiguity.spelling.rstrip(_VERSION)}:
        return True
    if ambiguity.spelling.isupper() or len(written) < 3:
        return False
    return written.isupper()


def _is_led_in(tokens: Tokens, hit: Hit) -> bool:
    """ "written in" Go."""
    if hit.first < 2 or tokens.gaps[hit.first] not in {" ", "\n"}:
        return False
    rows = context()["vouching_before"].get(tokens.words[hit.first - 2], ())
    return any(row[0] == [tokens.words[hit.first - 1]] for row in rows)


def _next_word(tokens: Tokens, hit: Hit) -> str | None:
    place = hit.last + 1
    if place < len(tokens.words) and tokens.gaps[place] in {" ", "-", "\n", "\u2011"}:
        return tokens.words[place]
    return None


def _starts_sentence(tokens: Tokens, place: int) -> bool:
    return place == 0 or not SENTENCE_ENDS.isdisjoint(tokens.gaps[place])


def _is_in_proper_name(item: _Item) -> bool:
    """ "Spring Valley", "Swift Transportation": capitalised words beside it that aren't of the trade."""
    tokens, hit = item.tokens, item.hit
    place = hit.last + 1
    if place < len(tokens.words) and tokens.gaps[place] == " " and _is_foreign_capital(item, place):
        return True
    place = hit.first - 1
    if place < 0 or tokens.gaps[hit.first] != " " or _starts_sentence(tokens, place):
        return False
    return _is_foreign_capital(item, place)


def _is_foreign_capital(item: _Item, place: int) -> bool:
    tokens = item.tokens
    if not tokens.text[tokens.starts[place]].isupper() or tokens.words[place] in context()["companions"]:
        return False
    return not any(hit.first <= place <= hit.last for hit in item.run.hits) and not _is_skill_word(tokens.words[place])


def _is_skill_word(word: str) -> bool:
    return word in load("skills")["terms"]


def _find_profile_labels(tokens: Tokens, undoubted: Sequence[Hit], around: Surroundings) -> set[Hit]:
    """Code hosts that are only links to a profile: "GitHub: ada", "LinkedIn | GitHub"."""
    profiles = set(load("skills")["profiles"])
    found = [hit for hit in undoubted if hit.skill in profiles]
    if not found:
        return set()
    if len(found) == len(undoubted):
        is_contact = not context()["contact_words"].keys().isdisjoint(tokens.words)
        if is_contact or (len(found) == len(tokens.words) and not around.in_list):
            return set(found)
    return {hit for hit in found if ":" in tokens.gaps[hit.last + 1] or "[" in tokens.gaps[hit.first]}
