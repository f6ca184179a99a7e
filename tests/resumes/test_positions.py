"""Positions in the arrangements that people use: where titles, employers and dates stand."""

import pytest

from screener.model.period import month_index
from screener.model.resume import PositionKind
from screener.resumes.dates import Calendar
from screener.resumes.positions import FoundPositions, find_positions
from screener.resumes.sections import find_sections
from screener.resumes.style import looks_of
from screener.resumes.wrapping import find_wrapped
from tests.made_resumes import document

AS_OF = month_index(2026, 6)


def find(text: str) -> FoundPositions:
    lines = document(text.strip("\n").split("\n")).lines
    sections = find_sections(lines)
    return find_positions(sections, find_wrapped([line.line for line in sections]), looks_of(lines), Calendar(AS_OF))


def rows(text: str) -> list[tuple[str | None, str | None, str]]:
    return [
        (
            position.title,
            position.employer,
            f"{position.period.start.iso()}/{position.period.end.iso(is_end=True)}" if position.period else "-",
        )
        for position in find(text).positions
    ]


ENGINEER = ("Engineer", "Acme GmbH", "2020-01/2022-03")
DEVELOPER = ("Junior Developer", "Beta Ltd", "2018-05/2019-12")

ARRANGEMENTS = {
    "title, employer and dates on a line each": """
Experience
Engineer
Acme GmbH
Jan 2020 – Mar 2022
- Built services
Junior Developer
Beta Ltd
May 2018 – Dec 2019
- Fixed bugs
""",
    "employer above title": """
Experience
Acme GmbH
Engineer
Jan 2020 – Mar 2022
- Built services
Beta Ltd
Junior Developer
May 2018 – Dec 2019
- Fixed bugs
""",
    "one line with a cell for the dates": """
Experience
Engineer, Acme GmbH    Jan 2020 – Mar 2022
- Built services
Junior Developer, Beta Ltd    May 2018 – Dec 2019
- Fixed bugs
""",
    "employer and dates above the title": """
Experience
Acme GmbH    Jan 2020 – Mar 2022
Engineer
- Built services
Beta Ltd    May 2018 – Dec 2019
Junior Developer
- Fixed bugs
""",
    "dates in brackets": """
Experience
Engineer, Acme GmbH (Jan 2020 – Mar 2022)
- Built services
Junior Developer, Beta Ltd (May 2018 – Dec 2019)
- Fixed bugs
""",
    "separated by pipes": """
Experience
Engineer | Acme GmbH | Jan 2020 – Mar 2022
Built services for people who need them every day of the week and on Sundays too.
Junior Developer | Beta Ltd | May 2018 – Dec 2019
Fixed bugs in code that others had written long before anybody there was born.
""",
    "title at employer": """
Experience
Engineer at Acme GmbH
Jan 2020 – Mar 2022
- Built services
Junior Developer at Beta Ltd
May 2018 – Dec 2019
- Fixed bugs
""",
    "dates first": """
Experience
Jan 2020 – Mar 2022
Engineer
Acme GmbH
- Built services
May 2018 – Dec 2019
Junior Developer
Beta Ltd
- Fixed bugs
""",
    "dates in front of the title": """
Experience
01/2020 – 03/2022    Engineer, Acme GmbH
- Built services
05/2018 – 12/2019    Junior Developer, Beta Ltd
- Fixed bugs
""",
    "labels": """
Experience
Company: Acme GmbH
Role: Engineer
Duration: Jan 2020 – Mar 2022
Responsibilities:
- Built services
Company: Beta Ltd
Role: Junior Developer
Duration: May 2018 – Dec 2019
Responsibilities:
- Fixed bugs
""",
    "jobs as list items": """
Experience
- Engineer, Acme GmbH (Jan 2020 – Mar 2022): built services.
- Junior Developer, Beta Ltd (May 2018 – Dec 2019): fixed bugs.
""",
    "a range that wraps": """
Experience
Engineer
Acme GmbH    Jan 2020 –
Mar 2022
- Built services
Junior Developer
Beta Ltd    May 2018 –
Dec 2019
- Fixed bugs
""",
    "no heading at all": """
Engineer, Acme GmbH    Jan 2020 – Mar 2022
- Built services
Junior Developer, Beta Ltd    May 2018 – Dec 2019
- Fixed bugs
""",
    "a second section of experience": """
Experience
Engineer, Acme GmbH    Jan 2020 – Mar 2022
- Built services
Education
BSc, Test University, 2014 – 2018
Earlier experience
Junior Developer, Beta Ltd    May 2018 – Dec 2019
""",
}


