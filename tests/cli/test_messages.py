"""What people are told: one line each, on stderr, and never a byte that a terminal obeys."""

import re

import pytest

from screener import __version__
from screener.errors import RoleError
from screener.roles import load

HOSTILE = ["new\nline.pdf", "ansi\x1b[31m\x1b]0;owned\x07.pdf", "[red]x.pdf", "[link=http:x].pdf", ":smile:.pdf"]
HOSTILE += ["=cmd|' C calc'!A0.pdf", "%s%n{0}.pdf", "tab\there.pdf", "cr\rline.pdf", "rtl\u202efdp.exe.pdf"]
HOSTILE += ["bad\udcff\udcfeutf8.pdf", "a[/]b.pdf", "-rf.pdf", "@file.pdf", "::error file=x::boo.pdf", 'a"b,c;d.pdf']
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--as-of", "30.06.2026", "a.pdf"],
            "invalid value for '--as-of': '30.06.2026' is not a day written as YYYY-MM-DD",
        ),
        (["--as-of", "2026-13-01", "a.pdf"], "'2026-13-01' is not a day"),
        (["--timeout", "nan", "a.pdf"], "'nan' is not a number of seconds"),
        (["--timeout", "0", "a.pdf"], "'0' is not a number of seconds"),
        (["--jobs", "0", "a.pdf"], "'0' is not a whole number from 1 to"),
        (["--max-mb", "1e3", "a.pdf"], "'1e3' is not a whole number"),
        (["--top", "ten", "a.pdf"], "'ten' is not a whole number"),
        (["--require", "nofit", "a.pdf"], "'nofit' is neither fit nor review nor a score from 0 to 100"),
        (["--require", "101", "a.pdf"], "'101' is neither"),
        (
            ["--format", "yaml", "a.pdf"],
            "unknown format 'yaml'; choose table, json, jsonl, csv, xlsx, markdown or html",
        ),
        (["--nope", "a.pdf"], "no such option: --nope"),
        (["--jobs"], "requires an argument"),
        (["--output", "out.docx", "a.pdf"], "out.docx: no format goes by this name; end it in .json, .jsonl, .csv, "),
        (["--output", "no/where.json", "a.pdf"], "no/where.json: there is no folder"),
        (["--output", "a.pdf", "-f", "json", "a.pdf"], "a.pdf: is one of the files to read"),
        (["--output", "x" * 300 + ".json", "a.pdf"], "can't be written: file name too long"),
        (["empty"], "empty: holds no resumes"),
    ],
)
def test_wrong_usage_is_one_line(program, put, folder, arguments: list[str], message: str) -> None:
    put("a.pdf")
    (folder / "empty").mkdir()
    ran = program(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("screen: ")
    assert message in ran.err


def test_no_arguments_show_the_help(program) -> None:
    ran = program()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: screen [OPTIONS] PATH...")
    assert "--as-of" in ran.err
    assert program("--help").out == ran.err
    assert ran.err.isascii()  # whatever the terminal's encoding is


def test_every_option_is_explained(program) -> None:
    described = re.findall(r"^  (?:-\w, )?--[\w-]+(?: \S+)?\s+(\S.*)$", program("--help").out, re.MULTILINE)
    assert len(described) >= 15


def test_the_version_is_said(program) -> None:
    assert program("--version").out == f"screener {__version__}\n"


def test_a_slip_in_a_commands_name_is_caught(program, put) -> None:
    ran = program("raed")
    assert (ran.code, ran.err) == (2, "screen: no such file or command 'raed'; did you mean 'read'?\n")
    put("raed")
    assert program("raed").code == 0


def test_a_word_that_is_no_slip_is_a_file(program) -> None:
    ran = program("resume.pdf")
    assert ran.code == 3
    assert "no such file" in ran.out


def test_a_name_too_long_for_a_file_is_a_row_like_any_other(program) -> None:
    assert program("x" * 5000).code == 3
    assert program("x" * 5000, "y" * 300 + "/a.pdf").code == 3


def test_problems_of_a_role_are_lines_of_their_own(program, put, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.pdf")

    def refuse(_: str) -> None:
        raise RoleError(("r.yaml:1:1: error: unknown key 'a' (unknown-key)", "r.yaml:2:1: error: \x1b[31m"))

    monkeypatch.setattr(load, "load_role", refuse)
    ran = program("a.pdf")
    assert ran.code == 2
    assert ran.err == "r.yaml:1:1: error: unknown key 'a' (unknown-key)\nr.yaml:2:1: error: \\x1b[31m\n"


def test_a_bug_is_told_with_its_traceback_after_all_results(program, put) -> None:
    put("fit.pdf", "bug.pdf")
    ran = program("fit.pdf", "bug.pdf")
    lines = ran.err.splitlines()
    assert lines[0] == "screen: bug.pdf: failed"
    assert lines[1] == "Traceback (most recent call last):"
    assert "KeyError: 'a key that nobody thought of'" in lines
    assert lines[-1].startswith(f"screen: this is a bug in screener {__version__}")
    assert "fit.pdf" in ran.out


@pytest.mark.parametrize("output_format", ["table", "json", "jsonl"])
@pytest.mark.parametrize("word", ["fit", "broken"])
def test_hostile_names_reach_no_terminal(program, put, word: str, output_format: str) -> None:
    names = [f"{word}-{name}" for name in HOSTILE]
    put("in/x.pdf", *(f"in/{name}" for name in names))
    ran = program("--format", output_format, "in")
    assert ran.code == (3 if word == "broken" else 0)
    assert not OBEYED.search(ran.out)
    assert not OBEYED.search(ran.err)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_in_errors_are_one_inert_line(program, folder, name: str) -> None:
    (folder / "in" / name).mkdir(parents=True)
    ran = program(f"in/{name}")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert not OBEYED.search(ran.err)


def test_a_name_that_begins_with_a_dash_follows_two_dashes(program, put) -> None:
    put("-rf.pdf")
    assert program("-f", "jsonl", "--", "-rf.pdf").out.count('"file": "-rf.pdf"') == 1
    assert program("--", "-rf.pdf").code == 0


def test_what_was_skipped_is_counted_unless_quiet(program, put) -> None:
    put("in/fit.pdf", "in/~$fit.docx", "in/._a.pdf", "in/._b.pdf")
    assert program("in").err == "skipped: 1 lock file, 2 macOS attribute files\n"
    assert program("-q", "in").err == ""
