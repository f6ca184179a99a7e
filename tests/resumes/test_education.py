"""Degrees: level, field, institution and completion, in any order on the page."""

import pytest

from screener.model.period import month_index
from screener.model.resume import Education, Level
from screener.resumes.dates import Calendar
from screener.resumes.education import find_education
from screener.resumes.sections import find_sections
from screener.resumes.wrapping import find_wrapped
from tests.made_resumes import document

AS_OF = month_index(2026, 6)


def find(text: str) -> tuple[Education, ...]:
    lines = find_sections(document(text.strip("\n").split("\n")).lines)
    return find_education(lines, find_wrapped([line.line for line in lines]), (), Calendar(AS_OF)).education


@pytest.mark.parametrize(
    ("text", "level", "field"),
    [
        ("B.Sc. Computer Science, Test University, 2012 – 2016", Level.BACHELOR, "Computer Science"),
        ("Bachelor of Science in Information Technology", Level.BACHELOR, "Information Technology"),
        ("Bachelor's degree, Informatics", Level.BACHELOR, "Informatics"),
        ("B. Tech. in Electronics", Level.BACHELOR, "Electronics"),
        ("B.E. (Computer Engineering)", Level.BACHELOR, "Computer Engineering"),
        ("BS Mathematics", Level.BACHELOR, "Mathematics"),
        ("Bachelor of Computer Applications", Level.BACHELOR, "Computer Applications"),
        ("Bachelor of Technology    Test Institute, Computer Engineering", Level.BACHELOR, "Computer Engineering"),
        ("M.Sc. Informatik, Technische Universität Teststadt", Level.MASTER, "Informatik"),
        ("MBA, Test Business School", Level.MASTER, None),
        ("Master of Engineering", Level.MASTER, None),
        ("PhD in Computer Science", Level.DOCTORATE, "Computer Science"),
        ("High School Diploma", Level.HIGH_SCHOOL, None),
        ("Associate of Science in Computing", Level.ASSOCIATE, "Computing"),
        ("Licenciatura en Informática", Level.BACHELOR, "Informática"),
        ("Laurea triennale in Informatica", Level.BACHELOR, "Informatica"),
    ],
)
def test_level_and_field(text: str, level: Level, field: str | None) -> None:
    (found,) = find(f"Education\n{text}\n")
    assert (found.level, found.field) == (level, field)


@pytest.mark.parametrize(
    "text",
    [
        "BSc Informatics, Test University, expected 2027",
        "BSc Informatics, Test University, 2022 – 2027",
        "BSc Informatics, Test University, 2023 – Present",
        "BSc Informatics, Test University (dropped out)",
        "Coursework towards a BSc in Informatics",
        "Currently pursuing a BSc in Informatics",
        "BSc Informatik, abgebrochen",
    ],
)
def test_an_unfinished_degree_is_said_to_be_unfinished(text: str) -> None:
    (found,) = find(f"Education\n{text}\n")
    assert (found.level, found.completed) == (Level.BACHELOR, False)


@pytest.mark.parametrize(
    "text",
    [
        "BSc Informatics\nTest University\n2012 – 2016\nMSc Informatics\nTest University\n2016 – 2018",
        "2012 – 2016\nTest University\nBSc Informatics\n2016 – 2018\nTest University\nMSc Informatics",
        "Test University    2012 – 2016\nBSc Informatics\nTest University    2016 – 2018\nMSc Informatics",
    ],
)
def test_two_degrees_in_any_order(text: str) -> None:
    found = find(f"Education\n{text}\n")
    assert [(entry.level, entry.institution) for entry in found] == [
        (Level.BACHELOR, "Test University"),
        (Level.MASTER, "Test University"),
    ]
    assert [entry.period.end.iso() for entry in found if entry.period] == ["2016", "2018"]


@pytest.mark.parametrize("text", ["Scrum Master at Acme", "I will be there for me and ma", "Master of ceremonies"])
def test_words_that_look_like_degrees(text: str) -> None:
    assert [entry.level for entry in find(f"{text}\n") if entry.level is not Level.MASTER] == []
    assert not find("Scrum Master at Acme\nI will be there\n")
