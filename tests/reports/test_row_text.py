"""A row written in parts is the same text as the row written whole."""

from dataclasses import replace
from datetime import date

from factories import (
    asks_any,
    asks_certificate,
    asks_education,
    asks_experience,
    asks_skill,
    evidence,
    position,
    resume,
    role,
    skill_evidence,
)
from hypothesis import given
from hypothesis import strategies as st

from screener.model.document import HiddenText
from screener.model.resume import Candidate, Resume
from screener.model.screening import Outcome, Unreadable
from screener.reports.json_text import dumps
from screener.reports.results import result
from screener.reports.row_text import START_OF_ROW, row_text
from screener.screening import screen
from tests import made_resumes

DAY = date(2026, 6, 30)
ROLE = role(
    asks_skill("Docker"),
    asks_skill('the "requirements": [] skill', aliases=('"skills": []',)),
    asks_any(asks_skill("Go"), asks_skill("Node.js", months=24)),
    asks_experience(60),
    asks_education(),
    asks_certificate("AZ-204"),
)
MADE = made_resumes.resume(
    [
        "Ada Example",
        "ada@example.com",
        "Experience",
        "Software Engineer, Acme, Jan 2020 – Mar 2023",
        "- Node.js services in Docker",
        "Skills",
        "Go, Python, Kubernetes, never used Rust",
    ]
)
LISTS = st.sampled_from(['"requirements": []', '"skills": []', '\\"skills": [], "found": null', "\u2028\x7f\ud800\n"])
TEXTS = LISTS | st.text(st.characters(), max_size=20)


def outcome_of(understood: Resume, file: str = "ada.pdf") -> Outcome:
    return Outcome(file, "0" * 64, screen(understood, ROLE, DAY))


def test_of_a_resume() -> None:
    outcome = outcome_of(MADE)
    assert row_text(outcome) == dumps(result(outcome))
    assert row_text(outcome).startswith(START_OF_ROW)
    assert '"Kubernetes"' in row_text(outcome)


def test_of_a_file_that_cannot_be_read() -> None:
    outcome = Outcome('"skills": []', None, Unreadable("damaged", '"requirements": []'))
    assert row_text(outcome) == dumps(result(outcome))


def test_of_a_resume_that_shows_nothing() -> None:
    outcome = outcome_of(resume(is_resume=False))
    assert row_text(outcome) == dumps(result(outcome))


def test_of_a_duplicate() -> None:
    outcome = replace(outcome_of(MADE), duplicate_of='"requirements": []', duplicate_note='"skills": []')
    assert row_text(outcome) == dumps(result(outcome))


@given(TEXTS, TEXTS, TEXTS)
def test_whatever_the_words(file: str, quote: str, skill: str) -> None:
    understood = resume(
        candidate=Candidate(name=quote, emails=(skill,)),
        positions=(position("2020-01 – 2023-03", employer=quote),),
        skills=(skill_evidence("Docker", evidence(quote=quote)), skill_evidence(skill, evidence(quote=skill))),
        hidden=(HiddenText(quote, skill, 1),),
    )
    outcome = outcome_of(understood, file)
    assert row_text(outcome) == dumps(result(outcome))
