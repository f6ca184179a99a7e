"""Pages are read as a person reads them: columns, sidebars, dates, labels and page numbers."""

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.model.document import Document
from tests.documents.pdf_fixtures import column, make_pdf, text

PROSE = [
    "Built the booking service with Node.js and",
    "moved its data from files to PostgreSQL",
    "Led a small team of backend engineers and",
    "wrote down how the services fit together",
    "Cut the time of the nightly jobs in half",
    "and kept the old interfaces alive",
    "Answered for the service at night",
    "and taught others how to do it",
]
SKILLS = ["SKILLS", "Node.js", "NestJS", "MongoDB", "LANGUAGES", "English", "German", "CONTACT", "jane@example.com"]


def read(*programs: str) -> Document:
    return extract(make_pdf(*programs), "sha", Limits())


def texts(document: Document, region: int | None = None) -> list[str]:
    return [line.text for line in document.lines if region in (None, line.region)]


def test_two_columns_are_read_one_after_the_other() -> None:
    program = text("Jane Example", 72, 740, size=20) + column(PROSE, 72, 700) + column(SKILLS, 400, 702, leading=15)
    document = read(program)
    assert texts(document) == ["Jane Example", *PROSE, *SKILLS]
    assert texts(document, 0) == ["Jane Example", *PROSE]
    assert {line.region for line in document.lines if line.text in SKILLS} == {1}


def test_a_sidebar_at_the_left_does_not_interrupt_the_main_text() -> None:
    first = text("Jane Example", 230, 740, size=20) + column(SKILLS, 40, 702, leading=15) + column(PROSE, 230, 700)
    second = column(["HOBBIES", "Chess", "Rowing"], 40, 702, leading=15) + column(PROSE[::-1], 230, 700)
    document = read(first, second)
    assert texts(document, 0) == ["Jane Example", *PROSE, *PROSE[::-1]]
    assert texts(document, 1) == [*SKILLS, "HOBBIES", "Chess", "Rowing"]
    assert [line.region for line in document.lines] == sorted(line.region for line in document.lines)


def test_a_sidebar_with_the_name_comes_first() -> None:
    program = text("Jane Example", 40, 740, size=20) + column(SKILLS, 40, 702, leading=15) + column(PROSE, 230, 735)
    document = read(program)
    assert document.lines[0].text == "Jane Example"
    assert texts(document)[-len(PROSE) :] == PROSE


def test_lines_are_numbered_within_their_page_in_reading_order() -> None:
    page = column(PROSE, 72, 700) + column(SKILLS, 400, 702, leading=15)
    document = read(page, page)
    for number in (1, 2):
        numbers = [line.number for line in document.lines if line.page == number]
        assert numbers == list(range(1, len(numbers) + 1))


def test_a_header_of_pieces_stays_above_the_columns() -> None:
    header = text("jane@example.com", 72, 740) + text("555-0100", 250, 740) + text("Springfield", 400, 740)
    program = header + column(PROSE, 72, 690) + column(SKILLS, 400, 692, leading=15)
    assert texts(read(program))[0] == "jane@example.com   555-0100   Springfield"


def test_dates_at_the_right_edge_stay_with_their_titles() -> None:
    program = ""
    for at, (title, date) in enumerate([("Engineer, Acme", "2019 – 2021"), ("Developer, Globex", "2016 – 2019")] * 3):
        y = 700 - 50 * at
        program += text(title, 72, y) + text(date, 480, y) + column(["- Built services", "- Ran teams"], 80, y - 13)
    document = read(program)
    assert texts(document)[:3] == ["Engineer, Acme   2019 – 2021", "Built services", "Ran teams"]
    assert {line.region for line in document.lines} == {0}
    assert len(document.lines[0].cells) == 2


def test_a_date_that_floats_above_its_title_is_settled_there() -> None:
    program = ""
    for at in range(3):
        y = 700 - 60 * at
        program += (
            text("2019 – 2021", 480, y + 8, size=9) + text(f"Engineer {at}", 72, y) + text("Built it", 72, y - 25)
        )
        program += text(
            "and a much longer line that reaches the right edge of the text, as most lines of prose do", 80, y - 37
        )
    assert texts(read(program))[0] == "Engineer 0   2019 – 2021"


def test_a_date_beside_the_first_bullet_belongs_to_the_row_above() -> None:
    program = text("Engineer, Acme", 72, 700) + text("Springfield", 480, 700)
    program += text("\u2022 Built services", 72, 687) + text("2019 – 2021", 478, 687) + text("• Ran teams", 72, 674)
    document = read(program)
    assert document.lines[0].text == "Engineer, Acme   Springfield   2019 – 2021"
    assert [(line.text, line.bullet) for line in document.lines[1:]] == [("Built services", True), ("Ran teams", True)]


