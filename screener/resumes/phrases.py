"""Whole phrases in running text, found without a regular expression for each."""

from collections.abc import Iterable


def says(text: str, phrase: str) -> bool:
    """Whether a text in lower case holds a phrase as whole words."""
    if phrase[0] > "\u3000":  # scripts without spaces between words
        return phrase in text
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not text[max(at - 1, 0) : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(phrase, end)
    return False


def says_any(text: str, phrases: Iterable[str]) -> bool:
    """Whether a text in lower case holds one of the phrases as whole words."""
    return any(says(text, phrase) for phrase in phrases)
