"""Tables: rows of short cells are lines, labels join what they label, columns of a page are read whole."""

import pytest
from docx_fixtures import bold, bullet, cell, paragraph, read_blocks, row, shown, table

JOB = (bold("Senior Engineer, Acme"), bullet("Built services in Node.js and TypeScript"), bullet("Ran them on Azure"))
JOB_LINES = ["• Built services in Node.js and TypeScript", "• Ran them on Azure"]
SKILLS = (bold("SKILLS"), "Node.js", "TypeScript", "PostgreSQL", "MongoDB", "Azure")
SKILLS_LINES = ["[1] SKILLS", "[1] Node.js", "[1] TypeScript", "[1] PostgreSQL", "[1] MongoDB", "[1] Azure"]


def lines_of(*rows: str) -> list[str]:
    return shown(read_blocks(table(*rows)))


def test_a_row_of_short_cells_is_one_line() -> None:
    assert lines_of(row("Acme", "Engineer", "2019 – 2021"), row("Beta", "", "2017")) == [
        "Acme | Engineer | 2019 – 2021",
        "Beta | 2017",
    ]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        pytest.param(("Mar 2021 –", "Present"), "Mar 2021 – Present", id="dash at the end"),
        pytest.param(("Mar 2021", "– Present"), "Mar 2021 – Present", id="dash at the start"),
        pytest.param(("Jan 2019 to", "Dec 2020"), "Jan 2019 to Dec 2020", id="word"),
        pytest.param(("Jan 2019", "Dec 2020"), "Jan 2019 Dec 2020", id="two dates"),
        pytest.param(("2019 – 2021", "London"), "2019 – 2021 | London", id="dates and a place"),
    ],
)
def test_a_label_stands_on_the_first_line_of_what_it_labels(label: tuple[str, ...], expected: str) -> None:
    assert lines_of(row(cell(*label), cell(*JOB))) == [f"{expected} | Senior Engineer, Acme", *JOB_LINES]
    assert lines_of(row(cell(*JOB), cell(*label))) == [f"Senior Engineer, Acme | {expected}", *JOB_LINES]


def test_a_label_in_a_box_of_its_own_is_a_label_still() -> None:
    date = cell(table(row("Apr 2021 – Present")), paragraph())
    assert lines_of(row(cell(bold("Acme"), "Engineering Manager, Developer Platform, Boston"), date)) == [
        "Acme | Apr 2021 – Present",
        "Engineering Manager, Developer Platform, Boston",
    ]


def test_one_job_in_a_table_of_its_own_is_no_page_of_columns() -> None:
    titles = cell(
        bold("Senior Engineer"), "Quorvale Systems and Partners", bold("Project Manager of all of it"), "Lumeno"
    )
    assert lines_of(row("Nov 2018 – Apr 2023", titles, cell("Moved a platform", *JOB[1:]))) == [
        "Nov 2018 – Apr 2023",
        "Senior Engineer",
        "Quorvale Systems and Partners",
        "Project Manager of all of it",
        "Lumeno",
        "Moved a platform",
        *JOB_LINES,
    ]


def test_title_and_employer_in_one_cell_between_dates_and_tasks_stay_two_lines() -> None:
    job = row("March 2024 – Today", cell(bold("Engineering Internship"), "Vantor Labs"), "Moved a platform to Redis")
    assert lines_of(job) == ["March 2024 – Today | Engineering Internship", "Vantor Labs", "Moved a platform to Redis"]


def test_a_label_beside_a_list_stays_in_front_of_it() -> None:
    assert lines_of(row("2019 – 2021", cell(*JOB[1:]))) == ["2019 – 2021", *JOB_LINES]


def test_the_title_of_a_section_beside_its_content_is_a_line_of_its_own() -> None:
    titled = row(cell(bold("Experience")), cell(*JOB)), row(cell("Work", "History"), cell(*JOB))
    assert lines_of(*titled) == [
        *["Experience", "Senior Engineer, Acme", *JOB_LINES],
        *["Work History", "Senior Engineer, Acme", *JOB_LINES],
    ]


def test_two_short_cells_of_as_many_lines_are_read_line_by_line() -> None:
    assert lines_of(row(cell(bold("Acme"), "Engineer"), cell("London", "2019 – 2021"))) == [
        "Acme | London",
        "Engineer | 2019 – 2021",
    ]


def test_wrapped_cells_of_a_data_table_are_joined() -> None:
    assert lines_of(row(cell("B.Tech", "Computer Science"), "Some Institute", cell("2012 –", "2016"))) == [
        "B.Tech Computer Science | Some Institute | 2012 – 2016"
    ]


