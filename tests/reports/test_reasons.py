"""What is said of several requirements is said once, and nothing else changes."""

from dataclasses import replace

from report_samples import BO, DARA, FINDINGS, screening

from screener.reports.reasons import reasons_together


def test_requirements_with_the_same_reason_share_it() -> None:
    findings = tuple(replace(finding, reason="not found") for finding in FINDINGS[1:4])
    experience = replace(FINDINGS[0], reason="11 months, 60 are asked")
    reasons = [f"{one.requirement.name}: {one.reason}" for one in (findings[0], experience, *findings[1:])]
    judged = screening(reasons=tuple(reasons), findings=(experience, *findings))
    assert reasons_together(judged) == (
        "Node.js, NestJS, MongoDB or PostgreSQL: not found",
        "experience: 11 months, 60 are asked",
    )


def test_other_reasons_stay_as_they_are() -> None:
    assert reasons_together(DARA) == DARA.reasons
    assert reasons_together(BO) == ()


def test_a_colon_in_a_reason_is_no_requirement() -> None:
    said = ("hidden text names a requirement: not found", "NestJS: nowhere: not found")
    assert reasons_together(screening(reasons=said)) == said
