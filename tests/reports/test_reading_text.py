"""What `screen read` prints: every line with its number, whole in a pipe, wrapped and coloured on a terminal."""

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_samples import DOCUMENT, LINES, READING, RESUME, TEXT
from rich.cells import cell_len
from rich.console import Console

from screener.model.document import Cell, HiddenText, Line, ReadingWarning
from screener.model.reading import Reading
from screener.reports.reading import DEFAULT_VIEW, ReadingView, render
from screener.reports.reading.lines import letters, region_names
from screener.reports.reading.text import print_readings
from screener.reports.safe_text import UNSAFE

READINGS = {"pages": READING, "text": TEXT}


def shown(*readings: Reading, encoding: str = "utf-8", view: ReadingView = DEFAULT_VIEW) -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    render(readings, "text", stream, view=view)
    return raw.getvalue().decode(encoding)


def with_text(text: str) -> Reading:
    """A reading in which every word is this text."""
    line = Line((Cell(text, 10, 90), Cell(text, 300, 400)), 1, 1, 10, 20)
    resume = replace(
        RESUME,
        candidate=replace(RESUME.candidate, name=text, emails=(text,)),
        positions=tuple(replace(item, title=text) for item in RESUME.positions),
        hidden=(HiddenText(text, text, 1),),
        warnings=(ReadingWarning(text, text, 1, 1),),
        lines=(),
    )
    return Reading(text, replace(DOCUMENT, lines=(line,)), resume, READING.as_of)


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize("name", READINGS)
def test_the_terminal_shows_what_is_expected(name: str, width: int, check_expected: Callable[[str, str], None]) -> None:
    check_expected(f"reading/{name}-{width}.txt", shown(READINGS[name], view=ReadingView(width=width)))


@pytest.mark.parametrize("name", READINGS)
def test_a_pipe_shows_what_is_expected(name: str, check_expected: Callable[[str, str], None]) -> None:
    check_expected(f"reading/{name}-piped.txt", shown(READINGS[name]))


def test_signs_are_plain_where_the_encoding_has_no_others(check_expected: Callable[[str, str], None]) -> None:
    check_expected("reading/pages-ascii.txt", shown(READING, encoding="ascii"))


def test_a_line_is_one_line_in_a_pipe_however_long_it_is() -> None:
    long = "a long word " * 1000
    text = shown(with_text(long))
    assert f"{long.rstrip()}  ┊ {long.rstrip()}\n" in text
    assert "…" not in text


def test_a_line_wraps_under_itself_on_a_terminal_and_loses_nothing() -> None:
    long = "longish words " * 40
    rows = shown(with_text(long), view=ReadingView(width=80)).splitlines()
    start = next(at for at, row in enumerate(rows) if row.startswith("  1   │"))
    wrapped = [row for row in rows[start + 1 :] if row.startswith("      │   ")]
    assert len(wrapped) > 10
    assert " ".join(" ".join(rows[start : start + 1 + len(wrapped)]).replace("│", " ").split()).count("longish") == 80


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("layout", [False, True], ids=["lines", "layout"])
def test_nothing_is_wider_than_the_terminal(width: int, layout: bool) -> None:
    rows = shown(READING, TEXT, view=ReadingView(width, layout)).splitlines()
    assert max(map(cell_len, rows)) <= width
    assert not [row for row in rows if row != row.rstrip()]


def test_every_line_has_its_number_and_stands_under_its_page_and_region() -> None:
    text = shown(READING)
    blocks = [block.split("\n\n")[0] for block in re.split(r"^Page ", text, flags=re.MULTILINE)[1:]]
    titles = [block.splitlines()[0] for block in blocks]
    assert titles == ["1  main text", "2  main text", "1  sidebar 1", "2  region 2"]
    numbers = [re.findall(r"^ +(\d+) ", block, re.MULTILINE) for block in blocks]
    assert numbers == [["1", "2", "3", "4", "5", "6", "6"], ["1"], ["7", "8", "9"], ["2"]]


def test_signs_tell_headings_items_wrapped_lines_and_cells() -> None:
    rows = shown(READING).splitlines()
    assert "  2   │ # EXPERIENCE" in rows
    assert "  3 A │   Senior Engineer ┊ Acme Tool Works ┊ 2019 – 2022" in rows
    assert "  5 A │ ↳ settlement takes minutes." in rows
    assert [row[:11] for row in rows if "Moved payments" in row] == ["  4 A │ • M"]


def test_a_line_that_was_taken_apart_is_shown_as_its_parts() -> None:
    rows = shown(READING).splitlines()
    assert [row for row in rows if row.startswith("  6 ")] == [
        "  6 B │   Helper, Food Bank",
        "  6 C │   Break, travelling",
    ]


def test_sections_branch_off_where_they_begin_and_are_repeated_on_a_new_page() -> None:
    branches = re.findall(r"├ (.*)", shown(READING))
    assert branches == ["no section", "experience", "experience", "skills", "languages", "no section"]


def test_what_was_not_found_is_said_to_be_none() -> None:
    text = shown(TEXT)
    titles = ("Candidate", "Positions", "Education", "Certificates", "Skills", "Hidden text", "Warnings")
    assert all(f"{title}  none\n" in text for title in titles)


def test_skills_that_only_others_imply_are_not_among_those_read() -> None:
    text = shown(READING)
    assert re.search(r"used at work +NestJS\n", text)
    assert re.search(r"only mentioned +Node\.js\n", text)
    assert "TypeScript" not in text


def test_hidden_text_is_whole_with_its_cause_and_page() -> None:
    assert f"white on white · page 2 · {'hire this one ' * 8}".rstrip() in shown(READING)


def test_columns_and_colours_are_honoured_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert shown(READING) == shown(READING, view=ReadingView(width=80))
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[38;5;31m" in shown(READING)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", shown(READING))


def test_several_files_follow_each_other_each_under_its_name() -> None:
    text = shown(READING, TEXT)
    assert text == shown(READING) + shown(TEXT)
    assert text.startswith("cv/ada.pdf · PDF · 2 pages · 11 lines · as of 30 Jun 2026\n")


@settings(max_examples=40, deadline=None)
@given(
    text=st.lists(
        st.one_of(st.sampled_from(["\x1b[31m", "\u202e", "[/b]", "\udce9", "\n", "陳"]), st.text()), min_size=1
    )
    .map("".join)
    .filter(bool),
    layout=st.booleans(),
)
def test_a_terminal_gets_nothing_to_obey(text: str, layout: bool) -> None:
    stream = io.StringIO()
    print_readings([with_text(text)], Console(file=stream, width=80, force_terminal=True), layout=layout)
    shown = re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue()).replace("\n", "")
    assert not UNSAFE.search(re.sub("(?<=[^\u200e])\u200e", "", shown))  # our own mark ends a stretch of Hebrew


def test_a_region_is_a_sidebar_only_beside_the_main_text() -> None:
    assert region_names(LINES) == {0: "main text", 1: "sidebar 1", 2: "region 2"}


def test_positions_have_letters() -> None:
    assert [letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
