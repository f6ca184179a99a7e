"""What belongs together beside a gutter: short dates and their jobs; and what doesn't: sidebars that only look so."""

from collections.abc import Iterable

import pytest

from screener.documents.characters import split_bullet
from screener.documents.engines.pdf import extract
from screener.documents.limits import Limits
from screener.model.document import Document
from tests.documents.pdf_fixtures import column, make_pdf, text

BULLETS = ("\u2022 Built services with care", "\u2022 Cut the time of the nightly jobs", "\u2022 Ran the hiring round")


def read(program: str) -> Document:
    return extract(make_pdf(program), "sha", Limits())


def cells(document: Document) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in document.lines]


def flow(document: Document, region: int) -> list[str]:
    return [line.text for line in document.lines if line.region == region]


def labelled(dates: Iterable[str]) -> str:
    """A section of jobs with their dates at the left, another of schools, and headings above both."""
    program = text("Experience", 48, 720, size=12, font="F2")
    y = 704.0
    for number, date in enumerate(dates):
        program += text(date, 48, y) + text(f"Engineer, Employer {number}", 190, y, font="F2")
        program += column(BULLETS, 190, y - 13, leading=13)
        y -= 60
    program += text("Education", 48, y - 10, size=12, font="F2")
    return program + text("2010 - 2013", 48, y - 25) + column(["BSc Physics", "Ghent College"], 190, y - 25)


@pytest.mark.parametrize(
    "dates",
    [
        ("Jul '24 - Dez '25", "Mrz '24 - Jun '24", "Jan '23 - Okt '23"),
        ("lug-26 - oggi", "giu-24 - giu-26", "mar-22 - mag-24"),
        ("Feb 24 - Mar 25", "Jan 22 - Jan 24", "Sept. 19 - Dec. 21"),
    ],
    ids=["apostrophes", "hyphens", "months and two digits"],
)
def test_dates_with_short_years_stay_with_their_jobs(dates: tuple[str, ...]) -> None:
    found = cells(read(text("Jane Doe", 48, 750, size=18) + labelled(dates)))
    for number, date in enumerate(dates):
        assert [date, f"Engineer, Employer {number}"] in found


def sidebar(*contact: str) -> str:
    program = text("Contact", 22, 740, size=12, font="F2") + column(contact, 22, 725, leading=13)
    return program + text("Skills", 22, 660, size=12, font="F2") + column(["Node.js", "Python", "Redis"], 22, 645)


def main_column(dates: str = "17 March 2024 - now") -> str:
    program = text("Jane Doe", 190, 745, size=19, font="F2") + text("Employment", 190, 716, size=12, font="F2")
    y = 700.0
    for number in range(3):
        program += text(dates, 190, y) + text(f"Engineer {number}", 190, y - 13, font="F2")
        program += column(BULLETS, 190, y - 26, leading=13)
        y -= 75
    return program


def test_an_address_that_is_too_long_for_a_sidebar_does_not_tear_the_page() -> None:
    document = read(sidebar("jane.aurelia.doe.norths@mail.example.com", "555-0142") + main_column())
    assert flow(document, 1)[:3] == ["Contact", "jane.aurelia.doe.norths@mail.example.com", "555-0142"]
    assert flow(document, 0)[1:5] == ["Employment", "17 March 2024 - now", "Engineer 0", "Built services with care"]


def test_dates_that_stand_beside_lines_of_a_sidebar_by_chance_stay_in_their_column() -> None:
    side = text("Contact", 22, 716, size=12, font="F2") + column(["jane@example.com", "555-0142"], 22, 700, leading=13)
    side += text("Skills", 22, 655, size=12, font="F2") + column(["Node.js", "Python", "Redis"], 22, 638, leading=13)
    side += column(["Java", "Kafka", "Go", "Git"], 22, 599, leading=13)
    document = read(side + main_column())
    assert flow(document, 0)[2:4] == ["17 March 2024 - now", "Engineer 0"]
    assert "17 March 2024 - now" not in flow(document, 1)


def test_dates_between_the_jobs_and_a_sidebar_belong_to_the_jobs() -> None:
    program = text("Jane Doe", 48, 750, size=18) + text("Employment", 48, 725, size=12, font="F2")
    program += text("Contact", 430, 725, size=12, font="F2") + column(["jane@example.com", "555-0142"], 430, 710)
    program += text("Skills", 430, 670, size=12, font="F2") + column(["Node.js", "Python", "Redis"], 430, 655)
    jobs = [("Acme", "Jul. 2024 - Present"), ("Beta", "Feb. 2022 - Jun. 2024"), ("Gamma", "Nov. 2021 - Jan. 2022")]
    for number, (employer, dates) in enumerate(jobs):
        y = 709 - 58 * number
        program += text(employer, 48, y, font="F2") + text(dates, 400 - 4.7 * len(dates), y)
        program += column(
            ["Internal Auditor", "\u2022 Kept the books", "\u2022 Met in 2019 and 2020"], 48, y - 13, leading=13
        )
    document = read(program)
    found = cells(document)
    for employer, dates in jobs:
        assert [employer, dates] in found
    assert flow(document, 1)[:2] == ["Contact", "jane@example.com"]


def test_a_title_that_wraps_before_the_date_at_its_right_is_whole() -> None:
    program = text("Norhaven Health LLC, Senior Backend", 48, 700, font="F2") + text("March 2024 - Current", 242, 700)
    program += text("Developer", 48, 688, font="F2") + column(
        [*BULLETS, "A line that is about as wide as this"], 48, 676
    )
    assert cells(read(program))[:2] == [
        ["Norhaven Health LLC, Senior Backend Developer", "March 2024 - Current"],
        ["Built services with care"],
    ]


def test_an_employer_below_a_title_with_room_before_its_date_is_a_line_of_its_own() -> None:
    program = text("Backend Developer", 48, 700, font="F2") + text("March 2024 - Current", 435, 700)
    program += text("Norhaven", 48, 688, font="F2") + column(BULLETS, 48, 676)
    assert cells(read(program))[:2] == [["Backend Developer", "March 2024 - Current"], ["Norhaven"]]


@pytest.mark.parametrize("rest", ["\u2013 Jun 26)", "\u2013 2022-03-28)", "\u2013 '26"])
def test_the_end_of_a_range_is_no_list_item(rest: str) -> None:
    assert split_bullet(rest) == (False, rest)


def test_jobs_with_their_tasks_are_no_labels_of_a_sidebar() -> None:
    program = text("Work Experience", 40, 720, size=12, font="F2") + text("Skills", 400, 720, size=12, font="F2")
    program += text("Engineer, Employer 0", 40, 704, font="F2") + text("Since 09/2019", 40, 691)
    program += column(["\u2022 Built services", "\u2022 Ran nightly jobs"], 40, 678, leading=13)
    program += text("Engineer, Employer 1", 40, 645, font="F2") + text("02/2015 - 08/2019", 40, 632)
    program += column(["\u2022 Built portals"], 40, 619, leading=13)
    program += column(["Kotlin", "Docker", "Kafka", "Redis"], 400, 704, leading=13)
    program += text("Languages", 400, 645, size=12, font="F2") + column(["English", "Danish"], 400, 626, leading=13)
    found = [line.text for line in read(program).lines]
    assert found.index("Kotlin") > found.index("Built portals")
    assert found.index("Engineer, Employer 1") == found.index("Ran nightly jobs") + 1