@pytest.mark.parametrize("text", ARRANGEMENTS.values(), ids=ARRANGEMENTS.keys())
def test_every_usual_arrangement(text: str) -> None:
    assert rows(text) == [ENGINEER, DEVELOPER]


def test_several_roles_under_one_employer() -> None:
    text = """
Experience
Acme GmbH
Senior Engineer    Jan 2020 – Present
- Leads
Engineer    Jan 2018 – Dec 2019
- Built
"""
    assert rows(text) == [
        ("Senior Engineer", "Acme GmbH", "2020-01/present"),
        ("Engineer", "Acme GmbH", "2018-01/2019-12"),
    ]


def test_undated_roles_are_not_folded_into_the_job_above() -> None:
    text = """
Experience
Engineer, Acme GmbH    Jan 2020 – Mar 2022
- Built services
Early career: Beta, Gamma
"""
    found = find(text)
    assert rows(text) == [ENGINEER, (None, "Beta, Gamma", "-")]
    assert [warning.code for warning in found.warnings] == ["undated-position"]


@pytest.mark.parametrize(
    "line",
    [
        "- Grew revenue from 2019 to 2021 in a market that shrank",
        "- Moved 3 services from Python 3.9 to 3.12",
        "- Awarded employee of the year 2021",
        "Built the platform that was used in 2019 and 2020 by all customers of the company in Europe.",
    ],
)
def test_dates_inside_sentences_are_no_positions(line: str) -> None:
    assert rows(f"Experience\nEngineer, Acme GmbH    Jan 2020 – Mar 2022\n{line}\n") == [ENGINEER]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Engineering Intern, Acme", PositionKind.INTERNSHIP),
        ("Werkstudent, Acme", PositionKind.INTERNSHIP),
        ("Software Engineering Trainee, Acme", PositionKind.INTERNSHIP),
        ("Freelance Developer, several clients", PositionKind.FREELANCE),
        ("Volunteer Developer, Acme", PositionKind.VOLUNTEER),
        ("Parental leave", PositionKind.BREAK),
        ("Sabbatical", PositionKind.BREAK),
        ("Developer, Internal Tools Ltd", PositionKind.WORK),
        ("Developer, Intern Systems Ltd", PositionKind.WORK),
    ],
)
def test_kinds_come_from_titles_and_never_from_employers(header: str, kind: PositionKind) -> None:
    (position,) = find(f"Experience\n{header}    Jan 2020 – Dec 2020\n- Did things\n").positions
    assert position.kind is kind


def test_a_heading_gives_its_kind_to_the_jobs_below() -> None:
    (position,) = find("Internships\nDeveloper, Acme    Jan 2020 – Mar 2020\n").positions
    assert position.kind is PositionKind.INTERNSHIP


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ("Jan 2022 – Jan 2020", "reversed-period"),
        ("Jan 2027 – Dec 2027", "future-start"),
        ("Jan 2026 – Dec 2027", "future-end"),
    ],
)
def test_impossible_dates_give_one_warning_that_quotes_them(dates: str, code: str) -> None:
    (warning,) = find(f"Experience\nEngineer, Acme GmbH    {dates}\n").warnings
    assert warning.code == code
    assert dates in warning.message


def test_a_degree_among_the_jobs_is_no_job_and_an_employer_in_capitals_is_one() -> None:
    text = """
Experience
Engineer, Acme GmbH    Jan 2020 – Mar 2022
Cabin crew, BA    2015 – 2018
BSc Informatics, Test University    2011 – 2015
"""
    assert [row[2] for row in rows(text)] == ["2020-01/2022-03", "2015/2018"]


def test_education_and_certificates_are_no_positions() -> None:
    text = """
Experience
Engineer, Acme GmbH    Jan 2020 – Mar 2022
Education
B.Sc. Informatics, Test University, 2012 – 2016
Certifications
Azure Developer Associate, 2023
"""
    assert rows(text) == [ENGINEER]


def test_nobody_employs_people_for_a_break() -> None:
    """The roles below an employer are held there, but a break between them isn't."""
    text = """Experience
Backend Engineer, Acme, Jan 2021 - Dec 2022
- Node.js
Career break, Jan 2023 - Jun 2023
- Travelled
"""
    assert [(item.title, item.employer) for item in find(text).positions] == [
        ("Backend Engineer", "Acme"),
        ("Career break", None),
    ]
