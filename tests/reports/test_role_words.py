"""`screen roles show` says in plain sentences what a role file asks for, and leaves nothing out."""

import pytest

from screener.reports.role_words import one_line, role_lines
from screener.roles.load import load_role, parse_role
from screener.roles.source import shipped_roles, source_from_bytes
from screener.vocabulary import load

ROLE = """\
title: Backend Engineer
experience: {years: 5-6, above: review, counts: [internship, volunteer]}
skills:
  must:
    - any: [MongoDB, {name: PostgreSQL, years: 2, aliases: [PG]}]
      weight: 4
    - {name: Azure, years: 1.5, evidence: used}
  should:
    - any: [REST, GraphQL, gRPC]
    - {name: Zorkmid, aliases: [ZMF, Zorkmid framework]}
education: {level: high_school, fields: [computer science, mathematics], importance: nice}
certifications: {nice: [{name: Scrum Master, aliases: [PSM]}]}
weights: {nice: 0.25}
examples:
  - {name: a, text: x, expect: no_fit}
"""


def lines_of(text, tmp_path):
    return list(role_lines(parse_role(source_from_bytes(text.encode(), file="role.yaml", folder=tmp_path))))


def test_every_requirement_has_its_sentence(tmp_path):
    lines = lines_of(ROLE, tmp_path)
    known = len(load("skills")["names"])
    assert lines == [
        "Backend Engineer (role.yaml)",
        "",
        "Gates: without any one of these a candidate is no fit.",
        "  - Experience: 5 to 6 years; more is looked at by a person (weight 3)",
        "  - MongoDB or PostgreSQL: either is enough; PostgreSQL: 2 years (weight 4); also found as PG",
        "  - Azure: 1.5 years, used at work (weight 3)",
        "",
        "Wanted: these order the candidates.",
        "  - REST, GraphQL or gRPC: one of these is enough (weight 2)",
        "  - Zorkmid (weight 2); also found as ZMF, Zorkmid framework",
        "",
        "Welcome: these order them, too, with less weight.",
        "  - Education: high school or higher in computer science or mathematics; another field is asked about, "
        "not refused (weight 0.25)",
        "  - Scrum Master (weight 0.25); also found as PSM",
        "",
        "Experience is counted from work and freelance positions, and internships and voluntary work; "
        "overlapping jobs count once, gaps are never held against anybody.",
        f"Not in the vocabulary of {known} skills, so matched as written: Zorkmid.",
        "In all 7 requirements, 3 of them gates; 1 example.",
    ]


@pytest.mark.parametrize(
    ("years", "says"),
    [
        ("5", "at least 5 years"),
        ("5+", "at least 5 years"),
        ("5-6", "5 to 6 years; more is fine"),
        ("1", "at least 1 year"),
    ],
)
def test_years_are_said_as_people_say_them(years, says, tmp_path):
    lines = lines_of(f"title: x\nexperience: {{years: {years}}}\n", tmp_path)
    assert f"  - Experience: {says} (weight 3)" in lines


def test_groups_without_requirements_are_left_out(tmp_path):
    lines = lines_of("title: x\nskills: {nice: [Git]}\n", tmp_path)
    assert not any(line.startswith(("Gates", "Wanted")) for line in lines)
    assert lines[-1] == "In all 1 requirement, 0 of them gates."


@pytest.mark.parametrize("name", shipped_roles())
def test_shipped_roles_are_shown_with_every_requirement(name):
    role = load_role(name)
    text = "\n".join(role_lines(role))
    assert text.count("\n  - ") == len(role.requirements)
    assert one_line(role) in text
