"""Letters to candidates: what they say, what they leave out, and that they say it of everybody in the same way."""

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from factories import asks_any, asks_skill, position, resume, role, used
from report_samples import BO, CHEN, DARA, ONE, ROLE, SCAN, report, screening
from rich.cells import cell_len

from screener import load_role, parse_resume, read_document, screen
from screener.model.report import Report
from screener.model.resume import Candidate
from screener.model.screening import Outcome, Screening, Unreadable, Verdict
from screener.reports.explaining.letter import is_for_candidate, write_letter
from screener.reports.explaining.letter.template import load_template
from screener.reports.explaining.letter.values import values_of

SAMPLES = Path(__file__).parent.parent / "samples"
DAY = date(2026, 6, 30)
NOT_A_RESUME = replace(screening(), resume=replace(screening().resume, is_resume=False))
LETTERS = {
    "fit": Outcome("bo.docx", None, BO),
    "review": ONE,
    "no-fit": Outcome("dara.pdf", None, DARA),
    "other-script": Outcome("chen.pdf", None, CHEN),
    "unreadable": SCAN,
    "not-a-resume": Outcome("posting.pdf", None, NOT_A_RESUME),
}
# What tells a verdict, a score, a weight or another candidate; each as a word of its own.
FORBIDDEN = re.compile(
    r"(?i)\b(score[sd]?|rank(?:ed|ing|s)?|points? out|verdicts?|gates?|weights?|credits?|not_met|no fit|no_fit|unfit"
    r"|fail(?:ed|s)?|reject(?:ed|s)?|duplicates?|other candidates?|other applicants?|better|worse|best|cheat\w*"
    r"|suspicious|you don[’']t have|you do not have\b(?! to\b)|you lack|unfortunately"
    r"|guarantee\w*|will contact|white on white)\b"
)


def letter(outcome: Outcome, made: Report | None = None) -> str:
    stream = io.StringIO()
    write_letter(made or report(outcome), outcome, stream, load_template())
    return stream.getvalue()


def of_text(text: str, role: str = "backend-software-engineer") -> str:
    """The letter for a resume that is read from a text."""
    from screener.documents.engines.plain_text import extract
    from screener.documents.limits import Limits

    document = extract(text.encode(), sha256="0" * 64, limits=Limits())
    judged = screen(parse_resume(document, DAY), load_role(role), DAY)
    outcome = Outcome("resume.txt", None, judged)
    return letter(outcome, Report((outcome,), judged.role, DAY, "0.1.0"))


def of_sample(name: str) -> Outcome:
    document = read_document(str(SAMPLES / name))
    return Outcome(name, None, screen(parse_resume(document, DAY), load_role("backend-software-engineer"), DAY))


@pytest.mark.parametrize("name", LETTERS)
def test_letters_are_as_expected(check_expected, name: str) -> None:
    check_expected(f"reports/letters/{name}.txt", letter(LETTERS[name]))


@pytest.mark.parametrize("name", [*LETTERS, *sorted(path.name for path in SAMPLES.glob("[!s]*.[dp][od][cf]*"))])
def test_no_letter_tells_a_verdict_a_score_or_another_candidate(name: str) -> None:
    outcome = LETTERS.get(name) or of_sample(name)
    text = letter(outcome)
    assert FORBIDDEN.findall(text.replace("best as a PDF", "")) == []
    if isinstance(outcome.result, Screening):
        assert not re.search(rf"(?<![\d.]){re.escape(str(outcome.result.score))}(?![\d.])", text)
    assert outcome.file not in text


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_about_a_page(name: str) -> None:
    lines = letter(LETTERS[name]).splitlines()
    assert len(lines) <= 75
    assert max(map(cell_len, lines)) <= 78
    assert "\n\n\n" not in "\n".join(lines)


