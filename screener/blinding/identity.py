"""An outcome -> the words that are the candidate's name, and whether the name was understood at all.

A name that was read is looked for with its nicknames, with the lines at the top of the page that say it otherwise (in
another script), and with the words of the candidate's own addresses. Where no name was read, or one that neither
stands on top nor in an address, everything at the top that is no word of a vocabulary is taken for one, as are the
words behind "I am" or "Mr" and those of the file's name: better a word too many in brackets than a name in a quote.
That a person has to look all the same is for others to say.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from screener.blinding.folded import Folded, Word, fold_words, folded
from screener.blinding.names import Name, name_of
from screener.blinding.nicknames import nicknames_in, short_forms
from screener.blinding.words import is_everyday, words
from screener.model.resume import Candidate, Resume
from screener.resumes.header_words import has_title_word, header_words
from screener.vocabulary import load
from screener.vocabulary.folding import fold

_LEAST_NAME = 2  # letters; more make a name where none was understood
_LEAST_REST = 4  # letters of an address that are left without the name that is known
_TOP, _HEADER = 3, 12  # lines
_MOST_WORDS = 4  # of a line that is a name
_LONGEST = 160  # characters of a line
_MOST_LIKELY = 60  # words
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_DIGITS = re.compile(r"[\d_]+")
_SPACED_OUT = re.compile(r"[^\W\d_](?:\s{1,3}[^\W\d_]){3,60}")
_INTRODUCED = r"[\s:,]{1,3}((?:[^\W\d_][^\W\d_'’.-]{0,30}[ ,]?){1,3})"
_ADDRESS = re.compile(r"\S{0,80}[@/]\S{0,80}")
_NAME_SITES = ("linkedin.com", "xing.com")
_NAME_LIKE = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’‘-])*")


class Identity(NamedTuple):
    name: Name
    is_understood: bool


def identity_of(
    outcome_file: str, resume: Resume | None, headers: Sequence[str], is_plain: Callable[[str], bool]
) -> Identity:
    """Who is looked for in the texts of a resume; `headers` are the lines at its top."""
    if resume is None:
        return Identity(Name(), is_understood=True)
    candidate = resume.candidate
    addresses = [*_address_words(candidate)]
    stem = [word for word in fold_words(_DIGITS.sub(" ", PurePosixPath(outcome_file).stem)) if len(word) > _LEAST_NAME]
    if candidate.name is None:
        likely = [*addresses, *stem, *_unread(resume, headers), *_introduced(resume)]
        sure = list(_first_words(headers))
        likely = _uncommon(likely, is_plain)
        likely += _uncommon((form for word in likely for form in words().short_names.get(word, ())), is_plain)
        return Identity(_name(sure, likely, is_plain), is_understood=False)
    texts = [candidate.name, *nicknames_in(headers, candidate.name), *_said_otherwise(headers, candidate, addresses)]
    likely = [*addresses, *_left_of_addresses(candidate)]
    is_understood = _is_borne_out(candidate.name, headers, [*addresses, *stem], candidate)
    if not is_understood:
        likely += [*stem, *_unread(resume, headers[:_TOP])]
    return Identity(_name(texts, _uncommon(likely, is_plain), is_plain), is_understood)


def is_common(word: str) -> bool:
    """Whether a folded word is one of a vocabulary, and no name by itself."""
    known, others = words(), header_words()
    is_listed = word in known.institutions or word in known.header_words or word in known.plain_of_schools
    is_work = word in others.employers or word in others.employer_endings or word in others.countries
    return is_listed or is_work or is_everyday(word) or has_title_word(word) or word in _not_names()


def _name(texts: Sequence[str], likely: Iterable[str], is_plain: Callable[[str], bool]) -> Name:
    given = [word for text in texts[:1] for word in fold_words(text)]
    forms = short_forms(given[:-1] or given, is_plain)
    also = (form for form in forms if not is_everyday(form) or form in words().in_small_letters)
    return name_of(texts, is_plain, [*also, *dict.fromkeys(likely)])


def _uncommon(likely: Iterable[str], is_plain: Callable[[str], bool]) -> list[str]:
    found = dict.fromkeys(word for word in likely if len(word) > 1 and not is_plain(word) and not is_common(word))
    return list(found)[:_MOST_LIKELY]


def _address_words(candidate: Candidate) -> Iterator[str]:
    """Of mail addresses and of the profiles whose addresses hold names."""
    users = [email.partition("@")[0] for email in candidate.emails]
    for link in candidate.links:
        if any(site in link.lower() for site in _NAME_SITES):
            users.append(link.rstrip("/").rpartition("/")[2].split("?")[0])
    for user in users:
        yield from (word for word in fold_words(_DIGITS.sub(" ", user)) if len(word) > _LEAST_NAME)


def _left_of_addresses(candidate: Candidate) -> Iterator[str]:
    """The "roe" of "janeroe@", where the name is Jane Doe."""
    parts = [part for part in fold_words(candidate.name or "") if len(part) > _LEAST_NAME]
    for word in _address_words(candidate):
        for part in parts:
            rest = word.removeprefix(part) if word.startswith(part) else word.removesuffix(part)
            if rest != word and len(rest) >= _LEAST_REST:
                yield rest


def _said_otherwise(headers: Sequence[str], candidate: Candidate, addresses: Sequence[str]) -> Iterator[str]:
    """Lines near the top that are set like a name and share a word with the one that is known, or with an address."""
    known = {*fold_words(candidate.name or ""), *addresses}
    for line in headers[: _TOP + 1]:
        piece = re.split(r"\s*[|•·,(\[<]|\s{2,}|\s[–—-]\s", line.strip(), maxsplit=1)[0].strip()
        found = fold_words(piece)
        is_name_like = 2 <= len(piece.split()) <= _MOST_WORDS and _NAME_LIKE.fullmatch(piece)
        if is_name_like and not piece.islower() and not known.isdisjoint(found) and not any(map(is_common, found)):
            yield piece


def _is_borne_out(name: str, headers: Sequence[str], told: Sequence[str], candidate: Candidate) -> bool:
    """Whether the name stands on top, or in an address or the file's name."""
    if not headers:  # results that were kept have no lines
        return True
    parts = {part for part in fold_words(name) if len(part) > 1}
    on_top = {word for line in headers[:_TOP] for word in fold_words(line)}
    in_addresses = folded(" ".join((*candidate.emails, *candidate.links, *told))).text
    return parts <= on_top or any(part in in_addresses for part in parts if len(part) > _LEAST_NAME)


