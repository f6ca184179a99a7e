"""User names of sites, and addresses of the web without "https://" -> where they stand in a text.

A user name is told by the site beside it ("LinkedIn: x", "x on GitHub", "@x"), an address by its end (".dev", ".com/").
A site that is also a skill ("GitHub: Actions") needs a name that looks like nothing else: with a digit, an underscore.
"""

import re
from collections.abc import Iterator
from functools import cache

from screener.blinding.folded import Folded, folded
from screener.blinding.marks import LINK, USER, Mark
from screener.blinding.words import is_everyday, is_skill, words
from screener.resumes.header_words import has_title_word

_HOST = re.compile(r"(?<![\w.@/-])(?:[\w-]{1,63}\.){1,4}([^\W\d_]{2,10})(?![\w-]|\.[\w])(/[^\s<>()|,;]{0,200})?(?!\w)")
_SCHEMES = re.compile(
    r"\b(?:[a-z][a-z+]{1,9}://|mailto:|tel:|(?<!\w)git@)[^\s<>()|,;]{3,200}"
    r"|(?<![\w/])(?:github|gitlab|in)/[\w-]{3,40}(?= ?\(|$|[\s,;|])",
    re.IGNORECASE,
)
_AT = re.compile(r"(?<![\w@.])@([\w.-]{2,40})(?:@[\w-]{1,63}(?:\.[\w-]{1,63}){1,3})?(/[\w./-]{1,100})?")
_USER = r"[\"'“(]?@?([\w][\w.:#-]{0,40}(?:#\d{4})?)"
_ODD = re.compile(r"\d|_")
_BARE_FILE = re.compile(r"\.(?:js|ts|py|go|rs|md)\b", re.IGNORECASE)


def find_addresses(text: Folded, *, is_header: bool) -> Iterator[Mark]:
    """Addresses with and without what comes first."""
    given = text.given
    if ":" in given or "/" in given:
        yield from (Mark(*match.span(), LINK) for match in _SCHEMES.finditer(given) if not is_skill(match.group()))
    if "." not in given:
        return
    for match in _HOST.finditer(given):
        if _is_address(match, is_header=is_header):
            yield Mark(*match.span(), LINK)


def _is_address(match: "re.Match[str]", *, is_header: bool) -> bool:
    """ "dev.to/x" and "x.github.io", not "Socket.IO/Redis", "Booking.com" or "e.g."."""
    path = match.group(2)
    host = match.group()[: len(match.group()) - len(path or "")].lower()
    end = match.group(1).lower()
    if end not in words().top_domains or is_skill(host) or _BARE_FILE.search(host):
        return False
    if path is not None or host.startswith("www."):
        return not is_skill(match.group())
    is_shared = any(host.endswith(f".{shared}") for shared in words().shared_hosts)
    is_set_small = match.group().islower() or match.group().isupper()
    return is_shared or (is_set_small and (is_header or end in words().own_domains))


def find_users(text: Folded, *, is_header: bool) -> Iterator[Mark]:
    """What stands beside a site's name, and behind an @."""
    given = text.given
    if "@" in given:
        for match in _AT.finditer(given):
            user, path = match.group(1), match.group(2)
            is_odd = _ODD.search(user) or "@" in match.group()[1:] or (is_header and not path)
            if is_odd and not is_skill(f"@{user}{path or ''}") and not is_skill(user):
                yield Mark(*match.span(), USER)
    if not any(site in text.text for site in _sites()):
        return
    for pattern, is_sure in _patterns():
        for match in pattern.finditer(text.text):
            start, end = text.span(*match.span(1))
            user = given[start:end].rstrip(".:-")
            if user and (_is_sure(user) if is_sure else _is_odd(user, given[start + len(user) :])):
                yield Mark(start, start + len(user), USER)


def users_in(text: Folded) -> Iterator[str]:
    """The user names that a line tells, without their marks."""
    for mark in find_users(text, is_header=False):
        yield text.given[mark.start : mark.end].split("/")[0].strip("@").split("@")[0]


def _is_sure(user: str) -> bool:
    """Beside a site that is nothing else: anything but an ordinary word, or the name of another site."""
    plain = folded(user).text
    is_other = plain in words().networks or plain in words().code_sites or plain in words().header_words
    return not is_other and not is_everyday(plain) and not has_title_word(user) and not (plain.isdecimal())


def _is_odd(user: str, behind: str) -> bool:
    """Beside a site that may be a skill: no word, or the last one of its piece."""
    plain = folded(user).text
    is_last = not behind.strip() or behind.lstrip()[:1] in "|•·);"
    is_word = is_everyday(plain) or is_skill(user) or has_title_word(user) or plain in words().header_words
    return not is_word and (_ODD.search(user) is not None or (is_last and user.islower() and len(user) > 1))


@cache
def _sites() -> tuple[str, ...]:
    return (*words().networks, *words().code_sites)


@cache
def _patterns() -> tuple[tuple["re.Pattern[str]", bool], ...]:
    networks, code = ("|".join(map(re.escape, sites)) for sites in (words().networks, words().code_sites))
    label = r"(?:[ ./-]{1,2}(?:user ?name|user|id|handle|name|account|profile))?"
    found: list[tuple[re.Pattern[str], bool]] = []
    for sites, is_sure in ((networks, True), (code, False)):
        joint = r"\s?[:：(]\s{0,3}|\s(?=@)|\s(?=[\w.#]*[\d_])"
        found.append((re.compile(rf"(?<!\w)(?:{sites}){label}(?:{joint}){_USER}"), is_sure))
        found.append((re.compile(rf"(?<!\w)(?:{sites}) (?:user ?name|user|id|handle)\s?:?\s?{_USER}"), is_sure))
    beside = rf"(?<![\w@./])@?((?=[\w.-]*[\d_])[\w.-]{{2,40}})(?: (?:on|at) |@| \()(?:{networks}|{code})(?!\w)"
    found.append((re.compile(beside), True))
    found.append((re.compile(r"(?<!\w)signal ((?=[\w.]*\d)[\w]{2,30}\.\d{2,6})"), True))
    return tuple(found)
