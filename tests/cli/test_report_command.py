"""`screen report`, `explain` and `compare`: from resumes and from results, with the exit codes that scripts need."""

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

from screener.cli import app
from screener.reports import FORMATS

SAMPLES = Path(__file__).parents[1] / "samples"
DAY = ("--as-of", "2026-06-30")
SUFFIXES = {
    "json": "json",
    "jsonl": "jsonl",
    "csv": "csv",
    "xlsx": "xlsx",
    "markdown": "md",
    "html": "html",
    "table": "txt",
}

Program = Callable[..., Ran]


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Program:
    """Run `screen`, in a folder of its own with three resumes and a file that can't be read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name in ("fit.pdf", "no-fit.docx", "review.pdf", "scan.pdf"):
        shutil.copy(SAMPLES / name, tmp_path / "in" / name)

    def run(*arguments: str) -> Ran:
        capfd.readouterr()
        return Ran(app.run(list(arguments)), *capfd.readouterr())

    return run


def test_every_format_has_a_suffix() -> None:
    assert set(SUFFIXES) == set(FORMATS)


@pytest.mark.parametrize("source", ["results.json", "results.jsonl"])
def test_every_report_is_the_same_later(screen: Program, source: str) -> None:
    outputs = [part for suffix in SUFFIXES.values() for part in ("-o", f"now.{suffix}")]
    assert screen("in", *DAY, "-q", *outputs, "-o", source).code == 3
    later = [part.replace("now", "later") for part in outputs]
    ran = screen("report", source, "-q", *later)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    for suffix in SUFFIXES.values():
        assert Path(f"later.{suffix}").read_bytes() == Path(f"now.{suffix}").read_bytes(), suffix


def test_one_result_is_shown_in_detail_as_it_was(screen: Program) -> None:
    now = screen("in/fit.pdf", *DAY)
    screen("in/fit.pdf", *DAY, "-q", "-o", "one.jsonl")
    assert screen("report", "one.jsonl").out == now.out


def test_results_may_come_on_standard_input(screen: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    screen("in", *DAY, "-q", "-o", "results.jsonl")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path("results.jsonl").read_bytes())))
    assert screen("report", "-").out == screen("report", "results.jsonl").out


def test_a_written_report_is_summed_up(screen: Program) -> None:
    screen("in", *DAY, "-q", "-o", "results.jsonl")
    ran = screen("report", "results.jsonl", "-o", "shortlist.xlsx", "--top", "1")
    assert (ran.out, ran.code) == ("", 0)
    assert ran.err.startswith("as of 2026-06-30: 3 screened: ")
    assert ran.err.endswith("written to shortlist.xlsx\n")


def test_what_is_wrong_is_a_line_each_and_nothing_is_written(screen: Program) -> None:
    screen("in", *DAY, "-q", "-o", "a.jsonl")
    screen("in", "--as-of", "2025-06-30", "-q", "-o", "b.jsonl")
    Path("c.jsonl").write_text("{}\n")
    ran = screen("report", "a.jsonl", "b.jsonl", "c.jsonl", "-o", "out.md")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 5
    assert all(line.startswith(("screen: b.jsonl:", "screen: c.jsonl:1: no result")) for line in ran.err.splitlines())
    assert not Path("out.md").exists()


def test_results_arent_overwritten_by_their_report(screen: Program) -> None:
    screen("in", *DAY, "-q", "-o", "a.jsonl")
    ran = screen("report", "a.jsonl", "-o", "a.jsonl")
    assert (ran.code, ran.err) == (2, "screen: a.jsonl: is one of the files to read; write the results elsewhere\n")


def test_a_workbook_isnt_poured_into_a_terminal(screen: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    ran = screen("in", *DAY, "-f", "xlsx")
    assert (ran.code, ran.err) == (2, "screen: xlsx is nothing to read in a terminal; name a file with -o\n")


def test_explain_tells_why_and_ends_like_screening(screen: Program) -> None:
    ran = screen("explain", "in/fit.pdf", *DAY)
    assert ran.code == 0
    assert "FIT for Backend Software Engineer, as of 30 Jun 2026." in ran.out
    assert "The points add up to" in ran.out
    assert screen("explain", "in", *DAY).code == 3


def test_explain_says_the_same_from_results(screen: Program) -> None:
    now = screen("explain", "in", *DAY)
    screen("in", *DAY, "-q", "-o", "results.jsonl")
    assert screen("explain", "results.jsonl").out == now.out
    one = screen("explain", "results.jsonl", "fit.pdf")
    assert one.code == 0
    assert one.out in now.out


def test_explain_writes_to_a_file(screen: Program) -> None:
    ran = screen("explain", "in/fit.pdf", *DAY, "-o", "why.txt")
    assert (ran.code, ran.out) == (0, "")
    assert "FIT for Backend" in Path("why.txt").read_text("utf-8")


def test_compare_shows_candidates_in_the_order_named(screen: Program) -> None:
    ran = screen("compare", "in/review.pdf", "in/fit.pdf", *DAY)
    assert ran.code == 0
    assert ran.out.index("in/review.pdf") < ran.out.index("in/fit.pdf")
    screen("in", *DAY, "-q", "-o", "results.jsonl")
    assert screen("compare", "results.jsonl", "review.pdf", "fit.pdf").out == ran.out


def test_compare_shows_those_that_can_be_read(screen: Program) -> None:
    """All others are screened and printed; with one alone there is nothing to compare."""
    ran = screen("compare", "in/review.pdf", "in/scan.pdf", "in/fit.pdf", *DAY)
    assert (ran.code, ran.err.count("\n"), ran.err.startswith("screen: in/scan.pdf: ")) == (3, 1, True)
    assert ran.out == screen("compare", "in/review.pdf", "in/fit.pdf", *DAY).out
    ran = screen("compare", "in/scan.pdf", "in/fit.pdf", *DAY)
    assert (ran.code, ran.out, ran.err.count("\n"), ran.err.startswith("screen: in/scan.pdf: ")) == (3, "", 1, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["compare", "in/fit.pdf", *DAY], "1 candidate can't be compared; name 2 to 4 of them"),
        (["compare", "results.jsonl", "fit.pdf", "nobody.pdf"], "nobody.pdf: isn't among the results; write the path"),
        (["explain", "results.jsonl", "-r", "x.yaml"], "results are of the role and the day they were made with"),
        (["report", "nothing.jsonl"], "nothing.jsonl: can't be read: no such file or directory"),
        (["report", "results.jsonl", "-o", "a.doc"], "a.doc: no format goes by this name"),
        (["report"], "missing argument 'RESULTS...'"),
    ],
    ids=range(6),
)
def test_wrong_usage_is_one_line(screen: Program, arguments: list[str], says: str) -> None:
    screen("in", *DAY, "-q", "-o", "results.jsonl")
    ran = screen(*arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"screen: {says}")


def test_the_help_is_plain(screen: Program) -> None:
    for command in ("report", "explain", "compare"):
        text = screen(command, "--help").out
        assert text.startswith(f"Usage: screen {command} [OPTIONS]")
        assert text.isascii()
