"""Words that must not decide who gets a job are known in any dress; what only looks like them passes."""

from datetime import date
from pathlib import Path

import pytest

from screener.roles.lint import Selection, check_source
from screener.roles.source import source_from_bytes
from screener.vocabulary import load

ONLY = Selection(select=frozenset({"protected-words"}))


def refused(name, *, where="skills: {nice: ['NAME']}"):
    text = where.replace("NAME", name.replace("'", "''")) + "\nexperience: {years: 3}\n"
    text = text if text.startswith("title") else "title: Engineer\n" + text
    source = source_from_bytes(text.encode(), file="role.yaml", folder=Path())
    return [problem.message for problem in check_source(source, date(2026, 6, 30), ONLY)]


@pytest.mark.parametrize(
    "name",
    [
        "Young team", "DIGITAL-NATIVE", "Y O U N G", "Yоung", "ＹＯＵＮＧ", "Age under 35", "max. 40 years old",
        "born 1995",
        "class of 2020", "Graduation year 2022", "Male", "female candidates preferred", "Gender: male", "Single",
        "No children", "Not pregnant", "US citizens only", "EU passport", "Nationality", "Native English speaker",
        "No accent", "Christian", "Religion", "Physically fit", "No disability", "Photo", "ZIP code 10115",
        "German surname",
        "Union membership", "unter 30 Jahre", "Muttersprache Deutsch", "männlich", "Führungszeugnis", "jeune diplômé",
        "langue maternelle", "buena presencia", "soltera", "bella presenza", "moedertaal", "sexo masculino",
        "młody zespół",
        "askerliğini yapmış", "молодой", "35歳以下", "男性",
    ],
)  # fmt: skip
def test_what_speaks_of_a_person_is_refused_with_an_alternative_and_a_way_out(name):
    (message,) = refused(name)
    assert "must not decide who gets a job; " in message
    assert message.endswith("if it isn't about a person, add '# screener: ignore protected-words - why'")


@pytest.mark.parametrize(
    "name",
    [
        "Single sign-on", "Race conditions", "Mother Jones", "Old-growth forestry", "Photoshop", "Photo editing",
        "Age of data", "Image age estimation", "Gender-neutral writing", "React Native", "Young modulus",
        "Male connector",
        "Parent-child relationships", "Health checks", "Nationality field validation", "Postal code lookup",
        "Disability benefits systems", "Pregnancy tracking apps", "Women in Tech", "Ernst & Young", "Native SQL",
        "Black-box testing", "Union types", "Jewish studies", "Disabled people software", "Citizen development",
        "Engineer (m/w/d)", "Engineer (all genders)", "Graduate programme", "Fluent German",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_passes(name):
    assert refused(name) == []


def test_no_skill_of_the_vocabulary_is_refused():
    names = load("skills")["names"]
    listed = ", ".join("'" + name.replace("'", "''") + "'" for name in names)
    source = source_from_bytes(f"title: x\nskills: {{nice: [{listed}]}}\n".encode(), file="r.yaml", folder=Path())
    assert len(names) > 100
    assert check_source(source, date(2026, 6, 30), ONLY) == ()


@pytest.mark.parametrize(
    "where",
    [
        "title: NAME engineer",
        "skills: {must: [{name: Office, aliases: ['NAME']}]}",
        "skills: {must: [{any: [Office, 'NAME']}]}",
        "education: {level: bachelor, fields: ['NAME']}",
        "certifications: {nice: ['NAME']}",
    ],
    ids=["title", "alias", "alternative", "field", "certificate"],
)
def test_it_is_found_wherever_a_role_asks(where):
    assert len(refused("young", where=where)) == 1


def test_examples_and_own_keys_are_no_criteria():
    assert refused("young", where="x-note: NAME\nexamples: [{name: young, text: young, expect: no_fit}]") == []
