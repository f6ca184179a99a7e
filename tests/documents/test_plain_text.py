"""Text files: lines as typed, cells where a gap was left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.documents.engines.plain_text import decode_text, extract
from screener.documents.limits import Limits
from screener.errors import EmptyFile, NoTextLayer
from screener.model.document import Document, Line


def read(text: str, limits: Limits | None = None) -> Document:
    return extract(text.encode(), "0" * 64, limits or Limits())


def only_line(text: str) -> Line:
    (line,) = read(text).lines
    return line


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("Ada Example", ["Ada Example"], id="one"),
        pytest.param("Acme  2019", ["Acme", "2019"], id="two spaces"),
        pytest.param("Acme\t\t2019 – 2021", ["Acme", "2019 – 2021"], id="tabs"),
        pytest.param("    indented", ["indented"], id="indented"),
        pytest.param("Led a team.  Wrote Go.", ["Led a team. Wrote Go."], id="two spaces after a sentence"),
        pytest.param("Led a team.   2019", ["Led a team.", "2019"], id="three spaces after a sentence"),
        pytest.param("a@example.com  |  555-0100", ["a@example.com", "555-0100"], id="a separator with gaps"),
        pytest.param("Jan 2020  –  Present", ["Jan 2020 – Present"], id="a dash with gaps"),
        pytest.param("pro\ufb01cient in\u00a0C", ["proficient in C"], id="ligature and odd space"),
    ],
)
def test_gaps_split_cells(text: str, cells: list[str]) -> None:
    assert [cell.text for cell in only_line(text).cells] == cells


@pytest.mark.parametrize("text", ["• Node.js", "- Node.js", "  * Node.js", "•\tNode.js"])
def test_bullets_are_told_and_taken_off(text: str) -> None:
    line = only_line(text)
    assert (line.bullet, line.text) == (True, "Node.js")


def test_a_paragraph_starts_after_a_blank_line() -> None:
    lines = read("Ada\nEngineer\n\n  \nSkills\nGo").lines
    assert [line.paragraph_start for line in lines] == [True, None, True, None]


@pytest.mark.parametrize("text", ["# Skills\nGo", "Skills\n------\nGo", "\nSkills\n======\n\nGo", "  ## Skills\nGo"])
def test_headings_that_are_marked_or_underlined(text: str) -> None:
    assert [(line.text, line.heading) for line in read(text).lines] == [("Skills", True), ("Go", False)]


def test_a_rule_between_paragraphs_is_no_text_and_makes_no_heading() -> None:
    lines = read("Ada\nwrote programs\n-----\nGo").lines
    assert [(line.text, line.heading) for line in lines] == [("Ada", False), ("wrote programs", False), ("Go", False)]


def test_c_sharp_and_hashes_in_text_are_no_headings() -> None:
    assert not only_line("C# and F#").heading
    assert only_line("#hashtag").text == "#hashtag"


def test_form_feeds_turn_pages() -> None:
    document = read("Ada\nEngineer\fSkills\n\fGo")
    assert [(line.page, line.number) for line in document.lines] == [(1, 1), (1, 2), (2, 1), (3, 1)]
    assert document.page_count == 3


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("Zoë – Müller".encode(), "Zoë – Müller", id="utf-8"),
        pytest.param("Zoë".encode("utf-8-sig"), "Zoë", id="utf-8 with a mark"),
        pytest.param("Zoë".encode("utf-16"), "Zoë", id="utf-16"),
        pytest.param(b"\xfe\xff" + "Zoë".encode("utf-16-be"), "Zoë", id="utf-16 the other way round"),
        pytest.param("Zoë".encode("utf-32"), "Zoë", id="utf-32"),
        pytest.param("Zoë “x” – €".encode("cp1252"), "Zoë “x” – €", id="windows"),
        pytest.param(b"Zo\xeb \x81", "Zo\xeb \x81", id="latin-1"),
        pytest.param("Zoë, Müller, Łódź".encode()[:-1], "Zoë, Müller, Łód\ufffd", id="utf-8, cut"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decode_text(data) == text


def test_files_without_text() -> None:
    with pytest.raises(EmptyFile):
        extract(b"", "", Limits())
    with pytest.raises(NoTextLayer):
        read(" \n\t\n")


def test_what_is_beyond_the_limits_is_not_read_and_said_so() -> None:
    document = read("Ada Example", Limits(characters=3))
    assert (document.text, [warning.code for warning in document.warnings]) == ("Ada", ["character-limit"])
    document = read("one\ftwo\fthree", Limits(pages=2))
    assert (document.text, [warning.code for warning in document.warnings]) == ("one\ntwo", ["page-limit"])


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_read_or_hold_no_text(data: bytes) -> None:
    try:
        document = extract(data, "", Limits())
    except NoTextLayer:
        return
    assert all(cell.text and cell.text == cell.text.strip() for line in document.lines for cell in line.cells)


@pytest.mark.parametrize(
    "text", [" " * 900_000 + "x", "\t" * 900_000 + "x", "# " * 400_000 + "x", "- " * 400_000 + "x", "  –" * 300_000]
)
def test_long_monotonous_lines_take_no_time(text: str) -> None:
    assert read(text).lines
