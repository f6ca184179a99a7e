"""What a text of a resume becomes: addresses, schools and dates of education go, what tells of the work stays."""

import time

import pytest
from factories import AS_OF, asks_skill, role
from hypothesis import given
from hypothesis import strategies as st
from made_resumes import resume

from screener.blinding.outcomes import words_of_role
from screener.blinding.redactor import ANYWHERE, Redactor, Where
from screener.model.screening import Outcome
from screener.screening import screen

LINES = [
    "Quillon Marchetti (Quilly)",
    "12 Harbour Street, Apt 4, Springmere, ZZ 12345 | +1 555-010-0199 | q.marchetti@example.com",
    "github.com/nightowl77 | quillon.example.dev/work",
    "Experience",
    "Backend Engineer, Acme GmbH   Jan 2019 - Dec 2025",
    "- NestJS services",
    "Education",
    "BSc Computer Science, Farrowdale University (FDU)   2014 - 2018",
]
HEADER = Where(is_header=True)
STUDY = Where(is_study=True, is_entry=True)


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    asked = role(asks_skill("Node.js"))
    outcome = Outcome("in/quillon-marchetti-2026.pdf", "0" * 64, screen(resume(LINES), asked, AS_OF))
    return Redactor(outcome, words_of_role(asked))


@pytest.mark.parametrize(
    ("text", "where", "expected"),
    [
        (LINES[0], HEADER, "[name] ([name])"),
        (LINES[1], HEADER, "[address] | [phone] | [e-mail]"),
        (LINES[2], HEADER, "[link] | [link]"),
        (LINES[7], STUDY, "BSc Computer Science, [school] ([school])   [date]"),
    ],
)
def test_lines_of_the_resume(redactor: Redactor, text: str, where: Where, expected: str) -> None:
    assert redactor.text(text, where) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mail somebody.else@example.org", "Mail [e-mail]"),
        ("q.marchetti [at] example [dot] com", "[e-mail]"),
        ("see https://example.org/demo and www.example.net/x", "see [link] and [link]"),
        ("gitlab.com/somebody", "[link]"),
        ("call +1 (555) 010 0199 or 0100199", "call [phone] or [phone]"),
        ("as nightowl77 or @nightowl77", "as [user] or [user]"),
        ("marchetti.example.org", "[link]"),
        ("quillon-marchetti-2026.pdf", "[file]"),
        ("Quillys app", "[name] app"),
        ("5,000,000 rows on Node.js 18.2.0", "5,000,000 rows on Node.js 18.2.0"),
        ("@nestjs/core and p99 at 50ms", "@nestjs/core and p99 at 50ms"),
    ],
)
def test_contact_details_go_wherever_they_stand(redactor: Redactor, text: str, expected: str) -> None:
    assert redactor.text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lives at 7 Old Mill Road", "lives at [address]"),
        ("Hauptstraße 5", "[address]"),
        ("Musterweg 12a, Springmere", "[address]"),
        ("12 rue de la Paix", "[address]"),
        ("P.O. Box 77", "[address]"),
        ("Address: 5 Elm Close", "[address]"),
        ("Anschrift: Irgendwo 5 | Node.js", "Anschrift: [address] | Node.js"),
        ("Date of birth: 12 May 1990", "Date of birth: [date]"),
        ("geb. 12.05.1990 in Springmere", "geb. [date] in [address]"),
        ("Nationality: Ruritanian | Java", "Nationality: [personal] | Java"),
        ("出生日期：1990年5月", "出生日期：[date]"),
        ("Age: 34", "Age: [personal]"),
        ("She/her, 34 years old", "[personal], [personal]"),
        ("led 5 engineers to drive adoption", "led 5 engineers to drive adoption"),
        ("easy to maintain, ensuring 100% coverage", "easy to maintain, ensuring 100% coverage"),
        ("supported 3 teams", "supported 3 teams"),
        ("CI/CD, he/him aside", "CI/CD, [personal] aside"),
        ("a newborn product, reborn in 2020", "a newborn product, reborn in 2020"),
    ],
)
def test_where_and_when_somebody_was_born_or_lives_goes(redactor: Redactor, text: str, expected: str) -> None:
    assert redactor.text(text).replace("Address: [address]", "[address]") == expected


