"""Candidates under two roles -> who moves, what moved them, and what each gate costs.

Requirements of the two roles are paired: the years with the years, the degree with the degree, a skill
with the same skill of the vocabulary (else of the same name), alternatives with the same alternatives.
A requirement weighs on a verdict when it is a gate that isn't met; it moves a candidate when that
differs between the roles. Where no requirement does, the verdict's other reasons do (experience above
the range, skills that no position shows). Not handled: a skill that was renamed and that the vocabulary
doesn't know is one removed and one added.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from screener.model.gates import Cost, count_costs
from screener.model.requirement import AnyRequirement, Importance, Requirement, SkillRequirement
from screener.model.role import Role
from screener.model.role_diff import (
    Cause,
    Compared,
    GateCost,
    Move,
    OtherReason,
    RequirementChange,
    RoleDiff,
    ScoreChange,
    Side,
    Standing,
)
from screener.model.screening import Status, Verdict
from screener.trials.comparing import ComparedFiles

_ORDER = tuple(Verdict)


class Pair(NamedTuple):
    """The places of a requirement in the two roles."""

    old: int | None
    new: int | None


def diff_roles(old: Role, new: Role, *, as_of: date, compared: ComparedFiles, skipped: int = 0) -> RoleDiff:
    """Everything that differs between two roles over the same files."""
    pairs = _pairs(old.requirements, new.requirements)
    candidates = [one for one in compared.candidates if one.duplicate_of is None]
    moves = [Move(one, tuple(_causes(one, pairs, old=old, new=new))) for one in candidates if one.has_moved]
    return RoleDiff(
        old=old,
        new=new,
        as_of=as_of,
        candidates=compared.candidates,
        changes=tuple(_changes(pairs, old=old, new=new)),
        moves=tuple(sorted(moves, key=_order_of_move)),
        scores=tuple(_score_changes(candidates)),
        counts=dict(Counter((one.old.verdict, one.new.verdict) for one in candidates)),
        gates=tuple(_gates(pairs, candidates, old=old, new=new)),
        unreadable=compared.unreadable,
        complete=compared.complete,
        skipped=skipped,
    )


def _pairs(old: Sequence[Requirement], new: Sequence[Requirement]) -> tuple[Pair, ...]:
    """In the order of the new role; what only the old one has stands at the end."""
    places = {key: place for place, key in enumerate(_keys(old))}
    pairs = [Pair(places.pop(key, None), place) for place, key in enumerate(_keys(new))]
    return (*pairs, *(Pair(place, None) for place in places.values()))


def _keys(requirements: Sequence[Requirement]) -> Iterator[object]:
    """What a requirement is known by, and the how-manieth of its kind it is."""
    seen: Counter[object] = Counter()
    for requirement in requirements:
        key = _key(requirement)
        seen[key] += 1
        yield key, seen[key]


def _key(requirement: Requirement) -> object:
    match requirement:
        case SkillRequirement():
            return "skill", requirement.skill or requirement.name.casefold()
        case AnyRequirement():
            return "any", frozenset(_key(entry) for entry in requirement.entries)
        case _:
            return requirement.kind, requirement.name.casefold()


def _changes(pairs: Sequence[Pair], *, old: Role, new: Role) -> Iterator[RequirementChange]:
    for pair in pairs:
        before = None if pair.old is None else old.requirements[pair.old]
        after = None if pair.new is None else new.requirements[pair.new]
        if before != after:
            yield RequirementChange(before, after)


def _causes(candidate: Compared, pairs: Sequence[Pair], *, old: Role, new: Role) -> Iterator[Cause | OtherReason]:
    found = list(_causes_among_gates(candidate, pairs, old=old, new=new))
    yield from found
    if not found:
        before, after = candidate.old.reasons, candidate.new.reasons
        yield from (OtherReason(reason, is_gone=False) for reason in after if reason not in before)
        yield from (OtherReason(reason, is_gone=True) for reason in before if reason not in after)


def _causes_among_gates(candidate: Compared, pairs: Sequence[Pair], *, old: Role, new: Role) -> Iterator[Cause]:
    for pair in pairs:
        before, after = _side(candidate.old, old, pair.old), _side(candidate.new, new, pair.new)
        if _weight_on_verdict(before) is not _weight_on_verdict(after):
            reason = _reason(candidate.new, pair.new) if _weight_on_verdict(after) else _reason(candidate.old, pair.old)
            yield Cause(_name(pair, old, new), before, after, reason)


def _side(standing: Standing, role: Role, place: int | None) -> Side | None:
    return None if place is None else Side(role.requirements[place].importance, standing.marks[place].status)


def _weight_on_verdict(side: Side | None) -> Status | None:
    """The status of a gate that isn't met; None for anything that decides nothing."""
    if side is None or side.importance is not Importance.MUST or side.status is Status.MET:
        return None
    return side.status


def _reason(standing: Standing, place: int | None) -> str:
    return "" if place is None else standing.marks[place].reason


def _name(pair: Pair, old: Role, new: Role) -> str:
    if pair.new is not None:
        return new.requirements[pair.new].name
    return "" if pair.old is None else old.requirements[pair.old].name


def _order_of_move(move: Move) -> tuple[bool, int, int, str]:
    """Who loses comes first, and who loses most before all others."""
    old, new = (_ORDER.index(one.verdict) for one in (move.candidate.old, move.candidate.new))
    return old > new, old - new if old < new else new - old, old, move.candidate.file


def _score_changes(candidates: Sequence[Compared]) -> Iterator[ScoreChange]:
    """Verdict by verdict, in the order of the new scores."""
    for verdict in _ORDER:
        staying = [one for one in candidates if not one.has_moved and one.new.verdict is verdict]
        before = sorted(staying, key=lambda one: (-one.old.score, one.file))
        old_ranks = {one.file: rank for rank, one in enumerate(before, start=1)}
        after = sorted(staying, key=lambda one: (-one.new.score, one.file))
        for rank, candidate in enumerate(after, start=1):
            if candidate.old.score != candidate.new.score:
                yield ScoreChange(candidate, old_ranks[candidate.file], rank)


def _gates(pairs: Sequence[Pair], candidates: Sequence[Compared], *, old: Role, new: Role) -> Iterator[GateCost]:
    before = _costs(old, [one.old for one in candidates])
    after = _costs(new, [one.new for one in candidates])
    for pair in pairs:
        cost = GateCost(
            _name(pair, old, new),
            before.get(pair.old) if pair.old is not None else None,
            after.get(pair.new) if pair.new is not None else None,
        )
        if cost.old or cost.new:
            yield cost


def _costs(role: Role, standings: Sequence[Standing]) -> dict[int, Cost]:
    """What each gate of a role costs, by its place."""
    gates = [place for place, one in enumerate(role.requirements) if one.importance is Importance.MUST]
    return count_costs(gates, ({place: one.marks[place].status for place in gates} for one in standings))
