"""An example's resume is screened and held against what the role's owner expects for it."""

import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from trying import AS_OF, FITS, LACKS, ROLE, example, loaded, only, results_of, role_with, try_file

from screener.batch.run import BatchOptions
from screener.documents.limits import Limits
from screener.model.screening import Outcome, Verdict
from screener.trials import examples
from screener.trials.examples import ScreenExample, try_examples

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.mark.parametrize(
    "expect",
    [
        "fit",
        "{verdict: fit}",
        "{met: [Node.js, MongoDB or PostgreSQL, experience], not_met: [Azure, C#]}",
        '{score: ">= 40"}',
        '{score: "<=100", verdict: fit}',
        '{score: "> 39.9"}',
    ],
)
def test_what_holds_passes(expect: str) -> None:
    result = only(expect)
    assert (result.faults, result.differences, result.verdict) == ((), (), Verdict.FIT)
    assert result.has_passed


@pytest.mark.parametrize(
    ("expect", "part", "requirement", "expected", "got"),
    [
        ("no_fit", "verdict", None, "no_fit", "fit"),
        ("{met: [Azure]}", "met", "Azure", "met", "not_met"),
        ("{not_met: [Node.js]}", "not_met", "Node.js", "not_met", "met"),
        ("{unknown: [experience]}", "unknown", "experience", "unknown", "met"),
        ("{score: 12}", "score", None, "12", "81.8"),
        ('{score: "< 40"}', "score", None, "< 40", "81.8"),
        ('{score: "== 40"}', "score", None, "== 40", "81.8"),
    ],
)
def test_what_differs_is_told(expect: str, part: str, requirement: str | None, expected: str, got: str) -> None:
    (difference,) = only(expect).differences
    assert (difference.part, difference.requirement) == (part, requirement)
    assert (difference.expected, difference.got) == (expected, got)


def test_everything_that_differs_is_told_at_once_with_its_reason() -> None:
    result = only('{verdict: fit, met: [Node.js, Azure], not_met: [C#], score: ">= 90"}', LACKS)
    assert [(one.part, one.requirement, one.reason) for one in result.differences] == [
        ("verdict", None, "Node.js: not found"),
        ("met", "Node.js", "not found"),
        ("score", None, ""),
    ]


def test_a_met_requirement_names_what_met_it() -> None:
    (difference,) = only("{not_met: [Node.js]}", FITS.replace("Node.js", "NestJS")).differences
    assert difference.reason.endswith('found as "NestJS"')


@pytest.mark.parametrize(
    ("expect", "fault"),
    [
        ("{met: [nodejs]}", "'met' names 'nodejs', which is no requirement of this role; did you mean 'Node.js'?"),
        ("{not_met: [azure]}", "did you mean 'Azure'?"),
        ("{unknown: [MongoDB]}", "it is one way to meet 'MongoDB or PostgreSQL': write that"),
        ("{met: [education]}", "write one of: experience, Node.js, MongoDB or PostgreSQL, Azure, C#"),
        ("{above: adda}", "'above' names 'adda', which is no example of this role; add that example"),
        ("{above: ada}", "'above' names the example itself; name another one"),
        ("{}", "'expect' says nothing; write a verdict, or what must be met"),
        ("{met: []}", "'expect' says nothing"),
    ],
)
def test_a_name_that_is_not_there_is_a_fault(expect: str, fault: str) -> None:
    result = only(expect)
    assert len(result.faults) == 1
    assert fault in result.faults[0]
    assert not result.has_passed


def test_above_compares_verdicts_first_then_scores() -> None:
    better = example("better", "{above: worse}")
    worse = example("worse", "{above: better}", LACKS)
    same = example("same", "{above: better}")
    first, second, third = results_of(better, worse, same)
    assert first.has_passed
    assert [(one.part, one.expected, one.got) for one in second.differences] == [
        ("above", "better", "no fit with 63.6")
    ]
    assert third.differences[0].reason == "'better' is fit with 81.8"


def test_above_an_example_that_two_have_the_name_of_is_a_fault() -> None:
    *_, last = results_of(example("a", "fit"), example("a", "fit"), example("b", "{above: a}"))
    assert last.faults == ("'above' names 'a', as 2 examples are called; name each differently",)