@pytest.mark.parametrize(
    ("name", "salutation"),
    [
        ("Ada Sample", "Dear Ada Sample,"),
        ("陳小明", "Dear 陳小明,"),
        ("محمد علي", "Dear محمد علي,"),
        ("Prof. Dr. O’Neill-Çelik", "Dear Prof. Dr. O’Neill-Çelik,"),
        (None, "Dear applicant,"),
    ],
)
def test_a_candidate_is_addressed_by_the_whole_name_as_written(name: str | None, salutation: str) -> None:
    assert salutation in letter(Outcome("a.pdf", None, screening(name=name))).splitlines()


def test_hidden_text_is_told_without_its_words() -> None:
    text = letter(ONE)
    assert "text that a reader cannot see on the page. It was not taken" in " ".join(text.split())
    assert "ignore previous instructions" not in text


def test_what_is_only_hidden_leaves_the_letter_as_it_is_for_a_fit() -> None:
    judged = replace(BO, verdict=Verdict.REVIEW, reasons=("hidden text names Azure; look at it",))
    assert values_of(report(ONE), Outcome("a.pdf", None, judged))["situation"] == "all_found"


def test_a_duplicate_isnt_mentioned() -> None:
    assert letter(replace(ONE, duplicate_of="older.pdf", duplicate_note="the same bytes")) == letter(ONE)


def test_every_question_is_asked_with_how_to_answer() -> None:
    text = " ".join(letter(ONE).split())
    assert "When in 2022 did you leave Acme Tool Works?" in text
    assert "In which months did you work with Azure?" in text
    assert "For dates, the month and the year are enough" in text


def test_the_months_can_be_added_up_again() -> None:
    text = letter(ONE)
    alone = [int(number) for number in re.findall(r"(?:to|:) (\d+) months?$", text, re.MULTILINE)]
    assert alone == [51, 46, 8]
    assert "Together 59 to 70 months (4 years 11 months to 5 years 10 months)" in " ".join(text.split())
    assert "a month that lies in two jobs counts once" in " ".join(text.split())


def test_what_isnt_counted_has_its_reason() -> None:
    text = " ".join(letter(ONE).split())
    assert "Software Intern, Larkspur Labs, Jun 2018 – Aug 2018: we took it for an internship" in text
    assert "Web Developer, Paper Kite Studio: we could not read when it began and ended; please tell us" in text


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("- NestJS and PostgreSQL services", "MongoDB: we did not find it in your resume."),
        ("- NestJS; no experience with MongoDB", "MongoDB: we found it only as something that you have not used"),
        ("- NestJS; currently learning MongoDB", "MongoDB: we found it only as something that you are learning"),
        ("- NestJS", "Node.js, shown by NestJS: “NestJS”"),
    ],
    ids=["absent", "negated", "learning", "implied"],
)
def test_a_skill_is_told_as_the_page_has_it(line: str, says: str) -> None:
    text = of_text(f"Ada Example\nada@example.com\n\nExperience\nEngineer, Acme, Jan 2020 - Present\n{line}\n")
    assert says in " ".join(text.split())


def test_a_degree_in_another_field_is_asked_about_and_not_judged() -> None:
    text = of_text(
        "Ada Example\nada@example.com\n\nExperience\nEngineer, Acme, Jan 2020 - Present\n- Python, PyTorch\n\n"
        "Education\nM.Sc. Geology, Example University, 2014 - 2016\n",
        "machine-learning-engineer",
    )
    assert "a master’s degree" in text


@pytest.mark.parametrize("code", ["empty-file", "encrypted", "damaged", "too-large", "timeout", "crashed", "new-code"])
def test_an_unreadable_file_has_its_cause_and_what_to_send_instead(code: str) -> None:
    text = " ".join(letter(Outcome("a.pdf", None, Unreadable(code, "ask for it"))).split())
    assert "We could not read the file that you sent" in text
    assert "PDF or DOCX" in text
    assert "ask for it" not in text


def test_a_path_that_isnt_there_is_nothing_for_a_candidate() -> None:
    assert not is_for_candidate(Outcome("a.pdf", None, Unreadable("unreadable-file", "no such file")))
    assert is_for_candidate(SCAN)


