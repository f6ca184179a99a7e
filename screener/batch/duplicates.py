"""Outcomes of many files -> which of them are the same bytes or the same person, and what differs.

Files belong together when their bytes are equal; when they share a mail address or phone and their
names don't contradict each other; or when their names are equal and so are four fifths of their texts'
runs of words. Each points to the one whose page names the latest date, among equals to the first path.

Naming two people one costs more than missing a pair, so names decide: all names of a group must agree
with each other ("J. Smith" with "John Smith", but not with both John and Jane). An address under which
names disagree is an agency's or a family's: there only equal names belong together. A resume without
a name belongs to another of its address only when half of their text is the same. Father and son may
have one name and one phone: Jr. and Sr. are two people, and so are Jr. and neither unless they share a
mail address.

The work grows with the number of files, not with its square: only files that share an address, or a
name and one of the smallest hashes of their text, are ever compared. The result depends on nothing
but the files: they are gone through by path, the surest ties first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from screener.batch.likeness import hashes_of, resemblance
from screener.model.likeness import Likeness
from screener.model.path_order import path_order
from screener.model.period import Months
from screener.model.screening import Outcome, Screening

SAME_BYTES = "the same bytes"
_SAME_TEXT = 0.8
_HALF_THE_TEXT = 0.5
_LEAST_HASHES = 20  # of a text that says anything about who wrote it
_HASHES_TRIED = 8  # two texts alike by four fifths have none of these in common once in 100,000 times
_MOST_COMPARED = 8  # different texts under one name and hash
_MOST_NAMES = 20  # that one person may have
_MOST_NAMELESS = 20  # resumes that one person sends without a name; more are an agency's
_MOST_NAMED = 4  # requirements in a note

_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}

_STATUSES = {"met": "met", "not_met": "not met", "unknown": "unknown"}
_VERDICTS = {"no_fit": "no fit"}

Name = tuple[str, ...]


class Trace(NamedTuple):
    """What is needed of an outcome to find its duplicates: plain values."""

    file: str
    sha256: str | None
    likeness: Likeness | None = None
    verdict: str = ""
    months: tuple[int, int] = (0, 0)
    statuses: tuple[tuple[str, str], ...] = ()


class Alike:
    """Holds what traces have in common once: what requirements are called is most of each trace."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[str, str], tuple[str, str]] = {}
        self._verdicts: dict[str, str] = {}

    def shared(self, trace: Trace) -> Trace:
        """The same trace, without what others hold already."""
        return trace._replace(
            verdict=self._verdicts.setdefault(trace.verdict, trace.verdict),
            statuses=tuple(self._pairs.setdefault(pair, pair) for pair in trace.statuses),
        )


class Duplicate(NamedTuple):
    """The file to look at instead, and in half a sentence what differs there."""

    of: str
    note: str


