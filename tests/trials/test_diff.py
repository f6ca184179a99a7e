"""Two roles over the same candidates: who moves, what moved them, what gates cost."""

from decimal import Decimal
from pathlib import Path

import pytest
from factories import (
    AS_OF,
    asks_any,
    asks_certificate,
    asks_education,
    asks_experience,
    asks_skill,
    degree,
    listed,
    position,
    resume,
    role,
    used,
)

from screener.batch.executors import Bug
from screener.batch.run import BatchOptions
from screener.documents.limits import Limits
from screener.model.gates import Cost
from screener.model.requirement import Importance
from screener.model.resume import Resume
from screener.model.role import Role
from screener.model.role_diff import Cause, Compared, OtherReason, RoleDiff, Side
from screener.model.screening import Status, Verdict
from screener.screening import screen
from screener.trials import comparing
from screener.trials.comparing import ComparedFiles, CompareFile, compare_files
from screener.trials.diff import diff_roles

MUST, SHOULD = Importance.MUST, Importance.SHOULD
MET, NOT_MET, UNKNOWN = Status.MET, Status.NOT_MET, Status.UNKNOWN
NODE, NEST, GIT = asks_skill("Node.js"), asks_skill("NestJS"), asks_skill("Git", "nice")


def diff(old: Role, new: Role, **candidates: Resume) -> RoleDiff:
    """Candidates by the names of their files."""
    compared = tuple(
        Compared(
            f"{name}.pdf",
            name,
            name.partition("_")[0],
            *(comparing._standing(screen(candidate, one, AS_OF)) for one in (old, new)),
        )
        for name, candidate in candidates.items()
    )
    return diff_roles(old, new, as_of=AS_OF, compared=ComparedFiles(comparing._marked(compared)))


def knows(*skills: str) -> Resume:
    return resume(positions=[position("2019-01 – 2024-12")], skills=used(*skills))


def causes(found: RoleDiff) -> dict[str, tuple[Cause | OtherReason, ...]]:
    return {move.candidate.name or "": move.causes for move in found.moves}


def test_a_new_gate_moves_who_lacks_it() -> None:
    found = diff(role(NODE), role(NODE, NEST), ada=knows("Node.js", "NestJS"), ben=knows("Node.js"))
    assert causes(found) == {"ben": (Cause("NestJS", None, Side(MUST, NOT_MET), "not found"),)}
    assert found.counts == {(Verdict.FIT, Verdict.FIT): 1, (Verdict.FIT, Verdict.NO_FIT): 1}


def test_a_gate_that_goes_moves_who_lacked_it() -> None:
    found = diff(role(NODE, NEST), role(NODE), ben=knows("Node.js"))
    assert causes(found) == {"ben": (Cause("NestJS", Side(MUST, NOT_MET), None, "not found"),)}


def test_what_becomes_a_gate_moves_although_its_status_stays() -> None:
    wanted = asks_skill("NestJS", "should")
    found = diff(role(NODE, wanted), role(NODE, NEST), ben=knows("Node.js"))
    assert causes(found)["ben"] == (Cause("NestJS", Side(SHOULD, NOT_MET), Side(MUST, NOT_MET), "not found"),)


def test_other_years_move_with_the_months_as_the_reason() -> None:
    found = diff(role(asks_experience(60)), role(asks_experience(84)), ada=knows())
    (cause,) = causes(found)["ada"]
    assert isinstance(cause, Cause)
    assert (cause.name, cause.old, cause.new) == ("experience", Side(MUST, MET), Side(MUST, NOT_MET))
    assert cause.reason == "6 y, and 7 years are asked"


def test_every_gate_that_weighs_differently_is_a_cause() -> None:
    old, new = role(NODE, NEST), role(NODE, asks_education(importance="must"))
    found = diff(old, new, ben=knows("Node.js"))
    assert {cause.name: cause.new for cause in causes(found)["ben"]} == {
        "education": Side(MUST, UNKNOWN),
        "NestJS": None,
    }


def test_a_gate_that_stays_unmet_is_no_cause() -> None:
    found = diff(role(NODE, NEST), role(NODE), ben=knows())
    assert found.moves == ()


def test_where_no_requirement_moves_anybody_the_other_reasons_do() -> None:
    calm, strict = (asks_experience(12, months_above=24, review_above=above) for above in (False, True))
    candidate = knows("Node.js")
    found = diff(role(calm), role(strict), ada=candidate)
    (cause,) = causes(found)["ada"]
    assert isinstance(cause, OtherReason)
    assert not cause.is_gone
    assert cause.reason.startswith("experience: 6 y")
    back = diff(role(strict), role(calm), ada=candidate)
    assert causes(back) == {"ada": (OtherReason(cause.reason, is_gone=True),)}


