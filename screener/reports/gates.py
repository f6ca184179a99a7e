"""Outcomes -> what each gate costs, who lacks nothing else, and what to ask where it can't be told.

Several files of a candidate count once, by the one that the others point to; files that can't be read
count nowhere.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from screener.model.gates import Cost, count_costs
from screener.model.report import Report
from screener.model.requirement import Importance, Requirement
from screener.model.screening import Finding, Screening, Status
from screener.reports.json_text import Json

_Found = Mapping[Requirement, Finding]  # of one candidate


class Gate(NamedTuple):
    """A gate over all candidates.

    `one_away` are those who meet every other gate, `unknown` those for whom it can't be told and whom no
    other gate keeps out, so that an answer decides. `questions` are what to ask these, the most frequent
    first, with their numbers.
    """

    requirement: Requirement
    cost: Cost
    one_away: int
    unknown: int
    questions: tuple[tuple[str, int], ...]


def gates_of(report: Report) -> tuple[Gate, ...]:
    """Every gate of the role, in its order."""
    gates = [one for one in report.role.requirements if one.importance is Importance.MUST]
    candidates = [_found(outcome.result) for outcome in report.outcomes if outcome.duplicate_of is None]
    statuses = [{gate: finding.status for gate, finding in found.items()} for found in candidates]
    costs = count_costs(gates, statuses)
    one_away = Counter(gate for found in statuses for gate in _only_lacking(found, gates))
    undecided = [found for found in candidates if _is_undecided(found, gates)]
    return tuple(_gate(gate, costs[gate], one_away[gate], undecided) for gate in gates)


def gate_json(gate: Gate) -> Json:
    """A gate as it stands in JSON."""
    return {
        "name": gate.requirement.name,
        "alone": gate.cost.alone,
        "in_all": gate.cost.in_all,
        "one_away": gate.one_away,
        "unknown": gate.unknown,
        "questions": [{"question": question, "count": count} for question, count in gate.questions],
    }


def _found(result: object) -> _Found:
    """What was found for each requirement; nothing for a file that can't be read."""
    return {item.requirement: item for item in result.findings} if isinstance(result, Screening) else {}


def _only_lacking(found: Mapping[Requirement, Status], gates: Sequence[Requirement]) -> list[Requirement]:
    """The gate that isn't met while all others are."""
    lacking = [gate for gate in gates if found.get(gate, Status.MET) is not Status.MET]
    return lacking if len(lacking) == 1 and found[lacking[0]] is Status.NOT_MET else []


def _is_undecided(found: _Found, gates: Sequence[Requirement]) -> bool:
    return all(found[gate].status is not Status.NOT_MET for gate in gates if gate in found)


def _gate(gate: Requirement, cost: Cost, one_away: int, undecided: Sequence[_Found]) -> Gate:
    unknown = [found[gate] for found in undecided if gate in found and found[gate].status is Status.UNKNOWN]
    questions = Counter(finding.question for finding in unknown if finding.question)
    in_order = sorted(questions.items(), key=lambda pair: (-pair[1], pair[0]))
    return Gate(gate, cost, one_away, len(unknown), tuple(in_order))
