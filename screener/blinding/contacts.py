"""Mail addresses, links, phones and user names -> where they stand in a text.

All addresses and links go, whosever they are. User names are learned from the candidate's own: what stands in the path
of a profile ("github.com/jdoe") or before the @, unless it is a word of every text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from screener.blinding.folded import Folded, fold_words, folded
from screener.blinding.handles import find_addresses, find_users
from screener.blinding.marks import EMAIL, LINK, PHONE, USER, Mark
from screener.blinding.names import Name
from screener.blinding.words import is_everyday, words
from screener.model.resume import Candidate
from screener.resumes.contact import find_contact_spans, find_phones
from screener.vocabulary import load

_AT = r"(?: ?[(\[{<] ?(?:at|@|arroba) ?[)\]}>] ?| (?:at|AT|arroba) | ?[@＠] ?|_at_)"
_DOT = r"(?: ?\. ?|,(?=\w)| ?[(\[{<] ?(?:dot|punkt|punto|\.) ?[)\]}>] ?| (?:dot|DOT|punkt|punto) )"
_LOCAL = r"[\w.+-]{1,64}(?:(?: (?:dot|DOT) |[(\[](?:dot|\.)[)\]])[\w-]{1,40}){0,3}"
_MASKED = re.compile(rf"(?<![\w.+-]){_LOCAL}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{2,63}}){{1,3}}(?![\w-])")
_SAYS_AT = re.compile(r"[(\[{<_ ](?:at|@|arroba)[)\]}>_ ]|[@＠]", re.IGNORECASE)
_SPACED = re.compile(r"(?<!\S)(?:\w ){2,40}[@＠] ?[\w-]{1,63}(?: ?\. ?[\w-]{2,63}){1,3}")
_TORN = re.compile(r"(?<!\S)[\w.+-]{2,64}@(?:[\w.-]{0,40}[.-]|[\w-]{2,40})?(?=[\s,;.)]|$)")
_DOMAIN = re.compile(r"(?<![\w.@-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?:/[^\s<>()|,;]{0,200})?")
_SCHEME = re.compile(r"(?:https?://)?(?:www\.)?", re.IGNORECASE)
_DIGITS = re.compile(r"\d")
_LABELLED_PHONE = re.compile(
    r"\b(?:tel|phone|mobile|cell|fax|handy|mobil|call|whatsapp|ext)\b[a-z]{0,6}[.:]{0,2} {0,2}"
    r"(\+?[\d(][\d\s()./-]{4,20}\d)",
    re.IGNORECASE,
)
_IN_HEADER = re.compile(r"(?<![\w.,/-])\+?\(?\d(?:[\s()./-]{0,2}\d){6,14}(?![\w/])")
_SHORT_NUMBER = re.compile(r"(?<![\w.,$€£/-])(?:\d{3}[.-]\d{4}|1-8\d\d-[A-Z]{5,8})(?![\w.%/-])")
_PATH_WORDS = frozenset({"in", "pub", "users", "user", "profile", "profiles", "u", "people", "author", "me"})
_LEAST_USER, _LEAST_PHONE, _MOST_USERS = 4, 7, 40


class Contact(NamedTuple):
    """What the candidate's own addresses look like."""

    links: tuple[str, ...] = ()
    users: "re.Pattern[str] | None" = None
    phones: "re.Pattern[str] | None" = None
    stems: frozenset[str] = frozenset()  # a domain that holds one of these is the candidate's


def contact_of(candidate: Candidate, name: Name, is_plain: Callable[[str], bool], told: Iterable[str] = ()) -> Contact:
    """What to look for besides what has the shape of an address; `told` are user names that lines give."""
    telling = frozenset(part for part in name.parts if len(part) >= _LEAST_USER)
    also = (user for text in told for user in _told(folded(text).text, is_plain))
    users = sorted({*_users(candidate, telling, is_plain), *also}, key=len, reverse=True)[:_MOST_USERS]
    either = "|".join(map(_loose, users))
    pattern = re.compile(rf"(?<![^\W_])@?(?:{either})(?![^\W_])(?:/[\w./-]{{1,100}})?") if users else None
    links = (_SCHEME.sub("", link, count=1).rstrip("/").lower() for link in candidate.links)
    own = tuple(sorted({link for link in links if len(link) > _LEAST_USER}, key=len, reverse=True))
    stems = (name.strong | name.small).intersection(telling) | {user for user in users if "." not in user}
    return Contact(own, pattern, _phones(candidate.phones), frozenset(stems))


