"""A candidate's name -> where it stands in a text, whole or in parts.

A name is cut into parts; case, accents, hyphens and apostrophes don't count. A part that is no ordinary word is found
wherever it stands as a word of its own, and so are two of them run together ("janedoe", "jdoe88"). An ordinary word
("May", "Long", a skill) is a name only beside another part, or behind "Ms" or "Herr"; "Grace" and "Mark" are ordinary
in small letters only. Initials, particles and forms of address go with the part they stand at. In scripts without
spaces a part is found within words, as long as it has two signs.

Not handled: initials alone ("JD"), misspelt names.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, permutations
from typing import NamedTuple

from screener.blinding.folded import UNSPACED, Folded, Word, folded
from screener.blinding.marks import NAME, NOWHERE, Mark, Spans
from screener.blinding.words import is_everyday, words

_WIDE = re.compile(f"[{UNSPACED}]")
_SHORT = 3  # letters; a part so short is a name only with a capital
_MOST_PARTS = 8
_LONGEST = 120  # characters of a name
_GAP = re.compile(r"[\s\u00a0]{1,2}|[-‐‑.,'’‘ʼ_]|[.,][\s\u00a0]{1,2}|\.[-‐‑]|")
_STOP = re.compile(r"\.\s+")
_INNER_MARK = re.compile(r"(?<=\w)['’‘ʼ‐‑-](?=\w)")
_APOSTROPHE = re.compile(r"(?<=\w)['’‘ʼ](?=\w)")
_GIVEN_NAME = 2  # signs
_ELIDED = ("d", "o", "l")  # "d'Arcy"


class Name(NamedTuple):
    """What is looked for. `weak` parts need company; `initials` and particles only go along."""

    strong: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()  # ordinary in small letters
    weak: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    wide: "re.Pattern[str] | None" = None  # in scripts without spaces

    @property
    def parts(self) -> frozenset[str]:
        return self.strong | self.small | self.weak


def name_of(texts: Iterable[str], is_plain: Callable[[str], bool], likely: Iterable[str] = ()) -> Name:
    """What is looked for; `is_plain` tells words that belong to the role, which are never redacted alone.

    `likely` are folded words that are names where they have a capital: short forms, words of an address.
    """
    texts = [text[:_LONGEST] for text in texts if text]
    joined = (pattern.sub("", text) for text in texts for pattern in (_INNER_MARK, _APOSTROPHE))  # O'Brien as "OBrien"
    given = [folded(text) for text in dict.fromkeys((*texts, *joined))]
    found = [word.text for text in given for word in text.words if word.text not in words().titles]
    parts = [word for word in dict.fromkeys(found) if len(word) > 1 and not _WIDE.search(word)][:_MOST_PARTS]
    whole = parts
    parts = [word for word in parts if word not in words().particles and not word.isdecimal()]
    small = {word for word in parts if word in words().in_small_letters and not is_plain(word)}
    weak = {word for word in parts if is_everyday(word) or is_plain(word)} - small
    strong = {word for word in parts if word not in weak | small} | set(_spelt_out(texts))
    glued = {word for word in (*_glued(parts), *_with_particles(whole)) if not is_everyday(word) and not is_plain(word)}
    initials = {word[0] for word in found if word[0].isalpha()}
    small |= {word for word in likely if word not in strong | weak and not is_plain(word)}
    return Name(frozenset(strong | glued), frozenset(small), frozenset(weak), frozenset(initials), _wide(given))


def find_name(text: Folded, name: Name, kept: Spans = NOWHERE, taken: Spans = NOWHERE) -> Iterator[Mark]:
    """The name and its parts; what lies on `kept` is something else, unless the parts stand together as a name does.

    What is `taken` is an address or a link, and marked by others.
    """
    if name.wide is not None:
        yield from (Mark(*text.span(*match.span()), NAME) for match in name.wide.finditer(text.text))
    if not name.parts:
        return
    words_left = [_bare(word, name) for word in text.words if not taken.touch(word.start, word.end)]
    for group in _groups(text.given, words_left, name):
        yield from _marks(text, group, name, kept)


def _bare(word: Word, name: Name) -> Word:
    """Without the number behind a user name, and without the s of a plural or a possessive: "jdoe88", "Does'"."""
    if word.text in name.parts:
        return word
    bare = word.text.rstrip("0123456789")
    if len(bare) > _SHORT and bare in name.strong:
        return word._replace(text=bare)
    is_several = word.is_capital and len(bare) > _SHORT + 1 and bare.endswith("s")
    return word._replace(text=bare[:-1]) if is_several and bare[:-1] in name.strong | name.small else word


def _groups(given: str, found: Sequence[Word], name: Name) -> Iterator[list[Word]]:
    """Words in a row that may belong to a name."""
    group: list[Word] = []
    for word in found:
        if not _may_belong(word, name):
            continue
        if group and not _follows(given, group[-1], word):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _may_belong(word: Word, name: Name) -> bool:
    known = words()
    is_initial = len(word.text) == 1 and (word.is_capital or word.text in _ELIDED) and word.text in name.initials
    return word.text in name.parts or is_initial or word.text in known.particles or word.text in known.forms_of_address


def _follows(given: str, before: Word, word: Word) -> bool:
    gap = given[before.end : word.start]
    if _GAP.fullmatch(gap) is None:
        return False
    return not _STOP.match(gap) or len(before.text) == 1 or before.text in words().forms_of_address


def _marks(text: Folded, group: Sequence[Word], name: Name, kept: Spans) -> Iterator[Mark]:
    own = [at for at, word in enumerate(group) if word.text in name.parts and not _is_date(text.given, word)]
    free = [at for at in own if not kept.touch(group[at].start, group[at].end)]
    sure = {at for at in free if _is_sure(group[at], name)}
    together = {at for pair in pairwise(own) if _belong_together(text.given, group, *pair) for at in pair}
    if sure or len({group[at].text for at in together}) > 1:
        chosen = sorted(sure | together)
    elif own and own[0] and group[own[0] - 1].text in words().forms_of_address:
        chosen = free
    else:
        chosen = []
    for first, last in _stretches(chosen):
        start, end = _widened(group, first, last, name)
        yield Mark(group[start].start, group[end].end, NAME)


def _is_sure(word: Word, name: Name) -> bool:
    """Whether a part is a name all by itself."""
    if word.text in name.strong:
        return word.is_capital or len(word.text) > _SHORT
    return word.text in name.small and word.is_capital


def _belong_together(given: str, group: Sequence[Word], at: int, other: int) -> bool:
    """Whether two parts stand as a name does: alike, with nothing between but what goes along, and no comma."""
    is_set_alike = group[at].is_capital == group[other].is_capital
    is_joined = all(map(_goes_along, group[at + 1 : other]))
    return is_set_alike and is_joined and "," not in given[group[at].end : group[other].start]


def _goes_along(word: Word) -> bool:
    return len(word.text) == 1 or word.text in words().particles


def _is_date(given: str, word: Word) -> bool:
    """ "May 2020"."""
    behind = given[word.end : word.end + 3].lstrip(" .,'’")
    return word.text in words().months and behind[:1].isdigit()


def _stretches(chosen: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Places in a row, at most two apart: what stands between goes along."""
    start = last = None
    for at in chosen:
        if start is None or last is None or at - last > 2:
            if start is not None and last is not None:
                yield start, last
            start = at
        last = at
    if start is not None and last is not None:
        yield start, last


