"""Whatever the top of a page looks like, nobody is named; where the name isn't sure, that is said."""

from dataclasses import replace

import pytest
from factories import AS_OF, asks_skill, role
from made_resumes import resume

from screener.blinding.outcomes import words_of_role
from screener.blinding.redactor import Redactor
from screener.blinding.report import blind
from screener.model.report import Report
from screener.model.screening import Outcome, Screening
from screener.screening import screen

BODY = [
    "Experience",
    "Backend Engineer, Acme GmbH   Jan 2019 - Dec 2025",
    "- Bill wrote NestJS services",
    "- William led TypeScript, Mr Hargreave ran Azure",
    "- Templeton and WILLIAM HARGREAVE: MongoDB",
    "Education",
    "BSc Computer Science, Farrowdale University   2014 - 2018",
]
UNDERSTOOD = [
    'William "Bill" Hargreave',
    "William (Bill) Hargreave",
    "William Hargreave, MBA, PMP",
    "William Hargreave <w@example.com>",
    "W i l l i a m   H a r g r e a v e",
    "William Hargreave née Templeton",
    "Surname: Hargreave | First name: William",
]
NOT_UNDERSTOOD = ["Hargreave, William", "WilliamHargreave", "william hargreave", "William | Hargreave"]


def outcome(top: str, *more: str, file: str = "in/17.pdf") -> Outcome:
    lines = [*top.split(" | "), "w.templeton@example.com", *more, *BODY]
    return Outcome(file, "0" * 64, screen(resume(lines), role(asks_skill("Node.js")), AS_OF))


def blind_lines(given: Outcome) -> str:
    assert isinstance(given.result, Screening)
    redactor = Redactor(given, words_of_role(given.result.role))
    lines = given.result.resume.lines
    return "\n".join(
        redactor.text(item.text, redactor.where(item.page, item.line, item.section, item.position)) for item in lines
    )


@pytest.mark.parametrize(
    "top", [*UNDERSTOOD, *NOT_UNDERSTOOD, "Backend Engineer | I am William Hargreave, an engineer"]
)
def test_a_name_is_found_however_the_page_begins(top: str) -> None:
    shown = blind_lines(outcome(top)).casefold()
    assert [word for word in ("william", "hargreave", "templeton", "bill wrote") if word in shown] == []
    assert "nestjs services" in shown
    assert "backend engineer, acme gmbh" in shown


@pytest.mark.parametrize("top", UNDERSTOOD)
def test_a_name_that_is_set_oddly_is_understood(top: str) -> None:
    result = outcome(top).result
    assert isinstance(result, Screening)
    assert result.resume.candidate.name == "William Hargreave"


@pytest.mark.parametrize(("top", "is_said"), [(UNDERSTOOD[0], False), *((top, True) for top in NOT_UNDERSTOOD)])
def test_a_name_that_is_not_understood_is_said_in_the_result(top: str, is_said: bool) -> None:
    given = outcome(top)
    assert isinstance(given.result, Screening)
    after = blind(Report((given,), given.result.role, AS_OF, "0")).report
    result = after.outcomes[0].result
    assert isinstance(result, Screening)
    assert ("blind-name-unknown" in {item.code for item in result.warnings}) == is_said
    assert any("name wasn't understood" in reason for reason in result.reasons) == is_said
    assert (result.verdict, result.score) == (given.result.verdict, given.result.score)
    assert blind(after).report.outcomes[0].result == result


def test_a_name_that_nothing_bears_out_is_not_trusted() -> None:
    given = outcome("William Hargreave")
    assert isinstance(given.result, Screening)
    wrong = replace(given.result.resume.candidate, name="Springmere Heights")
    given = replace(given, result=replace(given.result, resume=replace(given.result.resume, candidate=wrong)))
    assert "hargreave" not in blind_lines(given).casefold()


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("Robert Hale", "Bob Hale and Bobby built it", "[name] and [name] built it"),
        ("Theodora Quill", "Theo and Dora", "[name] and [name]"),
        ("Elizabeth Carter", "Lizzie’s code, carter_elizabeth, elizabethcarter88", "[name]’s code, [name]"),
        ("Elizabeth Carter", "the Carters' library", "the [name]' library"),
        ("Siobhan O'Neill-Byrne", "ONeill and O'Neill Byrne", "[name] and [name]"),
        ("Willem van der Hargreave", "VanDerHargreave", "[name]"),
        ("Layla Haddad (ليلى حداد)", "حداد", "[name]"),
        ("Elizabeth Carter", "Liz-free libraries", "[name]-free libraries"),
        ("Robert Hale", "robots and roberta stay, bob too", "robots and roberta stay, bob too"),
        ("Devendra Quill", "Dev and Ops", "Dev and Ops"),
    ],
)
def test_other_forms_of_a_name_are_found(name: str, line: str, expected: str) -> None:
    lines = [name, "someone@example.com", "Summary", line, *BODY]
    given = Outcome("in/17.pdf", "0" * 64, screen(resume(lines), role(asks_skill("Node.js")), AS_OF))
    assert isinstance(given.result, Screening)
    redactor = Redactor(given, words_of_role(given.result.role))
    assert (
        redactor.text(line).replace("[name], [name], [name]", "[name]") == expected or redactor.text(line) == expected
    )


def test_words_of_the_own_address_are_names_where_they_have_a_capital() -> None:
    shown = blind_lines(outcome("William Hargreave", "Cloud and templeton ovens"))
    assert "Templeton" not in shown
    assert "templeton ovens" in shown
