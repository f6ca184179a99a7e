"""Postings of many kinds become the roles that a careful reader makes of them."""

from datetime import date

import pytest
from drafting_samples import POSTINGS, TRUTH, asked, draft, expected, lines_of_file

from screener.roles.draft import NothingAsked, draft_role, draft_text
from screener.roles.lint import check_source
from screener.roles.load import parse_role
from screener.roles.source import source_from_bytes

IMPORTANCES = ("must", "should", "nice")


def test_every_posting_has_its_truth():
    assert {path.name for path in POSTINGS.iterdir()} - {"truth.yaml"} == set(TRUTH)
    assert len(TRUTH) >= 40


@pytest.mark.parametrize("name", TRUTH)
@pytest.mark.parametrize("importance", IMPORTANCES)
def test_skills_have_the_importance_of_the_wording(name, importance):
    found = asked(draft_role(lines_of_file(name)), importance)
    listed = TRUTH[name].get(importance, [])
    assert expected(listed) - found == set()
    assert found - expected(listed) - expected(listed, optional=True) == set()


@pytest.mark.parametrize("name", TRUTH)
def test_title_and_years_are_the_postings(name):
    found = draft_role(lines_of_file(name))
    assert found.title == TRUTH[name]["title"]
    assert (found.experience.years if found.experience else None) == TRUTH[name].get("years")


@pytest.mark.parametrize("name", TRUTH)
def test_education_and_certificates_are_the_postings(name):
    found = draft_role(lines_of_file(name))
    degree = found.education
    assert ([degree.level, degree.importance, *degree.fields] if degree else None) == TRUTH[name].get("education")
    certificates = TRUTH[name].get("certifications", {})
    for importance in IMPORTANCES:
        wanted = {frozenset(item.casefold().split(" | ")) for item in certificates.get(importance, [])}
        assert asked(found, importance, "certificate") == wanted


@pytest.mark.parametrize("name", TRUTH)
def test_words_that_must_not_decide_are_listed(name):
    assert [one.word for one in draft_role(lines_of_file(name)).left_out] == TRUTH[name].get("left_out", [])


@pytest.mark.parametrize("name", TRUTH)
def test_every_draft_passes_the_check(name):
    text = draft_text(lines_of_file(name))
    source = source_from_bytes(text.encode(), file=name, folder=POSTINGS)
    problems = check_source(source, date(2026, 11, 22))
    assert [problem.text(name) for problem in problems if problem.severity == "error"] == []
    assert {problem.rule for problem in problems if problem.severity == "warning"} <= {"all-gates", "no-gate"}
    assert parse_role(source).title == TRUTH[name]["title"]


@pytest.mark.parametrize("name", TRUTH)
def test_every_line_carries_its_sentence(name):
    lines = draft_text(lines_of_file(name)).splitlines()
    assert lines[0] == "# yaml-language-server: $schema=./role.schema.json"
    values = [line for line in lines if line and not line.startswith("#") and not line.endswith(":")]
    assert values
    assert [line for line in values if ' # "' not in line or not line.endswith('"')] == []


def test_the_same_posting_gives_the_same_bytes():
    first = [draft_text(lines_of_file(name)) for name in TRUTH]
    assert first == [draft_text(lines_of_file(name)) for name in TRUTH]


def test_a_posting_that_asks_for_nothing_is_no_role():
    with pytest.raises(NothingAsked, match="write the role by hand"):
        draft("Hello, we are a nice company in a nice town.")


def test_a_title_can_be_given():
    assert draft_role(lines_of_file("inline.txt"), "Backend Developer").title == "Backend Developer"


@pytest.mark.parametrize("name", TRUTH)
def test_every_sentence_is_verbatim(name):
    posting = " ".join(line.text for line in lines_of_file(name)).replace('"', "'")
    comments = [line.partition(' # "')[2] for line in draft_text(lines_of_file(name)).splitlines() if ' # "' in line]
    quotes = [comment.removesuffix('"').removeprefix("… ").removesuffix(" …") for comment in comments]
    assert quotes
    assert [quote for quote in quotes if quote not in posting] == []
