"""The words of a position's header -> what a phrase is: a title, an employer, a deed, a duration, a kind.

Predicates over the word lists of `vocabulary/positions.yaml`; each looks at one text alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from screener.model.document import CELL_GAP
from screener.model.resume import PositionKind, Span
from screener.vocabulary import load
from screener.vocabulary.folding import fold

NAME_WORDS = 3  # an employer's name without any of its usual words has at most so many
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_LEGAL = re.compile(
    r"(?:inc|bros|intl|dept|llc|ltd|ltda|limited|gmbh|cia|kft|zrt|nyrt|lda|co|corp|plc|pvt|pty|şti|s\.?a|s\.?r\.?l|b\.?v|a\.?g|k\.?g)\b\.?",
    re.IGNORECASE,
)
_ABBREVIATED_WORDS = 12  # of a line that may end in an abbreviation
_COLORADO = "CO"  # behind a town; "Co." and "Co" are a company's
_NUMBER = re.compile(r"^\d{1,2}[.)]\s*|\s*#?\d{1,2}$")  # of a label: "1. Company", "Project 2"
_CLIENT_END = re.compile(r"[(|;•]|\.\s|\s[–—-]\s")
_UNSPACED = "\u3000"  # from here on, scripts without spaces between words
_REMEMBERED = 2048  # texts: a page's lines are asked about again and again
_JOINING = frozenset("&+|–—-")


class HeaderWords(NamedTuple):
    titles: frozenset[str]
    title_endings: tuple[str, ...]
    employers: frozenset[str]
    employer_endings: frozenset[str]
    employer_parts: tuple[str, ...]
    labels: dict[str, str]
    at: frozenset[str]
    worked_as: tuple[str, ...]
    worked_for: frozenset[str]
    worked_with: tuple[str, ...]
    deeds: frozenset[str]
    inner: frozenset[str]
    clients: frozenset[str]
    run_by: frozenset[str]
    asides: frozenset[str]
    countries: frozenset[str]
    kinds: dict[str, list[tuple[int, tuple[str, ...], PositionKind]]]  # by first word: rank, words, kind
    unspaced_kinds: tuple[tuple[int, str, PositionKind], ...]
    durations: frozenset[str]


@lru_cache(maxsize=1)
def header_words() -> HeaderWords:
    """The word lists, read once."""
    data = load("positions")
    return HeaderWords(
        titles=frozenset(map(fold, data["title_words"])),
        title_endings=tuple(map(fold, data["title_endings"])),
        employers=frozenset(data["employer_words"]["anywhere"]),
        employer_endings=frozenset(data["employer_words"]["last"]),
        employer_parts=tuple(data["employer_words"]["within"]),
        labels={fold(label): what for what, labels in data["labels"].items() for label in labels},
        at=frozenset(data["at"]),
        worked_as=tuple(f"{phrase} " for phrase in data["worked_as"]),
        worked_for=frozenset(data["worked_for"]),
        worked_with=tuple(f"{phrase} " for phrase in data["worked_with"]),
        deeds=frozenset(data["deeds"]),
        inner=frozenset(map(fold, data["inner"])),
        clients=frozenset(map(fold, data["clients"])),
        run_by=frozenset(data["run_by"]),
        asides=frozenset(map(fold, data["asides"])),
        countries=frozenset(map(fold, data["countries"])),
        kinds=_kinds_by_first_word(data["kinds"]),
        unspaced_kinds=tuple(
            (rank, phrase, PositionKind(kind))
            for rank, (kind, phrases) in enumerate(data["kinds"].items())
            for phrase in phrases
            if phrase[0] > _UNSPACED
        ),
        durations=frozenset(map(fold, load("dates")["durations"])),
    )


def _kinds_by_first_word(
    kinds: Mapping[str, Sequence[str]],
) -> dict[str, list[tuple[int, tuple[str, ...], PositionKind]]]:
    table: dict[str, list[tuple[int, tuple[str, ...], PositionKind]]] = {}
    for rank, (kind, phrases) in enumerate(kinds.items()):
        for phrase in phrases:
            words = tuple(_WORD.findall(fold(phrase)))
            table.setdefault(words[0], []).append((rank, words, PositionKind(kind)))
    return table


@lru_cache(maxsize=_REMEMBERED)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case; "Full-Stack" is one word and two."""
    found = [word.rstrip(".") for word in _WORD.findall(fold(text))]
    return (*found, *(part for word in found if "-" in word for part in word.split("-")))


