"""What becomes of candidates when a role changes -> one JSON object, for other programs."""

from typing import TextIO

from screener import __version__
from screener.model.gates import Cost
from screener.model.requirement import Requirement
from screener.model.role import Role
from screener.model.role_diff import Cause, Compared, Move, OtherReason, RoleDiff, ScoreChange, Side, Standing
from screener.model.screening import Verdict
from screener.reports import write_utf8
from screener.reports.json_text import Json, dumps
from screener.reports.results import number_json

_JUDGED = (Verdict.FIT, Verdict.REVIEW, Verdict.NO_FIT)


def write(diff: RoleDiff, stream: TextIO) -> None:
    """Every key is always there; candidates by path, moves and scores in the order of the text."""
    found = {
        "schema_version": 1,
        "screener": __version__,
        "as_of": diff.as_of.isoformat(),
        "complete": diff.complete,
        "old": _role(diff.old),
        "new": _role(diff.new),
        "changes": [{"old": _asked(change.old), "new": _asked(change.new)} for change in diff.changes],
        "candidates": [_candidate(candidate) for candidate in diff.candidates],
        "moves": [_move(move) for move in diff.moves],
        "verdicts": [
            {"old": old.value, "new": new.value, "candidates": diff.counts.get((old, new), 0)}
            for old in _JUDGED
            for new in _JUDGED
        ],
        "gates": [{"name": gate.name, "old": _cost(gate.old), "new": _cost(gate.new)} for gate in diff.gates],
        "scores": [_score(change) for change in diff.scores],
        "unreadable": [
            {"file": one.file, "error": {"code": one.cause.code, "message": one.cause.message}}
            for one in diff.unreadable
        ],
    }
    write_utf8(stream, dumps(found, indent=2) + "\n")


def _role(role: Role) -> Json:
    return {"title": role.title, "file": role.file, "sha256": role.sha256}


def _asked(requirement: Requirement | None) -> Json | None:
    if requirement is None:
        return None
    return {
        "name": requirement.name,
        "kind": requirement.kind,
        "importance": requirement.importance.value,
        "weight": number_json(requirement.weight),
    }


def _candidate(candidate: Compared) -> Json:
    return {
        "file": candidate.file,
        "name": candidate.name,
        "sha256": candidate.sha256,
        "duplicate_of": candidate.duplicate_of,
        "old": _standing(candidate.old),
        "new": _standing(candidate.new),
    }


def _standing(standing: Standing) -> Json:
    return {
        "verdict": standing.verdict.value,
        "score": float(standing.score),
        "reasons": list(standing.reasons),
    }


def _move(move: Move) -> Json:
    return {
        "file": move.candidate.file,
        "old": move.candidate.old.verdict.value,
        "new": move.candidate.new.verdict.value,
        "causes": [_cause(cause) for cause in move.causes],
    }


def _cause(cause: Cause | OtherReason) -> Json:
    """A requirement, or with a name of null another reason, which only the old or only the new role gives."""
    if isinstance(cause, OtherReason):
        given_by = "old" if cause.is_gone else "new"
        return {"name": None, "old": None, "new": None, "reason": cause.reason, "given_by": given_by}
    sides = {"old": _side(cause.old), "new": _side(cause.new)}
    return {"name": cause.name, **sides, "reason": cause.reason, "given_by": None}


def _side(side: Side | None) -> Json | None:
    return None if side is None else {"importance": side.importance.value, "status": side.status.value}


def _cost(cost: Cost | None) -> Json | None:
    return None if cost is None else {"alone": cost.alone, "in_all": cost.in_all}


def _score(change: ScoreChange) -> Json:
    return {
        "file": change.candidate.file,
        "verdict": change.candidate.new.verdict.value,
        "old": float(change.candidate.old.score),
        "new": float(change.candidate.new.score),
        "old_rank": change.old_rank,
        "new_rank": change.new_rank,
    }
