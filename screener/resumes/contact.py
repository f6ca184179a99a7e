"""Lines and links -> name, e-mail addresses, phones and profile links of the candidate.

The name is the largest name-like line at the top of the first page; where nothing has a size, the
first name-like line. Links and addresses are never evidence for skills: their spans are kept.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from screener.model.document import Document, Line
from screener.model.resume import Candidate, Span
from screener.resumes.header import has_title_word
from screener.resumes.sections import SectionLine
from screener.vocabulary import load

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>()|,;]{3,200}", re.IGNORECASE)
_BARE = re.compile(r"\b[\w-]{1,60}(?:\.[\w-]{1,60}){1,3}/[^\s<>()|,;]{1,200}", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.,/-])(?:\+|00)?\(?\d[\d\s().\-/]{6,20}\d(?![\w/])")
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .,'’‘-])*")
_NAME_LINES = 14  # how far down the page a name may stand
_NAME_WORDS = 5


class _NameWords(NamedTuple):
    excluded: frozenset[str]
    labels: frozenset[str]
    particles: frozenset[str]


def find_contact_spans(text: str) -> tuple[Span, ...]:
    """Where a text holds addresses of mail or the web."""
    if "@" not in text and "/" not in text and "www" not in text.lower():
        return ()
    spans = [match.span() for pattern in (_EMAIL, _URL) for match in pattern.finditer(text)]
    bare = (match.span() for match in _BARE.finditer(text) if _is_profile(match.group()))
    spans += [span for span in bare if not any(start <= span[0] < end for start, end in spans)]
    return tuple(sorted(spans))


def find_phones(text: str) -> list[str]:
    """Phone numbers: 8 to 15 digits that aren't two years."""
    found = []
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        years = re.fullmatch(r"\(?(?:19|20)\d\d\s*[-–/.\s]\s*(?:19|20)\d\d\)?", match.group().strip())
        if 8 <= len(digits) <= 15 and not years:
            found.append(match.group().strip(" .-/"))
    return found


def find_candidate(document: Document, lines: Sequence[SectionLine]) -> Candidate:
    """Who the resume is about."""
    texts = [line.line.text for line in lines]
    emails = [match.group().rstrip(".") for text in texts for match in _EMAIL.finditer(text)]
    emails += [link.uri[7:].split("?")[0] for link in document.links if link.uri.lower().startswith("mailto:")]
    links = [link.uri for link in document.links if link.uri.lower().startswith(("http://", "https://"))]
    links += [text[a:b].rstrip("./") for text in texts for a, b in find_contact_spans(text) if "@" not in text[a:b]]
    phones = [phone for text in texts[:60] for phone in find_phones(text)]
    return Candidate(_name(lines), _unique(emails), _unique(phones), _unique(links))


def _name(lines: Sequence[SectionLine]) -> str | None:
    top = [(at, line.line) for at, line in enumerate(lines[:60]) if line.line.page == 1 and not line.is_heading]
    heads = [(at, line) for at, line in top if line.region == (top[0][1].region if top else 0)][:_NAME_LINES]
    others = [(at, line) for at, line in top if (at, line) not in heads]
    labelled = next((name for _, line in top if (name := _labelled_name(line))), None)
    if labelled:
        return labelled
    likely = [(at, line) for at, line in [*heads, *_first_of_regions(others)] if _is_name(line)]
    if not likely:
        return None
    largest = max(line.size for _, line in likely)
    at, line = next((at, line) for at, line in likely if line.size >= largest - 0.3)
    return _with_second_line(at, line, lines)


def _first_of_regions(lines: Iterable[tuple[int, Line]]) -> list[tuple[int, Line]]:
    seen: dict[int, int] = {}
    found = []
    for at, line in lines:
        seen[line.region] = seen.get(line.region, 0) + 1
        if seen[line.region] <= 4:
            found.append((at, line))
    return found


def _with_second_line(at: int, line: Line, lines: Sequence[SectionLine]) -> str:
    """A name set over two lines, both larger than the text."""
    name = line.cells[0].text.strip(" ,")
    following = lines[at + 1] if at + 1 < len(lines) else None
    if (
        following is None
        or following.is_heading
        or (len(name.split()) > 1 and not name.endswith("-"))
        or not _is_name(following.line, least=1)
    ):
        return name
    sizes = sorted(item.line.size for item in lines)
    if name.endswith("-"):
        return name + following.line.cells[0].text.strip(" ,")
    is_large = following.line.size > 1.2 * sizes[(len(sizes) - 1) // 2]
    if is_large and following.line.size >= 0.7 * line.size > 0:
        return f"{name} {following.line.cells[0].text.strip(' ,')}"
    return name


def _labelled_name(line: Line) -> str | None:
    """ "Name: Jane Doe", or the label in a cell of its own."""
    first, *others = (cell.text for cell in line.cells) if line.cells else ("",)
    label, colon, rest = (first, ":", others[0]) if others else first.partition(":")
    if not colon or label.strip(" :").lower() not in _name_words().labels:
        return None
    name = re.split(r"\s{2,}|[|,;]|\s\w+:", rest.strip())[0].strip()
    return name or None


def _is_name(line: Line, least: int = 2) -> bool:
    if not line.cells or line.bullet:
        return False
    text = line.cells[0].text.strip(" ,")
    words = text.split()
    if not (least <= len(words) <= _NAME_WORDS or (len(words) == 1 and line.size >= 16)):
        return False
    if _NAME.fullmatch(text) is None or has_title_word(text):
        return False
    lowered = text.lower()
    if lowered in _name_words().excluded or any(word in _name_words().excluded for word in lowered.split()):
        return False
    return all(word[0].isupper() or not word[0].isascii() or word.lower() in _name_words().particles for word in words)


@lru_cache(maxsize=1)
def _name_words() -> _NameWords:
    data = load("contact")
    return _NameWords(frozenset(data["not_names"]), frozenset(data["name_labels"]), frozenset(data["name_particles"]))


@lru_cache(maxsize=1)
def _profile_sites() -> tuple[str, ...]:
    return tuple(load("contact")["profile_sites"])


def _is_profile(text: str) -> bool:
    host = text.lower().split("/", 1)[0].removeprefix("www.")
    return host in _profile_sites() or any(host.endswith("." + site) for site in _profile_sites())


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
