"""Cells of tables, and cards, are read whole, however many lines of the page they share with others."""

from collections.abc import Sequence

import pytest

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.documents.marks import with_known_glyphs
from screener.documents.page import Paint, Run
from screener.documents.segments import find_segments
from screener.model.document import Document
from tests.documents.pdf_fixtures import column, make_pdf, text

COLUMNS = (60, 130, 210, 310)
LEADING = 12
Cells = Sequence[Sequence[str]]

FIRST: Cells = (
    ("May 2021 -", "Present"),
    ("Senior Backend", "Engineer"),
    ("Northfield Grain", "Analytics, Leeds"),
    ("• Built the booking service with Node.js and", "PostgreSQL", "• Cut the time of the nightly jobs"),
)
SECOND: Cells = (
    ("Jan 2019 -", "Apr 2021"),
    ("Developer",),
    ("Offgrid Traffic", "Ltd, Bergen"),
    ("• Ran the hiring round together with", "the finance department", "• Wrote the firmware updater"),
)
THIRD: Cells = (
    ("Feb 2016 -", "Dec 2018"),
    ("Junior Software", "Developer"),
    ("Marigold", "Software"),
    ("• Moved the cron jobs to functions and kept", "the old interfaces alive"),
)
HEADS = [
    "May 2021 - Present   Senior Backend Engineer   Northfield Grain Analytics, Leeds",
    "Jan 2019 - Apr 2021   Developer   Offgrid Traffic Ltd, Bergen",
    "Feb 2016 - Dec 2018   Junior Software Developer   Marigold Software",
]
TASKS = [
    ["Built the booking service with Node.js and", "PostgreSQL", "Cut the time of the nightly jobs"],
    ["Ran the hiring round together with", "the finance department", "Wrote the firmware updater"],
    ["Moved the cron jobs to functions and kept", "the old interfaces alive"],
]
WHOLE = [line for head, tasks in zip(HEADS, TASKS, strict=True) for line in (head, *tasks)]


def table(rows: Sequence[Cells], *, x: Sequence[float] = COLUMNS, padding: float = 8, middle: bool = False) -> str:
    """Rows of cells from the top of the page downwards, without any lines between them."""
    program = text("EXPERIENCE", 60, 700, font="F2")
    y = 676.0
    for row in rows:
        height = max(len(cell) for cell in row)
        for left, cell in zip(x, row, strict=True):
            drop = LEADING * (height - len(cell)) / 2 if middle else 0
            program += column(cell, left, y - drop, leading=LEADING)
        y -= LEADING * height + padding
    return program + text("EDUCATION", 60, y - 14, font="F2") + text("BSc Computer Science, Ghent College", 60, y - 28)


def read(*programs: str) -> Document:
    return extract(make_pdf(*programs), "sha", Limits())


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def between_headings(document: Document) -> list[str]:
    lines = texts(document)
    return lines[lines.index("EXPERIENCE") + 1 : lines.index("EDUCATION")]


@pytest.mark.parametrize("padding", [0, 3, 8, 20])
def test_each_row_is_its_short_cells_and_then_its_long_one(padding: float) -> None:
    document = read(table([FIRST, SECOND, THIRD], padding=padding))
    assert between_headings(document) == WHOLE


def test_cells_are_apart_and_tasks_are_list_items() -> None:
    document = read(table([FIRST, SECOND, THIRD]))
    head = next(line for line in document.lines if line.text == HEADS[0])
    assert [cell.text for cell in head.cells] == HEADS[0].split("   ")
    assert [line.text for line in document.lines if line.bullet] == [
        task for tasks in TASKS for task in tasks if task[:1].isupper() and task != "PostgreSQL"
    ]


def test_short_cells_may_stand_at_the_middle_of_their_row() -> None:
    assert between_headings(read(table([FIRST, SECOND, THIRD], padding=14, middle=True))) == WHOLE


def test_the_names_of_the_columns_stay_one_line() -> None:
    caption = (("Period",), ("Position",), ("Employer",), ("Tasks",))
    read_rows = between_headings(read(table([caption, FIRST, SECOND, THIRD])))
    assert read_rows == ["Period   Position   Employer   Tasks", *WHOLE]


def test_a_long_cell_may_stand_between_short_ones() -> None:
    rows = [(row[0], row[3], row[1], row[2]) for row in (FIRST, SECOND, THIRD)]
    assert between_headings(read(table(rows, x=(60, 130, 360, 450)))) == WHOLE