def mark_duplicates(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes sorted by path, each duplicate pointing to the newest of its kind."""
    in_order = sorted(outcomes, key=lambda outcome: path_order(outcome.file))
    found = find_duplicates(map(trace_of, in_order))
    return tuple(mark(outcome, found) for outcome in in_order)


def mark(outcome: Outcome, found: dict[str, Duplicate]) -> Outcome:
    """The outcome with what was found about it."""
    duplicate = found.get(outcome.file)
    if duplicate is None:
        return outcome
    return replace(outcome, duplicate_of=duplicate.of, duplicate_note=duplicate.note)


def trace_of(outcome: Outcome) -> Trace:
    """What is kept of an outcome until all are there."""
    result = outcome.result
    if not isinstance(result, Screening):
        return Trace(outcome.file, outcome.sha256)
    return Trace(
        outcome.file,
        outcome.sha256,
        outcome.likeness,
        result.verdict.value,
        (result.experience.low, result.experience.high),
        tuple((finding.requirement.name, finding.status.value) for finding in result.findings),
    )


def find_duplicates(traces: Iterable[Trace]) -> dict[str, Duplicate]:
    """For the path of each file that is one, what it is a duplicate of; whatever order they come in."""
    in_order = sorted(traces, key=lambda trace: path_order(trace.file))
    found: dict[str, Duplicate] = {}
    for group in _groups(in_order):
        newest = max(group, key=lambda trace: (trace.likeness and trace.likeness.latest) or 0)  # the first of equals
        found.update((trace.file, Duplicate(newest.file, _note(trace, newest))) for trace in group if trace != newest)
    return found


def are_compatible(one: Name, other: Name) -> bool:
    """Whether two names can be one person's: each word of the shorter, or its initial, stands in the longer."""
    if not one or not other:
        return True
    if len({_generation(one), _generation(other), ""}) > 2:
        return False
    short, long = sorted((_without_generation(one), _without_generation(other)), key=len)
    left = list(long)
    for word in sorted(short, key=len, reverse=True):
        match = word if word in left else next((other for other in left if _is_initial(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    return any(len(word) > 1 and word in long for word in short)


def _generation(name: Name) -> str:
    """What tells a son from his father; the first word of a name never does."""
    return next((_GENERATIONS[word] for word in name[1:] if word in _GENERATIONS), "")


def _without_generation(name: Name) -> Name:
    return name[:1] + tuple(word for word in name[1:] if word not in _GENERATIONS)


def _is_initial(one: str, other: str) -> bool:
    return 1 in (len(one), len(other)) and one[0] == other[0]


class _People:
    """Traces put together: a forest in which each tree is one person, with the names they go by."""

    def __init__(self, traces: Sequence[Trace]) -> None:
        self._above = list(range(len(traces)))
        self._names = [{trace.likeness.name} if trace.likeness else set() for trace in traces]

    def top(self, at: int) -> int:
        while self._above[at] != at:
            self._above[at] = at = self._above[self._above[at]]
        return at

    def join(self, one: int, other: int, *, surely: bool = False) -> None:
        """Put two together, unless any of their names contradict each other."""
        first, second = sorted((self.top(one), self.top(other)))
        if first != second and (surely or _all_compatible(self._names[first] | self._names[second])):
            self._above[second] = first
            self._names[first] |= self._names[second]


def _groups(traces: Sequence[Trace]) -> Iterator[list[Trace]]:
    """Those that belong together, where there are two or more, in the order of their first paths."""
    people = _People(traces)
    distinct = list(_join_same_bytes(traces, people))
    readable = {at: likeness for at in distinct if (likeness := traces[at].likeness)}
    _join_same_text(readable, people)
    _join_same_address(readable, people)
    groups: dict[int, list[Trace]] = defaultdict(list)
    for at, trace in enumerate(traces):
        groups[people.top(at)].append(trace)
    return (group for group in groups.values() if len(group) > 1)


def _join_same_bytes(traces: Sequence[Trace], people: _People) -> Iterator[int]:
    """Gives the first of each."""
    first: dict[str, int] = {}
    for at, trace in enumerate(traces):
        original = first.setdefault(trace.sha256, at) if trace.sha256 else at
        if original == at:
            yield at
        else:
            people.join(original, at, surely=True)


def _join_same_text(readable: dict[int, Likeness], people: _People) -> None:
    of_name: dict[Name, list[int]] = defaultdict(list)
    for at, likeness in readable.items():
        if likeness.name and len(likeness.sketch) >= 4 * _LEAST_HASHES:
            of_name[_core(likeness.name)].append(at)
    for namesakes in of_name.values():
        if len(namesakes) > 1:
            _join_same_text_of(namesakes, readable, people)


def _join_same_text_of(namesakes: list[int], readable: dict[int, Likeness], people: _People) -> None:
    known: dict[int, list[int]] = defaultdict(list)
    for at in namesakes:
        places = [known[number] for number in hashes_of(readable[at].sketch[: 4 * _HASHES_TRIED])]
        others = dict.fromkeys(one for place in places for one in place)
        like = next((one for one in others if _is_like(readable[one], readable[at], _SAME_TEXT)), None)
        if like is not None:
            people.join(like, at)
        for place in places:
            if len(place) < _MOST_COMPARED:
                place.append(at)


def _join_same_address(readable: dict[int, Likeness], people: _People) -> None:
    sharing: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, likeness in readable.items():
        for address in likeness.addresses:
            sharing["mail", address].append(at)
        for phone in likeness.phones:
            sharing["phone", phone].append(at)
    for (kind, _), group in sorted(sharing.items()):
        if len(group) > 1:
            names = {readable[at].name for at in group if readable[at].name}
            is_one_person = _all_compatible(names) and (kind == "mail" or len(set(map(_generation, names))) <= 1)
            _join_those_who_agree(group, readable, people, is_one_person=is_one_person)


def _join_those_who_agree(
    group: list[int], readable: dict[int, Likeness], people: _People, *, is_one_person: bool
) -> None:
    named = [at for at in group if readable[at].name]
    nameless = [at for at in group if not readable[at].name]
    first: dict[Name, int] = {}
    for at in named:
        core = _core(readable[at].name)
        if is_one_person or len(core) > 1:
            people.join(first.setdefault(() if is_one_person else core, at), at)
    if is_one_person and len(nameless) <= _MOST_NAMELESS:
        for number, at in enumerate(nameless):
            others = (*named[:_MOST_NAMELESS], *nameless[:number])
            like = next((one for one in others if _is_like(readable[one], readable[at], _HALF_THE_TEXT)), None)
            if like is not None:
                people.join(like, at)


def _core(name: Name) -> Name:
    """A name without initials, whatever the order of its words."""
    return tuple(sorted(word for word in name if len(word) > 1))


def _all_compatible(names: set[Name]) -> bool:
    return len(names) <= _MOST_NAMES and all(are_compatible(one, other) for one, other in combinations(names, 2))


def _is_like(one: Likeness, other: Likeness, least: float) -> bool:
    is_enough = min(len(one.sketch), len(other.sketch)) >= 4 * _LEAST_HASHES
    return is_enough and resemblance(one.sketch, other.sketch) >= least


def _note(here: Trace, there: Trace) -> str:
    """What differs in the newer file, in half a sentence."""
    if here.sha256 and here.sha256 == there.sha256:
        return SAME_BYTES
    return "; ".join(_differences(here, there)) or "the same in everything asked"


def _differences(here: Trace, there: Trace) -> Iterator[str]:
    if here.verdict != there.verdict:
        verdicts = [_VERDICTS.get(verdict, verdict) for verdict in (here.verdict, there.verdict)]
        yield f"{verdicts[0]} here, {verdicts[1]} there"
    changed = [
        f"{name}: {_STATUSES[ours]} here, {_STATUSES[theirs]} there"
        for (name, ours), (_, theirs) in zip(here.statuses, there.statuses, strict=False)
        if ours != theirs
    ]
    yield from changed[:_MOST_NAMED]
    if len(changed) > _MOST_NAMED:
        yield f"{len(changed) - _MOST_NAMED} more requirements differ"
    if here.months != there.months:
        from screener.requirements.durations import duration_range

        ours, theirs = (duration_range(Months(*months)) for months in (here.months, there.months))
        yield f"{ours} of experience here, {theirs} there"
    if here.likeness and there.likeness:
        yield from _contact("e-mail address", here.likeness.addresses, there.likeness.addresses)
        yield from _contact("phone", here.likeness.phones, there.likeness.phones)


def _contact(noun: str, here: Sequence[str], there: Sequence[str]) -> Iterator[str]:
    if bool(here) != bool(there):
        yield f"{noun} only {'here' if here else 'there'}"
    elif here != there:
        yield f"another {noun}"
