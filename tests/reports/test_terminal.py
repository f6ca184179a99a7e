"""The terminal views: what they show, how wide, and in which colours and signs."""

import importlib
import io
import os
import re
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from report_samples import BO, DARA, FINDINGS, MANY, ONE, ROLE, SCAN, report, screening
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

import screener.reports
from screener.model.report import Report
from screener.model.requirement import Importance
from screener.model.screening import Outcome, Verdict
from screener.reports import FORMATS, ViewOptions, load_format, render
from screener.reports.terminal import print_report

REPORTS = {"one": report(ONE), "several": report(*MANY, skipped=1), "unreadable": report(SCAN)}


def shown(what: Report, *, encoding: str = "utf-8", view: ViewOptions = screener.reports.DEFAULT_VIEW) -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    render(what, "table", stream, view=view)
    return raw.getvalue().decode(encoding)


def on_terminal(what: Report, columns: int) -> str:
    """The same through a real pseudo-terminal of so many columns."""
    pty = pytest.importorskip("pty")
    termios = pytest.importorskip("termios")
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (50, columns))
    received: list[bytes] = []
    reader = threading.Thread(target=lambda: received.extend(iter(lambda: read(ours), b"")))
    reader.start()
    with open(theirs, "w", encoding="utf-8") as stream:  # noqa: PTH123  # a descriptor has no path
        render(what, "table", stream)
    reader.join()
    os.close(ours)
    return b"".join(received).decode("utf-8").replace("\r\n", "\n")


def read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def with_styles(line: str) -> str:
    """ "[bold]Ada Sample[]": every stretch after the name of its style."""
    segments = Text.from_ansi(line, end="").render(Console())
    return "".join(f"[{one.style}]{one.text}[]" if one.style else one.text for one in segments if one.text)


