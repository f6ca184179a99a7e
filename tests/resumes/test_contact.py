"""Who a resume is about: the name at its top, and the ways to reach them."""

import pytest

from screener.model.document import Cell, Document, Line, Link
from screener.model.resume import Candidate
from screener.resumes.contact import find_candidate, find_contact_spans, find_phones
from screener.resumes.sections import find_sections
from tests.made_resumes import document


def candidate(*texts: str) -> Candidate:
    read = document(list(texts))
    return find_candidate(read, find_sections(read.lines))


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (("Jane Doe", "Backend Engineer"), "Jane Doe"),
        (("Curriculum Vitae", "Jane van der Doe"), "Jane van der Doe"),
        (("Backend Engineer", "José Ñandú-O’Brien"), "José Ñandú-O’Brien"),
        (("Name: Jane Doe", "Phone: +1 555 0100 100"), "Jane Doe"),
        (("Name: Jane Doe (Ms.)", "Phone: +1 555 0100 100"), "Jane Doe"),
        (("Jane Doe (she/her)", "jane@example.com"), "Jane Doe"),
        (("Jane Doe | Backend Engineer",), "Jane Doe"),
        (("Resume of Jane Doe",), "Jane Doe"),
        (("⭐ Jane Doe ⭐",), "Jane Doe"),
        (("jane@example.com", "Skills", "Node.js, NestJS, MongoDB"), None),
        (("jane@example.com", "Git, Docker, TypeScript"), None),
        (("123 Main St.", "jane@example.com", "Experience"), None),
    ],
)
def test_the_name_is_the_first_line_like_a_name(texts: tuple[str, ...], name: str | None) -> None:
    assert candidate(*texts).name == name


def sized(*rows: tuple[str, float]) -> Document:
    lines = tuple(Line((Cell(text, size=size),), 1, number) for number, (text, size) in enumerate(rows, 1))
    return Document("pdf", "0" * 64, 1, lines)


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ((("Acme Careers", 9.0), ("Jane Doe", 22.0), ("some text here", 10.0)), "Jane Doe"),
        ((("JANE", 24.0), ("DOE", 18.0), ("some text", 10.0), ("more text", 10.0)), "JANE DOE"),
    ],
)
def test_the_largest_line_is_the_name(rows: tuple[tuple[str, float], ...], name: str) -> None:
    read = sized(*rows)
    assert find_candidate(read, find_sections(read.lines)).name == name


def test_a_name_beside_an_address_in_small_type_is_the_name() -> None:
    beside = Line((Cell("Lyon", size=9.0), Cell("Jane Doe", size=30.0)), 1, 1)
    read = Document("pdf", "0" * 64, 1, (beside, Line((Cell("some text here", size=10.0),), 1, 2)))
    assert find_candidate(read, find_sections(read.lines)).name == "Jane Doe"


@pytest.mark.parametrize(
    "lines", [("jane.doe@", "example.com"), ("jane.doe@examp", "le.com"), ("jane.doe", "@example.com")]
)
def test_an_address_may_break_where_its_column_ends(lines: tuple[str, str]) -> None:
    assert candidate("Jane Doe", *lines).emails == ("jane.doe@example.com",)


def test_what_follows_an_address_is_no_part_of_it() -> None:
    assert candidate("Jane Doe", "jane.doe@example", "Node.js and more").emails == ()


def test_mail_phones_and_links_are_found_once() -> None:
    found = candidate("Jane Doe", "jane.doe@example.com | +1 (555) 555-0100 | github.com/jane", "jane.doe@example.com")
    assert found.emails == ("jane.doe@example.com",)
    assert found.phones == ("+1 (555) 555-0100",)
    assert found.links == ("github.com/jane",)


@pytest.mark.parametrize(
    ("above", "below"),
    [("jane@test-", "mail.example.com"), ("jane@test-mail.", "example.com"), ("jane@test-mail", ".example.com")],
)
def test_an_address_may_wrap_in_a_narrow_column(above: str, below: str) -> None:
    assert candidate("Jane Doe", above, below).emails == ("jane@test-mail.example.com",)


def test_hyperlinks_count_as_contact() -> None:
    links = (Link("mailto:jane@example.com?subject=x", "Mail", 1), Link("https://example.com/jane", "Web", 1))
    read = Document("pdf", "0" * 64, 1, (Line((Cell("Jane Doe"),), 1, 1),), links)
    found = find_candidate(read, find_sections(read.lines))
    assert (found.emails, found.links) == (("jane@example.com",), ("https://example.com/jane",))


@pytest.mark.parametrize(
    "text",
    [
        "2019 – 2021",
        "01/2024 - 06/2024",
        "15.11.2026",
        "Jan 2020 – Dec 2022",
        "Node 18.17.1",
        "12,345,678 users",
        "ISO 27001",
    ],
)
def test_numbers_that_are_no_phones(text: str) -> None:
    assert find_phones(text) == []


def test_addresses_are_no_evidence() -> None:
    text = "GitHub: https://github.com/jane/nestjs, mail jane@mongodb.example.com"
    assert [text[start:end] for start, end in find_contact_spans(text)] == [
        "https://github.com/jane/nestjs",
        "jane@mongodb.example.com",
    ]
