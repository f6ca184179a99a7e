"""The JSON and JSON Lines outputs: their keys, their numbers, their bytes."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from report_samples import ELASTIC, MANY, ONE, ROLE, SCAN, report, screening

from screener.model.period import Months
from screener.model.report import Report
from screener.model.resume import ExperienceClaim
from screener.model.screening import Outcome
from screener.reports import ViewOptions, jsonl_report, render
from screener.reports.json_text import dumps
from screener.reports.results import result

TOP_KEYS = ["schema_version", "screener", "as_of", "complete", "skipped", "role", "requirements", "gates", "results"]
ROW_KEYS = [
    "file", "sha256", "verdict", "score", "error", "duplicate_of", "duplicate_note", "reasons", "would_fit_with",
    "candidate", "experience", "requirements", "education", "hidden", "warnings", "skills", "is_resume",
]  # fmt: skip
INNER_KEYS = {
    "candidate": ["name", "emails", "phones", "links"],
    "experience": ["months", "months_min", "months_max", "claimed_years", "status", "positions"],
}
ITEM_KEYS = {
    "education": ["level", "field", "institution", "start", "end", "completed", "page", "line"],
    "hidden": ["text", "cause", "page"],
    "warnings": ["code", "message", "page", "line"],
}
POSITION_KEYS = ["title", "employer", "kind", "start", "end", "months", "months_min", "months_max", "page", "line"]
REQUIREMENT_KEYS = [
    "name", "kind", "importance", "weight", "status", "grade", "months", "months_min", "months_max", "last_used",
    "credit", "evidence",
]  # fmt: skip
EVIDENCE_KEYS = ["quote", "page", "line", "section", "position", "grade", "matched", "implied_by"]


def written(shown: Report, name: str = "json") -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="\r\n")
    render(shown, name, stream)
    return raw.getvalue().decode("utf-8")


def row(outcome: Outcome) -> dict[str, Any]:
    [only] = json.loads(written(report(outcome)))["results"]
    return dict(only)


def test_the_object_has_the_keys_in_their_order() -> None:
    whole = json.loads(written(report(*MANY)))
    assert list(whole) == TOP_KEYS
    assert list(whole["role"]) == ["title", "file", "sha256"]


@pytest.mark.parametrize("outcome", [ONE, SCAN], ids=["screened", "unreadable"])
def test_every_row_has_every_key(outcome: Outcome) -> None:
    shown = row(outcome)
    assert list(shown) == ROW_KEYS
    assert {name: list(shown[name]) for name in INNER_KEYS} == INNER_KEYS


def test_the_items_of_a_row_begin_with_the_promised_keys() -> None:
    shown = row(ONE)
    assert all(list(item) == keys for name, keys in ITEM_KEYS.items() for item in shown[name])
    assert all(list(item)[: len(POSITION_KEYS)] == POSITION_KEYS for item in shown["experience"]["positions"])
    for requirement in shown["requirements"]:
        assert list(requirement)[: len(REQUIREMENT_KEYS)] == REQUIREMENT_KEYS
        assert all(list(item) == EVIDENCE_KEYS for item in requirement["evidence"])
        assert all(list(item) == [*EVIDENCE_KEYS, "cause"] for item in requirement["notes"])


def test_an_unreadable_file_has_a_cause_and_nothing_else() -> None:
    shown = row(SCAN)
    assert shown["verdict"] == "unreadable"
    assert shown["error"]["code"] == "no-text-layer"
    assert shown["score"] is None
    assert shown["requirements"] == shown["reasons"] == shown["experience"]["positions"] == []


def test_numbers_are_numbers() -> None:
    shown = row(ONE)
    assert '"score": 81.3' in written(report(ONE))
    assert [item["weight"] for item in shown["requirements"]][-1] == 1.5
    assert '"weight": 3,' in written(report(ONE))
    assert '"credit": 1.0' in written(report(ONE))
    assert shown["experience"]["claimed_years"] == 6


def test_dates_are_as_precise_as_the_page() -> None:
    positions = row(ONE)["experience"]["positions"]
    assert [(item["start"], item["end"]) for item in positions] == [
        ("2022-09", "present"),
        ("2019-03", "2022"),
        ("2021-01", "2021-08"),
        ("2018-06", "2018-08"),
        (None, None),
    ]


def test_a_skill_without_months_has_null() -> None:
    found = {item["name"]: item for item in row(ONE)["requirements"]}
    assert found[ELASTIC.name]["months"] is None
    assert found[ELASTIC.name]["months_min"] is None


def test_a_claim_that_is_no_number_is_null() -> None:
    judged = screening()
    claimed = replace(judged.resume, claim=ExperienceClaim(float("inf"), "∞ years", 1, 1))
    shown = result(Outcome("a.pdf", None, replace(judged, resume=claimed)))
    assert shown["experience"]["claimed_years"] is None


def test_rows_are_sorted_by_path_whatever_their_order() -> None:
    assert written(report(*MANY)) == written(report(*reversed(MANY)))
    files = [item["file"] for item in json.loads(written(report(*MANY)))["results"]]
    assert files == sorted(files)


def test_the_bytes_do_not_depend_on_the_stream_or_the_view() -> None:
    text = io.StringIO()
    render(report(*MANY), "json", text, view=ViewOptions(detailed=True, width=40, top=1))
    assert text.getvalue() == written(report(*MANY))
    assert "陳小明" in written(report(*MANY))


def test_a_file_name_that_is_not_utf8_is_written_in_words() -> None:
    shown = row(replace(ONE, file="caf\udce9.pdf"))
    assert shown["file"] == r"caf\xe9.pdf"


def test_json_lines_are_complete_in_themselves() -> None:
    lines = written(report(*MANY), "jsonl").split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(MANY)
    for line in lines:
        assert list(json.loads(line)) == ["schema_version", "screener", "as_of", "role", *ROW_KEYS]


def test_one_line_is_what_the_whole_output_has() -> None:
    shown = report(ONE)
    assert jsonl_report.line(ONE, ROLE, as_of=shown.as_of, version=shown.version) == written(shown, "jsonl")


def test_a_line_separator_does_not_break_a_line() -> None:
    assert len(dumps({"text": "a\u2028b\u0085c\nd"}).splitlines()) == 1


def test_months_stand_for_their_middle() -> None:
    shown = result(Outcome("a.pdf", None, screening(experience=Months(59, 70))))
    assert shown["experience"]["months"] == 64


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_output_is_as_expected(name: str, check_expected: Callable[[str, str], None]) -> None:
    check_expected(f"reports/two.{name}", written(report(ONE, SCAN), name))
