"""What the command line says of files: patterns, lists, standard input."""

import io
from types import SimpleNamespace

import pytest


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_without_any_path_the_usage_is_wrong(program) -> None:
    ran = program("--quiet")
    assert (ran.code, ran.err) == (2, "screen: missing argument 'PATH...'; see 'screen --help'\n")


def test_paths_come_from_a_list_too(program, put, monkeypatch) -> None:
    put("fit-1.pdf", "in/review.pdf", "no_fit.pdf")
    give(monkeypatch, b"fit-1.pdf\0in\0")
    ran = program("no_fit.pdf", "--files-from", "-", "-f", "jsonl")
    assert [line.split('"file": "')[2].split('"')[0] for line in ran.out.splitlines()] == [
        "fit-1.pdf", "in/review.pdf", "no_fit.pdf",
    ]  # fmt: skip


def test_one_resume_comes_from_standard_input(program, monkeypatch) -> None:
    give(monkeypatch, b"Ada Example")
    ran = program("-", "-f", "json")
    assert '"file": "-"' in ran.out


def test_standard_input_cannot_be_both(program, monkeypatch) -> None:
    give(monkeypatch, b"-\n")
    ran = program("-", "--files-from", "-")
    assert ran.code == 2
    assert "give one of them as a file" in ran.err


def test_a_dash_in_a_list_is_a_file(program, monkeypatch) -> None:
    give(monkeypatch, b"-\n")
    assert '"file": "./-"' in program("--files-from", "-", "-f", "json").out


def test_patterns_that_match_nothing_are_told_unless_quiet(program, put) -> None:
    put("in/fit-1.pdf")
    note = "note: --exclude 'old' matches nothing in the folders\n"
    assert program("in", "--exclude", "old").err == note
    assert program("in", "--exclude", "old", "--quiet").err == ""


def test_what_was_skipped_is_told_in_words(program, put) -> None:
    put("in/fit-1.pdf", "in/a.7z", "in/b.rar", "in/~$c.docx")
    assert program("in").err == "skipped: 2 archives other than ZIP, 1 lock file\n"