def test_a_row_of_dashes_between_dates_is_a_period() -> None:
    assert lines_of(row("Jan 2019", "–", "Dec 2020", "Acme")) == ["Jan 2019 – Dec 2020 | Acme"]


def test_columns_of_a_page_are_read_whole_the_widest_as_the_main_flow() -> None:
    main, side = cell(bold("EXPERIENCE"), *JOB, width=6000), cell(*SKILLS, width=3000)
    expected = ["EXPERIENCE", "Senior Engineer, Acme", *JOB_LINES, *SKILLS_LINES]
    assert lines_of(row(main, side)) == expected
    assert lines_of(row(side, main)) == expected


def test_rows_of_one_structure_continue_their_columns() -> None:
    rows = (
        row(cell(paragraph("Ada Example", size=24), width=6000), cell(bold("CONTACT"), "ada@example.com", width=3000)),
        row(cell(bold("EXPERIENCE"), *JOB, width=6000), cell(*SKILLS, width=3000)),
        row(cell(*JOB, width=6000), cell(width=3000)),
    )
    assert lines_of(*rows) == [
        *["Ada Example", "EXPERIENCE", "Senior Engineer, Acme", *JOB_LINES, "Senior Engineer, Acme", *JOB_LINES],
        *["[1] CONTACT", "[1] ada@example.com", *SKILLS_LINES],
    ]


def test_a_row_of_titles_belongs_to_the_columns_below() -> None:
    titles = row(cell(bold("Experience"), width=6000), cell(bold("Skills"), width=3000))
    below = row(cell(*JOB, width=6000), cell(*SKILLS[1:], width=3000))
    assert lines_of(titles, below) == [
        *["Experience", "Senior Engineer, Acme", *JOB_LINES],
        *["[1] Skills", *SKILLS_LINES[1:]],
    ]


def test_a_full_width_row_ends_the_columns() -> None:
    def layout() -> str:
        return row(cell(bold("EXPERIENCE"), *JOB, width=6000), cell(*SKILLS, width=3000))

    whole = row(cell("Ada Example", properties='<w:gridSpan w:val="2"/>'))
    found = lines_of(layout(), whole, layout())
    assert found.index("Ada Example") == 4 + len(SKILLS_LINES)
    assert found[-1] == "[2] Azure"


def test_the_column_with_the_largest_letters_comes_first() -> None:
    side = cell(paragraph("ADA EXAMPLE", size=24), *SKILLS, width=3000)
    main = cell(bold("EXPERIENCE"), *JOB, width=6000)
    assert lines_of(row(main, side))[:2] == ["[1] ADA EXAMPLE", "[1] SKILLS"]


def test_a_grid_without_headings_is_read_cell_by_cell_in_the_flow() -> None:
    grid = row(cell(bullet("Node.js"), bullet("Azure")), cell(bullet("Git"), bullet("Docker")))
    assert lines_of(grid) == ["• Node.js", "• Azure", "• Git", "• Docker"]


def test_an_employer_with_place_and_dates_precedes_what_was_done_there() -> None:
    facts = cell(bold("Acme Corporation International"), "London, United Kingdom", "January 2019 – March 2021")
    done = cell(*JOB, bullet("Introduced code review and a culture of small changes that everybody understands"))
    fact_lines = ["Acme Corporation International", "London, United Kingdom", "January 2019 – March 2021"]
    assert lines_of(row(facts, done), row(facts, done))[:4] == [*fact_lines, "Senior Engineer, Acme"]
    assert lines_of(row(done, facts))[:4] == ["Senior Engineer, Acme", *fact_lines]


def test_sidebars_of_nested_tables_keep_their_regions() -> None:
    inner = table(row(cell(bold("EXPERIENCE"), *JOB, width=4000), cell(*SKILLS, width=2000)))
    outer = row(cell("Ada Example", inner, width=6000), cell(bold("LANGUAGES"), "English", "Dutch", width=3000))
    assert [line[:3] for line in lines_of(outer)] == ["Ada", "EXP", "Sen", "• B", "• R", *["[1]"] * 6, *["[2]"] * 3]


@pytest.mark.parametrize("span", ["1000000000", "-5", "many", "1e400", ""])
def test_absurd_spans_cost_nothing(span: str) -> None:
    wide = f'<w:gridSpan w:val="{span}"/>'
    assert lines_of(row(cell("Ada", properties=wide)), row(cell("Engineer", properties=wide + "<w:vMerge/>"))) == [
        "Ada",
        "Engineer",
    ]
