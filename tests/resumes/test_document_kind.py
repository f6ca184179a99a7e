"""A job description, a letter or an invoice is not a resume, and is never judged as one."""

import pytest

from tests.made_resumes import resume

JOB_DESCRIPTION = """
Backend Engineer
About the role
We are looking for a backend engineer. You will build services.
Required skills
Node.js, NestJS, MongoDB
What we offer
A good team. Apply now.
"""
LETTER = """
Dear hiring manager,
I am writing to apply for the position. I have built services with Node.js.
Please find attached my resume.
Kind regards, Jane Doe
"""
INVOICE = """
Invoice number 42
Bill to: Acme
Subtotal 100
Amount due 120
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [(JOB_DESCRIPTION, "a job description"), (LETTER, "a letter"), (INVOICE, "an invoice")],
    ids=["job description", "letter", "invoice"],
)
def test_what_isnt_a_resume_is_named(text: str, kind: str) -> None:
    read = resume(text.strip().split("\n"))
    assert not read.is_resume
    assert [kind in warning.message for warning in read.warnings if warning.code == "not-a-resume"] == [True]


def test_what_a_job_description_asks_for_is_no_evidence() -> None:
    read = resume(JOB_DESCRIPTION.strip().split("\n"))
    assert not any(skill.evidence for skill in read.skills)


def test_a_resume_that_addresses_its_reader_stays_a_resume() -> None:
    read = resume(
        [
            "Jane Doe",
            "What I offer",
            "You will like me. We are looking for the same.",
            "Experience",
            "Developer, Acme, Jan 2020 – Dec 2021",
        ]
    )
    assert read.is_resume
