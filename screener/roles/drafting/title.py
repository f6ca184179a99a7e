"""The lines and statements of a posting -> the job's title, with the sentence it came from.

A label says it ("Job title: …"), else one of the first lines is nothing but a title, else a sentence names it
("as a Platform Engineer, you …"). Places, teams in brackets and "(m/f/d)" are cut off.
"""

import re
from collections.abc import Iterator, Sequence

from screener.roles.drafting.headings import heading_part
from screener.roles.drafting.lines import PostingLine
from screener.roles.drafting.phrases import term_phrases, term_set, terms
from screener.roles.drafting.skills import Source
from screener.vocabulary.tokens import Tokens, tokenise

_FIRST_LINES = 12
_MOST_WORDS = 9
_LONGEST = 100  # characters
_ARRANGEMENT = r"remote|hybrid|on-?site|full[- ]?time|part[- ]?time|vollzeit|teilzeit|contract|permanent"
_GENDERS = re.compile(
    r"\s*[(\[]\s*(?:[mwfdxhi]\s*[/|,*]\s*){1,4}[mwfdxhi]?\s*[)\]]|(?<=\s)[mwfd]/[mwfd](?:/[mwfdx])?\b"
    rf"|\s*\((?:all genders|alle geschlechter|{_ARRANGEMENT})[^()]{{0,40}}\)",
    re.IGNORECASE,
)
_CUT = re.compile(rf"\s+[|·•@]\s+|\s+(?:at|bei|chez)\s+(?=[A-Z])|\s+[-–—]\s+(?=(?:{_ARRANGEMENT})\b)", re.IGNORECASE)
_LABEL = re.compile(r"^([^:]{2,30}?)\s*[:|–—-]\s+(.+)$")
_EDGE = re.compile(r"^[^\w.(]+|[\s,;:|*#.–—-]+$")
_CAPITAL = re.compile(r"[A-ZÄÖÜÉ.#C]")
_LINKING = frozenset(("of", "and", "&", "für", "for", "de", "du", "en", "in", "–", "-", "/"))
_SKIPPED = frozenset(("a", "an", "our", "the", "n", "one", "new", "another"))
_MOST_SKIPPED = 5  # words
_FEW_WORDS = 4
UNTITLED = "Untitled role"


def find_title(lines: Sequence[PostingLine]) -> tuple[str, Source | None]:
    """The title, or a placeholder without a source."""
    first = lines[:_FIRST_LINES]
    for candidates in (_labelled(first), _alone(first), _in_sentences(lines), _in_sentences(lines, in_small=True)):
        for title, text in candidates:
            start = max(text.find(title), 0)
            return title[:1].upper() + title[1:] if title.islower() else title, Source(
                text, start, start + len(title), 0
            )
    return UNTITLED, None


def _labelled(lines: Sequence[PostingLine]) -> Iterator[tuple[str, str]]:
    for line in lines:
        label = _LABEL.match(line.text)
        if label and label[1].strip().casefold() in term_set("title_labels"):
            title = _cleaned(label[2])
            if title and len(title.split()) <= _MOST_WORDS and _has_noun(title):
                yield title, line.text


def _alone(lines: Sequence[PostingLine]) -> Iterator[tuple[str, str]]:
    """Lines that are a title and nothing else, those the format marks first."""
    for is_heading in (True, False):
        for line in lines:
            if line.is_heading is not is_heading or line.is_bullet or line.text.endswith((".", "!", "?", ":", ";")):
                continue
            title = _cleaned(line.text)
            if heading_part(line.text) is not None:
                continue
            if len(title.split()) <= _MOST_WORDS and _has_noun(title) and _is_capitalised(title):
                yield title, line.text


def _in_sentences(lines: Sequence[PostingLine], *, in_small: bool = False) -> Iterator[tuple[str, str]]:
    """ "the role of (a) Platform Engineer"; `in_small` also "a platform engineer"."""
    for line in lines:
        tokens = tokenise(line.text[:2000])
        for opener in term_phrases("title_openers").find(tokens):
            at = _skip(tokens, opener.end, small=not in_small)
            end = _title_end(tokens, at, in_small=in_small)
            if end > at:
                yield tokens.text[tokens.starts[at] : tokens.ends[end - 1]], line.text


def _skip(tokens: Tokens, first: int, *, small: bool) -> int:
    """The first word behind articles and, where the title has capitals, behind a few small words."""
    at = first
    while at < min(first + _MOST_SKIPPED, len(tokens.words)):
        if tokens.words[at] not in _SKIPPED and not (small and tokens.text[tokens.starts[at]].islower()):
            break
        at += 1
    return at


def _title_end(tokens: Tokens, first: int, *, in_small: bool) -> int:
    """The word after the last that belongs to the title, when one of them is a title's noun."""
    end = first
    for at in range(first, min(first + (_FEW_WORDS if in_small else _MOST_WORDS), len(tokens.words))):
        if at > first and not {",", ".", ";", ":", "(", "!"}.isdisjoint(tokens.gaps[at].strip()):
            break
        if not in_small and not _CAPITAL.match(tokens.text[tokens.starts[at]]):
            break
        if tokens.words[at] in term_set("title_nouns"):
            end = at + 1
            if in_small:
                break
    return end


def _cleaned(text: str) -> str:
    label = _LABEL.match(text)
    if label and label[1].strip().casefold() in terms("title_labels"):
        text = label[2]
    text = _CUT.split(_GENDERS.sub("", text[: _LONGEST * 3]), maxsplit=1)[0]
    return _EDGE.sub("", " ".join(text.split()))[:_LONGEST].strip()


def _has_noun(title: str) -> bool:
    words = tokenise(title).words
    return any(
        word in term_set("title_nouns") or word.endswith(("entwickler", "entwicklerin", "ingenieur")) for word in words
    )


def _is_capitalised(title: str) -> bool:
    words = [word for word in title.split() if any(map(str.isalnum, word)) or word in _LINKING]
    capital = [word for word in words if word.lower() != word or word.casefold() in _LINKING or word[:1].isdigit()]
    return len(capital) * 4 >= len(words) * 3
