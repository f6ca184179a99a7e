"""Where somebody lives -> where it stands in a text.

What stands behind a label ("Address:") is found in any text, as streets are by `dwellings`. In the lines above and
around the contact details a place also is what a separator sets apart there and looks like one: "Springfield, ZZ
12345", the name of a country, a word with a capital beside a phone. The town learned there is redacted everywhere.

Not handled: a town in running text that the contact lines don't name.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from screener.blinding.dwellings import is_street
from screener.blinding.folded import Folded, folded
from screener.blinding.marks import ADDRESS, PERSONAL, Mark, Spans
from screener.blinding.words import is_everyday, is_skill, words
from screener.resumes.header_words import has_title_word, header_words
from screener.vocabulary.folding import fold

_SEPARATOR = re.compile(r"\s*[|•·●;⋅◦▪]\s*|\s{2,}|\t|\s[-–—/]\s|[()\[\]]")
_POSTAL = re.compile(
    r"\b\d{4,6}\b|\b\d{3}[ -]\d{2,4}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"
)
_FACT_END = re.compile(r"[,;。，]\s*|\.\s+(?=[A-Z])")
_MOST_PARTS, _LONGEST = 5, 90
_LEAST_TOWN = 3
_LABEL_END = r"\s?[:：]\s{0,3}|\s[-–]\s"


def find_labelled(text: Folded) -> Iterator[Mark]:
    """What stands behind "Address:" or "Nationality:", up to the next separator."""
    if ":" not in text.text and "：" not in text.text:
        return
    for pattern, word in ((_labelled("address_labels"), ADDRESS), (_labelled("personal_labels"), PERSONAL)):
        for match in pattern.finditer(text.text):
            start, end = text.span(*match.span(1))
            cut = _SEPARATOR.search(text.given, start + 1, end)
            end = cut.start() if cut else end
            yield Mark(start, _end_of_fact(text.given, start, end) if word == PERSONAL else end, word)


def _end_of_fact(given: str, start: int, end: int) -> int:
    """ "34" of "34, Java and Go": up to the first comma or full stop, but with a second word like the first."""
    first = _FACT_END.search(given, start + 1, end)
    if first is None:
        return end
    second = _FACT_END.search(given, first.end(), end)
    other = given[first.end() : second.start() if second else end].strip()
    is_alike = first.group().startswith(",") and given[start].isalpha() and other.isalpha() and len(other) > _LEAST_TOWN
    is_known = is_skill(other) or has_title_word(other)
    return first.end() + len(other) if is_alike and other[0].isupper() and not is_known else first.start()


def find_header_places(given: str, taken: Iterable[tuple[int, int]]) -> Iterator[Mark]:
    """The pieces of a header line that are places; `taken` are names and addresses in it."""
    taken = sorted(taken)
    for start, end in _pieces(given, taken):
        is_label = given[end:].lstrip().startswith((":", "："))
        if not is_label and _is_place(given[start:end], has_contact=bool(taken)):
            yield Mark(start, end, ADDRESS)


def find_towns(text: Folded, towns: Iterable[str], kept: Spans) -> Iterator[Mark]:
    """The towns learned from the header, wherever they are named."""
    for town in towns:
        at = text.text.find(town)
        while at >= 0:
            end = at + len(town)
            is_word = not text.text[at - 1 : at].isalnum() and not text.text[end : end + 1].isalnum()
            if is_word and not kept.touch(*text.span(at, end)):
                yield Mark(*text.span(at, end), ADDRESS)
            at = text.text.find(town, end)


def town_in(piece: str, is_plain: Callable[[str], bool]) -> str | None:
    """The town of a place, folded; None where it is none that could be looked for in other lines."""
    for part in re.split(r"[,，]", piece.rpartition(":")[2]):
        town = folded(_POSTAL.sub("", part).strip(" .-–")).text.strip()
        is_telling = len(town) >= _LEAST_TOWN and not any(character.isdigit() for character in town)
        if is_telling and not is_street(part):
            is_ordinary = town in _countries() or is_everyday(town) or is_plain(town)
            return None if is_ordinary or len(town.split()) > _MOST_PARTS else town
    return None


def _pieces(given: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Between separators and outside what is taken."""
    edges = sorted([*(match.span() for match in _SEPARATOR.finditer(given)), *taken, (len(given), len(given))])
    start = 0
    for left, right in edges:
        if left > start and (piece := given[start:left].strip(" ,:-–")):
            at = given.index(piece, start)
            yield at, at + len(piece)
        start = max(start, right)


def _is_place(piece: str, *, has_contact: bool) -> bool:
    if len(piece) > _LONGEST or has_title_word(piece) or is_skill(piece):
        return False
    parts = [part.strip() for part in re.split(r"[,，]", piece) if part.strip()]
    if any(is_skill(part) for part in parts) or len(parts) > _MOST_PARTS or not parts:
        return False
    if fold(parts[-1]).strip(" .") in _countries() or is_street(piece):
        return True
    is_set_like_one = all(map(_is_set_like_place, parts))
    return is_set_like_one and (len(parts) > 1 or has_contact or bool(_POSTAL.search(piece))) and not piece.isdecimal()


def _is_set_like_place(part: str) -> bool:
    """A few words with capitals, postal codes among them."""
    found = part.split()
    are_right = all(
        word[:1].isdigit() or not word[:1].islower() or word in words().inner_words_of_towns for word in found
    )
    return are_right and len(found) <= _MOST_PARTS and any(sign.isalpha() for sign in part) and "@" not in part


def _countries() -> frozenset[str]:
    return header_words().countries


@cache
def _labelled(which: str) -> "re.Pattern[str]":
    labels = "|".join(r"[\s.'’/-]{1,3}".join(map(re.escape, label.split())) for label in getattr(words(), which))
    return re.compile(rf"(?<![^\W_])(?:{labels})(?:{_LABEL_END})(\S[^\n]{{0,120}})")
