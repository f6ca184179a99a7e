"""The lines below a heading that isn't known -> the part of the posting that they seem to be.

Each line is asked whether it tells what the work is (it begins with a verb of work) or asks for
something (a skill, years, a degree, or a phrase that only requirements use). What more than half of the
lines do decides. Names without a word of asking may be what the company uses: they are taken for wishes.
"""

from collections.abc import Sequence

from screener.resumes.skill_words import find_undoubted, vouching_skills
from screener.roles.drafting.phrases import cue_phrases, term_phrases, term_set
from screener.roles.drafting.years import find_years
from screener.vocabulary.lexicon import find_hits, vocabulary_lexicon
from screener.vocabulary.tokens import Tokens, tokenise

_ASKING = frozenset(("hard", "asks", "strong", "should", "ideally", "nice", "plain"))
_LONGEST = 400  # characters of a line that are looked at


def guess_part(texts: Sequence[str]) -> str | None:
    """required, preferred, duties or company; None where most lines tell nothing."""
    lines = [tokenise(text[:_LONGEST]) for text in texts]
    lines = [tokens for tokens in lines if tokens.words]
    if sum(bool(term_phrases("benefits").find(tokens)) for tokens in lines) * 3 > len(lines):
        return "company"
    working = sum(begins_with_duty(tokens) for tokens in lines)
    if working * 2 > len(lines):
        return "duties"
    others = [tokens for tokens in lines if not begins_with_duty(tokens)]
    named = [tokens for tokens in others if _names_something(tokens)]
    told = [tokens for tokens in others if _asks(tokens)]
    if not named or len({id(tokens) for tokens in (*named, *told)}) * 2 <= len(lines):
        return None
    return "required" if told else "preferred"


def begins_with_duty(tokens: Tokens) -> bool:
    """Whether a list item tells what the work is: "Build services with Go"."""
    return bool(tokens.words) and tokens.words[0] in term_set("duty_verbs")


def _asks(tokens: Tokens) -> bool:
    """Whether the wording is one of requirements; what the company tells of itself isn't."""
    kinds = {cue.value for cue in cue_phrases().find(tokens)}
    if "ours" in kinds:
        return False
    return not _ASKING.isdisjoint(kinds) or any(True for _ in find_years(tokens))


def _names_something(tokens: Tokens) -> bool:
    skills = vouching_skills(find_undoubted(tokens, find_hits(tokens, vocabulary_lexicon())))
    return bool(skills) or any(True for _ in find_years(tokens)) or bool(term_phrases("degrees").find(tokens))
