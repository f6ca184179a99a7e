"""The words of a position's header -> what a phrase is: a title, an employer, a deed, a duration, a kind.

Predicates over the word lists of `vocabulary/positions.yaml`; each looks at one text alone.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from screener.model.resume import PositionKind, Span
from screener.vocabulary import load
from screener.vocabulary.folding import fold

NAME_WORDS = 3  # an employer's name without any of its usual words has at most so many
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_LEGAL = re.compile(
    r"(?:inc|bros|intl|dept|llc|ltd|ltda|limited|gmbh|cia|co|corp|plc|pvt|pty|şti|s\.?a|s\.?r\.?l|b\.?v|a\.?g|k\.?g)\b\.?",
    re.IGNORECASE,
)
_ABBREVIATED_WORDS = 12  # of a line that may end in an abbreviation
_NUMBER = re.compile(r"^\d{1,2}[.)]\s*|\s*#?\d{1,2}$")  # of a label: "1. Company", "Project 2"
_CLIENT_END = re.compile(r"[(|;•]|\.\s|\s[–—-]\s")
_JOINING = frozenset("&+|–—-")


class HeaderWords(NamedTuple):
    titles: frozenset[str]
    title_endings: tuple[str, ...]
    employers: frozenset[str]
    employer_endings: frozenset[str]
    employer_parts: tuple[str, ...]
    labels: dict[str, str]
    at: frozenset[str]
    deeds: frozenset[str]
    inner: frozenset[str]
    clients: frozenset[str]
    run_by: frozenset[str]
    asides: frozenset[str]
    kinds: tuple[tuple[str, PositionKind], ...]
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
        deeds=frozenset(data["deeds"]),
        inner=frozenset(map(fold, data["inner"])),
        clients=frozenset(map(fold, data["clients"])),
        run_by=frozenset(data["run_by"]),
        asides=frozenset(map(fold, data["asides"])),
        kinds=tuple(
            (fold(phrase), PositionKind(kind)) for kind, phrases in data["kinds"].items() for phrase in phrases
        ),
        durations=frozenset(map(fold, load("dates")["durations"])),
    )


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; "Full-Stack" is one word and two."""
    found = [fold(match.group()).rstrip(".") for match in _WORD.finditer(text)]
    return found + [part for word in found if "-" in word for part in word.split("-")]


def has_title_word(text: str) -> bool:
    words = words_of(text)
    return not header_words().titles.isdisjoint(words) or any(
        word.endswith(header_words().title_endings) for word in words
    )


def has_employer_word(text: str) -> bool:
    words = words_of(text)
    if not words:
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


def is_inner_label(text: str) -> bool:
    """ "Client: …", "Project: …": part of a job rather than a job."""
    label, colon, _ = text.partition(":")
    return bool(colon) and label_of(label).strip() in header_words().inner


def find_client(text: str) -> Span | None:
    """Where the names behind "Client:" stand."""
    label, colon, rest = text.partition(":")
    if not colon or label_of(label).strip() not in header_words().clients:
        return None
    start = len(label) + 1
    return start, start + len(_CLIENT_END.split(rest, maxsplit=1)[0])


def is_legal_form(text: str) -> bool:
    """ "Inc.", "GmbH"."""
    return _LEGAL.fullmatch(text) is not None


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


def kind_of(text: str) -> PositionKind | None:
    """The kind that a title's words tell; None for plain work."""
    padded = f" {' '.join(_WORD.findall(fold(text)))} "
    apart = padded.replace("-", " ")  # "Developer-Intern"
    return next((kind for phrase, kind in header_words().kinds if _says(padded, phrase) or _says(apart, phrase)), None)


def _says(padded: str, phrase: str) -> bool:
    """Whether the words hold the phrase, and don't go on to say that the person ran it."""
    if phrase[0] > "\u3000":
        return phrase in padded  # scripts without spaces between words
    at = padded.find(f" {phrase} ")
    return at >= 0 and padded[at + len(phrase) + 2 :].split(" ", 1)[0] not in header_words().run_by
