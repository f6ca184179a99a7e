"""Certificates: names with words between, codes, lists, and those not yet passed."""

import pytest
from factories import asks_certificate, certificate, judging, resume, resume_line

from screener.model.resume import Grade, Section
from screener.model.screening import Status
from screener.requirements.certification import judge_certification

AZURE = asks_certificate("Azure Developer Associate", "AZ-204")
MET, NOT_MET, UNKNOWN = Status.MET, Status.NOT_MET, Status.UNKNOWN


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("Azure Developer Associate", MET),
        ("Microsoft Certified: Azure Developer Associate", MET),
        ("AZURE DEVELOPER – ASSOCIATE (2023)", MET),
        ("AZ-204", MET),
        ("AZ 204: Developing Solutions", MET),
        ("Exam AZ204", MET),
        ("AZ-900, DP-204", NOT_MET),
        ("AWS Certified Developer – Associate", NOT_MET),
        ("Azure Administrator Associate", NOT_MET),
        ("Azure Fundamentals; Java and Kotlin Android Developer; Salesforce Associate", NOT_MET),
        ("Azure Developer Associate (in progress)", UNKNOWN),
        ("AZ-204, expected 2027", UNKNOWN),
    ],
)
def test_certificates_by_name(name, status):
    finding = judge_certification(AZURE, judging(resume(certificates=[certificate(name)])))
    assert finding.status is status
    assert finding.credit == {MET: 1, UNKNOWN: pytest.approx(0.5), NOT_MET: 0}[status]
    assert (finding.question is not None) == (status is UNKNOWN)
    if status is not MET:
        assert finding.lacking == "the certificate Azure Developer Associate"


def test_words_may_stand_between():
    asked = asks_certificate("AWS Solutions Architect")
    held = certificate("AWS Certified Solutions Architect – Professional")
    assert judge_certification(asked, judging(resume(certificates=[held]))).status is MET


@pytest.mark.parametrize(
    ("grade", "section", "status"),
    [
        (Grade.LISTED, Section.SKILLS, MET),
        (Grade.CERTIFIED, Section.CERTIFICATIONS, MET),
        (Grade.MENTIONED, Section.COURSES, UNKNOWN),
        (None, Section.CONTACT, NOT_MET),
    ],
)
def test_lines_that_name_it(grade, section, status):
    of = resume(lines=[resume_line("Azure Developer Associate", grade, section)])
    assert judge_certification(AZURE, judging(of)).status is status


def test_a_certificate_and_its_line_are_quoted_once():
    line = resume_line("Microsoft Certified: Azure Developer Associate", Grade.CERTIFIED, Section.CERTIFICATIONS)
    held = type(certificate("x"))("Azure Developer Associate", line.page, line.line)
    (evidence,) = judge_certification(AZURE, judging(resume(lines=[line], certificates=[held]))).evidence
    assert evidence.quote == line.text
    assert evidence.grade is Grade.CERTIFIED


def test_silence_is_not_met():
    finding = judge_certification(AZURE, judging(resume()))
    assert (finding.status, finding.reason, finding.credit) == (NOT_MET, "not found", 0)


def test_a_long_line_ends_in_time():
    held = certificate("azure " * 50_000)
    assert judge_certification(AZURE, judging(resume(certificates=[held]))).status is NOT_MET
