"""The words of a statement -> the years of experience it asks for: "5+ years", "three to five years"."""

from collections.abc import Iterator

from screener.roles.drafting.cues import Mention
from screener.roles.drafting.phrases import FoundPhrase, Phrases, term_phrases, term_set
from screener.roles.fields import MOST_YEARS
from screener.roles.word_lists import load_groups
from screener.vocabulary.tokens import Tokens

_TO = frozenset(("to", "bis", "à", "a", "or", "oder", "ou", "o", "and"))
_DASHES = frozenset("-–—‒−")
_NEAR = 6  # words


def find_years(tokens: Tokens) -> Iterator[Mention]:
    """Each number of years that is one of experience, as a role writes it: "5+", "3-5"."""
    for place, word in enumerate(tokens.words):
        if word in term_set("year_words"):
            found = _number_before(tokens, place)
            if found is not None and _is_of_experience(tokens, found[0], place):
                first, years = found
                yield Mention("years", first, place, years)


def _number_before(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """The first word and the spelling of the number in front of "years"."""
    words, gaps = tokens.words, tokens.gaps
    at = place - 1
    if at >= 1 and words[at] == "more" and words[at - 1] == "or":
        at -= 2
    high = _number(words[at]) if at >= 0 else None
    if high is None:
        return None
    if at >= 1 and "(" in gaps[at] and _number(words[at - 1]) == high:  # five (5) years
        at -= 1
    half = _half(tokens, at)
    if half is not None:
        return at - 1, f"{half}+"
    first, low = _low(tokens, at)
    if not 0 < high <= MOST_YEARS:
        return None
    return first, f"{low}-{high}" if low is not None and low < high else f"{high}+"


def _half(tokens: Tokens, at: int) -> str | None:
    """The number 2.5, which is two words."""
    if at < 1 or tokens.gaps[at] not in {".", ","} or tokens.words[at] != "5":
        return None
    whole = tokens.words[at - 1]
    return f"{int(whole)}.5" if whole.isascii() and whole.isdigit() and len(whole) < 3 else None


def _low(tokens: Tokens, at: int) -> tuple[int, int | None]:
    """The lower end of a range that ends with the number at a word, and where it begins."""
    words, gap = tokens.words, tokens.gaps[at].strip()
    if at >= 1 and gap.lstrip("+") in _DASHES and (low := _number(words[at - 1])) is not None:
        return at - 1, low
    if at >= 2 and words[at - 1] in _TO and not gap and (low := _number(words[at - 2])) is not None:
        return at - 2, low
    return at, None


def _number(word: str) -> int | None:
    written = load_groups("posting_terms")["numbers"].get(word, word)
    return int(written) if written.isascii() and written.isdigit() and len(written) < 3 else None


def _is_of_experience(tokens: Tokens, first: int, last: int) -> bool:
    """Whether it isn't an age, a contract, or the time since a company was founded."""
    words = tokens.words
    if _begins(tokens, term_phrases("years_other"), range(last + 1, min(last + 3, len(words)))):
        return _begins(tokens, term_phrases("years_experience"), range(last + 1, min(last + 4, len(words))))
    if first and any(phrase.end == first for phrase in _before(tokens, first)):
        return False
    return tokens.gaps[last] != "-" or _has_experience(tokens)  # not a 2-year contract


def _before(tokens: Tokens, first: int) -> list[FoundPhrase]:
    phrases = term_phrases("years_other_before")
    return [phrase for at in range(max(0, first - 3), first) if (phrase := phrases.at(tokens, at))]


def _begins(tokens: Tokens, phrases: Phrases, places: range) -> bool:
    return any(phrases.at(tokens, at) for at in places)


def _has_experience(tokens: Tokens) -> bool:
    return bool(term_phrases("years_experience").find(tokens))
