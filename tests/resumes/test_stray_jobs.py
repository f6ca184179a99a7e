"""Jobs outside the sections of experience: in a column that goes on, and below headings that nobody knows."""

from dataclasses import replace
from datetime import date

from screener.resumes.parse import parse_resume
from tests.made_resumes import document

MAIN = ["Jane Doe", "Experience", "Engineer, Acme Ltd, Jan 2020 – Dec 2023", "Education", "BSc Physics, 2014 – 2017"]


def months_with(column: list[str]) -> int:
    read = document([*MAIN, *column])
    lines = [replace(line, region=int(at >= len(MAIN))) for at, line in enumerate(read.lines)]
    positions = parse_resume(replace(read, lines=tuple(lines)), date(2026, 11, 30)).positions
    return sum(one.period.end.last - one.period.start.first + 1 for one in positions if one.period)


def test_a_column_without_a_heading_goes_on_with_jobs() -> None:
    assert months_with(["Developer, Beta LLC, Jan 2018 – Dec 2019", "- Built PHP sites"]) == 72


def test_a_column_of_contacts_and_studies_has_no_jobs() -> None:
    assert months_with(["jane@example.com", "Example University, 2014 – 2017", "BSc Physics"]) == 48