@lru_cache(maxsize=_REMEMBERED)
def has_title_word(text: str) -> bool:
    words = words_of(text)
    return not header_words().titles.isdisjoint(words) or any(
        word.endswith(header_words().title_endings) for word in words
    )


def has_employer_word(text: str) -> bool:
    words = words_of(text)
    if not words or text == _COLORADO:
        return False
    if not header_words().employers.isdisjoint(words) or words[-1] in header_words().employer_endings:
        return True
    if any("." in word and word.replace(".", "") in header_words().employers for word in words):  # "S.r.l."
        return True
    return not text.isascii() and any(part in text for part in header_words().employer_parts)


def tells_deed(text: str) -> bool:
    """ "Built NestJS services", "Developed a plan": what somebody did, not "Embedded Engineer"."""
    words = text.split()
    first = fold(words[0]).rstrip(",.") if words else ""
    if first in header_words().deeds:
        return True
    reads_on = len(words) > 1 and not words[1][:1].isupper() and words[1] not in _JOINING  # "Spring & Sons"
    return reads_on and "-" not in first and len(first) > 4 and first.endswith(("ed", "ing"))


def is_name_like(text: str) -> bool:
    """Begins with a capital or a sign, or is one of "eBay", "mPharma", "dbt Labs"."""
    return not text[:1].islower() or (len(text.split()) <= NAME_WORDS and not text.islower())


def label_of(text: str) -> str:
    """A label in small letters, without its number: "Company 2" is "company"."""
    return _NUMBER.sub("", fold(text))


def is_label(text: str) -> bool:
    """ "Company", "To": a word that only says what stands beside or below it."""
    return label_of(text) in header_words().labels or label_of(text) in load("dates")["until"]


def is_form_label(text: str) -> bool:
    """ "Company", "Position": what stands beside it is an employer, a title, a place or a period."""
    return label_of(text) in header_words().labels


def is_inner_label(text: str) -> bool:
    """ "Client: …", "Project: …": part of a job rather than a job."""
    label, colon, _ = text.partition(":")
    return bool(colon) and label_of(label).strip() in header_words().inner


def find_client(text: str) -> Span | None:
    """Where the names behind "Client:" stand."""
    label, mark, rest = text.partition(":")
    if not mark:  # "Client │ Acme"
        label, mark, rest = text.partition(CELL_GAP)
    if not mark or label_of(label).strip() not in header_words().clients:
        return None
    start = len(label) + len(mark)
    return start, start + len(_CLIENT_END.split(rest, maxsplit=1)[0])


def is_legal_form(text: str) -> bool:
    """ "Inc.", "GmbH"."""
    return text != _COLORADO and _LEGAL.fullmatch(text) is not None


def ends_in_abbreviation(text: str) -> bool:
    """ "Acme Inc.", "Datos S.L.": a full stop that ends no sentence."""
    words = text.split()
    last = words[-1].rstrip(".,")
    return len(words) <= _ABBREVIATED_WORDS and (is_legal_form(words[-1]) or "." in last or len(last) <= 1)


def is_duration(text: str) -> bool:
    """ "(3 years)", "2 yrs 3 mos", or nothing at all."""
    words = words_of(text)
    return all(word in header_words().durations or word in {"and", "about", "full", "time"} for word in words) and (
        len(text) < 30
    )


@lru_cache(maxsize=_REMEMBERED)
def kind_of(text: str) -> PositionKind | None:
    """The kind that a title's words tell; None for plain work."""
    words = _WORD.findall(fold(text))
    apart = [part for word in words for part in word.split("-")]  # "Developer-Intern"
    found = [*_kinds_said(words), *(_kinds_said(apart) if len(apart) > len(words) else ())]
    return min(found, default=(0, None))[1]


def _kinds_said(words: Sequence[str]) -> Iterator[tuple[int, PositionKind]]:
    """Each kind that a phrase among the words names, with its rank; not where the person ran it."""
    for at, word in enumerate(words):
        for rank, phrase, kind in header_words().kinds.get(word, ()):
            end = at + len(phrase)
            if tuple(words[at:end]) == phrase and (end == len(words) or words[end] not in header_words().run_by):
                yield rank, kind
        if word[0] > _UNSPACED:
            yield from ((rank, kind) for rank, phrase, kind in header_words().unspaced_kinds if phrase in word)
