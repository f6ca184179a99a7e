"""CSV: one row for each file, cells that no spreadsheet calculates, and the way back to the text."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from report_samples import MANY, ONE, SCAN, rendered, report
from test_hostile_text import hostile, hostile_report

from screener.model.report import Report
from screener.model.resume import Candidate
from screener.reports import DEFAULT_VIEW, ViewOptions
from screener.reports.csv_report import inert
from screener.reports.safe_text import UNSAFE, visible

FORMULA = re.compile("(?:^|;)\\s*[=+\\-@＝＋－＠]")
COLUMNS = [
    "rank", "verdict", "score", "file", "name", "reasons", "would_fit_with", "questions", "experience_months",
    "experience_months_min", "experience_months_max", "claimed_years", "emails", "phones", "links", "education",
    "warnings", "hidden_text", "duplicate_of", "duplicate_note", "error", "message", "sha256", "role", "as_of",
    "screener",
]  # fmt: skip


def written(shown: Report, view: ViewOptions = DEFAULT_VIEW) -> bytes:
    return rendered(shown, "csv", view)


def rows(shown: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(shown).decode("utf-8"), newline="")))


def test_the_columns_are_the_same_whatever_is_found() -> None:
    [head] = written(report()).decode("utf-8").splitlines()
    assert next(csv.reader([head]))[: len(COLUMNS)] == COLUMNS
    assert written(report(*MANY)).decode("utf-8").splitlines()[0] == head
    assert len(set(next(csv.reader([head])))) == len(next(csv.reader([head])))


def test_the_best_come_first_and_what_cant_be_read_last() -> None:
    shown = rows(report(*MANY))
    assert [row["rank"] for row in shown] == ["1", "2", "3", "4", "5", "6", "", ""]
    assert [row["verdict"] for row in shown][-3:] == ["no_fit", "unreadable", "unreadable"]
    assert shown[-1]["error"] == "no-text-layer"
    assert shown[-1]["message"].startswith("the pages are pictures")


def test_numbers_are_numbers_and_dates_are_days() -> None:
    [row] = rows(report(ONE))
    assert (row["score"], row["experience_months"], row["claimed_years"]) == ("81.3", "64", "6")
    assert (row["as_of"], row["screener"]) == ("2026-11-22", "0.1.0")
    assert (row["must skill: Azure"], row["must skill: Azure, months"]) == ("unknown", "17")
    assert (row["nice skill: Elasticsearch"], row["nice skill: Elasticsearch, months"]) == ("not_met", "")


def test_lines_end_as_the_standard_says() -> None:
    data = written(report(*MANY))
    assert data.count(b"\r\n") == data.count(b"\n") == len(MANY) + 1


def test_output_is_as_expected(check_expected: Callable[[str, str], None]) -> None:
    check_expected("reports/many.csv", written(report(*MANY, skipped=2)).decode("utf-8"))


def test_a_byte_order_mark_is_written_when_it_is_asked_for() -> None:
    plain, marked = written(report(ONE)), written(report(ONE), ViewOptions(bom=True))
    assert marked == b"\xef\xbb\xbf" + plain


def test_top_cuts_nothing() -> None:
    assert written(report(*MANY), ViewOptions(top=1)) == written(report(*MANY))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+44 20 7946 0000", "'+44 20 7946 0000"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r\n=1", "' =1"),
        ("＝1", "'＝1"),
        ("x;=1", "x;'=1"),
        ("'=1", "''=1"),
        ('x;"=1;', "x;'\"=1;"),
        ("Ada", "Ada"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("C++ and Node.js", "C++ and Node.js"),
    ],
    ids=lambda text: repr(text)[:12],
)
def test_a_formula_gets_an_apostrophe(text: str, cell: str) -> None:
    assert inert(text) == cell


@given(st.text(alphabet="=+-@; '\"\ta", max_size=12) | st.text())
def test_the_text_comes_back_by_the_rule_that_is_documented(text: str) -> None:
    back = re.sub("(^|;)'(?=[\\s'\"]*[=+\\-@＝＋－＠])", r"\1", inert(text))
    assert back == visible(text)


@settings(max_examples=60, deadline=None)
@given(text=hostile, several=st.booleans())
@example(text="=cmd|' /C calc'!A0", several=True)
@example(text='x";=1', several=True)
def test_hostile_texts_stay_in_their_cells_and_are_never_calculated(text: str, several: bool) -> None:
    shown = hostile_report(text, several=several)
    data = written(shown)
    decoded = data.decode("utf-8")
    assert not UNSAFE.search(decoded.replace("\r\n", ""))
    table = list(csv.reader(io.StringIO(decoded, newline="")))
    assert len(table) == 1 + len(shown.outcomes)
    assert {len(row) for row in table} == {len(table[0])}
    assert not [cell for row in table for cell in row if FORMULA.search(cell)]
    assert not [line for line in decoded.splitlines() if line.lstrip().startswith("::error")]


def test_several_values_stand_between_bars() -> None:
    resume = replace(ONE.result.resume, candidate=Candidate("Ada", ("a@example.com", "b@example.com")))  # type: ignore[union-attr]
    [row] = rows(report(replace(ONE, result=replace(ONE.result, resume=resume))))  # type: ignore[type-var]
    assert row["emails"] == "a@example.com | b@example.com"


def test_a_file_that_cant_be_read_says_nothing_of_a_candidate() -> None:
    [row] = rows(report(SCAN))
    assert (row["name"], row["score"], row["experience_months"], row["must skill: Node.js"]) == ("", "", "", "")
