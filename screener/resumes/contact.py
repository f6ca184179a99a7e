"""Lines and links -> name, e-mail addresses, phones and profile links of the candidate.

Links and addresses are never evidence for skills: their spans are kept.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from screener.model.document import Document
from screener.model.resume import Candidate, Span
from screener.resumes.dates import find_periods
from screener.resumes.name import find_name
from screener.resumes.sections import SectionLine
from screener.vocabulary import find_skill, load
from screener.vocabulary.folding import fold

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>()|,;]{3,200}", re.IGNORECASE)
_BARE = re.compile(r"\b[\w-]{1,60}(?:\.[\w-]{1,60}){1,3}/[^\s<>()|,;]{1,200}", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.,/-])(?:\+|00)?\(?\d[\d\s().\-/]{6,20}\d(?![\w/])")
_ANY_MONTH = 12 * 2000  # only whether there is a date matters


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
        if 8 <= len(digits) <= 15 and not years and not find_periods(match.group(), _ANY_MONTH):
            found.append(match.group().strip(" .-/"))
    return found


def find_candidate(document: Document, lines: Sequence[SectionLine]) -> Candidate:
    """Who the resume is about."""
    texts = [line.line.text for line in lines]
    emails = [match.group().rstrip(".") for text in texts for match in _EMAIL.finditer(text)]
    emails += [email for above, below in pairwise(texts) if (email := _wrapped_email(above, below))]
    emails += [link.uri[7:].split("?")[0] for link in document.links if link.uri.lower().startswith("mailto:")]
    links = [link.uri for link in document.links if link.uri.lower().startswith(("http://", "https://"))]
    links += [text[a:b].rstrip("./") for text in texts for a, b in find_contact_spans(text) if "@" not in text[a:b]]
    emails = [email for email in emails if not any(other != email and other.startswith(email) for other in emails)]
    phones = [phone for text in texts[:60] for phone in find_phones(text)]
    return Candidate(find_name(lines), _unique(emails), _unique(phones), _unique(links))


def find_name_spans(lines: Sequence[SectionLine], candidate: Candidate) -> dict[int, tuple[Span, ...]]:
    """Where the candidate's own name stands, by the index of the line: Ruby and Dart may be people.

    A "name" of nothing but skills, neither on top of the page nor in an address, may be a list of skills after all.
    """
    name = candidate.name
    if name is None:
        return {}
    words = fold(name).split()
    is_in_address = any(word in fold(address) for word in words for address in candidate.emails)
    if not is_in_address and name not in lines[0].line.text and all(find_skill(word) is not None for word in words):
        return {}
    starts = ((at, line.line.text.find(name)) for at, line in enumerate(lines))
    return {at: ((start, start + len(name)),) for at, start in starts if start >= 0}


def _wrapped_email(above: str, below: str) -> str | None:
    """An address that a narrow column breaks: at a mark of its own, or anywhere in front of the last dot."""
    if "@" not in above and "@" not in below:
        return None
    first, second = above.rsplit(" ", 1)[-1], below.split(" ", 1)[0]
    at_mark = first.endswith(("-", ".", "@")) or second.startswith((".", "@"))
    within = second == below and "." in second and "@" in first and "." not in first.partition("@")[2]
    if ("@" in first) == ("@" in second) or not (at_mark or within):
        return None
    match = _EMAIL.fullmatch(first + second)
    return match.group() if match else None


@lru_cache(maxsize=1)
def _profile_sites() -> tuple[str, ...]:
    return tuple(load("contact")["profile_sites"])


def _is_profile(text: str) -> bool:
    host = text.lower().split("/", 1)[0].removeprefix("www.")
    return host in _profile_sites() or any(host.endswith("." + site) for site in _profile_sites())


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
