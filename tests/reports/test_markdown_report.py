"""Markdown: a compact table in which words of a resume are nothing but words."""

import re

import pytest
from hypothesis import example, given, settings
from report_samples import MANY, ONE, SCAN, rendered, report
from test_hostile_text import hostile, hostile_report

from screener.model.report import Report
from screener.reports import ViewOptions
from screener.reports.markdown_report import inert
from screener.reports.safe_text import UNSAFE

CELLS = re.compile(r"(?<!\\)\|")
SPECIAL = re.compile(r"(?<!\\)[`_\[\]~$^]|<(?!/?$)|@|(?<!\\)://|#\d")


def written(shown: Report, top: int | None = None) -> str:
    return rendered(shown, "markdown", ViewOptions(top=top)).decode("utf-8")


def table(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("|")]


def test_output_is_as_expected(check_expected) -> None:
    check_expected("reports/many.md", written(report(*MANY, skipped=2)))


def test_every_candidate_has_a_line_and_every_unreadable_file_an_item() -> None:
    text = written(report(*MANY))
    assert len(table(text)) == 2 + 6
    assert len([line for line in text.splitlines() if line.startswith("- ")]) == 2


def test_no_table_without_candidates() -> None:
    text = written(report(SCAN))
    assert not table(text)
    assert "1 file can't be read" in text


def test_top_cuts_the_table_and_says_so() -> None:
    text = written(report(*MANY), top=2)
    assert len(table(text)) == 2 + 2
    assert "The first 2 of 6 are shown." in text


def test_a_stopped_run_says_so() -> None:
    assert "Stopped before the last file." in written(report(ONE, complete=False))


def test_ways_to_reach_a_candidate_are_left_out() -> None:
    text = written(report(ONE))
    assert "example.com" not in text
    assert "555-0100" not in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", r"a\|b"),
        ("`rm`", r"\`rm\`"),
        ("**bold**", r"\*\*bold\*\*"),
        ("[x](y)", r"\[x\](y)"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("&amp;", "&amp;amp;"),
        ("@team #12", "＠team ＃12"),
        ("C#", "C#"),
        ("https://example.com", r"https:\//example.com"),
        ("www.example.com", r"www\.example.com"),
        ("a\\b", r"a\\b"),
        ("a\nb", "a b"),
        ("::error::x", r"\\x3a:error::x"),
    ],
    ids=lambda text: repr(text)[:12],
)
def test_what_markdown_obeys_is_escaped(text: str, shown: str) -> None:
    assert inert(text) == shown


def test_a_long_text_is_cut_and_counted() -> None:
    assert inert("x" * 1000).endswith("… (700 more characters)")


@settings(max_examples=60, deadline=None)
@given(text=hostile)
@example(text="|")
@example(text="[/b]`@all#1<script>")
def test_hostile_texts_stay_in_their_cells(text: str) -> None:
    lines = written(hostile_report(text, several=True)).splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert len(rows) == 3
    assert {len(CELLS.findall(row)) for row in rows} == {8}
    assert not UNSAFE.search("".join(lines))
    assert not [line for line in lines if SPECIAL.search(line.replace("\\\\", "").replace("**", ""))]
    assert not [line for line in lines if line.lstrip().startswith(("::error", "#", ">", "```"))]