def test_the_paragraphs_of_a_short_cell_are_lines_of_their_own() -> None:
    rows = [
        (("May 2021 - Jan 2023", "Leeds"), ("Senior Backend", "Engineer"), ("Northfield",), FIRST[3]),
        (("Jan 2019 - Apr 2021", "Bergen"), ("Software", "Developer"), ("Offgrid",), SECOND[3]),
    ]
    read_rows = between_headings(read(table(rows, x=(60, 180, 260, 340))))
    assert read_rows[:2] == ["May 2021 - Jan 2023   Senior Backend Engineer   Northfield", "Leeds"]


def test_a_table_in_which_nothing_is_torn_is_read_line_by_line() -> None:
    rows: list[Cells] = [(("2021 - 2023",), ("Developer",), ("Acme",), ("Built services",)) for _ in range(3)]
    assert between_headings(read(table(rows))) == ["2021 - 2023   Developer   Acme   Built services"] * 3


def test_lists_of_words_in_columns_are_read_line_by_line() -> None:
    words = [(("Node.js",), ("NestJS",), ("MongoDB",), ("Azure",)), (("Kafka",), ("Redis",), ("Docker",), ("Git",))]
    assert between_headings(read(table(words, padding=0))) == [
        "Node.js   NestJS   MongoDB   Azure",
        "Kafka   Redis   Docker   Git",
    ]


def card(title: str, dates: str, tasks: Sequence[str], x: float, y: float) -> str:
    return text(title, x, y, font="F2") + text(dates, x, y - 13) + column([f"• {task}" for task in tasks], x, y - 28)


CARDS = [
    (
        "Senior Developer, Acme",
        "May 2021 - Present",
        ["Built the booking service", "Cut the cost of the jobs", "Led a team"],
    ),
    ("Developer, Globex", "Jan 2019 - Apr 2021", ["Ran the hiring round"]),
    ("Engineer, Initech", "Feb 2016 - Dec 2018", ["Moved the cron jobs", "Wrote the updater"]),
    ("Trainee, Umbrella", "Aug 2014 - Jan 2016", ["Tested the services", "Answered the calls", "Drew the maps"]),
]
CARD_LINES = [line for title, dates, tasks in CARDS for line in (title, dates, *tasks)]


