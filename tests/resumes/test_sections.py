"""Headings: which lines start a section, and which only hold the same words."""

import pytest

from screener.model.document import Cell, Line
from screener.model.resume import Section
from screener.resumes.sections import find_sections
from screener.vocabulary.headings import heading_section
from tests.made_resumes import document


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Experience", Section.EXPERIENCE),
        ("WORK EXPERIENCE:", Section.EXPERIENCE),
        ("E X P E R I E N C E", Section.EXPERIENCE),
        ("W O R K   E X P E R I E N C E", Section.EXPERIENCE),
        ("2. Professional Experience", Section.EXPERIENCE),
        ("Relevant Work Experience (6 years)", Section.EXPERIENCE),
        ("Experience & Projects", Section.EXPERIENCE),
        ("— Key Skills —", Section.SKILLS),
        ("Technical Skills", Section.SKILLS),
        ("Certifications and Courses", Section.CERTIFICATIONS),
        ("Berufserfahrung", Section.EXPERIENCE),
        ("Expérience professionnelle", Section.EXPERIENCE),
        ("Formación", Section.EDUCATION),
        ("工作经历", Section.EXPERIENCE),
        ("Experience with Node.js", None),
        ("Gained experience", None),
        ("Backend Engineer", None),
        ("", None),
    ],
)
def test_heading_section(text: str, section: Section | None) -> None:
    assert heading_section(text) is section


def sections(text: str) -> list[Section | None]:
    return [line.section for line in find_sections(document(text.strip("\n").split("\n")).lines)]


def test_a_body_line_with_the_word_experience_starts_nothing() -> None:
    text = """
Experience
Developer, Acme, 2019 – 2021
- improved the user
experience
- gained experience in skills and education
Education
BSc
"""
    assert sections(text) == [Section.EXPERIENCE] * 5 + [Section.EDUCATION] * 2


def test_skills_inside_a_job_stay_in_it_while_jobs_follow() -> None:
    text = """
Experience
Developer, Acme, 2019 – 2021
Skills: Node.js
Developer, Beta, 2017 – 2019
Environment: Docker
Skills: Git
"""
    assert sections(text) == [Section.EXPERIENCE] * 5 + [Section.SKILLS]


def test_headings_inside_running_text_where_there_are_no_others() -> None:
    text = (
        "Summary: A developer. Education: BSc (2019). Key Skills: Go, Git. Experience:\nDeveloper, Acme (2019 – 2021)"
    )
    assert sections(text) == [
        Section.SUMMARY,
        Section.EDUCATION,
        Section.SKILLS,
        Section.EXPERIENCE,
        Section.EXPERIENCE,
    ]


def line(number: int, *texts: str, region: int = 0, size: float = 10, bold: bool = False) -> Line:
    return Line(tuple(Cell(text, size=size, bold=bold) for text in texts), 1, number, region=region)


def test_a_sidebar_interrupts_nothing() -> None:
    lines = [
        line(1, "Experience", size=14, bold=True),
        line(2, "Developer, Acme, 2019 – 2021"),
        line(3, "Skills", region=1, size=14, bold=True),
        line(4, "Go", region=1),
        line(5, "Built services"),
    ]
    found = [item.section for item in find_sections(lines)]
    assert found == [Section.EXPERIENCE, Section.EXPERIENCE, Section.SKILLS, Section.SKILLS, Section.EXPERIENCE]


def test_a_heading_in_a_cell_of_its_own_beside_the_text() -> None:
    lines = [line(1, "Work", "Developer"), line(2, "Education", "BSc Informatics")]
    found = [(item.section, item.line.text, item.is_heading) for item in find_sections(lines)]
    assert found == [
        (Section.EXPERIENCE, "Work", True),
        (Section.EXPERIENCE, "Developer", False),
        (Section.EDUCATION, "Education", True),
        (Section.EDUCATION, "BSc Informatics", False),
    ]


def test_an_unknown_heading_in_the_look_of_the_others_ends_the_section() -> None:
    lines = [
        line(1, "Experience", size=14, bold=True),
        line(2, "Developer, Acme, 2019 – 2021"),
        line(3, "Education", size=14, bold=True),
        line(4, "BSc"),
        line(5, "Pet Peeves", size=14, bold=True),
        line(6, "Tabs"),
    ]
    assert [item.section for item in find_sections(lines)][4:] == [Section.OTHER, Section.OTHER]


@pytest.mark.parametrize(
    ("below", "section"),
    [("TypeScript, JavaScript", Section.SKILLS), ("Python", Section.SKILLS), ("English, Dutch", Section.LANGUAGES)],
)
def test_languages_among_skills_are_those_of_the_lines_below(below: str, section: Section) -> None:
    lines = [("Skills", 13.0), ("Languages", 10.0), (below, 9.5), ("Docker and Git every day", 9.5)]
    made = [Line((Cell(text, size=size, bold=size > 9.5),), 1, at) for at, (text, size) in enumerate(lines, 1)]
    assert [found.section for found in find_sections(made)][2:] == [section, section]