def without_colours(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize("width", [80, 100, 140, 200])
@pytest.mark.parametrize("name", REPORTS)
def test_view_is_as_expected(name: str, width: int, check_expected: Callable[[str, str], None]) -> None:
    check_expected(f"reports/{name}-{width}.txt", shown(REPORTS[name], view=ViewOptions(width=width)))


@pytest.mark.parametrize("name", REPORTS)
def test_view_without_unicode_is_as_expected(name: str, check_expected: Callable[[str, str], None]) -> None:
    check_expected(f"reports/{name}-ascii.txt", shown(REPORTS[name], encoding="ascii"))


@pytest.mark.parametrize("name", REPORTS)
def test_colours_are_as_expected(
    name: str, check_expected: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    lines = shown(REPORTS[name], view=ViewOptions(width=80)).splitlines()
    check_expected(f"reports/{name}-colours.txt", "".join(f"{with_styles(line)}\n" for line in lines))


@pytest.mark.parametrize("width", [20, 60, 80, 111, 130, 160, 300])
@pytest.mark.parametrize("name", REPORTS)
def test_no_line_is_wider_than_the_console(name: str, width: int) -> None:
    lines = shown(REPORTS[name], view=ViewOptions(width=width)).splitlines()
    assert max(map(cell_len, lines)) <= max(width, 60)


def test_no_line_ends_in_spaces() -> None:
    assert not [line for what in REPORTS.values() for line in shown(what).splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("columns", [80, 140])
def test_a_terminal_gets_its_width_and_colours(columns: int) -> None:
    text = on_terminal(REPORTS["one"], columns)
    assert "\x1b[" in text
    piped = shown(REPORTS["one"], view=ViewOptions(width=columns))
    assert without_colours(text) == piped.replace("[? REVIEW]", " ? REVIEW ")


def test_a_pipe_gets_a_fixed_width_and_no_colours() -> None:
    text = shown(REPORTS["one"])
    assert "\x1b" not in text
    assert 80 < max(map(cell_len, text.splitlines())) <= 120


def test_columns_are_honoured_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    assert shown(REPORTS["one"]) == shown(REPORTS["one"], view=ViewOptions(width=90))


@pytest.mark.parametrize("columns", ["", "0", "wide", "²"])
def test_columns_that_are_no_width_are_ignored(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = shown(REPORTS["one"])
    monkeypatch.setenv("COLUMNS", columns)
    assert shown(REPORTS["one"]) == expected


def test_force_color_colours_a_pipe_and_no_color_takes_colours_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert re.search(r"\x1b\[[0-9;]*38;5;", shown(REPORTS["one"]))
    monkeypatch.setenv("NO_COLOR", "1")
    text = shown(REPORTS["one"])
    assert not re.search(r"\x1b\[[0-9;]*[349][0-8]", text)
    assert "\x1b[1m" in text  # bold is no colour


def test_red_is_for_gates_that_are_not_met(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "✗" in shown(REPORTS["one"])  # a nice-to-have
    assert "\x1b[38;5;196m" not in shown(REPORTS["one"])
    assert "\x1b[38;5;196m✗" in shown(report(Outcome("dara.pdf", None, DARA)))


def test_a_dumb_terminal_gets_plain_signs_in_its_own_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    text = shown(REPORTS["several"], view=ViewOptions(width=100))
    assert "✓" not in text
    assert "Árnadóttir" in text  # UTF-8 still is


def test_letters_that_the_encoding_lacks_lose_their_accents_or_are_escaped() -> None:
    text = shown(REPORTS["several"], encoding="ascii")
    assert "Bo Lindqvist-Arnadottir" in text
    assert r"\u9673" in text
    assert "Árnadóttir" in shown(REPORTS["several"], encoding="latin-1")


def test_a_view_can_be_recorded() -> None:
    console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True)
    print_report(REPORTS["one"], console)
    assert "REVIEW" in console.export_svg(title="screen")


def test_candidates_are_ranked_by_verdict_then_score_then_path() -> None:
    text = shown(REPORTS["several"])
    order = ["FIT", "bo-lindqvist (1).docx", "bo-lindqvist.docx", "chen", "REVIEW", "Ada", "NO FIT", "Dara", "eli.pdf"]
    places = [text.index(f" {words}]") if words.isupper() else text.index(words) for words in order]
    assert places == sorted(places)


def test_top_cuts_the_candidates_but_not_the_summary() -> None:
    text = shown(REPORTS["several"], view=ViewOptions(top=2))
    assert "the first 2 of 6 are shown" in text
    assert re.search(r"FIT\W+2 of 3\n", text)
    assert "Dara" not in text
    assert "6 screened: 3 fit, 1 review, 2 no fit; 2 unreadable; 1 duplicate; 1 skipped" in text


def test_several_files_can_be_shown_in_detail() -> None:
    text = shown(REPORTS["several"], view=ViewOptions(detailed=True))
    assert text.count("Why it fits") == 3


def test_a_run_that_was_stopped_says_so() -> None:
    assert "stopped before the last file" in shown(report(*MANY, complete=False))


def test_a_role_without_gates_has_a_table_without_flags() -> None:
    gates = tuple(item for item in ROLE.requirements if item.importance is not Importance.MUST)
    text = shown(report(*MANY, role=replace(ROLE, requirements=gates)))
    assert "┌" not in text
    assert "candidate" in text


def test_a_role_with_very_many_gates_still_fits() -> None:
    gates = tuple(replace(FINDINGS[1].requirement, name=f"Skill {number}") for number in range(200))
    lines = shown(report(*MANY, role=replace(ROLE, requirements=gates)), view=ViewOptions(width=80)).splitlines()
    assert max(map(cell_len, lines)) <= 80


def test_a_resume_without_anything_is_shown() -> None:
    bare = replace(BO.resume, positions=(), education=(), hidden=(), warnings=(), claim=None)
    judged = replace(BO, resume=bare, position_months=(), findings=(), warnings=(), verdict=Verdict.NO_FIT)
    text = shown(report(Outcome("bare.pdf", None, judged)))
    assert "NO FIT" in text
    assert "Positions" not in text


def test_a_duplicate_is_marked() -> None:
    text = shown(report(Outcome("b.pdf", None, screening(), "a.pdf")))
    assert "same candidate as a.pdf" in text


def test_an_empty_report_says_that_nothing_was_screened() -> None:
    assert "0 screened" in shown(report())


def test_every_format_is_in_the_table() -> None:
    folder = Path(str(screener.reports.__file__)).parent
    modules = {f"screener.reports.{file.stem}" for file in folder.glob("*.py") if not file.stem.startswith("_")}
    writers = {name for name in modules if hasattr(importlib.import_module(name), "write")}
    assert writers
    assert writers == {writer.module for writer in FORMATS.values()}
    assert all(callable(load_format(name).write) for name in FORMATS)
