"""What stands at one height by chance isn't taken for a row, and what a page breaks is put together."""

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.engines.pdf_tex import tex_characters
from screener.documents.limits import Limits
from screener.model.document import Document
from tests.documents.pdf_fixtures import column, make_pdf, text


def read(*programs: str) -> Document:
    return extract(make_pdf(*programs), "sha", Limits())


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


JOBS = ["Engineer, Acme", "Built services that sell tickets", "Developer, Globex", "Wrote the maps of a small town"]
PROSE = "Wrote the maps of a small town at a large river"
SIDEBAR = ["SKILLS", "Node.js", "Redis", "LANGUAGES", "English", "German"]


def test_a_sidebar_whose_blocks_begin_on_rows_by_chance_is_no_column_of_labels() -> None:
    heights = [700, 688, 676, 652, 640, 628]
    program = "".join(text(words, 40, y) for words, y in zip(SIDEBAR, heights, strict=True))
    program += column([*JOBS, *JOBS, *JOBS], 160, 700)
    document = read(program)
    assert [line.text for line in document.lines if line.region == 0] == [*JOBS, *JOBS, *JOBS]
    assert [line.text for line in document.lines if line.region == 1] == SIDEBAR


def test_a_sidebar_with_a_name_above_a_heading_beside_another_is_whole() -> None:
    sidebar = text("Matilda", 40, 722, size=18) + text("Testerson", 40, 702, size=18) + column(SIDEBAR, 40, 676)
    main = column(["SUMMARY", "A developer, and a patient one", "EXPERIENCE", *JOBS, *JOBS], 200, 716, leading=20)
    assert texts(read(sidebar + main))[:3] == ["Matilda", "Testerson", "SKILLS"]


def test_one_text_in_two_equal_columns_is_read_in_place_on_every_page() -> None:
    left = ["EXPERIENCE", "Engineer, Acme, 2021 – 2024", "Built the services that sell all tickets of the town"] * 4
    right = ["and kept them running on all days and most nights", "Developer, Globex, 2018 – 2021", PROSE] * 4
    columns = column(left, 40, 700) + column(right, 320, 700)
    document = read(text("Jane Example", 40, 740, size=18) + columns, columns)
    assert {line.region for line in document.lines} == {0}
    assert texts(document) == ["Jane Example", *left, *right, *left, *right]


@pytest.mark.parametrize("footer", ["Page {} - Resume of Jane Example", "Resume of Jane Example"])
def test_a_line_at_the_foot_of_several_pages_does_not_come_between_their_text(footer: str) -> None:
    pages = [
        text("Engineer, Acme" if number == 1 else "kept it running", 72, 700) + text(footer.format(number), 72, 30)
        for number in (1, 2)
    ]
    assert texts(read(*pages))[:2] == ["Engineer, Acme", "kept it running"]


def test_a_name_at_the_head_of_several_pages_stays_on_the_first() -> None:
    pages = [text("Jane Example", 72, 760) + column(words, 72, 700) for words in (JOBS[:2], JOBS[2:])]
    assert texts(read(*pages)) == ["Jane Example", *JOBS, "Jane Example"]


def test_a_range_whose_dash_has_wrapped_is_one_label() -> None:
    program = ""
    for at, label in enumerate(
        [("Aug 2024", "– Present"), ("Nov 2022", "– Aug", "2023"), ("Jan", "2020 – Oct", "2022")]
    ):
        program += column(label, 72, 700 - 60 * at) + column(["Engineer", "Acme", "Built it"], 130, 700 - 60 * at)
        program += text("and a much longer line that reaches the right edge of the text", 130, 664 - 60 * at)
    dates = [line.cells[0].text for line in read(program).lines if len(line.cells) > 1]
    assert dates == ["Aug 2024 – Present", "Nov 2022 – Aug 2023", "Jan 2020 – Oct 2022"]


def test_letters_set_as_wide_apart_as_cells_are_words() -> None:
    program = "".join(text(letter, 72 + 18 * at, 700) for at, letter in enumerate("SKILLS"))
    assert texts(read(program + text("Node.js", 72, 680))) == ["SKILLS", "Node.js"]


def test_the_encoding_of_bitmaps_is_told_by_its_ligatures_dashes_and_codes() -> None:
    ascii_letters = {ord(letter) for letter in "Refndwit"}
    assert tex_characters({*ascii_letters, 12, 123})[12] == "fi"
    assert tex_characters({*ascii_letters, 12, 123})[123] == "\u2013"
    assert tex_characters({*ascii_letters, 21, 28}) | {21: "\u2013", 28: "fi"} == tex_characters(
        {*ascii_letters, 21, 28}
    )
    assert tex_characters({*ascii_letters, 28, 233, 255})[255] == "ß"
    assert tex_characters({*ascii_letters, 18, 28})[28] == "ø"
    assert tex_characters({207, 240, 232, 226, 229, 242})[207] == "П"
    assert tex_characters({136}) == {136: "•"}
    assert tex_characters({15}) == {15: "•"}