def _first_words(headers: Sequence[str]) -> Iterator[str]:
    """The very first line, where it has but a few words and none of a vocabulary, in whatever letters."""
    for line in [line for line in headers[:_TOP] if line.strip()][:1]:
        closed = _closed_up(line)
        found = [word for word in fold_words(_CAMEL.sub(" ", closed)) if not word.isdecimal()]
        if 0 < len(found) <= _MOST_WORDS and "@" not in line and not any(map(is_common, found)):
            yield from (closed, _CAMEL.sub(" ", closed))


def _closed_up(line: str) -> str:
    """ "J a n e   D o e" as two words."""
    if _SPACED_OUT.fullmatch(line.strip()) is None:
        return line
    return " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", line.strip()))


def _unread(resume: Resume, headers: Sequence[str]) -> Iterator[str]:
    """Words with capitals at the top of the page that stand nowhere in small letters."""
    ordinary = {word for line in resume.lines for word in _small_words(line.text)}
    for line in headers[:_HEADER]:
        text = folded(_ADDRESS.sub(" ", _CAMEL.sub(" ", _closed_up(line[:_LONGEST]))))
        yield from (word.text for word in _names_among(text) if word.text not in ordinary)


def _names_among(text: Folded) -> Iterator[Word]:
    return (word for word in text.words if word.is_capital and word.text.isalpha() and len(word.text) > 1)


def _small_words(text: str) -> Iterator[str]:
    without = _ADDRESS.sub(" ", text)
    return (word for word in re.findall(r"[^\W\d_]+", without) if word.islower())


def _introduced(resume: Resume) -> Iterator[str]:
    """ "I am Jane Doe", "Mr Doe"."""
    for line in resume.lines:
        for match in _introductions().finditer(line.text[:2000]):
            yield from (word.text for word in _names_among(folded(match.group(1))))


@cache
def _introductions() -> "re.Pattern[str]":
    phrases = "|".join(r"[\s.'’]{1,2}".join(map(re.escape, phrase.split())) for phrase in words().introductions)
    return re.compile(rf"(?<!\w)(?i:{phrases})\.?{_INTRODUCED}")


@cache
def _not_names() -> frozenset[str]:
    """Words of the lines that stand where a name would stand, and of the labels in front of one."""
    data = load("contact")
    texts = (*data["not_names"], *data["name_labels"], *data["surname_labels"], *data["given_name_labels"])
    return frozenset(word for text in texts for word in fold_words(fold(text)) if len(word) > _LEAST_NAME)
