"""Results files, read again: every report comes out as it did, and what is wrong is told by its line."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from report_samples import AS_OF, MANY, ONE, SCAN, month, rendered, report, screening
from test_hostile_text import hostile, hostile_report

from screener.model.period import Bound, Period, Precision, month_index
from screener.model.report import Report
from screener.model.resume import Education, Grade, Level, Position, PositionKind, SkillEvidence
from screener.model.role import ALWAYS_COUNTED
from screener.model.screening import Outcome, Screening
from screener.reports import FORMATS
from screener.reports.stored import ResultsError, is_results_file, load_results

Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a report as a results file, and say where."""

    def make(shown: Report | str, name: str = "results.jsonl") -> str:
        data = (
            shown.encode("utf-8", "surrogatepass") if isinstance(shown, str) else rendered(shown, Path(name).suffix[1:])
        )
        (tmp_path / name).write_bytes(data)
        return str(tmp_path / name)

    return make


def rich() -> Screening:
    """A screening with everything that a results file has to tell apart."""
    judged = screening()
    spring = month_index(2020, 3)
    season = Bound(spring, spring + 2, Precision.SEASON)
    winter = Bound(month_index(2020, 12), month_index(2021, 2), Precision.SEASON)
    day = Bound(month_index(2021, 5), month_index(2021, 5), Precision.DAY, 31)
    periods = (Period(season, winter), Period(day, day), Period(month(2023, 1), month(2022, 1)), None)
    positions = tuple(Position("Engineer", "Acme", PositionKind.WORK, period, 1, 5) for period in periods)
    intern = Position(None, None, PositionKind.INTERNSHIP, Period(season, season), 2, 1)
    education = (
        Education(Level.MASTER, "Physics", None, Period(season, day), completed=False, page=1, line=2),
        Education(None, None, "Example University", None, completed=True, page=2, line=3),
    )
    skills = (
        SkillEvidence("Kafka", (judged.findings[1].evidence[0],)),
        SkillEvidence("Rust", (replace(judged.findings[1].evidence[0], grade=Grade.MENTIONED),)),
        SkillEvidence("Go", ()),
    )
    resume = replace(judged.resume, positions=(*positions, intern), education=education, skills=skills)
    role = replace(judged.role, counts=ALWAYS_COUNTED | {PositionKind.INTERNSHIP})
    return replace(judged, resume=resume, role=role)


def rich_report() -> Report:
    judged = rich()
    others = [
        replace(one, result=replace(one.result, role=judged.role)) if isinstance(one.result, Screening) else one
        for one in MANY
    ]
    return Report((Outcome("rich.pdf", "c" * 64, judged), *others), judged.role, AS_OF, "0.1.0")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("source", ["a.json", "a.jsonl"])
@pytest.mark.parametrize("shown", [report(*MANY), report(ONE), report(SCAN, ONE), rich_report()], ids=range(4))
def test_every_report_is_the_same_from_a_results_file(write: Write, name: str, source: str, shown: Report) -> None:
    assert rendered(load_results([write(shown, source)]), name) == rendered(shown, name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_json_file_knows_of_a_run_without_candidates(write: Write, name: str) -> None:
    for shown in (report(complete=False, skipped=2), report(SCAN, complete=False, skipped=2)):
        assert rendered(load_results([write(shown, "a.json")]), name) == rendered(shown, name)


@settings(max_examples=25, deadline=None)
@given(text=hostile)
@example(text="[/b]=cmd<script>\x1b[31m\u202e\udce9::error::x")
def test_hostile_texts_come_back_as_they_are_shown(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    shown = hostile_report(text, several=True)
    [judged] = [one.result for one in shown.outcomes if isinstance(one.result, Screening)]
    shown = replace(shown, role=replace(shown.role, requirements=tuple(one.requirement for one in judged.findings)))
    file = tmp_path_factory.mktemp("hostile") / "a.json"
    file.write_bytes(rendered(shown, "json"))
    loaded = load_results([str(file)])
    for name in FORMATS:
        if name != "html" or text.isascii():  # the page cuts what is long before it shows escapes
            assert rendered(loaded, name) == rendered(shown, name)


def test_files_of_the_same_run_become_one_report(write: Write) -> None:
    parts = [write(report(*MANY[:3]), "a.jsonl"), write(report(*MANY[3:]), "b.json")]
    assert rendered(load_results(parts), "json") == rendered(report(*MANY), "json")


def test_the_same_result_may_be_in_several_files(write: Write) -> None:
    assert len(load_results([write(report(ONE), "a.jsonl"), write(report(ONE, SCAN), "b.jsonl")]).outcomes) == 2


def test_a_single_line_may_hold_a_whole_run(write: Write) -> None:
    whole = json.dumps(json.loads(rendered(report(*MANY), "json")))
    assert len(load_results([write(whole, "a.json")]).outcomes) == len(MANY)


def problems(*files: str) -> tuple[str, ...]:
    with pytest.raises(ResultsError) as caught:
        load_results(files)
    assert all("\n" not in line for line in caught.value.problems)
    return caught.value.problems


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (replace(report(ONE), version="9.9"), "another version of screener (9.9, not 0.1.0)"),
        (replace(report(ONE), as_of=AS_OF.replace(year=2025)), "another as-of date (2025-11-22, not 2026-11-22)"),
        (replace(report(ONE), role=replace(report().role, title="Cook")), "another role (Cook, not Backend"),
        (replace(report(ONE), role=replace(report().role, sha256="e" * 64)), "another version of the role"),
    ],
    ids=["version", "day", "role", "bytes"],
)
def test_other_runs_are_refused(write: Write, changed: Report, says: str) -> None:
    [line] = problems(write(report(SCAN), "a.jsonl"), write(changed, "b.jsonl"))
    assert f"b.jsonl:1: is of {says}" in line
    assert "report on the two apart" in line


