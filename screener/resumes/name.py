"""The top of a resume -> the candidate's name.

A label ("Name: …") tells at once. Otherwise it is the largest name-like line above the first job,
degree or list of skills; where nothing has a size, the first name-like line. What may stand around a
name ("Jane Doe (she/her)", "Jane Doe | Engineer", "Resume of Jane Doe") is cut off.

Not handled: names in small letters, names beside which nothing but a place stands in the same size.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from screener.model.document import Line
from screener.model.resume import Section
from screener.resumes.header_words import has_title_word
from screener.resumes.sections import SectionLine
from screener.vocabulary import find_skill, load
from screener.vocabulary.folding import fold

_STANDS_IN = {None, Section.CONTACT, Section.SUMMARY, Section.OTHER}
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’‘-])*")
_IDEOGRAMS = re.compile(r"[\u3400-\u9fff]{2,5}")  # a Chinese or Japanese name needs no space
_AROUND = re.compile(r"\s*[(\[<].*|,\s\S+@.*|\s+[|·•–—/-]\s.*|\s*[|·•].*")
_ASIDE = re.compile(r"""(?<=\w)\s+(?:\([\w .'’-]{2,20}\)|["“”„«][\w .'’-]{2,20}["“”»]|'\w{2,20}')(?=\s+[^\W\d_])""")
_SPACED_OUT = re.compile(r"[^\W\d_](?:\s{1,3}[^\W\d_]){4,40}")
_COURTESY = re.compile(r"\s*\((?:mr|ms|mrs|miss|mx|dr|male|female)\.?\)$", re.IGNORECASE)
_LINES = 14  # how far down the page a name may stand
_LINES_OF_SIDEBAR = 4
_MOST_WORDS = 5
_BETWEEN = 4  # lines from the first line of a name to its second
_SAME_SIZE = 0.3  # points
_LARGE = 16.0  # points: so large, one word is a name


class _Words(NamedTuple):
    excluded: frozenset[str]
    labels: frozenset[str]
    surnames: frozenset[str]
    given_names: frozenset[str]
    particles: frozenset[str]
    before: tuple[str, ...]
    behind: frozenset[str]
    born: frozenset[str]


class _Likely(NamedTuple):
    at: int
    line: Line
    name: str


def find_name(lines: Sequence[SectionLine]) -> str | None:
    """The candidate's name as written; None when no line is like a name."""
    top = list(_top(lines))
    labelled = next((name for _, line in top if (name := _labelled(line))), None)
    if labelled := labelled or _in_two_fields([line for _, line in top]):
        return labelled
    likely = _likely(top) or _likely([(at, item.line) for at, item in enumerate(lines) if _heads_nothing(item)])
    if not likely:
        return None
    largest = max(found.line.size for found in likely)
    return _with_second_line(next(found for found in likely if found.line.size >= largest - 0.3), lines)


def _likely(lines: Sequence[tuple[int, Line]]) -> list[_Likely]:
    return [_Likely(at, line, name) for at, line in _candidates(lines) if (name := _as_name(line))]


def _heads_nothing(item: SectionLine) -> bool:
    """A line on the first page set like a heading, of no section we know: a name in a sidebar."""
    return item.is_heading and item.section is Section.OTHER and item.line.page == 1


def _top(lines: Sequence[SectionLine]) -> Iterator[tuple[int, Line]]:
    for at, line in enumerate(lines[:60]):
        if line.line.page == 1 and not line.is_heading and line.section in _STANDS_IN and line.line.cells:
            yield at, line.line


def _candidates(top: Sequence[tuple[int, Line]]) -> Iterator[tuple[int, Line]]:
    """The first lines of the flow in which the page begins, and of each other one."""
    seen: dict[int, int] = {}
    for at, line in top:
        seen[line.region] = seen.get(line.region, 0) + 1
        if seen[line.region] <= (_LINES if line.region == top[0][1].region else _LINES_OF_SIDEBAR):
            yield at, line


def _as_name(line: Line, least: int = 2) -> str | None:
    """The name that a line holds, with nothing else but what is cut off around it."""
    if line.bullet:
        return None
    largest = line.cells[0]
    if len(line.cells) > 1:  # beside an address in small type
        largest = max(line.cells, key=lambda cell: cell.size)
    return next((name for text in _readings(line, largest.text) if (name := _name_in(text, line.size, least))), None)


def _readings(line: Line, largest: str) -> Iterator[str]:
    """What is left when what may stand around a name is cut off; then, what stands within it or follows it, too."""
    yield _AROUND.sub("", largest)
    if _SPACED_OUT.fullmatch(line.text):  # "J a n e   D o e"
        yield " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", line.text))
    yield _without_suffixes(_AROUND.sub("", _ASIDE.sub("", largest)))


