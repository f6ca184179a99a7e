"""`screen roles new`: a draft on stdout or in a new file, and one line for everything that goes wrong."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

POSTING = "Backend Engineer\n\nRequirements\n- Strong Go and Python\n- Docker is a plus\n- 5+ years of experience\n"


@pytest.fixture
def posting(folder: Path) -> str:
    (folder / "posting.txt").write_text(POSTING, encoding="utf-8")
    return "posting.txt"


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put bytes on stdin."""

    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return put


def test_a_draft_goes_to_stdout(program, posting) -> None:
    ran = program("roles", "new", posting)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# yaml-language-server: $schema=./role.schema.json\n")
    assert '    - Go # "Strong Go and Python"\n' in ran.out
    assert '  years: 5+ # "5+ years of experience"\n' in ran.out


def test_stdout_can_be_named(program, posting, folder) -> None:
    assert program("roles", "new", posting, "-o", "-") == program("roles", "new", posting)
    assert not (folder / "-").exists()


def test_a_posting_comes_from_stdin(program, posting, pipe) -> None:
    pipe(POSTING.encode())
    assert program("roles", "new", "-").out == program("roles", "new", posting).out


def test_a_new_file_passes_the_check(program, posting, folder) -> None:
    ran = program("roles", "new", posting, "-o", "drafted.yaml")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "written to drafted.yaml; read every line, then run 'screen roles check drafted.yaml'\n"
    assert (folder / "drafted.yaml").read_text(encoding="utf-8") == program("roles", "new", posting).out
    assert program("roles", "check", "drafted.yaml").code == 0


def test_a_file_is_never_overwritten(program, posting, folder) -> None:
    (folder / "mine.yaml").write_text("title: Mine\n")
    ran = program("roles", "new", posting, "-o", "mine.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "screen: mine.yaml: is there already and isn't overwritten; give another name, or remove it first\n"
    )
    assert (folder / "mine.yaml").read_text() == "title: Mine\n"


def test_a_link_is_not_written_through(program, posting, folder) -> None:
    (folder / "link.yaml").symlink_to(folder / "elsewhere.yaml")
    assert program("roles", "new", posting, "-o", "link.yaml").code == 2
    assert not (folder / "elsewhere.yaml").exists()


def test_a_title_can_be_given(program, posting) -> None:
    assert "\ntitle: Platform Engineer\n" in program("roles", "new", posting, "--title", "Platform Engineer").out


def test_quiet_says_nothing(program, posting) -> None:
    assert program("roles", "new", posting, "-o", "drafted.yaml", "-q").err == ""


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["none.txt"], 3, "none.txt: no such file"),
        (["."], 3, ".: is a folder; give a file"),
        (["empty.txt"], 3, "empty.txt: is empty; give a file with the posting's text"),
        (["hello.txt"], 2, "hello.txt: nothing in it was understood as a requirement; give the text of a job posting"),
        (["picture.png"], 3, "picture.png: is not in a format that postings are read in; save it as text"),
        (["posting.txt", "-o", "no/where.yaml"], 2, "no/where.yaml: there is no folder 'no'; make it first"),
        (["posting.txt", "-o", "."], 2, ".: is a folder; give the name of a file"),
        (["posting.txt", "--title", "..."], 2, "--title is no title; write"),
        (["posting.txt", "--title", "Young Engineer"], 2, "'young', which must not decide who gets a job; ask for"),
        (["posting.txt", "--max-mb", "0"], 2, "'0' is not a whole number"),
        ([], 2, "missing argument"),
    ],
)
@pytest.mark.usefixtures("posting")
def test_what_goes_wrong_is_one_line_with_a_remedy(program, folder, arguments, code, message) -> None:
    (folder / "empty.txt").touch()
    (folder / "hello.txt").write_text("Hello, we are a nice company in a nice town.")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    ran = program("roles", "new", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.count("\n") == 1
    assert message in ran.err


def test_stdin_has_its_errors_too(program, pipe) -> None:
    pipe(b"")
    assert program("roles", "new", "-").err == "screen: standard input: is empty; give a file with the posting's text\n"
    pipe(b"x" * 1_000_001)
    ran = program("roles", "new", "-", "--max-mb", "1")
    assert (ran.code, ran.err) == (
        3,
        "screen: standard input: is larger than 1 MB, the most that is read; raise it with --max-mb\n",
    )


def test_a_posting_that_takes_too_long_is_given_up(program, folder) -> None:
    (folder / "long.txt").write_text("Requirements\n" + "5 years of experience in Python or Go\n" * 5000)
    ran = program("roles", "new", "long.txt", "--timeout", "0.05")
    assert (ran.code, ran.err) == (3, "screen: long.txt: took longer than 0.05 s; allow more with --timeout\n")
