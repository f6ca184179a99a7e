"""Pages drawn as boxes: everything at its place, nothing lost, whatever a file claims."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_samples import DOCUMENT, READING, TEXT

from screener.model.document import Cell, Line, PageSize
from screener.model.reading import Reading
from screener.reports.reading import ReadingView, render

SIZE = PageSize(600, 800)
NUMBERS = st.floats(allow_nan=True, allow_infinity=True)


def drawn(reading: Reading, width: int = 100, encoding: str = "utf-8") -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    render([reading], "text", stream, view=ReadingView(width=width, layout=True))
    return raw.getvalue().decode(encoding)


def reading_of(*lines: Line, size: PageSize = SIZE) -> Reading:
    return replace(READING, document=replace(DOCUMENT, lines=lines, page_sizes=(size,), page_count=1))


def line(number: int, top: float, x0: float, text: str, region: int = 0) -> Line:
    return Line((Cell(text, x0, x0 + 200),), 1, number, top, top + 10, region, x0 + 200)


@pytest.mark.parametrize("width", [80, 140])
def test_the_drawing_is_as_expected(width: int, check_expected: Callable[[str, str], None]) -> None:
    check_expected(f"reading/layout-{width}.txt", drawn(READING, width))


def test_plain_signs_draw_it_too(check_expected: Callable[[str, str], None]) -> None:
    check_expected("reading/layout-ascii.txt", drawn(READING, 80, "ascii"))


def test_a_page_keeps_its_proportions() -> None:
    rows = [row for row in drawn(reading_of(line(1, 10, 10, "one"))).splitlines() if row[:1] in "┌│└" and row]
    assert 0.9 < (len(rows) * 2) / len(rows[0]) / (800 / 600) < 1.1


def test_columns_stand_beside_each_other_with_their_numbers() -> None:
    text = drawn(reading_of(line(1, 100, 300, "Work"), line(2, 115, 300, "More"), line(3, 100, 50, "Skills", 1)))
    row = next(row for row in text.splitlines() if "Work" in row)
    assert row.index("3 Skills") < row.index("1 Work")
    assert "─ main text, 2 lines ─" in text
    assert "─ sidebar 1" in text


def test_a_column_that_begins_higher_is_a_box_of_its_own() -> None:
    text = drawn(reading_of(line(1, 100, 50, "a"), line(2, 300, 50, "b"), line(3, 100, 350, "c")))
    assert text.count("main text,") == 2


def test_lines_on_top_of_each_other_are_all_shown() -> None:
    text = drawn(reading_of(*(line(number, 100 + number % 2, 50, f"word{number}") for number in range(1, 30))))
    assert all(f"word{number}" in text for number in range(1, 30))


def test_a_date_at_the_right_stays_whole_where_there_is_room() -> None:
    cells = (Cell("Engineer", 50, 100), Cell("September 2019 – December 2022", 480, 550))
    text = drawn(reading_of(Line(cells, 1, 1, 50, 60, 0, 550)))
    assert "1 Engineer" in text
    assert "September 2019 – December 2022│" in text


def test_a_line_set_at_the_right_edge_ends_there() -> None:
    text = drawn(
        reading_of(line(1, 50, 50, "Left"), Line((Cell("Last updated in May 2026", 200, 250),), 1, 2, 70, 80, 0, 250))
    )
    assert "2 Last updated in May 2026│" in text


def test_a_file_without_geometry_says_so_in_one_line() -> None:
    text = drawn(TEXT)
    [line] = [row for row in text.splitlines() if "doesn't say where on the page" in row]
    assert line.startswith("A file of this kind (text)")


def test_what_is_cut_is_said_to_be_cut() -> None:
    assert "without --layout every line is shown whole" in drawn(READING, 140)


def test_a_page_with_too_many_lines_says_how_many_are_drawn() -> None:
    text = drawn(reading_of(*(line(number, number, 50, "x") for number in range(2500))))
    assert "the first 2000 of 2500 lines are drawn" in text


def test_an_empty_page_is_drawn_empty() -> None:
    assert "page 1, 600 × 800 pt" in drawn(reading_of())


@settings(max_examples=60, deadline=None)
@given(data=st.data(), width=NUMBERS, height=NUMBERS)
def test_no_claim_of_a_file_breaks_the_drawing(data: st.DataObject, width: float, height: float) -> None:
    lines = [
        Line((Cell("text", data.draw(NUMBERS), data.draw(NUMBERS)),), 1, number, data.draw(NUMBERS), data.draw(NUMBERS))
        for number in range(1, 6)
    ]
    text = drawn(reading_of(*lines, size=PageSize(width, height)), 80)
    assert len(text.splitlines()) < 400