def _without_suffixes(text: str) -> str:
    """ "Jane Doe, MBA, PMP" and "Jane Doe née Roe" without what follows the name."""
    first, *others = (part.strip() for part in text.split(","))
    if others and all(fold(part).replace(".", "") in _words().behind for part in others):
        text = first
    words = text.split()
    at = next((at for at, word in enumerate(words) if at > 1 and fold(word).strip(".") in _words().born), len(words))
    return " ".join(words[:at])


def _name_in(text: str, size: float, least: int) -> str | None:
    text = text.strip(" ,.;:*★⭐☆-–—")
    lowered = fold(text)
    for phrase in _words().before:
        if lowered.startswith(phrase + " "):
            text = text[len(phrase) :].strip(" :–-")
            break
    words = text.split()
    if not (least <= len(words) <= _MOST_WORDS or (len(words) == 1 and (size >= _LARGE or _IDEOGRAMS.fullmatch(text)))):
        return None
    if _NAME.fullmatch(text) is None or has_title_word(text) or find_skill(text) is not None:
        return None
    if fold(text) in _words().excluded or not _words().excluded.isdisjoint(map(fold, words)):
        return None
    is_set_like_one = all(
        word[0].isupper()
        or not word[0].isascii()
        or not _words().particles.isdisjoint((fold(word), fold(word).partition("-")[0]))
        for word in words
    )
    return text if is_set_like_one else None


def _with_second_line(found: _Likely, lines: Sequence[SectionLine]) -> str:
    """A name set over two lines, both larger than the text, or broken at its hyphen."""
    name = found.name
    following = _same_size_below(found, lines)
    broken = found.line.cells[0].text.rstrip().endswith("-")
    if following is None or following.is_heading or not following.line.cells or (len(name.split()) > 1 and not broken):
        return name
    second = _as_name(following.line, least=1)
    if second is None:
        return name
    if broken:
        return f"{name}-{second}"
    sizes = sorted(item.line.size for item in lines)
    is_large = following.line.size > 1.2 * sizes[(len(sizes) - 1) // 2]
    return f"{name} {second}" if is_large and following.line.size >= 0.7 * found.line.size > 0 else name


def _same_size_below(found: _Likely, lines: Sequence[SectionLine]) -> SectionLine | None:
    """The next line; past addresses in small type beside the name, the next one as large as the name."""
    near = lines[found.at + 1 : found.at + 1 + _BETWEEN]
    for item in near if found.line.size >= _LARGE else ():
        if item.line.region != found.line.region or item.is_heading or item.line.size > 0.6 * found.line.size:
            return item if abs(item.line.size - found.line.size) < _SAME_SIZE else near[0]
    return near[0] if near else None


def _labelled(line: Line) -> str | None:
    """ "Name: Jane Doe", or the label in a cell of its own."""
    first, *others = (cell.text for cell in line.cells)
    label, colon, rest = first.replace("：", ":").partition(":")
    if others and not rest.strip():
        colon, rest = ":", others[0]
    if not colon or fold(label.strip(" :")) not in _words().labels:
        return None
    name = re.split(r"\s{2,}|[|,;]|\s\w+:", rest.strip())[0].strip()
    return _COURTESY.sub("", name) or None


def _in_two_fields(lines: Sequence[Line]) -> str | None:
    """ "Surname: Doe" and "First name: Jane", in either order."""
    found: dict[bool, str] = {}
    for line in lines:
        first, *others = (cell.text for cell in line.cells)
        label, _, rest = first.replace("：", ":").partition(":")
        label, rest = fold(label.strip()), rest.strip() or "".join(others[:1]).strip(" :")
        if _NAME.fullmatch(rest) and label in _words().surnames | _words().given_names:
            found.setdefault(label in _words().surnames, rest)
    return f"{found[False]} {found[True]}" if len(found) > 1 else None


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = load("contact")
    return _Words(
        excluded=frozenset(map(fold, data["not_names"])),
        labels=frozenset(map(fold, data["name_labels"])),
        surnames=frozenset(map(fold, data["surname_labels"])),
        given_names=frozenset(map(fold, data["given_name_labels"])),
        particles=frozenset(data["name_particles"]),
        before=tuple(data["before_names"]),
        behind=frozenset(data["behind_names"]),
        born=frozenset(map(fold, data["born"])),
    )
