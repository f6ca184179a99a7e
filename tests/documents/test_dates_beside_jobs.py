"""Where templates put the dates of a job: at half its height, at the far side, stacked, beside it with its employer."""

from collections.abc import Sequence

import pytest
from docx_fixtures import bold, bullet, cell, paragraph, read_blocks, row, shown, table
from reportlab.pdfbase.pdfmetrics import stringWidth

from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from tests.documents.pdf_fixtures import column, make_pdf, text

JOBS = (
    ("Lead Engineer", "Acme Ltd", "Mar 2021 - Present", ["\u2022 Built services", "\u2022 Ran them with care"]),
    ("Web Developer", "Beta Labs", "Jun 2018 - Feb 2021", ["\u2022 Wrote the shop in Go", "\u2022 Kept it running"]),
    ("Technician", "Gamma Works", "Jan 2016 - May 2018", ["\u2022 Looked after laptops", "\u2022 Wrote manuals"]),
)
ABOVE = text("Jane Doe", 40, 800, size=20, font="F2") + text("Experience", 40, 760, size=12, font="F2")
BELOW = text("Education", 40, 500, size=12, font="F2") + text("BSc Physics, Example University, 2012 - 2015", 40, 484)


def rows(program: str) -> list[list[str]]:
    read = extract(make_pdf(ABOVE + program + BELOW), "sha", Limits())
    return [[one.text for one in line.cells] for line in read.lines]


def body(title: str, lines: Sequence[str], x: float, y: float) -> str:
    return text(title, x, y, font="F2") + column(lines, x, y - 13, leading=13)


def test_dates_centred_beside_their_jobs_stand_in_the_first_rows() -> None:
    program = ""
    for at, (title, employer, dates, tasks) in enumerate(JOBS):
        y = 740 - 75 * at
        program += body(title, [employer, *tasks], 180, y) + text(dates, 40, y - 19.5)
    found = rows(program)
    assert [[dates, title] in found for title, _, dates, _ in JOBS] == [True] * 3


@pytest.mark.parametrize("side", ["left", "right"])
def test_employer_and_dates_in_a_column_beside_a_job_come_before_it(side: str) -> None:
    program = ""
    for at, (title, employer, dates, tasks) in enumerate(JOBS):
        y = 740 - 75 * at
        facts = [employer, "Sample Town", "and Placeholder", dates]
        ends = [
            text(line, 180 - stringWidth(line, "Helvetica", 10), y - 9 * number) for number, line in enumerate(facts)
        ]
        program += body(title, tasks[: 2 - at % 2], 200 if side == "left" else 40, y)
        program += "".join(ends) if side == "left" else column(facts, 440, y, leading=9)
    lines = [cells[0] for cells in rows(program)]
    places = [lines.index(one) for title, employer, _, tasks in JOBS for one in (employer, title, tasks[0][2:])]
    assert places == sorted(places)


def test_jobs_left_and_right_by_turns_keep_their_dates_at_the_other_side() -> None:
    program = ""
    for at, (title, employer, dates, tasks) in enumerate(JOBS):
        left, right = (40, 320) if at % 2 == 0 else (320, 40)
        program += body(title, [employer, *tasks], left, 740 - 75 * at) + text(dates, right, 740 - 75 * at)
    found = rows(program)
    pairs = [[title, dates] if at % 2 == 0 else [dates, title] for at, (title, _, dates, _) in enumerate(JOBS)]
    assert [pair in found for pair in pairs] == [True] * 3


def test_three_columns_that_begin_with_headings_are_no_table() -> None:
    program = "".join(text(title, x, 700, font="F2") for title, x in (("Profile", 40), ("Work", 200), ("Skills", 450)))
    program += column(["Engineer who", "likes small", "services."], 40, 685, leading=12)
    program += column([line for job in JOBS[:2] for line in (job[0], job[2], *job[3])], 200, 685, leading=12)
    program += column(["Go", "Redis", "Kafka"], 450, 685, leading=12)
    read = extract(make_pdf(text("Jane Doe", 40, 800, size=20) + program), "sha", Limits())
    assert ["Go"] in [[one.text for one in line.cells] for line in read.lines]


def test_two_dates_in_one_cell_of_a_table_are_one_label() -> None:
    program = "".join(text(title, x, 740, font="F2") for title, x in (("When", 40), ("Where", 110), ("Tasks", 220)))
    for at, (start, end, employer) in enumerate((("03/2021", "Present", "Acme"), ("06/2018", "02/2021", "Beta"))):
        y = 715 - 45 * at
        program += column([start, end], 40, y) + column([employer, "Ltd"], 110, y)
        program += column(["Built all the services of the firm with care", "and ran them"], 220, y)
    firsts = [cells[0] for cells in rows(program)]
    assert "03/2021 Present" in firsts
    assert "06/2018 02/2021" in firsts


def test_columns_of_starts_and_of_ends_stay_two() -> None:
    program = ""
    for at, cells in enumerate((("07.2021", "heute", "Acme GmbH"), ("03.2017", "06.2021", "Beta AG"))):
        program += "".join(text(words, x, 715 - 12 * at) for words, x in zip(cells, (40, 110, 180), strict=True))
        program += column(["Entwicklerin", "Go"], 300, 715 - 24 * at)
    assert not any("07.2021 03.2017" in cells for cells in rows(program))


def test_cards_with_a_gap_at_the_end_stay_in_the_flow() -> None:
    def card(at: int) -> str:
        title, employer, dates, tasks = JOBS[at]
        return cell(bold(title), paragraph(employer), paragraph(dates), *(bullet(task[2:]) for task in tasks))

    lines = shown(read_blocks(table(row(card(0), card(1)), row(card(2), ""))))
    assert not any(line.startswith("[1]") for line in lines)