def test_cards_in_two_columns_are_read_row_by_row() -> None:
    program = text("EXPERIENCE", 60, 715, font="F2")
    for at, (title, dates, tasks) in enumerate(CARDS):
        program += card(title, dates, tasks, (60, 320)[at % 2], 690 - 90 * (at // 2))
    assert texts(read(program))[1:] == CARD_LINES


def test_columns_whose_jobs_begin_at_different_heights_are_read_one_after_the_other() -> None:
    program = text("EXPERIENCE", 60, 715, font="F2")
    for at, (title, dates, tasks) in enumerate(CARDS):
        program += card(title, dates, tasks, (60, 320)[at // 2], 690 - (90 if at < 2 else 70) * (at % 2))
    assert texts(read(program))[1:] == CARD_LINES


def test_three_cards_side_by_side_are_read_one_after_the_other() -> None:
    program = text("EXPERIENCE", 60, 715, font="F2")
    for at, (title, dates, tasks) in enumerate(CARDS[:3]):
        more = [*tasks, "Wrote down how all of the services", "of the company fit together"]
        program += card(title, dates, more, (60, 240, 420)[at], 690)
    lines = texts(read(program))
    places = [lines.index(title) for title, _, _ in CARDS[:3]]
    assert places == sorted(places)
    assert lines[places[0] : places[1]] == [CARDS[0][0], CARDS[0][1], *CARDS[0][2], *lines[places[0] + 5 : places[1]]]
    assert lines[places[1] + 1] == CARDS[1][1]


def test_a_right_column_of_two_lines_is_read_after_the_left_one() -> None:
    left = [f"Built the service number {at} with much care and" for at in range(8)]
    right = ["and kept the old interfaces of the warehouse", "alive for two years"]
    lines = texts(read(text("Jane Example", 60, 740, size=20) + column(left, 60, 700) + column(right, 330, 699)))
    assert lines == ["Jane Example", *left, *right]


def test_a_sidebar_with_wide_lines_keeps_those_above_the_main_text() -> None:
    side = ["JANE EXAMPLE", "CONTACT", "jane@example.com", "555-0100", "SKILLS", "Node.js", "MongoDB", "Azure"]
    main = [f"Built the service number {at} and kept it alive for years" for at in range(9)]
    program = column(side, 20, 760, leading=25) + text("EXPERIENCE", 200, 686, size=13, font="F2")
    document = read(program + column(main, 200, 670))
    assert [line.text for line in document.lines if line.region == 1] == side
    assert document.lines[0].text == "JANE EXAMPLE"


def test_a_label_may_nearly_touch_the_title_beside_it() -> None:
    program = ""
    for at, title in enumerate(["Developer", "Engineer", "Trainee"]):
        y = 700 - 60 * at
        words = text("May", 60, y) + text("2021", 82, y) + text("-", 107, y) + text(title, 111.8, y, font="F2")
        program += words + text("today", 60, y - 12) + text("Acme Example, Leeds: the booking service", 111.8, y - 12)
    assert texts(read(program))[:2] == ["May 2021 - today   Developer", "Acme Example, Leeds: the booking service"]


GLYPH = "\ue000"  # one that its font gives no letter


def listed(*texts: str) -> list[str]:
    paint = Paint((0, 0, 0), 1.0, 0, None, switched_off=False)
    runs = [Run(words, 60, 300, 100.0 + 12 * at, 10.0, False, 0, at, paint) for at, words in enumerate(texts)]
    return [segment.text for segment in with_known_glyphs(find_segments(runs))]


def test_an_unknown_glyph_before_several_long_lines_is_a_bullet() -> None:
    tasks = [
        "Built the booking service with Node.js",
        "Moved its data from files to PostgreSQL",
        "Cut the time of all jobs",
    ]
    assert listed(*(f"{GLYPH} {task}" for task in tasks)) == [f"{GLYPH} {task}" for task in tasks]  # two long ones only
    tasks[2] += " in half"
    assert listed(*(f"{GLYPH} {task}" for task in tasks)) == [f"\u2022 {task}" for task in tasks]


def test_an_unknown_glyph_before_ways_to_get_in_touch_is_none() -> None:
    lines = [
        f"{GLYPH} {line}" for line in ("jane.example.of.the.hill@example.com", "555-0100", "Springfield, Illinois")
    ]
    assert listed(*lines) == lines


def test_the_title_of_the_document_above_a_later_page_is_no_text_of_it() -> None:
    first = column(["Jane Example", "Built the booking service"], 60, 700)
    second = text("Curriculum Vitae", 450, 765) + column(["and kept it alive for years", "and moved its data"], 60, 735)
    lines = texts(read(first, second))
    assert lines[1:3] == ["Built the booking service", "and kept it alive for years"]
    assert lines[-1] == "Curriculum Vitae"


@pytest.mark.parametrize("words", ["cell", "• 2021"])
def test_a_page_of_nothing_but_cells_keeps_them_all_and_ends(words: str) -> None:
    counts = [40 if row % 3 else 12 for row in range(240)]
    program = "".join(
        text(words, 5 + 14 * at, 785 - 3.2 * row, size=3) for row, count in enumerate(counts) for at in range(count)
    )
    document = read(program)
    assert sum(line.text.count(words[-4:]) for line in document.lines) == sum(counts)


def test_headings_in_the_first_column_part_the_rows_of_a_table() -> None:
    program, y = "", 700.0
    for cells in (
        ("Personal details",),
        ("Name", "Jane Doe"),
        ("E-mail", "jane@example.com"),
        ("Employment",),
        ("Jun 2020 - now", "Acme Ltd", "Engineer: Java,"),
        ("", "", "Kafka"),
        ("Mar 2015 - May 2020", "Beta Ltd", "Developer: Go,"),
        ("", "", "Redis"),
        ("Education",),
        ("2010 - 2015", "Test University", "Informatics"),
        ("", "", "(BSc)"),
        ("Skills",),
        ("Technical", "Kotlin, Docker"),
    ):
        y -= LEADING
        program += "".join(text(cell, x, y) for cell, x in zip(cells, (90, 234, 378), strict=False) if cell)
    found = [line.text for line in extract(make_pdf(program), "sha", Limits()).lines]
    assert "Technical   Kotlin, Docker" in found
    assert "2010 - 2015   Test University   Informatics" in found