def test_labels_at_the_left_are_cells_and_put_together_where_they_wrap() -> None:
    program = ""
    for at, (upper, lower) in enumerate(
        [("June 2020 –", "Present"), ("July 2015 –", "May 2020"), ("June 2012 –", "June 2015")]
    ):
        y = 700 - 60 * at
        program += text(upper, 72, y) + text(lower, 72, y - 12) + text("Engineer, Acme, Springfield", 136, y, font="F2")
        program += column(PROSE[:3], 136, y - 12, size=9, leading=11)
    document = read(program)
    assert document.lines[0].text == "June 2020 – Present   Engineer, Acme, Springfield"
    assert texts(document)[1:4] == PROSE[:3]
    assert document.lines[4].text == "July 2015 – May 2020   Engineer, Acme, Springfield"


def test_labels_that_follow_each_other_stay_apart() -> None:
    program = "".join(
        text(label, 72, 700 - 16 * at) + text(title, 140, 700 - 16 * at, font="F2")
        for at, (label, title) in enumerate(
            [("2009 – 2012", "PhD"), ("2007 – 2009", "Master"), ("2003 – 2007", "Bachelor")]
        )
    )
    assert texts(read(program)) == ["2009 – 2012   PhD", "2007 – 2009   Master", "2003 – 2007   Bachelor"]


def test_hyphenated_labels_lose_their_hyphens() -> None:
    program = text("Education of any kind stands under this heading", 72, 730) + text(
        "A longer line of text " * 4, 72, 715
    )
    program += column(["Bach-", "elor of", "Tech-", "nology"], 72, 690) + text("Some University, Computing", 110, 690)
    assert texts(read(program))[2] == "Bachelor of Technology   Some University, Computing"


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("Jun 2023 –", "Present", "Jun 2023 – Present"),
        ("Feb 2021 – May", "2023", "Feb 2021 – May 2023"),
        ("2021-03 – 2025-", "09", "2021-03 – 2025-09"),
        ("2021 –", "2025", "2021 – 2025"),
    ],
)
def test_a_date_that_wraps_is_put_together(upper: str, lower: str, whole: str) -> None:
    program = column(["A line that is as wide as this column"] * 2, 72, 730)
    program += text("Acme Systems", 72, 700) + text(upper, 240 - 5 * len(upper), 700) + text(lower, 72, 688)
    assert texts(read(program + text("Built it", 72, 670)))[2:] == [f"Acme Systems   {whole}", "Built it"]


def test_a_name_beside_an_address_comes_before_it() -> None:
    program = text("Jane Example", 72, 740, size=24) + text("Backend Engineer", 72, 716)
    for at, line in enumerate(["12 Some Street", "Springfield", "jane@example.com", "555-0100"]):
        program += text(line, 440, 750 - 12 * at)
    program += text("EXPERIENCE", 72, 680) + text("Engineer, Acme", 72, 665) + text("2019 – 2021", 485, 665)
    program += text(
        "A line of prose that goes from the left edge all the way to the right edge, as prose does, and on", 72, 650
    )
    lines = texts(read(program))
    assert lines[:3] == ["Jane Example", "Backend Engineer", "12 Some Street"]
    assert lines[6:8] == ["EXPERIENCE", "Engineer, Acme   2019 – 2021"]


def test_chips_are_read_row_by_row() -> None:
    rows = [["Node.js", "NestJS", "Azure"], ["MongoDB", "PostgreSQL", "Git"], ["Docker", "Kafka", "Redis"]]
    program = "".join(text(chip, 72 + 90 * x, 700 - 20 * y) for y, row in enumerate(rows) for x, chip in enumerate(row))
    assert [[cell.text for cell in line.cells] for line in read(program).lines] == rows


def test_page_numbers_come_last() -> None:
    pages = [column(PROSE, 72, 700) + text(f"Page {n} of 2", 280, 30) for n in (1, 2)]
    lines = texts(read(*pages))
    assert lines == [*PROSE, *PROSE, "Page 1 of 2", "Page 2 of 2"]


def test_years_at_the_foot_of_a_page_are_text() -> None:
    lines = texts(read(column(PROSE, 72, 700) + text("Engineer, Acme, 2019", 72, 30), text("next page", 72, 700)))
    assert lines[len(PROSE)] == "Engineer, Acme, 2019"


def test_turned_text_is_set_apart() -> None:
    turned = "BT /F1 9 Tf 0 1 -1 0 30 300 Tm (generated by a template) Tj ET"
    document = read(turned + column(PROSE, 72, 700))
    assert texts(document) == [*PROSE, "generated by a template"]
    assert document.lines[-1].region != 0


def test_the_right_edge_is_the_columns() -> None:
    document = read(column(PROSE, 72, 700) + column(SKILLS, 400, 702, leading=15))
    longest = max(line.cells[-1].x1 for line in document.lines if line.region == 0)
    assert {line.right_edge for line in document.lines if line.region == 0} == {longest}
    assert all(line.right_edge > 400 for line in document.lines if line.region == 1)
