"""`screen explain --letter`: letters on stdout, in files and in folders, and what is said before anything is read."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

from screener.cli import app
from screener.cli.letter_names import letter_names
from screener.model.screening import Outcome, Unreadable
from screener.reports.explaining.letter.template import shipped_template

SAMPLES = Path(__file__).parents[1] / "samples"
DAY = ("--letter", "--as-of", "2026-06-30")
Program = Callable[..., Ran]


@pytest.fixture
def explain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Program:
    """Run `screen explain` in a folder of its own, with two resumes and a file that can't be read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name in ("fit.pdf", "no-fit.docx", "scan.pdf"):
        shutil.copy(SAMPLES / name, tmp_path / "in" / name)

    def run(*arguments: str) -> Ran:
        capfd.readouterr()
        return Ran(app.run(["explain", *arguments]), *capfd.readouterr())

    return run


def never(*_: object) -> None:
    raise AssertionError("something was read")


def test_a_letter_is_written_to_the_terminal(explain: Program) -> None:
    ran = explain("in/fit.pdf", *DAY)
    assert (ran.code, ran.err) == (0, "")
    assert "\nDear Mira Solheim,\n" in ran.out


def test_a_file_that_cant_be_read_gets_a_letter_and_the_usual_code(explain: Program) -> None:
    ran = explain("in/scan.pdf", *DAY)
    assert ran.code == 3
    assert "We could not read the file that you sent" in ran.out


def test_a_path_that_isnt_there_gets_none(explain: Program) -> None:
    ran = explain("in/gone.pdf", *DAY)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "screen: in/gone.pdf: no such file; check the spelling\n"


def test_several_candidates_never_share_a_place(explain: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert explain("in", *DAY).code == 2
    monkeypatch.setattr("screener.cli.candidates.find_candidates", never)
    ran = explain("in/fit.pdf", "in/no-fit.docx", *DAY, "-o", "both.txt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "screen: each candidate gets a letter; name a folder for them with -o letters/\n"


def test_a_folder_takes_a_letter_for_each_candidate(explain: Program) -> None:
    ran = explain("in", *DAY, "-o", "letters/")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.endswith("as of 2026-06-30: 3 letters written to letters/\n")
    assert {path.name for path in Path("letters").iterdir()} == {"fit.pdf.txt", "no-fit.docx.txt", "scan.pdf.txt"}
    alone = explain("in/fit.pdf", *DAY)
    assert Path("letters/fit.pdf.txt").read_text("utf-8") == alone.out


def test_letters_for_files_of_one_name_are_told_apart(explain: Program) -> None:
    Path("in/a").mkdir()
    shutil.copy("in/no-fit.docx", "in/a/fit.pdf")
    explain("in", *DAY, "-o", "letters/")
    assert {path.name for path in Path("letters").iterdir()} >= {"fit.pdf.txt", "a-fit.pdf.txt"}


def test_letters_come_from_results_too(explain: Program) -> None:
    now = explain("in/fit.pdf", *DAY)
    app.run(["in", *DAY[1:], "-q", "-o", "results.jsonl"])
    assert explain("results.jsonl", "fit.pdf", "--letter").out == now.out


def test_a_company_s_template_makes_the_letter(explain: Program) -> None:
    Path("letter.html.j2").write_text("<p>Dear {{ name }}", encoding="utf-8")
    ran = explain("in/fit.pdf", *DAY, "--template", "letter.html.j2", "-o", "mira.html")
    assert (ran.code, ran.out) == (0, "")
    assert Path("mira.html").read_text("utf-8") == "<p>Dear Mira Solheim\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--letter", "--template", "gone.txt"], "gone.txt: can't be read: no such file or directory; "),
        (["--letter", "--template", "letter.tex"], "letter.tex: a template makes .txt, .md or .html; "),
        (["--letter", "--template", "bad.txt.j2"], "bad.txt.j2:2: there is no variable 'nmae'; did you mean 'name'?"),
        (["--letter", "-o", "a.pdf"], "a.pdf: the letter is text; end its name in .txt"),
        (["--letter", "-o", "a/b/"], "a/b/: there is no folder"),
        (["--letter", "-o", "in", "-o", "a.txt"], "in: is a folder; give -o once"),
        (["--template", "bad.txt.j2"], "--template is for letters; add --letter"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_read(
    explain: Program, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    Path("bad.txt.j2").write_text("Dear\n{{ nmae }}", encoding="utf-8")
    monkeypatch.setattr("screener.cli.candidates.find_candidates", never)
    ran = explain("in/fit.pdf", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"screen: {says}")
    assert len(ran.err.splitlines()) == 1


def test_the_template_to_start_from_is_printed_and_works(explain: Program) -> None:
    ran = explain("--print-template")
    assert (ran.code, ran.out) == (0, shipped_template())
    Path("own.txt.j2").write_text(ran.out, encoding="utf-8")
    assert explain("in/fit.pdf", *DAY, "--template", "own.txt.j2").out == explain("in/fit.pdf", *DAY).out


@pytest.mark.parametrize("command", ["explain", "compare"])
def test_what_was_read_is_taken_from_a_cache(explain: Program, command: str) -> None:
    arguments = [command, "in/fit.pdf", "in/no-fit.docx", "--as-of", "2026-06-30", "--cache", "kept"]
    assert app.run(arguments) == 0
    assert any(Path("kept").iterdir())
    assert app.run(arguments) == 0


def test_letters_have_names_that_every_system_takes() -> None:
    files = [
        "in/q\n::error::z.pdf", "in/..\\..\\evil.docx", "in/con.pdf", "in/LPT1", "in/a. .", "in/\u202ex.pdf",
        "in/x?.pdf", "in/x*.pdf", "in/Stra\u00dfe.pdf", "in/STRASSE.pdf", "in/" + "\u00e9" * 300 + ".pdf",
        "in/\udce9.pdf", "in/-rf.pdf",
    ]  # fmt: skip
    names = list(letter_names([Outcome(file, None, Unreadable("damaged", "")) for file in files]))
    assert len({name.casefold() for name in names}) == len(files)
    for name in names:
        assert not re.search(r'[\x00-\x1f\x7f<>:"/\\|?*\u202e\ud800-\udfff]', name), name
        assert not re.match(r"(?i)(?:con|lpt1)(?:\.|$)", name)
        assert name == name.strip(" .")
        assert 0 < len(name.encode()) <= 230
    assert names[0] == "q -x3a-error-z.pdf"
    assert names[1] == "-..-evil.docx"
    assert names[2] == "_con.pdf"