def test_the_day_is_the_examples_else_the_callers() -> None:
    own = example("own", "fit")
    callers = example("callers", "fit").replace("    as_of: 2026-01-01\n", "")
    assert [result.as_of for result in results_of(own, callers)] == [date(2026, 1, 1), AS_OF]


def test_the_day_ends_what_lasts_until_present() -> None:
    text = FITS.replace("Jan 2020 - Dec 2024", "Jan 2024 - present")
    early, late = results_of(
        example("early", "{not_met: [experience]}", text, "2025-11-30"),
        example("late", "{met: [experience]}", text, "2025-12-01"),
    )
    assert (early.has_passed, late.has_passed) == (True, True)


@pytest.fixture
def role_file(tmp_path: Path) -> Path:
    return tmp_path / "roles" / "role.yaml"


def try_resume(role_file: Path, resume: str, expect: str):
    role_file.parent.mkdir(exist_ok=True)
    role_file.write_text(f"{ROLE}examples:\n  - {{name: a, resume: {resume}, expect: {expect}}}\n")
    return try_file(role_file).trial.examples[0]


def test_a_resume_lies_beside_the_role(role_file: Path) -> None:
    role_file.parent.mkdir()
    (role_file.parent / "fit.pdf").write_bytes((SAMPLES / "fit.pdf").read_bytes())
    assert try_resume(role_file, "fit.pdf", "{met: [Node.js]}").has_passed
    assert try_resume(role_file, "./fit.pdf", "{met: [Node.js]}").has_passed


@pytest.mark.parametrize("resume", ["../roles/fit.pdf", "/etc/hostname"])
def test_a_resume_elsewhere_is_never_opened(role_file: Path, resume: str) -> None:
    fault = "lies outside the role's folder; put it beside the role, or below"
    assert fault in try_resume(role_file, resume, "unreadable").faults[0]


@pytest.mark.parametrize("expect", ["fit", "unreadable"])
def test_a_missing_resume_fails_whatever_is_expected(role_file: Path, expect: str) -> None:
    result = try_resume(role_file, "strong.docx", expect)
    assert result.faults == (f"{role_file.parent.as_posix()}/strong.docx: no such file; check the spelling",)
    assert (result.verdict, result.differences) == (None, ())


def test_a_folder_in_place_of_a_resume_fails(role_file: Path) -> None:
    (role_file.parent / "older").mkdir(parents=True)
    assert try_resume(role_file, "older", "unreadable").faults[0].endswith("is a folder; give a file")


def test_a_scan_may_be_expected_to_be_unreadable(role_file: Path) -> None:
    role_file.parent.mkdir()
    (role_file.parent / "scan.pdf").write_bytes((SAMPLES / "scan.pdf").read_bytes())
    assert try_resume(role_file, "scan.pdf", "unreadable").has_passed
    differences = try_resume(role_file, "scan.pdf", "{verdict: fit, met: [Node.js], score: 3}").differences
    assert [one.got for one in differences] == ["unreadable"] * 3
    assert [bool(one.reason) for one in differences] == [True, False, False]


@dataclass(frozen=True)
class Hostile(ScreenExample):
    """Examples do to their reader what their names say."""

    def __call__(self, key: str) -> Outcome:
        if "hangs" in key:
            time.sleep(60)
        if "bug" in key:
            raise KeyError("nobody thought of this")
        return super().__call__(key)


def test_an_example_that_hangs_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "ScreenExample", Hostile)
    text = role_with(example("hangs", "unreadable"), example("bug", "fit"), example("ada", "fit"))
    result = try_examples([loaded(text)], AS_OF, options=BatchOptions(Limits(seconds=2.0), jobs=2))
    hangs, bug, ada = result.tried[0].trial.examples
    assert hangs.faults == ("the text: took longer than 2 s; allow more with --timeout",)
    assert "which is a bug" in bug.faults[0]
    assert ada.has_passed
    assert [bug.file for bug in result.bugs] == ["role.yaml: example 2 (bug)"]
