"""Side by side: every candidate keeps to a column, and what tells them apart is named."""

import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from report_samples import BO, DARA, MANY, ONE, SCAN, report
from rich.cells import cell_len
from rich.console import Console
from test_hostile_text import SGR, hostile, hostile_report, unsafe

from screener.model.screening import Outcome
from screener.reports.comparison import check_count, write_comparison

SIDES = (ONE, Outcome("bo.docx", "b" * 64, BO), Outcome("dara.pdf", "d" * 64, DARA))


def shown(*outcomes: Outcome, width: int, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    stream = io.StringIO()
    write_comparison(report(*outcomes), outcomes, stream)
    return stream.getvalue()


@pytest.mark.parametrize("width", [80, 100, 140, 200])
def test_output_is_as_expected(check_expected, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    check_expected(f"reports/compared-{width}.txt", shown(*SIDES, width=width, monkeypatch=monkeypatch))


def test_without_unicode(check_expected, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "80")
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="\n")
    write_comparison(report(*SIDES), SIDES, stream)
    check_expected("reports/compared-ascii.txt", raw.getvalue().decode("ascii"))


@pytest.mark.parametrize("width", [60, 80, 100, 140, 200])
@pytest.mark.parametrize("count", [2, 3, 4])
def test_no_line_is_wider_than_the_window(monkeypatch: pytest.MonkeyPatch, width: int, count: int) -> None:
    sides = [outcome for outcome in MANY if outcome is not SCAN][:count]
    lines = shown(*sides, width=width, monkeypatch=monkeypatch).splitlines()
    assert max(map(cell_len, lines)) <= width


def test_candidates_keep_the_order_in_which_they_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(*reversed(SIDES), width=140, monkeypatch=monkeypatch)
    assert text.index("Dara Okafor") < text.index("Bo Lindqvist") < text.index("Ada Sample")


def test_what_tells_them_apart_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(*SIDES, width=140, monkeypatch=monkeypatch)
    assert "What tells them apart: Experience, NestJS, Azure\n" in text
    same = shown(SIDES[0], SIDES[0], width=140, monkeypatch=monkeypatch)
    assert "nothing: every requirement has the same answer" in same


@pytest.mark.parametrize(
    ("outcomes", "says"),
    [
        ((ONE,), "1 candidate can't be compared; name 2 to 4 of them"),
        (MANY, "8 candidates can't be compared; name 2 to 4 of them"),
        ((ONE, SCAN), "resumes/scan.pdf: the pages are pictures without text"),
    ],
    ids=["one", "many", "unreadable"],
)
def test_what_cant_be_compared_is_said(outcomes: tuple[Outcome, ...], says: str) -> None:
    assert (check_count(outcomes) or "").startswith(says)
    assert check_count(SIDES) is None


@settings(max_examples=30, deadline=None)
@given(text=hostile, width=st.sampled_from((60, 80, 140)))
@example(text="[/b]\x1b[31m\u202e\udce9 ::error::x ##[error]y", width=60)
def test_hostile_texts_are_shown_and_not_obeyed(text: str, width: int) -> None:
    both = hostile_report(text, several=False)
    stream = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("screener.reports.comparison.open_console", lambda stream: Console(
            file=stream, width=width, force_terminal=True, color_system="256"
        ))  # fmt: skip
        write_comparison(both, (*both.outcomes, *both.outcomes), stream)
    lines = SGR.sub("", stream.getvalue()).split("\n")
    assert not unsafe(stream.getvalue(), text)
    assert not [line for line in lines if line.lstrip().startswith("::error") or "##[error" in line]
    assert max(map(cell_len, lines)) <= width