@pytest.mark.parametrize(
    ("text", "where", "expected"),
    [
        ("Research Assistant, University of Eastmark", ANYWHERE, "Research Assistant, [school]"),
        ("Tutor at Farrowdale, Farrowdale University", ANYWHERE, "Tutor at [school]"),
        ("University Recruiter, Acme", ANYWHERE, "University Recruiter, Acme"),
        ("worked with universities and a school", ANYWHERE, "worked with universities and a school"),
        ("東京例大学 卒業", ANYWHERE, "[school] 卒業"),
        ("M.Sc. Informatics, MIT, 2016", STUDY, "M.Sc. Informatics, [school], [date]"),
        ("B.Tech in Computer Science from Northgate, GPA 3.8, 2012-16", STUDY, None),
        (
            "Relevant courses: Java, Python, Databases",
            Where(is_study=True),
            "Relevant courses: Java, Python, Databases",
        ),
        ("Teaching Assistant, Jan 2014 - Dec 2014", Where(is_work=True), "Teaching Assistant, Jan 2014 - Dec 2014"),
        ("Engineer with a BSc in Physics from Eastmark University, 2014", ANYWHERE, None),
    ],
)
def test_schools_and_their_dates_go(redactor: Redactor, text: str, where: Where, expected: str | None) -> None:
    blind = redactor.text(text, where)
    if expected is not None:
        assert blind == expected
    else:
        assert "[school]" in blind
        assert "[date]" in blind
        assert not any(word in blind for word in ("Northgate", "Eastmark", "2012", "2014"))


def test_the_town_of_the_header_goes_everywhere(redactor: Redactor) -> None:
    assert redactor.text("Acme GmbH, Springmere", Where(is_work=True)) == "Acme GmbH, [address]"


def test_words_that_matched_show_even_in_a_line_of_education(redactor: Redactor) -> None:
    where = STUDY._replace(kept=("Java", "Python"))
    assert redactor.text("BSc Physics, Java, Python, Northgate, 2014", where).startswith(
        "BSc Physics, Java, Python, [sc"
    )


def test_what_is_blind_already_stays_as_it_is(redactor: Redactor) -> None:
    for text, where in [(LINES[0], HEADER), (LINES[1], HEADER), (LINES[7], STUDY)]:
        blind = redactor.text(text, where)
        assert redactor.text(blind, where) == blind


@given(text=st.text(max_size=120), is_header=st.booleans(), is_study=st.booleans())
def test_no_text_is_too_odd(redactor: Redactor, text: str, is_header: bool, is_study: bool) -> None:
    where = Where(is_header=is_header, is_study=is_study, is_entry=is_study)
    blind = redactor.text(f"{text} Quillon {text}", where)
    assert "Quillon Marchetti" not in redactor.text(f"{text} Quillon Marchetti {text}", where)
    assert isinstance(blind, str)


@pytest.mark.parametrize(
    "unit", ["1 ", "she/her ", "a@", "born ", "Springmere,", "University of ", "2014 ", "1", "((", "12 A "]
)
def test_time_grows_with_the_text_alone(redactor: Redactor, unit: str) -> None:
    def seconds(length: int) -> float:
        begun = time.process_time()
        redactor.text((unit * length)[:length], Where(is_header=True, is_study=True, is_entry=True))
        return time.process_time() - begun

    short, long = (min(seconds(length) for _ in range(2)) for length in (5_000, 40_000))
    assert long < 30 * max(short, 0.01)  # 8 times as much text; its square would be 64
