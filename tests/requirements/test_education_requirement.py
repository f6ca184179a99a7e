"""Degrees: level, field, finished or not, and what silence means."""

import pytest
from factories import asks_education, degree, judging, resume, resume_line

from screener.model.resume import Level
from screener.model.screening import Status
from screener.requirements.education import judge_education
from screener.requirements.study_fields import is_same_field

MET, NOT_MET, UNKNOWN = Status.MET, Status.NOT_MET, Status.UNKNOWN


@pytest.mark.parametrize(
    ("entries", "status", "reason"),
    [
        pytest.param([degree()], MET, "a bachelor's degree in Computer Science", id="as asked"),
        pytest.param([degree(Level.MASTER)], MET, "a master's degree in Computer Science", id="higher"),
        pytest.param(
            [],
            UNKNOWN,
            "no education found, and a bachelor's degree in computer science is asked",
            id="silence",
        ),
        pytest.param(
            [degree(completed=False)],
            UNKNOWN,
            "a bachelor's degree in Computer Science, not finished",
            id="unfinished",
        ),
        pytest.param(
            [degree(field="History")],
            UNKNOWN,
            "a bachelor's degree in History, a field that the role doesn't list",
            id="other field",
        ),
        pytest.param([degree(field=None)], UNKNOWN, "a bachelor's degree, its field isn't given", id="no field"),
        pytest.param([degree(None)], UNKNOWN, "a degree in Computer Science, its level can't be told", id="no level"),
        pytest.param(
            [degree(Level.ASSOCIATE)],
            NOT_MET,
            "an associate degree in Computer Science at most, and a bachelor's degree in computer science is asked",
            id="only lower",
        ),
        pytest.param(
            [degree(Level.HIGH_SCHOOL, None), degree(Level.ASSOCIATE, completed=False)],
            UNKNOWN,
            "an associate degree in Computer Science, not finished",
            id="lower and unfinished",
        ),
        pytest.param(
            [degree(Level.MASTER, "History"), degree()], MET, "a bachelor's degree in Computer Science", id="one of two"
        ),
    ],
)
def test_status(entries, status, reason):
    finding = judge_education(asks_education(), judging(resume(education=entries)))
    assert (finding.status, finding.reason) == (status, reason)
    assert finding.credit == {MET: 1, UNKNOWN: pytest.approx(0.5), NOT_MET: 0}[status]
    assert (finding.question is not None) == (status is UNKNOWN)
    assert (finding.lacking is None) == (status is MET)


def test_without_fields_any_field_will_do():
    asked = asks_education(fields=())
    assert judge_education(asked, judging(resume(education=[degree(field="History")]))).status is MET
    assert judge_education(asked, judging(resume(education=[degree(field=None)]))).status is MET


def test_what_is_lacking_names_all_fields():
    asked = asks_education(fields=["computer science", "physics", "mathematics"])
    lacking = judge_education(asked, judging(resume())).lacking
    assert lacking == "a bachelor's degree in computer science, physics or mathematics"


def test_evidence_quotes_the_line():
    line = resume_line("B.Sc. Computer Science, Example University")
    entry = degree()
    entry = type(entry)(entry.level, entry.field, None, None, True, page=line.page, line=line.line)
    (evidence,) = judge_education(asks_education(), judging(resume(education=[entry], lines=[line]))).evidence
    assert evidence.quote == line.text


@pytest.mark.parametrize(
    ("asked", "studied", "same"),
    [
        ("computer science", "Computer Science", True),
        ("computer science", "Computer Science & Engineering", True),
        ("computer science", "CS", True),
        ("Computer Science", "Software Engineering", True),
        ("computer science", "Informatik", True),
        ("computer science", "Applied Informatics (distinction)", True),
        ("information technology", "IT", True),
        ("information technology", "Management Information Systems", True),
        ("computer science", "Information Technology", False),
        ("computer science", "History, minor in Computer Science", False),
        ("computer science", "Political Science", False),
        ("computer science", "Physics", False),
        ("basket weaving", "Advanced Basket-Weaving", True),
        ("basket weaving", "Weaving", False),
        ("C++ programming", "C programming", False),
    ],
)
def test_fields_are_the_same_by_name_only(asked, studied, same):
    assert is_same_field(asked, studied) is same


@pytest.mark.parametrize(
    ("level", "field", "question"),
    [
        (Level.BACHELOR, "Computer Science", "Has a bachelor's degree in Computer Science been finished since?"),
        (
            Level.MASTER,
            "Film",
            "Has a master's degree in Film been finished since, and is Film close enough to computer science?",
        ),
        (Level.ASSOCIATE, "Film", "Is there a bachelor's degree in computer science or a higher one?"),
    ],
)
def test_an_unfinished_degree_is_asked_about_as_far_as_it_would_be_enough(level, field, question):
    of = resume(education=[degree(level, field, completed=False)])
    assert judge_education(asks_education(Level.BACHELOR), judging(of)).question == question
