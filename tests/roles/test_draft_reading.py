"""Postings in every format give the same lines, and only what a person can see."""

import io
import time
from contextlib import suppress

import pytest
from docx import Document as WordDocument
from drafting_samples import draft, lines_of, names
from reportlab.pdfgen.canvas import Canvas

from screener.documents.limits import Limits
from screener.roles.draft import draft_role
from screener.roles.drafting.contents import guess_part
from screener.roles.drafting.headings import heading_part
from screener.roles.drafting.lines import PostingLine, UnreadablePosting, posting_lines, read_posting
from screener.roles.drafting.statements import read_statements

LINES = ["Backend Engineer", "Requirements", "• Strong Python", "• Docker is a plus"]


def _pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    for at, line in enumerate(LINES):
        canvas.drawString(72, 760 - 20 * at, line)
    canvas.save()
    return stream.getvalue()


def _docx() -> bytes:
    document = WordDocument()
    for line in LINES[:2]:
        document.add_heading(line, 1)
    for line in LINES[2:]:
        document.add_paragraph(line.removeprefix("• "), style="List Bullet")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


MARKDOWN = b"# Backend Engineer\n\n**Requirements**\n\n* Strong [Python](https://example.com)\n* `Docker` is a plus\n"
HTML = b"<h1>Backend Engineer</h1><h2>Requirements</h2><ul><li>Strong <b>Python</b><li>Docker is a plus</ul>"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "\n".join(LINES).encode()),
        ("a.txt", "\r\n".join(LINES).encode("utf-16")),
        ("a.md", MARKDOWN),
        ("a.html", HTML),
        ("a", b"<!doctype html><body>" + HTML),
        ("a.pdf", _pdf()),
        ("a.docx", _docx()),
    ],
)
def test_every_format_is_read(name, data):
    found = draft_role(posting_lines(data, name, Limits()))
    assert found.title == "Backend Engineer"
    assert (names(found, "must"), names(found, "nice")) == (["Python"], ["Docker"])


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>Cobol</script>",
        "<STYLE>Cobol</STYLE>",
        "<!-- Cobol -->",
        "<template>Cobol</template>",
        "<p hidden>Cobol</p>",
        '<div style="display: none"><p>Cobol</p></div>',
        '<span style="visibility:hidden">Cobol</span>',
        "<nav><ul><li>Cobol</li></ul></nav>",
        "<script>Cobol",
        "<!-- Cobol",
    ],
)
def test_what_a_page_hides_is_not_read(unseen):
    lines = lines_of(f"<html><h2>Requirements</h2><li>Go &amp; Rust</li>{unseen}", "a.html")
    assert [line.text for line in lines] == ["Requirements", "Go & Rust"]


def test_an_element_that_is_not_closed_hides_only_itself():
    lines = lines_of("<html><div hidden><p>Cobol</div><p>Go</p><img hidden><p>Rust", "a.html")
    assert [line.text for line in lines] == ["Go", "Rust"]


@pytest.mark.parametrize("unit", ["<a ", "<!", "</", "<a href='", "<![CDATA[", "&#", "<div>", "<script>", "<"])
def test_broken_pages_take_linear_time(unit):
    page = f"<html>{unit * (300_000 // len(unit))}".encode()
    start = time.process_time()
    with suppress(UnreadablePosting):
        posting_lines(page, "a.html", Limits())
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty; give a file"),
        (b" \n\t", "is empty; give a file"),
        (b"<html><script>x</script></html>", "has no text; save"),
        (b"\x00\x01\x02" * 100, "not in a format that postings are read in; save it as text"),
        (b"{\\rtf1 Python}", "not in a format that postings are read in"),
        (b"%PDF-1.4 broken", "save"),
        (b"strong Python. " * 20_000, "is longer than any posting; save"),
    ],
)
def test_what_gives_no_text_is_refused_with_a_remedy(data, message):
    with pytest.raises(UnreadablePosting, match=message):
        posting_lines(data, "posting", Limits())


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnreadablePosting, match="no such file"):
        read_posting(str(tmp_path / "none.txt"), Limits())


def test_wrapped_lines_are_joined_and_short_ones_are_not():
    wrapped = (
        "You should have a proven track record of running large systems, with\n"
        "Kubernetes and Terraform, and you should be ready to explain what you\n"
        "did there to people who were not."
    )
    assert len(lines_of(wrapped)) == 1
    assert len(lines_of("PHP and Laravel\nMySQL\nGit")) == 3


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Requirements:", "required"),
        ("## Must-have", "required"),
        ("✅ What you'll bring", "required"),
        ("WHO YOU ARE", "required"),
        ("Preferred Qualifications", "preferred"),
        ("Nice to have", "nice"),
        ("What you’ll do", "duties"),
        ("Our tech stack", "stack"),
        ("Benefits & perks", "company"),
        ("Dein Profil", "required"),
        ("Wir bieten", "company"),
        ("What qualifications are required to become an engineer?", None),
        ("We build software for people who love boats", None),
    ],
)
def test_headings_are_known_in_many_words(heading, part):
    assert heading_part(heading) == part


@pytest.mark.parametrize(
    ("below", "part"),
    [
        (["3+ years of Go", "Familiarity with Docker", "A sense of humour"], "required"),
        (["Build services in Go", "Run Kubernetes", "Mentor colleagues"], "duties"),
        (["Python", "Kafka, Redis"], "preferred"),
        (["30 days of vacation", "A training budget for React", "Health insurance"], "company"),
        (["We use Go", "We meet on Mondays"], None),
        ([], None),
    ],
)
def test_below_an_unknown_heading_the_lines_tell(below, part):
    assert guess_part(below) == part


def test_a_label_is_the_heading_of_its_own_line():
    lines = [PostingLine("Requirements"), PostingLine("Nice to have: Redis"), PostingLine("Go")]
    assert [(one.text, one.part) for one in read_statements(lines)] == [("Redis", "nice"), ("Go", "required")]


def test_a_sentence_does_not_end_at_an_abbreviation():
    found = read_statements([PostingLine("Databases, e.g. MySQL. Then Go. B.S. in Physics")])
    assert [one.text for one in found] == ["Databases, e.g. MySQL.", "Then Go.", "B.S. in Physics"]


def test_a_sentence_as_long_as_the_posting_is_cut():
    found = read_statements([PostingLine("Go and Python or " * 1000)])
    assert max(len(one.text) for one in found) <= 1500


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Job Title: Backend Engineer", "Backend Engineer"),
        ("Backend Engineer (m/w/d)", "Backend Engineer"),
        ("Backend Engineer | Berlin", "Backend Engineer"),
        ("Backend Engineer - Remote", "Backend Engineer"),
        ("We're hiring: Backend Engineer", "Backend Engineer"),
        ("We are looking for an experienced Backend Engineer to join us.", "Backend Engineer"),
        ("We are looking for a backend engineer.", "Backend engineer"),
        ("Young Backend Engineer", "Backend Engineer"),
        ("Hello!", "Untitled role"),
    ],
)
def test_titles(first, title):
    assert draft(f"{first}\n\nRequirements\n- Go\n- Python").title == title
