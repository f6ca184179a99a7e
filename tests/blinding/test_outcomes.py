"""Every text of an outcome is redacted, whatever field it is in, and nothing that decides is changed."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

import pytest
from factories import AS_OF, asks_skill, role
from made_resumes import resume

from screener.blinding.report import blind
from screener.model.document import HiddenText, ReadingWarning
from screener.model.likeness import Likeness
from screener.model.report import Report
from screener.model.resume import Evidence, Grade
from screener.model.role import Role
from screener.model.screening import Finding, Outcome, Screening, Unreadable
from screener.screening import screen

NAME = "Quillon Marchetti"
LINES = [
    NAME,
    "q.marchetti@example.com | +1 555-010-0199",
    "10 years of experience with NestJS",
    "Experience",
    "Backend Engineer, Acme GmbH   Jan 2019 - Dec 2025",
    "- NestJS services on Ruby with Quillon's team",
    "Education",
    "BSc Computer Science, Farrowdale University   2014 - 2018",
    "Certifications",
    "Azure Developer Associate",
]
OURS = {  # words of the program, of the vocabulary or of the role, which tell nothing of a person
    ("Evidence", "cause"),
    ("Evidence", "implied_by"),
    ("HiddenText", "cause"),
    ("ReadingWarning", "code"),
    ("Unreadable", "code"),
    ("Finding", "last_used"),
    ("SkillEvidence", "skill"),
}


def outcome(*asked: str) -> Outcome:
    screening = screen(resume(LINES), role(*map(asks_skill, asked or ("Node.js", "Ruby"))), AS_OF)
    screening = replace(
        screening,
        would_fit_with="more",
        resume=replace(
            screening.resume,
            hidden=(HiddenText("seen by nobody", "white", 1),),
            warnings=(ReadingWarning("ocr", "look at it", 1),),
        ),
        warnings=(ReadingWarning("ocr", "look at it", 1),),
    )
    likeness = Likeness(("quillon", "marchetti"), ("q.marchetti@example.com",), ("5550100199",), b"12345678", 24000)
    return Outcome("in/marchetti.pdf", "5" * 64, screening, "in/quillon.pdf", "the same", likeness)


def report(*outcomes: Outcome) -> Report:
    result = outcomes[0].result
    return Report(outcomes, result.role if isinstance(result, Screening) else role(), AS_OF, "0")


def marked(value: Any, mark: str) -> Any:
    """The value with the mark at the end of all its texts but those that are ours."""
    if isinstance(value, Enum | Role) or hasattr(value, "importance"):
        return value
    if type(value) is str:
        return f"{value} {mark}"
    if isinstance(value, tuple):
        return tuple(marked(item, mark) for item in value)
    if not is_dataclass(value):
        return value
    names = [field.name for field in fields(value) if (type(value).__name__, field.name) not in OURS]
    return replace(value, **{name: marked(getattr(value, name), mark) for name in names})  # type: ignore[type-var]


def texts(value: Any) -> list[str]:
    if isinstance(value, Role) or hasattr(value, "importance"):
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in texts(item)]
    return (
        [text for field in fields(value) for text in texts(getattr(value, field.name))] if is_dataclass(value) else []
    )


@pytest.mark.parametrize("mark", ["Quillon", "MARCHETTI", "q.marchetti@example.com", "Farrowdale University"])
def test_every_text_of_every_field_is_redacted(mark: str) -> None:
    plain = outcome()
    result = plain.result
    assert isinstance(result, Screening)
    kept = {id(item): item.matched for finding in result.findings for item in finding.evidence}
    assert kept
    changed = marked(plain, mark)
    candidate = replace(changed.result.resume.candidate, name=NAME)
    findings = tuple(map(unmatched, changed.result.findings, result.findings))
    changed = replace(
        changed,
        result=replace(changed.result, resume=replace(changed.result.resume, candidate=candidate), findings=findings),
    )
    assert len([text for text in texts(changed) if mark in text]) > 25
    shown = texts(blind(report(changed)).report.outcomes[0])
    assert not [text for text in shown if mark.casefold() in text.casefold()]
    assert not [text for text in shown if "marchetti" in text.casefold() or "5" * 64 in text]


def unmatched(finding: Finding, before: Finding) -> Finding:
    """With what matched as it was: a word of the role or the vocabulary."""
    evidence = tuple(
        replace(item, matched=old.matched) for item, old in zip(finding.evidence, before.evidence, strict=True)
    )
    return replace(finding, evidence=evidence)


def test_what_decides_is_as_it_was() -> None:
    before = outcome()
    after = blind(report(before)).report.outcomes[0]
    assert isinstance(before.result, Screening)
    assert isinstance(after.result, Screening)
    for name in ("verdict", "score", "role", "as_of", "experience", "experience_status", "position_months"):
        assert getattr(after.result, name) == getattr(before.result, name), name
    for ours, theirs in zip(after.result.findings, before.result.findings, strict=True):
        for name in ("requirement", "status", "credit", "months", "last_used", "grade"):
            assert getattr(ours, name) == getattr(theirs, name), name
    dates = [(position.kind, position.period) for position in after.result.resume.positions]
    assert dates == [(position.kind, position.period) for position in before.result.resume.positions]


def test_quotes_show_what_matched_and_nobody() -> None:
    after = blind(report(outcome())).report.outcomes[0]
    assert isinstance(after.result, Screening)
    quotes = {item.quote for finding in after.result.findings for item in finding.evidence}
    assert "NestJS services on Ruby with [name]'s team" in quotes


def test_degrees_keep_level_and_field() -> None:
    after = blind(report(outcome())).report.outcomes[0]
    assert isinstance(after.result, Screening)
    (entry,) = after.result.resume.education
    assert (entry.field, entry.completed) == ("Computer Science", True)
    assert (entry.institution, entry.period) == ("[school]", None)


def test_a_note_that_a_word_is_only_the_candidates_name_goes() -> None:
    plain = outcome()
    assert isinstance(plain.result, Screening)
    note = Evidence(NAME, 1, 1, None, None, None, "Quillon", cause="name")
    other = Evidence("Built at Ruby Tuesday", 1, 6, None, 0, None, "Ruby", cause="name")
    findings = tuple(replace(finding, notes=(note, other)) for finding in plain.result.findings)
    after = blind(report(replace(plain, result=replace(plain.result, findings=findings)))).report.outcomes[0]
    assert isinstance(after.result, Screening)
    assert {item.matched for finding in after.result.findings for item in finding.notes} == {"Ruby"}


def test_what_matched_is_redacted_where_it_is_a_whole_line() -> None:
    """Of a degree without a field, the line itself is what matched."""
    plain = outcome()
    assert isinstance(plain.result, Screening)
    line = "BSc, Farrowdale University   2014 - 2018"
    evidence = Evidence(line, 1, 8, None, None, Grade.LISTED, line)
    findings = tuple(replace(finding, evidence=(evidence,)) for finding in plain.result.findings)
    after = blind(report(replace(plain, result=replace(plain.result, findings=findings)))).report.outcomes[0]
    assert isinstance(after.result, Screening)
    shown = after.result.findings[0].evidence[0]
    assert "Farrowdale" not in shown.quote + shown.matched
    assert "2014" not in shown.quote + shown.matched


def test_messages_of_files_that_cannot_be_read_name_no_file() -> None:
    failed = Outcome("in/quillon-marchetti.zip", None, Unreadable("damaged", "in/quillon-marchetti.zip is damaged"))
    after = blind(Report((failed,), role(asks_skill("Node.js")), AS_OF, "0")).report.outcomes[0]
    assert after.result == Unreadable("damaged", "[file] is damaged")


def test_blinding_twice_changes_nothing_and_leads_nowhere() -> None:
    once = blind(report(outcome()))
    twice = blind(once.report)
    assert twice.report.outcomes[0].file == once.report.outcomes[0].file
    assert twice.key == ()
    assert once.key[0].name == NAME