def _widened(group: Sequence[Word], first: int, last: int, name: Name) -> tuple[int, int]:
    """With initials on both sides, and what is put before a name."""
    known = words()
    while first and (
        len(group[first - 1].text) == 1
        or group[first - 1].text in known.forms_of_address
        or (group[first - 1].text in known.particles and group[first - 1].text not in name.parts)
    ):
        first -= 1
    while last + 1 < len(group) and len(group[last + 1].text) == 1:
        last += 1
    return first, last


def _glued(parts: Sequence[str]) -> Iterator[str]:
    """ "janedoe", "jdoe", "doej"."""
    for one, other in permutations(parts, 2):
        yield one + other
        if len(other) > _SHORT:
            yield one[0] + other
        if len(one) > _SHORT:
            yield one + other[0]
    if len(parts) > 2:
        yield "".join(parts)


def _with_particles(whole: Sequence[str]) -> Iterator[str]:
    """ "vandermeer", "willemvandermeer"."""
    for at in range(len(whole) - 1):
        if at == 0 or whole[at] in words().particles:
            yield "".join(whole[at:])


def _spelt_out(texts: Iterable[str]) -> Iterator[str]:
    """Müller as "mueller", Åse as "aase"."""
    spelt = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
    for text in texts:
        changed = text.casefold().translate(spelt)
        if changed != text.casefold():
            yield from (word.text for word in folded(changed).words if len(word.text) > _SHORT)


def _wide(given: Sequence[Folded]) -> "re.Pattern[str] | None":
    """Names of scripts without spaces: whole, and each part of two signs and more."""
    parts: dict[str, None] = {}
    for text in given:
        runs = [word.text for word in text.words if _WIDE.search(word.text)]
        whole = "".join(runs)
        alone = [run for run in runs if len(run) >= _GIVEN_NAME]
        shorter = [whole[1:]] if len(runs) == 1 and 1 + _GIVEN_NAME <= len(whole) <= 4 else []
        parts |= dict.fromkeys(part for part in [whole, *alone, *shorter] if len(part) >= _GIVEN_NAME)
    if not parts:
        return None
    return re.compile("|".join(r"\s{0,2}".join(map(re.escape, part)) for part in sorted(parts, key=len, reverse=True)))
