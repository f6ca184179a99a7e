"""What gates cost: who is kept out by one alone, who lacks nothing else, and what to ask."""

import io
import json
from dataclasses import replace
from decimal import Decimal

import pytest
from report_samples import AZURE, EXPERIENCE, MET, NEST, NODE, NOT_MET, ONE, SCAN, TYPESCRIPT, UNKNOWN, report

from screener.model.gates import Cost, count_costs
from screener.model.report import Report
from screener.model.requirement import Requirement
from screener.model.screening import Finding, Outcome, Screening, Status
from screener.reports import ViewOptions, render
from screener.reports.gates import Gate, gates_of


def candidate(file: str, *statuses: Status, question: str | None = None, duplicate_of: str | None = None) -> Outcome:
    """One whose Node.js, NestJS and Azure came to this; everything else is met."""
    screening = ONE.result
    assert isinstance(screening, Screening)
    gates = dict(zip((NODE, NEST, AZURE), statuses, strict=True))
    findings = tuple(finding(one, gates.get(one, MET), question) for one in screening.role.requirements)
    return Outcome(file, file, replace(screening, findings=findings), duplicate_of=duplicate_of)


def finding(requirement: Requirement, status: Status, question: str | None) -> Finding:
    return Finding(requirement, status, Decimal(1), "", question=question if status is UNKNOWN else None)


def gates(*outcomes: Outcome) -> dict[Requirement, Gate]:
    return {gate.requirement: gate for gate in gates_of(report(*outcomes))}


def test_alone_and_in_all() -> None:
    found = gates(
        candidate("a", NOT_MET, MET, MET),
        candidate("b", NOT_MET, NOT_MET, MET),
        candidate("c", NOT_MET, MET, UNKNOWN),
        candidate("d", MET, MET, MET),
    )
    assert found[NODE].cost == Cost(alone=2, in_all=3)
    assert found[NEST].cost == Cost(alone=0, in_all=1)
    assert found[EXPERIENCE].cost == Cost(0, 0)
    assert TYPESCRIPT not in found


def test_one_away_is_who_meets_every_other_gate() -> None:
    found = gates(candidate("a", NOT_MET, MET, MET), candidate("c", NOT_MET, MET, UNKNOWN))
    assert [found[gate].one_away for gate in (NODE, NEST, AZURE)] == [1, 0, 0]


def test_unknown_is_who_an_answer_decides() -> None:
    found = gates(
        candidate("a", MET, UNKNOWN, UNKNOWN, question="Which months?"),
        candidate("b", NOT_MET, UNKNOWN, MET, question="Which months?"),
        candidate("c", MET, UNKNOWN, MET, question="At Acme?"),
        candidate("d", MET, UNKNOWN, MET, question="At Acme?"),
    )
    assert [found[gate].unknown for gate in (NODE, NEST, AZURE)] == [0, 3, 1]
    assert found[NEST].questions == (("At Acme?", 2), ("Which months?", 1))


def test_several_files_of_a_candidate_count_once_and_unreadable_ones_never() -> None:
    found = gates(candidate("a", NOT_MET, MET, MET), candidate("b", NOT_MET, MET, MET, duplicate_of="a"), SCAN)
    assert found[NODE].cost == Cost(1, 1)


def test_nobody_at_all() -> None:
    assert count_costs(["x"], []) == {"x": Cost(0, 0)}
    assert all(gate.cost == Cost(0, 0) for gate in gates_of(report()))


def shown(what: Report, name: str = "table") -> str:
    stream = io.StringIO()
    render(what, name, stream, view=ViewOptions(width=80))
    return stream.getvalue()


def test_the_table_has_only_gates_that_cost_something() -> None:
    met = [candidate(name, MET, MET, MET) for name in "ab"]
    assert "What gates cost" not in shown(report(*met))
    text = shown(report(*met, candidate("c", NOT_MET, MET, MET)))
    rows = text.partition("What gates cost")[2].partition("screened")[0].splitlines()
    assert [row.split() for row in rows if "Node.js" in row] == [["Node.js", "1", "1", "1", "0"]]
    assert not [row for row in rows if "NestJS" in row]
    assert "What to ask" not in text


def test_the_table_has_the_most_frequent_question_of_each_gate() -> None:
    asked = [candidate(name, MET, UNKNOWN, MET, question="At Acme?") for name in "ab"]
    text = shown(report(*asked, candidate("c", MET, UNKNOWN, MET, question="At Bolt?")))
    assert "NestJS: At Acme? (2 candidates) and other questions for 1 more" in text


def test_one_file_in_detail_has_no_table_of_gates() -> None:
    assert "What gates cost" not in shown(report(candidate("a", NOT_MET, MET, MET)))


@pytest.mark.parametrize("reverse", [False, True])
def test_json_has_every_gate_in_the_order_of_the_role(reverse: bool) -> None:
    outcomes = [candidate("a", MET, UNKNOWN, MET, question="At Acme?"), candidate("b", NOT_MET, MET, MET)]
    found = json.loads(shown(report(*(reversed(outcomes) if reverse else outcomes)), "json"))["gates"]
    assert [gate["name"] for gate in found] == ["experience", "Node.js", "NestJS", "MongoDB or PostgreSQL", "Azure"]
    assert found[1] == {"name": "Node.js", "alone": 1, "in_all": 1, "one_away": 1, "unknown": 0, "questions": []}
    assert found[2]["questions"] == [{"question": "At Acme?", "count": 1}]
