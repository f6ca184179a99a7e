"""Twenty traps that resumes set for screeners, each as a PDF and as a DOCX.

Role: Node.js, NestJS, MongoDB and PostgreSQL as gates, TypeScript and Azure, 5–6 years; as of 2026-06-30.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from screener import load_role, screen
from screener.model.role import Role
from screener.model.screening import Finding, Screening, Status
from tests.made_resumes import AS_OF, resume

MEDIA = ("pdf", "docx")


@cache
def role() -> Role:
    return load_role(Path(__file__).with_name("trap_role.yaml"))


def screened(lines: tuple[str, ...], media: str, as_of: date = AS_OF) -> Screening:
    return screen(resume(list(lines), media, as_of), role(), as_of)


def finding(screening: Screening, name: str) -> Finding:
    return next(found for found in screening.findings if found.requirement.name.lower() == name.lower())


@dataclass(frozen=True)
class Trap:
    """Lines of a resume, and what must be read in them; what isn't named isn't judged."""

    id: str
    lines: tuple[str, ...]
    months: tuple[int, int] | None = None  # at least, at most
    met: tuple[str, ...] = ()
    not_met: tuple[str, ...] = ()
    grades: Mapping[str, str | None] = field(default_factory=dict)
    warnings: frozenset[str] = frozenset()
    as_of: date = AS_OF


HEAD = ("Jane Doe", "jane.doe@example.com")


def job(dates: str, *lines: str, title: str = "Developer, Acme") -> tuple[str, ...]:
    return (*HEAD, "Experience", title, dates, *lines)


PRESENT = ("Present", "Current", "Now", "Ongoing", "to date", "till date", "")
FIVE_WAYS = (
    "Jan '20 – Mar '22",
    "01/2020 – 03/2022",
    "2020-01 to 2022-03",
    "Jan. 2020 Mar. 2022",
    "Jan 2020 - Mar 2022",
)
NAMES = ("Node.js", "NestJS", "MongoDB", "PostgreSQL", "TypeScript", "Azure")

TRAPS = [
    Trap("01-both-ends", job("Jan 2020 – Dec 2022"), (36, 36)),
    Trap(
        "02-overlap",
        (*HEAD, "Experience", "Developer, Acme  Jan 2018 – Dec 2020", "Freelance Developer  Jan 2020 – Dec 2021"),
        (48, 48),
    ),
    *(Trap(f"03-present-{word or 'open'}", job(f"Mar 2021 – {word}".strip()), (64, 64)) for word in PRESENT),
    Trap("03-later", job("Mar 2021 – Present"), (76, 76), as_of=date(2027, 6, 30)),
    Trap(
        "04-years",
        (*HEAD, "Experience", "Developer, A, 2016 – 2018", "Developer, B, 2018 – 2021", "Developer, C, 2021 – 2024"),
        (86, 108),
    ),
    Trap("04-lone", job("2019 – 2021"), (14, 36)),
    *(Trap(f"05-{text}", job(text), (27, 27)) for text in FIVE_WAYS),
    Trap("05-sept", job("Sept 2020 – Nov 2022"), (27, 27)),
    Trap(
        "06-not-jobs",
        (
            *HEAD,
            "phone 2019-2021-33",
            "Education",
            "B.Sc. 2012 – 2016",
            "Certifications",
            "Azure AZ-204, 2023",
            "Skills",
            "Python 3.9 to 3.12",
        ),
        (0, 0),
        met=("Azure",),
        grades={"Azure": "certified"},
    ),
    Trap(
        "07-claim",
        (*HEAD, "10+ years of experience", *job("Jan 2022 – Feb 2026")[2:]),
        (50, 50),
        not_met=("experience",),
        warnings=frozenset({"claim-mismatch"}),
    ),
    Trap("08-sixty", job("Jan 2020 – Dec 2024"), (60, 60), met=("experience",)),
    Trap("08-fifty-nine", job("Jan 2020 – Nov 2024"), (59, 59), not_met=("experience",)),
    Trap("08-ninety-six", job("Jan 2017 – Dec 2024"), (96, 96), met=("experience",)),
    Trap("09-reversed", job("Jan 2022 – Jan 2020"), (0, 0), warnings=frozenset({"reversed-period"})),
    Trap("09-future", job("Jan 2026 – Dec 2027"), (6, 6), warnings=frozenset({"future-end"})),
    Trap(
        "10-promotions",
        (
            *HEAD,
            "Experience",
            "Acme Corp",
            "Lead Engineer",
            "Jan 2022 – Dec 2023",
            "Senior Engineer",
            "Jan 2020 – Dec 2021",
            "Engineer",
            "Jan 2018 – Dec 2019",
            "Early career: Microsoft, HCL",
        ),
        (72, 72),
        warnings=frozenset({"undated-position"}),
    ),
    Trap("11-short-names", (*HEAD, "Skills: Node, Nest, Mongo, Postgres, TS, Microsoft Azure"), met=NAMES),
    Trap("11-other-spellings", (*HEAD, "Skills: NodeJS, Nest.js, psql"), met=("Node.js", "NestJS", "PostgreSQL")),
    Trap("13-pipes", (*HEAD, "Skills: Node.js|NestJS|MongoDB"), met=NAMES[:3]),
    Trap("13-bullet", (*HEAD, "Skills", "•TypeScript"), met=("TypeScript",)),
    Trap("13-slash", (*HEAD, "Skills: PostgreSQL/MongoDB"), met=("PostgreSQL", "MongoDB")),
    Trap("13-suffix", job("2019 – 2021", "Built Node.js-based services"), met=("Node.js",)),
    Trap("13-only", (*HEAD, "Skills: JavaScript only"), not_met=("TypeScript",)),
    Trap(
        "14-negated",
        job("2019 – 2021", "No experience with Azure. PostgreSQL daily."),
        met=("PostgreSQL",),
        not_met=("Azure",),
    ),
    Trap("14-not-only", job("2019 – 2021", "Used not only MongoDB but also NestJS."), met=("MongoDB", "NestJS")),
    Trap("14-zero", job("2019 – 2021", "Achieved zero downtime on Azure."), met=("Azure",)),
    Trap("14-learning", job("2019 – 2021", "Currently learning NestJS."), not_met=("NestJS",)),
    Trap(
        "15-employers",
        (
            *HEAD,
            "Experience",
            "MongoDB Inc., Accountant",
            "2019 – 2021",
            "Azure Coast Hotel, Receptionist",
            "2017 – 2019",
        ),
        not_met=("MongoDB", "Azure"),
    ),
    Trap("15-hobby", (*HEAD, "Interests", "TypeScript meetup organiser"), grades={"TypeScript": "mentioned"}),
    Trap(
        "16-months",
        (*job("Jan 2019 – Dec 2020", "Built Node.js services"), "Skills", "Node.js, TypeScript"),
        met=("Node.js", "TypeScript"),
        grades={"Node.js": "used", "TypeScript": "listed"},
    ),
]


@pytest.mark.parametrize("media", MEDIA)
@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.id)
def test_trap(trap: Trap, media: str) -> None:
    got = screened(trap.lines, media, trap.as_of)
    status = {found.requirement.name.lower(): found.status for found in got.findings}
    experience = next(found.status for found in got.findings if found.requirement.kind == "experience")
    status["experience"] = experience
    if trap.months is not None:
        assert (got.experience.low, got.experience.high) == trap.months
    assert {name: status[name.lower()] for name in trap.met} == dict.fromkeys(trap.met, Status.MET)
    assert {name: status[name.lower()] for name in trap.not_met} == dict.fromkeys(trap.not_met, Status.NOT_MET)
    assert {name: finding(got, name).grade for name in trap.grades} == trap.grades
    assert trap.warnings <= {warning.code for warning in got.warnings}


@pytest.mark.parametrize("media", MEDIA)
def test_trap_06_certificate_is_evidence_with_grade_certified(media: str) -> None:
    got = screened((*HEAD, "Certifications", "Azure AZ-204, 2023"), media)
    assert finding(got, "Azure").grade == "certified"


@pytest.mark.parametrize("media", MEDIA)
def test_trap_08_the_reasons_say_how_far_off(media: str) -> None:
    short = next(
        found
        for found in screened(job("Jan 2020 – Nov 2024"), media).findings
        if found.requirement.kind == "experience"
    )
    long = next(
        found
        for found in screened(job("Jan 2017 – Dec 2024"), media).findings
        if found.requirement.kind == "experience"
    )
    assert "4 y 11 m" in short.reason
    assert "above" in long.reason


LOOK_ALIKES = (
    "Wrote the go-to-market plan",
    "with express written consent",
    "for American Express",
    "and the rest of the team",
    "since Spring 2021",
    "grew the nest egg",
)


@pytest.mark.parametrize("media", MEDIA)
def test_trap_12_words_that_look_like_skills(media: str) -> None:
    read = resume([*job("2019 – 2021", *LOOK_ALIKES)], media)
    assert [skill.skill for skill in read.skills if skill.evidence] == []
    listed = resume([*HEAD, "Skills: Go, Express, REST, Spring"], media)
    assert {"Go", "Express", "REST APIs"} <= {skill.skill for skill in listed.skills if skill.evidence}
    assert any(skill.skill.startswith("Spring") for skill in listed.skills)


@pytest.mark.parametrize("media", MEDIA)
def test_trap_13_signs_belong_to_names(media: str) -> None:
    read = resume([*HEAD, "Skills: C, C++, C#, JavaScript"], media)
    assert {"C", "C++", "C#", "JavaScript"} == {skill.skill for skill in read.skills if skill.evidence}


@pytest.mark.parametrize("media", MEDIA)
def test_trap_16_months_of_a_skill(media: str) -> None:
    got = screened((*job("Jan 2019 – Dec 2020", "Built Node.js services"), "Skills", "Node.js, TypeScript"), media)
    node, typescript = finding(got, "Node.js"), finding(got, "TypeScript")
    assert node.months is not None
    assert (node.months.middle, node.last_used) == (24, "2020-12")
    assert (typescript.months, typescript.last_used) == (None, None)