def test_two_results_for_one_file_are_refused(write: Write) -> None:
    other = replace(ONE, duplicate_of="x.pdf")
    [line] = problems(write(report(ONE), "a.jsonl"), write(report(other), "b.jsonl"))
    assert "b.jsonl:1: ada.pdf has another result in" in line
    assert line.endswith("a.jsonl:1; leave out one of them")


def row() -> dict[str, Any]:
    return dict(json.loads(rendered(report(ONE), "jsonl")))


def put(value: Any, *path: str | int) -> str:
    whole: Any = row()
    at = whole
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return json.dumps(whole)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (put("maybe", "verdict"), "verdict is 'maybe', not one of fit, review, no_fit, unreadable"),
        (put("unreadable", "verdict"), "verdict is 'unreadable', not fit, review or no_fit, and there is no error"),
        (put("high", "score"), "score is 'high', not a number"),
        (put(-1, "experience", "months"), "experience.months is -1, not a whole number"),
        (put(1, "experience", "months"), "experience.months is 1, not the middle of 59 and 70"),
        (put(True, "requirements", 0, "credit"), "requirements[0].credit is true, not a number"),
        (put("used", "requirements", 0, "status"), "requirements[0].status is 'used', not one of met"),
        (put(99, "requirements", 1, "evidence", 0, "position"), "position is 99, not one of the 5 positions"),
        (put("13/2020", "experience", "positions", 0, "start"), "start is '13/2020', not a date"),
        (put("2020-13", "experience", "positions", 0, "start"), "start is '2020-13', not a date"),
        (put([1], "reasons"), "reasons is 1, not a list of texts"),
        (put({}, "candidate"), "candidate.name is missing"),
        (put("x" * 500, "as_of"), f"as_of is '{'x' * 39}…, not a day written as YYYY-MM-DD"),
        (put(2, "schema_version"), "another generation of screener; screen the resumes again"),
        ("[1, 2]", "the line is a list, not an object"),
        ('{"name": "Ada"}', "no result of screener; name a file that was written with -o"),
        ('{"schema_version": 1', "isn't valid JSON"),
        (put(0, "score").replace('"score": 0', '"score": NaN'), "isn't valid JSON"),
        ("[" * 100_000, "isn't valid JSON"),
    ],
    ids=range(19),
)
def test_a_damaged_line_is_named_with_what_is_wrong(write: Write, text: str, says: str) -> None:
    [line] = problems(write(f"{rendered(report(SCAN), 'jsonl').decode()}{text}\n"))
    assert "results.jsonl:2: " in line
    assert says in line
    assert "; " in line


def test_every_damaged_line_is_told_up_to_a_number(write: Write) -> None:
    lines = problems(write("{}\n" * 50))
    assert len(lines) == 21
    assert lines[-1] == "and 30 more problems"


@pytest.mark.parametrize(
    ("text", "says"), [("", "is empty"), (" \n", "is empty"), ("caf\udce9", "isn't text in UTF-8")], ids=range(3)
)
def test_a_file_that_holds_nothing_is_told(write: Write, text: str, says: str) -> None:
    assert says in problems(write(text))[0]


def test_a_file_that_isnt_there_is_told(tmp_path: Path) -> None:
    assert problems(str(tmp_path / "no.jsonl"))[0].endswith("no.jsonl: can't be read: no such file or directory")


@given(st.text(max_size=60) | st.recursive(st.none() | st.integers(), st.lists).map(json.dumps))
@settings(max_examples=50, deadline=None)
def test_no_text_is_a_surprise(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("any") / "a.jsonl"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(ResultsError):
        load_results([str(file)])


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.json", None, True),
        ("a.jsonl", None, True),
        ("a.txt", None, False),
        ("resume.json", '{"basics": {"name": "Ada"}}', False),
    ],
)
def test_results_are_told_from_resumes(write: Write, name: str, text: str | None, expected: bool) -> None:
    shown = text if text else report(ONE) if name != "a.txt" else "schema_version"
    assert is_results_file(write(shown, name)) is expected