def find_contact(text: Folded, contact: Contact, *, is_header: bool) -> Iterator[Mark]:
    """Every address, link, number and user name."""
    given = text.given
    for start, end in find_contact_spans(given):
        yield Mark(start, end, EMAIL if "@" in given[start:end] and "/" not in given[start:end] else LINK)
    if _SAYS_AT.search(given):
        yield from _masked(given)
        yield from (Mark(*match.span(), EMAIL) for pattern in (_SPACED, _TORN) for match in pattern.finditer(given))
    yield from find_addresses(text, is_header=is_header)
    yield from find_users(text, is_header=is_header)
    yield from _links(text, contact)
    if contact.users is not None:
        yield from (Mark(*text.span(*match.span()), USER) for match in contact.users.finditer(text.text))
    if _DIGITS.search(given):
        yield from _numbers(given, contact, is_header=is_header)


def _masked(given: str) -> Iterator[Mark]:
    """ "jane at example dot com", not "worked at Acme. Led"."""
    for match in _MASKED.finditer(given):
        end = folded(re.split(r"[\s.,\])}>]+", match.group())[-1]).text
        is_dotted = re.search(r"\bdot\b|[@＠]|[(\[{<] ?(?:at|arroba|dot)|_at_", match.group(), re.IGNORECASE)
        if is_dotted and (end in words().top_domains or ("@" in match.group() and " " not in match.group())):
            yield Mark(*match.span(), EMAIL)


def _links(text: Folded, contact: Contact) -> Iterator[Mark]:
    lowered = text.given.lower()
    if len(lowered) == len(text.given):
        for link in contact.links:
            at = lowered.find(link)
            while at >= 0:
                yield Mark(at, at + len(link), LINK)
                at = lowered.find(link, at + len(link))
    if "." in lowered:
        for match in _DOMAIN.finditer(text.given):
            own = folded(match.group()).text
            if any(stem in own for stem in contact.stems):
                yield Mark(*match.span(), LINK)


def _numbers(given: str, contact: Contact, *, is_header: bool) -> Iterator[Mark]:
    at = 0
    for phone in find_phones(given):
        start = given.find(phone, at)
        if start >= 0:
            at = start + len(phone)
            yield Mark(start, at, PHONE)
    yield from (Mark(*match.span(1), PHONE) for match in _LABELLED_PHONE.finditer(given))
    yield from (Mark(*match.span(), PHONE) for match in _SHORT_NUMBER.finditer(given))
    own = [contact.phones] if contact.phones else []
    for pattern in [*own, *([_IN_HEADER] if is_header else [])]:
        yield from (Mark(*match.span(), PHONE) for match in pattern.finditer(given))


def _phones(phones: Iterable[str]) -> "re.Pattern[str] | None":
    """The own numbers, however their digits are set apart, with or without what comes first."""
    digits = {"".join(_DIGITS.findall(phone)) for phone in phones}
    spelt = [
        r"[\s().\-/]{0,3}".join(number[-_LEAST_PHONE:]) for number in sorted(digits) if len(number) >= _LEAST_PHONE
    ]
    return re.compile(rf"\+?(?:\d[\s().\-/]{{0,3}}){{0,8}}(?:{'|'.join(spelt)})(?!\d)") if spelt else None


def _users(candidate: Candidate, telling: frozenset[str], is_plain: Callable[[str], bool]) -> Iterator[str]:
    for email in candidate.emails:
        local = folded(email.partition("@")[0]).text
        is_shaped = not local.isalpha() or any(part in local for part in telling)
        yield from _told(local, is_plain) if is_shaped or not is_everyday(local) else ()
    for link in candidate.links:
        host, _, path = folded(_SCHEME.sub("", link, count=1)).text.partition("/")
        segments = [part for part in path.split("?")[0].split("/") if part and part not in _PATH_WORDS]
        is_own = len(segments) == 1 or any(part in segments[0] for part in telling) if segments else False
        if is_own and any(host == site or host.endswith(f".{site}") for site in _profile_sites()):
            yield from _told(segments[0].lstrip("@~"), is_plain)


def _told(user: str, is_plain: Callable[[str], bool]) -> Iterator[str]:
    """The user name, unless it is a word that stands in any resume."""
    alone = fold_words(user)
    is_word = len(alone) == 1 and (is_everyday(alone[0]) or is_plain(alone[0]))
    if len(user) >= _LEAST_USER and alone and not is_word and not user.isdecimal():
        yield user[:80]


def _loose(user: str) -> str:
    """Dots, hyphens and underscores stand for each other."""
    return r"[._\s-]?".join(map(re.escape, re.split(r"[._-]+", user.strip("._-"))))


@cache
def _profile_sites() -> tuple[str, ...]:
    return tuple(load("contact")["profile_sites"])
