"""Whatever names, quotes and file names hold comes out inert: nothing is obeyed, nothing vanishes."""

import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from report_samples import AS_OF, ROLE, SCAN, report, screening, skill
from rich.cells import cell_len
from rich.console import Console

from screener.model.document import HiddenText, ReadingWarning
from screener.model.report import Report
from screener.model.requirement import Importance
from screener.model.resume import Candidate
from screener.model.screening import Outcome, Screening, Unreadable
from screener.reports import ViewOptions, render
from screener.reports.safe_text import UNSAFE, is_right_to_left, plain, visible
from screener.reports.terminal import print_report

FRAGMENTS = (
    "\x1b[31m", "\x1b]8;;http://example.com\x07", "\x9b2J", "\x1b[2J", "\r", "\n", "\t", "\x00", "\x7f", "\u202e",
    "\u2066", "\u200b", "\u2028", "\ufeff", "\udce9", "\ud83d", "\U000e0041", "[/b]", "[bold]", "[link=x]", ":smile:",
    "a[/]b.pdf", "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "…", "“", "陳", "é", "☺\ufe0f", "שלום", "محمد",
    "👩\u200d💻", "\\", "../", " " * 30, "word " * 60, "x" * 300,
)  # fmt: skip
hostile = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=8)), min_size=1, max_size=6).map("".join)
SGR = re.compile(r"\x1b\[[0-9;]*m")


def unsafe(shown: str, given: str) -> list[str]:
    """The lines that hold anything to obey; our own mark after letters that run to the left isn't."""
    lines = SGR.sub("", shown).split("\n")
    if is_right_to_left(visible(given)):
        lines = [re.sub("(?<=[^\u200e])\u200e", "", line) for line in lines]
    return [line for line in lines if UNSAFE.search(line)]


def hostile_screening(text: str) -> Screening:
    judged = screening()
    findings = tuple(
        replace(
            finding,
            requirement=skill(text, Importance.MUST),
            reason=text,
            question=text,
            evidence=tuple(replace(item, quote=text * 3, matched=text, implied_by=text) for item in finding.evidence),
            notes=tuple(replace(item, quote=text, cause=text) for item in finding.notes),
        )
        for finding in judged.findings
    )
    resume = replace(
        judged.resume,
        candidate=Candidate(text, (text,), (text,), (text,)),
        positions=tuple(replace(item, title=text, employer=text) for item in judged.resume.positions),
        education=tuple(replace(item, field=text, institution=text) for item in judged.resume.education),
        hidden=(HiddenText(text, text, 1),),
    )
    warnings = (ReadingWarning(text, text, 1, 1),)
    return replace(judged, findings=findings, resume=resume, reasons=(text,), would_fit_with=text, warnings=warnings)


def hostile_report(text: str, *, several: bool) -> Report:
    gates = (skill(text, Importance.MUST), skill(text + "2", Importance.MUST))
    role = replace(ROLE, title=text, file=text, requirements=gates)
    outcomes = [Outcome(f"{text}/{text}.pdf", None, hostile_screening(text), text)]
    if several:
        outcomes.append(Outcome(f"{text}/unreadable", None, Unreadable(text, text)))
    return Report(tuple(outcomes), role, AS_OF, "0.1.0")


@settings(max_examples=40, deadline=None)
@given(text=hostile, width=st.sampled_from((60, 80, 131, 200)), several=st.booleans())
@example(text="[/b][bold]:smile:\x1b[31m\u202e\udce9", width=80, several=True)
def test_a_terminal_gets_nothing_to_obey(text: str, width: int, several: bool) -> None:
    stream = io.StringIO()
    console = Console(file=stream, width=width, force_terminal=True, color_system="256")
    print_report(hostile_report(text, several=several), console)
    assert not unsafe(stream.getvalue(), text)
    assert max(map(cell_len, SGR.sub("", stream.getvalue()).split("\n"))) <= width


@settings(max_examples=20, deadline=None)
@given(text=hostile, encoding=st.sampled_from(("ascii", "cp1252", "latin-1", "shift-jis")))
def test_any_encoding_can_hold_the_view(text: str, encoding: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    render(hostile_report(text, several=True), "table", stream, view=ViewOptions(width=100))
    assert not unsafe(raw.getvalue().decode(encoding), text)


@settings(max_examples=40, deadline=None)
@given(text=hostile)
@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_holds_the_text_and_nothing_to_obey(name: str, text: str) -> None:
    stream = io.StringIO()
    render(hostile_report(text, several=False), name, stream)
    written = stream.getvalue()
    assert not UNSAFE.search(written.replace("\n", ""))
    written.encode("utf-8")
    whole = json.loads(written)
    role = whole["role"]
    if not re.search("[\ud800-\udfff]", text):
        assert role["title"] == text
    assert "\\u" not in role["title"] or "\\u" in text or re.search("[\ud800-\udfff]", text)


@pytest.mark.parametrize("text", ["[/b]", "[bold]", ":smile:", "a[/]b.pdf", "=cmd", "<script>", "[red]x[/red]"])
def test_markup_and_codes_are_shown_as_they_are(text: str) -> None:
    stream = io.StringIO()
    render(hostile_report(text, several=True), "table", stream)
    assert text in stream.getvalue()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("a\r\nb\tc", "a b c"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("caf\udce9", r"caf\xe9"),
        ("\ud83d", r"\ud83d"),
        ("\U000e0041", r"\U000e0041"),
        ("Çelik 陳 नमस्ते", "Çelik 陳 नमस्ते"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
    ids=["escape", "newlines", "bidi", "byte", "surrogate", "tag", "letters", "joiner"],
)
def test_what_would_be_obeyed_is_shown(text: str, seen: str) -> None:
    assert visible(text) == seen


@given(st.text())
def test_plain_text_fits_its_encoding(text: str) -> None:
    plain(visible(text), "ascii").encode("ascii")


def test_a_very_long_text_is_cut_at_once() -> None:
    stream = io.StringIO()
    long = "a[" * 500_000
    judged = hostile_screening("x")
    resume = replace(judged.resume, candidate=Candidate(long))
    findings = tuple(
        replace(finding, evidence=tuple(replace(item, quote=long, matched="zz") for item in finding.evidence))
        for finding in judged.findings
    )
    outcome = Outcome("a.pdf", None, replace(judged, resume=resume, findings=findings, reasons=(long,)))
    render(report(outcome, SCAN), "table", stream)
    assert len(stream.getvalue()) < 10_000


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::group::x", r"\x3a:group::x"),
        ("##[error]x", r"\x23#[error]x"),
        ("a ##vso[task.complete result=Failed;]", r"a \x23#vso[task.complete result=Failed;]"),
        ("##TeamCity[buildStop]", r"\x23#TeamCity[buildStop]"),
        ("travis_fold:start:x", r"\x74ravis_fold:start:x"),
        ("travis_time:start:x", r"\x74ravis_time:start:x"),
        ("section_start:1:x", r"\x73ection_start:1:x"),
        ("Section_end:1:x", r"\x53ection_end:1:x"),
    ],
)
def test_no_service_that_reads_logs_obeys_a_resume(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["C++ :: namespaces", "#1 of ##", "section start: 1", "std::vector", "## Skills"])
def test_what_no_service_obeys_stays(text: str) -> None:
    assert visible(text) == text