def test_skills_that_are_only_listed_move_too() -> None:
    candidate = resume(positions=[position("2019-01 – 2024-12")], skills=(*listed("NestJS"), *used("Node.js")))
    (cause,) = causes(diff(role(NODE, NEST), role(NEST), ada=candidate))["ada"]
    assert cause.reason == "no must-have skill is shown in a position; ask where they were used"


def test_who_loses_most_comes_first() -> None:
    old = role(NODE, asks_education(importance="nice"))
    new = role(NEST, asks_education(importance="must"))
    learned = [degree()]
    found = diff(
        old,
        new,
        gains=resume(positions=[position("2019-01 – 2024-12")], skills=used("NestJS"), education=learned),
        improves=knows("NestJS"),
        loses=knows("Node.js"),
        slips=knows("Node.js", "NestJS"),
    )
    assert [move.candidate.name for move in found.moves] == ["loses", "slips", "gains", "improves"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (asks_skill("Postgres", skill="PostgreSQL"), asks_skill("PostgreSQL")),
        (asks_skill("zorkmid", skill=None), asks_skill("Zorkmid", skill=None)),
        (asks_any(NODE, NEST), asks_any(NEST, NODE)),
        (asks_experience(12), asks_experience(24)),
        (asks_education(), asks_education(fields=["law"])),
        (asks_certificate("PSM"), asks_certificate("psm", "Scrum Master")),
    ],
)
def test_the_same_requirement_is_changed_not_replaced(old, new) -> None:
    (change,) = diff(role(old), role(new)).changes
    assert (change.old, change.new) == (old, new)


def test_a_skill_asked_for_twice_is_paired_in_order() -> None:
    twice = (asks_skill("Azure"), asks_skill("Azure", "nice", months=24))
    assert diff(role(*twice), role(*twice)).changes == ()
    assert [change.old for change in diff(role(*twice), role(twice[0])).changes] == [twice[1]]


def test_a_gate_costs_those_whom_it_alone_removes_and_those_it_removes_with_others() -> None:
    found = diff(
        role(NODE, NEST, GIT),
        role(NODE, asks_skill("NestJS", "should")),
        neither=knows(),
        node=knows("Node.js"),
        nest=knows("NestJS"),
        both=knows("Node.js", "NestJS"),
    )
    assert {gate.name: (gate.old, gate.new) for gate in found.gates} == {
        "Node.js": (Cost(1, 2), Cost(2, 2)),
        "NestJS": (Cost(1, 2), None),
    }


def test_scores_are_told_of_those_who_keep_their_verdict_in_the_new_order() -> None:
    heavy, light = asks_skill("Git", "nice", weight=9), asks_skill("Kafka", "nice")
    found = diff(
        role(NODE, GIT, asks_skill("Kafka", "nice", weight=2)),
        role(NODE, heavy, light),
        git=knows("Node.js", "Git"),
        kafka=knows("Node.js", "Kafka"),
        both=knows("Node.js", "Git", "Kafka"),
    )
    changes = [(one.candidate.name, one.old_rank, one.new_rank, one.candidate.new.score) for one in found.scores]
    assert changes == [("git", 3, 2, Decimal("92.3")), ("kafka", 2, 3, Decimal("30.8"))]


def test_copies_of_a_file_count_once() -> None:
    found = diff(role(NODE), role(NEST), ada=knows("Node.js"), ada_again=knows("Node.js"))
    assert [one.duplicate_of for one in found.candidates] == [None, "ada.pdf"]
    assert (len(found.moves), found.duplicates, sum(found.counts.values())) == (1, 1, 1)


class Hostile(CompareFile):
    """Files do to their reader what their names say."""

    def __call__(self, file: str):
        if "bug" in file:
            raise KeyError("nobody thought of this")
        return super().__call__(file)


def test_every_file_is_a_candidate_or_apart_with_its_cause(tmp_path: Path) -> None:
    names = ("b.txt", "a.txt", "bug.txt", "empty.txt", "no.pdf")
    for name in names[:4]:
        (tmp_path / name).write_text("" if name == "empty.txt" else "Ada Example\nSkills\nNode.js\n")
    files = tuple(str(tmp_path / name) for name in names)
    work = Hostile(role(NODE), role(NEST), AS_OF, Limits())
    counts: list[int] = []
    found = compare_files(work, files, options=BatchOptions(jobs=2), on_progress=counts.append)
    assert [Path(one.file).name for one in found.candidates] == ["a.txt", "b.txt"]
    assert found.candidates[1].duplicate_of == files[1]
    assert {Path(one.file).name: one.cause.code for one in found.unreadable} == {
        "bug.txt": "crashed",
        "empty.txt": "empty-file",
        "no.pdf": "unreadable-file",
    }
    assert [type(bug) for bug in found.bugs] == [Bug]
    assert (counts, found.finished, found.complete) == ([1, 2, 3, 4, 5], 5, True)