def test_whoever_isnt_recognised_in_a_file_isnt_addressed_by_its_words() -> None:
    judged = replace(NOT_A_RESUME, resume=replace(NOT_A_RESUME.resume, candidate=Candidate("Invoice No 5")))
    text = letter(Outcome("a.pdf", None, judged))
    assert "Dear applicant," in text
    assert "What we found" not in text


def test_without_a_dated_job_nothing_is_added_up() -> None:
    text = of_text("Ada Example\nada@example.com\n\nExperience\nEngineer, Acme\n- NestJS services\n\nSkills\nMongoDB\n")
    assert "How we counted your experience\n\nWe found no job that could be counted.\n\nNot counted" in text
    assert "\n\n\n" not in text


def test_a_role_that_asks_no_years_counts_none() -> None:
    role = replace(ROLE, requirements=ROLE.requirements[1:])
    judged = replace(screening(findings=BO.findings[1:]), role=role)
    assert "How we counted" not in letter(Outcome("a.pdf", None, judged))


def test_a_terminal_without_accents_gets_a_letter_that_it_can_show() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="\n")
    write_letter(report(ONE), Outcome("bo.docx", None, BO), stream, load_template())
    stream.flush()
    assert b"Dear Bo Lindqvist-Arnadottir," in raw.getvalue()


@pytest.mark.parametrize("width", [40, 60, 200])
def test_lines_fit_the_window(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(map(cell_len, letter(ONE).splitlines())) <= min(width, 78)


GRADUATE = """Ada Example
ada@example.com

Experience
Engineer, Acme, Jan 2020 - Dec 2025
- Node.js, NestJS, MongoDB and PostgreSQL
Education
{degree}
"""


@pytest.mark.parametrize(
    ("degree", "quoted", "question"),
    [
        (
            "MSc Applied Mathematics, Leeds University, 2016 - 2018",
            "your resume names another field, “MSc Applied Mathematics, Leeds University, 2016 - 2018” (page 1).",
            "Is Applied Mathematics close enough to computer science or information technology?",
        ),
        (
            "BSc Computer Science, Leeds University, 2024 - present (in progress)",
            "we found “BSc Computer Science, Leeds University, 2024 - present (in progress)” (page 1).",
            "Has a bachelor's degree in Computer Science been finished since?",
        ),
        ("", "we found no education in your resume.", "Is there a bachelor's degree in computer science or"),
    ],
    ids=["another field", "not finished", "none"],
)
def test_a_degree_that_leaves_a_question_is_quoted(degree: str, quoted: str, question: str) -> None:
    text = " ".join(of_text(GRADUATE.format(degree=degree)).split())
    assert f"a bachelor’s degree in computer science or information technology: {quoted} {question}" in text


def test_of_alternatives_with_years_each_is_told_by_itself() -> None:
    entries = asks_any(asks_skill("MongoDB", months=36), asks_skill("Docker", months=24), asks_skill("Kafka"))
    asked = role(entries)
    jobs = [position("2023-01 – 2023-12"), position("2024-01 – 2025-03")]
    of = resume(positions=jobs, skills=[*used("MongoDB", position=0), *used("Docker", position=1)])
    judged = screen(of, asked, DAY)
    outcome = Outcome("resume.txt", None, judged)
    text = " ".join(letter(outcome, Report((outcome,), asked, DAY, "0.1.0")).split())
    assert (
        "MongoDB or Docker or Kafka: the role asks for MongoDB for 3 years or Docker for 2 years or Kafka. "
        "We found MongoDB in jobs that add up to 1 year and Docker in jobs that add up to 1 year 3 months." in text
    )


def test_no_letter_has_two_empty_lines() -> None:
    found = GRADUATE.format(degree="BSc Computer Science, 2012 - 2016").replace("Node.js,", "Node.js, Azure,")
    for name, outcome in LETTERS.items():
        assert "\n\n\n" not in letter(outcome), name
    assert "\n\n\n" not in of_text(found)
    nice = replace(screening(), findings=screening().findings[:2])
    assert "\n\n\n" not in letter(Outcome("x.pdf", None, nice))
